import { describe, expect, it } from 'vitest';
import { assignAnchors, isCounted, numbered } from '../../src/edition/anchors.ts';
import type { Block, EditionDocument } from '../../src/edition/document.ts';

import { seal } from '../../src/edition/ledger-seal.ts';
import type { Ledger, LedgerEntry } from '../../src/edition/ledger.ts';
import { textOf } from '../../src/edition/text.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { paragraph, set } from '../fixtures/publications/tree.ts';
import { id, of, sealed } from './sealed-documents.ts';
import { anchoredBlocks } from '../../src/edition/walk.ts';

/** `p1 First`, `p1a New` …: anchors as a page would show them. */
const anchorsOf = (document: EditionDocument, ledger: Ledger) =>
  anchoredBlocks(assignAnchors(document, ledger.documents.get(document.id)).body).map(
    (block) => `${block.anchor} ${block.type === 'paragraph' ? textOf(block.children) : block.type}`,
  );

describe('anchors', () => {
  it('number the paragraphs and tables of a new document in order, whatever they stand in', () => {
    const numbered = anchoredBlocks(assignAnchors(everything).body).filter(isCounted);
    expect(numbered.map((block) => block.anchor)).toEqual(numbered.map((_, index) => `p${index + 1}`));
    expect(numbered.length).toBeGreaterThan(5);
  });

  const lines: Block[] = [
    set('opener', '[Extract]'),
    set('dateline', 'Moscow, May 1, 1936.'),
    set('received', '[Received May 2.]'),
    set('subheading', 'Article 1'),
    paragraph('A'),
    paragraph('. . . . .'),
    paragraph('B'),
    set('signature', 'Gray'),
    { type: 'division', kind: 'enclosure', heading: [], children: [set('dateline', 'Omsk.'), paragraph('C')] },
  ];

  it('count neither set pieces nor rows of dots, which have addresses of their own', () => {
    const anchors = anchoredBlocks(numbered(lines)).map(({ anchor }) => anchor);
    expect(anchors).toEqual(['l1', 'dateline', 'received', 'l2', 'p1', 'l3', 'p2', 'l4', 'l5', 'p3']);
  });

  it('stay in a sealed document as they were promised, also where they counted lines', () => {
    const document = { ...of([]), body: lines };
    const ledger = sealed(document);
    const promised = Object.values(ledger.documents.get(document.id)?.anchors ?? {});
    const old = promised.map((print, index): [string, string] => [`p${index + 1}`, print]);
    const entry = { ...ledger.documents.get(document.id), anchors: Object.fromEntries(old) } as LedgerEntry;
    const later = { ...document, body: [set('opener', 'No. 36'), ...lines, paragraph('D')] };
    const anchors = anchoredBlocks(assignAnchors(later, entry).body).map(({ anchor }) => anchor);
    expect(anchors).toEqual(['l0a', ...old.map(([anchor]) => anchor), 'p10a']);
  });

  it('stay with their paragraphs when one is inserted, which gets the next free letter', () => {
    const ledger = sealed(of(['A', 'B', 'C']));
    expect(anchorsOf(of(['X', 'A', 'Y', 'Z', 'B', 'C', 'W'], 2), ledger)).toEqual([
      'p0a X',
      'p1 A',
      'p1a Y',
      'p1b Z',
      'p2 B',
      'p3 C',
      'p3a W',
    ]);
  });

  it('stay with a paragraph whose words are changed, between others that are not', () => {
    const ledger = sealed(of(['A', 'B', 'C']));
    expect(anchorsOf(of(['A', 'Bb', 'C', 'D'], 2), ledger)).toEqual(['p1 A', 'p2 Bb', 'p3 C', 'p3a D']);
    expect(anchorsOf(of(['A', 'B first', 'B second', 'C'], 2), ledger)).toEqual([
      'p1 A',
      'p2 B first',
      'p2a B second',
      'p3 C',
    ]);
  });

  it('are given by words, so that equal paragraphs keep their order', () => {
    const ledger = sealed(of(['Same', 'Same', 'End']));
    expect(anchorsOf(of(['Same', 'Same', 'New', 'End'], 2), ledger)).toEqual([
      'p1 Same',
      'p2 Same',
      'p2a New',
      'p3 End',
    ]);
  });

  it('are never reused: after a removal the next letter is taken', () => {
    const first = sealed(of(['A', 'B']));
    const second = seal([of(['A', 'X', 'B'], 2)], first);
    const third = seal([of(['A', 'B'], 3)], second.ledger, {
      removed: [{ document: id, anchor: 'p1a', sentence: 'Printed in error.' }],
    });
    expect(third.problems).toEqual([]);
    expect(third.ledger.documents.get(id)?.removed).toEqual({
      p1a: { date: '2026-11-25', sentence: 'Printed in error.' },
    });
    expect(anchorsOf(of(['A', 'Y', 'B'], 4), third.ledger)).toEqual(['p1 A', 'p1b Y', 'p2 B']);
  });

  it('go past z with two letters', () => {
    const ledger = sealed(of(['A', 'B']));
    const inserted = Array.from({ length: 27 }, (_, index) => `New ${index}`);
    const anchors = anchorsOf(of(['A', ...inserted, 'B'], 2), ledger);
    expect(anchors[26]).toBe('p1z New 25');
    expect(anchors[27]).toBe('p1aa New 26');
  });
});
