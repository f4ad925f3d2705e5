/**
 * The typeface, cut to what pages need: the files of `@typeface`.
 *
 * Newsreader's two faces for Latin text weigh 46,820 bytes; the signs that pages in English print weigh two
 * thirds of that. All others stand in files of their own, which a browser asks for when a page has such a sign.
 * Astro's own fonts API makes no stand-in for italics and none for faces other than one, and text would move.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const files = (name: string) => resolve(`@fontsource/newsreader/${name}`);

/** The bytes of a face as its makers give it. */
const faceOf = (face: Face, subset: 'latin' | 'latin-ext' = 'latin'): Buffer =>
  readFileSync(files(`files/newsreader-${subset}-400-${face}.woff2`));

/** A face for Latin text, to be measured and drawn. */
export function fontOf(face: Face): Font {
  const font = create(faceOf(face));
  if (font.isCollection) throw new Error('Newsreader is no longer a file a face.');
  return font;
}

const letters = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');

/** The signs of pages in English, as *Foreign Relations* and this edition print them. */
export const englishSigns = `${letters}\u00A0–—‘’“”›…¶§°£©·×−½¼¾àáâãäçèéêëíîïñóôöúûüÉ`;

/** The roman and the italic. */
export const faces = ['normal', 'italic'] as const;
export type Face = (typeof faces)[number];

/**
 * Faces that systems have, under the names that systems give them, and how far each is scaled to Newsreader’s width,
 * in percent: a line holds as many words in it, and nothing moves when the next page is drawn in Newsreader.
 * tests/styles/stand-ins.test.ts reckons them.
 */
const standIns: readonly (readonly [family: string, face: Face, scale: number, ...names: string[]])[] = [
  ['Georgia', 'normal', 96.3, 'Georgia'],
  ['Georgia', 'italic', 88.4, 'Georgia Italic'],
  ['Noto', 'normal', 89, 'Noto Serif', 'NotoSerif'],
  ['Noto', 'italic', 85.7, 'Noto Serif Italic', 'NotoSerif-Italic'],
  ['Times', 'normal', 105.8, 'Times New Roman', 'Liberation Serif', 'Tinos'],
  ['Times', 'italic', 98.6, 'Times New Roman Italic', 'Liberation Serif Italic', 'Tinos Italic'],
];

/** The rules of one face’s stand-ins, which take the height of a line from the face itself. */
function standInRules(face: Face, { ascent, descent, unitsPerEm }: Font): string[] {
  const own = standIns.filter(([, of]) => of === face);
  return own.map(([family, , scale, ...names]) => {
    const share = (height: number) => `${Math.round((height / unitsPerEm / scale) * 1e5) / 10}%`;
    return `@font-face {
  font-family: '${family} for Newsreader';
  font-style: ${face};
  src: ${names.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${scale}%;
  ascent-override: ${share(ascent)};
  descent-override: ${share(-descent)};
  line-gap-override: 0%;
}
`;
  });
}

/** Files by name. */
export type Typeface = ReadonlyMap<string, Uint8Array | string>;

/**
 * Makes the files of the typeface: their bytes by name, the same at every call, with the style sheets that name them:
 * `newsreader.css` with the stand-ins, `newsreader-alone.css` without.
 */
export async function typefaceFiles(): Promise<Typeface> {
  const ranges = JSON.parse(readFileSync(files('unicode.json'), 'utf8')) as { 'latin-ext': string };
  const english = new Set(Array.from(englishSigns, (sign) => sign.codePointAt(0) ?? 0));
  const made = new Map<string, Uint8Array | string>();
  const rules: string[] = [];
  const standInsOf: string[] = [];
  for (const face of faces) {
    const cut = (points: Iterable<number>) =>
      subsetFont(faceOf(face), String.fromCodePoint(...points), { targetFormat: 'woff2' });
    const font = fontOf(face);
    // A space or a control character is in every page, and asks for no file of its own.
    const latin = font.characterSet.filter((point) => point > 0xa0 && point < 0xfffd && !english.has(point));
    standInsOf.push(...standInRules(face, font));
    const parts = [
      ['english', await cut(english), unicodeRange([...english])],
      ['further-latin', await cut(latin), unicodeRange(latin)],
      ['further', faceOf(face, 'latin-ext'), ranges['latin-ext']],
    ] as const;
    for (const [part, bytes, range] of parts) {
      made.set(`newsreader-${part}-${face}.woff2`, bytes);
      rules.push(`@font-face {
  font-family: Newsreader;
  font-style: ${face};
  font-weight: 400;
  font-display: optional;
  src: url('./newsreader-${part}-${face}.woff2') format('woff2');
  unicode-range: ${range};
}
`);
    }
  }
  made.set('newsreader-alone.css', rules.join('\n'));
  return made.set('newsreader.css', [...standInsOf, ...rules].join('\n'));
}

/** Code points as a `unicode-range`, neighbours in one. */
function unicodeRange(points: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const point of points.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === point - 1) run[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase();
  return runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',');
}
