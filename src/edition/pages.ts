/** Long lists cut into pages of a fixed size, each with an address of its own. */

/** Where one page of a list stands among the others. */
export interface PageNumber {
  /** From 1. */
  readonly number: number;
  /** All pages: the address of each, and what stands first on it. */
  readonly all: readonly { readonly path: string; readonly from: string }[];
}

/** One page of a list. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly path: string;
  /** Absent where the list fits on one page. */
  readonly pages: PageNumber | undefined;
}

/**
 * Cuts a list into pages. The first keeps the address of the list; the others stand under it, as
 * `page-2/`, which is no key of a year, month, person or file. There is always a first page.
 *
 * @param nameOf What an item is called, for the links that say where a page begins.
 */
export function pagesOf<Item>(
  items: readonly Item[],
  size: number,
  path: string,
  nameOf: (item: Item) => string,
): ListPage<Item>[] {
  const cut = Array.from({ length: Math.max(1, Math.ceil(items.length / size)) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
  const all = cut.map(([first], index) => ({
    path: index === 0 ? path : `${path}page-${index + 1}/`,
    from: first === undefined ? '' : nameOf(first),
  }));
  return cut.map((some, index) => ({
    items: some,
    path: all[index]?.path ?? path,
    pages: cut.length > 1 ? { number: index + 1, all } : undefined,
  }));
}

/** Words as a part of an address: small letters without accents, figures, hyphens; `other` where nothing is left. */
export function slug(words: string): string {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'other';
}

/** The letter that a name is filed under: `H`; `other` for what is not of the Latin alphabet. */
export function filingLetter(name: string): string {
  const letter = slug(name).charAt(0);
  return /[a-z]/.test(letter) && slug(name) !== 'other' ? letter.toUpperCase() : 'other';
}
