import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import type { Element, Nodes } from 'hast';
import { describe, expect, test } from 'vitest';
import { readLedgerFolder } from '../../src/loader/read-records.ts';
import { edition, openPage, siteFolder, siteUrl } from '../setup/site.ts';

const id = 'moscow-1936-39';
const read = (address: string) => readFile(join(siteFolder, address), 'utf8');

/** All elements of a page, in order. */
function elements(html: string): Element[] {
  const walk = (node: Nodes): Element[] => [
    ...(node.type === 'element' ? [node] : []),
    ...('children' in node ? node.children.flatMap(walk) : []),
  ];
  return walk(fromHtml(html));
}
const metas = (html: string) =>
  elements(html)
    .filter(({ tagName, properties }) => tagName === 'meta' && properties['name'] !== undefined)
    .map(({ properties }) => [String(properties['name']), String(properties['content'])] as const);

describe('the promise on the page', () => {
  test('the SHA-256 shown is that of the bytes served at .txt, and the one in edition.json', async () => {
    const served = await fetch(`${siteUrl}/documents/${id}.txt`);
    const bytes = Buffer.from(await served.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await read(`documents/${id}/index.html`)).toContain(`<code>${sha256}</code>`);
    const { documents } = JSON.parse(await read('edition.json')) as {
      documents: { id: string; sha256: string; sealed: boolean; version: number }[];
    };
    expect(documents).toMatchObject([{ id, sha256, sealed: true, version: 2 }]);
  });

  test('the ledger that is committed holds the telegram in both its versions, whose text is one', async () => {
    const { ledger } = readLedgerFolder('content');
    const entry = ledger.documents.get(id);
    expect(entry?.version).toBe(2);
    expect(entry?.earlier.map(({ version }) => version)).toEqual([1]);
    expect(entry?.sha256).toBe('dcaa302890e7fed2b0cdc02547d352fb19bcb1d1fe49eb606b766af8878229e5');
    expect(Object.keys(entry?.anchors ?? {}).slice(0, 4)).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(Object.keys(entry?.anchors ?? {})).toContain('n56');
    for (const version of [1, 2]) {
      const sealed = await readFile(`content/ledger/${id}.v${version}.txt`, 'utf8');
      expect(sealed).toBe(await read(`documents/${id}.txt`));
    }
  });
});

test.each([
  ['what the text was not compared with', `documents/${id}/`, 'Not collated with the printed page'],
  ['what it was compared with', `documents/${id}/`, 'The first 1,993 of the copy-text’s 2,526 characters'],
  ['what its citations infer of the day', `documents/${id}/`, 'the day is inferred, because'],
  ['what they infer of place and publisher', `documents/${id}/`, 'inferred from the sister volumes of the series'],
  ['what the copy-text lacks', `documents/${id}/`, 'as place and day of despatch, are inferred.'],
  [
    'where the source is',
    `documents/${id}/`,
    'own page: https://history.state.gov/historicaldocuments/frus1936v04/d32',
  ],
  ['what of the volume is elsewhere', `documents/${id}/`, 'doc. 31; not in this edition'],
  ['from where a statement of the register is', 'register/litvinov-maxim/', 'Source: Oxford Reference, “Litvinov”'],
  ['which of them is inferred', 'register/henderson-loy-w/', 'Inferred. Source: Office of the Historian'],
  ['what a person is to a document', 'register/hull-cordell/', 'recipient'],
])('a page says %s', async (_, address, words) => {
  const html = await read(`${address}index.html`);
  const shown = html.slice(html.indexOf('<main')).replaceAll(/<[^>]*>/g, '');
  expect(shown.replaceAll(/\s+/g, ' ')).toContain(words);
});

