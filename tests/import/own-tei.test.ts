/** The edition's own TEI comes back through the reader of volumes to the tree that it was written from. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignAnchors } from '../../src/edition/anchors.ts';
import type { Block, DocumentText, EditionDocument, Inline } from '../../src/edition/document.ts';
import { textOf } from '../../src/edition/text.ts';
import { callsIn } from '../../src/edition/walk.ts';
import { ownTree } from './own-tree.ts';
import { readTei } from '../../src/import/read-volume.ts';
import { tei } from '../../src/outputs/tei.ts';
import { anyDocument } from '../fixtures/publications/arbitrary.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { document as telegram, publicationOf } from '../fixtures/publications/telegram-39.ts';
import { readSituation, situations } from '../outputs/situations.ts';

/** What TEI says of some words: runs of text as one, in NFC; a gap's description without markup; defaults left out. */
function saidInline(words: readonly Inline[]): unknown[] {
  const said: unknown[] = [];
  for (const one of words) {
    const last = said.at(-1) as { type?: string; value?: string } | undefined;
    if (one.type === 'text') {
      if (one.value === '') continue;
      if (last?.type === 'text') said.splice(-1, 1, { type: 'text', value: (last.value ?? '') + one.value });
      else said.push({ type: 'text', value: one.value });
    } else if (one.type === 'mark') {
      const { name, attributes, children } = one;
      const { event: _event, inferred: _inferred, ...kept } = attributes;
      const own = { ...kept, ...(kept['by'] === 'source' && { by: undefined }) };
      const inGap = name === 'Gap';
      const within = inGap ? saidInline([{ type: 'text', value: textOf(children) }]) : saidInline(children);
      said.push({ type: 'mark', name, attributes: own, children: within });
      if (inGap) said.push(...saidInline(callsIn(children)));
    } else if ('children' in one) said.push({ type: one.type, children: saidInline(one.children) });
    else said.push(one.type === 'note-reference' ? { type: one.type, label: one.label } : { type: one.type });
  }
  return said.map((one) => {
    const { type, value = '' } = one as { type: string; value?: string };
    return type === 'text' ? { type, value: value.normalize('NFC') } : one;
  });
}

/** What TEI says of some blocks: an empty part or list is nothing, and a column is aligned as its first cell is. */
function saidBlocks(blocks: readonly Block[]): unknown[] {
  return blocks.flatMap((block): unknown[] => {
    switch (block.type) {
      case 'paragraph': {
        const { role, align, anchor, children } = block;
        return [{ type: 'paragraph', role, align, anchor, children: saidInline(children) }];
      }
      case 'table': {
        const { head, anchor, rows } = block;
        const cells = rows.map((row) =>
          row.map(({ columns, children }) => ({ columns, children: saidInline(children) })),
        );
        return rows.length === 0 ? [] : [{ type: 'table', head, anchor, align: alignOf(block), cells }];
      }
      case 'list':
        return [
          {
            type: 'list',
            items: block.items.map(({ marker, children }) => ({ marker, children: saidBlocks(children) })),
          },
        ];
      case 'quotation':
        return [{ type: 'quotation', children: saidBlocks(block.children) }];
      case 'division': {
        const { kind, heading, children } = block;
        const within = saidBlocks(children);
        return heading.length + within.length === 0
          ? []
          : [{ type: 'division', kind, heading: heading.map(saidInline), children: within }];
      }
    }
  });
}

/** The alignment of each column that a cell begins. */
function alignOf({ align, rows }: Extract<Block, { type: 'table' }>): unknown[] {
  const begun = new Set(
    rows.flatMap((row) => row.map((_, index) => row.slice(0, index).reduce((sum, { columns }) => sum + columns, 0))),
  );
  return align.map((one, column) => (begun.has(column) ? one : null));
}

const said = ({ heading, body, notes }: DocumentText) => ({
  heading: heading.map(saidInline),
  body: saidBlocks(body),
  notes: notes.map(({ label, series, printed, anchor, children }) => {
    return { label, series, printed, anchor, children: saidBlocks(children) };
  }),
});

const home = 'https://edition.example/';
const back = async (document: EditionDocument): Promise<DocumentText> =>
  ownTree(await readTei([tei(publicationOf(document))]), home);

describe('the TEI of every situation is read back to its tree:', () => {
  test.each(situations)('%s', async (situation) => {
    const document = await readSituation(situation);
    expect(said(await back(document))).toEqual(said(document));
  });

  test.each(Object.entries({ telegram, everything }))('%s', async (_, given) => {
    const document = assignAnchors(given);
    expect(said(await back(document))).toEqual(said(document));
  });
});

test('whatever a document holds, its TEI is read back to its tree', async () => {
  await fc.assert(
    fc.asyncProperty(anyDocument, async (given) => {
      const document = assignAnchors(given);
      expect(said(await back(document))).toEqual(said(document));
    }),
    { seed: 39, numRuns: 200 },
  );
});
