import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { complaintsOf, edition, openFreshPage, openLastingPage } from '../setup/site.ts';
import { filesOfBook } from '../outputs/read-book.ts';
import { compressedSize } from './built-site.ts';
import { trial } from './trial-edition.ts';

const site = await edition('trial');

describe('a volume that was imported', () => {
  const read = (file: string) => readFileSync(join(site.folder, file), 'utf8');
  const page = (address: string) => read(`${address}/index.html`);
  /** The links of a page with this relation, below the site's base. */
  const related = (html: string, rel: string) =>
    [...html.matchAll(/<a [^>]*>/g)]
      .filter(([link]) => link.includes(`rel="${rel}"`))
      .map(([link]) => /href="\/tele\/grams\/([^"]*)"/.exec(link)?.[1]);

  test('is reached from every page, and leads to its parts, documents and printed pages', () => {
    expect(page('documents')).toContain('href="/tele/grams/volumes/"');
    expect(page('volumes')).toContain(`href="/tele/grams/volumes/${trial.volume}/"`);
    const contents = page(`volumes/${trial.volume}`);
    for (const link of ['volumes/frus1899v09/ch1/', 'documents/frus1899v09-d1/#page-2', 'frus1899v09-d12/'])
      expect(contents).toContain(link);
    expect(contents).toMatch(/d11"[^]*?Not in this edition/);
    expect(page(`volumes/${trial.volume}/ch1`).match(/<li class="row"/g)).toHaveLength(3);
    const whole = page(`volumes/${trial.volume}/ch1/print`);
    // What introduces the chapter, and a note that its heading calls, once a page.
    for (const html of [contents, page(`volumes/${trial.volume}/ch1`), whole]) {
      expect(
        html.match(/The harvest(?:<\/a>)?<sup [^>]*><a id="ch1\.r1" [^>]*href="#ch1\.n1">1<\/a><\/sup>\s*<\/h[1-4]>/g),
      ).toHaveLength(1);
      expect(html).toMatch(
        /<p id="ch1\.p1">\[The harvest was late\.\]<\/p><div id="ch1\.n1" class="note source" role="note"><a class="number" [^>]*href="#ch1\.r1"[^>]*>1<\/a><p>Continued from <a class="ref" href="https:\/\/history[^"]*\/frus1898v02\/pg_7">p\. 7<\/a>\.<\/p><\/div>/,
      );
    }
    expect(whole.match(/<article>/g)).toHaveLength(3);
    const cited = (id: string) =>
      `<a href="/tele/grams/documents/${id}/">https://edition.example/tele/grams/documents/${id}/</a>.</p>`;
    for (const number of [1, 2, 3]) expect(whole).toContain(cited(`frus1899v09-d${number}`));
    expect(whole).toContain('id="frus1899v09-d1.p1"');
    // A part in another stands between the documents, with its heading and what that calls.
    expect(page(`volumes/${trial.volume}/comp2/print`)).toMatch(
      /d4\/<\/a>\.<\/p>\s*<\/article>\s*<h2 id="comp2subch1">What the editors add<sup [^>]*><a id="comp2subch1\.r2" [^>]*>2<\/a><\/sup><\/h2>\s*<div class="introduction"><div id="comp2subch1\.n2" [^]*?<p>In brief\.<\/p><\/div><\/div>\s*<article>/,
    );
  });

  test('is found by the words that introduce its chapters too, and by their notes', async () => {
    for (const words of ['the harvest was late', 'continued from']) {
      const reader = await openFreshPage({ address: `${site.url}/search/?q=${encodeURIComponent(`"${words}"`)}` });
      await reader.getByText('On other pages').click();
      const link = reader.getByRole('link', { name: 'The harvest, ' });
      expect(await link.getAttribute('href'), words).toBe('/tele/grams/volumes/frus1899v09/ch1/');
    }
  });

  test('is walked from one of its documents to the next and back, past one that is not here', () => {
    let at: string | undefined = 'documents/frus1899v09-d1/';
    let before: string | undefined;
    const walked: string[] = [];
    while (at !== undefined) {
      walked.push(at);
      const html = page(at);
      expect(related(html, 'prev')).toEqual(before === undefined ? [] : [before]);
      expect(related(html, 'up')).toHaveLength(1);
      [before, at] = [at, related(html, 'next')[0]];
    }
    expect(walked).toHaveLength(11);
    expect(related(page('documents/frus1899v09-d2'), 'up')).toEqual(['volumes/frus1899v09/ch1/']);
  });

  test('has no switch of views where a document has no marks, for it would change nothing', () => {
    expect(page('documents/moscow-1936-39')).toContain('id="view-reading"');
    expect(page('documents/frus1899v09-d1')).not.toContain('id="view-reading"');
  });

  test('says in the title of a page of which day its document is, as others of its file have its heading', () => {
    expect(page('documents/frus1899v09-d1')).toMatch(
      /<title>[^<]*, 700\.01 Harvest\/22, February 3, 1899, 5 p\.m\. — /,
    );
  });

  test('says in lists that a document is undated, not that a note of the volume’s editors is', () => {
    const rows = page('documents').split('<li class="row"').slice(1);
    const isUndated = (id: string) => rows.find((row) => row.includes(`/${id}/"`))?.includes('<p>undated');
    expect(['frus1899v09-d9', 'frus1899v09-d5'].map(isUndated)).toEqual([true, false]);
  });

  test('says in a record the number and the printed pages of its document', () => {
    expect(page('documents/frus1899v09-d1')).toMatch(/Printed in<\/dt>[^]*?, doc\.\u00A01, pp\.\u00A01–2/);
    expect(page('documents/frus1899v09-d3')).toMatch(/Printed in<\/dt>[^]*?, doc\.\u00A03, p\.\u00A04/);
  });

  test('has the number of a printed page said where it begins, apart from the words beside it', async () => {
    const reader = await openFreshPage({ address: `${site.url}/documents/frus1899v09-d1/` });
    expect(await reader.locator('.page-break').ariaSnapshot()).toBe('- text: (page 2)');
    const words = await reader.locator('p:has(> .page-break)').ariaSnapshot();
    expect(words).toContain('neigh (page 2) bours');
  });

  test('ends the heading of an enclosure with more than one word', async () => {
    const reader = await openFreshPage({
      address: `${site.url}/documents/frus1899v09-d2/`,
      viewport: { width: 480, height: 900 },
    });
    const tops = await reader.locator('.division h2').evaluate(async (heading) => {
      heading.innerHTML =
        '[Enclosure] <br>The Canadian Secretary of State for External Affairs (Bennett) to the American <i>Minister</i> <i>(MacNider)</i>';
      await document.fonts.ready;
      return Array.from(heading.querySelectorAll('i'), (word) => word.getBoundingClientRect().top);
    });
    expect(tops[1]).toBe(tops[0]);
  });

  test('draws where a page begins upright in a heading too', async () => {
    const reader = await openFreshPage({ address: `${site.url}/documents/frus1899v09-d1/` });
    const drawn = await reader.locator('.page-break').evaluate((sign) => {
      document.querySelector('h1')?.append(sign);
      return ['::before', '::after'].map((part) => getComputedStyle(sign, part).fontStyle);
    });
    expect(drawn).toEqual(['normal', 'normal']);
  });

  test('sets the lines of a dateline directly under one another', async () => {
    const reader = await openFreshPage({ address: `${site.url}/documents/frus1899v09-d10/` });
    const apart = await reader.locator('#dateline').evaluate((first) => {
      const second = first.cloneNode(true) as Element;
      first.after(second);
      return second.getBoundingClientRect().top - first.getBoundingClientRect().bottom;
    });
    expect(apart).toBeCloseTo(0, 0);
  });

  test('calls a note with an asterisk of the size and at the height of the words', async () => {
    const reader = await openFreshPage({ address: `${site.url}/documents/frus1899v09-d2/` });
    const [sign, words] = await reader.locator('.marker[data-n="*"]').evaluate((marker) =>
      [marker, marker.parentElement as Element].map((one) => {
        const { fontSize, verticalAlign } = getComputedStyle(one);
        return { fontSize, verticalAlign };
      }),
    );
    expect(sign).toEqual(words);
  });

  test.each([
    ['frus1899v09-d2', 6],
    ['frus1899v09-d8', 2],
  ])('is set in its book as on its pages: %s', async (id, count) => {
    const book = filesOfBook(readFileSync(join(site.folder, `volumes/${trial.volume}.epub`)));
    const inBook = await openFreshPage();
    const body = book.get(`EPUB/documents/${id}.xhtml`)?.replace(/^[^]*<body>/, '');
    await inBook.setContent(`<style>${book.get('EPUB/book.css')}</style>${body}`);
    const onPage = await openFreshPage({ address: `${site.url}/documents/${id}/` });
    const [set, printed] = await Promise.all(
      [inBook, onPage].map((reader) =>
        reader.locator('.dateline, .opener, .subheading, #p1, .closer, .signature').evaluateAll((all) =>
          all.map((one) => {
            const { textAlign, textIndent } = getComputedStyle(one);
            return [one.id, textAlign.replace('end', 'right').replace('start', 'left'), textIndent === '0px'];
          }),
        ),
      ),
    );
    expect(set).toHaveLength(count);
    expect(set).toEqual(printed);
  });

  test('has in its book each point of a list in the line that its number begins, its other lines further right', async () => {
    const css = filesOfBook(readFileSync(join(site.folder, `volumes/${trial.volume}.epub`))).get('EPUB/book.css');
    const reader = await openFreshPage();
    const list = `<ul class="list"><li><span class="numeral">1. </span><div><p id="p2">The first.</p><p id="p3">More.</p></div></li></ul>`;
    await reader.setContent(
      `<style>${css}</style><article><p class="dateline">Zenda, May 1.</p><p id="p1">Sir:</p>${list}</article>`,
    );
    const boxes = await Promise.all(
      ['.dateline', '#p1', '.numeral', '#p2', '#p3'].map((one) => reader.locator(one).boundingBox()),
    );
    const [dateline, first, numeral, point, more] = boxes.map((box) => ({
      top: box?.y ?? NaN,
      bottom: (box?.y ?? NaN) + (box?.height ?? NaN),
      left: box?.x ?? NaN,
    }));
    expect(first?.top).toBeGreaterThan((dateline?.bottom ?? NaN) + 10);
    expect(point?.top).toBe(numeral?.top);
    expect(point?.left).toBeGreaterThan(numeral?.left ?? NaN);
    expect(more?.top).toBeGreaterThanOrEqual(point?.bottom ?? NaN);
    expect(more?.left).toBeGreaterThan((numeral?.left ?? NaN) + 10);
  });

  test('counts on its front page what its register has of each kind', () => {
    const lists = Array.from(page('register').matchAll(/<h2 id="(\w+)s">([^]*?)<\/section>/g));
    expect(lists).toHaveLength(4);
    const counts = lists.map(([, kind, list = '']) => {
      const entries = list.match(/<li>/g)?.length ?? 0;
      return `${entries} ${kind}${entries === 1 ? '' : 's'}`;
    });
    expect(page('.')).toContain(`<span class="quiet">${counts.join(', ')}</span>`);
  });

  test('keeps the dots after the first words of a document with the last of them', () => {
    expect(page('documents')).toContain('<q>An invented telegram with forty\u00A0…</q>');
  });

  test('names a document once by its number and its day where its heading prints them', () => {
    const book = filesOfBook(readFileSync(join(site.folder, `volumes/${trial.volume}.epub`)));
    const contents = book.get('EPUB/contents.xhtml');
    const treaty = 'Treaty Between Ruritania and Nowhere, Signed at Strelsau, April 4, 1899';
    expect(contents).toContain('>1. The Chargé in Ruritania (Gilbert) to the Secretary of State, February 3, 1899</a>');
    expect(contents).toContain('>4. Memorandum of Conversation, April 1–2, 1899</a>');
    expect(contents).toContain(`>8. ${treaty}</a>`);
    expect(page('documents/frus1899v09-d8')).toContain(`<title>${treaty} — `);
  });

  test('keeps a wide table within the page of its book', async () => {
    const css = filesOfBook(readFileSync(join(site.folder, `volumes/${trial.volume}.epub`))).get('EPUB/book.css');
    const reader = await openFreshPage();
    const row = `<tr>${'<td>$1,234,567</td>'.repeat(30)}</tr>`;
    await reader.setContent(`<style>${css}</style><div class="table"><table>${row}</table></div>`);
    const beyond = await reader.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });

  test('says once in a record where an office is', () => {
    expect(page('documents/frus1899v09-d7')).toContain('<small>Consul at Cairo</small>');
  });

  test('has its printed pages where they begin, and references lead there', () => {
    const first = page('documents/frus1899v09-d1');
    expect(first).toMatch(/<header class="heading" id="page-1">/);
    expect(first).toMatch(/neigh<span class="page-break" id="page-2"[^>]*><\/span>bours/);
    expect(first).toContain('href="/tele/grams/documents/frus1899v09-d1/#page-1"');
    expect(page('documents/frus1899v09-d6')).toContain(
      'href="https://history.state.gov/historicaldocuments/frus1898v02/pg_7"',
    );
    expect(page('documents/frus1899v09-d6')).toContain('href="/tele/grams/documents/frus1899v09-d1/"');
    expect(first).toMatch(/Referred to in<\/dt>[^]*?href="\/tele\/grams\/documents\/frus1899v09-d6\/#p\d+"/);
  });

  test('says of its neighbours, and of those who refer to it, when they were sent', () => {
    const about = [...page('documents/frus1899v09-d1').matchAll(/<small class="quiet">([^<]*; doc\.[^<]*)</g)];
    expect(about.map(([, words]) => words)).toEqual([
      'March 7, 1899; doc. 2; p. 2',
      'April 3, 1899, 11 a.m.; doc. 6; ¶\u00A01',
    ]);
  });

  test('says its place to programs: in TEI, linked data and edition.json', () => {
    const xml = read('documents/frus1899v09-d2.xml');
    expect(xml).toContain('<biblScope unit="compilation">Ruritania</biblScope>');
    expect(xml).toContain('<biblScope unit="chapter">The harvest</biblScope>');
    expect(xml).toContain('<biblScope unit="position">2</biblScope>');
    expect(page('documents/frus1899v09-d2')).toContain(
      '"position":2,"isPartOf":{"@type":"Chapter","name":"The harvest","isPartOf":{"@type":"Chapter","name":"Ruritania"',
    );
    const { documents } = JSON.parse(read('edition.json')) as { documents: { id: string; place: unknown }[] };
    expect(documents.find(({ id }) => id === 'frus1899v09-d2')?.place).toEqual({
      parts: [
        { kind: 'compilation', id: 'comp1', heading: 'Ruritania' },
        { kind: 'chapter', id: 'ch1', heading: 'The harvest' },
      ],
      position: 2,
      previous: 'frus1899v09-d1',
      next: 'frus1899v09-d3',
    });
  });

  test('says whose words its summaries are, and by which numbers its documents are known', () => {
    const contents = page(`volumes/${trial.volume}`);
    expect(contents).toMatch(/>700\.01 Harvest\/22, telegram 39<\/p>\s*<p>\s*Report of a harvest\./);
    expect(contents).toMatch(/Report of a harvest\.\s*<span class="quiet">— List of Papers/);
    expect(contents).toMatch(/<q>[^<]*<\/q>\s*<span class="quiet">— First words/);
    expect(page('documents/frus1899v09-d1')).toContain('that of the volume’s List of Papers');
  });
});

