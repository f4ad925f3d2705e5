/** Long lists cut into pages of a fixed size, each with an address of its own; and so the register, by letters. */
import { registerKinds, type RegisterEntry, type RegisterKind } from '../schema/register.ts';
import { inPlainLetters } from './letters.ts';

/** Where one page of a list stands among the others. */
export interface PageNumber {
  /** From 1. */
  readonly number: number;
  /** All pages: the address of each, and what stands first on it. */
  readonly all: readonly { readonly path: string; readonly from: string }[];
}

/**
 * Cuts a list into pages, at least one: the first has the address of the list, the others stand under it as `page-2/`,
 * which is no key of a year, month, person or file. `nameOf` says with what a page begins.
 */
export function pagesOf<Item>(items: readonly Item[], size: number, path: string, nameOf: (item: Item) => string) {
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
    /** Absent where the list fits on one page. */
    pages: cut.length > 1 ? ({ number: index + 1, all } satisfies PageNumber) : undefined,
  }));
}

/** Words as a part of an address: small letters without accents, figures, hyphens; `other` where nothing is left. */
export function slug(words: string): string {
  return (
    inPlainLetters(words)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'other'
  );
}

/** The letter that a name is filed under: `H`; `other` for what is not of the Latin alphabet. */
export function filingLetter(name: string): string {
  const filed = slug(name);
  return /^[a-z]/.test(filed) && filed !== 'other' ? filed.charAt(0).toUpperCase() : 'other';
}

/** What the four registers are called. */
export const registerTitles: Readonly<Record<RegisterKind, string>> = {
  persons: 'Persons',
  places: 'Places',
  organizations: 'Organizations',
  terms: 'Terms',
};

/** A letter of a register, with its address under `/register/` and the number of its entries. */
interface RegisterLetter {
  readonly letter: string;
  readonly path: string;
  readonly count: number;
}

/** A page of the register: the first, with all four registers, or one letter of one of them. */
export interface RegisterListPage {
  /** Address under `/register/`: empty, or `persons/h/`. */
  readonly path: string;
  /** Absent on the first page. */
  readonly letter?: RegisterLetter | undefined;
  /** The registers on the page: the entries of each, or the letters that lead to them. */
  readonly sections: readonly {
    readonly kind: RegisterKind;
    readonly letters: readonly RegisterLetter[];
    readonly entries: readonly RegisterEntry[];
  }[];
  readonly pages?: PageNumber | undefined;
}

/** Every page of the register, entries as they are filed; on each at most `pageSize` of one register. */
export function registerListPages(entries: Iterable<RegisterEntry>, pageSize = 200): RegisterListPage[] {
  const { compare } = new Intl.Collator('en');
  const filed = [...entries].toSorted((a, b) => compare(a.sortName, b.sortName));
  const further: RegisterListPage[] = [];
  const sections = registerKinds.flatMap((kind): RegisterListPage['sections'] => {
    const own = filed.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    if (own.length <= pageSize) return [{ kind, letters: [], entries: own }];
    const byLetter = Map.groupBy(own, ({ sortName }) => filingLetter(sortName));
    const letters = [...byLetter].map(([letter, some]): RegisterLetter => {
      const list = { letter, path: `${kind}/${letter.toLowerCase()}/`, count: some.length };
      const cut = pagesOf(some, pageSize, list.path, ({ sortName }) => sortName);
      further.push(
        ...cut.map(({ items, ...at }) => ({ ...at, letter: list, sections: [{ kind, letters: [], entries: items }] })),
      );
      return list;
    });
    return [{ kind, letters, entries: [] }];
  });
  return [{ path: '', sections }, ...further];
}
