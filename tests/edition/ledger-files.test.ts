import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWithLedger } from '../../src/edition/ledger-check.ts';
import { seal } from '../../src/edition/ledger-seal.ts';
import {
  readLedger,
  sealedTextName,
  writeIds,
  writeLedgerFile,
  type Ledger,
  type LedgerEntry,
} from '../../src/edition/ledger.ts';
import { printedText } from '../../src/edition/printed-text.ts';
import { id, of, recorded, resealed, sealed } from './sealed-documents.ts';

const other = 'moscow-1936-2';
const former = 'moscow-1936-3';
const versions = [of(['A', 'B', 'C']), of(['A', 'b'], 2)];
const first = sealed(of(['A', 'B', 'C']), of(['Another.'], 1, { id: other }));
const { ledger: second } = seal([...versions.slice(1), of(['Another.'], 1, { id: other })], first, {
  removed: [{ document: id, anchor: 'p3', sentence: 'Printed in error.' }],
});
const ledger: Ledger = { ...second, redirects: new Map([[former, other]]) };
const documents = [of(['A', 'b'], 2), of(['Another.'], 1, { id: other })].map((one) => recorded(one, ledger));

/** The files of that ledger, as `npm run seal` writes them. */
const files = new Map<string, Buffer>(
  Object.entries({
    ...Object.fromEntries([...ledger.documents].map(([of, e]) => [`${of}.json`, writeLedgerFile(of, e)])),
    [`${former}.json`]: writeLedgerFile(former, { movedTo: other }),
    [sealedTextName(id, 1)]: printedText(of(['A', 'B', 'C'])),
    [sealedTextName(id, 2)]: printedText(of(['A', 'b'])),
    [sealedTextName(other, 1)]: printedText(of(['Another.'])),
    'ids.txt': writeIds([id, former, other]),
  }).map(([name, text]) => [name, Buffer.from(text)]),
);

/** What is wrong after a change to the files, as `file code`. */
const said = (change: (files: Map<string, Buffer>) => void): string[] =>
  problems(change).map((p) => `${p.file} ${p.code}`);

function problems(change: (files: Map<string, Buffer>) => void) {
  const changed = new Map(files);
  change(changed);
  return readLedger(changed).problems;
}

const rewrite = (name: string, edit: (text: string) => string) => (changed: Map<string, Buffer>) =>
  changed.set(name, Buffer.from(edit(String(files.get(name)))));

