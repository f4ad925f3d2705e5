/** The text of a document file, before Markdown: its lines, its frontmatter, its characters. */
import type { Point } from '../edition/document.ts';
import { finding, type Message, type ProblemCode, type problemRegister } from '../edition/problems.ts';
import { wordsBefore } from '../edition/wording.ts';

/** What is between the two lines of `---`. */
export interface Frontmatter {
  readonly text: string;
  /** Line of the file in which `text` begins. */
  readonly firstLine: number;
}

/** The body of a file while it is read: offsets count in `text`, which keeps every line of the file. */
export interface Source {
  readonly text: string;
  readonly pointAt: (offset: number) => Point;
  /** Notes a problem at an offset. */
  readonly report: <Code extends ProblemCode>(
    code: Code,
    offset: number,
    ...details: Parameters<(typeof problemRegister)[Code]>
  ) => void;
  /** Notes a problem at a line and column. */
  readonly reportAt: <Code extends ProblemCode>(
    code: Code,
    at: Point,
    ...details: Parameters<(typeof problemRegister)[Code]>
  ) => void;
  readonly problems: readonly Message[];
}

/**
 * Line ends as LF, without a byte-order mark: neither is part of the text, and
 * lines and columns stay those that an editor's program shows.
 */
export function normalized(file: string): string {
  return file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Finds lines and columns, from 1, of offsets in a text whose lines end in LF. */
export function pointFinder(text: string): (offset: number) => Point {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Opens the text of a file: its frontmatter apart and blanked out of the body, so that offsets hold. */
export function openSource(file: string): { frontmatter: Frontmatter | undefined; source: Source } {
  const text = normalized(file);
  const problems: Message[] = [];
  const pointAt = pointFinder(text);
  const reportAt: Source['reportAt'] = (code, at, ...details) => {
    problems.push(finding(code, at, ...details));
  };
  const report: Source['report'] = (code, offset, ...details) => reportAt(code, pointAt(offset), ...details);
  const opening = /^---[ \t]*\n/.exec(text)?.[0];
  let body = text;
  let frontmatter: Frontmatter | undefined;
  if (opening === undefined) report('frontmatter-missing', 0);
  else {
    const closing = /^---[ \t]*$/m.exec(text.slice(opening.length));
    if (closing === null) report('frontmatter-unclosed', 0);
    const length = closing?.index ?? text.length - opening.length;
    const end = opening.length + length + (closing?.[0].length ?? 0);
    if (closing !== null) {
      frontmatter = { text: text.slice(opening.length, opening.length + length), firstLine: 2 };
    }
    body = text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
  }
  checkCharacters(text, report);
  for (const match of body.matchAll(/\t/g)) report('tab', match.index);
  return { frontmatter, source: { text: body, pointAt, report, reportAt, problems } };
}

/** What those are called that word processors and web pages put into a text. */
const invisible: Readonly<Record<string, string>> = {
  '\u00AD': 'soft hyphen',
  '\u200B': 'space of no width',
  '\u200E': 'mark of direction',
  '\u200F': 'mark of direction',
  '\u2060': 'joiner of words',
  '\uFEFF': 'byte-order mark',
};

/**
 * Characters that no reader sees, or that do not survive to the text as
 * printed (which is NFC): control and zero-width characters, the sign for
 * a lost character, and letters with a separate accent.
 */
function checkCharacters(text: string, report: Source['report']): void {
  for (const match of text.matchAll(
    /[^\n\x20-\x7E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u2009\u2010-\u2027\u202F-\u205F\u2070-\u20FF]/g,
  )) {
    const [character] = match;
    if (character === '\t') continue;
    if (character === '\uFFFD') report('lost-character', match.index);
    else if (/^[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]$/u.test(character)) {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const before = wordsBefore(text, match.index);
      report('control-character', match.index, `U+${code}`, invisible[character], before);
    }
  }
  if (text.normalize('NFC') === text) return;
  for (const match of text.matchAll(/\P{M}\p{M}*/gu)) {
    const composed = match[0].normalize('NFC');
    if (composed !== match[0]) report('not-composed', match.index, match[0], composed);
  }
}
