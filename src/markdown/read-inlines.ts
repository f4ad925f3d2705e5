/** Words inside a paragraph, a heading or a cell: Markdown's tree → the edition's. */
import type { PhrasingContent } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import type { Inline, Text } from '../edition/document.ts';
import { quote, type Wording } from '../edition/problems.ts';
import { lineBreak } from '../edition/set-pieces.ts';
import { runFaults } from './read-characters.ts';
import {
  expectNoAttributes,
  expectNoWords,
  isDivision,
  isSetPiece,
  offsetOf,
  readMark,
  reportExpression,
  reportHtml,
} from './read-marks.ts';
import { checkCalls } from './read-notes.ts';
import { nestedTooDeeply, type Source } from './read-source.ts';

/** A place where a comment stood, until the space around it is joined. */
interface Comment {
  readonly type: 'comment';
}
type Read = Inline | Comment;

/** Whether braces hold a comment and nothing else. */
export function isComment(expression: string): boolean {
  const held = expression.trim();
  return held.length >= 4 && held.startsWith('/*') && held.indexOf('*/', 2) === held.length - 2;
}

/** What Markdown makes of words, and a document does not have. */
const foreign = {
  link: (written: string): Wording => ({
    expected: 'words as printed; a document holds no links',
    actual: `a link: ${quote(written)}`,
    mend: 'If the brackets are printed, write \\[ and \\]. A reference of the source is written <Ref to="…">words</Ref>.',
  }),
  image: (written: string): Wording => ({
    expected: 'words as printed; a document holds no pictures',
    actual: `a picture: ${quote(written)}`,
    mend: 'If the signs are printed, write \\!\\[.',
  }),
  code: (written: string): Wording => ({
    expected: 'words as printed; a document holds no code',
    actual: `words between backticks: ${quote(written)}`,
    mend: "If the backtick is printed, write \\`; quotation marks are written “ ” or '.",
  }),
  strikethrough: (written: string): Wording => ({
    expected: 'words as printed',
    actual: `words that Markdown strikes through, dropping the signs: ${quote(written)}`,
    mend: 'Words struck out in the source are written <Deleted>words</Deleted>; if the signs are printed, write \\~\\~.',
  }),
  'hard-break': (): Wording => ({
    expected: 'a line that ends with a word',
    actual: 'a backslash or two spaces at the end of a line, which Markdown turns into a line break',
    mend: 'Remove them; a line break that is printed is written <Break/>.',
  }),
} as const;

/** Reports what Markdown makes of words, and a document does not have. */
export function reportForeign(code: keyof typeof foreign, written: string, at: number, source: Source): void {
  source.report(code, at, foreign[code](written));
}

/** How many marks and italics may stand one in the other: there are fewer names of marks. */
const deepest = 30;

/**
 * The words that Markdown's inline nodes hold. A line end inside a paragraph is
 * a space; a comment is nothing; what Markdown would change is reported.
 *
 * @param inside The elements around them, outermost first; italics are `*`.
 */
export function readInlines(
  nodes: readonly PhrasingContent[],
  source: Source,
  inside: readonly string[] = [],
): Inline[] {
  const [first] = nodes;
  if (inside.length > deepest && first) {
    source.report('nested-too-deeply', offsetOf(first), nestedTooDeeply);
    return [];
  }
  return joined(nodes.flatMap((node) => readInline(node, source, inside)));
}

function readInline(node: PhrasingContent, source: Source, inside: readonly string[]): Read[] {
  const at = offsetOf(node);
  const end = node.position?.end.offset ?? at;
  const written = source.text.slice(at, end);
  switch (node.type) {
    case 'text':
      checkText(written, at, source);
      for (const { code, index, ...words } of runFaults(node.value, written)) source.report(code, at + index, words);
      return [{ type: 'text', value: node.value.replaceAll('\n', ' ') }];
    case 'emphasis':
    case 'strong':
      if (isInsideWord(at, end, source)) {
        source.report('emphasis-in-word', at, {
          expected: 'italic or bold words that begin and end where words do',
          actual: `stars inside a word, which Markdown drops: ${quote(written)}`,
          mend: 'If the stars are printed, write \\*.',
        });
      }
      return [{ type: node.type, children: readInlines(node.children, source, [...inside, '*']) }];
    case 'footnoteReference':
      return [{ type: 'note-reference', label: node.label ?? node.identifier, at: source.pointAt(at) }];
    case 'mdxJsxTextElement':
      return readElement(node, source, inside);
    case 'mdxTextExpression':
      if (!isComment(node.value)) reportExpression(written, at, source);
      return [{ type: 'comment' }];
    case 'html':
      reportHtml(written, at, source);
      return [];
    default:
      reportForeign(foreignNodes[node.type], written, at, source);
      return [];
  }
}

