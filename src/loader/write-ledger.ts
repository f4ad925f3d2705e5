/** Seals a content folder: writes the ledger's files, and each fingerprint into the record of its document. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { EditionDocument } from '../edition/document.ts';
import { concerns, seal, type Renaming, type SealRequest } from '../edition/ledger-seal.ts';
import { readIds, sealedTextName, sealedVersions, writeIds, writeLedgerFile } from '../edition/ledger.ts';
import type { Ledger, SealedVersion } from '../edition/ledger.ts';
import { printedText } from '../edition/printed-text.ts';
import { sortedProblems, type Problem } from '../edition/problems.ts';
import { documentPaths, readContent } from './read-content.ts';
import { readLedgerFolder } from './read-records.ts';
import { createFile, replaceFile, textIn } from './text-file.ts';

/**
 * Seals documents of a content folder, all where no ids are given; where anything is wrong with them, writes nothing.
 * Says how many were `asked` for, why they were not sealed, or what was and whether a file changed. Throws an Error
 * with a sentence for the editor where another seal came between.
 */
export function sealFolder(
  folder: string,
  ids: readonly string[] = [],
  { removed = [], renamed = [] }: Pick<SealRequest, 'removed' | 'renamed'> = {},
) {
  const content = readContent(folder);
  const { ledger, problems } = readLedgerFolder(folder);
  const present = new Set(documentPaths(folder).map(({ id }) => id));
  const stated = [...removed.map(({ document }) => document), ...renamed.map(({ to }) => to)];
  const chosen = ids.length > 0 ? new Set([...ids, ...stated]) : present;
  // Whether the documents keep their promises is judged by `seal`, with what was stated to be removed or renamed.
  const others = content.problems.filter(({ code }) => !code.startsWith('ledger-'));
  const sealing = seal(content.documents, ledger, { ids: chosen, removed, renamed, present });
  const documents = content.documents.filter(({ id }) => chosen.has(id));
  // A text as this seal writes it may be there before its ledger file: another seal is at work, or was interrupted.
  const isOwnText = (name: string): boolean => {
    const own = documents.find(({ id }) => name === sealedTextName(id, sealing.ledger.documents.get(id)?.version ?? 0));
    return own !== undefined && textIn(join(folder, 'ledger', name)) === printedText(own);
  };
  const isTakenUp = ({ file, code }: Problem): boolean =>
    code === 'ledger-unlisted' || (code === 'ledger-file-foreign' && isOwnText(basename(file)));
  const unreadable = [...others, ...problems.filter((one) => !isTakenUp(one))];
  const inTheWay = unreadable.filter(({ file }) => concerns(file, chosen, present));
  const broken = sealing.problems.map((one) => ({ ...one, file: `${basename(folder)}/${one.file}` }));
  const found = sortedProblems(inTheWay.length > 0 ? inTheWay : broken);
  const written = found.length === 0 && writeLedger(folder, ledger, sealing.ledger, documents, renamed);
  return { asked: chosen.size, problems: found, changes: sealing.changes, written };
}

/**
 * Writes a new ledger over the one that was read; says whether any file changed. Each file is written at one stroke,
 * first the sealed text, which is never overwritten, then the ledger file, the list of ids, the record: so another seal
 * at the same time loses nothing, and one that is interrupted is taken up by the next.
 */
