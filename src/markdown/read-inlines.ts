/** Words inside a paragraph, a heading or a cell, with their marks: Markdown's tree → the edition's. */
import type { PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Inline, Mark } from '../edition/document.ts';
import { isMarkName, markRow, marks, printingOf, type AttributeType, type MarkRow } from '../edition/marks.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { meant, quote } from '../edition/problems.ts';
import { divisions, setPieceAttributes, setPieces, signs, styles } from '../edition/set-pieces.ts';
import { textOf } from '../edition/text.ts';
import { isRealDate } from '../schema/scalars.ts';
import { sayResolved, sayRun } from './read-characters.ts';
import { checkCalls, labelOf } from './read-notes.ts';
import { offsetOf, refuse, refuseNode, writtenOf, type Source } from './read-source.ts';

/** Whether braces hold a comment and nothing else. */
export function isComment(expression: string): boolean {
  const held = expression.trim();
  return held.length >= 4 && held.startsWith('/*') && held.indexOf('*/', 2) === held.length - 2;
}

/** Stands for a comment until the space around it is joined: no character, so no document may hold it. */
const comment = '\uFFFE';

/** The words of inline nodes on one line; what would change is reported. `inside` are the elements around, italics `*`. */
export const readInlines = (nodes: readonly PhrasingContent[], source: Source, inside: readonly string[] = []) =>
  joined(
    nodes.flatMap((node) => readInline(node, source, inside)),
    inside.length === 0,
  );

function readInline(node: PhrasingContent, source: Source, inside: readonly string[]): Inline[] {
  const at = offsetOf(node);
  const written = writtenOf(node, source);
  if (node.type === 'text') {
    source.runs.push({ at, written });
    checkText(written, at, source);
    sayRun(node.value, written, (code, index) => source.report(code, at + index));
    return [{ type: 'text', value: node.value.replaceAll('\n', ' ') }];
  }
  if (node.type === 'emphasis' || node.type === 'strong') {
    const end = at + written.length;
    // Letters or figures that touch the stars from outside, as in 2*3*4.
    const [before, after] = [source.text.slice(Math.max(at - 2, 0), at), source.text.slice(end, end + 2)];
    if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after))
      source.report('emphasis-in-word', at)`
        italic or bold words that begin and end where words do
        stars inside a word, which Markdown drops: ${quote(written)}
        If the stars are printed, write \\*; italics inside a word are written <Italic>…</Italic>, bold <Bold>…</Bold>.`;
    return [{ type: node.type, children: readInlines(node.children, source, [...inside, '*']) }];
  }
  if (node.type === 'footnoteReference')
    return [{ type: 'note-reference', label: labelOf(node), at: source.pointAt(at) }];
  if (node.type === 'mdxJsxTextElement') return inElement(node, source, inside);
  if (node.type === 'mdxTextExpression') {
    if (!isComment(node.value)) refuse('expression', written, at, source);
    return [{ type: 'text', value: comment }];
  }
  refuseNode(node, written, at, source);
  return [];
}

function inElement(element: MdxJsxTextElement, source: Source, inside: readonly string[]): Inline[] {
  const name = element.name ?? '';
  const at = offsetOf(element);
  const children = (): Inline[] => readInlines(element.children, source, [...inside, name]);
  if (isSetPiece(name) || isDivision(name)) {
    refuse(isSetPiece(name) ? 'set-piece-in-text' : 'division-in-line', name, at, source);
    return children();
  }
  if (name === 'Across') {
    source.report('across-misplaced', at)`
      <Across/> alone in a cell of a table, after the cell that runs on over its column
      <Across/> beside other words, in the first cell of a row, or outside of a table
      Remove it, or put it alone between its | signs: | Total | <Across/> |`;
    return [];
  }
  const isMark = isMarkName(name);
  if (!isMark && !isStyle(name) && name !== 'Break') {
    reportUnknownElement(element, source);
    return children();
  }
  const attributes = readElement(element, source);
  if (!isMark) return [isStyle(name) ? { type: styles[name].type, children: children() } : { type: 'break' }];
  if (inside.includes(name))
    source.report('mark-in-itself', at)`
      <${name}> not inside another <${name}>
      <${name}> inside <${name}>
      Close the outer one first, or remove one of the two.`;
  const mark = { type: 'mark', name, attributes, children: children(), at: source.pointAt(at) } as const;
  warnOfPrintedTwice(mark, at, at + writtenOf(element, source).length, source);
  return [mark];
}

