/** Words inside a paragraph, a heading or a cell: Markdown's tree → the edition's. */
import type { PhrasingContent } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx';
import type { Inline } from '../edition/document.ts';
import { isMarkName } from '../edition/marks.ts';
import { quote } from '../edition/problems.ts';
import { acrossCell, lineBreak, styles } from '../edition/set-pieces.ts';
import { sayRun } from './read-characters.ts';
import {
  isDivision,
  isSetPiece,
  isStyle,
  offsetOf,
  readElement,
  reportUnknownElement,
  writtenOf,
} from './read-marks.ts';
import { checkCalls } from './read-notes.ts';
import { refuse, refuseNode } from './read-refusals.ts';
import type { Source } from './read-source.ts';

/** Whether braces hold a comment and nothing else. */
export function isComment(expression: string): boolean {
  const held = expression.trim();
  return held.length >= 4 && held.startsWith('/*') && held.indexOf('*/', 2) === held.length - 2;
}

/** Stands for a comment until the space around it is joined: no character, so no document may hold it. */
const comment = '\uFFFE';

/** How many marks and italics may stand one in the other: there are fewer names of marks. */
const deepest = 30;

/** The words of inline nodes in one line: a line end is a space, a comment nothing; what would change is reported. */
export function readInlines(nodes: readonly PhrasingContent[], source: Source): Inline[] {
  return readInside(nodes, source, []);
}

/** @param inside The elements around the words, outermost first; italics are `*`. */
function readInside(nodes: readonly PhrasingContent[], source: Source, inside: readonly string[]): Inline[] {
  const [first] = nodes;
  if (first && inside.length > deepest) {
    refuse('nested-too-deeply', '', offsetOf(first), source);
    return [];
  }
  return joined(
    nodes.flatMap((node) => readInline(node, source, inside)),
    inside.length === 0,
  );
}

function readInline(node: PhrasingContent, source: Source, inside: readonly string[]): Inline[] {
  const at = offsetOf(node);
  const written = writtenOf(node, source);
  switch (node.type) {
    case 'text':
      source.runs.push({ at, written });
      checkText(written, at, source);
      sayRun(node.value, written, (code, index) => source.report(code, at + index));
      return [{ type: 'text', value: node.value.replaceAll('\n', ' ') }];
    case 'emphasis':
    case 'strong': {
      const end = at + written.length;
      // Letters or figures that touch the stars from outside, as in 2*3*4.
      const [before, after] = [source.text.slice(Math.max(at - 2, 0), at), source.text.slice(end, end + 2)];
      if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after))
        source.report('emphasis-in-word', at)`
          italic or bold words that begin and end where words do
          stars inside a word, which Markdown drops: ${quote(written)}
          If the stars are printed, write \\*; italics inside a word are written <Italic>…</Italic>, bold <Bold>…</Bold>.`;
      return [{ type: node.type, children: readInside(node.children, source, [...inside, '*']) }];
    }
    case 'footnoteReference':
      return [{ type: 'note-reference', label: node.label ?? node.identifier, at: source.pointAt(at) }];
    case 'mdxJsxTextElement':
      return inElement(node, source, inside);
    case 'mdxTextExpression':
      if (!isComment(node.value)) refuse('expression', written, at, source);
      return [{ type: 'text', value: comment }];
    default:
      refuseNode(node, written, at, source);
      return [];
  }
}

function inElement(element: MdxJsxTextElement, source: Source, inside: readonly string[]): Inline[] {
  const name = element.name ?? '';
  const at = offsetOf(element);
  const children = (): Inline[] => readInside(element.children, source, [...inside, name]);
  if (isSetPiece(name) || isDivision(name)) {
    refuse(isSetPiece(name) ? 'set-piece-in-text' : 'division-in-line', name, at, source);
    return children();
  }
  if (name === acrossCell.name) {
    source.report('across-misplaced', at)`
      <Across/> alone in a cell of a table, after the cell that runs on over its column
      <Across/> beside other words, in the first cell of a row, or outside of a table
      Remove it, or put it alone between its | signs: | Total | <Across/> |`;
    return [];
  }
  const isMark = isMarkName(name);
  if (!isMark && !isStyle(name) && name !== lineBreak.name) {
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
  return [{ type: 'mark', name, attributes, children: children(), at: source.pointAt(at) }];
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
