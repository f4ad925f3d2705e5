import { describe, expect, test } from 'vitest';
import { headersFile, headersFor } from '../../src/integration/headers.ts';

describe('the headers of an address', () => {
  test('every file is served as what it says it is, and framed by nobody', () => {
    expect(headersFor('/anything.woff2')).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "frame-ancestors 'none'",
    });
  });

  test.each([
    ['/documents/moscow-1936-39.txt', 'text/plain; charset=utf-8'],
    ['/documents/moscow-1936-39.xml', 'application/tei+xml; charset=utf-8'],
    ['/documents/moscow-1936-39.bib', 'application/x-bibtex; charset=utf-8'],
    ['/documents/moscow-1936-39.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['/documents/moscow-1936-39.csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
    ['/feed.xml', 'application/atom+xml; charset=utf-8'],
    ['/cmif.xml', 'application/xml; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
  ])('%s is %s', (address, type) => {
    expect(headersFor(address)['Content-Type']).toBe(type);
  });

  test('files named by their content are kept for a year, pages are asked for anew', () => {
    expect(headersFor('/_astro/page.Ab12.js')['Cache-Control']).toContain('immutable');
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
