/** The stand-ins for the typeface: what is said of them follows from the font itself. */
import { readFileSync } from 'node:fs';
import { create } from 'fontkitten';
import { describe, expect, test } from 'vitest';
import { typefaceFiles } from '../../src/integration/typeface.ts';

type Style = 'normal' | 'italic';

/**
 * Mean width of a character of telegram 39 in each family, in ems. Georgia's and Times New Roman's are
 * those of Gelasio and Liberation Serif, free faces drawn to their very widths.
 */
const widths: Readonly<Record<string, Readonly<Record<Style, number>>>> = {
  Georgia: { normal: 0.4416, italic: 0.4499 },
  Noto: { normal: 0.4776, italic: 0.4642 },
  Times: { normal: 0.4019, italic: 0.4035 },
};

const printed = readFileSync('tests/fixtures/telegram-39/as-printed.txt', 'utf8').trimEnd().replaceAll('\n', ' ');
const typeface = await typefaceFiles();
const rules = String(typeface.get('newsreader.css')).match(/@font-face \{.*?\n\}/gs) ?? [];

/** A face of Newsreader: mean width of a character, and what it takes above and below the line, in ems. */
function newsreader(style: Style) {
  const font = create(Buffer.from(typeface.get(`newsreader-english-${style}.woff2`) as Uint8Array));
  if (font.isCollection) throw new Error('The typeface is a collection of fonts.');
  const advances = Array.from(
    printed,
    (character) => font.glyphForCodePoint(character.codePointAt(0) as number).advanceWidth,
  );
  const ems = (length: number) => length / font.unitsPerEm;
  return {
    width: ems(advances.reduce((sum, one) => sum + one, 0) / advances.length),
    ascent: ems(font.ascent),
    descent: ems(-font.descent),
    gap: ems(font.lineGap),
  };
}

/** The percentages that a face of a family is given. */
function given(family: string, style: Style): (property: string) => number {
  const [rule, ...others] = rules.filter(
    (one) => one.includes(`'${family} for Newsreader'`) && one.includes('font-style: italic') === (style === 'italic'),
  );
  expect(others).toEqual([]);
  return (property) => Number(new RegExp(`${property}: ([\\d.]+)%`).exec(rule ?? '')?.[1]) / 100;
}

test('every face that is not Newsreader itself stands in for it, in a family measured here', () => {
  const families = rules.map((rule) => /font-family: '?([^;']+)/.exec(rule)?.[1]);
  const named = Object.keys(widths).map((family) => `${family} for Newsreader`);
  expect(new Set(families)).toEqual(new Set(['Newsreader', ...named]));
  const stack = /--serif:([^;]+)/.exec(readFileSync('src/styles/base.css', 'utf8'))?.[1];
  expect(named.filter((name) => !stack?.includes(`'${name}'`))).toEqual([]);
});

describe.each(Object.entries(widths))('%s', (family, measured) => {
  test.each(['normal', 'italic'] as const)('fills the lines of Newsreader, %s', (style) => {
    const face = newsreader(style);
    const value = given(family, style);
    const scale = value('size-adjust');
    expect(scale * measured[style]).toBeCloseTo(face.width, 3);
    // Overrides are scaled with the face.
    expect(scale * value('ascent-override')).toBeCloseTo(face.ascent, 2);
    expect(scale * value('descent-override')).toBeCloseTo(face.descent, 2);
    expect(scale * value('line-gap-override')).toBe(face.gap);
  });
});
