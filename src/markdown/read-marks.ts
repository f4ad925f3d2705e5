/** Marks as an editor writes them, held against the register of marks. */
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Position } from 'unist';

import { isMarkName, markRow, marks, type AttributeType, type MarkName, type MarkRow } from '../edition/marks.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { meant, quote } from '../edition/problems.ts';
import { divisions, lineBreak, setPieces } from '../edition/set-pieces.ts';
import { isRealDate } from '../schema/scalars.ts';
import { resolvedFaults } from './read-characters.ts';
import type { Source } from './read-source.ts';

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

/** Reports what is HTML: a tag, or a line that begins with one. */
export function reportHtml(tag: string, at: number, source: Source): void {
  source.report('raw-html', at, {
    expected: 'registered marks only, written with a capital: <Sic>, <Person id="…">',
    actual: `raw HTML: <${tag}>`,
    mend: `Remove <${tag}>; italics are written *like this*, bold **like this**, a line break inside a paragraph <Break/>.`,
  });
}

/** Reports an element that is none of ours. */
export function reportUnknownElement(element: Element, source: Source): void {
  const name = element.name ?? '';
  const suggestion = nearestName(name, known);
  if (/^[a-z]/.test(name) && suggestion?.toLowerCase() !== name.toLowerCase()) {
    reportHtml(name, offsetOf(element), source);
  } else {
    source.report('mark-unknown', offsetOf(element), {
      expected: `one of the registered marks: ${known.join(', ')}`,
      actual: `<${name}>`,
      mend: `${meant(suggestion && `<${suggestion}>`)}Write a registered mark.`,
    });
  }
}

/** Reports an element that should hold words and holds none. */
export function expectWords(element: Element, source: Source): void {
  if (element.children.length > 0) return;
  source.report('mark-empty', offsetOf(element), {
    expected: `words between <${element.name}> and </${element.name}>`,
    actual: `<${element.name}> around nothing`,
    mend: `Write the words that are marked, or remove <${element.name}>.`,
  });
}

/** Reports an element that should stand alone and holds words. */
export function expectNoWords(element: Element, source: Source): void {
  if (element.children.length === 0) return;
  source.report('mark-not-empty', offsetOf(element), {
    expected: `<${element.name} … /> without words`,
    actual: `<${element.name}> around words`,
    mend: `Close it in itself, <${element.name} … />, and leave the words outside.`,
  });
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
  (row.content === 'empty' ? expectNoWords : expectWords)(element, source);
  return { name, attributes };
}

function attributesOf(element: Element, rows: MarkRow['attributes'], source: Source): Record<string, string> {
  const mark = element.name ?? '';
  const read: Record<string, string> = {};
  for (const attribute of element.attributes) {
    const at = attribute.position ? offsetOf(attribute) : offsetOf(element);
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      reportExpression(`{${attribute.value}}`, at, source);
      continue;
    }
    const { name, value } = attribute;
    const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
    if (row === undefined) {
      const names = Object.keys(rows);
      source.report('attribute-unknown', at, {
        expected:
          names.length === 0 ? `<${mark}> without attributes` : `<${mark}> with no attributes but ${names.join(', ')}`,
        actual: `the attribute ${name}`,
        mend: `${meant(nearestName(name, names))}Remove ${name}, or correct its name.`,
      });
    } else if (Object.hasOwn(read, name)) {
      source.report('attribute-twice', at, {
        expected: `each attribute of <${mark}> once`,
        actual: `${name} twice`,
        mend: `Remove one ${name}.`,
      });
    } else {
      const { expected, holds } = formOf(row.type);
      const isWords = typeof value === 'string';
      if (!isWords || !holds(value)) {
        source.report('attribute-wrong', at, {
          expected: `${name} to be ${expected}`,
          actual: `<${mark} ${name}=${isWords ? `"${value}"` : value ? `{${value.value}}` : 'nothing'}>`,
          mend: `Write ${expected} between quotation marks: ${name}="…".`,
        });
      }
      read[name] = isWords ? value : '';
      const written = source.text.slice(at, attribute.position?.end.offset);
      for (const { code, ...words } of resolvedFaults(read[name], written)) source.report(code, at, words);
    }
  }
  for (const [name, row] of Object.entries(rows)) {
    if (!row.required || Object.hasOwn(read, name)) continue;
    source.report('attribute-missing', offsetOf(element), {
      expected: `<${mark} ${name}="…">. ${row.description}`,
      actual: `<${mark}> without ${name}`,
      mend: `Write <${mark} ${name}="…">.`,
    });
  }
  return read;
}

/** Reports braces that hold more than a comment. */
export function reportExpression(written: string, at: number, source: Source): void {
  source.report('expression', at, {
    expected: 'words; braces hold comments only: {/* like this */}',
    actual: `braces: ${quote(written)}`,
    mend: 'If the brace is part of the text, write \\{ and \\}. A document never runs code.',
  });
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
      return { expected: 'a date of the calendar in figures, such as 1936-01-29', holds: isRealDate };
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
