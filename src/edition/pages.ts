/** Long lists cut into pages of a fixed size, each with an address of its own; and so the register, by letters. */
import { registerKinds, type RegisterEntry } from '../schema/register.ts';
import { slug } from './letters.ts';

/** A list that pages lead to: what it is called, and where it is under the address of all such lists. */
export interface ListLink {
  readonly title: string;
  readonly path: string;
}

/** Cuts a list into pages, at least one: the first at its address, others under it (`page-2/`, no key of a part). */
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
    /** Its number, from 1, and all pages, with what stands first on each; absent where the list fits on one page. */
    pages: cut.length > 1 ? { number: index + 1, all } : undefined,
  }));
}
/** Where one page of a list stands among the others. */
export type PageNumber = NonNullable<ReturnType<typeof pagesOf>[number]['pages']>;

/** The letter that a name is filed under: `H`; `other` for what is not of the Latin alphabet. */
export function filingLetter(name: string): string {
  const filed = slug(name);
  return /^[a-z]/.test(filed) && filed !== 'other' ? filed.charAt(0).toUpperCase() : 'other';
}

/** Every page of the register, entries as they are filed; on each at most `pageSize` of one register. */
export function registerListPages(entries: Iterable<RegisterEntry>, pageSize = 200) {
  const { compare } = new Intl.Collator('en');
  const filed = [...entries].toSorted((a, b) => compare(a.sortName, b.sortName));
  const none: readonly RegisterEntry[] = [];
  const sections = registerKinds.flatMap((kind) => {
    const own = filed.filter((entry) => entry.kind === kind);
    const isLong = own.length > pageSize;
    const letters = [...Map.groupBy(isLong ? own : [], ({ sortName }) => filingLetter(sortName))].map(
      ([letter, some]) => ({ letter, path: `${kind}/${letter.toLowerCase()}/`, count: some.length, some }),
    );
    return own.length === 0 ? [] : [{ kind, letters, entries: isLong ? none : own }];
  });
  const further = sections.flatMap(({ kind, letters }) =>
    letters.flatMap((letter) =>
      pagesOf(letter.some, pageSize, letter.path, ({ sortName }) => sortName).map(({ items, ...at }) => {
        return { ...at, letter, sections: [{ kind, letters: [], entries: items }] };
      }),
    ),
  );
  // Addresses are under `/register/`. The first page has all registers, each with its entries or the letters that lead
  // to them; each of the others has one letter of one of them.
  return [{ path: '', letter: undefined, pages: undefined, sections }, ...further];
}
