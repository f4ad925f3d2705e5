import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { largeDocuments, largePersons } from '../setup/editions.ts';
import { edition, openPage } from '../setup/site.ts';

const { folder, base, url } = await edition('large');

/** The addresses of this site that a page links to from its text, without the base and without fragments. */
function linksOf(address: string): string[] {
  const html = readFileSync(join(folder, address, 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...main.matchAll(/<a href="(\/[^"#?]*)/g)].map(([, link = '']) => link.slice(base.length));
}

/** Every list page that is reached from one, itself included. */
function listsFrom(address: string, isList: (link: string) => boolean): Set<string> {
  const found = new Set([address]);
  for (const page of found) for (const link of linksOf(page).filter(isList)) found.add(link);
  return found;
}

const calendar = /^\/documents\/(?:\d{4}\/.*|by-.*|page-\d+\/)?$/;
const register = /^\/register\/(?:\w+\/\w+\/.*)?$/;

describe('an edition of many documents', () => {
  test.each(['/documents/', '/documents/by-sender/', '/documents/by-file/'])(
    'leads from %s to every document',
    (start) => {
      const own = (link: string): boolean =>
        calendar.test(link) && (start === '/documents/' ? !link.includes('/by-') : link.startsWith(start));
      const reached = new Set([...listsFrom(start, own)].flatMap(linksOf));
      const lost = largeDocuments.filter(({ id }) => !reached.has(`/documents/${id}/`));
      expect(lost).toEqual([]);
    },
  );

  test('shows on its front page, of all that were published on one day, the document that its calendar begins with', () => {
    const [first] = linksOf('/documents/1930/01/').filter((link) => !calendar.test(link));
    expect(first).toMatch(/^\/documents\//);
    expect(linksOf('/')).toContain(first);
  });

  test('says once on a page that others refer to its document, and names each of them', () => {
    const html = readFileSync(join(folder, '/documents/moscow-1930-1/index.html'), 'utf8');
    const [, ...lists] = html.split('<dt>Referred to in</dt>');
    expect(lists).toHaveLength(1);
    expect(
      lists[0]?.split('</dl>')[0]?.match(/<dd>\s*<a href="\/large\/documents\/moscow-\d+-\d+\/#na">/g)?.length,
    ).toBe(largeDocuments.filter(({ id }) => id.startsWith('moscow-')).length - 1);
  });

  test('leads from the register to every entry, and says how many documents name it', () => {
    const lists = listsFrom('/register/', (link) => register.test(link));
    const reached = new Set([...lists].flatMap(linksOf));
    expect(largePersons.filter((id) => !reached.has(`/register/${id}/`))).toEqual([]);
    const counted = [...lists].flatMap((list) => [
      ...readFileSync(join(folder, list, 'index.html'), 'utf8').matchAll(
        /<a href="\/large(\/register\/[a-z0-9-]+\/)">[^<]*<\/a>(?:(?!<\/li>).)*?<span class="quiet">([\d,]+ documents?)/gs,
      ),
    ]);
    expect(counted.length).toBeGreaterThanOrEqual(largePersons.length);
    const saidOtherwise = counted.filter(([, entry = '', count = '']) => {
      const named = count === '0 documents' ? 'no document yet' : count;
      return !readFileSync(join(folder, entry, 'index.html'), 'utf8').includes(`<h2>Named in ${named}</h2>`);
    });
    expect(saidOtherwise.map(([row]) => row)).toEqual([]);
  });

  test('explains the dates of documents where some are listed, and nowhere else', () => {
    for (const address of listsFrom('/documents/', (link) => calendar.test(link))) {
      const html = readFileSync(join(folder, address, 'index.html'), 'utf8');
      expect(html.includes('Dates in brackets are'), address).toBe(html.includes('class="row"'));
    }
  });

  test.each([
    ['/documents/', ['page', 'Documents']],
    ['/documents/by-sender/', ['true', 'Documents']],
    ['/documents/moscow-1930-1/', ['true', 'Documents']],
    ['/register/kremlin/', ['true', 'Persons &amp; places']],
    ['/', []],
  ])('marks in its masthead where %s belongs', (address, marked) => {
    const html = readFileSync(join(folder, address, 'index.html'), 'utf8');
    const [masthead = ''] = /<header[^]*?<\/header>/.exec(html) ?? [];
    expect(/aria-current="(\w+)"[^>]*>\s*([^<]*?)\s*</.exec(masthead)?.slice(1) ?? []).toEqual(marked);
  });

  test('has no list that is slow to load', () => {
    const pages = globSync('{documents,register}/**/index.html', { cwd: folder });
    const large = pages.filter(
      (page) =>
        !readFileSync(join(folder, page), 'utf8').includes('class="text') && statSync(join(folder, page)).size > 80_000,
    );
    expect(large).toEqual([]);
  });

  test('has every page that its lists link to', () => {
    const lists = [
      ...listsFrom('/documents/', (link) => calendar.test(link)),
      ...listsFrom('/register/', (link) => register.test(link)),
      '/register/hull-cordell/',
    ];
    const missing = lists
      .flatMap(linksOf)
      .filter((link) => !existsSync(join(folder, link, link.endsWith('/') ? 'index.html' : '')));
    expect(missing).toEqual([]);
  });

  test('leads from a page of a list to those before and after it, and tells programs which is which', () => {
    const html = readFileSync(join(folder, '/register/hull-cordell/page-2/index.html'), 'utf8');
    const at = (path: string) => `<a href="/large/register/hull-cordell/${path}" rel=`;
    expect(html).toContain(`${at('')}"prev"> Previous: Page 1 of `);
    expect(html).toContain(`${at('page-3/')}"next"> Next: Page 3 of `);
  });

  test.each([
    '/documents/',
    '/documents/1930/',
    '/documents/by-sender/henderson-loy-w/',
    '/documents/by-file/',
    '/register/',
    '/register/persons/s/',
    '/register/hull-cordell/page-2/',
  ])('is read on a narrow screen without sideways scrolling: %s', async (address) => {
    const page = await openPage({ viewport: { width: 320, height: 700 } });
    await page.goto(`${url}${address}`);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  });
});
