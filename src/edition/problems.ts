/** Problems of the content: what is wrong, where, and how an editor mends it. */
import type { Point } from './document.ts';

/** What a problem says, each part a phrase or sentence for an editor. */
export interface Wording {
  /** What should stand there. */
  readonly expected: string;
  /** What stands there. */
  readonly actual: string;
  /** What to do; where possible with the mended text. */
  readonly mend: string;
}

/** A problem at a place of a file that its finder need not know the name of. */
export interface Message extends Wording {
  /** Small letters and hyphens, the same for every problem of its kind: `mark-unknown`. */
  readonly code: string;
  readonly line: number;
  readonly column: number;
}

/** A problem in a file; `file` is a path from the folder that holds the content folder. */
export interface Problem extends Message {
  readonly file: string;
}

/** A message about a place: what was expected there, what stands there, and how to mend it. */
export const messageAt = (at: Point, code: string, { expected, actual, mend }: Wording): Message => ({
  code,
  line: at.line,
  column: at.column,
  expected,
  actual,
  mend,
});

/** Problems in the order of files, then of places in them; a problem said twice is said once. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...problems].sort(
    (a, b) =>
      before(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      before(a.code, b.code) ||
      before(a.actual, b.actual),
  );
  return sorted.filter((problem, index) => index === 0 || formatProblem(problem) !== formatProblem(sorted[index - 1]));
}

/**
 * A problem as lines of text:
 *
 *     content/documents/x.mdx:3:1 field-unknown
 *       expected: …
 *       found:    …
 *       to mend:  …
 */
export function formatProblem(problem: Problem | undefined): string {
  if (problem === undefined) return '';
  return [
    `${problem.file}:${problem.line}:${problem.column} ${problem.code}`,
    `  expected: ${problem.expected}`,
    `  found:    ${problem.actual}`,
    `  to mend:  ${problem.mend}`,
  ].join('\n');
}

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** The last line of a check: `1 document, no problems.` or `3 problems in 2 files.` */
export function summaryLine(documents: number, problems: readonly Problem[]): string {
  if (problems.length === 0) return `${counted(documents, 'document', 'documents')}, no problems.`;
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${counted(problems.length, 'problem', 'problems')} in ${counted(files, 'file', 'files')}.`;
}

/** Where a problem of a whole file is shown. */
export const fileStart: Point = { line: 1, column: 1 };

/** Quotes what an editor wrote, shortened, so that a message stays one line. */
export const quote = (written: string): string => {
  const line = written.slice(0, 200).replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 59)}…` : line}”`;
};

/** The last words of a line before an offset: where to look for a sign that cannot be seen. */
export const wordsBefore = (text: string, offset: number): string => {
  const near = text.slice(Math.max(offset - 80, 0), offset);
  const seen = near
    .slice(near.lastIndexOf('\n') + 1)
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trimEnd();
  return /\S*\s*\S+$/.exec(seen)?.[0].slice(-30).trim() ?? '';
};

/** Begins the mending sentence with what was probably meant, where that is known. */
export const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `Did you mean ${suggestion}? `;
