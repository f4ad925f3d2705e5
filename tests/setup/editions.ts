/** The editions that several files of tests read: what they hold, and where they stand. */
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeEdition, syntheticDocuments } from '../make-edition.ts';
import { makeTrialEdition } from '../site/trial-edition.ts';

/** Where a built edition is, and what it was built for. */
export interface BuiltEdition {
  readonly folder: string;
  /** Path it is served under: `/` at the root, `/tele/grams` below it. */
  readonly base: string;
  /** Scheme and host of its permalinks. */
  readonly origin: string;
}

/** One that is served to browsers. */
export interface ServedEdition extends BuiltEdition {
  /** Address it is served at, its base included, without a final slash. */
  readonly url: string;
}

export interface Edition {
  readonly base?: string;
  /** Without it, none is given to the build. */
  readonly origin?: string;
  /** Writes its content into a folder; without it, it is the content of this edition. */
  readonly write?: (folder: string) => Promise<unknown>;
}

export const editions = {
  /** This edition, as `npm run build` makes it. */
  published: {},
  /** One that tries the site with hostile words and many notes, under a sub-path. */
  trial: { base: '/tele/grams', origin: 'https://edition.example', write: makeTrialEdition },
  /** The telegram, one letter of it changed, among seven hundred made documents, under a sub-path: there search must work too. */
  large: { base: '/large', write: makeLargeEdition },
} satisfies Record<string, Edition>;

export type EditionName = keyof typeof editions;

/** The made documents of the large edition. */
export const largeDocuments = syntheticDocuments(700);
/** Persons of its register, more than a page holds. */
export const largePersons = Array.from({ length: 230 }, (_, index) => `synthetic-${index}`);

async function makeLargeEdition(folder: string): Promise<void> {
  await makeEdition(folder, largeDocuments.length);
  const file = 'documents/moscow-1936-39.mdx';
  const source = await readFile(join('content', file), 'utf8');
  // As it was before it was sealed: the ledger would rightly stop the change.
  const unsealed = source.replace(/^ +sha256: .*\n/gm, '').replace(/^ {2}- version: 2\n(?: {4}.*\n)+/m, '');
  await writeFile(join(folder, file), unsealed.replace('quite within the realms', 'quite within the realm'));
  const entries = largePersons.map((id) => `\n${id}:\n  name: ${id}\n  summary: Synthetic.\n`);
  await appendFile(join(folder, 'register/persons.yaml'), entries.join(''));
}
