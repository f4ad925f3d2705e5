/** The promise of the ledger, tried on content folders: what the check says, what seal writes, what is published. */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/edition/fingerprint.ts';
import { placeholders, type SealRequest } from '../../src/edition/ledger-seal.ts';
import { formatProblem } from '../../src/edition/problems.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { readLedgerFolder } from '../../src/loader/read-records.ts';
import { sealFolder } from '../../src/loader/write-ledger.ts';
import { buildEdition } from '../setup/edition-build.ts';
import { runHere } from '../setup/run-here.ts';
import { runNode } from '../setup/run-node.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const id = 'harbin-1936-7';

/** A content folder with one document, sealed, so that it can be spoilt. */
let content: string;
let file: string;
const inLedger = (name: string) => join(content, 'ledger', name);
beforeEach(async () => {
  content = join(await mkdtemp(join(tmpdir(), 'edition-')), 'content');
  await cp(join(root, 'tests/fixtures/problems/base'), content, { recursive: true });
  file = join(content, `documents/${id}.mdx`);
  expect(sealed()).toBe(true);
});
afterEach(() => rm(join(content, '..'), { recursive: true }));

const seal = ({ ids = new Set(), ...stated }: SealRequest = {}) => sealFolder(content, [...ids], stated);
const sealed = (request?: SealRequest) => seal(request).written;

/** All that the check says of the content. */
const check = () => readContent(content).problems.map(formatProblem).join('\n');

/** Rewrites the document's file. */
const edit = async (change: (text: string) => string): Promise<void> => {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
};

const revise = (version = 2) =>
  edit((text) =>
    text.replace(/\n---\n\n/, `\n  - version: ${version}\n    date: '2036-12-01'\n    change: Mended.\n---\n\n`),
  );

const ledger = () => {
  const { ledger: read, problems } = readLedgerFolder(content);
  expect(problems).toEqual([]);
  return read;
};

/** Both the check and seal say these words, and nothing is sealed. */
const stopped = (...said: string[]): void => {
  const { problems, written } = seal();
  expect(written).toBe(false);
  for (const all of [check(), problems.map(formatProblem).join('\n')])
    for (const words of said) expect(all).toContain(words);
};

const passes = (request?: SealRequest): void => {
  const { problems, written } = seal(request);
  expect([problems, written, check()]).toEqual([[], true, '']);
};

describe('what was sealed', () => {
  it('is sealed once: a second time there is nothing to do', () => {
    expect(seal()).toMatchObject({ problems: [], changes: [], written: false });
  });

  it('cannot be renamed until that is stated; then the old address leads to the new one', async () => {
    await rename(file, join(content, 'documents/harbin-1936-8.mdx'));
    file = join(content, 'documents/harbin-1936-8.mdx');
    await edit((text) => text.replace('telegramNumber: 7', 'telegramNumber: 8').replace('7\\.', '8\\.'));
    stopped(`content/ledger/${id}.json:1:1 ledger-document-gone`, `--renamed ${id} `);
    await revise();
    passes({ renamed: [{ from: id, to: 'harbin-1936-8' }] });
    expect(ledger().redirects).toEqual(new Map([[id, 'harbin-1936-8']]));
    expect(await readFile(inLedger('harbin-1936-8.v1.txt'))).toEqual(await readFile(inLedger(`${id}.v1.txt`)));
    expect(await readFile(inLedger('ids.txt'), 'utf8')).toBe(`${id}\nharbin-1936-8\n`);
  });

  it('keeps its anchors when a paragraph is inserted, which needs a revision', async () => {
    await edit((text) => text.replace('\nNothing else', '\nInserted here.\n\nNothing else'));
    stopped(`${id}.mdx:`, 'ledger-text-changed', '#p1a new', 'add a revision with version: 2');
    await revise();
    passes();
    const entry = ledger().documents.get(id);
    expect(entry?.version).toBe(2);
    expect(Object.keys(entry?.anchors ?? {})).toEqual(['p1', 'p1a', 'p2', 'n1']);
  });

  it('cannot change by one letter without a revision', async () => {
    const first = await readFile(inLedger(`${id}.v1.txt`));
    const sha256 = fingerprint(first);
    await edit((text) => text.replace('7\\. The snow', '7\\. The snoww'));
    stopped('ledger-text-changed', '#p1 changed', 'add a revision with version: 2');
    await revise();
    passes();
    expect(await readFile(inLedger(`${id}.v2.txt`), 'utf8')).toContain('7. The snoww in Harbin');
    expect(await readFile(inLedger(`${id}.v1.txt`))).toEqual(first);
    expect(await readFile(file, 'utf8')).toContain(`\n    date: 2026-11-23\n    sha256: ${sha256}\n    change: First`);
  });

  it('cannot lose a note until that is stated; then a dated sentence stands at its anchor', async () => {
    await edit((text) => text.replace('[^1]\n', '\n').replace(/\n\[\^1\]: .*\n/, ''));
    stopped('ledger-part-gone', '#n1', `--removed ${id}#n1 "One sentence that says why."`);
    await revise();
    stopped('ledger-part-gone');
    passes({ removed: [{ document: id, anchor: 'n1', sentence: 'Not in the printed volume.' }] });
    expect(ledger().documents.get(id)?.removed).toEqual({
      n1: { date: '2036-12-01', sentence: 'Not in the printed volume.' },
    });
  });

  it('cannot be edited by hand in the ledger', async () => {
    const path = inLedger(`${id}.json`);
    const written = await readFile(path, 'utf8');
    await writeFile(path, written.replace('"version": 1', '"version": 2'));
    stopped(
      `content/ledger/${id}.json:1:1 ledger-broken`,
      `git restore --source=HEAD --staged --worktree -- "content/ledger/${id}.*"`,
    );
    await writeFile(path, written);
    expect(check()).toBe('');
  });

  it('is missed where its ledger file vanished, also together with the list of ids', async () => {
    const vanished = `content/ledger/${id}.json:1:1 ledger-file-missing`;
    await rm(inLedger(`${id}.json`));
    stopped(vanished);
    await rm(inLedger(''), { recursive: true });
    stopped(vanished);
  });
});

