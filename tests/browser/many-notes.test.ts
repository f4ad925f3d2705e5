import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEdition } from '../setup/edition-build.ts';
import { serveSite } from '../setup/served-site.ts';
import { openPage } from '../setup/site.ts';

const paragraphs = 10;
const notesEach = 4;

/** What stands to the right, and what is wider than a phone, in an enclosure that follows the text. */
const enclosure = `<Enclosure>

# [Enclosure]

<Opener>No. 1</Opener>
<Dateline>Nowhere, March 1, 1936.</Dateline>

The enclosed words.

| Place | Officers | Soldiers | Horses | Field guns | Ammunition |
|:------|---------:|---------:|-------:|-----------:|-----------:|
| Somewhere | 12 | 1,200 | 350 | 16 | 20,000 |

</Enclosure>`;

/** An invented telegram of ten paragraphs that call forty notes, every fifth note of two paragraphs. */
function annotated(id: number, words: number): string {
  const numbers = Array.from({ length: paragraphs * notesEach }, (_, index) => index + 1);
  const text = Array.from({ length: paragraphs }, (_, paragraph) => {
    const calls = numbers.slice(paragraph * notesEach, (paragraph + 1) * notesEach);
    const filler = Array.from({ length: words }, () => 'invented').join(' ');
    return calls.map((number) => `${filler} word${number}[^${number}]`).join(' ') + '.';
  });
  const notes = numbers.map((number) => {
    const more = number % 5 === 0 ? '\n\n    A second paragraph of this invented note.' : '';
    return `[^${number}]: Invented note ${number}, for a test of how many notes stand beside a text.${more}`;
  });
  return `---
fileNumber: 000.00/${id}
kind: telegram
telegramNumber: ${id}
sender: { person: henderson-loy-w, office: Chargé, place: moscow }
recipient: { person: hull-cordell, office: Secretary of State, place: washington }
dateSent: { date: '1936-02-01' }
source:
  volume: frus1936v04
  document: ${id}
  copyText: Invented.
  url: https://example.org/
  rights: Invented.
  collated: false
  collation: Invented.
summary: An invented telegram with forty notes.
revisions:
  - { version: 1, date: '2026-01-01', change: First published. }
---

# An Invented Chargé to an Invented Secretary

${text.join('\n\n')}

${enclosure}

${notes.join('\n\n')}
`;
}

/** Long paragraphs with room for their notes, and short ones whose notes far outrun them. */
const documents = { 'moscow-1936-801': annotated(801, 12), 'moscow-1936-802': annotated(802, 1) };
let origin = '';
let stop = () => Promise.resolve();

beforeAll(async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'manchuria-file-notes-'));
  await cp('content', join(scratch, 'content'), { recursive: true });
  for (const [id, text] of Object.entries(documents)) {
    await writeFile(join(scratch, `content/documents/${id}.mdx`), text);
  }
  const folder = join(scratch, 'site');
  const built = await buildEdition(folder, { CONTENT_DIR: join(scratch, 'content') });
  expect(built.code, built.output).toBe(0);
  const site = await serveSite({ folder });
  origin = site.url;
  stop = async () => {
    site.stop();
    await rm(scratch, { recursive: true, force: true });
  };
});
afterAll(() => stop());

const boxesOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return { top, bottom, left, right };
    }),
  );

describe.each(Object.keys(documents))('forty notes in ten paragraphs: %s', (id) => {
  const open = (width: number) => openPage({ address: `${origin}/documents/${id}/`, viewport: { width, height: 900 } });

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
