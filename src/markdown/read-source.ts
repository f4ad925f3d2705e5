/** The text of a document file while it is read: its size, lines, frontmatter, characters, and refusals. */
import type { Nodes } from 'mdast';
import type { Position } from 'unist';
import { location } from 'vfile-location';
import { inFigures } from '../edition/counts.ts';
import type { Point } from '../edition/document.ts';
import { fileStart, heldIn, quote, saidAt, warnedAt, type Message, type Words } from '../edition/problems.ts';
import { sayUnreadable } from './read-characters.ts';

/** Line ends as LF, without a byte-order mark: neither is of the text; lines and columns stay as an editor sees. */
export const normalized = (file: string): string => file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/**
 * What a document may hold at most: many times the largest of *Foreign Relations* 1930 I and 1936 III (40,619
 * characters, 15 notes). Within it, any file is read in well under a second.
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
/** How many parts, quotations, lists and marks may stand one in the other: there are fewer names of marks. */
export const deepest = 100;

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
  /** Notes a problem at an offset, or at a line and column of the file. */
  const report = (code: string, at: number | Point) =>
    heldIn(messages, saidAt(typeof at === 'number' ? pointAt(at) : at, code));
  /** Notes what is only to be looked at. */
  const warn = (code: string, at: number) => heldIn(warnings, warnedAt(pointAt(at), code));
  /** Every run of text as written, with its offset, as it is read. */
  const runs: { readonly at: number; readonly written: string }[] = [];
  const source = { text: text.slice(whole.length), messages, warnings, runs, pointAt, report, warn };
  const isReadable = checkSize(source, text);
  const [first = ''] = text.split('\n', 1);
  if (!/^---[ \t]*\n/.test(text))
    report('frontmatter-missing', fileStart)`
      --- in the first line, then the record, then --- again
      ${text.trim() === '' ? 'an empty file' : first.trim() === '' ? 'an empty first line' : `a first line ${quote(first)}`}
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
      Write a space; where tabs part the columns of a table, write | before, between and after its cells.`;
  return { frontmatter: { text: record, firstLine: 2 }, source };
}

/** The body of a file while it is read: offsets count in `text`, which begins after the frontmatter. */
export type Source = ReturnType<typeof openSource>['source'];

/** Whether a file can be read in time: reports what it has too much of. */
function checkSize(source: Source, file: string): boolean {
  const over = limits.map((one) => ({ ...one, found: one.count(file) })).filter(({ found, most }) => found > most);
  for (const { most, of, found } of over)
    source.report('too-large', fileStart)`
      a document of at most ${inFigures(most)} ${of}
      ${inFigures(found)} ${of}
      See that the file holds one document; a larger one is divided, its parts named one after the other.`;
  if (over.length > 0) return false;
  const deep = [...source.text.matchAll(lineBefore)].find(({ 0: before }) => before.length > deepest);
  if (deep) refuse('nested-too-deeply', '', deep.index, source);
  return deep === undefined;
}

type Placed = { readonly position?: Position | undefined };
/** Offset of a node; every node we read comes from the file. */
export const offsetOf = (node: Placed): number => node.position?.start.offset ?? 0;
/** What of the file a node was read from. */
export const writtenOf = (node: Placed, { text }: Source) => text.slice(offsetOf(node), node.position?.end.offset);

/** What is refused wherever it stands, each with what is said of it, of what was written or the name of an element. */
const refusals = {
  link: (say, written) => say`
    words as printed; a document holds no links
    a link: ${quote(written)}
    If the brackets are printed, write \\[ and \\]. A reference of the source is written <Ref to="…">words</Ref>.`,
  image: (say, written) => say`
    words as printed; a document holds no pictures
    a picture: ${quote(written)}
    If the signs are printed, write \\!\\[.`,
  code: (say, written) => say`
    words as printed; a document holds no code
    words between backticks: ${quote(written)}
    If the backtick is printed, write \\\`; quotation marks are written “ ” or '.`,
  strikethrough: (say, written) => say`
    words as printed
    words that Markdown strikes through, dropping the signs: ${quote(written)}
    Words struck out in the source are written <Deleted>words</Deleted>; if the signs are printed, write \\~\\~.`,
  'hard-break': (say) => say`
    a line that ends with a word
    a backslash or two spaces at the end of a line, which Markdown turns into a line break
    Remove them; a line break that is printed is written <Break/>.`,
  'thematic-break': (say, written) => say`
    words as printed
    a line that Markdown turns into a rule: ${quote(written)}
    If it is printed, write ${written.slice(0, 60).trim().replace(/[*_-]/g, '\\$&')}.`,
  'link-definition': (say, written) => say`
    words as printed; a document holds no links
    a line that Markdown takes for the address of a link, and drops: ${quote(written)}
    Write \\[ instead of [ if the words are printed; a note is written [^56]: with a circumflex.`,
  'raw-html': (say, tag) => say`
    registered marks only, written with a capital: <Sic>, <Person id="…">
    raw HTML: <${tag}>
    Remove <${tag}>; italics are written *like this*, bold **like this**, a line break inside a paragraph <Break/>.`,
  expression: (say, written) => say`
    words; braces hold comments only: {/* like this */}
    braces: ${quote(written)}
    If the brace is part of the text, write \\{ and \\}. A document never runs code.`,
  'set-piece-in-text': (say, name) => say`
    <${name}> as a paragraph of its own
    <${name}> inside other words
    Put <${name}>…</${name}> on a line of its own, with an empty line before and after.`,
  'division-in-line': (say, name) => say`
    <${name}> and </${name}> each on a line of its own
    <${name}> in a line with words
    Put <${name}> alone on its line, then an empty line, then what it holds, then </${name}> alone on its line.`,
  'note-misplaced': (say, written) => say`
    notes at the end of the file, each at the beginning of a line
    the note ${written.slice(0, written.indexOf(']:') + 1)} inside another part of the text
    Move it to the end of the file, without spaces before it.`,
  'nested-too-deeply': (say) => say`
    quotations, lists, parts and marks one in the other a few times at most
    many of them one in the other
    Close the outer ones first; if the signs > or - are part of the text, put a backslash before each.`,
  'text-would-change': (say, written) => say`
    text that Markdown leaves as it is
    ${quote(written)}, of which Markdown would drop or change something
    Put a backslash before the sign that is meant as text.`,
} as const satisfies Record<string, (say: Words<void>, written: string) => void>;

/** Reports what is refused in one way wherever it stands. */
export function refuse(code: keyof typeof refusals, written: string, at: number, source: Source): void {
  refusals[code](source.report(code, at), written);
}

/** The nodes of Markdown that have no place in a document. */
const refusedNodes: Partial<Record<Nodes['type'], keyof typeof refusals>> = {
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
  inlineCode: 'code',
  code: 'code',
  delete: 'strikethrough',
  break: 'hard-break',
  thematicBreak: 'thematic-break',
  definition: 'link-definition',
  footnoteDefinition: 'note-misplaced',
};

/** Reports a node of Markdown that has no place in a document; of one nobody foresaw, that it would change. */
export function refuseNode({ type }: Nodes, written: string, at: number, source: Source): void {
  refuse(refusedNodes[type] ?? 'text-would-change', written, at, source);
}
