import { describe, expect, test } from 'vitest';
import { getDocumentProxy } from 'unpdf';
import { edition, openPage } from '../setup/site.ts';
import { trial } from '../site/trial-edition.ts';

const address = '/documents/moscow-1936-39/';
const chapter = `${(await edition('trial')).url}/volumes/${trial.volume}/ch1/print/`;

describe('on paper', () => {
  const printed = async () => {
    // The width of A4 less the margins of the style, in CSS pixels.
    const page = await openPage({ address, viewport: { width: 597, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    return page;
  };

  test('there is no navigation and no button', async () => {
    const page = await printed();
    for (const gone of ['.masthead', '.colophon', '.views', '.record', '.copy', '.marker button']) {
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    }
  });

  test('each paragraph has the number it is cited by in the margin, level with its first line', async () => {
    const page = await printed();
    const numbers = await page.locator('.text [id^="p"]:has(> .pn)').evaluateAll((all) =>
      all.map((paragraph) => {
        const number = paragraph.querySelector('.pn') as Element;
        const [own, beside] = [number, paragraph].map((one) => one.getBoundingClientRect());
        const drawn = getComputedStyle(number, '::before').content;
        return [drawn, Math.abs((own?.top ?? 0) - (beside?.top ?? 99)) < 1, (own?.right ?? 0) <= (beside?.left ?? 0)];
      }),
    );
    expect(numbers).toEqual(['1', '2', '3', '4'].map((number) => [`"${number}"`, true, true]));
  });

  test('the number of a paragraph stands beside the numeral of its point, not over it', async () => {
    const page = await printed();
    const [number, numeral] = await page.locator('.text').evaluate((text) => {
      const point = '<p id="p9"><a class="pn" href="#p9" data-n="9"></a>The tenth.</p>';
      text.insertAdjacentHTML(
        'beforeend',
        `<ul class="list"><li><span class="numeral">10. </span><div>${point}</div></li></ul>`,
      );
      const number = text.querySelector('li .pn') as Element;
      return [
        number.getBoundingClientRect().right - parseFloat(getComputedStyle(number).paddingInlineEnd),
        text.querySelector('.numeral')?.getBoundingClientRect().left,
      ];
    });
    expect(number).toBeLessThan(numeral ?? 0);
  });

  test('a table of ten columns is no wider than the page', async () => {
    const page = await printed();
    const beyond = await page.locator('.text').evaluate((text) => {
      const row = '<td class="right">$123,456</td>'.repeat(10);
      text.insertAdjacentHTML('beforeend', `<div class="table"><table><tr>${row}</tr></table></div>`);
      const end = (one: Element | null) => one?.getBoundingClientRect().right ?? NaN;
      return end(text.querySelector('.table tr')) - end(text.querySelector('.table'));
    });
    expect(beyond).toBeLessThanOrEqual(0);
  });

  test('the title of the notes stands over the first of them, and no page ends between them', async () => {
    const page = await printed();
    const titled = await page.locator('.notes').evaluateAll((all) =>
      all.map((notes) => {
        const { content, display } = getComputedStyle(notes, '::before');
        return content.startsWith('"Notes"') && display === 'block' && getComputedStyle(notes).breakInside === 'avoid';
      }),
    );
    expect(titled).toEqual(titled.map((_, index) => index === 0));
    expect(titled.length).toBeGreaterThan(2);
    // As they stand where each part of a document has notes of its own.
    const titles = await page.locator('.passage').evaluateAll((all) => {
      for (const passage of all) {
        const part = Object.assign(document.createElement('section'), { className: 'division' });
        passage.replaceWith(part);
        part.append(passage);
      }
      return all.filter(
        (passage) => getComputedStyle(passage.lastElementChild as Element, '::before').content !== 'none',
      );
    });
    expect(titles).toHaveLength(1);
  });

  test('the notes stand at the foot, under their numbers', async () => {
    const page = await printed();
    const last = await page.locator('#p4').boundingBox();
    const tops = await page
      .locator('.note')
      .evaluateAll((notes) => notes.map((note) => note.getBoundingClientRect().top));
    for (const top of tops) expect(top).toBeGreaterThan((last?.y ?? 0) + (last?.height ?? 0));
    expect(await page.locator('#r56').isVisible()).toBe(true);
  });

  test('the citation, the permalink, the version and the fingerprint are printed', async () => {
    const page = await printed();
    expect(await page.locator('#cite-chicago-note').isVisible()).toBe(true);
    expect(await page.locator('#permalink').innerText()).toMatch(/\/documents\/moscow-1936-39\/$/);
    expect(await page.locator('#source').innerText()).toMatch(/[0-9a-f]{64}.*Version 2, /s);
  });

  test('what a search found takes the width of the page, its hits underlined, without what leads elsewhere', async () => {
    const page = await openPage({ address: '/search/?q=Soviet', viewport: { width: 800, height: 900 } });
    await page.locator('.result').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    const { width = 0 } = (await page.locator('.result').first().boundingBox()) ?? {};
    expect(width).toBeGreaterThan(700);
    expect(await page.locator('#search-facets').isVisible()).toBe(false);
    expect(
      await page.locator('details:not([open])').evaluateAll((all) => all.some((one) => one.checkVisibility())),
    ).toBe(false);
    const lineUnder = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((one) => getComputedStyle(one).textDecorationLine);
    expect(await lineUnder('.hits .place')).toBe('none');
    expect(await lineUnder('.hits mark')).toBe('underline');
  });

  test('no heading, and no line above or below it, stands alone at the foot of a page', async () => {
    for (const at of [address, '/documents/', '/method/', chapter]) {
      const page = await openPage({ address: at });
      await page.emulateMedia({ media: 'print' });
      const breaks = await page
        .locator('h1, h2, h3, .file-line, .dateline, .received, .opener, .salutation')
        .evaluateAll((all) => all.map((heading) => getComputedStyle(heading).breakAfter));
      expect([...new Set(breaks)], at).toEqual(['avoid']);
    }
  });

  test('no page ends within a heading, and none begins with a signature', async () => {
    const page = await openPage({ address: chapter });
    await page.emulateMedia({ media: 'print' });
    const breaks = (of: string, where: 'breakInside' | 'breakBefore') =>
      page.locator(of).evaluateAll((all, name) => [...new Set(all.map((one) => getComputedStyle(one)[name]))], where);
    expect(await breaks('h1, h2, h3', 'breakInside')).toEqual(['avoid']);
    expect(await breaks('.signature', 'breakBefore')).toEqual(['avoid']);
    expect(await breaks('.closer', 'breakBefore')).toEqual(['avoid']);
  });

  test('the notes of a document in a chapter stand further from its text than from one another', async () => {
    const page = await openPage({ address: chapter });
    const gaps = await page.locator('article > .note').evaluateAll((all) =>
      all.map((note) => {
        const before = note.previousElementSibling as Element;
        const gap = note.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
        return { gap, isFirst: !before.matches('.note') };
      }),
    );
    const [first = [], others = []] = [true, false].map((is) =>
      gaps.flatMap(({ gap, isFirst }) => (isFirst === is ? [gap] : [])),
    );
    expect(Math.min(...first)).toBeGreaterThan(Math.max(...others));
  });

  test('no page ends within an entry of a list, or between a part of a volume and what it holds', async () => {
    const page = await openPage({ address: chapter.replace('ch1/print/', '') });
    await page.emulateMedia({ media: 'print' });
    const entries = page.locator('.row, .contents > li:not(:has(ol))');
    const extents = page.locator('.contents > li > .quiet:has(+ ol)');
    expect(await entries.count()).toBeGreaterThan(2);
    expect(await extents.count()).toBeGreaterThan(2);
    for (const entry of await entries.all())
      expect(await entry.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
    for (const extent of await extents.all())
      expect(await extent.evaluate((one) => getComputedStyle(one).breakAfter)).toBe('avoid');
  });

  test('the bar beside what has changed is on the paper', async () => {
    const page = await printed();
    const left = await page
      .locator('.text [data-v]')
      .evaluate((one) => one.getBoundingClientRect().left + parseFloat(getComputedStyle(one, '::before').left));
    expect(left).toBeGreaterThan(0);
  });

  test('links that lead on from a list are not printed', async () => {
    const page = await openPage({ address: '/volumes/frus1936v04/' });
    const links = page.locator('.files, .lead a');
    expect(await links.count()).toBeGreaterThan(1);
    await page.emulateMedia({ media: 'print' });
    for (const link of await links.all()) expect(await link.isVisible()).toBe(false);
  });

  test('the text is printed in the view that was chosen', async () => {
    const page = await openPage({ address });
    await page.getByText('Reading text').click();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#p2').innerText()).not.toContain('[sic]');
  });

  test.each(['A4', 'Letter'])('a telegram of four paragraphs takes two pages of %s', async (format) => {
    const page = await openPage({ address });
    const pdf = (await page.pdf({ format })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  });

  /** The page as the browser saves it for readers of PDF. */
  const saved = async () => {
    const page = await openPage({ address });
    // A heading of two lines: the telegram has one.
    await page.locator('h1').evaluate((heading) => heading.prepend('A first line ', document.createElement('br')));
    return getDocumentProxy(new Uint8Array(await page.pdf({ tagged: true, outline: true })));
  };

  test('every link within the PDF leads to a place in it: notes to their calls and back, and nothing to what is not printed', async () => {
    const pdf = await saved();
    const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    const annotations = await Promise.all(
      numbers.map(
        async (number) => (await pdf.getPage(number)).getAnnotations() as Promise<{ dest?: string | null }[]>,
      ),
    );
    const targets = annotations.flat().flatMap(({ dest }) => dest ?? []);
    const places = Object.keys(await pdf.getDestinations());
    expect(targets).toContain('n56');
    expect(targets).toContain('r56');
    expect(targets.filter((target) => !places.includes(target))).toEqual([]);
  });

  test('its bookmarks are the headings in the order of the page, their words apart and without the signs of notes', async () => {
    const outline = (await (await saved()).getOutline()) as { title: string; items: { title: string }[] }[];
    expect(outline.map(({ title }) => title)).toEqual([
      'A first line The Chargé in the Soviet Union (Henderson) to the Secretary of State',
    ]);
    expect(outline[0]?.items.map(({ title }) => title)).toEqual(['CITE THIS DOCUMENT', 'SOURCE AND VERSION']);
  });
});
