import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { registerFile } from '../../src/schema/register.ts';
import { edition, openPage } from '../setup/site.ts';
import { trial } from '../site/trial-edition.ts';
import { findings, giveAxe } from './axe-findings.ts';

const telegram = '/documents/moscow-1936-39/';
const pages = [
  '/',
  '/documents/',
  telegram,
  '/volumes/',
  '/volumes/frus1936v04/',
  '/register/',
  '/register/litvinov-maxim/',
  '/search/',
  '/method/',
  '/citing/',
  '/about/',
  '/editing/',
  '/nothing-here/',
];
const widths = [320, 768, 1440];
const themes = ['light', 'dark'] as const;

test.each(pages)(
  'in both themes and three widths axe finds nothing on %s, and nothing scrolls sideways, with larger text either',
  async (address) => {
    const page = await openPage({ address });
    const excess = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      expect(await findings(page), `${address} at ${width}`).toEqual([]);
      expect(await excess(), `${address} at ${width}`).toBe(0);
    }
    await page.setViewportSize({ width: 320, height: 900 });
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await excess(), `${address} at 320, its text at 200 %`).toBe(0);
  },
);

test.each(widths)('at %i px axe finds nothing with a note, a register entry and a mark’s entry open', async (width) => {
  const page = await openPage({ address: telegram, viewport: { width, height: 900 } });
  for (const [opener, opened] of [
    ['#p4 .marker.source', '#n56'],
    ['#p4 .name', '[id^="e-"]'],
    ['#m1', '#a-m1'],
  ] as const) {
    await page.locator(`${opener} >> visible=true`).first().click();
    expect(await page.locator(`${opened}:is(:popover-open, :target)`).count(), opener).toBe(1);
    expect(await findings(page), opener).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('the text has AAA contrast in both themes', async () => {
  for (const colorScheme of themes) {
    const page = await openPage({ address: telegram, colorScheme });
    await giveAxe(page);
    const low = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run('.text', {
        runOnly: ['color-contrast-enhanced'],
        rules: { 'color-contrast-enhanced': { enabled: true } },
      });
      return violations.flatMap(({ nodes }) => nodes.map((node) => node.html));
    });
    expect(low, colorScheme).toEqual([]);
  }
});

test('at 400 % zoom nothing scrolls sideways and the whole text is there', async () => {
  // 1280 CSS pixels at 400 % are 320 (WCAG 1.4.10).
  const page = await openPage({ address: telegram, viewport: { width: 320, height: 256 } });
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(excess).toBeLessThanOrEqual(0);
  expect(await page.locator('#p4').isVisible()).toBe(true);
});

test.each([
  ['its typeface', false],
  ['a stand-in', true],
])('on a wide screen in %s the search field stands beside the chapters, also with volumes', async (_, without) => {
  const page = await openPage({ viewport: { width: 1200, height: 900 } });
  if (without) await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(telegram);
  await page
    .locator('.masthead li')
    .first()
    .evaluate((li) => {
      const volumes = li.cloneNode(true) as Element;
      volumes.querySelector('a')?.replaceChildren('Volumes');
      li.after(volumes);
    });
  const [chapters, field] = await page
    .locator('.masthead nav, .masthead form')
    .evaluateAll((both) => both.map((one) => one.getBoundingClientRect()));
  expect(field?.left).toBeGreaterThan(chapters?.right ?? 0);
  expect(field?.width).toBeGreaterThan(140);
});

test('on the widest screen what stands over and under a page begins and ends with it', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 2560, height: 900 } });
  const [title, field, note, record, colophon] = await page
    .locator('.masthead .title, .masthead .field, #na, .record, .colophon p')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
  expect(record?.left).toBeGreaterThan(200);
  for (const one of [title, colophon]) expect(one?.left).toBeCloseTo(record?.left ?? 0, 0);
  expect(field?.right).toBeCloseTo(note?.right ?? 0, 0);
});

test.each([
  [320, 2],
  [768, 8],
])('the number of a paragraph stands clear of it, %i wide', async (width, gap) => {
  const page = await openPage({ address: telegram, viewport: { width, height: 900 } });
  const found = await page.locator('#p1').evaluate((paragraph) => {
    const number = paragraph.querySelector('.pn') as Element;
    const end = number.getBoundingClientRect().right - parseFloat(getComputedStyle(number).paddingInlineEnd);
    return paragraph.getBoundingClientRect().left - end;
  });
  expect(found).toBeGreaterThan(gap);
});

