/** The text of a document file, before Markdown: its size, its lines, its frontmatter, its characters. */
import { location } from 'vfile-location';
import type { Point } from '../edition/document.ts';
import { fileStart, saidAt, warnedAt, type Message, type Words } from '../edition/problems.ts';
import { refuse } from './read-refusals.ts';
import { sayUnreadable } from './read-characters.ts';

/** The body of a file while it is read: offsets count in `text`, which begins after the frontmatter. */
export interface Source {
  readonly text: string;
  readonly messages: readonly Message[];
  readonly warnings: readonly Message[];
  /** Every run of text as written, with its offset, as it is read. */
  readonly runs: { readonly at: number; readonly written: string }[];
  readonly pointAt: (offset: number) => Point;
  /** Notes a problem at an offset, or at a line and column of the file. */
  readonly report: (code: string, at: number | Point) => Words<void>;
  /** Notes what is only to be looked at. */
  readonly warn: (code: string, at: number) => Words<void>;
}

/** Line ends as LF, without a byte-order mark: neither is of the text; lines and columns stay as an editor sees. */
export function normalized(file: string): string {
  return file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/**
 * What a document may hold at most: many times what the largest of *Foreign Relations* 1930 I and 1936 III holds
 * (40,619 characters, 15 notes). Within it, any file is read in well under a second, though a parser's time may grow
 * faster.
 */
const limits: readonly { readonly most: number; readonly of: string; readonly count: (text: string) => number }[] = [
  { most: 200_000, of: 'characters', count: (text) => text.length },
  { most: 5_000, of: 'lines', count: (text) => text.split('\n').length },
  { most: 2_000, of: 'notes and calls of notes', count: (text) => text.split('[^').length - 1 },
  { most: 2_000, of: 'signs for italics and bold', count: (text) => text.match(/[*_]+/g)?.length ?? 0 },
  { most: 4_000, of: 'brackets and backticks', count: (text) => text.match(/[[`]/g)?.length ?? 0 },
];

/** What stands before the words of a line, one part in the other: quotations, lists, and their spaces. */
const lineBefore = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/gm;
const deepest = 100;

/** Opens the text of a file. Without frontmatter, or where the file is too large to be read, there is no body. */
export function openSource(file: string) {
  const text = normalized(file);
  const [whole = '', record] = /(?<![^])---[ \t]*\n([^]*?)^---[ \t]*$/m.exec(text) ?? [];
  const messages: Message[] = [];
  const warnings: Message[] = [];
  const places = location(text);
  const pointAt = (offset: number): Point => {
    const { line, column } = places.toPoint(Math.min(whole.length + offset, text.length)) ?? fileStart;
    return { line, column };
  };
  const report: Source['report'] =
    (code, at) =>
    (...said) =>
      void messages.push(saidAt(typeof at === 'number' ? pointAt(at) : at, code)(...said));
  const warn: Source['warn'] =
    (code, at) =>
    (...said) =>
      void warnings.push(warnedAt(pointAt(at), code)(...said));
  const source = { text: text.slice(whole.length), messages, warnings, runs: [], pointAt, report, warn };
  const isReadable = checkSize(source, text);
  if (!/^---[ \t]*\n/.test(text))
    report('frontmatter-missing', fileStart)`
      --- in the first line, then the record, then --- again
      a file that begins otherwise
      Write the record between two lines of ---; \`npm run new\` makes a document with all its fields.`;
  else if (record === undefined)
    report('frontmatter-unclosed', fileStart)`
      a second line of --- after the record
      none
      Write --- on a line of its own before the heading.`;
  if (!isReadable) return { frontmatter: undefined, source };
  sayUnreadable(text, (code, index) => report(code, index - whole.length));
  if (record === undefined) return { frontmatter: undefined, source };
  for (const { index } of source.text.matchAll(/\t/g))
    report('tab', index)`
      spaces between words
      a tab
      Write a space.`;
  return { frontmatter: { text: record, firstLine: 2 }, source };
}

/** Whether a file can be read in time: reports what it has too much of. */
function checkSize(source: Source, file: string): boolean {
  const over = limits
    .map((limit) => ({ ...limit, found: limit.count(file) }))
    .filter(({ found, most }) => found > most);
  for (const { most, of, found } of over)
    source.report('too-large', fileStart)`
      a document of at most ${most.toLocaleString('en')} ${of}
      ${found.toLocaleString('en')} ${of}
      See that the file holds one document; a larger one is divided, its parts named one after the other.`;
  if (over.length > 0) return false;
  const deep = [...source.text.matchAll(lineBefore)].find(({ 0: before }) => before.length > deepest);
  if (deep) refuse('nested-too-deeply', '', deep.index, source);
  return deep === undefined;
}