describe('seal', () => {
  it('adds an id that the list lacks, and a fingerprint that the record lacks', async () => {
    const before = await readFile(file);
    await writeFile(inLedger('ids.txt'), '');
    await edit((text) => text.replace(/ +sha256: .*\n/, ''));
    expect(check()).toContain('content/ledger/ids.txt:1:1 ledger-unlisted');
    expect(check()).toContain('ledger-fingerprint-missing');
    passes({ ids: new Set([id]) });
    expect(await readFile(file)).toEqual(before);
  });

  it('refuses a placeholder, and an overwritten sealed text', async () => {
    await revise();
    await edit((text) => text.replace('Nothing else is', `${placeholders.text.replace(/^\[/, '\\[')} is`));
    expect(seal().problems).toMatchObject([{ code: 'seal-placeholder' }]);
    await edit((text) => text.replace(/\\\[Text to come\.\]/, 'Another'));
    await writeFile(inLedger(`${id}.v2.txt`), 'Other words.\n');
    const [foreign] = seal().problems;
    expect(foreign).toMatchObject({ file: `content/ledger/${id}.v2.txt`, code: 'ledger-file-foreign' });
    expect(await readFile(inLedger(`${id}.v2.txt`), 'utf8')).toBe('Other words.\n');
  });

  it('takes up what was interrupted between the text and its ledger file', async () => {
    await revise();
    const [before, record] = [await readFile(inLedger(`${id}.json`)), await readFile(file)];
    passes({ ids: new Set([id]) });
    const [after, sealed] = [await readFile(inLedger(`${id}.json`)), await readFile(file)];
    await writeFile(inLedger(`${id}.json`), before);
    await writeFile(file, record);
    passes({ ids: new Set([id]) });
    expect(await readFile(inLedger(`${id}.json`))).toEqual(after);
    expect(await readFile(file)).toEqual(sealed);
  });

  it('does not see what a seal that was killed left behind', async () => {
    await writeFile(inLedger(`.${id}.json.999999999`), '{');
    expect(check()).toBe('');
    expect(seal()).toMatchObject({ problems: [], written: false });
  });
});

