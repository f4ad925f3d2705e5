import { describe, expect, it } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { fingerprint } from '../../src/edition/fingerprint.ts';
import { compareWithLedger, sealOf } from '../../src/edition/ledger-check.ts';
import { seal } from '../../src/edition/ledger-seal.ts';
import { emptyLedger, readLedger, writeLedger } from '../../src/edition/ledger.ts';
import { printedText } from '../../src/edition/printed-text.ts';
import { document as telegram } from '../fixtures/publications/telegram-39.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { call, note, paragraph } from '../fixtures/publications/tree.ts';
import { id, of, sealed } from './sealed-documents.ts';

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code);

describe('sealing', () => {
  it('records version, date, the fingerprint of .txt and every paragraph and note with its anchor', () => {
    const ledger = sealed(telegram);
    const entry = ledger.documents[telegram.id];
    expect(entry?.version).toBe(1);
    expect(entry?.date).toBe('2026-11-23');
    expect(entry?.sha256).toBe('dcaa302890e7fed2b0cdc02547d352fb19bcb1d1fe49eb606b766af8878229e5');
    expect(Object.keys(entry?.paragraphs ?? {})).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(Object.keys(entry?.notes ?? {})).toEqual(['na', 'n56']);
    expect(entry?.notes['n56']).toBe(fingerprint('56. Soviet Commissar for Foreign Affairs.'));
  });

  it('changes nothing the second time', () => {
    const ledger = sealed(telegram, everything);
    const again = seal([telegram, everything], ledger);
    expect(again.changes).toEqual([]);
    expect(writeLedger(again.ledger)).toBe(writeLedger(ledger));
  });

  it('says what it sealed', () => {
    const { changes } = seal([of(['A', 'Bb', 'C'], 2)], sealed(of(['A', 'B'])));
    expect(changes).toEqual([`${id}, version 2: #p2 changed, #p2a new`]);
  });

  it('makes a document sealed, until its text or its version is another', () => {
    const ledger = sealed(of(['A']));
    expect(sealOf(of(['A']), ledger).sealed).toBe(true);
    expect(sealOf(of(['A'], 2), ledger).sealed).toBe(false);
    expect(sealOf(of(['B'], 2), ledger).sealed).toBe(false);
    expect(sealOf(of(['A']), emptyLedger)).toEqual({
      sealed: false,
      sha256: fingerprint(printedText(of(['A']))),
      removed: {},
    });
  });

  it('refuses a document without a first revision', () => {
    const { ledger, findings } = seal([of(['A'], 0)], emptyLedger);
    expect(codes(findings)).toEqual(['seal-unversioned']);
    expect(ledger).toBe(emptyLedger);
  });
});