describe('the files of the ledger', () => {
  it('are read back as they were written, with whatever line ends git gives them', () => {
    expect(readLedger(files)).toEqual({ ledger: { ...ledger, redirects: new Map([[former, other]]) }, problems: [] });
    expect(said(rewrite(`${id}.json`, (text) => text.replaceAll('\n', '\r\n')))).toEqual([]);
    expect(readLedger(new Map()).problems).toEqual([]);
  });

  it('are told to be edited by hand, of another document, of another format, or no JSON', () => {
    const broken = (edit: (text: string) => string) => problems(rewrite(`${id}.json`, edit))[0];
    expect(broken((text) => text.replace('"version": 1', '"version": 3'))?.actual).toMatch(/edited by hand$/);
    expect(
      broken((text) => text.replace(/ {2}"removed"[^]*?\},\n {2}"earlier"/, '  "removed": {},\n  "earlier"'))?.actual,
    ).toMatch(/edited by hand$/);
    expect(broken((text) => text.slice(0, -3))?.actual).toMatch(/not JSON/);
    expect(broken(() => 'null')?.actual).toMatch(/not JSON/);
    expect(broken(() => '{"format":1}')?.actual).toMatch(/^what was sealed of undefined/);
    expect(broken(() => String(files.get(`${other}.json`)))?.actual).toBe(`what was sealed of "${other}"`);
    expect(broken((text) => text.replace('"format": 1', '"format": 2'))?.actual).toMatch(/^format 2, which/);
    expect(broken((text) => text)).toBeUndefined();
  });

  it('are told to hold a merge that is not finished, with what to do in the middle of it', () => {
    const [found, ...others] = problems(
      rewrite(`${id}.json`, (text) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> branch\n`),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'ledger-broken', actual: 'a merge of two branches that both sealed it' });
    expect(found?.mend).toBe(
      `Restore it with \`git restore --source=HEAD --staged --worktree -- "content/ledger/${id}.*"\`: so this branch’s side stays. In documents/${id}.mdx keep the revisions of this side as they are, add one for what the other branch changed, and run \`npm run seal ${id}\`.`,
    );
  });

  it('are missed when they vanish', () => {
    expect(said((changed) => changed.delete(`${former}.json`))).toEqual([`ledger/${former}.json ledger-file-missing`]);
    expect(said((changed) => changed.delete(`${other}.json`))).toEqual([
      `ledger/${sealedTextName(other, 1)} ledger-file-foreign`,
      `ledger/${other}.json ledger-file-missing`,
    ]);
    expect(said((changed) => changed.delete('ids.txt'))).toEqual(['ledger/ids.txt ledger-unlisted']);
    expect(said((changed) => changed.delete(sealedTextName(id, 1)))).toEqual([
      `ledger/${sealedTextName(id, 1)} ledger-sealed-text`,
    ]);
  });

  it('are missed together with their line in ids.txt and their texts, as the record has the fingerprint', () => {
    const left = new Map([...files].filter(([name]) => !name.startsWith(`${id}.`)));
    left.set('ids.txt', Buffer.from(writeIds([other, former])));
    const read = readLedger(left);
    expect(read.problems).toEqual([]);
    expect(compareWithLedger(documents, read.ledger).map(({ code }) => code)).toEqual(['ledger-file-missing']);
  });

  it('hold the sealed texts to the byte, each of a version that the ledger knows', () => {
    const changed = problems(rewrite(sealedTextName(id, 1), (text) => text.replace('B', 'b')));
    expect(changed).toMatchObject([{ code: 'ledger-sealed-text', actual: 'another text' }]);
    expect(changed[0]?.expected).toContain(first.documents.get(id)?.sha256);
    expect(said((all) => all.set(sealedTextName(id, 3), Buffer.from('x')))).toEqual([
      `ledger/${id}.v3.txt ledger-file-foreign`,
    ]);
    expect(said((all) => all.set('moscow.json~HEAD', Buffer.from('x')))).toEqual([
      'ledger/moscow.json~HEAD ledger-file-foreign',
    ]);
  });

  it('do not drop what was removed, even where the checksum is made to fit', () => {
    const dropped = { ...(ledger.documents.get(id) as LedgerEntry), removed: {} };
    const found = problems(rewrite(`${id}.json`, () => writeLedgerFile(id, dropped)));
    expect(found).toMatchObject([{ code: 'ledger-removal-dropped', actual: 'neither for #p3' }]);
  });

  it('say of a sealed document alone what its own file lacks', () => {
    const found = said((changed) => changed.set(`${id}.json`, Buffer.from('{')));
    expect(found).toEqual([`ledger/${id}.json ledger-broken`]);
  });

  it('keep every anchor that two branches gave to different documents, whose ids a merge joins', () => {
    const ours = resealed(first, of(['A', 'new', 'B', 'C'], 2), of(['Another.'], 1, { id: other }));
    const merged = new Map(files);
    merged.set(`${id}.json`, Buffer.from(writeLedgerFile(id, ours.documents.get(id) as LedgerEntry)));
    merged.set(sealedTextName(id, 2), Buffer.from(printedText(of(['A', 'new', 'B', 'C']))));
    merged.set('ids.txt', Buffer.from(`${other}\n${former}\n${id}\n${id}\n`));
    const read = readLedger(merged);
    expect(read.problems).toEqual([]);
    expect(Object.keys(read.ledger.documents.get(id)?.anchors ?? {})).toEqual(['p1', 'p1a', 'p2', 'p3']);
  });
});

describe('whatever is damaged in a file of the ledger', () => {
  /** A way to damage bytes: cut, delete, insert, flip a bit, double a line. */
  const damages: ((bytes: Buffer, at: number, with_: number) => Buffer)[] = [
    (bytes, at) => bytes.subarray(0, at),
    (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + (length % 80))]),
    (bytes, at, byte) => Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)]),
    (bytes, at, bit) => bytes.with(at, (bytes[at] ?? 0) ^ (1 << (bit % 8))) as Buffer,
    (bytes, at, length) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length))]),
  ];

  it('is reported, or changes nothing that is promised', () => {
    const damage = fc.record({
      name: fc.constantFrom(...files.keys()),
      kind: fc.constantFrom(...damages),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(damage, ({ name, kind, at, byte }) => {
        const bytes = files.get(name) ?? Buffer.of();
        const damaged = new Map(files).set(name, Buffer.from(kind(bytes, Math.floor(at * bytes.length), byte)));
        const read = readLedger(damaged);
        if (read.problems.length > 0) return;
        expect(read.ledger).toEqual(ledger);
        expect(compareWithLedger(documents, read.ledger)).toEqual([]);
        for (const text of files.keys()) if (/\.v\d/.test(text)) expect(damaged.get(text)).toEqual(files.get(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('is reported too where one file stands in for another, or several are gone', () => {
    const names = [...files.keys()];
    for (const name of names) {
      for (const stand of names.filter((one) => one !== name)) {
        const read = readLedger(new Map(files).set(name, files.get(stand) ?? Buffer.of()));
        expect(read.problems, `${stand} as ${name}`).not.toEqual([]);
      }
    }
    for (let gone = 1; gone < 2 ** names.length; gone++) {
      const left = [...files].filter((_, index) => ((gone >> index) & 1) === 0);
      const read = readLedger(new Map(left));
      const found = [...read.problems, ...compareWithLedger(documents, read.ledger)];
      expect(found, left.join()).not.toEqual([]);
    }
  });
});
