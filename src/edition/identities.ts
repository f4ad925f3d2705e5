/** Who the printed names are, by what the register says of how headings print persons; no record is rewritten. */
import type { Correspondent } from '../schema/frontmatter.ts';
import type { Register } from '../schema/register.ts';
import type { EditionDocument, Point } from './document.ts';
import { heldIn, saidAt, type Message } from './problems.ts';

/** Where a line of `printedAs` stands in the register of persons. */
type PointOf = (path: readonly [id: string, list: 'printedAs', index: number]) => Point;

/** Gives correspondents their persons, in the records of the documents, and says what is wrong with the register. */
export function identified(documents: readonly EditionDocument[], register: Register, pointOf: PointOf) {
  const lines = [...register.values()].flatMap(({ id, kind, printedAs = [] }) =>
    kind === 'persons' ? printedAs.map((line, index) => ({ ...line, id, index })) : [],
  );
  const byName = Map.groupBy(lines, ({ name }) => name);
  const used = new Set<object>();
  const ambiguous = new Map<object, Message>();
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
    const printedAsTwo = saidAt(pointOf([other.id, 'printedAs', other.index]), 'printed-as-two')`
      one person for a printed name, office and year
      ${name} of ${document.id}, who would be ${first.id} and ${other.id}
      Give office, years or volume in both entries, so that only one fits; or give the document’s record the person.`;
    ambiguous.set(other, printedAsTwo);
    return correspondent;
  };
  const known = documents.map((document): EditionDocument => {
    const all = (field: 'sender' | 'recipient' | 'participants') =>
      document.record[field].map((one) => personOf(one, document));
    const known = { sender: all('sender'), recipient: all('recipient'), participants: all('participants') };
    return { ...document, record: { ...document.record, ...known } };
  });
  const messages = [...ambiguous.values()];
  for (const { id, index, name } of lines.filter((line) => !used.has(line)))
    heldIn(messages, saidAt(pointOf([id, 'printedAs', index]), 'printed-as-nobody'))`
      a name, office and year that some sender, recipient or participant is printed with, and no person given
      ${name}, whom no record gives so
      Write name and office as the records have them, or remove these lines.`;
  return { documents: known, messages };
}

/** Whether a year is one of `1936` or `1934–1938`; without a limit every one is, and none at all. */
function isIn(years: string | undefined, year: string): boolean {
  if (years === undefined) return true;
  const [first = '', last = first] = years.split(/[–-]/);
  return first <= year && year <= last;
}
