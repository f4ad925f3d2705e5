/** Problems of the content: what is wrong, where, and how an editor mends it. */
import { counted, documentsInWords } from './counts.ts';
import type { Point } from './document.ts';
import { compareLetters } from './letters.ts';

/** Where a problem of a whole file is shown. */
export const fileStart: Point = { line: 1, column: 1 };

/** A problem at a place of a file that its finder need not know the name of; its words are for an editor. */
export interface Message extends Point {
  /** Small letters and hyphens, the same for every problem of its kind: `mark-unknown`. */
  readonly code: string;
  /** What should stand there. */
  readonly expected: string;
  /** What stands there. */
  readonly actual: string;
  /** What to do; where possible with the mended text. */
  readonly mend: string;
  /** What may be right as it stands, and is only to be looked at: it stops nothing. */
  readonly isWarning?: true;
}

/** A problem in a file; `file` is a path from the folder that holds the content folder. */
export interface Problem extends Message {
  readonly file: string;
}

/** A template of three lines, as the words of a check are written: expected, found, to mend. */
export type Words<Said> = (lines: TemplateStringsArray, ...values: readonly (string | number | null)[]) => Said;

/** A message about a place. */
export const saidAt =
  ({ line, column }: Point, code: string): Words<Message> =>
  (lines, ...values) => {
    // Only the line ends of the template divide: those of a value are spaces.
    const held = values.map((value) => String(value).replace(/\s*\n\s*/g, ' '));
    const [, expected = '', actual = '', mend = ''] = String.raw({ raw: lines }, ...held).split(/\n\s*/);
    return { code, line, column, expected, actual, mend };
  };

/** A warning about a place. */
export const warnedAt =
  (at: Point, code: string): Words<Message> =>
  (...said) => ({ ...saidAt(at, code)(...said), isWarning: true });

/** A problem in a file. */
export const problemIn =
  (file: string, code: string, at = fileStart): Words<Problem> =>
  (...said) => ({ file, ...saidAt(at, code)(...said) });

/** What puts each thing that is said into a list. */
export const heldIn =
  <Said>(list: Said[], say: Words<Said>): Words<void> =>
  (...said) =>
    void list.push(say(...said));

/** Problems in the order of files, then of places in them; a problem said twice is said once. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted(
    (a, b) =>
      compareLetters(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareLetters(a.code, b.code) ||
      compareLetters(a.actual, b.actual),
  );
  return [...new Map(sorted.map((problem) => [formatProblem(problem), problem])).values()];
}

/**
 * A problem as lines of text:
 *
 *     content/documents/x.mdx:3:1 field-unknown
 *       expected: …
 *       found:    …
 *       to mend:  …
 */
export const formatProblem = ({ file, line, column, code, isWarning, expected, actual, mend }: Problem): string =>
  `${file}:${line}:${column} ${code}${isWarning ? ', a warning' : ''}\n  expected: ${expected}\n  found:    ${actual}\n  to mend:  ${mend}`;

/** The last line of a check: `1 document, no problems.` or `3 problems in 2 files; 1 warning, which stops nothing.` */
export function summaryLine(documents: number, problems: readonly Problem[], warnings = 0): string {
  const files = new Set(problems.map((problem) => problem.file)).size;
  const found =
    problems.length === 0
      ? `${documentsInWords(documents)}, no problems`
      : `${counted(problems.length, 'problem')} in ${counted(files, 'file')}`;
  const stops = warnings === 1 ? 'which stops nothing' : 'which stop nothing';
  return `${found}${warnings === 0 ? '' : `; ${counted(warnings, 'warning')}, ${stops}`}.`;
}

/** Quotes what an editor wrote, shortened, so that a message stays one line. */
export const quote = (written: string): string => {
  const line = written.slice(0, 200).replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
};

/** Where a sign that cannot be seen stands: after the last words of its line before an offset. */
export const afterWords = (text: string, offset: number): string => {
  const [near = ''] = /[^\n]*$/.exec(text.slice(Math.max(offset - 80, 0), offset)) ?? [];
  const seen = near.replace(/[\p{Cc}\p{Cf}]/gu, '').trimEnd();
  const words = /\S*\s*\S+$/.exec(seen)?.[0].slice(-30).trim();
  return words ? `after “${words}”` : 'at the beginning of the line';
};

/** Begins the mending sentence with what was probably meant, where that is known. */
export const meant = (suggestion: string | undefined) =>
  suggestion === undefined ? '' : `Did you mean ${suggestion}? `;