describe('every version', () => {
  test('that a newer one has replaced is served as it was sealed, and no other', async () => {
    const served = await fetch(`${siteUrl}/documents/${id}.v1.txt`);
    expect(served.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await served.text()).toBe(await readFile(`content/ledger/${id}.v1.txt`, 'utf8'));
    expect((await fetch(`${siteUrl}/documents/${id}.v2.txt`)).status).toBe(404);
  });

  test('is listed on the page with what it changed, and the passages that changed have their bar', async () => {
    const page = await openPage({ address: `/documents/${id}/#source` });
    const versions = page.locator('#source li');
    expect(await versions.allInnerTexts()).toEqual([
      expect.stringMatching(/^Version 2, November 25, 2026: Note a and the record .* Changed: edition’s note a\.$/),
      'Version 1, November 23, 2026: First published. Its text',
    ]);
    expect(await versions.nth(1).getByRole('link').getAttribute('href')).toBe(`/documents/${id}.v1.txt`);
    const marked = page.locator('[data-v]');
    expect(await marked.evaluateAll((all) => all.map((one) => one.id))).toEqual(['na']);
    expect(await marked.evaluate((one) => getComputedStyle(one, '::before').borderInlineStartWidth)).toBe('2px');
  });

  test('is verified by the command on the page about citing: its address, its text, its fingerprint', async () => {
    const page = await openPage({ address: '/citing/' });
    const command = await page.locator('pre code').innerText();
    const form = /^curl --fail --silent (\S+) \| sha256sum \| grep ([0-9a-f]{64})$/;
    const [, address = '', sha256] = form.exec(command) ?? [];
    expect(new URL(address).pathname).toBe(`/documents/${id}.v1.txt`);
    const served = await fetch(siteUrl + new URL(address).pathname);
    expect(served.status).toBe(200);
    const bytes = Buffer.from(await served.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  });
});

describe('lists', () => {
  test('have no date that a reference manager would take for their own, and say that they are pages', async () => {
    const lists = ['documents/index.html', 'documents/by-sender/index.html', 'volumes/index.html', 'index.html'];
    for (const list of lists) {
      const all = elements(await read(list));
      expect(
        all.filter(({ tagName }) => tagName === 'time'),
        list,
      ).toEqual([]);
      const types = all.filter(({ properties }) => properties['property'] === 'og:type');
      expect(types.map(({ properties }) => properties['content'])).toEqual(['website']);
      expect(all.filter(({ properties }) => /^(z:|citation_)/.test(String(properties['name'])))).toEqual([]);
    }
  });
});

describe('the head of the page', () => {
  test('has the tags that Zotero imports exactly, and none that spoil the import', async () => {
    const tags = metas(await read(`documents/${id}/index.html`));
    expect(tags.filter(([name]) => /^(z|dc):/.test(name)).map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'z:itemType',
        'z:bookTitle',
        'z:shortTitle',
        'z:volume',
        'z:place',
        'z:publisher',
        'z:date',
        'z:callNumber',
        'z:extra',
        'z:url',
        'z:language',
        'z:rights',
        'dc:title',
        'dc:creator',
      ]),
    );
    expect(Object.fromEntries(tags)).toMatchObject({
      'z:itemType': 'bookSection',
      'z:volume': '4',
      'z:date': '1954',
      'z:callNumber': '761.9315 Manchuria/35',
      'dc:creator': 'Henderson, Loy W.',
    });
    const scholar = tags.filter(([name]) => name.startsWith('citation_')).map(([name]) => name.slice(9));
    expect(scholar).toEqual(['title', 'author', 'publication_date']);
    const html = await read(`documents/${id}/index.html`);
    expect(html).not.toContain('Z3988');
    expect(html).not.toContain('byline');
  });

  test('says in Open Graph when the document was revised', async () => {
    const { documents } = JSON.parse(await read('edition.json')) as { documents: { date: string }[] };
    const revised = `<meta property="article:modified_time" content="${documents[0]?.date}">`;
    expect(await read(`documents/${id}/index.html`)).toContain(revised);
  });

  test('has Signposting links, a canonical address and JSON-LD that reads back', async () => {
    const html = await read(`documents/${id}/index.html`);
    const links = elements(html).filter(({ tagName }) => tagName === 'link');
    const rels = new Set(links.flatMap(({ properties }) => properties['rel'] as string[]));
    for (const rel of ['cite-as', 'describedby', 'item', 'license', 'type', 'canonical', 'linkset', 'schema.DC']) {
      expect(rels, rel).toContain(rel);
    }
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const graph = JSON.parse(json) as { '@graph': { '@type': string }[] };
    expect(graph['@graph'].map((node) => node['@type'])).toContain('Message');
  });
});

test.each([
  ['txt', 'text/plain; charset=utf-8'],
  ['xml', 'application/tei+xml; charset=utf-8'],
  ['csl.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
  ['bib', 'application/x-bibtex; charset=utf-8'],
  ['ris', 'application/x-research-info-systems; charset=utf-8'],
  ['linkset.json', 'application/linkset+json; charset=utf-8'],
])('.%s is served as %s under the document’s name', async (form, type) => {
  const response = await fetch(`${siteUrl}/documents/${id}.${form}`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
});

describe('every absolute address is right', async () => {
  test.each([
    ['at a root', await edition('published')],
    ['under a path', await edition('trial')],
  ] as const)('%s', async (_, { folder, origin, base }) => {
    const home = `${origin}${base}`.replace(/\/$/, '');
    const permalink = `${home}/documents/${id}/`;
    const page = await readFile(join(folder, `documents/${id}/index.html`), 'utf8');
    expect(page).toContain(`<link rel="canonical" href="${permalink}"`);
    expect(page.replaceAll('<wbr>', '')).toContain(`doc. 32, ${permalink}.`);
    for (const file of [
      `documents/${id}.xml`,
      `documents/${id}.csl.json`,
      `documents/${id}.bib`,
      `documents/${id}.ris`,
      'edition.json',
      'cmif.xml',
      'feed.xml',
      'sitemap-0.xml',
      'edition.bib',
      'edition.ris',
      'edition.csl.json',
      'edition.csv',
      'volumes/frus1936v04.csl.json',
      `documents/${id}.linkset.json`,
    ]) {
      const text = await readFile(join(folder, file), 'utf8');
      expect(text, file).toContain(permalink);
      expect(text.replaceAll(home, ''), file).not.toContain('localhost');
    }
    expect(page.replaceAll(home, '')).not.toContain('localhost');
    expect(await readFile(join(folder, 'sitemap-0.xml'), 'utf8')).toContain(
      `<url><loc>${permalink}</loc><lastmod>2026-11-25`,
    );
    expect(await readFile(join(folder, 'robots.txt'), 'utf8')).toContain(`Sitemap: ${home}/sitemap-index.xml`);
    expect(await readFile(join(folder, 'sitemap-index.xml'), 'utf8')).toContain(`${home}/sitemap-0.xml`);
  });
});
