import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage, siteUrl } from '../setup/site.ts';

const address = '/documents/moscow-1936-39/';
const wide = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };
const copyText = await readFile('tests/fixtures/telegram-39/as-printed.txt', 'utf8');

/** What has the focus: its address in the page, else its class or tag. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.id || activeElement?.getAttribute('href') || activeElement?.className;
  });

describe('notes', () => {
  test('wide: note 56 stands beside its paragraph, is followed from the text, and leads back', async () => {
    const page = await openPage({ address, ...wide });
    const paragraph = await page.locator('#p4').boundingBox();
    const note = await page.locator('#n56').boundingBox();
    expect(note?.x).toBeGreaterThan((paragraph?.x ?? 0) + (paragraph?.width ?? 0));
    expect(await page.locator('#n56').innerText()).toMatch(/^56\s+Soviet Commissar for Foreign Affairs\.$/);
    await page.locator('#r56').click();
    expect(new URL(page.url()).hash).toBe('#n56');
    await page.locator('#n56 .number').click();
    expect(new URL(page.url()).hash).toBe('#r56');
  });

  test.each([true, false])(
    'narrow: a note opens in place, closes with Escape, and the focus returns, with JavaScript %s',
    async (javaScript) => {
      const page = await openPage({ address, javaScript, ...phone });
      const marker = page.locator('#p4 .marker button').first();
      await marker.scrollIntoViewIfNeeded();
      const note = page.locator('#n56');
      const before = await note.boundingBox();
      await marker.focus();
      await page.keyboard.press('Enter');
      const opened = await note.boundingBox();
      expect(opened?.y).not.toBe(before?.y);
      expect((opened?.y ?? 9999) + (opened?.height ?? 0)).toBeLessThanOrEqual(741);
      expect(await note.innerText()).toContain('Soviet Commissar for Foreign Affairs.');
      await page.keyboard.press('Escape');
      expect((await note.boundingBox())?.y).toBe(before?.y);
      if (javaScript) {
        expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Note 56');
      }
    },
  );

  test('narrow: from the foot of the page the number of a note leads back to the word that calls it', async () => {
    const page = await openPage({ address, ...phone });
    await page.locator('#n56 .number').click();
    expect(new URL(page.url()).hash).toBe('#r56');
    const called = await page.locator('#p4 .marker.source').boundingBox();
    expect(called?.y).toBeGreaterThan(0);
    expect(called?.y).toBeLessThan(100);
  });

  test('no two side notes overlap', async () => {
    const page = await openPage({ address, ...wide });
    const boxes = await page
      .locator('.note')
      .evaluateAll((notes) =>
        notes.map((note) => note.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
      );
    expect(boxes.length).toBeGreaterThan(1);
    boxes.slice(1).forEach((box, index) => {
      expect(box.top).toBeGreaterThanOrEqual(boxes[index]?.bottom ?? Infinity);
    });
  });

  test('each note is in the page once', async () => {
    const page = await openPage({ address });
    expect(await page.getByText('Soviet Commissar for Foreign Affairs.').count()).toBe(1);
  });
});

describe('marks', () => {
  test('[sic] and supplied words stand as printed and say what they mean', async () => {
    const page = await openPage({ address, ...wide });
    const sic = page.locator('#m1');
    const supplied = page.locator('#m2');
    expect(await sic.innerText()).toBe('on [sic]');
    expect(await supplied.innerText()).toBe('[to support such attacks.]');
    const shown = (id: string) =>
      page.evaluate((at) => getComputedStyle(document.querySelector(at) as Element, '::after').content, id);
    // Mouse
    expect(await shown('#m1')).toBe('none');
    await sic.hover();
    expect(await shown('#m1')).toContain('So in the source');
    // Keyboard
    await page.mouse.move(0, 0);
    await supplied.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('m2');
    expect(await shown('#m2')).toContain('words that an editor has put in');
    await page.keyboard.press('Escape');
    expect(await shown('#m2')).toBe('none');
    // Screen reader: the entry in the apparatus describes the mark
    const described = await sic.getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).innerText()).toContain('So in the source');
  });

  test('their entries open in place, and close with Escape back to the mark', async () => {
    const page = await openPage({ address, ...phone });
    await page.locator('#m1').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('#a-m1').evaluate((entry) => entry.matches(':popover-open'))).toBe(true);
    expect(await focused(page)).toBe('a-m1');
    expect(await page.getByRole('group', { name: '¶\u00A02 on [sic]: So in the source' }).getAttribute('id')).toBe(
      'a-m1',
    );
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('m1');
  });

  test('the gloss that is drawn beside a mark is no part of its name, as its entry says the same', async () => {
    const page = await openPage({ address, ...wide });
    await page.locator('#m1').hover();
    expect(await page.locator('#m1').ariaSnapshot()).toContain('link "on [sic]"');
  });

  test('without JavaScript they lead to the apparatus, whose entry is shown in place', async () => {
    const page = await openPage({ address, javaScript: false, ...phone });
    await page.locator('#m1').click();
    expect(new URL(page.url()).hash).toBe('#a-m1');
    expect(await page.locator('#a-m1').isVisible()).toBe(true);
    await page.locator('#a-m1 a').first().click();
    expect(new URL(page.url()).hash).toBe('#m1');
  });
});

describe('two views of one address', () => {
  test.each([true, false])('are switched by keyboard, with JavaScript %s', async (javaScript) => {
    const page = await openPage({ address, javaScript });
    expect(await page.locator('#p2').innerText()).toContain('feeling that on [sic]');
    await page.locator('#view-printed').focus();
    await page.keyboard.press('ArrowRight');
    const paragraph = await page.locator('#p2').innerText();
    expect(paragraph).not.toContain('[sic]');
    expect(await page.locator('#p3').innerText()).toMatch(/Communism to support such attacks\.$/);
  });

  test('the choice is remembered from page to page', async () => {
    const page = await openPage({ address });
    await page.getByText('Reading text').click();
    await page.reload();
    expect(await page.locator('#view-reading').isChecked()).toBe(true);
  });
});

describe('the register', () => {
  test('a name opens its entry in place, by keyboard only, and Escape leads back', async () => {
    const page = await openPage({ address, ...wide });
    const name = page.locator('#p4 a.name', { hasText: 'Litvinov' });
    await name.focus();
    await page.keyboard.press('Enter');
    const entry = page.locator('#e-litvinov-maxim');
    expect(await entry.evaluate((one) => one.matches(':popover-open'))).toBe(true);
    expect(await entry.innerText()).toContain('Maxim Litvinov');
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('#e-litvinov-maxim');
    // note → text → register page → back
    await page.locator('#r56').focus();
    await page.keyboard.press('Enter');
    await page.locator('#n56 .number').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#r56');
    await name.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('/register/litvinov-maxim/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/register/litvinov-maxim/');
    expect(await page.locator('h1').innerText()).toBe('Maxim Litvinov');
    await page.locator('main a', { hasText: '¶\u00A04' }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}#p4`);
  });

  test('wide: an entry and a mark’s gloss open at the word, and inside the window', async () => {
    const page = await openPage({ address, ...wide });
    for (const [word, opened] of [
      ['#p3 a.name', '#e-germany'],
      ['#m2', '#a-m2'],
    ] as const) {
      await page.locator(word).first().focus();
      await page.keyboard.press('Enter');
      const from = await page.locator(word).first().boundingBox();
      const entry = await page.locator(opened).boundingBox();
      if (!from || !entry) throw new Error(`${opened} did not open.`);
      const gap = Math.max(entry.y - (from.y + from.height), from.y - (entry.y + entry.height));
      expect(Math.abs(gap)).toBeLessThan(20);
      expect(entry.x).toBeGreaterThanOrEqual(0);
      expect(entry.x + entry.width).toBeLessThanOrEqual(1440);
      expect(entry.y + entry.height).toBeLessThanOrEqual(900);
      await page.keyboard.press('Escape');
    }
  });

  test.each([1440, 1200, 360])(
    'the number of a paragraph that has changed stands in the margin, %i wide',
    async (width) => {
      const page = await openPage({ address, viewport: { width, height: 900 } });
      // As the page has it when the paragraph is changed in a new version.
      await page.locator('#p2').evaluate((paragraph) => paragraph.setAttribute('data-v', '2'));
      const [unchanged, changed] = await page
        .locator('#p1 .pn, #p2 .pn')
        .evaluateAll((numbers) => numbers.map((number) => number.getBoundingClientRect().right));
      expect(changed).toBeCloseTo(unchanged ?? 0, 0);
    },
  );

  test('the number of a note is said once, by its button, where it is drawn beside it', async () => {
    const page = await openPage({ address, ...phone });
    const said = await page.locator('h1 .marker').first().ariaSnapshot();
    expect(said.replace(/\s+/g, ' ')).toBe('- superscript: - button "Edition’s note a"');
  });

  test('an entry opens in place on a phone, where its list is folded', async () => {
    const page = await openPage({ address, ...phone });
    await page.locator('#p4 a.name', { hasText: 'Litvinov' }).click();
    const entry = await page.locator('#e-litvinov-maxim').boundingBox();
    expect(entry?.height).toBeGreaterThan(20);
    expect((entry?.y ?? 999) + (entry?.height ?? 999)).toBeLessThanOrEqual(741);
  });

  test('an entry says of each document what it is about and, apart, which paragraphs name the entry', async () => {
    const page = await openPage({ address: '/register/comintern/' });
    const row = await page.locator('.row').innerText();
    expect(row).toContain('¶\u00A02 ¶\u00A03');
    expect(row).toContain('The usual emissary of the Kremlin tells Henderson');
  });

  test('an identifier leads to the address that the TEI gives', async () => {
    const page = await openPage({ address: '/register/moscow/' });
    const link = page.locator('main a', { hasText: '524901' });
    expect(await link.getAttribute('href')).toBe('https://www.geonames.org/524901');
    const tei = await page.request.get('/cmif.xml');
    expect(await tei.text()).toContain('ref="https://www.geonames.org/524901"');
  });
});

describe('the page in its order', () => {
  const folded = ['named', 'time', 'volume'];

  test('begins with its place in the volume and its heading: record and switch come after them, for the keyboard too', async () => {
    for (const size of [wide, phone]) {
      const page = await openPage({ address, ...size });
      await page.locator('#main').focus();
      for (const part of ['nav.path', '#heading']) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate((at) => document.activeElement?.closest(at) !== null, part), part).toBe(true);
      }
      const follows = await page.evaluate(() => {
        const [heading, record] = ['#heading', '#record'].map((at) => document.querySelector(at) as Element);
        return heading?.compareDocumentPosition(record as Element) === Node.DOCUMENT_POSITION_FOLLOWING;
      });
      expect(follows).toBe(true);
    }
  });

  test.each([true, false])('on a phone folds what stands under the text, with JavaScript %s', async (javaScript) => {
    const page = await openPage({ address, javaScript, ...phone });
    for (const id of folded) {
      expect(await page.locator(`#${id} h2`).isVisible(), id).toBe(true);
      expect(await page.locator(`#${id} :is(li, p)`).first().isVisible(), id).toBe(false);
      await page.locator(`#${id} summary`).click();
      expect(await page.locator(`#${id} :is(li, p)`).first().isVisible(), id).toBe(true);
    }
  });

  test('breaks no address within a word on a phone, and shows no empty explanation', async () => {
    const page = await openPage({ address, ...phone });
    const lines = await page.locator('.citation p, #permalink').evaluateAll((all) =>
      all.map((one) => {
        const last = [...one.childNodes].find((node) => node.textContent?.startsWith('moscow-1936-39'));
        const range = document.createRange();
        range.setStart(last as Node, 0);
        range.setEnd(last as Node, 'moscow'.length);
        return range.getClientRects().length;
      }),
    );
    expect(new Set(lines)).toEqual(new Set([1]));
    expect(await page.locator('small:empty').count()).toBe(0);
  });

  test('sets a list apart from the words above it', async () => {
    const page = await openPage({ address, ...wide });
    const [above, list] = await page
      .locator('#source > p:nth-last-child(2), #source > ul')
      .evaluateAll((both) => both.map((one) => one.getBoundingClientRect()));
    expect((list?.top ?? 0) - (above?.bottom ?? 0)).toBeGreaterThan(5);
  });

  test('with more room shows all of it, and nothing to unfold', async () => {
    const page = await openPage({ address, viewport: { width: 768, height: 900 }, javaScript: false });
    for (const id of folded) {
      expect(await page.locator(`#${id} :is(li, p)`).first().isVisible(), id).toBe(true);
      expect(await page.locator(`#${id} summary`).isVisible(), id).toBe(false);
    }
  });
});

test('a line stands under a record that a low window cuts off, until its end is seen', async () => {
  const page = await openPage({ address, viewport: { width: 1280, height: 720 } });
  await page.evaluate(() => scrollTo(0, 400));
  const record = page.locator('#record > div');
  const { x = 0, y = 0, width = 0, height = 0 } = (await record.boundingBox()) ?? {};
  // Where no words stand, at its foot and above.
  const drawnAt = (above: number) =>
    page.screenshot({ clip: { x: x + width - 6, y: Math.round(y + height) - above, width: 4, height: 4 } });
  const paper = await drawnAt(20);
  expect(paper.equals(await drawnAt(3))).toBe(false);
  await record.evaluate((one) => one.scrollTo(0, one.scrollHeight));
  await expect.poll(async () => paper.equals(await drawnAt(3))).toBe(true);
});

describe('without JavaScript', () => {
  test('a name shows its entry in place, and the entry leads back to the text', async () => {
    const page = await openPage({ address, javaScript: false, ...phone });
    await page.locator('#p4 a.name', { hasText: 'Litvinov' }).click();
    const entry = await page.locator('#e-litvinov-maxim').boundingBox();
    expect(entry?.y).toBeGreaterThan(0);
    expect((entry?.y ?? 999) + (entry?.height ?? 999)).toBeLessThanOrEqual(741);
    await page.locator('#e-litvinov-maxim a', { hasText: '¶\u00A04' }).click();
    expect((await page.locator('#p4').boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });

  test('the record unfolds, and apparatus, chronology, register and volume are there', async () => {
    const page = await openPage({ address, javaScript: false, ...phone });
    await page.getByText('Record of the document').click();
    expect(await page.getByText('10:55 p.m. in Moscow').first().isVisible()).toBe(true);
    for (const id of ['apparatus', 'time', 'named', 'volume', 'source', 'cite']) {
      expect(await page.locator(`#${id}`).isVisible(), id).toBe(true);
    }
    expect(await page.getByRole('button', { name: 'Copy' }).count()).toBe(0);
  });
});

describe('a permalink', () => {
  test('to a paragraph shows that paragraph', async () => {
    const page = await openPage({ address: `${address}#p4`, ...phone });
    const box = await page.locator('#p4').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(740);
  });

  test('leads to one place', async () => {
    const page = await openPage({ address });
    for (const id of ['heading', 'received', 'p1', 'p2', 'p3', 'p4', 'n56', 'na'])
      expect(await page.locator(`[id="${id}"]`).count(), id).toBe(1);
  });
});

test('who looks for data is told first what there is', async () => {
  const page = await openPage({ address });
  await page.getByRole('contentinfo').getByRole('link', { name: 'Data' }).click();
  await page.waitForURL('**/citing/#files-and-metadata');
  expect(await page.locator('#files-and-metadata').isVisible()).toBe(true);
  expect(await page.locator('main a[href$="/edition.json"]').count()).toBeGreaterThan(0);
});

