import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { indexSite } from '../../src/search/build-index.ts';
import type { IndexedDocument } from '../../src/search/index-record.ts';
import { stampAttribute } from '../../src/search/stamp.ts';
import { telegramPage } from './telegram-page.ts';

let scratch: string;
let site: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-index-'));
  site = join(scratch, 'site');
  write('search/index.html', `<html><div ${stampAttribute}=""></div></html>`);
  write('documents/index.html', '<html>The calendar</html>');
  for (const id of ['a', 'b', 'c']) {
    write(`documents/${id}/index.html`, telegramPage.replace('The usual emissary', `The ${id} emissary`));
  }
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

function write(path: string, content: string): void {
  mkdirSync(join(site, path, '..'), { recursive: true });
  writeFileSync(join(site, path), content);
}

function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

test('indexes the document pages, and keeps only what our search page asks for', async () => {
  expect(await indexSite(site)).toEqual({ documents: 3 });
  const files = [...filesOf(join(site, 'pagefind')).keys()].map((path) => path.replace(/[0-9a-f]{7,}/, '*'));
  expect(new Set(files)).toEqual(
    new Set([
      '/facets.*.json',
      '/fragment/en_*.pf_fragment',
      '/index/en_*.pf_index',
      '/pagefind-entry.json',
      '/pagefind.en_*.pf_meta',
      '/pagefind.js',
      '/wasm.en.pagefind',
    ]),
  );
});

test('leaves the published pages as they are', async () => {
  const before = filesOf(join(site, 'documents'));
  await indexSite(site);
  expect(filesOf(join(site, 'documents'))).toEqual(before);
});

test('makes the same bytes of the same pages', async () => {
  const twin = join(scratch, 'elsewhere', 'twin');
  cpSync(site, twin, { recursive: true });
  await indexSite(site);
  await indexSite(twin);
  expect(filesOf(twin)).toEqual(filesOf(site));
});

test('stamps the search page and the index alike, and other pages otherwise', async () => {
  await indexSite(site);
  const stamp = () => /"([0-9a-f]{16})"/.exec(readFileSync(join(site, 'search/index.html'), 'utf8'))?.[1];
  const first = stamp();
  expect(readFileSync(join(site, 'pagefind/pagefind-entry.json'), 'utf8')).toContain(`"stamp":"${first}"`);
  write('documents/d/index.html', telegramPage);
  await indexSite(site);
  expect(stamp()).not.toBe(first);
});

/** What the index keeps of each document, by its address. */
function keptDocuments(): Map<string, { document: IndexedDocument; file: string }> {
  const folder = join(site, 'pagefind/fragment');
  return new Map(
    readdirSync(folder).map((file) => {
      const kept = gunzipSync(readFileSync(join(folder, file))).toString();
      const { url, document } = JSON.parse(kept.replace(/^pagefind_dcd/, '')) as {
        url: string;
        document: IndexedDocument;
      };
      return [url, { document, file }];
    }),
  );
}

test('keeps each text as it is printed, without note numbers, editorial marks and furniture', async () => {
  await indexSite(site);
  const kept = keptDocuments();
  expect([...kept.keys()].sort()).toEqual(['/documents/a/', '/documents/b/', '/documents/c/']);
  for (const { document } of kept.values()) {
    const text = document.passages.map((passage) => passage.text).join('\n');
    expect(text).toContain('[Received January 31—2:55 p.m.]');
    expect(text).toContain('Litvinov while in London');
    expect(text).toContain('that on the outbreak');
    expect(text).not.toMatch(/Litvinov56|\[sic\]|zebra|colophon/);
  }
});

test('gives a text of the same words with another comma another file, which a reader may keep for ever', async () => {
  await indexSite(site);
  const before = keptDocuments().get('/documents/a/')?.file;
  write(
    'documents/a/index.html',
    telegramPage.replace('The usual emissary', 'The a emissary').replace('uneasy feeling', 'uneasy, feeling'),
  );
  await indexSite(site);
  const { document, file } = keptDocuments().get('/documents/a/') ?? {};
  expect(document?.passages.map(({ text }) => text).join(' ')).toContain('uneasy, feeling');
  expect(file).not.toBe(before);
});

test('passes over the page that a renamed document leaves', async () => {
  write('documents/old/index.html', '<html><meta http-equiv="refresh" content="0;url=../a/"></html>');
  expect(await indexSite(site)).toEqual({ documents: 3 });
});

test.each([
  ['no documents', () => rmSync(join(site, 'documents'), { recursive: true }), 'there are no documents in'],
  [
    'a page without a record',
    () => write('documents/x/index.html', '<main data-pagefind-body><p id="p1">Words.</p></main>'),
    'The page of x cannot be indexed: its text or its record is missing.',
  ],
  [
    'a search page without a place for the stamp',
    () => write('search/index.html', '<html></html>'),
    'has no data-index-stamp="" to stamp',
  ],
])('says in a sentence what stops it: %s', async (_, spoil, words) => {
  spoil();
  await expect(indexSite(site)).rejects.toThrow(words);
});
