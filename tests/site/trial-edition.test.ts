import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../setup/edition-build.ts';
import { serveSite, type ServedSite } from '../setup/served-site.ts';
import { openPage } from '../setup/site.ts';
import { compressedSize, type BuiltSite } from './built-site.ts';
import { makeTrialEdition, trial } from './trial-edition.ts';
import { testWholeSite } from './whole-site.ts';

const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
const site: BuiltSite = {
  folder: join(scratch, 'site'),
  base: '/edition',
  origin: 'https://edition.example',
};
let served: ServedSite;

beforeAll(async () => {
  const content = join(scratch, 'content');
  await makeTrialEdition(content, { paragraphs: 60, notes: 80 });
  const { code, output } = await buildEdition(site.folder, {
    CONTENT_DIR: content,
    SITE_URL: site.origin,
    BASE_PATH: site.base,
  });
  if (code !== 0) throw new Error(output);
  served = await serveSite(site);
}, 120_000);

afterAll(() => {
  served.stop();
  rmSync(scratch, { recursive: true, force: true });
});

describe('in an edition under a sub-path, with hostile words in every field,', () => {
  testWholeSite(site);
});

test('60 paragraphs and 80 notes need at most 12,000 bytes of HTML beyond their own words', () => {
  const read = (file: string) => readFileSync(join(site.folder, 'documents', file), 'utf8');
  // The styles are the same on every page; the budget of the first round trip counts them.
  const page = read(`${trial.dense}/index.html`).replaceAll(/<style>[^]*?<\/style>/g, '');
  const words = read(`${trial.dense}.txt`);
  expect(words.match(/^\d+\. /gm)).toHaveLength(81);
  expect(compressedSize(page) - compressedSize(words)).toBeLessThanOrEqual(12_000);
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

/**
 * Opens pages of the trial edition and gives what ran or entered there that should not have, and what
 * the browser complained of.
 */
async function complaintsOn(open: (page: Page, home: string) => Promise<void>, bypassCSP: boolean) {
  const complaints: string[] = [];
  const page = await openPage({ bypassCSP });
  // Hostile words call it: it has no other reason to run.
  await page.exposeFunction('ran', () => complaints.push('hostile words ran'));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await open(page, served.url);
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
    for (const bypassCSP of [false, true]) {
      const complaints = await complaintsOn(async (page, home) => {
        await page.goto(`${home}${address}`, { waitUntil: 'networkidle' });
        expect(await page.locator('body').innerText()).toContain('<script>ran()');
      }, bypassCSP);
      expect(complaints).toEqual([]);
    }
  });

  test('among results of the search, and on arrival from them', async () => {
    for (const bypassCSP of [false, true]) {
      const complaints = await complaintsOn(async (page, home) => {
        await page.goto(`${home}/search/?q=onerror+supplied`);
        const hit = page.locator('.hits a').first();
        expect(await hit.innerText()).toContain('onerror');
        await hit.click();
        await page.waitForURL(`**/documents/${trial.hostile}/**`);
        await page.waitForLoadState('networkidle');
      }, bypassCSP);
      expect(complaints).toEqual([]);
    }
  });

  test('on being opened in place', async () => {
    const complaints = await complaintsOn(async (page, home) => {
      await page.goto(`${home}/documents/${trial.hostile}/`, { waitUntil: 'networkidle' });
      for (const link of await page.locator('.text .name, .text .mark, .text .affix').all()) {
        await link.dispatchEvent('click');
      }
    }, true);
    expect(complaints).toEqual([]);
  });
});

describe('the policy of a page', () => {
  test('keeps whatever gets into it from running and from reaching other hosts', async () => {
    const page = await openPage();
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
        await new Promise((done) => setTimeout(done, 200));
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
      expect([...new Set(refusedRequests)]).toEqual(['csp']);
    }
  });

  test.each(['#"><script>ran()</script>', '#:~:text=<img src=x>', '?q=<img src=x onerror=ran()>#p2'])(
    'and an address that ends in %s is only an address',
    async (end) => {
      const complaints = await complaintsOn(async (page, home) => {
        for (const address of ['/documents/moscow-1936-39/', '/documents/', '/register/', '/search/']) {
          await page.goto(`${home}${address}${end}`, { waitUntil: 'networkidle' });
        }
      }, true);
      expect(complaints).toEqual([]);
    },
  );
});
