import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Publication } from '../../src/edition/publish.ts';
import { writeIndex } from '../../src/search/node/write-index.ts';
import type { IndexedDocument } from '../../src/search/shared/record.ts';
import { telegram39 } from './telegram.ts';
import { dateSent } from '../fixtures/publications/telegram-39.ts';
import { paragraph } from '../fixtures/publications/tree.ts';

let scratch: string;
const stamp = '0123456789abcdef';

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-index-'));
});

afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** A telegram sent on that day, with a paragraph of its own. */
function telegram(id: string, date: string, words: string): Publication {
  const { document } = telegram39;
  const record = { ...document.record, dateSent: { ...dateSent, date } };
  const body = [...document.body, { ...paragraph(words), anchor: 'p99' }];
  return { ...telegram39, document: { ...document, id, record, body } };
}

const three = [
  telegram('b', '1936-02-02', 'The second emissary.'),
  telegram('c', '1936-02-03', 'The third emissary.'),
  telegram('a', '1936-02-01', 'The first emissary.'),
];

function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(join(scratch, 'pagefind/edition', stamp, path), 'utf8'));

test('keeps of Pagefind only what our search page asks for, and ours under the stamp', async () => {
  await writeIndex(scratch, three, stamp);
  const files = [...filesOf(join(scratch, 'pagefind')).keys()].map((path) => path.replace(/_[0-9a-f]{7,}/, '_*'));
  expect(files).toEqual([
    ...[
      'doc',
      'file',
      'from',
      'kind',
      'mentions',
      'page',
      'place',
      'received',
      'recipient',
      'sender',
      'sent',
      'tel',
      'to',
      'volume',
      'year',
    ].map((column) => `/edition/${stamp}/columns/${column}.json`),
    `/edition/${stamp}/contents.json`,
    `/edition/${stamp}/documents/0.json`,
    `/edition/${stamp}/documents/1.json`,
    `/edition/${stamp}/documents/2.json`,
    `/edition/${stamp}/links/0.json`,
    `/edition/${stamp}/pages.json`,
    `/edition/${stamp}/register.json`,
    `/edition/${stamp}/words/0.json`,
    '/index/unknown_*.pf_index',
    '/pagefind-entry.json',
    '/pagefind.js',
    '/pagefind.unknown_*.pf_meta',
    '/wasm.unknown.pagefind',
  ]);
});

test('makes the same bytes of the same documents, in whatever order they are given', async () => {
  await writeIndex(join(scratch, 'one'), three, stamp);
  await writeIndex(join(scratch, 'two'), three.toReversed(), stamp);
  expect(filesOf(join(scratch, 'two'))).toEqual(filesOf(join(scratch, 'one')));
});

test('leaves nothing of an index that was there before', async () => {
  await writeIndex(scratch, three, 'another');
  await writeIndex(scratch, three, stamp);
  expect([...filesOf(scratch).keys()].filter((path) => path.includes('another'))).toEqual([]);
});

test('keeps the documents in the order of time', async () => {
  await writeIndex(scratch, three, stamp);
  const documents = [0, 1, 2].map((place) => read(`documents/${place}.json`) as IndexedDocument);
  expect(documents.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('keeps each text as it is printed, without note numbers and editorial marks', async () => {
  await writeIndex(scratch, three, stamp);
  const { title, recordLine, passages } = read('documents/0.json') as IndexedDocument;
  const text = passages.map((passage) => passage.text).join('\n');
  expect(title).toBe('The Chargé in the Soviet Union (Henderson) to the Secretary of State');
  expect(recordLine).toMatch(/^761\.9315 Manchuria\/35 · Telegram 39 · Loy W\. Henderson to Cordell Hull · /);
  expect(text).toContain('[Received January 31—2:55 p.m.]');
  expect(text).toContain('Litvinov while in London');
  expect(text).toContain('The first emissary.');
  expect(text).not.toMatch(/Litvinov56|\[sic\]/);
});

test('says in a sentence that there is nothing to index', async () => {
  await expect(writeIndex(scratch, [], stamp)).rejects.toThrow('there are no documents');
});