test('where errors are reported is said on every page once a contact is given, and invited nowhere before', async () => {
  const published = await edition('published');
  for (const address of ['', 'method/', 'about/', `documents/${trial.hostile}/`]) {
    const html = readFileSync(join(site.folder, address, 'index.html'), 'utf8');
    expect(html).toContain('<a href="mailto:errors@edition.example">Report an error</a>');
    if (/method|about/.test(address)) expect(html).toContain('Errors are reported to ');
  }
  for (const address of ['', 'method/', 'about/'])
    expect(readFileSync(join(published.folder, address, 'index.html'), 'utf8')).not.toMatch(
      /errors? (?:are|is) report|Report an error/i,
    );
});

test('a document that was not sealed says so, and one that was does not', async () => {
  const published = await edition('published');
  const read = (folder: string, id: string) => readFileSync(join(folder, 'documents', id, 'index.html'), 'utf8');
  expect(read(site.folder, `${trial.volume}-d1`)).toContain(
    'Unsealed: this text is not yet promised to stay as it is.',
  );
  expect(read(published.folder, 'moscow-1936-39')).not.toContain('Unsealed');
});

test('60 paragraphs and 80 notes need at most 12,000 bytes of HTML beyond their own words', () => {
  const read = (file: string) => readFileSync(join(site.folder, 'documents', file), 'utf8');
  // The styles are the same on every page; the budget of the first round trip counts them.
  const page = read(`${trial.dense}/index.html`).replaceAll(/<style>[^]*?<\/style>/g, '');
  const words = read(`${trial.dense}.txt`);
  expect(words.match(/^\d+\. /gm)).toHaveLength(81);
  expect(compressedSize(page) - compressedSize(words)).toBeLessThanOrEqual(12_000);
});