describe('the promise', () => {
  it('is broken by one changed letter without a revision, and kept with one', () => {
    const ledger = sealed(of(['A', 'B']));
    const [found] = compareWithLedger([of(['A', 'b'])], ledger);
    expect(found).toMatchObject({ code: 'ledger-text-changed', document: id });
    expect(found?.actual).toBe('#p2 changed, and no revision after version 1');
    expect(found?.mend).toBe(
      'If the change is meant, add a revision with version: 2, its date and one sentence on what changed, then run `npm run seal`. If not, undo it.',
    );
    expect(compareWithLedger([of(['A', 'b'], 2)], ledger)).toEqual([]);
  });

  it('is broken by an inserted paragraph, which is named by the anchor it would get', () => {
    const ledger = sealed(of(['A', 'B']));
    const [found] = compareWithLedger([of(['X', 'A', 'B'])], ledger);
    expect(found?.actual).toBe('#p0a new, and no revision after version 1');
    expect(seal([of(['X', 'A', 'B'])], ledger).ledger).toBe(ledger);
    expect(seal([of(['X', 'A', 'B'], 2)], ledger).findings).toEqual([]);
  });

  it('covers the heading and the date lines', () => {
    const ledger = sealed(of(['A']));
    const [found] = compareWithLedger([{ ...of(['A']), heading: [] }], ledger);
    expect(found?.actual).toMatch(/^the file line, heading, a date line or the order changed/);
  });

  it('covers the edition’s notes, which .txt lacks', () => {
    const first = of(['A'], 1, { notes: [note('a', paragraph('Gloss.'))] });
    const changed = of(['A'], 1, { notes: [note('a', paragraph('Another gloss.'))] });
    expect(printedText(first)).toBe(printedText(changed));
    expect(codes(compareWithLedger([changed], sealed(first)))).toEqual(['ledger-text-changed']);
  });

  it('is broken by a removed note or paragraph, even with a revision, until the removal is stated', () => {
    const before = of([paragraph('A', call('56')), 'B'], 1, {
      notes: [note('56', paragraph('Note.'))],
    });
    const after = of(['A'], 2);
    const ledger = sealed(before);
    const findings = compareWithLedger([after], ledger);
    expect(codes(findings)).toEqual(['ledger-part-gone', 'ledger-part-gone']);
    expect(findings[1]?.mend).toContain(`npm run seal -- --removed ${id}#n56 "One sentence that says why."`);
    const stated = seal([after], ledger, {
      removed: ['p2', 'n56'].map((anchor) => ({ document: id, anchor, sentence: 'Not in print.' })),
    });
    expect(stated.findings).toEqual([]);
    expect(compareWithLedger([after], stated.ledger)).toEqual([]);
    expect(sealOf(after, stated.ledger).removed['n56']).toEqual({
      date: '2026-11-24',
      sentence: 'Not in print.',
    });
    const restored = of(['A'], 3, { notes: [note('56', paragraph('Another.'))] });
    expect(codes(compareWithLedger([restored], stated.ledger))).toEqual(['ledger-anchor-reused']);
  });

  it('is broken by paragraphs that change places', () => {
    const ledger = sealed(of(['A', 'B', 'C']));
    const findings = compareWithLedger([of(['B', 'C', 'A'], 2)], ledger);
    expect(codes(findings)).toEqual(['ledger-part-moved']);
    expect(findings[0]?.actual).toBe('the same words at #p3a');
  });

  it('is broken by a renamed or vanished document, until the renaming is stated', () => {
    const ledger = sealed(of(['A']));
    const renamed = of(['A'], 1, { id: 'moscow-1936-2' });
    const [found] = compareWithLedger([renamed], ledger);
    expect(found?.code).toBe('ledger-document-gone');
    expect(found?.document).toBeUndefined();
    expect(found?.mend).toContain('npm run seal -- --renamed moscow-1936-1 moscow-1936-2');
    expect(compareWithLedger([], ledger)[0]?.actual).toBe('no file documents/moscow-1936-1.mdx');

    const stated = seal([renamed], ledger, { renamed: [{ from: id, to: 'moscow-1936-2' }] });
    expect(stated.findings).toEqual([]);
    expect(stated.ledger.redirects).toEqual({ [id]: 'moscow-1936-2' });
    expect(stated.ledger.documents['moscow-1936-2']).toEqual(ledger.documents[id]);
    expect(codes(compareWithLedger([renamed, of(['Other'])], stated.ledger))).toEqual(['ledger-id-reused']);

    const third = of(['A'], 1, { id: 'moscow-1936-3' });
    const again = seal([third], stated.ledger, {
      renamed: [{ from: 'moscow-1936-2', to: 'moscow-1936-3' }],
    });
    expect(again.ledger.redirects).toEqual({
      [id]: 'moscow-1936-3',
      'moscow-1936-2': 'moscow-1936-3',
    });
    const back = seal([of(['A'])], again.ledger, {
      renamed: [{ from: 'moscow-1936-3', to: id }],
    });
    expect(back.findings).toEqual([]);
    expect(back.ledger.redirects).toEqual({ 'moscow-1936-2': id, 'moscow-1936-3': id });
  });

  it('is broken by taking back a version', () => {
    const ledger = sealed(of(['A'], 2));
    expect(codes(compareWithLedger([of(['A'], 1)], ledger))).toEqual(['ledger-version-lowered']);
  });

  it('says nothing of documents that are not sealed', () => {
    expect(compareWithLedger([telegram], emptyLedger)).toEqual([]);
  });
});

describe('what is stated to seal', () => {
  it('must be so', () => {
    const ledger = sealed(of(['A', 'B']));
    const state = (documents: EditionDocument[], options: Parameters<typeof seal>[2]) =>
      codes(seal(documents, ledger, options).findings);
    const removal = { document: id, anchor: 'p2', sentence: 'Gone.' };
    expect(state([of(['A', 'B'], 2)], { removed: [removal] })).toEqual(['seal-removed-present']);
    expect(state([of(['A'], 1)], { removed: [removal] })).toEqual(['ledger-text-changed']);
    expect(state([of(['A'], 2)], { removed: [{ ...removal, sentence: ' ' }] })).toEqual(['seal-sentence-missing']);
    expect(state([of(['A'], 2)], { removed: [{ ...removal, anchor: 'p9' }] })).toEqual(['seal-removed-unknown']);
    expect(state([of(['A', 'B'])], { renamed: [{ from: id, to: 'x' }] })).toEqual(['seal-renamed-wrong']);
    expect(state([], { renamed: [{ from: id, to: 'x' }] })).toEqual(['seal-renamed-wrong']);
    expect(state([of(['A', 'B'])], { renamed: [{ from: 'y', to: id }] })).toEqual(['seal-renamed-wrong']);
  });
});

describe('the ledger’s file', () => {
  it('is read back as it was written, its ids in order', () => {
    const ledger = sealed(telegram, of(['A']));
    const text = writeLedger(ledger);
    const { ledger: read } = readLedger(text);
    expect(read).toEqual(ledger);
    expect(Object.keys(read?.documents ?? {})).toEqual([id, telegram.id]);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('is told to be edited by hand, or no JSON', () => {
    const text = writeLedger(sealed(of(['A'])));
    expect(readLedger(text.replace('"version": 1', '"version": 2')).broken).toMatch(/edited by hand$/);
    expect(readLedger(text.slice(0, -3)).broken).toMatch(/not JSON/);
    expect(readLedger('null').broken).toMatch(/edited by hand$/);
    expect(readLedger('{"documents":{},"redirects":{}}').broken).toMatch(/edited by hand$/);
  });
});
