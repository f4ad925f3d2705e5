import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { edition, openPage } from '../setup/site.ts';
import { annotated } from '../site/trial-edition.ts';

const { url } = await edition('trial');
const { paragraphs, notesEach } = annotated;

const boxesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return { top, bottom, left, right };
    }),
  );

describe.each(Object.keys(annotated.documents))('forty notes in ten paragraphs: %s', (id) => {
  const open = (width: number) => openPage({ address: `${url}/documents/${id}/`, viewport: { width, height: 900 } });

  test('at 1440 px every note stands beside the text and none overlaps another', async () => {
    const page = await open(1440);
    const notes = await boxesOf(page, '.note');
    const text = await boxesOf(page, '.text p[id^="p"]');
    expect(notes).toHaveLength(paragraphs * notesEach);
    const edge = Math.max(...text.map(({ right }) => right));
    for (const [index, note] of notes.entries()) {
      expect(note.left).toBeGreaterThan(edge);
      expect(note.bottom).toBeGreaterThan(note.top);
      const above = notes[index - 1];
      if (above) expect(note.top).toBeGreaterThanOrEqual(above.bottom);
    }
    const [foot] = await boxesOf(page, '.colophon');
    expect(notes.at(-1)?.bottom).toBeLessThan(foot?.top ?? 0);
  });

  test('no paragraph overlaps another', async () => {
    const page = await open(1440);
    const text = await boxesOf(page, '.text p[id^="p"]');
    for (const [index, paragraph] of text.entries()) {
      const above = text[index - 1];
      if (above) expect(paragraph.top).toBeGreaterThanOrEqual(above.bottom - 1);
    }
  });

  test.each([360, 1440])('at %i px the lines of an enclosure stand in order', async (width) => {
    const page = await open(width);
    const tops = (await boxesOf(page, '.text :is([id^="p"]:has(> .pn), [id^="l"])')).map(({ top }) => top);
    expect(tops.length).toBeGreaterThan(paragraphs + 3);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test('at 360 px a wide table scrolls, and the page does not', async () => {
    const page = await open(360);
    const hidden = (selector: string) => page.locator(selector).evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(await hidden('.table')).toBeGreaterThan(0);
    expect(await hidden('html')).toBe(0);
  });

  test('at 360 px the number of a table, however long, is drawn above its words', async () => {
    const page = await open(360);
    const [figures, words] = await page.locator('.table').evaluate((table) => {
      const number = table.querySelector('.pn') as Element;
      const { lineHeight, fontSize } = getComputedStyle(number);
      const middle = number.getBoundingClientRect().top + parseFloat(lineHeight) / 2;
      const first = document.createRange();
      first.selectNodeContents(table.querySelector('th, td') as Element);
      return [middle + parseFloat(fontSize) / 2, first.getBoundingClientRect().top];
    });
    expect(figures).toBeLessThanOrEqual(words);
  });

  test('at 360 px every note can be read at the foot, and opened in place', async () => {
    const page = await open(360);
    for (const { left, right } of await boxesOf(page, '.note')) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(360);
    }
    for (const number of [1, 5, 40]) {
      const note = page.locator(`#n${number}`);
      await page.locator(`button[popovertarget="n${number}"]`).click();
      const box = await note.boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 999)).toBeLessThanOrEqual(901);
      expect(await note.innerText()).toContain(`Invented note ${number},`);
      await page.keyboard.press('Escape');
    }
  });
});

test('where style has put the notes, the script leaves them, however many stand above', async () => {
  const page = await openPage();
  for (const width of [1200, 1280, 1366, 1440, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/documents/moscow-1936-39/');
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await page.locator('.passage > .notes').count()).toBeGreaterThan(4);
    expect(await page.locator('.passage > .notes[style]').count(), `${width} px`).toBe(0);
  }
});

describe('in a browser that does not know where the notes above end', () => {
  const id = Object.keys(annotated.documents)[0] ?? '';
  const open = async (javaScript: boolean) => {
    const page = await openPage({ javaScript, bypassCSP: true, viewport: { width: 1440, height: 900 } });
    await page.route(`**/${id}/`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace('.text:not(.crowded)', '.text');
      await route.fulfill({ response, body: html.replace(/anchor\(--notes bottom,\s*0px\)/, '0px') });
    });
    await page.goto(`${url}/documents/${id}/`);
    return page;
  };
  const overlapping = async (page: Page) => {
    const notes = await boxesOf(page, '.passage > .notes');
    expect(notes.length).toBeGreaterThan(2);
    return notes.filter(({ top }, index) => top < (notes[index - 1]?.bottom ?? 0) - 1).length;
  };

  test('the script puts each under the one before it, whatever the width', async () => {
    expect(await overlapping(await open(false))).toBeGreaterThan(0);
    const page = await open(true);
    for (const width of [1440, 1250, 1800]) {
      await page.setViewportSize({ width, height: 900 });
      await expect.poll(() => overlapping(page)).toBe(0);
    }
  });

  test('where one was off, all stay apart, also when style forgets the place of another', async () => {
    const page = await openPage({ address: '/documents/moscow-1936-39/', bypassCSP: true });
    const wrongly = (group: string, place: string) =>
      page.addStyleTag({ content: `.text.text ${group} > .notes { inset-block-start: ${place} }` });
    await wrongly('.passage:has(#n56)', '0');
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(() => overlapping(page)).toBe(0);
    await wrongly('.passage', 'anchor(--passage top, 0px)');
    expect(await overlapping(page)).toBe(0);
  });
});
