/** Two editors who seal on two branches of a repository, and what git makes of it. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/edition/problems.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { readLedgerFolder } from '../../src/loader/read-records.ts';
import { replaceFile } from '../../src/loader/text-file.ts';
import { sealFolder } from '../../src/loader/write-ledger.ts';

const root = new URL('../..', import.meta.url).pathname;
const id = 'harbin-1936-7';
const document = `content/documents/${id}.mdx`;

let repository: string;
beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'edition-merge-'));
  await cp(join(root, 'tests/fixtures/problems/base'), content(), { recursive: true });
  seal(id);
  for (const name of ['.gitattributes', '.gitignore']) await cp(join(root, name), join(repository, name));
  git('init', '--quiet', '--initial-branch=main');
  commit('Begin');
});
afterEach(() => rm(repository, { recursive: true }));

const git = (...words: string[]) => {
  const who = ['-c', 'user.name=Editor', '-c', 'user.email=editor@example.org', '-c', 'core.autocrlf=true'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...words], { cwd: repository, encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
};

const commit = (message: string): void => {
  git('add', '--all');
  expect(git('commit', '--quiet', '--message', message)).toEqual({ code: 0, said: '' });
};

const content = () => join(repository, 'content');
const check = () => readContent(content()).problems.map(formatProblem).join('\n');
const seal = (one: string) => expect(sealFolder(content(), [one]).problems).toEqual([]);

const read = (file: string) => readFile(join(repository, file), 'utf8');

const edit = async (file: string, change: (text: string) => string) =>
  writeFile(join(repository, file), change(await read(file)));

const revision = (version: number, change: string) =>
  `  - version: ${version}\n    date: '2026-12-0${version}'\n    change: ${change}\n`;

/** Changes the document on a branch of its own, seals it there and commits. */
async function sealOnBranch(branch: string, from: string, to: string): Promise<void> {
  git('checkout', '--quiet', '-b', branch, 'main');
  await edit(document, (text) =>
    text.replace(from, to).replace('First published.\n', `First published.\n${revision(2, `Changed on ${branch}.`)}`),
  );
  seal(id);
  commit(branch);
}

/** Adds a telegram of another number on a branch of its own, seals it there and commits. */
async function addOnBranch(branch: string, number: number): Promise<void> {
  git('checkout', '--quiet', '-b', branch, 'main');
  const source = await read(document);
  const text = source
    .replace(/ +sha256: .*\n/, '')
    .replace('telegramNumber: 7', `telegramNumber: ${number}`)
    .replace('document: 90', `document: ${number}`)
    .replace('7\\.', `${number}\\.`);
  await writeFile(join(repository, `content/documents/harbin-1936-${number}.mdx`), text);
  seal(`harbin-1936-${number}`);
  commit(branch);
}

it('a file that a killed import or seal has left half written is none of the repository', () => {
  for (const place of ['.edition.yaml.31', 'ledger/.x.json.31', 'documents/frus1899v09/.frus1899v09-d1.mdx.31'])
    replaceFile(join(content(), place), '');
  expect(git('status', '--porcelain').said).toBe('');
  replaceFile(join(content(), 'documents/frus1899v09/frus1899v09-d1.mdx'), '');
  expect(git('status', '--porcelain').said).toBe('?? content/documents/frus1899v09/\n');
});

it('a checkout by a Git that would write the line ends of Windows has the bytes that were committed', async () => {
  const files = [document, `content/ledger/${id}.json`, `content/ledger/${id}.v1.txt`].map((file) =>
    join(repository, file),
  );
  const bytes = () => Promise.all(files.map((file) => readFile(file)));
  const before = await bytes();
  await Promise.all(files.map((file) => rm(file)));
  git('checkout', '--', '.');
  expect(await bytes()).toEqual(before);
});

