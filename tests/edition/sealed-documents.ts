/** Documents of a few short paragraphs, and their ledger. */
import { expect } from 'vitest';
import type { Block, EditionDocument, Note } from '../../src/edition/document.ts';
import { seal } from '../../src/edition/ledger-seal.ts';
import type { Ledger } from '../../src/edition/ledger.ts';
import { sealedVersions } from '../../src/edition/ledger.ts';
import { compareWithLedger } from '../../src/edition/ledger-check.ts';
import { document as telegram, emptyLedger, record } from '../fixtures/publications/telegram-39.ts';
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

export const sealed = (...documents: EditionDocument[]): Ledger => resealed(emptyLedger, ...documents);

/** A ledger after more was sealed. */
export const resealed = (before: Ledger, ...documents: EditionDocument[]): Ledger => {
  const { ledger, problems } = seal(documents, before);
  expect(problems).toEqual([]);
  return ledger;
};

/** A document with the fingerprints in its record that `npm run seal` writes there. */
export const recorded = (document: EditionDocument, ledger: Ledger): EditionDocument => {
  const versions = sealedVersions(ledger.documents.get(document.id));
  const revisions = document.record.revisions.map((revision) => {
    const sealedAs = versions.find(({ version }) => version === revision.version);
    return sealedAs ? { ...revision, sha256: sealedAs.sha256 } : revision;
  });
  return { ...document, record: { ...document.record, revisions } };
};

/** What breaks a promise of the ledger, the records being as `npm run seal` left them. */
export const broken = (documents: readonly EditionDocument[], ledger: Ledger) =>
  compareWithLedger(
    documents.map((document) => recorded(document, ledger)),
    ledger,
  );
