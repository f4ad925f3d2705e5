import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openKeptTrees } from '../../src/loader/kept-trees.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { withContent } from './problem-fixtures.ts';

const id = 'harbin-1936-7';

describe('the trees that the checker keeps', () => {
  test('are what reading the files gives', async () => {
    await withContent(undefined, async (folder) => {
      const read = await readContent(folder);
      await readContent(folder, undefined, await openKeptTrees(join(folder, 'cache'), '.'));
      expect(await readdir(join(folder, 'cache/trees'))).toEqual([`${id}.json`]);
      const trees = await openKeptTrees(join(folder, 'cache'), '.');
      expect((await readContent(folder, undefined, trees)).documents).toEqual(read.documents);
    });
  });

  test('are not taken for a file that has changed, nor from a broken cache', async () => {
    await withContent(undefined, async (folder) => {
      const trees = await openKeptTrees(join(folder, 'cache'), '.');
      await readContent(folder, undefined, trees);
      const text = await readFile(join(folder, 'documents', `${id}.mdx`), 'utf8');
      expect(await trees.find(id, text)).toBeDefined();
      expect(await trees.find(id, `${text} `)).toBeUndefined();
      await writeFile(join(folder, 'cache/trees', `${id}.json`), '{"digest":');
      expect(await trees.find(id, text)).toBeUndefined();
    });
  });

  test('say where a field stands, as soon as the edition around them has something against it', async () => {
    await withContent(undefined, async (folder) => {
      const trees = await openKeptTrees(join(folder, 'cache'), '.');
      await readContent(folder, undefined, trees);
      await writeFile(join(folder, 'register/places.yaml'), '{}\n');
      const { problems } = await readContent(folder, undefined, trees);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems).toEqual((await readContent(folder)).problems);
      expect(problems.map(({ line }) => line)).not.toContain(1);
    });
  });
});
