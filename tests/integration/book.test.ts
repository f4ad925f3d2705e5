/** What books are set in: the typeface of the pages, and a cover that no reader of books needs a typeface for. */
import { expect, test } from 'vitest';
import { typesetOf } from '../../src/integration/book.ts';
import { typefaceFiles } from '../../src/integration/typeface.ts';

const { css, fonts, cover } = typesetOf(await typefaceFiles());

test('the style sheet of a book names its own files of the typeface, which its words wait for, and nothing else', () => {
  const named = Array.from(css.matchAll(/url\('fonts\/([^']+)'\)/g), ([, name]) => name);
  expect(named.toSorted()).toEqual([...fonts.keys()]);
  for (const font of fonts.values()) expect(font.length).toBeGreaterThan(1000);
  expect(css.match(/url\(/g)).toHaveLength(named.length);
  expect(css.match(/font-display: block/g)).toHaveLength(named.length);
  expect(css).toContain('.cover');
});

test('a cover is paper, brackets and outlines of its words', async () => {
  await expect(cover('The I', ['HL', 'I', 'T'], 'I')).toMatchFileSnapshot('../fixtures/cover.svg');
});

test('the words of a cover are drawn in the middle between its margins, those of a long title smaller', () => {
  const drawn = (title: string, ...under: string[]) => {
    const svg = cover(title, under, 'The Manchuria File');
    const [brackets = '', words = ''] = Array.from(svg.matchAll(/ d="([^"]*)"/g), ([, path]) => path);
    const points = Array.from(words.matchAll(/(-?[\d.]+) (-?[\d.]+)/g), ([, x, y]) => [Number(x), Number(y)] as const);
    const [left, right] = [Math.min, Math.max].map((most) => most(...points.map(([x]) => x)));
    const lines = points.filter(([, y]) => y < 780).map(([, y]) => y);
    return {
      left,
      right,
      top: Math.min(...lines),
      foot: Math.max(...lines),
      end: Number(/V(\d+)/.exec(brackets)?.[1]),
    };
  };
  const short = drawn('The Far East', 'Foreign Relations of the United States');
  const long = drawn('The Far East, the Near East, and what lies between them both', 'Foreign Relations', 'vol. 4');
  const word = drawn('Außenhandelsministerium', 'Foreign Relations');
  for (const { left = 0, right = 0, foot, end } of [short, long, word]) {
    // A letter may reach a little further than its room.
    expect(left).toBeGreaterThan(89);
    expect(left + right).toBeCloseTo(600, -1);
    expect(end - foot).toBeGreaterThan(40);
    expect(end - foot).toBeLessThan(61);
  }
  // The first line stands on 300.
  expect((300 - short.top) / (300 - long.top)).toBeCloseTo(72 / 54, 1);
  expect(long.end).toBeGreaterThan(short.end);
});
