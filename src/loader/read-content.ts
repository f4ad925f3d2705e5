/** Reads a whole content folder, and says all that is wrong with it: for the check, `dev` and the build alike. */
import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { registerKinds } from '../schema/register.ts';
import { assignAnchors } from '../edition/anchors.ts';
import { identified } from '../edition/identities.ts';
import { compareIdentifiers } from '../edition/identifier.ts';
import { compareWithLedger } from '../edition/ledger-check.ts';
import { fileStart, saidAt, sortedProblems, warnedAt, type Message, type Problem } from '../edition/problems.ts';
import { checkDocument, numbersIn } from './check-document.ts';
import { misnamed, readDocumentFile, type DocumentFile } from './read-document-file.ts';
import { proseNames, readProse } from './read-prose.ts';
import { filesIn, isHidden, readRecords } from './read-records.ts';
import { readTextFile } from './text-file.ts';

/**
 * What stands in `documents/` and the folders in it, one a volume or more, save what a system or a program hides;
 * undefined where there is no `documents/`. Throws where a folder cannot be read: no document in it is gone.
 */
function namesIn(folder: string) {
  const list = (inside: string): string[] =>
    readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
      const file = `${inside}/${entry.name}`;
      if (isHidden(entry.name)) return [];
      return entry.isDirectory() ? list(file) : [file];
    });
  try {
    const { yes = [], no = [] } = Object.groupBy(list('documents'), (file) => (file.endsWith('.mdx') ? 'yes' : 'no'));
    const documents = yes.map((file) => ({ id: basename(file, '.mdx'), file }));
    return { documents: documents.sort((a, b) => compareIdentifiers(a.id, b.id)), foreign: no };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

/** What the folders beside `documents/` hold. */
const otherPlaces: readonly (readonly [folder: string, files: readonly string[]])[] = [
  ['', ['edition.yaml']],
  ['register/', registerKinds.map((kind) => `${kind}.yaml`)],
  ['prose/', proseNames.map((name) => `${name}.mdx`)],
];

/** Files that look like content and stand where, or under a name by which, nothing reads them. */
function* unreadFiles(folder: string): Generator<readonly [path: string, Message]> {
  for (const [inside, known] of otherPlaces)
    for (const { name } of filesIn(join(folder, inside)))
      if (/\.(?:mdx?|ya?ml)$/i.test(name) && !/^readme\./i.test(name) && !known.includes(name))
        yield [
          `${inside}${name}`,
          warnedAt(fileStart, 'file-unread')`
            ${inside === '' ? 'here' : `in ${inside}`} no other files of the content than ${known.join(', ')}
            ${name}, which nothing reads
            Move a document into documents/, and give another file the name it should have.`,
        ];
}

/**
 * The documents of a content folder in the order of their ids, each with its file: `documents/moscow-1936-39.mdx`.
 * Throws where a folder of theirs cannot be read.
 */
export const documentPaths = (folder: string) => namesIn(folder)?.documents ?? [];

/** Document files as this process has read them, by path: one whose text has not changed is not read again. */
export type KeptFiles = Map<string, { readonly text: string; readonly file: DocumentFile }>;

/** Reads and checks a content folder. Never throws for what is in it: that is in `problems`. */
export function readContent(folder: string, kept: KeptFiles = new Map()) {
  const shown = basename(folder);
  let names: ReturnType<typeof namesIn>;
  let unreadable: Problem | undefined;
  try {
    names = namesIn(folder);
  } catch (error) {
    const { code = '', path = folder } = error as NodeJS.ErrnoException;
    const message = saidAt(fileStart, 'folder-unreadable')`
      a folder that can be read
      one that this program may not read (${code})
      See that it is a folder and that you may read it.`;
    unreadable = { file: join(shown, relative(folder, path)), ...message };
  }
  const { personAt, ...records } = readRecords(folder);
  const { pages, problems: inProse } = readProse(folder);
  const problems: Problem[] = [...records.problems, ...records.warnings, ...inProse];
  const report = (path: string, ...found: readonly Message[]): void => {
    problems.push(...found.map((one) => ({ file: `${shown}/${path}`, ...one })));
  };
  for (const [path, message] of unreadFiles(folder)) report(path, message);
  for (const path of names?.foreign ?? []) report(path, ...misnamed(basename(path)));
  const read = new Map<string, DocumentFile & { readonly path: string }>();
  for (const { id, file: path } of names?.documents ?? []) {
    const file = readTextFile(join(folder, path), `${shown}/${path}`);
    const twin = read.get(id);
    if ('problem' in file) report(path, file.problem);
    else if (twin) {
      const idTwice = saidAt(fileStart, 'id-twice')`
        each id once, whatever folder its file stands in
        ${id}, which is also ${shown}/${twin.path}
        Rename or remove one of the two files.`;
      report(path, idTwice);
    } else {
      const earlier = kept.get(path);
      const now = earlier?.text === file.text ? earlier.file : readDocumentFile(id, file.text);
      kept.set(path, { text: file.text, file: now });
      const entry = records.ledger.documents.get(id);
      // The reader has numbered what nobody has sealed.
      const document = now.document && entry ? assignAnchors(now.document, entry) : now.document;
      read.set(id, { ...now, path, document, draft: document ?? now.draft });
    }
  }
  const anchored = [...read.values()].flatMap(({ document }) => document ?? []);
  const { documents, messages: found } = identified(anchored, records.register, personAt);
  // While a document cannot be read, nobody can say whom it names.
  if (anchored.length === read.size) report('register/persons.yaml', ...found);
  const ids = new Set(names?.documents.map(({ id }) => id));
  const drafts = new Map([...read].map(([id, { draft }]) => [id, draft]));
  const around = { ...records, ids, drafts, numbers: numbersIn(drafts.values()) };
  for (const { path, draft, messages, warnings, pointOf } of read.values())
    report(path, ...messages, ...warnings, ...checkDocument(draft, pointOf, around));
  for (const { file, ...found } of compareWithLedger(documents, records.ledger, ids)) {
    // The ledger's rules know a document's id, and not in which folder its file stands.
    report(read.get(basename(file, '.mdx'))?.path ?? file, found);
  }
  const { warnings = [], others = [] } = Object.groupBy(sortedProblems(problems), ({ isWarning }) =>
    isWarning ? 'warnings' : 'others',
  );
  const isMissing = names === undefined && records.settings === undefined && records.register.size === 0;
  const missing = saidAt(fileStart, 'content-missing')`
    a folder ${shown} with edition.yaml, documents/ and register/
    no such folder
    Create it, or set CONTENT_DIR to the folder that holds the content.`;
  return {
    documents,
    ...records,
    /** The edition's own pages, as search finds them. */
    pages,
    /** Sorted by file and place. */
    problems: unreadable ? [unreadable] : isMissing ? [{ file: shown, ...missing }] : others,
    /** What is only to be looked at, sorted likewise. */
    warnings,
  };
}
/** All that a content folder holds, and all that is wrong with it. */
export type Content = ReturnType<typeof readContent>;