function writeLedger(
  folder: string,
  before: Ledger,
  after: Ledger,
  documents: readonly EditionDocument[],
  renamed: readonly Renaming[],
): boolean {
  const inLedger = (name: string): string => join(folder, 'ledger', name);
  mkdirSync(inLedger(''), { recursive: true });
  for (const { from, to } of renamed) {
    for (const { version } of sealedVersions(before.documents.get(from))) {
      const text = readFileSync(inLedger(sealedTextName(from, version)), 'utf8');
      createText(inLedger(sealedTextName(to, version)), text);
    }
  }
  const old = filesOf(before);
  const changed = [...filesOf(after)].filter(([id, text]) => text !== old.get(id));
  const byId = new Map(documents.map((document) => [document.id, document]));
  for (const [id, text] of changed) {
    const [entry, document, file] = [after.documents.get(id), byId.get(id), inLedger(`${id}.json`)];
    if (entry && document) createText(inLedger(sealedTextName(id, entry.version)), printedText(document));
    const found = textIn(file)?.replaceAll('\r\n', '\n');
    if (found !== old.get(id) && found !== text) throw sealedMeanwhile(file);
    replaceFile(file, text);
  }
  const listed = listIds(inLedger(''));
  const paths = new Map(documentPaths(folder).map(({ id, file }) => [id, join(folder, file)]));
  const recorded = documents.filter(({ id }) =>
    writeFingerprints(paths.get(id) ?? '', sealedVersions(after.documents.get(id))),
  );
  return changed.length > 0 || listed || recorded.length > 0;
}

/** The texts of a ledger's files, by id. */
function filesOf({ documents, redirects }: Ledger): Map<string, string> {
  const former = [...redirects].map(([id, movedTo]) => [id, { movedTo }] as const);
  return new Map([...documents, ...former].map(([id, holds]) => [id, writeLedgerFile(id, holds)]));
}

/** Brings every id that has a ledger file into the list, again where another seal changed it meanwhile. */
function listIds(folder: string): boolean {
  const file = join(folder, 'ids.txt');
  for (let changed = false; ; changed = true) {
    const listed = textIn(file);
    const sealed = readdirSync(folder).filter((name) => /^[^.~].*\.json$/.test(name));
    const ids = writeIds([...readIds(listed ?? ''), ...sealed.map((name) => basename(name, '.json'))]);
    if (listed === ids) return changed;
    replaceFile(file, ids);
  }
}

const sealedMeanwhile = (file: string): Error =>
  new Error(`Another seal has written ${file} with other words. Look at it, then run \`npm run seal\` again.`);

/** Writes a sealed text where there is none yet. */
function createText(file: string, text: string): void {
  if (!createFile(file, text) && textIn(file) !== text) throw sealedMeanwhile(file);
}

/** Writes the fingerprints of versions into the record of a document's file; says whether the file changed. */
function writeFingerprints(file: string, versions: readonly SealedVersion[]): boolean {
  const text = readFileSync(file, 'utf8');
  const written = versions.reduce((before, { version, sha256 }) => {
    const after = withFingerprint(before, version, sha256);
    if (after !== undefined) return after;
    throw new Error(`Write \`sha256: ${sha256}\` into revision ${version} of ${file}: seal found no place for it.`);
  }, text);
  if (written !== text) replaceFile(file, written);
  return written !== text;
}

/** A document file with a version's fingerprint under its date; undefined where no revision takes it or has another. */
export function withFingerprint(text: string, version: number, sha256: string): string | undefined {
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, text.indexOf('\n---', start) + 1);
  const revision = revisionIn(yaml, version);
  if (revision?.get('sha256') === sha256) return text;
  const date = revision?.items.find(({ key }) => isScalar(key) && key.value === 'date');
  const [key, value] = [date?.key, date?.value].map((node) => (isNode(node) ? node.range : undefined));
  if (!key || !value) return undefined;
  const end = yaml.indexOf('\n', value[1] - 1) + 1;
  const indent = ' '.repeat(key[0] - yaml.lastIndexOf('\n', key[0] - 1) - 1);
  const field = `${indent}sha256: ${sha256}${yaml.includes('\r') ? '\r' : ''}\n`;
  const written = yaml.slice(0, end) + field + yaml.slice(end);
  if (revisionIn(written, version)?.get('sha256') !== sha256) return undefined;
  return text.slice(0, start) + written + text.slice(start + yaml.length);
}

/** The revision of a version in frontmatter; undefined where it is not there, or the YAML has errors. */
function revisionIn(yaml: string, version: number): YAMLMap | undefined {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const revisions = document.get('revisions');
  if (document.errors.length > 0 || !isSeq(revisions)) return undefined;
  return revisions.items.filter(isMap).find((revision) => revision.get('version') === String(version));
}
