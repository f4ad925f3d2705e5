/** Who the printed names are, by what the register says of how headings print persons; no record is rewritten. */
import type { Correspondent } from '../schema/frontmatter.ts';
import type { PrintedName, Register } from '../schema/register.ts';
import type { EditionDocument } from './document.ts';

/** One line of `printedAs`, with the person it stands under. */
export interface PrintedPerson extends PrintedName {
  readonly id: string;
  /** Its place in the list of its entry. */
  readonly index: number;
}

/** What is wrong with a line: no correspondent is printed so, or one that is belongs to another person as well. */
export type IdentityFault = { readonly line: PrintedPerson } & (
  | { readonly fault: 'nobody' }
  | { readonly fault: 'ambiguous'; readonly other: PrintedPerson; readonly document: string }
);

/** Gives correspondents their persons, in the records of the documents, and says what is wrong with the register. */
export function identified(documents: readonly EditionDocument[], register: Register) {
  const lines = [...register.values()].flatMap(({ id, kind, printedAs = [] }): PrintedPerson[] =>
    kind === 'persons' ? printedAs.map((line, index) => ({ ...line, id, index })) : [],
  );
  const byName = Map.groupBy(lines, ({ name }) => name);
  const used = new Set<PrintedPerson>();
  const ambiguous = new Map<PrintedPerson, IdentityFault>();
  const personOf = (correspondent: Correspondent, document: EditionDocument): Correspondent => {
    const { person, name = '', office } = correspondent;
    if (person !== undefined) return correspondent;
    const { dateSent, dateReceived, source } = document.record;
    const { volume } = source;
    const year = (dateSent ?? dateReceived)?.date.slice(0, 4) ?? '';
    const fitting = (byName.get(name) ?? []).filter(
      (line) => (line.office ?? office) === office && (line.volume ?? volume) === volume && isIn(line.years, year),
    );
    for (const line of fitting) used.add(line);
    const [first] = fitting;
    if (first === undefined) return correspondent;
    const other = fitting.find(({ id }) => id !== first.id);
    if (other === undefined) return { ...correspondent, person: first.id };
    ambiguous.set(other, { line: other, fault: 'ambiguous', other: first, document: document.id });
    return correspondent;
  };
  const known =
    byName.size === 0
      ? documents
      : documents.map((document): EditionDocument => {
          const all = (field: 'sender' | 'recipient' | 'participants') =>
            document.record[field].map((one) => personOf(one, document));
          const known = { sender: all('sender'), recipient: all('recipient'), participants: all('participants') };
          return { ...document, record: { ...document.record, ...known } };
        });
  const nobody = lines.filter((line) => !used.has(line)).map((line): IdentityFault => ({ line, fault: 'nobody' }));
  return { documents: known, faults: [...ambiguous.values(), ...nobody] };
}

/** Whether a year is one of `1936` or `1934–1938`; without a limit every one is, and none at all. */
function isIn(years: string | undefined, year: string): boolean {
  if (years === undefined) return true;
  const [first = '', last = first] = years.split(/[–-]/);
  return first <= year && year <= last;
}
