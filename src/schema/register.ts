/** The registers of persons, places, organizations and terms. */
import { z } from 'zod';

import { matching, optional, several, words, type Immutable } from './scalars.ts';

/** The four registers, in the order in which they are shown. */
export const registerKinds = ['persons', 'places', 'organizations', 'terms'] as const;
export type RegisterKind = (typeof registerKinds)[number];

const authority = z.strictObject({
  scheme: z.enum(['wikidata', 'geonames', 'viaf', 'lcnaf', 'gnd', 'frus']).describe('The authority file.'),
  value: matching(/^[A-Za-z0-9_./-]+$/, 'an identifier such as Q649').describe(
    'The identifier in it, as it was seen: `Q649`.',
  ),
});

const statement = z.strictObject({
  text: words().describe('What is said of the entry, in one sentence.'),
  source: words().describe('Where it was learned.'),
  certainty: z.enum(['confirmed', 'inferred']).describe('`confirmed` by the source, or `inferred` by the edition.'),
});

const entryFields = {
  name: words().describe('The name as a heading: `Loy W. Henderson`.'),
  sortName: optional(words(), 'The name as it is filed: `Henderson, Loy W.`', 'family and given name, else the name'),
  variants: optional(z.array(words()), 'Other spellings by which search finds it too: `[Peiping, Beijing]`.', 'none'),
  summary: words().describe('One line that tells it from others: dates of life, what it is.'),
  statements: several(statement, 'What is known of it, each with its source.', 'nothing'),
  authorities: several(authority, 'Its identifiers in authority files, only those that were seen.', 'none'),
};

const nameParts = {
  given: optional(words(), 'Given names, as citations need them: `Loy W.`', 'none'),
  family: optional(words(), 'Family name, as citations need it: `Henderson`.', 'none'),
};

const printedName = z.strictObject({
  name: words().describe('The name as headings print it: `Gilbert`.'),
  office: optional(words(), 'The office as they print it: `Consul at Geneva`.', 'any office, or none'),
  years: optional(
    matching(/^\d{4}(?:[–-]\d{4})?$/, 'a year or two with a dash between, such as 1934–1938'),
    'The years of the documents: `1936`, `1934–1938`.',
    'any year',
  ),
  volume: optional(words(), 'The key of the volume that prints it.', 'any volume'),
});

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const register = <Entry extends z.ZodType>(entry: Entry) =>
  z.record(id, entry, { error: 'entries, each under its id (small letters, figures, hyphens)' });

/** A register as its file writes it: entries under their ids; the kind is the file's. */
export const registerFile = {
  persons: register(
    z.strictObject({
      ...entryFields,
      ...nameParts,
      printedAs: several(
        printedName,
        'How headings print the person: a correspondent whom a record knows by such a name alone is this person.',
        'only records that give the id name the person',
      ),
    }),
  ),
  // A place that an import made has no more than its name.
  places: register(
    z.strictObject({
      ...entryFields,
      summary: optional(entryFields.summary, 'One line that tells it from others: dates of life, what it is.', 'none'),
    }),
  ),
  organizations: register(z.strictObject(entryFields)),
  terms: register(z.strictObject(entryFields)),
} as const satisfies Record<RegisterKind, z.ZodType>;

type PersonFile = Immutable<z.output<typeof registerFile.persons>[string]>;
type EntryFile = Omit<PersonFile, 'summary' | 'printedAs'> & {
  readonly summary?: string | undefined;
  readonly printedAs?: PersonFile['printedAs'];
};

/** A person, place, organization or term that the documents name. */
export interface RegisterEntry extends EntryFile {
  readonly id: string;
  readonly kind: RegisterKind;
  /** The name as it is filed: `Henderson, Loy W.` Equal to `name` where nothing is inverted. */
  readonly sortName: string;
}
/** An identifier in a public authority file that was seen, never guessed. */
export type Authority = RegisterEntry['authorities'][number];
/** All registers as one: looks an entry up by its id. */
export type Register = ReadonlyMap<string, RegisterEntry>;

/** One entry of a register, complete. */
export function completeEntry(kind: RegisterKind, id: string, entry: EntryFile): RegisterEntry {
  const { name, given, family } = entry;
  return { ...entry, id, kind, sortName: entry.sortName ?? (given && family ? `${family}, ${given}` : name) };
}
