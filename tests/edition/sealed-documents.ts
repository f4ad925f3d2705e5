/** Documents of a few short paragraphs, and their ledger. */
import { expect } from 'vitest';
import type { Block, EditionDocument, Note } from '../../src/edition/document.ts';
import { seal } from '../../src/edition/ledger-seal.ts';
import type { Ledger } from '../../src/edition/ledger.ts';
import { emptyLedger } from '../../src/edition/ledger.ts';
import { document as telegram, record } from '../fixtures/publications/telegram-39.ts';
import { paragraph } from '../fixtures/publications/tree.ts';

/** The id of a document, unless it is given another. */
export const id = 'moscow-1936-1';

/** A document of the given paragraphs, in the given version. */
export const of = (
  body: readonly (string | Block)[],
  version = 1,
  { id: own = id, notes = [] as readonly Note[] } = {},
): EditionDocument => ({
  id: own,
  record: {
    ...record,
    revisions: Array.from({ length: version }, (_, index) => ({
      version: index + 1,
      date: `2026-11-2${index + 3}`,
      change: `Version ${index + 1}.`,
    })),
  },
  heading: telegram.heading,
  body: body.map((block) => (typeof block === 'string' ? paragraph(block) : block)),
  notes,
});

export const sealed = (...documents: EditionDocument[]): Ledger => {
  const { ledger, findings } = seal(documents, emptyLedger);
  expect(findings).toEqual([]);
  return ledger;
};
