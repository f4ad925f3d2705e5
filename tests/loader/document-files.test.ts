import { expect, test } from 'vitest';
import { filesOf } from '../../src/loader/document-files.ts';
import { readContent } from '../../src/loader/read-content.ts';

const at = { site: 'https://example.org', base: '/' };

test('a document has a file in each form, under a former id too, and all of it says the new one', async () => {
  const { settings, ...read } = await readContent('content');
  if (settings === undefined) throw new Error('edition.yaml has problems');
  const ledger = { ...read.ledger, redirects: { 'moscow-1936-38': 'moscow-1936-39' } };
  const files = filesOf({ ...read, settings, ledger }, at);
  const endings = ['txt', 'xml', 'csl.json', 'bib', 'ris'];
  expect(files.map(({ address }) => address)).toEqual(
    ['moscow-1936-39', 'moscow-1936-38'].flatMap((id) => endings.map((ending) => `/documents/${id}.${ending}`)),
  );
  const [now, former] = [files.slice(0, 5), files.slice(5)];
  expect(former.map((file) => file.write())).toEqual(now.map((file) => file.write()));
  expect(now[2]?.write()).toContain('https://example.org/documents/moscow-1936-39/');
});
