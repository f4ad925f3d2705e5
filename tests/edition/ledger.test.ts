import { describe, expect, it } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { fingerprint } from '../../src/edition/fingerprint.ts';
import { compareWithLedger, sealOf } from '../../src/edition/ledger-check.ts';
import { seal } from '../../src/edition/ledger-seal.ts';
import { placeholders } from '../../src/edition/ledger-seal.ts';
import { printedText } from '../../src/edition/printed-text.ts';
import { document as telegram, emptyLedger } from '../fixtures/publications/telegram-39.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { call, note, paragraph } from '../fixtures/publications/tree.ts';
import { broken, id, of, recorded, resealed, sealed } from './sealed-documents.ts';

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('sealing', () => {
  it('records version, date, the fingerprint of .txt and every paragraph and note with its anchor', () => {
    const ledger = sealed(telegram);
    const entry = ledger.documents.get(telegram.id);
    expect(entry?.version).toBe(1);
    expect(entry?.date).toBe('2026-11-23');
    expect(entry?.sha256).toBe('dcaa302890e7fed2b0cdc02547d352fb19bcb1d1fe49eb606b766af8878229e5');
    expect(Object.keys(entry?.anchors ?? {})).toEqual(['p1', 'p2', 'p3', 'p4', 'na', 'n56']);
    expect(entry?.anchors['n56']).toBe(fingerprint('56. Soviet Commissar for Foreign Affairs.'));
  });

  it('changes nothing the second time', () => {
    const first = everything.record.revisions.slice(0, 1);
    const documents = [telegram, { ...everything, record: { ...everything.record, revisions: first } }];
    const ledger = sealed(...documents);
    const again = seal(documents, ledger);
    expect(again.changes).toEqual([]);
    expect(again.ledger).toEqual(ledger);
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
      versions: [
        { version: 1, date: '2026-11-23', change: 'Version 1.', isReplaced: false, changed: [], sha256: undefined },
      ],
    });
  });

  it('keeps every version: its day, its fingerprint, what it changed, whether its text is one to be kept', () => {
    const first = sealed(of(['A', 'B']));
    const second = resealed(first, of(['A', 'b'], 2));
    const { versions } = sealOf(of(['A', 'b'], 2), second);
    expect(versions.map(({ version, date, isReplaced, changed }) => [version, date, isReplaced, changed])).toEqual([
      [2, '2026-11-24', false, ['p2']],
      [1, '2026-11-23', true, []],
    ]);
    expect(versions[1]?.sha256).toBe(first.documents.get(id)?.sha256);
    // What is written and not yet sealed is told from the last that was.
    const third = sealOf(of(['A', 'b', 'C'], 3), second).versions;
    expect(third.map(({ isReplaced, changed }) => [isReplaced, changed])).toEqual([
      [false, ['p2a']],
      [true, ['p2']],
      [true, []],
    ]);
    expect(third[0]?.sha256).toBeUndefined();
  });

  it('refuses a text or a summary that is still to come, and nothing else that is sealed already', () => {
    const unwritten = of(['39. [Text to come.]']);
    const { record } = of(['A']);
    const unsaid = { ...of(['A']), record: { ...record, summary: placeholders.summary } };
    const { problems } = seal([unwritten], emptyLedger);
    expect(codes(problems)).toEqual(['seal-placeholder']);
    expect(problems[0]).toMatchObject({ file: `documents/${id}.mdx`, actual: '“[Text to come.]”' });
    expect(codes(seal([unsaid], emptyLedger).problems)).toEqual(['seal-placeholder']);
    const nobody = { ...record, sender: [{ office: placeholders.office }] };
    expect(codes(seal([{ ...of(['A']), record: nobody }], emptyLedger).problems)).toEqual(['seal-placeholder']);
    expect(seal([unsaid], sealed(of(['A']))).problems).toEqual([]);
  });

  it('takes the documents it is given, whatever is wrong with others', () => {
    const other = { id: 'moscow-1936-2' };
    const ledger = sealed(of(['A']), of(['B'], 1, other));
    const documents = [of(['A', 'new'], 2), of(['changed'], 1, other)];
    expect(codes(seal(documents, ledger).problems)).toEqual(['ledger-text-changed']);
    const one = seal(documents, ledger, { ids: new Set([id]) });
    expect(one.problems).toEqual([]);
    expect(one.changes).toEqual([`${id}, version 2: #p1a new`]);
    expect(one.ledger.documents.get(other.id)).toBe(ledger.documents.get(other.id));
    const gone = seal([of(['A', 'new'], 2)], ledger, { ids: new Set([id]) });
    expect(codes(gone.problems)).toEqual(['ledger-document-gone']);
  });
});

