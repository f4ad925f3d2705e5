/**
 * What a reader copies: selected words, a paragraph, a citation, a search. All in one file, whose tests run one after
 * another, since the pages of a browser have one clipboard.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openFreshPage, openPage } from '../setup/site.ts';
import { dayOfTelegram, openSearched, search, statusOf } from './search-results.ts';
import { followPassages } from './text-fragment.ts';

const permalink = 'http://localhost:4321/documents/moscow-1936-39/';
const wide = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const open = (reader: object = wide) =>
  openPage({
    address: '/documents/moscow-1936-39/',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...reader,
  });

/** Opens it with a clock that goes on only when told to: a busy machine may need longer than a button says “Copied”. */
async function openWithoutTime(): Promise<Page> {
  const page = await openFreshPage({ permissions: ['clipboard-read', 'clipboard-write'], ...wide });
  await page.clock.install();
  await page.goto('/documents/moscow-1936-39/');
  await page.clock.pauseAt(Date.now() + 60_000);
  return page;
}

/** Presses a button that copies, and once more while it says so: each time it says so, aloud too. */
async function copyTwice(button: Locator): Promise<void> {
  for (const _ of ['once', 'again while it says so']) {
    // What is said of the second time is not what the first one left.
    await button.evaluate((one) => (one.ariaLive = null));
    await button.click();
    await expect.poll(() => button.getAttribute('aria-live')).toBe('polite');
    expect(await button.innerText()).toBe('Copied');
  }
}

/** Selects from some words of one paragraph to some words of another, as a reader's mouse would. */
const select = (page: Page, from: [string, string], to: [string, string]) =>
  page.evaluate(
    ([[startId, startWords], [endId, endWords]]) => {
      const find = (id: string, words: string, atEnd: boolean): [Node, number] => {
        const walker = document.createTreeWalker(document.querySelector(`#${id}`) as Element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = (node.textContent ?? '').indexOf(words);
          if (at >= 0) return [node, atEnd ? at + words.length : at];
        }
        throw new Error(`“${words}” is not in one piece in #${id}.`);
      };
      const [startNode, startAt] = find(startId, startWords, false);
      const [endNode, endAt] = find(endId, endWords, true);
      getSelection()?.setBaseAndExtent(startNode, startAt, endNode, endAt);
    },
    [from, to] as const,
  );

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const press = async (page: Page, name: string) => {
  await page.getByRole('button', { name }).click();
  await page.getByText('Copied').waitFor();
};

