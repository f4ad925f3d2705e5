/** Two editors who seal on two branches of a repository, and what git makes of it. */
import { execFile, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLedgerFolder } from '../../src/loader/read-records.ts';

const root = new URL('../..', import.meta.url).pathname;
const id = 'moscow-1936-39';
const document = `content/documents/${id}.mdx`;

let repository: string;
beforeEach(async () => {
  repository = await mkdtemp(join(tmpdir(), 'edition-merge-'));
  await cp(join(root, 'content'), join(repository, 'content'), { recursive: true });
  await cp(join(root, '.gitattributes'), join(repository, '.gitattributes'));
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

const run = (command: 'check' | 'seal', ...words: string[]) =>
  new Promise<{ code: number; said: string }>((done) => {
    const env = { ...process.env, CONTENT_DIR: join(repository, 'content') };
    const program = join(root, `src/commands/${command}.ts`);
    execFile(process.execPath, [program, ...words], { cwd: root, env }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

/** A file of the repository; git may have given it the line ends of Windows. */
const read = async (file: string) => (await readFile(join(repository, file), 'utf8')).replaceAll('\r\n', '\n');

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
  expect((await run('seal', id)).code).toBe(0);
  commit(branch);
}

/** Adds a telegram of another number on a branch of its own, seals it there and commits. */
async function addOnBranch(branch: string, number: number): Promise<void> {
  git('checkout', '--quiet', '-b', branch, 'main');
  const source = await read(document);
  const text = source
    .replace(/ +sha256: .*\n/, '')
    .replace('telegramNumber: 39', `telegramNumber: ${number}`)
    .replace('39\\.', `${number}\\.`);
  await writeFile(join(repository, `content/documents/moscow-1936-${number}.mdx`), text);
  expect((await run('seal', `moscow-1936-${number}`)).code).toBe(0);
  commit(branch);
}

describe('two branches', { timeout: 60_000 }, () => {
  it('that seal different documents merge without a conflict, and every anchor stays', async () => {
    await addOnBranch('one', 40);
    await addOnBranch('two', 38);
    expect(git('merge', '--no-edit', 'one').code).toBe(0);
    expect(await run('check')).toEqual({ code: 0, said: '3 documents, no problems.\n' });
    expect(Object.keys(readLedgerFolder(join(repository, 'content')).ledger.documents)).toHaveLength(3);
    expect(git('status', '--short').said).toBe('');
  });

  it('that seal the same document conflict in its files, and what the check says mends them during the merge', async () => {
    await sealOnBranch('one', '39\\. The usual', '39\\. The');
    await sealOnBranch('two', 'substantially as follows', 'as follows');
    const merge = git('merge', '--no-edit', 'one');
    expect(merge.code).toBe(1);
    const { said } = await run('check');
    expect(said).toContain(`content/ledger/${id}.json:1:1 ledger-broken`);
    expect(said).toContain('a merge of two branches that both sealed it');
    const mend = /`git (restore .*?) -- "(.*?)"`/.exec(said);
    expect(git(...(mend?.[1] ?? '').split(' '), '--', mend?.[2] ?? '')).toEqual({ code: 0, said: '' });
    // The editor keeps this side's record and takes over the other side's words in a version of their own.
    git('checkout', '--ours', '--', document);
    await edit(document, (text) =>
      text
        .replace('39\\. The usual', '39\\. The')
        .replace('Changed on two.\n', `Changed on two.\n${revision(3, 'The words of the other branch.')}`),
    );
    expect(await run('seal', id)).toMatchObject({ code: 0 });
    expect(await run('check')).toEqual({ code: 0, said: '1 document, no problems.\n' });
    commit('Merge one');
    const entry = readLedgerFolder(join(repository, 'content')).ledger.documents[id];
    expect(entry?.earlier.map(({ version }) => version)).toEqual([1, 2]);
    expect(Object.keys(entry?.anchors ?? {}).slice(0, 4)).toEqual(['p1', 'p2', 'p3', 'p4']);
  });

  it('that differ by a ledger file deleted or damaged are told so, and the mend brings it back', async () => {
    const file = `content/ledger/${id}.json`;
    for (const damage of [() => rm(join(repository, file)), () => edit(file, (text) => text.replace('p4', 'p5'))]) {
      await damage();
      git('add', '--all');
      const { code, said } = await run('check');
      expect(code).toBe(1);
      const mend = /`git (restore .*?) -- "(.*?)"`/.exec(said);
      expect(git(...(mend?.[1] ?? '').split(' '), '--', mend?.[2] ?? '').code).toBe(0);
      expect((await run('check')).code).toBe(0);
    }
  });
});