describe('an address that is not quite right', () => {
  test('leads to a page that says what one looks like', async () => {
    const page = await openPage({ address: '/documents/Moscow-1936-39/' });
    expect(await page.locator('main').innerText()).toMatch(
      /ends in its name, in small letters, such as \/documents\/m/,
    );
  });
});

describe('loading', () => {
  test('one request is enough to read the whole text, and no other host is ever asked', async () => {
    const page = await openPage({});
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      const url = route.request().url();
      asked.push(url);
      return url === siteUrl + address ? route.continue() : route.abort();
    });
    await page.goto(address);
    expect(await page.locator('#p4').isVisible()).toBe(true);
    const styled = await page.evaluate(() => getComputedStyle(document.body).display);
    expect(styled).toBe('flex');
    expect(asked.filter((url) => !url.startsWith(siteUrl))).toEqual([]);
  });
});

describe('copying', () => {
  test('the whole text selected is the text as printed: no markers, numbers, labels or notes', async () => {
    const page = await openPage({ address, ...wide });
    const selected = await page.evaluate(() => {
      const text = document.querySelector('.text') as Element;
      getSelection()?.selectAllChildren(text);
      return String(getSelection());
    });
    const lines = selected
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const body = copyText.trimEnd().split('\n').slice(0, -1);
    expect(lines).toEqual(body);
  });
});
