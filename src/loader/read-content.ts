/** Reads a whole content folder: for the checker, and for the loaders of the site. */
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { assignAnchors } from '../edition/anchors.ts';

import type { EditionDocument } from '../edition/document.ts';
import { compareIdentifiers } from '../edition/identifier.ts';
import { compareWithLedger } from '../edition/ledger-check.ts';
import { entryOf, type Ledger } from '../edition/ledger.ts';
import { fileStart, messageAt, sortedProblems, type Message, type Problem } from '../edition/problems.ts';

import { checkDocument, type Surroundings } from './check-document.ts';
import type { KeptTrees } from './kept-trees.ts';
import { keptDocumentFile, misnamed, type DocumentFile, type Draft } from './read-document-file.ts';
import { readRecords } from './read-records.ts';
import { readTextFile } from './text-file.ts';
import type { Register } from '../schema/register.ts';
import type { EditionSettings } from '../schema/settings.ts';

/** All that a content folder holds, and all that is wrong with it. */
export interface Content {
  /** Documents without problems of their own, in the order of their ids. */
  readonly documents: readonly EditionDocument[];
  readonly register: Register;
  /** Absent where edition.yaml has problems. */
  readonly settings: EditionSettings | undefined;
  /** What was sealed: nothing, where there is no `permalinks.json` yet or it is broken. */
  readonly ledger: Ledger;
  /** Sorted by file and place. */
  readonly problems: readonly Problem[];
}

/** The names of the document files of a content folder, without `.mdx`, in the order of ids; undefined without the folder. */
export async function documentIds(folder: string): Promise<string[] | undefined> {
  const names = await filesOfDocuments(folder);
  return names && idsOf(names);
}

function idsOf(names: readonly string[]): string[] {
  return names
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
    .sort(compareIdentifiers);
}

/** The files in `documents/`, save those that a system hides; undefined without the folder. */
async function filesOfDocuments(folder: string): Promise<string[] | undefined> {
  try {
    const entries = await readdir(join(folder, 'documents'), { withFileTypes: true });
    return entries.filter((entry) => !entry.isDirectory() && !/^[.~]/.test(entry.name)).map(({ name }) => name);
  } catch {
    return undefined;
  }
}

/** Document files as read before, by id: one whose text has not changed is not read again. */
export type KeptFiles = Map<string, { readonly text: string; readonly file: DocumentFile }>;

/**
 * Reads and checks a content folder. Never throws for what is in it: that is in `problems`.
 *
 * @param kept what this process has read before
 * @param trees what earlier runs have read
 */
export async function readContent(folder: string, kept: KeptFiles = new Map(), trees?: KeptTrees): Promise<Content> {
  const shown = basename(folder);
  const names = await filesOfDocuments(folder);
  const records = await readRecords(folder, shown);
  const problems: Problem[] = [...records.problems];
  if (names === undefined && records.settings === undefined && records.register.size === 0) {
    const missing = messageAt(fileStart, 'content-missing', {
      expected: `a folder ${shown} with edition.yaml, documents/ and register/`,
      actual: 'no such folder',
      mend: 'Create it, or set CONTENT_DIR to the folder that holds the content.',
    });
    return { documents: [], ...records, problems: [{ file: shown, ...missing }] };
  }
  for (const name of names ?? []) {
    const foreign = name.endsWith('.mdx') ? undefined : misnamed(name);
    if (foreign) problems.push({ file: `${shown}/documents/${name}`, ...foreign });
  }
  const files: DocumentFile[] = [];
  const ids = idsOf(names ?? []);
  for (const id of ids) {
    const file = `${shown}/documents/${id}.mdx`;
    const read = await readTextFile(join(folder, 'documents', `${id}.mdx`), file);
    if ('problem' in read) {
      problems.push({ file, ...read.problem });
      continue;
    }
    const earlier = kept.get(id);
    const now = earlier?.text === read.text ? earlier.file : await keptDocumentFile(id, read.text, trees);
    kept.set(id, { text: read.text, file: now });
    files.push(now);
  }
  const drafts = new Map<string, Draft>();
  const around = { ...records, ids: new Set(ids), drafts };
  const documents: EditionDocument[] = [];
  for (const { id, draft, document } of files) {
    const anchored = document && assignAnchors(document, entryOf(records.ledger, id));
    if (anchored) documents.push(anchored);
    drafts.set(id, anchored ?? draft);
  }
  for (const file of files) {
    const found = [...file.messages, ...problemsAround(file, around)];
    problems.push(...found.map((one) => ({ file: `${shown}/documents/${file.id}.mdx`, ...one })));
  }
  const broken = compareWithLedger(documents, records.ledger, around.ids);
  problems.push(
    ...broken.map(({ document, ...found }) => ({
      file: `${shown}/${document === undefined ? 'permalinks.json' : `documents/${document}.mdx`}`,
      ...found,
    })),
  );
  return { documents, ...records, problems: sortedProblems(problems) };
}

/** What only the whole edition can tell of a document; places are looked for only where there is something to say. */
function problemsAround(file: DocumentFile, around: Surroundings): Message[] {
  const draft = around.drafts.get(file.id) ?? file.draft;
  const found = checkDocument(draft, file.pointOf, around);
  if (found.length === 0 || file.readAgain === undefined) return found;
  return checkDocument(draft, file.readAgain().pointOf, around);
}
