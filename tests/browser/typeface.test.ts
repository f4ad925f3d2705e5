import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { faces, typefaceFiles } from '../../src/integration/typeface.ts';
import { openFreshPage } from '../setup/site.ts';

test.each(faces)('the cut face kerns, joins letters and sets figures as Newsreader does: %s', async (face) => {
  const cut = (await typefaceFiles()).get(`newsreader-english-${face}.woff2`);
  const whole = await readFile(`node_modules/@fontsource/newsreader/files/newsreader-latin-400-${face}.woff2`);
  const page = await openFreshPage({});
  const fonts = [cut, whole].map((bytes) => Buffer.from(bytes as Uint8Array).toString('base64'));
  const [cutWidths, wholeWidths] = await page.evaluate(async (all) => {
    const measured: number[][] = [];
    for (const [index, base64] of all.entries()) {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      document.fonts.add(await new FontFace(`tried-${index}`, bytes).load());
      const widths: number[] = [];
      for (const words of ['AVATAR. To', 'office flying fjord', '1936—2:55', '“Te”, ½']) {
        for (const how of [
          {},
          { fontKerning: 'none' },
          { fontVariantLigatures: 'none' },
          { fontVariantNumeric: 'lining-nums tabular-nums' },
        ]) {
          const line = document.createElement('span');
          Object.assign(line.style, { position: 'absolute', whiteSpace: 'nowrap' });
          Object.assign(line.style, { fontFamily: `tried-${index}`, fontSize: '100px', ...how });
          line.textContent = words;
          document.body.append(line);
          widths.push(line.getBoundingClientRect().width);
        }
      }
      measured.push(widths);
    }
    return measured;
  }, fonts);
  // Four lines, of which some are wider without kerning.
  expect(new Set(cutWidths).size).toBeGreaterThan(4);
  expect(cutWidths).toEqual(wholeWidths);
});