describe('the promise', () => {
  it('is broken by one changed letter without a revision, and kept with one', () => {
    const ledger = sealed(of(['A', 'B']));
    const [found] = broken([of(['A', 'b'])], ledger);
    expect(found).toMatchObject({ code: 'ledger-text-changed', file: `documents/${id}.mdx` });
    expect(found?.actual).toBe('#p2 changed, and no revision after version 1');
    expect(found?.mend).toBe(
      'If the change is meant, add a revision with version: 2, its date and one sentence on what changed, then run `npm run seal`. If not, undo it.',
    );
    expect(broken([of(['A', 'b'], 2)], ledger)).toEqual([]);
  });

  it('is broken by an inserted paragraph, which is named by the anchor it would get', () => {
    const ledger = sealed(of(['A', 'B']));
    const [found] = broken([of(['X', 'A', 'B'])], ledger);
    expect(found?.actual).toBe('#p0a new, and no revision after version 1');
    expect(seal([of(['X', 'A', 'B'])], ledger).ledger).toBe(ledger);
    expect(seal([of(['X', 'A', 'B'], 2)], ledger).problems).toEqual([]);
  });

  it('covers the heading and the date lines', () => {
    const ledger = sealed(of(['A']));
    const [found] = broken([{ ...of(['A']), heading: [] }], ledger);
    expect(found?.actual).toMatch(/^the file line, heading, a date line or the order changed/);
  });

  it('covers the edition’s notes, which .txt lacks', () => {
    const first = of(['A'], 1, { notes: [note('a', paragraph('Gloss.'))] });
    const changed = of(['A'], 1, { notes: [note('a', paragraph('Another gloss.'))] });
    expect(printedText(first)).toBe(printedText(changed));
    expect(codes(broken([changed], sealed(first)))).toEqual(['ledger-text-changed']);
  });

  it('is broken by a removed note or paragraph, even with a revision, until the removal is stated', () => {
    const before = of([paragraph('A', call('56')), 'B'], 1, {
      notes: [note('56', paragraph('Note.'))],
    });
    const after = of(['A'], 2);
    const ledger = sealed(before);
    const problems = broken([after], ledger);
    expect(codes(problems)).toEqual(['ledger-part-gone', 'ledger-part-gone']);
    expect(problems[1]?.mend).toContain(`npm run seal -- --removed ${id}#n56 "One sentence that says why."`);
    const stated = seal([after], ledger, {
      removed: ['p2', 'n56'].map((anchor) => ({ document: id, anchor, sentence: 'Not in print.' })),
    });
    expect(stated.problems).toEqual([]);
    expect(stated.changes).toEqual([`${id}, version 2: #p2 removed, #n56 removed`]);
    expect(broken([after], stated.ledger)).toEqual([]);
    expect(sealOf(after, stated.ledger).removed['n56']).toEqual({
      date: '2026-11-24',
      sentence: 'Not in print.',
    });
    const restored = of(['A'], 3, { notes: [note('56', paragraph('Another.'))] });
    expect(codes(broken([restored], stated.ledger))).toEqual(['ledger-anchor-reused']);
  });

  it('is broken by paragraphs that change places', () => {
    const ledger = sealed(of(['A', 'B', 'C']));
    const problems = broken([of(['B', 'C', 'A'], 2)], ledger);
    expect(codes(problems)).toEqual(['ledger-part-moved']);
    expect(problems[0]?.actual).toBe('the same words at #p3a');
  });

  it('is broken by a renamed or vanished document, until the renaming is stated', () => {
    const ledger = sealed(of(['A']));
    const renamed = of(['A'], 1, { id: 'moscow-1936-2' });
    const [found, ...others] = compareWithLedger([renamed], ledger);
    expect(others).toEqual([]);
    expect(found?.code).toBe('ledger-document-gone');
    expect(found?.file).toBe(`ledger/${id}.json`);
    expect(found?.mend).toContain('npm run seal -- --renamed moscow-1936-1 moscow-1936-2');
    expect(compareWithLedger([], ledger)[0]?.actual).toBe('no file documents/moscow-1936-1.mdx');

    const stated = seal([renamed], ledger, { renamed: [{ from: id, to: 'moscow-1936-2' }] });
    expect(stated.problems).toEqual([]);
    expect(stated.ledger.redirects).toEqual(new Map([[id, 'moscow-1936-2']]));
    expect(stated.ledger.documents.get('moscow-1936-2')).toEqual(ledger.documents.get(id));
    expect(codes(broken([renamed, of(['Other'])], stated.ledger))).toEqual(['ledger-id-reused']);

    const third = of(['A'], 1, { id: 'moscow-1936-3' });
    const again = seal([third], stated.ledger, {
      renamed: [{ from: 'moscow-1936-2', to: 'moscow-1936-3' }],
    });
    expect(Object.fromEntries(again.ledger.redirects)).toEqual({
      [id]: 'moscow-1936-3',
      'moscow-1936-2': 'moscow-1936-3',
    });
    const back = seal([of(['A'])], again.ledger, {
      renamed: [{ from: 'moscow-1936-3', to: id }],
    });
    expect(back.problems).toEqual([]);
    expect(Object.fromEntries(back.ledger.redirects)).toEqual({ 'moscow-1936-2': id, 'moscow-1936-3': id });
  });

  it('is broken by taking back a version', () => {
    const ledger = resealed(sealed(of(['A'])), of(['A'], 2));
    expect(codes(broken([of(['A'], 1)], ledger))).toEqual(['ledger-version-lowered']);
  });

  it('says nothing of documents that are not sealed', () => {
    expect(compareWithLedger([telegram], emptyLedger)).toEqual([]);
  });

  it('is broken by a ledger file that is missing although the record has a fingerprint', () => {
    const document = recorded(of(['A']), sealed(of(['A'])));
    const [found, ...others] = compareWithLedger([document], emptyLedger);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      file: `ledger/${id}.json`,
      code: 'ledger-file-missing',
      expected: `ledger/${id}.json: ${id} was sealed`,
      actual: 'no such file',
    });
    expect(found?.mend).toContain(`git restore --source=HEAD --staged --worktree -- "content/ledger/${id}.*"`);
    expect(found?.mend).toContain('If no commit has it, it was left out of one: fetch it from where');
    expect(codes(seal([document], emptyLedger).problems)).toEqual(['ledger-file-missing']);
    // What cannot be read is said in words of its own.
    expect(compareWithLedger([document], { ...emptyLedger, broken: [id] })).toEqual([]);
  });

  it('is broken by a renaming that is not stated, even where the words change with it', () => {
    const ledger = sealed(of(['A']));
    const document = { ...recorded(of(['Changed'], 2), ledger), id: 'moscow-1936-2' };
    const problems = compareWithLedger([document], ledger);
    expect(codes(problems)).toEqual(['ledger-document-gone']);
    expect(problems[0]?.mend).toContain('--renamed moscow-1936-1 moscow-1936-2');
  });

  it('is broken by a first seal above version 1', () => {
    const [found] = compareWithLedger([of(['A'], 2)], emptyLedger);
    expect(found).toMatchObject({
      file: `documents/${id}.mdx`,
      code: 'ledger-first-version',
      actual: `version 2, and no file ledger/${id}.json`,
    });
    expect(codes(seal([of(['A'], 2)], emptyLedger).problems)).toEqual(['ledger-first-version']);
  });

  it('is broken by a fingerprint in the record that is another, or of a version that the ledger lacks', () => {
    const first = sealed(of(['A']));
    const second = resealed(first, of(['B'], 2));
    const older = compareWithLedger([recorded(of(['B'], 2), second)], first);
    expect(codes(older)).toEqual(['ledger-fingerprint-differs']);
    expect(older[0]).toMatchObject({
      expected: `version 2 in ledger/${id}.json: its revision has a fingerprint`,
      actual: 'version 1 as the newest',
    });
    const [other] = compareWithLedger([recorded(of(['A']), sealed(of(['C'])))], first);
    expect(other).toMatchObject({
      code: 'ledger-fingerprint-differs',
      expected: `sha256: ${first.documents.get(id)?.sha256} in revision 1, as in ledger/${id}.json`,
    });
  });

  it('is broken by a record without the fingerprint, which seal writes back', () => {
    const ledger = sealed(of(['A']));
    const [found] = compareWithLedger([of(['A'])], ledger);
    expect(found).toMatchObject({
      code: 'ledger-fingerprint-missing',
      file: `documents/${id}.mdx`,
      actual: 'no sha256',
    });
    expect(found?.mend).toBe(`Run \`npm run seal ${id}\`, which writes it.`);
    expect(seal([of(['A'])], ledger).problems).toEqual([]);
  });
});

describe('what is stated to seal', () => {
  it('must be so', () => {
    const ledger = sealed(of(['A', 'B']));
    const state = (documents: EditionDocument[], options: Parameters<typeof seal>[2]) =>
      codes(seal(documents, ledger, options).problems);
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
