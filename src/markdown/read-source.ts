/** The text of a document file, before Markdown: its size, its lines, its frontmatter, its characters. */
import { location } from 'vfile-location';
import type { Point } from '../edition/document.ts';
import { fileStart, messageAt, type Message, type Wording } from '../edition/problems.ts';
import { characterFaults } from './read-characters.ts';

/** What is between the two lines of `---`. */
export interface Frontmatter {
  readonly text: string;
  /** Line of the file in which `text` begins. */
  readonly firstLine: number;
}

/** The body of a file while it is read: offsets count in `text`, which begins after the frontmatter. */
export interface Source {
  readonly text: string;
  readonly pointAt: (offset: number) => Point;
  /** Notes a problem at an offset, or at a line and column of the file. */
  readonly report: (code: string, at: number | Point, words: Wording) => void;
  readonly messages: readonly Message[];
}

/**
 * Line ends as LF, without a byte-order mark: neither is part of the text, and
 * lines and columns stay those that an editor's program shows.
 */
export function normalized(file: string): string {
  return file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/**
 * What a document may hold at most, each many times what the largest of the volumes *Foreign Relations*
 * 1930 I and 1936 III holds (40,619 characters, 15 notes). A parser's time grows faster than some of
 * these: within them, any file is read in well under a second.
 */
const limits: readonly { readonly most: number; readonly of: string; readonly count: (text: string) => number }[] = [
  { most: 200_000, of: 'characters', count: (text) => text.length },
  { most: 5_000, of: 'lines', count: (text) => text.split('\n').length },
  { most: 2_000, of: 'notes and calls of notes', count: (text) => text.split('[^').length - 1 },
  { most: 2_000, of: 'signs for italics and bold', count: (text) => text.match(/[*_]+/g)?.length ?? 0 },
  { most: 4_000, of: 'brackets and backticks', count: (text) => text.match(/[[`]/g)?.length ?? 0 },
];

/** What stands before the words of a line, one part in the other: quotations, lists, and their spaces. */
const lineBefore = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;
const deepest = 100;

/** Opens the text of a file. Without frontmatter, or where the file is too large to be read, there is no body. */
export function openSource(file: string): { frontmatter: Frontmatter | undefined; source: Source } {
  const text = normalized(file);
  const messages: Message[] = [];
  const opening = /^---[ \t]*\n/.exec(text)?.[0] ?? '';
  const closing = opening === '' ? null : /^---[ \t]*$/m.exec(text.slice(opening.length));
  const end = opening.length + (closing?.index ?? 0);
  const bodyAt = end + (closing?.[0].length ?? 0);
  const places = location(text);
  const pointAt = (offset: number): Point => {
    const { line, column } = places.toPoint(Math.min(bodyAt + offset, text.length)) ?? fileStart;
    return { line, column };
  };
  const report: Source['report'] = (code, at, words) => {
    messages.push(messageAt(typeof at === 'number' ? pointAt(at) : at, code, words));
  };
  const source: Source = { text: text.slice(bodyAt), pointAt, report, messages };
  const isReadable = checkSize(source, text);
  if (opening === '') {
    report('frontmatter-missing', fileStart, {
      expected: '--- in the first line, then the record, then --- again',
      actual: 'a file that begins otherwise',
      mend: 'Write the record between two lines of ---; `npm run new` makes a document with all its fields.',
    });
  } else if (closing === null) {
    report('frontmatter-unclosed', fileStart, {
      expected: 'a second line of --- after the record',
      actual: 'none',
      mend: 'Write --- on a line of its own before the heading.',
    });
  }
  if (!isReadable) return { frontmatter: undefined, source };
  for (const { code, index, ...words } of characterFaults(text)) report(code, index - bodyAt, words);
  const frontmatter = closing === null ? undefined : { text: text.slice(opening.length, end), firstLine: 2 };
  for (const { index } of frontmatter ? source.text.matchAll(/\t/g) : []) {
    report('tab', index, { expected: 'spaces between words', actual: 'a tab', mend: 'Write a space.' });
  }
  return { frontmatter, source };
}

/** Whether a file can be read in time: reports what it has too much of. */
function checkSize({ text, report }: Source, file: string): boolean {
  const over = limits.flatMap(({ most, of, count }) => {
    const found = count(file);
    return found > most ? [{ most, of, found }] : [];
  });
  for (const { most, of, found } of over) {
    report('too-large', fileStart, {
      expected: `a document of at most ${most.toLocaleString('en')} ${of}`,
      actual: `${found.toLocaleString('en')} ${of}`,
      mend: 'See that the file holds one document; a larger one is divided, its parts named one after the other.',
    });
  }
  if (over.length > 0) return false;
  let at = 0;
  for (const line of text.split('\n')) {
    const before = lineBefore.exec(line)?.[0] ?? '';
    if (before.length > deepest) {
      report('nested-too-deeply', at, nestedTooDeeply);
      return false;
    }
    at += line.length + 1;
  }
  return true;
}

/** What is said of parts that stand in parts beyond what a page can show. */
export const nestedTooDeeply: Wording = {
  expected: 'quotations, lists, parts and marks one in the other a few times at most',
  actual: 'many of them one in the other',
  mend: 'Close the outer ones first; if the signs > or - are part of the text, put a backslash before each.',
};
