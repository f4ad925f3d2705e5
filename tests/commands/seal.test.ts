/** The promise of the ledger, tried on the edition's own content in real checks, seals and builds. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/edition/fingerprint.ts';
import { readLedgerFolder } from '../../src/loader/read-records.ts';

const root = new URL('../..', import.meta.url).pathname;

/** The edition's own content, copied, so that it can be spoilt. */
let content: string;
let file: string;
beforeEach(async () => {
  content = join(await mkdtemp(join(tmpdir(), 'edition-')), 'content');
  await cp(join(root, 'content'), content, { recursive: true });
  file = join(content, 'documents/moscow-1936-39.mdx');
}, 60_000);
afterEach(() => rm(join(content, '..'), { recursive: true }));

/** Runs a command on the copied content; all it printed, and its exit code. */
const run = (command: 'check' | 'seal' | 'build', ...words: string[]) =>
  new Promise<{ code: number; said: string }>((done) => {
    execFile(
      process.execPath,
      [join(root, `src/commands/${command}.ts`), ...words],
      {
        cwd: root,
        env: {
          ...process.env,
          CONTENT_DIR: content,
          OUT_DIR: join(content, '../site'),
          CACHE_DIR: join(content, '../cache'),
        },
      },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

/** Rewrites the document's file. */
const edit = async (change: (text: string) => string): Promise<void> => {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
};

const revise = () =>
  edit((text) =>
    text.replace(
      'change: First published.\n',
      "change: First published.\n  - version: 2\n    date: '2026-12-01'\n    change: Mended.\n",
    ),
  );

const inLedger = (name: string) => join(content, 'ledger', name);

const ledger = () => {
  const { ledger: read, problems } = readLedgerFolder(content);
  expect(problems).toEqual([]);
  return read;
};

const sha256 = 'dcaa302890e7fed2b0cdc02547d352fb19bcb1d1fe49eb606b766af8878229e5';

const stopped = async (...said: string[]): Promise<void> => {
  for (const command of ['check', 'seal'] as const) {
    const outcome = await run(command);
    expect(outcome.code).toBe(1);
    for (const words of said) expect(outcome.said).toContain(words);
  }
};

const passes = async (...seal: string[]): Promise<void> => {
  expect((await run('seal', ...seal)).said).toContain('Commit them together with the documents.');
  expect(await run('check')).toEqual({ code: 0, said: '1 document, no problems.\n' });
};

const builds = async (): Promise<void> => {
  const built = await run('build');
  expect(built.code, built.said).toBe(0);
};

/** A file of the site that was built. */
const published = (address: string) => readFile(join(content, '../site', address), 'utf8');

describe('what was sealed', { timeout: 120_000 }, () => {
  it('is sealed once: a second time there is nothing to do', async () => {
    expect(await run('seal')).toEqual({ code: 0, said: 'Everything was sealed already.\n' });
  });

  it('cannot be renamed until that is stated; then the old address leads to the new one', async () => {
    await rename(file, join(content, 'documents/moscow-1936-40.mdx'));
    file = join(content, 'documents/moscow-1936-40.mdx');
    await edit((text) => text.replace('telegramNumber: 39', 'telegramNumber: 40').replace('39\\.', '40\\.'));
    await stopped('content/ledger/moscow-1936-39.json:1:1 ledger-document-gone', '--renamed moscow-1936-39 ');
    await revise();
    await passes('--renamed', 'moscow-1936-39', 'moscow-1936-40');
    await builds();
    expect(ledger().redirects).toEqual({ 'moscow-1936-39': 'moscow-1936-40' });
    expect(await published('documents/moscow-1936-39/index.html')).toContain(
      'content="0; url=/documents/moscow-1936-40/"',
    );
    expect(await published('documents/moscow-1936-39.txt')).toBe(await published('documents/moscow-1936-40.txt'));
    expect(await readFile(inLedger('moscow-1936-40.v1.txt'))).toEqual(
      await readFile(inLedger('moscow-1936-39.v1.txt')),
    );
    expect(await readFile(inLedger('ids.txt'), 'utf8')).toBe('moscow-1936-39\nmoscow-1936-40\n');
  });

  it('keeps its anchors when a paragraph is inserted, which needs a revision', async () => {
    await edit((text) => text.replace('\nThe feeling which', '\nInserted here.\n\nThe feeling which'));
    await stopped('moscow-1936-39.mdx:', 'ledger-text-changed', '#p1a new', 'add a revision with version: 2');
    await revise();
    await passes();
    const entry = ledger().documents['moscow-1936-39'];
    expect(entry?.version).toBe(2);
    expect(Object.keys(entry?.anchors ?? {}).slice(0, 5)).toEqual(['p1', 'p1a', 'p2', 'p3', 'p4']);
    await builds();
    const page = await published('documents/moscow-1936-39/index.html');
    expect(page).toMatch(/<p id="p1a">.*Inserted here\.<\/p>/);
    expect(page).toMatch(/<p id="p2">.*The feeling which/);
  });

  it('cannot change by one letter without a revision', async () => {
    await edit((text) => text.replace('39\\. The usual', '39\\. The usuall'));
    await stopped('ledger-text-changed', '#p1 changed', 'add a revision with version: 2');
    expect(await run('build')).toMatchObject({ code: 1, said: expect.stringContaining('#p1 changed') as string });
    await revise();
    await passes();
    expect(await readFile(inLedger('moscow-1936-39.v2.txt'), 'utf8')).toContain('39. The usuall emissary');
    expect(fingerprint(await readFile(inLedger('moscow-1936-39.v1.txt')))).toBe(sha256);
    expect(await readFile(file, 'utf8')).toContain(
      `\n    date: '2026-11-23'\n    sha256: ${sha256}\n    change: First`,
    );
  });

  it('cannot lose a note until that is stated; then a dated sentence stands at its anchor', async () => {
    await edit((text) => text.replace('[^56] while', ' while').replace(/\[\^56\]: .*\n\n/, ''));
    await stopped('ledger-part-gone', '#n56', '--removed moscow-1936-39#n56 "One sentence that says why."');
    await revise();
    await stopped('ledger-part-gone');
    await passes('--removed', 'moscow-1936-39#n56', 'Not in the printed volume.');
    await builds();
    expect(ledger().documents['moscow-1936-39']?.removed).toEqual({
      n56: { date: '2026-12-01', sentence: 'Not in the printed volume.' },
    });
    expect(await published('documents/moscow-1936-39/index.html')).toMatch(
      /<p id="n56">\s*note 56, removed December 1, 2026: Not in the printed volume\./,
    );
  });

  it('cannot be edited by hand in the ledger', async () => {
    const path = inLedger('moscow-1936-39.json');
    const sealed = await readFile(path, 'utf8');
    await writeFile(path, sealed.replace('"version": 1', '"version": 2'));
    await stopped(
      'content/ledger/moscow-1936-39.json:1:1 ledger-broken',
      'git restore --source=HEAD --staged --worktree -- "content/ledger/moscow-1936-39.*"',
    );
    await writeFile(path, sealed);
    expect((await run('check')).code).toBe(0);
  });
});

describe('without a build, seal', { timeout: 60_000 }, () => {
  it('sees a ledger file that vanished, also together with the list of ids', async () => {
    await rm(inLedger('moscow-1936-39.json'));
    const vanished = 'content/ledger/moscow-1936-39.json:1:1 ledger-file-missing';
    for (const command of ['check', 'seal'] as const) expect((await run(command)).said).toContain(vanished);
    await rm(inLedger(''), { recursive: true });
    for (const command of ['check', 'seal'] as const) expect((await run(command)).said).toContain(vanished);
  });

  it('adds an id that the list lacks, and a fingerprint that the record lacks', async () => {
    const before = await readFile(file);
    await writeFile(inLedger('ids.txt'), '');
    await edit((text) => text.replace(/ +sha256: .*\n/, ''));
    const { said } = await run('check');
    expect(said).toContain('content/ledger/ids.txt:1:1 ledger-unlisted');
    expect(said).toContain('ledger-fingerprint-missing');
    expect((await run('seal', 'moscow-1936-39')).code).toBe(0);
    expect((await run('check')).code).toBe(0);
    expect(await readFile(file)).toEqual(before);
  });

  it('refuses an id that is no document’s, a placeholder, and an overwritten sealed text', async () => {
    const { code, said } = await run('seal', 'moscow-1936-93');
    expect(code).toBe(1);
    expect(said).toContain('There is no document content/documents/moscow-1936-93.mdx. `npm run seal` takes ids');
    await revise();
    await edit((text) => text.replace('The usual emissary of the <Term', '[Text to come.] of the <Term'));
    expect((await run('seal')).said).toContain('seal-placeholder');
    await edit((text) => text.replace('[Text to come.]', 'Another'));
    await writeFile(inLedger('moscow-1936-39.v2.txt'), 'Other words.\n');
    expect((await run('seal')).said).toContain('content/ledger/moscow-1936-39.v2.txt:1:1 ledger-file-foreign');
    expect(await readFile(inLedger('moscow-1936-39.v2.txt'), 'utf8')).toBe('Other words.\n');
  });

  it('loses nothing when several seal at once', async () => {
    const source = await readFile(file, 'utf8');
    const unsealed = source.replace(/ +sha256: .*\n/, '');
    const ids = [40, 41, 42].map((number) => `moscow-1936-${number}`);
    for (const id of ids) {
      const number = id.slice(-2);
      const text = unsealed.replace('telegramNumber: 39', `telegramNumber: ${number}`).replace('39\\.', `${number}\\.`);
      await writeFile(join(content, 'documents', `${id}.mdx`), text);
    }
    const outcomes = await Promise.all([...ids, ids[0] ?? ''].map((id) => run('seal', id)));
    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(Object.keys(ledger().documents)).toEqual(['moscow-1936-39', ...ids]);
    expect(await run('check')).toEqual({ code: 0, said: '4 documents, no problems.\n' });
    expect((await readdir(inLedger(''))).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

it('seal says what it takes when it is given something else', { timeout: 60_000 }, async () => {
  const { code, said } = await run('seal', '--remove', 'x');
  expect(code).toBe(1);
  expect(said).toContain(
    '`npm run seal` does not know “--remove”. `npm run seal` takes ids of documents, or none for all, and after `--`:',
  );
});
