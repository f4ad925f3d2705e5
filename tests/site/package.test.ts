import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeBag } from '../../src/integration/bag.ts';
import { readBuildSettings } from '../../src/integration/settings.ts';
import { openReader } from '../../src/loader/edition.ts';
import { buildEnvironment } from '../setup/edition-build.ts';
import { runNode } from '../setup/run-node.ts';
import { openFreshPage, siteFolder } from '../setup/site.ts';
import { attribute, filesOf, pagesOf } from './built-site.ts';

const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
const bag = join(scratch, 'bag');
const site = join(bag, 'data/site');
const program = fileURLToPath(new URL('../../src/commands/package.ts', import.meta.url));
const pack = (folder: string) =>
  runNode(program, [folder], { environment: buildEnvironment(siteFolder), showOutput: false });
const read = (file: string) => readFileSync(join(bag, file), 'utf8');

/** The lines of a manifest as `sha256sum --check` reads them. */
const listed = (manifest: string) =>
  [...read(manifest).matchAll(/^([0-9a-f]{64}) {2}(.+)\n/gm)].map(([, sum, path]) => ({ sum, path }));

beforeAll(async () => {
  const { code, output } = await pack(bag);
  expect(code, output).toBe(0);
});
afterAll(() => rmSync(scratch, { recursive: true }));

test('a bag says what it is, and lists every file that it holds with its checksum', () => {
  expect(read('bagit.txt')).toBe('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
  const files = [...listed('manifest-sha256.txt'), ...listed('tagmanifest-sha256.txt')];
  const sums = files.map(({ path = '' }) =>
    createHash('sha256')
      .update(readFileSync(join(bag, path)))
      .digest('hex'),
  );
  expect(sums).toEqual(files.map(({ sum }) => sum));
  const payload = listed('manifest-sha256.txt').map(({ path }) => path);
  expect(payload).toEqual(expect.arrayContaining(filesOf(join(bag, 'data')).map((file) => `data/${file}`)));
  const octets = payload.reduce((sum, path = '') => sum + readFileSync(join(bag, path)).length, 0);
  expect(read('bag-info.txt')).toContain(`Payload-Oxum: ${octets}.${payload.length}\n`);
  expect(read('bag-info.txt').match(/a documentary edition/gi)).toHaveLength(1);
  // The day of the newest revision, not that of the packing.
  expect(read('bag-info.txt')).toContain('Bagging-Date: 2026-11-25\n');
});

test('it holds the sources, without what is made from them', () => {
  for (const file of [
    'content/documents/moscow-1936-39.mdx',
    'content/ledger/ids.txt',
    'package-lock.json',
    '.gitignore',
  ]) {
    expect(read(`data/sources/${file}`)).toBe(readFileSync(file, 'utf8'));
  }
  for (const made of ['node_modules', '.git', '.astro', 'dist'])
    expect(existsSync(join(bag, 'data/sources', made))).toBe(false);
});

test('content that a link leads to is held as what is there', () => {
  const content = join(scratch, 'content');
  const linked = join(scratch, 'linked');
  cpSync('content', content, { recursive: true });
  renameSync(join(content, 'documents'), join(scratch, 'documents'));
  symlinkSync(join(scratch, 'documents'), join(content, 'documents'));
  renameSync(join(content, 'prose/about.mdx'), join(scratch, 'about.mdx'));
  symlinkSync(join(scratch, 'about.mdx'), join(content, 'prose/about.mdx'));
  const settings = { ...readBuildSettings({ CONTENT_DIR: content }), outDir: join(content, 'register') };
  writeBag(linked, settings, openReader(content, settings));
  for (const file of ['content/documents/moscow-1936-39.mdx', 'content/prose/about.mdx'])
    expect(readFileSync(join(linked, 'data/sources', file), 'utf8')).toBe(readFileSync(file, 'utf8'));
});

test('every link of a page from a disk leads to a file', () => {
  const broken = pagesOf({ folder: site, base: '/', origin: '' }).flatMap(({ address, elements }) => {
    const file = pathToFileURL(join(site, address.endsWith('/') ? `${address}index.html` : address));
    const links = elements.flatMap((one) => ['href', 'src', 'action'].flatMap((name) => attribute(one, name) ?? []));
    const isFile = (link: string) =>
      statSync(new URL(link.replace(/[?#].*$/, ''), file), { throwIfNoEntry: false })?.isFile() ?? false;
    return links
      .filter((link) => !/^(?:https?|mailto):/.test(link))
      .filter((link) => link.startsWith('/') || !isFile(link))
      .map((link) => `${address} leads to ${link}`);
  });
  expect(broken).toEqual([]);
});

test('from a disk a browser shows a document as it is set, and says where it cannot search', async () => {
  const page = await openFreshPage();
  await page.goto(pathToFileURL(join(site, 'index.html')).href);
  await page.getByRole('link', { name: 'Read the whole telegram' }).click();
  expect(page.url()).toMatch(/moscow-1936-39\/index\.html$/);
  const shown = () =>
    page.evaluate(async () => {
      const faces = await document.fonts.ready;
      const loaded = [...faces].filter(({ status, family }) => status === 'loaded' && family === 'Newsreader').length;
      return { loaded, paper: getComputedStyle(document.documentElement).backgroundColor };
    });
  const { loaded, paper } = await shown();
  expect(loaded).toBeGreaterThanOrEqual(2);
  expect(paper).toBe('rgb(251, 249, 244)');
  await page.locator('#search-field').fill('Comintern');
  await page.locator('#search-field').press('Enter');
  await page.waitForURL(/search\/index\.html\?q=Comintern$/);
  expect(await page.getByText('Searching needs JavaScript').isVisible()).toBe(true);
});

test('a bag is replaced by the same bytes, and nothing that is no bag is', async () => {
  const files = () => filesOf(bag).map((file) => [file, readFileSync(join(bag, file), 'base64')]);
  const before = files();
  expect((await pack(bag)).code).toBe(0);
  expect(files()).toEqual(before);
  const file = join(scratch, 'letters/one.txt');
  mkdirSync(dirname(file));
  writeFileSync(file, 'kept');
  const { code, output } = await pack(dirname(file));
  expect(code).toBe(1);
  expect(output).toContain('holds something other than a bag of this edition');
  expect(readFileSync(file, 'utf8')).toBe('kept');
});
