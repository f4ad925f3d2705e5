import { describe, expect, test } from 'vitest';
import { headersFile, headersFor } from '../../src/integration/headers.ts';

describe('the headers of an address', () => {
  test('every file is served as what it says it is, and framed by nobody', () => {
    expect(headersFor('/anything.woff2')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "frame-ancestors 'none'",
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    });
  });

  test.each([
    ['/documents/moscow-1936-39.txt', 'text/plain; charset=utf-8'],
    ['/documents/moscow-1936-39.xml', 'application/tei+xml; charset=utf-8'],
    ['/documents/moscow-1936-39.bib', 'application/x-bibtex; charset=utf-8'],
    ['/documents/moscow-1936-39.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['/documents/moscow-1936-39.csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
    ['/edition.epub', 'application/epub+zip'],
    ['/volumes/frus1936v04.epub', 'application/epub+zip'],
    ['/opds.xml', 'application/atom+xml;profile=opds-catalog;kind=acquisition; charset=utf-8'],
    ['/sitemap-0.xml', 'application/xml; charset=utf-8'],
    ['/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/cmif.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
    ['/documents/moscow-1936-39.v1.txt', 'text/plain; charset=utf-8'],
    ['/documents/moscow-1936-39.linkset.json', 'application/linkset+json; charset=utf-8'],
    ['/edition.json', 'application/json; charset=utf-8'],
    ['/edition.schema.json', 'application/schema+json; charset=utf-8'],
    ['/edition.csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
    ['/edition.csv', 'text/csv; charset=utf-8'],
    ['/volumes/frus1936v04.csv', 'text/csv; charset=utf-8'],
  ])('%s is %s', (address, type) => {
    expect(headersFor(address)).toMatchObject({
      'Content-Type': type,
      'Cache-Control': expect.stringContaining('must-revalidate') as string,
    });
  });

  test('the files of a document lead to the list of all', () => {
    for (const form of ['txt', 'v1.txt', 'xml', 'csl.json', 'bib', 'ris', 'linkset.json']) {
      const { Link = '' } = headersFor(`/documents/moscow-1936-39.${form}`);
      expect(Link).toBe('<../edition.json>; rel="collection"; type="application/json"');
    }
    expect(headersFor('/documents/moscow-1936-39/')).not.toHaveProperty('Link');
    expect(headersFor('/robots.txt')).not.toHaveProperty('Link');
  });

  test('no pattern has two stars, which some hosts do not read', () => {
    const patterns = headersFile('/').match(/^\/.*$/gm) ?? [];
    expect(patterns.length).toBeGreaterThan(20);
    expect(patterns.filter((pattern) => pattern.split('*').length > 2)).toEqual([]);
  });

  test('no header is given an address twice, whose values some hosts would join', () => {
    const rows = headersFile('/').split('\n\n');
    for (const address of ['/', '/documents/a/', '/documents/a.txt', '/documents/a.csl.json', '/edition.csv']) {
      const names = rows.flatMap((row) => {
        const [pattern = '', ...headers] = row.trim().split('\n');
        return new RegExp(`^${pattern.replace('*', '.*')}$`).test(address)
          ? headers.map((header) => header.split(':', 1)[0])
          : [];
      });
      expect(names).toEqual([...new Set(names)]);
      expect(names.length).toBeGreaterThan(4);
    }
  });

  test('only published sites are asked for safely for good, this host alone', () => {
    expect(headersFile('/')).toContain('\n  Strict-Transport-Security: max-age=31536000\n');
    expect(headersFor('/')).not.toHaveProperty('Strict-Transport-Security');
  });

  test('files named by their content are kept for a year, pages are asked for anew', () => {
    for (const named of [
      '/_astro/page.Ab12.js',
      '/pagefind/edition/0123abcd/all.json',
      '/pagefind/index/en_1.pf_index',
    ])
      expect(headersFor(named)['Cache-Control']).toContain('immutable');
    expect(headersFor('/documents/moscow-1936-39/')['Cache-Control']).toContain('must-revalidate');
    expect(headersFor('/')['Cache-Control']).toContain('must-revalidate');
  });
});

describe('the file of headers for static hosts', () => {
  test('its addresses stand under the base', () => {
    expect(headersFile('/edition')).toContain('\n/edition/_astro/*\n  Cache-Control: public');
    expect(headersFile('/')).toMatch(/^\/\*\n {2}X-Content-Type-Options: nosniff\n/);
  });
});
