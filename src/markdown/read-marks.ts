/** Marks as an editor writes them, held against the register of marks. */
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Position } from 'unist';

import { isMarkName, markRow, marks, type AttributeType, type MarkName } from '../edition/marks.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { divisions, lineBreak, setPieces } from '../edition/set-pieces.ts';
import type { Source } from './read-source.ts';
import { isRealDate } from '../schema/scalars.ts';

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether an element makes a paragraph a set piece. */
export const isSetPiece = (name: string | null): name is keyof typeof setPieces =>
  name !== null && Object.hasOwn(setPieces, name);
/** Whether an element is a part with a heading of its own. */
export const isDivision = (name: string | null): name is keyof typeof divisions =>
  name !== null && Object.hasOwn(divisions, name);

/** Offset of a node; every node we read comes from the file. */
export const offsetOf = (node: { readonly position?: Position | undefined }): number =>
  node.position?.start.offset ?? 0;

const known = [...Object.keys(marks), ...Object.keys(setPieces), ...Object.keys(divisions), lineBreak.name];

/** Whether a name is that of a mark, a set piece, a part or the line break. */
export const isElement = (name: string): boolean => known.includes(name);

/** Reports an element that is none of ours. */
export function reportUnknownElement(element: Element, source: Source): void {
  const name = element.name ?? '';
  const suggestion = nearestName(name, known);
  if (/^[a-z]/.test(name) && suggestion?.toLowerCase() !== name.toLowerCase()) {
    source.report('raw-html', offsetOf(element), name);
  } else {
    source.report('mark-unknown', offsetOf(element), name, known.join(', '), suggestion);
  }
}

/** Reports attributes of an element that has none. */
export function expectNoAttributes(element: Element, source: Source): void {
  attributesOf(element, {}, source);
}

/** The mark that an element is, its attributes checked; undefined, with a problem reported, where it is none. */
export function readMark(
  element: Element,
  source: Source,
): { name: MarkName; attributes: Record<string, string> } | undefined {
  const name = element.name ?? '';
  if (!isMarkName(name)) {
    reportUnknownElement(element, source);
    return undefined;
  }
  const row = markRow(name);
  const attributes = attributesOf(element, row.attributes, source);
  if (row.content === 'empty' && element.children.length > 0) {
    source.report('mark-not-empty', offsetOf(element), name);
  }
  if (row.content === 'words' && element.children.length === 0) {
    source.report('mark-empty', offsetOf(element), name);
  }
  return { name, attributes };
}

type AttributeRows = ReturnType<typeof markRow>['attributes'];

function attributesOf(element: Element, rows: AttributeRows, source: Source): Record<string, string> {
  const mark = element.name ?? '';
  const at = offsetOf(element);
  const read: Record<string, string> = {};
  for (const attribute of element.attributes) {
    const offset = attribute.position?.start.offset ?? at;
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      source.report('expression', offset, `{${attribute.value}}`);
      continue;
    }
    const { name, value } = attribute;
    const row = rows[name];
    if (row === undefined) {
      const names = Object.keys(rows);
      source.report('attribute-unknown', offset, mark, name, names.join(', '), nearestName(name, names));
    } else if (Object.hasOwn(read, name)) {
      source.report('attribute-twice', offset, mark, name);
    } else if (typeof value !== 'string') {
      const found = value ? `{${value.value}}` : 'nothing';
      source.report('attribute-wrong', offset, mark, name, formOf(row.type).expected, found);
      read[name] = '';
    } else {
      const form = formOf(row.type);
      if (!form.holds(value)) {
        source.report('attribute-wrong', offset, mark, name, form.expected, `"${value}"`);
      }
      read[name] = value;
    }
  }
  for (const [name, row] of Object.entries(rows)) {
    if (row.required && !Object.hasOwn(read, name)) {
      source.report('attribute-missing', at, mark, name, row.description);
    }
  }
  return read;
}

/** What an attribute may hold, in words and as a test. */
function formOf(type: AttributeType): { expected: string; holds: (value: string) => boolean } {
  if (typeof type !== 'string') {
    return { expected: `one of ${type.join(', ')}`, holds: (value) => type.includes(value) };
  }
  switch (type) {
    case 'register':
      // Whether there is such an entry, the checker asks, who can suggest the one that is meant.
      return { expected: 'the id of an entry in the register', holds: isWritten };
    case 'date':
      return {
        expected: 'a date of the calendar in figures, such as 1936-01-29',
        holds: isRealDate,
      };
    case 'language':
      return { expected: 'a language tag, such as fr or ru-Latn', holds: isLanguageTag };
    case 'words':
      return { expected: 'words', holds: isWritten };
    case 'page':
      return {
        expected: 'the number of a page, such as 33, 33a or xiv',
        holds: (value) => /^(?:\d+[a-z]?|[ivxlcdm]+)$/i.test(value),
      };
  }
}

const isWritten = (value: string): boolean => value.trim() !== '';

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