describe('the program', () => {
  const program = join(root, 'src/commands/seal.ts');
  const start = (...words: string[]) =>
    runNode(program, words, { environment: { CONTENT_DIR: content }, showOutput: false });
  const run = (...words: string[]) => runHere(program, words, { CONTENT_DIR: content });

  it('says what it sealed, why it did not, and what it takes', async () => {
    await revise();
    expect(await start(id)).toEqual({
      code: 0,
      output: `${id}, version 2: the text as it was\nWritten: content/ledger/ and the records. Commit them together with the documents, new files too: \`git add content\`.\n`,
    });
    expect(await run()).toEqual({ code: 0, output: 'Everything was sealed already.\n' });
    await edit((text) => text.replace('The snow', 'Snow'));
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toMatch(/ ledger-text-changed\n[^]*\n\n1 problem in 1 file\. Nothing was sealed\.\n$/);
    const usage = '`npm run seal` takes ids of documents, or none for all, and after `--`:';
    for (const [words, fault] of [
      [['--remove', 'x'], '`npm run seal` does not know “--remove”.'],
      [['harbin-1936-93'], 'There is no document content/documents/harbin-1936-93.mdx.'],
      [['--removed'], '`npm run seal` needs more after --removed.'],
      [['--renamed', id], '`npm run seal` needs more after --renamed.'],
    ] as const)
      expect(await run(...words)).toEqual({ code: 1, output: expect.stringContaining(`${fault} ${usage}`) as string });
  });

  it('reads what is stated: a removal with its sentence, a renaming', async () => {
    await edit((text) => text.replace('\n\nNothing else is to report.', ''));
    await revise();
    expect((await run('--removed', `${id}#p2`, 'Printed in error.', '--renamed', 'a', 'b')).output).toMatch(
      /content\/ledger:1:1 seal-renamed-wrong[^]*a is not sealed/,
    );
    expect((await run('--removed', `${id}#p2`, 'Printed in error.')).code).toBe(0);
    expect(ledger().documents.get(id)?.removed['p2']?.sentence).toBe('Printed in error.');
  });

  it('loses nothing when several seal at once', async () => {
    const unsealed = (await readFile(file, 'utf8')).replace(/ +sha256: .*\n/, '');
    const ids = [40, 41, 42].map((number) => `harbin-1936-${number}`);
    for (const own of ids) {
      const number = own.slice(-2);
      const text = unsealed
        .replace('telegramNumber: 7', `telegramNumber: ${number}`)
        .replace('document: 90', `document: ${number}`)
        .replace('7\\.', `${number}\\.`);
      await writeFile(join(content, 'documents', `${own}.mdx`), text);
    }
    const outcomes = await Promise.all([...ids, ids[0] ?? ''].map((own) => start(own)));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect([...ledger().documents.keys()].sort()).toEqual([...ids, id]);
    expect(check()).toBe('');
    expect((await readdir(inLedger(''))).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('a build', () => {
  /** The edition's own content, whose telegram is renamed, has a paragraph more and a note less. */
  it('publishes what the ledger holds, and nothing that breaks it', async () => {
    await rm(content, { recursive: true });
    await cp(join(root, 'content'), content, { recursive: true });
    const before = readContent(content).ledger.documents.get('moscow-1936-39')?.version ?? 0;
    await rename(join(content, 'documents/moscow-1936-39.mdx'), join(content, 'documents/moscow-1936-40.mdx'));
    file = join(content, 'documents/moscow-1936-40.mdx');
    await edit((text) =>
      text
        .replace('telegramNumber: 39', 'telegramNumber: 40')
        .replace('39\\.', '40\\.')
        .replace('\nThe feeling which', '\nInserted here.\n\nThe feeling which')
        .replace('[^56] while', ' while')
        .replace(/\[\^56\]: .*\n\n/, ''),
    );
    await revise(before + 1);
    const site = join(content, '../site');
    // What stops the check stops the build.
    expect(check()).toContain('content/ledger/moscow-1936-39.json:1:1 ledger-document-gone');
    passes({
      renamed: [{ from: 'moscow-1936-39', to: 'moscow-1936-40' }],
      removed: [{ document: 'moscow-1936-40', anchor: 'n56', sentence: 'Not in the printed volume.' }],
    });
    const built = await buildEdition(site, { CONTENT_DIR: content });
    expect(built.code, built.output).toBe(0);
    expect(built.output).toContain('No address is set, so permalinks point at http://localhost:4321: give “site”');
    const published = (address: string) => readFile(join(site, 'documents', address), 'utf8');
    expect(await published('moscow-1936-39/index.html')).toContain('content="0; url=/documents/moscow-1936-40/"');
    expect(await published('moscow-1936-39.txt')).toBe(await published('moscow-1936-40.txt'));
    const page = await published('moscow-1936-40/index.html');
    expect(page).toMatch(/<p id="p1a"[^>]*>.*Inserted here\.<\/p>/);
    expect(page).toMatch(/<p id="p2">.*The feeling which/);
    expect(page).toMatch(/<p id="n56">\s*note 56, removed December 1, 2036: Not in the printed volume\./);
  });
});