describe('selected words', () => {
  test('across a note marker are quoted clean, with a pinpoint citation', async () => {
    const page = await open();
    await select(page, ['p4', 'Litvinov'], ['p4', 'would discuss']);
    await press(page, 'Copy quotation');
    expect(await copied(page)).toBe(
      `“Litvinov while in London would discuss” Loy W. Henderson to Cordell Hull, telegram no. 39, January 31, 1936, in Foreign Relations of the United States: Diplomatic Papers, 1936, vol. 4, The Far East (Washington, DC: Government Printing Office, 1954), doc. 32, ¶ 4, ${permalink}#p4.`,
    );
  });

  test('across a mark keep it as printed; in the reading text they have it resolved, and say so', async () => {
    const page = await open();
    await select(page, ['p2', 'uneasy feeling'], ['p2', 'the outbreak']);
    await press(page, 'Copy quotation');
    expect(await copied(page)).toMatch(/^“uneasy feeling that on \[sic\] the outbreak” .*, doc\. 32, ¶ 2, http/);
    await page.getByText('Reading text').click();
    await select(page, ['p2', 'uneasy feeling'], ['p2', 'the outbreak']);
    await press(page, 'Copy quotation');
    // Quoted so, the words are not those that are printed, and the citation says it.
    expect(await copied(page)).toMatch(
      /^“uneasy feeling that on the outbreak” .*, doc\. 32, ¶ 2 \(reading text\), http/,
    );
    await select(page, ['p4', 'in the best position'], ['p4', 'in the best position']);
    await press(page, 'Copy quotation');
    expect(await copied(page)).toMatch(/^“in the best position” .*, doc\. 32, ¶ 4, http/);
  });

  test('are cited by an address with an ampersand too, as an outside identifier may have one', async () => {
    const page = await openFreshPage({ permissions: ['clipboard-read', 'clipboard-write'], ...wide });
    await page.route('**/documents/moscow-1936-39/', async (route) => {
      const response = await route.fetch();
      const html = (await response.text())
        .replaceAll('http://localhost:4321/<wbr>documents/<wbr>moscow-1936-39/', 'https://id.example/?a&amp;b=39')
        .replace(
          /href="[^"]*"(?=[^>]*id="permalink")|(?<=id="permalink"[^>]*)href="[^"]*"/,
          'href="https://id.example/?a&amp;b=39"',
        );
      await route.fulfill({ response, body: html });
    });
    await page.goto('/documents/moscow-1936-39/');
    await select(page, ['p4', 'in the best position'], ['p4', 'in the best position']);
    await press(page, 'Copy quotation');
    expect(await copied(page)).toMatch(/, doc\. 32, ¶ 4, https:\/\/id\.example\/\?a&b=39#p4\.$/);
  });

  test('across two paragraphs name both, and hold no note that stands between them', async () => {
    const page = await open();
    await select(page, ['p1', 'substantially as follows:'], ['p2', 'The feeling which had']);
    await press(page, 'Copy quotation');
    const quotation = await copied(page);
    expect(quotation).toMatch(/^“substantially as follows:\nThe feeling which had” /);
    expect(quotation).toContain(`¶¶ 1–2, ${permalink}#p1.`);
  });

  test('give a link to their paragraph with a text fragment', async () => {
    const page = await open();
    await select(page, ['p1', 'Soviet-Japanese dissensions'], ['p1', 'Soviet-Japanese dissensions']);
    await press(page, 'Copy link');
    expect(await copied(page)).toBe(`${permalink}#p1:~:text=Soviet%2DJapanese%20dissensions`);
  });

  test('give hundreds of links of which each opens on its own words, however wide the page is', async () => {
    const page = await open();
    for (const viewport of [wide.viewport, phone.viewport]) {
      await page.setViewportSize(viewport);
      const followed = await page.evaluate(followPassages, 200);
      expect(followed).toHaveLength(200);
      expect(followed.filter(({ own }) => !own)).toEqual([]);
      const [single, repeated] = [/:~:text=[^,&]+$/, /-,.*:~:|:~:.*(?:-,|,-)/];
      expect(followed.filter(({ link }) => single.test(link)).length).toBeGreaterThan(20);
      expect(followed.filter(({ link }) => repeated.test(link)).length).toBeGreaterThan(20);
    }
  });

  test('are copied as often as their button is pressed, and “Copied” never stays', async () => {
    const page = await openWithoutTime();
    await select(page, ['p1', 'Far East'], ['p1', 'Far East']);
    const link = page.locator('.passage-bar').getByRole('button').nth(1);
    await copyTwice(link);
    await page.clock.fastForward('01:00');
    expect(await link.textContent()).toBe('Copy link');
    // A screen reader says the one, and not the other.
    expect(await link.getAttribute('aria-live')).toBe('off');
  });

  test('inner quotation marks become single', async () => {
    const page = await open();
    await select(page, ['p3', 'alliance directed'], ['p3', 'Comintern']);
    await press(page, 'Copy quotation');
    expect(await copied(page)).toMatch(/^“alliance directed against ‘the activities of the Comintern”/);
  });
});

describe('a paragraph’s number', () => {
  test.each(['keyboard', 'touch'])('by %s offers the whole paragraph, and the focus returns', async (by) => {
    const page = await open(by === 'touch' ? phone : wide);
    const number = page.locator('#p4 .pn');
    if (by === 'touch') await number.tap();
    else {
      await number.focus();
      await page.keyboard.press('Enter');
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy quotation');
    await press(page, 'Copy quotation');
    expect(await copied(page)).toMatch(
      /^“The Soviet Government believed .* Undoubtedly Litvinov while in London would discuss the matter with the British Government\.” /,
    );
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Paragraph 4');
    expect(new URL(page.url()).hash).toBe('#p4');
  });
});

describe('a citation', () => {
  test('is copied plain and rich', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Copy: Chicago, note' }).click();
    await page.getByText('Copied').waitFor();
    const { plain, html } = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { plain: await read('text/plain'), html: await read('text/html') };
    });
    expect(plain).toBe(
      'Loy W. Henderson to Cordell Hull, telegram no. 39, January 31, 1936, in Foreign Relations of the United States: Diplomatic Papers, 1936, vol. 4, The Far East (Washington, DC: Government Printing Office, 1954), doc. 32, http://localhost:4321/documents/moscow-1936-39/.',
    );
    expect(html).toContain('<i>The Far East</i>');
    expect(html).not.toContain('<wbr>');
  });

  test('is copied as often as its button is pressed, which goes back to its own word', async () => {
    const page = await openWithoutTime();
    const button = page.getByRole('button', { name: 'Copy: Chicago, note' });
    await copyTwice(button);
    await page.clock.fastForward('01:00');
    expect(await button.innerText()).toBe('Copy');
  });
});

test('a search that the browser does not let be copied is said not to be', async () => {
  const page = await openSearched();
  await search(page, 'Litvinov', dayOfTelegram);
  await page.getByRole('button', { name: 'Copy this search' }).click();
  await expect.poll(() => statusOf(page)).toBe('The search was not copied: the browser forbids it.');
});

test('a search is copied with the edition, its version, the day and the address', async () => {
  const page = await openSearched({ permissions: ['clipboard-read', 'clipboard-write'] });
  await search(page, 'Litvinov', dayOfTelegram);
  await page.getByRole('button', { name: 'Copy this search' }).click();
  await expect.poll(() => statusOf(page)).toBe('The search was copied.');
  expect(await copied(page)).toMatch(
    /^The Manchuria File, version [\d.]+, searched on \w+ \d+, \d{4}\. 1 document for “Litvinov”\. http.+\/search\/\?q=Litvinov&since=1936-01-31&until=1936-01-31$/,
  );
});