const foreignNodes = {
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
  inlineCode: 'code',
  delete: 'strikethrough',
  break: 'hard-break',
} as const;

function readElement(element: MdxJsxTextElement, source: Source, inside: readonly string[]): Read[] {
  const { name } = element;
  const at = offsetOf(element);
  if (name === lineBreak.name) {
    expectNoAttributes(element, source);
    expectNoWords(element, source);
    return [{ type: 'break' }];
  }
  if (isSetPiece(name)) reportSetPiece(name, at, source);
  else if (isDivision(name)) reportDivision(name, at, source);
  else {
    const mark = readMark(element, source);
    if (mark) {
      if (inside.includes(mark.name)) {
        source.report('mark-in-itself', at, {
          expected: `<${mark.name}> not inside another <${mark.name}>`,
          actual: `<${mark.name}> inside <${mark.name}>`,
          mend: 'Close the outer one first, or remove one of the two.',
        });
      }
      const children = readInlines(element.children, source, [...inside, mark.name]);
      return [{ type: 'mark', ...mark, children, at: source.pointAt(at) }];
    }
  }
  return readInlines(element.children, source, [...inside, name ?? '']);
}

/** Reports a set piece among other words. */
export function reportSetPiece(name: string, at: number, source: Source): void {
  source.report('set-piece-in-text', at, {
    expected: `<${name}> as a paragraph of its own`,
    actual: `<${name}> inside other words`,
    mend: `Put <${name}>…</${name}> on a line of its own, with an empty line before and after.`,
  });
}

/** Reports a part with a heading of its own among other words. */
export function reportDivision(name: string, at: number, source: Source): void {
  source.report('division-in-line', at, {
    expected: `<${name}> and </${name}> each on a line of its own`,
    actual: `<${name}> in a line with words`,
    mend: `Put <${name}> alone on its line, then an empty line, then what it holds, then </${name}> alone on its line.`,
  });
}

/** Whether letters or figures touch italic or bold words from outside, as in `2*3*4`. */
function isInsideWord(start: number, end: number, { text }: Source): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(start - 2, 0), start)) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** What a run of characters may hide: a note that is not written, spaces that a page would swallow. */
function checkText(written: string, at: number, source: Source): void {
  checkCalls(written, at, source);
  for (const { 0: spaces, index } of written.matchAll(/(?<=[^ \n]) {2,}(?=[^ \n])/g)) {
    source.report('space-run', at + index, {
      expected: 'one space between words',
      actual: `${spaces.length} spaces`,
      mend: 'Write one space.',
    });
  }
  if (written.endsWith('\\') && !/(^|[^\\])(\\\\)+$/.test(written)) {
    source.report('line-end-backslash', at + written.length - 1, {
      expected: 'a backslash only before the sign it protects',
      actual: 'a backslash at the end of a paragraph',
      mend: 'Remove it; if it is printed, write \\\\.',
    });
  }
}

const trimmedStart = (inline: Inline | undefined): Inline[] =>
  inline === undefined ? [] : inline.type === 'text' ? filled(inline.value.replace(/^ +/, '')) : [inline];
const filled = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Words without spaces at their end; a regular expression would look at each run of spaces from each of its signs. */
export const withoutEnd = (words: string): string =>
  words.endsWith(' ') ? words.replace(/^([^]*[^ ])? +$/, '$1') : words;

/** Joins neighbouring runs of text, with no space around a line break and one where a comment stood. */
function joined(read: readonly Read[]): Inline[] {
  const inlines: Inline[] = [];
  let comment = false;
  for (const inline of read) {
    if (inline.type === 'comment') {
      comment = true;
      continue;
    }
    const last = inlines.at(-1);
    if (inline.type === 'break' && last?.type === 'text') {
      inlines.splice(-1, 1, ...filled(withoutEnd(last.value)));
    }
    const spaceBefore = last === undefined || (last.type === 'text' && last.value.endsWith(' '));
    const trim = last?.type === 'break' || (comment && spaceBefore);
    for (const kept of trim ? trimmedStart(inline) : [inline]) {
      const before = inlines.at(-1);
      if (kept.type === 'text' && before?.type === 'text') {
        inlines.splice(-1, 1, { type: 'text', value: before.value + kept.value });
      } else inlines.push(kept);
    }
    comment = false;
  }
  const last = inlines.at(-1);
  if (comment && last?.type === 'text') inlines.splice(-1, 1, ...filled(withoutEnd(last.value)));
  return inlines;
}
