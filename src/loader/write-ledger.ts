/** Writes what was sealed: the ledger's files, and each fingerprint into the record of its document. */
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { EditionDocument } from '../edition/document.ts';
import type { Renaming } from '../edition/ledger-seal.ts';
import { entryOf, readIds, sealedTextName, sealedVersions, writeIds, writeLedgerFile } from '../edition/ledger.ts';
import type { Ledger } from '../edition/ledger.ts';
import { printedText } from '../edition/printed-text.ts';

/**
 * Writes a new ledger over the one that was read; says whether any file changed. Each file is written at one
 * stroke: first the sealed text, which is never overwritten, then the ledger file, the list of ids, the record.
 * So another seal at the same time loses nothing, and one that was interrupted is taken up by the next.
 *
 * @param documents The documents that were to be sealed.
 * @throws Error with a sentence for the editor where another seal came between.
 */
export function writeLedger(
  folder: string,
  before: Ledger,
  after: Ledger,
  documents: readonly EditionDocument[],
  renamed: readonly Renaming[],
): boolean {
  const ledger = join(folder, 'ledger');
  mkdirSync(ledger, { recursive: true });
  for (const { from, to } of renamed) {
    for (const { version } of sealedVersions(entryOf(before, from))) {
      const text = readFileSync(join(ledger, sealedTextName(from, version)), 'utf8');
      createText(join(ledger, sealedTextName(to, version)), text);
    }
  }
  const old = filesOf(before);
  const changed = [...filesOf(after)].filter(([id, text]) => text !== old.get(id));
  const texts = new Map(documents.map((document) => [document.id, printedText(document)]));
  for (const [id, text] of changed) {
    const version = entryOf(after, id)?.version;
    const sealed = texts.get(id);
    if (version !== undefined && sealed !== undefined) createText(join(ledger, sealedTextName(id, version)), sealed);
    const file = join(ledger, `${id}.json`);
    const found = textIn(file)?.replaceAll('\r\n', '\n');
    if (found !== old.get(id) && found !== text) throw sealedMeanwhile(file);
    replace(file, text);
  }
  const listed = listIds(ledger);
  const recorded = documents.filter(({ id }) => writeFingerprints(join(folder, 'documents', `${id}.mdx`), after, id));
  return changed.length > 0 || listed || recorded.length > 0;
}

/** The texts of a ledger's files, by id. */
function filesOf({ documents, redirects }: Ledger): Map<string, string> {
  const former = Object.entries(redirects).map(([id, movedTo]) => [id, { movedTo }] as const);
  return new Map([...Object.entries(documents), ...former].map(([id, holds]) => [id, writeLedgerFile(id, holds)]));
}

const sealedMeanwhile = (file: string): Error =>
  new Error(`Another seal has written ${file} with other words. Look at it, then run \`npm run seal\` again.`);

const temporary = (file: string): string => join(dirname(file), `.${basename(file)}.${process.pid}`);

/** Replaces a file at one stroke. */
function replace(file: string, text: string): void {
  writeFileSync(temporary(file), text);
  renameSync(temporary(file), file);
}

/** Writes a sealed text where there is none yet; whole, or not at all. */
function createText(file: string, text: string): void {
  writeFileSync(temporary(file), text);
  try {
    linkSync(temporary(file), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (textIn(file) !== text) throw sealedMeanwhile(file);
  } finally {
    rmSync(temporary(file));
  }
}

function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Brings every id that has a ledger file into the list, again where another seal changed it meanwhile. */
function listIds(ledger: string): boolean {
  const file = join(ledger, 'ids.txt');
  for (let changed = false; ; changed = true) {
    const listed = textIn(file);
    const sealed = readdirSync(ledger).filter((name) => /^[^.~].*\.json$/.test(name));
    const ids = writeIds([...readIds(listed ?? ''), ...sealed.map((name) => basename(name, '.json'))]);
    if (listed === ids) return changed;
    replace(file, ids);
  }
}

function writeFingerprints(file: string, ledger: Ledger, id: string): boolean {
  const text = readFileSync(file, 'utf8');
  const written = sealedVersions(entryOf(ledger, id)).reduce((before, { version, sha256 }) => {
    const after = withFingerprint(before, version, sha256);
    if (after !== undefined) return after;
    throw new Error(`Write \`sha256: ${sha256}\` into revision ${version} of ${file}: seal found no place for it.`);
  }, text);
  if (written !== text) replace(file, written);
  return written !== text;
}

/**
 * The text of a document file with the fingerprint of a version in its revision, all else as it was; undefined
 * where the revision cannot be found or already has another.
 */
export function withFingerprint(text: string, version: number, sha256: string): string | undefined {
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, text.indexOf('\n---', start) + 1);
  const revision = revisionIn(yaml, version);
  if (revision === undefined || revision.get('sha256') === sha256) return revision && text;
  const date = revision.items.find(({ key }) => isScalar(key) && key.value === 'date');
  const [key, value] = [date?.key, date?.value].map((node) => (isNode(node) ? node.range : undefined));
  if (!key || !value) return undefined;
  const end = yaml.indexOf('\n', value[1] - 1) + 1;
  const indent = ' '.repeat(key[0] - yaml.lastIndexOf('\n', key[0] - 1) - 1);
  const lineEnd = yaml.endsWith('\r\n') ? '\r\n' : '\n';
  const written = revision.flow
    ? `${yaml.slice(0, value[1])}, sha256: ${sha256}${yaml.slice(value[1])}`
    : `${yaml.slice(0, end)}${indent}sha256: ${sha256}${lineEnd}${yaml.slice(end)}`;
  if (revisionIn(written, version)?.get('sha256') !== sha256) return undefined;
  return text.slice(0, start) + written + text.slice(start + yaml.length);
}

/** The revision of a version in frontmatter; undefined where it is not there, or the YAML has errors. */
function revisionIn(yaml: string, version: number): YAMLMap | undefined {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const revisions = document.get('revisions');
  if (document.errors.length > 0 || !isSeq(revisions)) return undefined;
  return revisions.items.find((item) => isMap(item) && item.get('version') === String(version)) as YAMLMap | undefined;
}
