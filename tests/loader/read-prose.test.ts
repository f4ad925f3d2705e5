import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProse } from '../../src/loader/read-prose.ts';

const about = '---\ntitle: About\nsummary: What it is.\n---\n\nWords of *the* edition.\n';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prose-'));
  await mkdir(join(folder, 'prose'));
});
afterAll(() => rm(folder, { recursive: true }));

test('a page is read alike with Windows line ends and a byte-order mark', async () => {
  const page = { address: '/about/', title: 'About', text: 'Words of the edition.' };
  for (const text of [about, `\uFEFF${about.replaceAll('\n', '\r\n')}`]) {
    await writeFile(join(folder, 'prose/about.mdx'), text);
    expect(readProse(folder)).toEqual({ pages: [page], problems: [] });
  }
});

test('a page that the site does not have is not read for search', async () => {
  await writeFile(join(folder, 'prose/thanks.mdx'), about);
  expect(readProse(folder).pages.map(({ address }) => address)).toEqual(['/about/']);
});