test('the number of a paragraph is whole on a narrow phone, however long it is', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 320, height: 740 } });
  const drawn = await page.locator('#p3 .pn').evaluate((number) => {
    number.setAttribute('data-n', '109a');
    const { left, height } = number.getBoundingClientRect();
    return { left, lines: height / parseFloat(getComputedStyle(number).lineHeight) };
  });
  expect(drawn.left).toBeGreaterThanOrEqual(0);
  expect(drawn.lines).toBeLessThan(2);
});

test('a figure with a space in it is never divided in a column of figures', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 320, height: 740 } });
  const lines = await page.locator('.text').evaluate((text) => {
    const row = `<td class="right">180, 000</td><td>${'New cruisers carrying guns of 8-inch caliber '.repeat(3)}</td>`;
    text.insertAdjacentHTML('afterbegin', `<div class="table"><table><tr>${row}</tr></table></div>`);
    const figure = document.createRange();
    figure.selectNodeContents(text.querySelector('td') as Element);
    return figure.getClientRects().length;
  });
  expect(lines).toBe(1);
});

test.each(['/', '/volumes/', '/documents/'])(
  'on a phone in large letters nothing scrolls sideways on %s',
  async (address) => {
    const page = await openPage({ address, viewport: { width: 360, height: 740 }, bypassCSP: true });
    // As where a reader has chosen letters of 24 px instead of 16 in the browser.
    await page.addStyleTag({ content: ':root { font-size: 27px !important; }' });
    const excess = await page.evaluate(() => {
      const name = document.querySelector(':is(.parts, .row) a');
      name?.replaceChildren('811.512322Shippingandwhatfollows/20');
      return document.documentElement.scrollWidth - innerWidth;
    });
    expect(excess).toBe(0);
  },
);

test('a finger meets one of the links above a document, though they take several lines', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 320, height: 740 } });
  const middles = await page.locator('.path li a').evaluate((link) => {
    link.textContent = 'Several lines, as the chapters of a volume have them, '.repeat(3);
    return Array.from(link.getClientRects(), ({ top, bottom }) => (top + bottom) / 2);
  });
  // WCAG 2.5.8: circles of 24 pixels round two of them do not meet.
  expect(middles.length).toBeGreaterThan(2);
  for (const [index, middle] of middles.slice(1).entries())
    expect(middle - (middles[index] ?? 0)).toBeGreaterThanOrEqual(24);
});

test('what cites a passage is whole on a narrow phone', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 320, height: 740 } });
  await page.locator('#p3 .pn').press('Enter');
  const close = await page.getByRole('button', { name: 'Close' }).boundingBox();
  expect((close?.x ?? 999) + (close?.width ?? 0)).toBeLessThanOrEqual(320);
});

test('what cites a passage stands in one line on most phones', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 360, height: 740 } });
  await page.locator('#p3 .pn').press('Enter');
  const tops = await page
    .locator('.passage-bar button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops.map(Math.round)).size).toBe(1);
});

test.each([1200, 1280, 1366])('the two views stand in one line, %i wide', async (width) => {
  const page = await openPage({ address: telegram, viewport: { width, height: 800 } });
  await page.evaluate(() => document.fonts.ready);
  const tops = await page
    .locator('.views label')
    .evaluateAll((both) => both.map((one) => one.getBoundingClientRect().top));
  expect(tops[1]).toBe(tops[0]);
});

test('the words of the views are whole where a reader spaces letters and words', async () => {
  // The spaces of WCAG 1.4.12.
  const content = '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }';
  const page = await openPage({ address: telegram, viewport: { width: 1440, height: 900 }, bypassCSP: true });
  await page.addStyleTag({ content });
  const hidden = await page
    .locator('.record > div')
    .evaluate((record) => Math.max(record.scrollWidth - record.clientWidth, 0));
  expect(hidden).toBe(0);
});

test.each(['ch1/', 'ch1/print/'])(
  'where no numbers stand beside them, points begin further left than their other lines: %s',
  async (at) => {
    const address = `${(await edition('trial')).url}/volumes/${trial.volume}/${at}`;
    const page = await openPage({ address, viewport: { width: 360, height: 740 } });
    const points = await page.locator('.introduction, article:first-of-type').evaluateAll((all) =>
      all.map((text) => {
        const names = 'J. Theodore Marriner, Chief of the Division of Western European Affairs. '.repeat(2);
        text.innerHTML = `<ul class="list"><li><div><p id="p9">${names}</p></div></li></ul>`;
        const whole = document.createRange();
        whole.selectNodeContents(text.querySelector('p') as Element);
        return Array.from(whole.getClientRects(), ({ left }) => Math.round(left));
      }),
    );
    expect(points.length).toBeGreaterThan(0);
    for (const [first = 0, ...others] of points) expect(Math.min(...others)).toBeGreaterThan(first + 10);
  },
);