/** Warns where what a mark prints of its own, brackets or the wrong word, is also written, in it or beside it. */
function warnOfPrintedTwice({ name, attributes, children }: Mark, from: number, to: number, source: Source): void {
  const { was, before, after } = printingOf(name, attributes);
  const words = textOf(children).trim();
  const [first, last] = [before.trim(), after.trim()];
  const preceding = source.text.slice(Math.max(from - 80, 0), from).trimEnd();
  const following = source.text
    .slice(to, to + 20)
    .replaceAll('\\', '')
    .trimStart();
  const isInside = words.startsWith(first) && words.endsWith(last);
  const isBeside = preceding.endsWith(first) && following.startsWith(last);
  const isWrongWord = was !== '' && preceding.endsWith(was) && !/[\p{L}\p{N}]$/u.test(preceding.slice(0, -was.length));
  if (!isWrongWord && (last === '' || !(isInside || isBeside))) return;
  source.warn('printed-twice', from)`
    <${name}> around the words alone: it prints ${was}${before}…${after}
    ${isWrongWord ? `“${was}” before it` : `${last} ${isInside ? 'in it' : 'after it'}`} as well
    Remove that, or it is printed twice.`;
}

/** What a run of characters may hide: a note that is not written, spaces that a page would swallow. */
function checkText(written: string, at: number, source: Source): void {
  checkCalls(written, at, source);
  for (const { 0: spaces, index } of written.matchAll(/(?<=[^ \n]) {2,}(?=[^ \n])/g))
    source.report('space-run', at + index)`
      one space between words
      ${spaces.length} spaces
      Write one space.`;
  if (written.endsWith('\\') && !/(^|[^\\])(\\\\)+$/.test(written))
    source.report('line-end-backslash', at + written.length - 1)`
      a backslash only before the sign it protects
      a backslash at the end of a paragraph
      Remove it; if it is printed, write \\\\.`;
}

/** Words without spaces at their end; a regular expression would look at each run of spaces from each of its signs. */
const withoutEnd = (words: string): string => (words.endsWith(' ') ? words.replace(/^([^]*[^ ])? +$/, '$1') : words);