test('a chapter whose heading ends with a full stop ends its sentence with one', () => {
  const page = readFileSync(join(site.folder, 'documents', trial.dense, 'index.html'), 'utf8');
  expect(page).toMatch(/; The chapter of a long telegram\.\s*<\/p>/);
});

test('a document says its rights, whether or not it says where its original is', () => {
  const source = (id: string) =>
    /<section [^>]*id="source"[^]*?<\/section>/.exec(
      readFileSync(join(site.folder, 'documents', id, 'index.html'), 'utf8'),
    );
  expect(source(trial.dense)?.[0]).toContain('Rights in the text: The rights of a long telegram.');
  expect(source(trial.dense)?.[0]).not.toContain('Original:');
  expect(source(trial.hostile)?.[0]).toMatch(/Original: .*Rights in the text: /s);
});

/** A reader’s browser, with or without the policy of the pages, and what is wrong in it. */
async function watchedReader(bypassCSP: boolean) {
  const page = await openLastingPage({ bypassCSP });
  const complaints = complaintsOf(page);
  // Hostile words call it: it has no other reason to run.
  await page.exposeFunction('ran', () => complaints.push('hostile words ran'));
  return { page, complaints };
}
const withPolicy = await watchedReader(false);
const withoutPolicy = await watchedReader(true);

