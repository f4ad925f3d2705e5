/** The paragraphs, lists, tables and divisions of a document in TEI. */
import type { Block, Division, Inline, Paragraph, ParagraphRole } from '../../edition/document.ts';
import { setPieces, type SetPieceRow } from '../../edition/set-pieces.ts';
import type { Xml } from '../xml.ts';
import { block, element } from '../xml.ts';
import type { TeiContext } from './inline.ts';
import { teiWords } from './inline.ts';

/** Elements of the set pieces, which TEI allows only before or after all else in a division. */
const pieces: ReadonlyMap<ParagraphRole, SetPieceRow['tei']> = new Map(
  Object.values(setPieces).map(({ role, tei }) => [role, tei]),
);

/** Blocks in a place that takes any: a note, a quotation, an item of a list. */
export function teiBlocks(blocks: readonly Block[], context: TeiContext): Xml {
  return blocks.map((one) => teiBlock(one, context)).join('') as Xml;
}

/**
 * What a division holds: heading, set pieces that open it, its words, set
 * pieces that close it. Divisions after the last words are divisions in TEI too;
 * one that words follow is a floating text, because TEI lets no paragraph follow a `div`.
 */
export function teiDivisionContent(heading: readonly Xml[], blocks: readonly Block[], context: TeiContext): Xml[] {
  const isSet = (one: Block | undefined, around: 'opener' | 'closer'): one is Paragraph =>
    one?.type === 'paragraph' && pieces.get(one.role)?.around === around;
  let from = 0;
  while (isSet(blocks[from], 'opener')) from++;
  let to = blocks.length;
  while (to > from && isSet(blocks[to - 1], 'closer')) to--;
  // A closer needs words before it.
  if (to === from) to = blocks.length;
  const middle = blocks.slice(from, to);
  const lastWords = middle.findLastIndex((one) => one.type !== 'division');
  return [
    ...heading,
    ...blocks.slice(0, from).map((one) => setPiece(one, context)),
    ...middle.map((one, index) =>
      one.type === 'division' && index > lastWords
        ? block('div', { type: one.kind }, ...divided(one, context))
        : teiBlock(one, context),
    ),
    ...blocks.slice(to).map((one) => setPiece(one, context)),
  ];
}

/** The lines of a heading, an element each. */
export function teiHeading(lines: readonly (readonly Inline[])[], context: TeiContext): Xml[] {
  return lines.map((line) => element('head', {}, teiWords(line, context)));
}

function divided(division: Division, context: TeiContext): Xml[] {
  return teiDivisionContent(teiHeading(division.heading, context), division.children, context);
}

function setPiece(one: Block, context: TeiContext): Xml {
  if (one.type !== 'paragraph') return teiBlock(one, context);
  const piece = pieces.get(one.role);
  const words = teiWords(one.children, context);
  const inner = piece?.element === undefined ? words : element(piece.element, {}, words);
  return element(piece?.around ?? 'p', { 'xml:id': one.anchor, n: numberOf(one.anchor) }, inner);
}

function teiBlock(one: Block, context: TeiContext): Xml {
  switch (one.type) {
    case 'paragraph': {
      const rend = one.role === 'text' ? undefined : one.role;
      const attributes = { 'xml:id': one.anchor, n: numberOf(one.anchor), rend };
      return element('p', attributes, teiWords(one.children, context));
    }
    case 'list':
      return block(
        'list',
        {},
        ...one.items.map(({ marker, children }) =>
          // The marker is printed, so it stands in the file as it is: TEI keeps it in @n.
          element('item', { n: marker === '' ? undefined : marker }, teiBlocks(children, context)),
        ),
      );
    case 'table':
      return block(
        'table',
        { 'xml:id': one.anchor, n: numberOf(one.anchor) },
        ...one.rows.map((row, index) =>
          block(
            'row',
            { role: index === 0 ? 'label' : undefined },
            ...row.map((cell, column) =>
              element('cell', { rend: one.align[column] ?? undefined }, teiWords(cell, context)),
            ),
          ),
        ),
      );
    case 'quotation':
      return element('quote', {}, teiBlocks(one.children, context));
    case 'division': {
      const words = block('div', {}, ...divided(one, context));
      return block('floatingText', { type: one.kind }, block('body', {}, words));
    }
  }
}

/** The number that the edition gives a paragraph: `1a` for `p1a`. */
function numberOf(anchor: string | undefined): string | undefined {
  return anchor?.replace(/^p/, '');
}