/** Joins neighbouring runs of text: no space around a line break or at a line’s ends, and one for a comment. */
function joined(read: readonly Inline[], isLine: boolean): Inline[] {
  const runs: Inline[] = [];
  for (const inline of read) {
    const last = runs.at(-1);
    if (inline.type !== 'text' || last?.type !== 'text') runs.push(inline);
    else runs.splice(-1, 1, { type: 'text', value: last.value + inline.value });
  }
  return runs.flatMap((inline, index): Inline[] => {
    if (inline.type !== 'text') return [inline];
    const [before, after] = [runs[index - 1], runs[index + 1]];
    let { value } = inline;
    if (value.includes(comment)) value = value.replace(/ (?:\uFFFE *)+/g, ' ').replaceAll(comment, '');
    if (before ? before.type === 'break' : isLine || inline.value.startsWith(comment)) value = value.replace(/^ +/, '');
    if (after ? after.type === 'break' : isLine || inline.value.endsWith(comment)) value = withoutEnd(value);
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

const isIn =
  <Register extends object>(register: Register) =>
  (name: string | null): name is string & keyof Register =>
    name !== null && Object.hasOwn(register, name);
/** Whether an element makes a paragraph a set piece. */
export const isSetPiece = isIn(setPieces);
/** Whether an element is a part with a heading of its own. */
export const isDivision = isIn(divisions);
/** Whether an element sets words apart by their type. */
export const isStyle = isIn(styles);

const known = [marks, setPieces, divisions, styles, signs].flatMap((register) => Object.keys(register));

/** Whether a name is that of a mark, a set piece, a part, a style of type, the line break, or a cell run over. */
export const isElement = (name: string): boolean => known.includes(name);

/** Reports an element that is none of ours. */
function reportUnknownElement(element: Element, source: Source): void {
  const name = element.name ?? '';
  const suggestion = nearestName(name, known);
  if (/^[a-z]/.test(name) && suggestion?.toLowerCase() !== name.toLowerCase())
    refuse('raw-html', name, offsetOf(element), source);
  else
    source.report('mark-unknown', offsetOf(element))`
      one of the registered marks: ${known.join(', ')}
      <${name}>
      ${meant(suggestion && `<${suggestion}>`)}Write a registered mark.`;
}

/** Reports an element that should hold words and holds none. */
export function expectWords({ name, children, ...element }: Element, source: Source): void {
  if (children.length > 0) return;
  source.report('mark-empty', offsetOf(element))`
    words between <${name}> and </${name}>
    <${name}> around nothing
    Write the words that are marked, or remove <${name}>.`;
}

/** The attributes of an element of a document, which is held against what it may say and hold. */
export function readElement(element: Element, source: Source): Record<string, string> {
  const name = element.name ?? '';
  const row = isMarkName(name) ? markRow(name) : undefined;
  const rows = row?.attributes ?? (isSetPiece(name) ? setPieceAttributes(name) : {});
  const attributes = attributesOf(element, rows, source);
  if (row?.content !== 'empty' && !Object.hasOwn(signs, name)) {
    // What a part holds, its reader looks at.
    if (!isDivision(name)) expectWords(element, source);
  } else if (element.children.length > 0)
    source.report('mark-not-empty', offsetOf(element))`
      <${name} … /> without words
      <${name}> around words
      Close it in itself, <${name} … />, and leave the words outside.`;
  return attributes;
}

/** The attributes of an element, held against those that it may have. */
function attributesOf(element: Element, rows: MarkRow['attributes'], source: Source): Record<string, string> {
  const mark = element.name ?? '';
  const read: Record<string, string> = {};
  for (const attribute of element.attributes) {
    const at = offsetOf(attribute);
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      refuse('expression', `{${attribute.value}}`, at, source);
      continue;
    }
    const { name, value } = attribute;
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    if (row === undefined) {
      const names = Object.keys(rows);
      source.report('attribute-unknown', at)`
        <${mark}> ${names.length === 0 ? 'without attributes' : `with no attributes but ${names.join(', ')}`}
        the attribute ${name}
        ${meant(nearestName(name, names))}Remove ${name}, or correct its name.`;
    } else if (Object.hasOwn(read, name))
      source.report('attribute-twice', at)`
        each attribute of <${mark}> once
        ${name} twice
        Remove one ${name}.`;
    else {
      const [expected, holds] = formOf(row.type);
      const isWords = typeof value === 'string';
      if (!isWords || !holds(value))
        source.report('attribute-wrong', at)`
          ${name} to be ${expected}
          <${mark} ${name}=${isWords ? `"${value}"` : value ? `{${value.value}}` : 'nothing'}>
          Write ${expected} between quotation marks: ${name}="…".`;
      read[name] = isWords ? value : '';
      sayResolved(read[name], writtenOf(attribute, source), (code) => source.report(code, at));
    }
  }
  for (const [name, row] of Object.entries(rows)) {
    if (!row.required || Object.hasOwn(read, name)) continue;
    source.report('attribute-missing', offsetOf(element))`
      <${mark} ${name}="…">. ${row.description}
      <${mark}> without ${name}
      Write <${mark} ${name}="…">.`;
  }
  return read;
}

type Form = readonly [expected: string, holds: (value: string) => boolean];

const isWritten = (value: string): boolean => value.trim() !== '';

/** What an attribute may hold, in words and as a test. */
const forms: Readonly<Record<Extract<AttributeType, string>, Form>> = {
  // Whether there is such an entry, the checker asks, who can suggest the one that is meant.
  register: ['the id of an entry in the register', isWritten],
  date: ['a date of the calendar in figures, such as 1936-01-29', isRealDate],
  language: ['a language tag, such as fr or ru-Latn', isLanguageTag],
  words: ['words', isWritten],
  page: ['the number of a page, such as 33, 33a or xiv', (value) => /^(?:\d+[a-z]?|[ivxlcdm]+)$/i.test(value)],
};

const formOf = (type: AttributeType): Form =>
  typeof type === 'string' ? forms[type] : [`one of ${type.join(', ')}`, (value) => type.includes(value)];

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