/**
 * Opens pages of the trial edition and gives what ran or entered there that should not have, and what
 * the browser complained of.
 */
async function complaintsOn(open: (page: Page, home: string) => Promise<void>, { page, complaints } = withoutPolicy) {
  complaints.length = 0;
  await open(page, site.url);
  const entered = page.locator('img[src="x"], [onerror], [onfocus], [onclick]');
  return [...complaints, ...(await entered.evaluateAll((all) => all.map((one) => one.outerHTML)))];
}

describe('hostile words are shown as they are and run nothing, policy or no policy:', () => {
  const pages = [
    '/',
    '/about/',
    '/documents/',
    `/documents/${trial.hostile}/`,
    '/register/',
    ...['persons', 'places', 'organizations', 'terms'].map((kind) => `/register/hostile-${kind}/`),
  ];

  test.each(pages)('%s', async (address) => {
    for (const reader of [withPolicy, withoutPolicy]) {
      const complaints = await complaintsOn(async (page, home) => {
        await page.goto(`${home}${address}`, { waitUntil: 'networkidle' });
        expect(await page.locator('body').innerText()).toContain('<script>ran()');
      }, reader);
      expect(complaints).toEqual([]);
    }
  });

  test('among results of the search, and on arrival from them', async () => {
    for (const reader of [withPolicy, withoutPolicy]) {
      const complaints = await complaintsOn(async (page, home) => {
        await page.goto(`${home}/search/?q=onerror+supplied`);
        const hit = page.locator('.hits a').first();
        expect(await hit.innerText()).toContain('onerror');
        await hit.click();
        await page.waitForURL(`**/documents/${trial.hostile}/**`);
        await page.waitForLoadState('networkidle');
      }, reader);
      expect(complaints).toEqual([]);
    }
  });

  test('on being opened in place', async () => {
    const complaints = await complaintsOn(async (page, home) => {
      await page.goto(`${home}/documents/${trial.hostile}/`, { waitUntil: 'networkidle' });
      for (const link of await page.locator('.text .name, .text .mark, .text .affix').all()) {
        await link.dispatchEvent('click');
      }
    });
    expect(complaints).toEqual([]);
  });
});

