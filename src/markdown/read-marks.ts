/** Marks as an editor writes them, held against the register of marks. */
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Position } from 'unist';

import { isMarkName, markRow, marks, type AttributeType, type MarkRow } from '../edition/marks.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { meant } from '../edition/problems.ts';
import { acrossCell, divisions, lineBreak, setPieceAttributes, setPieces, styles } from '../edition/set-pieces.ts';
import { isRealDate } from '../schema/scalars.ts';
import { sayResolved } from './read-characters.ts';
import { refuse } from './read-refusals.ts';
import type { Source } from './read-source.ts';

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

type Placed = { readonly position?: Position | undefined };
/** Offset of a node; every node we read comes from the file. */
export const offsetOf = (node: Placed): number => node.position?.start.offset ?? 0;
/** What of the file a node was read from. */
export const writtenOf = (node: Placed, { text }: Source): string =>
  text.slice(offsetOf(node), node.position?.end.offset);

/** Elements that stand alone. */
const alone: readonly string[] = [lineBreak.name, acrossCell.name];
const known = [marks, setPieces, divisions, styles].flatMap((register) => Object.keys(register)).concat(alone);

/** Whether a name is that of a mark, a set piece, a part, a style of type, the line break, or a cell run over. */
export const isElement = (name: string): boolean => known.includes(name);

/** Reports an element that is none of ours. */
export function reportUnknownElement(element: Element, source: Source): void {
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
  const attributes = attributesOf(
    element,
    row?.attributes ?? (isSetPiece(name) ? setPieceAttributes(name) : {}),
    source,
  );
  if (row?.content !== 'empty' && !alone.includes(name)) {
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
    const at = attribute.position ? offsetOf(attribute) : offsetOf(element);
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
