import { expect, test } from 'vitest';
import { siteFiles } from '../../src/integration/site-files.ts';
import { openReader, type ContentReader } from '../../src/loader/edition.ts';

const at = { site: 'https://example.org', base: '/' };

test('a document has a file in each form, under a former id too, and all of it says the new one', () => {
  const reader = openReader('content', at);
  const ledger = { ...reader.edition().ledger, redirects: new Map([['moscow-1936-38', 'moscow-1936-39']]) };
  const renamed: ContentReader = {
    ...reader,
    edition: () => ({ ...reader.edition(), ledger }),
    publication: (id) => reader.publication(id === 'moscow-1936-38' ? 'moscow-1936-39' : id),
  };
  const files = siteFiles(renamed, at, new Map()).filter(({ address }) => address.startsWith('/documents/'));
  const endings = ['txt', 'xml', 'csl.json', 'bib', 'ris', 'v1.txt', 'linkset.json'];
  expect(files.map(({ address }) => address)).toEqual(
    ['moscow-1936-39', 'moscow-1936-38'].flatMap((id) => endings.map((ending) => `/documents/${id}.${ending}`)),
  );
  const [now, former] = [files.slice(0, endings.length), files.slice(endings.length)];
  expect(former.map((file) => file.write())).toEqual(now.map((file) => file.write()));
  expect(now[2]?.write()).toContain('https://example.org/documents/moscow-1936-39/');
});