describe('the policy of a page', () => {
  test('keeps whatever gets into it from running and from reaching other hosts', async () => {
    const page = await openFreshPage();
    const answered: string[] = [];
    const refusedRequests: (string | undefined)[] = [];
    page.on('response', (response) => answered.push(response.url()));
    page.on('requestfailed', (request) => refusedRequests.push(request.failure()?.errorText));
    for (const address of ['/documents/moscow-1936-39/', '/search/']) {
      await page.goto(address, { waitUntil: 'networkidle' });
      answered.length = 0;
      const refused = await page.evaluate(async () => {
        const violations: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
        const add = (tag: string, attributes: Record<string, string>, text = '') => {
          const element = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
          element.textContent = text;
          document.body.append(element);
        };
        add('script', {}, 'window.ran = ["inline"]');
        add('script', { src: 'https://other.example/x.js' });
        add('img', { src: 'https://other.example/x.png' });
        add('iframe', { src: 'https://other.example/' });
        add('object', { data: 'https://other.example/x' });
        add('p', { style: 'position: fixed', onclick: 'window.ran = ["handler"]' });
        add('style', {}, 'body { display: none }');
        add('base', { href: 'https://other.example/' });
        await fetch('https://other.example/').catch(() => undefined);
        document.querySelector<HTMLElement>('p[onclick]')?.click();
        // Told of one by one, in the browser's own time; a tenth would be told of too.
        while (new Set(violations).size < 9) await new Promise((done) => setTimeout(done, 20));
        await new Promise(requestAnimationFrame);
        return {
          violations: [...new Set(violations)].sort(),
          ran: (window as { ran?: string[] }).ran,
        };
      });
      expect(refused).toEqual({
        violations: [
          'base-uri',
          'connect-src',
          'frame-src',
          'img-src',
          'object-src',
          'script-src-attr',
          'script-src-elem',
          'style-src-attr',
          'style-src-elem',
        ],
        ran: undefined,
      });
      expect(answered).toEqual([]);
      await expect.poll(() => [...new Set(refusedRequests)]).toEqual(['csp']);
    }
  });

  test.each(['#"><script>ran()</script>', '#:~:text=<img src=x>', '?q=<img src=x onerror=ran()>#p2'])(
    'and an address that ends in %s is only an address',
    async (end) => {
      const complaints = await complaintsOn(async (page, home) => {
        for (const address of ['/documents/moscow-1936-39/', '/documents/', '/register/', '/search/']) {
          await page.goto(`${home}${address}${end}`, { waitUntil: 'networkidle' });
        }
      });
      expect(complaints).toEqual([]);
    },
  );
});