describe('two branches', { timeout: 60_000 }, () => {
  it('that seal different documents merge without a conflict, and every anchor stays', async () => {
    await addOnBranch('one', 40);
    await addOnBranch('two', 38);
    expect(git('merge', '--no-edit', 'one').code).toBe(0);
    expect(check()).toBe('');
    expect(readLedgerFolder(content()).ledger.documents.size).toBe(3);
    expect(git('status', '--short').said).toBe('');
  });

  it('that seal the same document conflict in its files, and what the check says mends them during the merge', async () => {
    await sealOnBranch('one', '7\\. The snow', '7\\. Snow');
    await sealOnBranch('two', 'Nothing else', 'Nothing');
    const merge = git('merge', '--no-edit', 'one');
    expect(merge.code).toBe(1);
    const said = check();
    expect(said).toContain(`content/ledger/${id}.json:1:1 ledger-broken`);
    expect(said).toContain('a merge of two branches that both sealed it');
    const mend = /`git (restore .*?) -- "(.*?)"`/.exec(said);
    expect(git(...(mend?.[1] ?? '').split(' '), '--', mend?.[2] ?? '')).toEqual({ code: 0, said: '' });
    // The editor keeps this side's record and takes over the other side's words in a version of their own.
    git('checkout', '--ours', '--', document);
    await edit(document, (text) =>
      text
        .replace('7\\. The snow', '7\\. Snow')
        .replace('Changed on two.\n', `Changed on two.\n${revision(3, 'The words of the other branch.')}`),
    );
    seal(id);
    expect(check()).toBe('');
    commit('Merge one');
    const entry = readLedgerFolder(content()).ledger.documents.get(id);
    expect(entry?.earlier.map(({ version }) => version)).toEqual([1, 2]);
    expect(Object.keys(entry?.anchors ?? {})).toEqual(['p1', 'p2', 'n1']);
  });

  it.each([
    ['one', 'two', '--ours'],
    ['two', 'one', '--theirs'],
  ])(
    'of which the first renames the document and the second seals it merge as the check says: into %s',
    async (into, from, side) => {
      const now = `${id}-b`;
      git('checkout', '--quiet', '-b', 'one', 'main');
      git('mv', document, `content/documents/${now}.mdx`);
      expect(sealFolder(content(), [now], { renamed: [{ from: id, to: now }] }).problems).toEqual([]);
      commit('one');
      await sealOnBranch('two', 'Nothing else', 'Nothing');
      git('checkout', '--quiet', into);
      expect(git('merge', '--no-edit', from).code).toBe(1);
      const said = check();
      expect(said).toContain('a merge of a branch that renamed it and one that sealed it');
      const [, words = ''] = /`git (checkout .*?)`/.exec(said) ?? [];
      expect(words).toBe(`checkout ${side} -- content/ledger/${id}.json`);
      expect(git(...words.split(' ')).code).toBe(0);
      await edit(`content/documents/${now}.mdx`, (text) =>
        text.replace(/( {2}- version: 2\n.*\n) {4}sha256: .*\n/, '$1'),
      );
      expect(check()).toContain(`content/ledger/${id}.v2.txt:1:1 ledger-file-foreign`);
      await rm(join(repository, `content/ledger/${id}.v2.txt`));
      seal(now);
      expect(check()).toBe('');
      commit('Merge');
      expect(await read(`content/ledger/${now}.v2.txt`)).toContain('Nothing is to report.');
      expect(readLedgerFolder(content()).ledger.redirects).toEqual(new Map([[id, now]]));
    },
  );

  it('that differ by a ledger file deleted or damaged are told so, and the mend brings it back', async () => {
    const file = `content/ledger/${id}.json`;
    for (const damage of [() => rm(join(repository, file)), () => edit(file, (text) => text.replace('p2', 'p3'))]) {
      await damage();
      git('add', '--all');
      const said = check();
      expect(said).not.toBe('');
      const mend = /`git (restore .*?) -- "(.*?)"`/.exec(said);
      expect(git(...(mend?.[1] ?? '').split(' '), '--', mend?.[2] ?? '').code).toBe(0);
      expect(check()).toBe('');
    }
  });
});