test('beside the text a record shows its longest words whole', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 1440, height: 900 } });
  const hidden = await page.locator('.record > div').evaluate((record) => {
    record.querySelector('dd')?.replaceChildren('Donaudampfschifffahrtsgesellschaftskapitän');
    return record.scrollWidth - record.clientWidth;
  });
  expect(hidden).toBe(0);
});

test('what a mark is for is read on a phone without scrolling sideways, beside a scroll bar too', async () => {
  const page = await openPage({ address: '/editing/', viewport: { width: 320, height: 740 } });
  const hidden = () =>
    page.locator('.gloss div').evaluateAll((all) => {
      const end = (one: Element | null) => one?.getBoundingClientRect().right ?? NaN;
      return Math.max(...all.map((one) => end(one) - end(one.closest('.scroller'))));
    });
  expect(await hidden()).toBeLessThanOrEqual(0);
  // A scroll bar that takes room, as in Firefox, makes the page narrower than the window.
  await page.evaluate(() => Object.assign(document.body.style, { paddingInlineEnd: '15px' }));
  expect(await hidden()).toBeLessThanOrEqual(0);
});

test.each(['/', '/search/'])('on a phone the letters of a field are of 16 px or more on %s', async (address) => {
  const page = await openPage({ address, viewport: { width: 360, height: 740 } });
  const sizes = await page
    .locator('input, select')
    .evaluateAll((fields) => fields.map((field) => parseFloat(getComputedStyle(field).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
});

test('no row of a table for editors ends in an empty line', async () => {
  const page = await openPage({ address: '/editing/', viewport: { width: 1440, height: 900 } });
  const below = await page
    .locator('td > :is(.dateline, .received)')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).marginBottom));
  expect([...new Set(below)]).toEqual(['0px']);
});

test('the entry that editors are shown is one that the register takes', async () => {
  const page = await openPage({ address: '/editing/' });
  const shown = registerFile.persons.parse(parse(await page.locator('pre').innerText()));
  expect(shown['gilbert-prentiss']?.printedAs).toEqual([
    { name: 'Gilbert', office: 'Consul at Geneva', years: '1934–1937' },
  ]);
});

test('no word of a table is broken on a phone but in a column that has no room', async () => {
  const page = await openPage({ address: '/editing/', viewport: { width: 320, height: 740 } });
  const lines = await page
    .locator('.column td code')
    .evaluateAll((ids) => ids.map((id) => [id.textContent, id.getClientRects().length] as const));
  expect(lines.filter(([id, count]) => count > 1 + id.split(/[\s-]/).length)).toEqual([]);
});

test('with forced colours the marks and the focus can still be seen', async () => {
  const page = await openPage({ address: telegram, forcedColors: 'active' });
  await page.locator('#m1').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  const outline = await page.locator('#m1').evaluate((mark) => getComputedStyle(mark).outlineStyle);
  expect(outline).toBe('solid');
  expect(await page.locator('#m1').innerText()).toBe('on [sic]');
});

test('what has the focus has one outline: the label where it stands for its field, else the field', async () => {
  const page = await openPage({ address: telegram, viewport: { width: 1440, height: 900 } });
  const outlines = (field: string) =>
    page
      .locator(field)
      .or(page.locator(`label:has(${field})`))
      .evaluateAll((both) =>
        both
          .filter((one) => one.checkVisibility() && getComputedStyle(one).outlineStyle === 'solid')
          .map((one) => one.tagName),
      );
  await page.locator('#view-printed').focus();
  await page.keyboard.press('ArrowRight');
  expect(await outlines('#view-reading')).toContain('LABEL');
  await page.goto('/search/');
  await page.locator('#search-since').focus();
  expect(await outlines('#search-since')).toEqual(['INPUT']);
});

test('every page has one main heading, a title of its own, and says its language', async () => {
  const titles = new Set<string>();
  const page = await openPage();
  for (const address of pages) {
    await page.goto(address);
    expect(await page.locator('h1').count(), address).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    titles.add(await page.title());
  }
  expect(titles.size).toBe(pages.length);
});
