/** What holds for any built edition, at a domain's root and under a sub-path. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import type { SaxesTagPlain } from 'saxes';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { headersFor } from '../../src/integration/headers.ts';
import { bookComplaints, filesOfBook } from '../outputs/read-book.ts';
import type { BuiltEdition } from '../setup/editions.ts';
import { attribute, filesOf, pagesOf, textOf } from './built-site.ts';
import { brokenLinks } from './links.ts';
import { invalidMarkup, unsafeMarkup } from './markup.ts';

/** Registers the tests that hold for any built edition. */
export function testWholeSite(site: BuiltEdition): void {
  const home = `${site.origin}${site.base === '/' ? '' : site.base}`;
  const read = (file: string) => readFileSync(join(site.folder, file), 'utf8');
  const pages = pagesOf(site);

  test('the HTML of every page is valid', () => {
    expect(pages.flatMap(invalidMarkup)).toEqual([]);
    // What stands after the end, which the HTML standard forbids, is no matter for the validator.
    const goesOn = pages.filter(({ html }) => !/<\/body>\s*<\/html>\s*$/.test(html));
    expect(goesOn.map(({ address }) => address)).toEqual([]);
  });

  test('no page has style attributes, inline handlers or scripts in addresses', () => {
    expect(pages.flatMap(unsafeMarkup)).toEqual([]);
  });

  test('every link and anchor within the site leads somewhere', () => {
    expect(brokenLinks(site, pages)).toEqual([]);
  });

  test('every page has a policy of its own before anything that the policy governs', () => {
    const without = pages.filter(({ elements }) => {
      const governed = elements.findIndex(({ tagName }) => /^(script|style|link)$/.test(tagName));
      const policy = elements.findIndex((element) => attribute(element, 'httpEquiv') === 'content-security-policy');
      return policy === -1 || policy > governed;
    });
    expect(without.map(({ address }) => address)).toEqual([]);
  });

  test('every page begins with a way past what all have, and names the feed and its pictures', () => {
    const expected = [
      ['skip', '#main'],
      ['alternate', `${site.base.replace(/\/$/, '')}/feed.xml`],
      ['apple-touch-icon', `${site.base.replace(/\/$/, '')}/apple-touch-icon.png`],
      ['og:image', `${home}/edition.png`],
    ];
    for (const { address, elements } of pages) {
      const named = elements.map((element) => [
        String(element.properties['className'] ?? element.properties['rel'] ?? attribute(element, 'property')),
        attribute(element, 'href') ?? attribute(element, 'content'),
      ]);
      expect(named, address).toEqual(expect.arrayContaining(expected));
    }
  });

  const styled = () => filesOf(site.folder).filter((file) => /\.(?:html|css|js)$/.test(file));

  // What the tests in a browser build on: in the second theme they look at colours alone.
  test('a theme is colours and nothing else', () => {
    expect(styled().filter((file) => read(file).includes('prefers-color-scheme'))).toEqual([]);
  });

  test('styles are written as Safari, too, knows them', () => {
    const all = styled().map(read);
    // Of the line under words it takes no shorthand of several values, and `user-select` by its own name alone.
    expect(all.flatMap((file) => file.match(/text-decoration: *[a-z-]+ [^;}]+/g) ?? [])).toEqual([]);
    expect(
      all.flatMap((file) => file.match(/.{30}(?<!-webkit-|-webkit-user-select:none;)user-select: *none/g) ?? []),
    ).toEqual([]);
    expect(all.join('')).toContain('-webkit-user-select:none;user-select:none');
  });

  test('the linked data of every document is JSON that cannot end its own element', () => {
    const documents = pages.flatMap(({ elements }) =>
      elements.filter((element) => attribute(element, 'type') === 'application/ld+json'),
    );
    expect(documents.length).toBeGreaterThan(0);
    for (const data of documents) {
      expect(JSON.parse(textOf(data))).toMatchObject({ '@context': 'https://schema.org' });
      expect(textOf(data)).not.toContain('<');
    }
  });

  test('the sitemap lists every page that search engines may list, and nothing else', () => {
    const index = textsOf(read('sitemap-index.xml'), 'loc');
    const listed = index.flatMap((address) => textsOf(read(address.slice(home.length + 1)), 'loc'));
    const open = pages
      .filter(({ elements }) => !elements.some(isClosed))
      .map(({ address }) => `${site.origin}${encodeURI(address)}`);
    expect(listed.toSorted()).toEqual(open.toSorted());
  });

  test('robots.txt lets everyone in and names the sitemap', () => {
    expect(read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${home}/sitemap-index.xml\n`);
  });

  test('the feed is Atom with all that RFC 4287 asks for, and leads to pages that exist', () => {
    const atom = read('feed.xml');
    expect(elementsOf(atom)[0]).toMatchObject({
      name: 'feed',
      attributes: { xmlns: 'http://www.w3.org/2005/Atom' },
    });
    const entries = elementsOf(atom).filter(({ name }) => name === 'entry').length;
    for (const name of ['id', 'title', 'updated']) {
      expect(textsOf(atom, name).filter((text) => text !== '')).toHaveLength(entries + 1);
    }
    for (const updated of textsOf(atom, 'updated')) expect(Date.parse(updated)).not.toBeNaN();
    const addresses = new Set(pages.map(({ address }) => `${site.origin}${address}`));
    const links = elementsOf(atom)
      .filter(({ name, attributes }) => name === 'link' && attributes['rel'] === 'alternate')
      .map(({ attributes }) => attributes['href'] ?? '');
    expect(links.filter((link) => !addresses.has(link))).toEqual([]);
  });

  test('every XML and JSON file can be read', () => {
    for (const file of filesOf(site.folder)) {
      if (file.endsWith('.xml')) elementsOf(read(file));
      if (file.endsWith('.json')) JSON.parse(read(file));
    }
  });

  test('every book is valid EPUB, and the catalogue leads to it', async () => {
    const books = filesOf(site.folder).filter((file) => file.endsWith('.epub'));
    expect(books).toContain('edition.epub');
    for (const book of books) {
      const bytes = readFileSync(join(site.folder, book));
      expect(await bookComplaints(bytes)).toEqual([]);
      // Its fonts lie in it: words that did not wait for them would be set in another face.
      expect(filesOfBook(bytes).get('EPUB/book.css')).not.toContain('font-display: optional');
    }
    const linked = (type: string) =>
      elementsOf(read('opds.xml')).flatMap(({ attributes }) => (attributes['type'] === type ? attributes['href'] : []));
    expect(linked('application/epub+zip').toSorted()).toEqual(books.map((book) => `${home}/${book}`));
    const pageOf = (book: string) => `${home}/${book.replace(/^edition\.epub$/, '').replace(/\.epub$/, '/')}`;
    expect(linked('text/html').toSorted()).toEqual(books.map(pageOf).toSorted());
  });

  test('_headers gives each file the headers that our own server gives it, once', () => {
    const rules = readHeaders(read('_headers'));
    for (const file of filesOf(site.folder)) {
      const inside = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
      const address = `${site.base === '/' ? '' : site.base}${inside}`;
      const matching = rules.filter(({ pattern }) => matches(pattern, address));
      const names = matching.flatMap(({ headers }) => headers.map(([name]) => name));
      expect(names, file).toEqual([...new Set(names)]);
      // Only whoever publishes the site may say that it is never to be asked for in the open again.
      const published = { 'Strict-Transport-Security': 'max-age=31536000' };
      const given = Object.fromEntries(matching.flatMap(({ headers }) => headers));
      expect(given, file).toEqual({ ...headersFor(inside), ...published });
    }
  });
}

/** Whether an element says of its page that it is not to be listed, or only leads on to another. */
function isClosed(element: Element): boolean {
  return attribute(element, 'content') === 'noindex' || attribute(element, 'httpEquiv') === 'refresh';
}

/** The elements of a well-formed XML text, in order. */
function elementsOf(xml: string): SaxesTagPlain[] {
  const elements: SaxesTagPlain[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => elements.push(tag));
  parser.write(xml).close();
  return elements;
}

/** The text of every element of a name. */
function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  let open = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    open = tag.name === name;
    if (open) texts.push('');
  });
  parser.on('text', (text) => {
    if (open) texts.push((texts.pop() ?? '') + text);
  });
  parser.on('closetag', () => (open = false));
  parser.write(xml).close();
  return texts;
}

interface HeaderBlock {
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads `_headers` as the hosts do: an address, then its headers, indented. */
function readHeaders(text: string): HeaderBlock[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [pattern = '', ...lines] = block.split('\n');
      const headers = lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
      });
      return { pattern, headers };
    });
}

/** Whether an address is one of a pattern's; `*` is any run of characters. */
function matches(pattern: string, address: string): boolean {
  const [start = '', ...rest] = pattern.split('*');
  let at = start.length;
  if (!address.startsWith(start)) return false;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    at = isLast ? Math.max(at, address.length - part.length) : address.indexOf(part, at);
    if (at === -1 || !address.startsWith(part, at)) return false;
    at += part.length;
  }
  return at === address.length;
}
