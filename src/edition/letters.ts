/** Letters as they are compared and filed: one rule for addresses, names and search. */

/** Small letters without accents. */
export const unaccented = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Letters that Unicode does not divide into one of ours and a sign: each stands for those it grew from. */
const grownFrom: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
};

/** Small letters without accents, those that Unicode does not divide among them: `Ørsted` is `orsted`. */
export const inPlainLetters = (words: string): string =>
  unaccented(words).replace(/[æœøłßđðþħıŧ]/g, (letter) => grownFrom[letter] ?? letter);

/** Words as a part of an address: small letters without accents, figures, hyphens; `other` where nothing is left. */
export function slug(words: string): string {
  const hyphened = inPlainLetters(words).replace(/[^a-z0-9]+/g, '-');
  return hyphened.replace(/^-|-$/g, '') || 'other';
}

/** Words with their first letter as a capital. */
export const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The number of a character in Unicode: `U+00AD`. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The order of two strings by their characters' codes: the same in every language and on every machine. */
export const compareLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Roman numerals, and those before which a smaller one is taken away, the largest first. */
const numerals = new Map(
  Object.entries({ M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 }),
);

/** A whole number in capital Roman numerals: `4` → `IV`. */
export function roman(number: number): string {
  const [numeral, value] = [...numerals].find(([, value]) => value <= number) ?? [];
  return numeral === undefined || value === undefined ? '' : numeral + roman(number - value);
}

/** What Roman numerals say: `xiv` → 14; 0 for other words. */
export function romanValue(words: string): number {
  const values = Array.from(words.toUpperCase(), (letter) => numerals.get(letter) ?? NaN);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0) || 0;
}
