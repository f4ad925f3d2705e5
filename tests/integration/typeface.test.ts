/** The typeface as it is cut: small enough, the same every time, and still Newsreader. */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { englishSigns, faces, typefaceFiles, type Face } from '../../src/integration/typeface.ts';

const files = await typefaceFiles();
const rules = String(files.get('newsreader.css'))
  .split('\n\n')
  .filter((rule) => rule.includes('url('));

const read = (bytes: Uint8Array | string | undefined): Font => {
  const font = create(Buffer.from(bytes as Uint8Array));
  if (font.isCollection) throw new Error('A file holds several fonts.');
  return font;
};
const source = (face: Face): Font =>
  read(readFileSync(`node_modules/@fontsource/newsreader/files/newsreader-latin-400-${face}.woff2`));

test('what a page in English loads is at most 35 kB', () => {
  const sizes = faces.map((face) => files.get(`newsreader-english-${face}.woff2`)?.length ?? Infinity);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(35_000);
});

test('the files are the same at every call, to the byte', async () => {
  const again = await typefaceFiles();
  expect([...again.keys()]).toEqual([...files.keys()]);
  for (const [name, content] of files)
    expect(Buffer.from(again.get(name) ?? '').equals(Buffer.from(content))).toBe(true);
});

describe.each(faces)('%s', (face) => {
  const whole = source(face);
  const english = read(files.get(`newsreader-english-${face}.woff2`));
  const further = read(files.get(`newsreader-further-latin-${face}.woff2`));

  test('has every sign of English as Newsreader draws it', () => {
    for (const sign of englishSigns) {
      const point = sign.codePointAt(0) ?? 0;
      expect(english.hasGlyphForCodePoint(point), sign).toBe(true);
      expect(english.glyphForCodePoint(point).advanceWidth, sign).toBe(whole.glyphForCodePoint(point).advanceWidth);
    }
    const metrics = ({ ascent, descent, lineGap, unitsPerEm }: Font) => [ascent, descent, lineGap, unitsPerEm];
    expect(metrics(english)).toEqual(metrics(whole));
  });

  test('loses no sign of the whole face: what English does not need stands in a further file', () => {
    const signs = whole.characterSet.filter((point) => point >= 0x20 && point < 0xfffd);
    const lost = signs.filter((point) => !english.hasGlyphForCodePoint(point) && !further.hasGlyphForCodePoint(point));
    expect(lost).toEqual([]);
  });
});

test('a browser is told which signs each file has, no sign twice', () => {
  const said = rules.map((rule) => ({
    file: /url\('\.\/(.*?)'\)/.exec(rule)?.[1] ?? '',
    points: (/unicode-range: ([^;]*)/.exec(rule)?.[1] ?? '').split(',').flatMap((part) => {
      const [first = 0, last = first] = part
        .replace('U+', '')
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  }));
  expect(said.map(({ file }) => file)).toEqual([...files.keys()].filter((name) => name.endsWith('.woff2')));
  for (const { file, points } of said.filter(
    (one) => !one.file.includes('-further-n') && !one.file.includes('-further-i'),
  )) {
    const font = read(files.get(file));
    expect(
      points.filter((point) => !font.hasGlyphForCodePoint(point)),
      file,
    ).toEqual([]);
  }
  const english = new Set(said[0]?.points);
  expect(said[1]?.points.filter((point) => english.has(point))).toEqual([]);
});
