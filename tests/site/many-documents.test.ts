import { appendFileSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeEdition, type SyntheticDocument } from '../make-edition.ts';
import { buildEdition } from '../setup/edition-build.ts';
import { serveSite, type ServedSite } from '../setup/served-site.ts';
import { openPage } from '../setup/site.ts';

const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
const content = join(scratch, 'content');
const folder = join(scratch, 'site');
let site: ServedSite;
let documents: SyntheticDocument[];

/** Synthetic persons, more than one page of the register holds. */
const persons = Array.from({ length: 230 }, (_, index) => `synthetic-${index}`);

beforeAll(async () => {
  documents = await makeEdition(content, 260);
  for (const id of persons) {
    const entry = `\n${id}:\n  name: ${id}\n  summary: Synthetic.\n`;
    appendFileSync(join(content, 'register/persons.yaml'), entry);
  }
  const { code, output } = await buildEdition(folder, { CONTENT_DIR: content });
  if (code !== 0) throw new Error(output);
  site = await serveSite({ folder });
}, 180_000);

afterAll(() => {
  site.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** The addresses of this site that a page links to from its text, without fragments. */
function linksOf(address: string): string[] {
  const html = readFileSync(join(folder, address, 'index.html'), 'utf8');
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...main.matchAll(/<a href="(\/[^"#?]*)/g)].map(([, link]) => link ?? '');
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
      const lost = documents.filter(({ id }) => !reached.has(`/documents/${id}/`));
      expect(lost).toEqual([]);
    },
  );

  test('leads from the register to every entry', () => {
    const lists = listsFrom('/register/', (link) => register.test(link));
    const reached = new Set([...lists].flatMap(linksOf));
    expect(persons.filter((id) => !reached.has(`/register/${id}/`))).toEqual([]);
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
    await page.goto(`${site.url}${address}`);
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess).toBe(0);
  });
});
