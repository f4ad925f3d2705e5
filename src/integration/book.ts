/** What the books of the edition are set in: its typeface, a style sheet, and a cover drawn in the typeface. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Font } from 'fontkitten';
import type { Typeset } from '../outputs/epub.ts';
import { fontOf, type Typeface } from './typeface.ts';

/** The typeset of all books: in the same files of the typeface as the site's pages. */
export function typesetOf(typeface: Typeface): Typeset {
  const rules = String(typeface.get('newsreader-alone.css'))
    .replaceAll("url('./", "url('fonts/")
    // The fonts lie in the book, so its words wait for them; on the web they do not.
    .replaceAll('font-display: optional', 'font-display: block');
  return {
    css: rules + readFileSync(resolve('src/styles/book.css'), 'utf8'),
    fonts: new Map([...typeface].sort().flatMap(([name, font]) => (typeof font === 'string' ? [] : [[name, font]]))),
    cover: coverDrawing(),
  };
}

/** Size of the cover, and the margin at both sides: units of the drawing. */
const [width, height, margin] = [600, 900, 90];

/** A cover as SVG: paper, an editor's red brackets, the words as outlines, so that no program needs the typeface. */
function coverDrawing(): Typeset['cover'] {
  const [roman, italic] = [fontOf('normal'), fontOf('italic')];
  return (title, under, foot) => {
    const lines = wrapped(title, roman, title.length > 40 ? 54 : 72);
    const below = under.flatMap((line) => wrapped(line, italic, 30));
    let y = 300;
    const drawn = [...lines, ...below].map(({ words, font, size }, index) => {
      y += index === lines.length ? size * 2 : size * (index === 0 ? 0 : 1.25);
      return outline(words, font, size, y);
    });
    const bracket = (x: number, inwards: number) => `M${x + inwards} 200H${x}V${Math.round(y + 60)}H${x + inwards}`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 2}" height="${height * 2}">`,
      `<rect width="${width}" height="${height}" fill="#fbf9f4"/>`,
      `<path d="${bracket(50, 24)}${bracket(width - 50, -24)}" fill="none" stroke="#8c1c17" stroke-width="3"/>`,
      `<path d="${drawn.join('')}${outline(foot, roman, 24, height - 80)}" fill="#1c1a17"/>`,
      '</svg>\n',
    ].join('\n');
  };
}

/** Words in lines that fit between the margins; the size is of an em, at most so many units of the drawing. */
function wrapped(words: string, font: Font, most: number) {
  const room = width - 2 * margin;
  const each = words.split(' ');
  const size = Math.min(most, ...each.map((word) => (most * room) / lengthOf(word, font, most)));
  const lines: string[] = [];
  for (const word of each) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && lengthOf(longer, font, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((line) => ({ words: line, font, size }));
}

const glyphsOf = (words: string, font: Font) =>
  Array.from(words, (sign) => font.glyphForCodePoint(sign.codePointAt(0) ?? 0));

function lengthOf(words: string, font: Font, size: number): number {
  return glyphsOf(words, font).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * (size / font.unitsPerEm);
}

/** The outlines of a line of words, in the middle, as the data of an SVG path. */
function outline(words: string, font: Font, size: number, y: number): string {
  const scale = size / font.unitsPerEm;
  let x = (width - lengthOf(words, font, size)) / 2;
  return glyphsOf(words, font)
    .map(({ path, advanceWidth }) => {
      const drawn = path.transform(scale, 0, 0, -scale, x, y).toSVG();
      x += advanceWidth * scale;
      return drawn;
    })
    .join('')
    .replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 10) / 10));
}
