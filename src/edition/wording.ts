/** The parts that the words of every problem are made of. */

/** What a problem says, each part a phrase or sentence for an editor. */
export interface Wording {
  /** What should stand there. */
  readonly expected: string;
  /** What stands there. */
  readonly found: string;
  /** What to do; where possible with the mended text. */
  readonly mend: string;
}

/** Quotes what an editor wrote, shortened, so that a message stays one line. */
export const quote = (written: string): string => {
  const line = written.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
};

/** Begins the mending sentence with what was probably meant, where that is known. */
export const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean ${suggestion}? `;
