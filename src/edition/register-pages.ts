/** The register cut into pages that stay quick: a short one stands whole, a long one goes by letters. */

import { filingLetter, pagesOf, type PageNumber } from './pages.ts';
import { registerKinds, type RegisterEntry, type RegisterKind } from '../schema/register.ts';

/** What the four registers are called. */
export const registerTitles: Readonly<Record<RegisterKind, string>> = {
  persons: 'Persons',
  places: 'Places',
  organizations: 'Organizations',
  terms: 'Terms',
};

/** A letter of a register, with the number of its entries. */
export interface RegisterLetter {
  readonly letter: string;
  /** Address under `/register/`. */
  readonly path: string;
  readonly count: number;
}

/** One register on a page: its entries, or the letters that lead to them. */
export interface RegisterSection {
  readonly kind: RegisterKind;
  readonly letters: readonly RegisterLetter[];
  readonly entries: readonly RegisterEntry[];
}

/** A page of the register: the first, with all four registers, or one letter of one of them. */
export interface RegisterListPage {
  /** Address under `/register/`: empty, or `persons/h/`. */
  readonly path: string;
  /** Absent on the first page. */
  readonly letter?: RegisterLetter | undefined;
  readonly sections: readonly RegisterSection[];
  readonly pages?: PageNumber | undefined;
}

/**
 * Every page of the register, entries in the order in which they are filed.
 *
 * @param pageSize How many entries of one register stand on one page at most.
 */
export function registerListPages(entries: Iterable<RegisterEntry>, pageSize = 200): RegisterListPage[] {
  const { compare } = new Intl.Collator('en');
  const filed = [...entries].toSorted((a, b) => compare(a.sortName, b.sortName));
  const further: RegisterListPage[] = [];
  const sections = registerKinds.flatMap((kind): RegisterSection[] => {
    const own = filed.filter((entry) => entry.kind === kind);
    if (own.length === 0) return [];
    if (own.length <= pageSize) return [{ kind, letters: [], entries: own }];
    const byLetter = Map.groupBy(own, ({ sortName }) => filingLetter(sortName));
    const letters = [...byLetter].map(([letter, some]): RegisterLetter => {
      const list = { letter, path: `${kind}/${letter.toLowerCase()}/`, count: some.length };
      for (const { items, path, pages } of pagesOf(some, pageSize, list.path, nameOf)) {
        further.push({
          path,
          letter: list,
          sections: [{ kind, letters: [], entries: items }],
          pages,
        });
      }
      return list;
    });
    return [{ kind, letters, entries: [] }];
  });
  return [{ path: '', sections }, ...further];
}

const nameOf = ({ sortName }: RegisterEntry): string => sortName;
