/** Words inside a paragraph, a heading or a cell: Markdown's tree → the edition's. */
import type { PhrasingContent } from 'mdast';
import type { Inline, Text } from '../edition/document.ts';
import { lineBreak } from '../edition/set-pieces.ts';
import type { MarkName } from '../edition/marks.ts';
import { isDivision, isSetPiece, expectNoAttributes, offsetOf, readMark } from './read-marks.ts';
import type { Source } from './read-source.ts';

/** A place where a comment stood, until the space around it is settled. */
interface Comment {
  readonly type: 'comment';
}
type Read = Inline | Comment;

/** Whether braces hold a comment and nothing else. */
export const isComment = (expression: string): boolean =>
  /^\s*\/\*[^]*\*\/\s*$/.test(expression) && !/\*\/[^]*\*\//.test(expression);

/**
 * The words that Markdown's inline nodes hold. A line end inside a paragraph is
 * a space; a comment is nothing; what Markdown would change is reported.
 */
export function readInlines(
  nodes: readonly PhrasingContent[],
  source: Source,
  inside: readonly MarkName[] = [],
): Inline[] {
  return settled(nodes.flatMap((node) => readInline(node, source, inside)));
}

function readInline(node: PhrasingContent, source: Source, inside: readonly MarkName[]): Read[] {
  const at = offsetOf(node);
  const written = source.text.slice(at, node.position?.end.offset);
  switch (node.type) {
    case 'text':
      checkText(written, at, source);
      return [{ type: 'text', value: node.value.replace(/[ \t]*\n[ \t]*/g, ' ') }];
    case 'emphasis':
    case 'strong':
      if (isInsideWord(at, node.position?.end.offset ?? at, source)) {
        source.report('emphasis-in-word', at, written);
      }
      return [{ type: node.type, children: readInlines(node.children, source, inside) }];
    case 'footnoteReference':
      return [{ type: 'note-reference', label: node.label ?? node.identifier, at: source.pointAt(at) }];
    case 'mdxJsxTextElement': {
      if (node.name === lineBreak.name) {
        expectNoAttributes(node, source);
        if (node.children.length > 0) source.report('mark-not-empty', at, lineBreak.name);
        return [{ type: 'break' }];
      }
      if (isSetPiece(node.name)) source.report('set-piece-in-text', at, node.name);
      else if (isDivision(node.name)) source.report('division-in-line', at, node.name);
      else {
        const mark = readMark(node, source);
        if (mark) {
          if (inside.includes(mark.name)) source.report('mark-in-itself', at, mark.name);
          const children = readInlines(node.children, source, [...inside, mark.name]);
          return [{ type: 'mark', ...mark, children, at: source.pointAt(at) }];
        }
      }
      return readInlines(node.children, source, inside);
    }
    case 'mdxTextExpression':
      if (!isComment(node.value)) source.report('expression', at, written);
      return [{ type: 'comment' }];
    case 'link':
    case 'linkReference':
      source.report('link', at, written);
      return [];
    case 'image':
    case 'imageReference':
      source.report('image', at, written);
      return [];
    case 'inlineCode':
      source.report('code', at, written);
      return [];
    case 'delete':
      source.report('strikethrough', at, written);
      return [];
    case 'break':
      source.report('hard-break', at);
      return [];
    case 'html':
      source.report('raw-html', at, written);
      return [];
  }
}

/** Whether letters or figures touch italic or bold words from outside, as in `2*3*4`. */
function isInsideWord(start: number, end: number, { text }: Source): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(start - 2, 0), start)) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

const noteStart = /^\[\^([^\]\s]+)\](?!:)/;

/** The label of the note that begins at an offset without a colon after it: no paragraph begins so. */
export function noteWithoutColon(text: string, at: number): string | undefined {
  return text.charAt(at - 1) === '\n' ? noteStart.exec(text.slice(at))?.[1] : undefined;
}

/** The labels of all notes that lack their colon: they are written all the same. */
function unfinishedNotes(text: string): Set<string> {
  return new Set(text.split('\n').flatMap((line) => noteStart.exec(line)?.[1] ?? []));
}

/** What a run of characters may hide: a note that is not written, spaces that a page would swallow. */
function checkText(written: string, at: number, source: Source): void {
  for (const { index, 1: label = '' } of written.matchAll(/(?<!\\)\[\^([^\]\n]*)\]/g)) {
    const isNote = noteWithoutColon(source.text, at + index) !== undefined;
    if (isNote) source.report('note-without-colon', at + index, label);
    else if (!unfinishedNotes(source.text).has(label)) source.report('note-not-written', at + index, label);
  }
  for (const match of written.matchAll(/(?<=[^ \n]) {2,}(?=[^ \n])/g)) {
    source.report('space-run', at + match.index, match[0].length);
  }
  if (written.endsWith('\\') && !/(^|[^\\])(\\\\)+$/.test(written)) {
    source.report('line-end-backslash', at + written.length - 1);
  }
}

const trimmedStart = (inline: Inline | undefined): Inline[] =>
  inline === undefined ? [] : inline.type === 'text' ? filled(inline.value.replace(/^ +/, '')) : [inline];
const filled = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);

/** Joins neighbouring runs of text, with no space around a line break and one where a comment stood. */
function settled(read: readonly Read[]): Inline[] {
  const inlines: Inline[] = [];
  let comment = false;
  for (const inline of read) {
    if (inline.type === 'comment') {
      comment = true;
      continue;
    }
    const last = inlines.at(-1);
    if (inline.type === 'break' && last?.type === 'text') {
      inlines.splice(-1, 1, ...filled(last.value.replace(/ +$/, '')));
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
  if (comment && last?.type === 'text') inlines.splice(-1, 1, ...filled(last.value.replace(/ +$/, '')));
  return inlines;
}
