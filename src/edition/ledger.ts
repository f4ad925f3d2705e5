/**
 * The ledger, `content/ledger/`: what has been promised. `npm run seal` alone writes it: for every document
 * `<id>.json` and the sealed text of each version, `<id>.v<n>.txt`; for all, `ids.txt`, every id ever sealed.
 */
import { fingerprint } from './fingerprint.ts';
import { isDocumentId } from './identifier.ts';
import { messageAt, type Problem } from './problems.ts';
import type { Wording } from './wording.ts';

/** What was sealed of one version of a document. */
export interface SealedVersion {
  readonly version: number;
  /** The day of its revision, ISO 8601. */
  readonly date: string;
  /** SHA-256 of the bytes served at `.txt`. */
  readonly sha256: string;
  /** The fingerprint of every paragraph, table and note under its anchor, in the order of the text. */
  readonly anchors: Readonly<Record<string, string>>;
}

/** What stands at an anchor whose paragraph or note was removed. */
export interface RemovedPart {
  /** The day of the revision that removed it, ISO 8601. */
  readonly date: string;
  /** One sentence for whoever follows the old link. */
  readonly sentence: string;
}

/** What is promised of one document: its newest sealed version, and what came before. */
export interface LedgerEntry extends SealedVersion {
  /** Anchors that lead to nothing any more but a sentence; never used again. */
  readonly removed: Readonly<Record<string, RemovedPart>>;
  /** Oldest first. */
  readonly earlier: readonly SealedVersion[];
}

export interface Ledger {
  /** By document id. */
  readonly documents: Readonly<Record<string, LedgerEntry>>;
  /** Former id → present id. */
  readonly redirects: Readonly<Record<string, string>>;
  /** Ids whose ledger file cannot be read, so that nothing more can be said of them. */
  readonly broken: readonly string[];
}

export const emptyLedger: Ledger = { documents: {}, redirects: {}, broken: [] };

/** The ledger's entry of a document; inherited properties of objects are no entries. */
export function entryOf(ledger: Pick<Ledger, 'documents'>, id: string): LedgerEntry | undefined {
  return Object.hasOwn(ledger.documents, id) ? ledger.documents[id] : undefined;
}

/** The sealed versions of a document, oldest first. */
export const sealedVersions = (entry: LedgerEntry | undefined): SealedVersion[] =>
  entry ? [...entry.earlier, entry] : [];

/** The name of the file of a sealed text. */
export const sealedTextName = (id: string, version: number): string => `${id}.v${version}.txt`;

const format = 1;
const about = 'Written by `npm run seal` alone. Never edit this file: every link to this edition relies on it.';

/** The text of `<id>.json`: of a document, or of an id that a renamed document once had. */
export function writeLedgerFile(id: string, holds: LedgerEntry | { readonly movedTo: string }): string {
  const file = { about, format, id, ...holds };
  return `${JSON.stringify({ ...file, checksum: fingerprint(JSON.stringify(file)) }, null, 2)}\n`;
}

/** The text of `ids.txt`: sorted, one a line. */
export const writeIds = (ids: Iterable<string>): string => [...new Set(ids)].sort().join('\n') + '\n';

/** The ids in the text of `ids.txt`, which a merge may leave unsorted or double; a line that is none is left out. */
export const readIds = (text: string): string[] => text.split(/\r?\n/).filter(isDocumentId);

/** A problem in a file under the content folder. */
export const problemIn = (file: string, code: string, words: Wording, at = { line: 1, column: 1 }): Problem => ({
  file,
  ...messageAt(at, code, words),
});

/** The sentence that restores what the ledger holds of a document; it works in the middle of a merge too. */
const restore = (id: string): string =>
  `Restore it with \`git restore --source=HEAD --staged --worktree -- "content/ledger/${id}.*"\``;

/** What says that a document was sealed, where its ledger file is not there. */
export const ledgerFileMissing = (id: string): Problem =>
  problemIn(`ledger/${id}.json`, 'ledger-file-missing', {
    expected: `ledger/${id}.json: ${id} was sealed`,
    actual: 'no such file',
    mend: `${restore(id)}. If it went in an earlier commit, \`git log -- content/ledger/${id}.json\` says which: write the commit before that one in place of HEAD. If only its record was copied from another document, take the sha256 out of it.`,
  });

/**
 * Reads the ledger from the bytes of the files of its folder, by their names. A ledger file carries a checksum
 * and is compared with what would be written, so whatever passes is, to the byte, as `npm run seal` wrote it.
 */
export function readLedger(files: ReadonlyMap<string, Uint8Array>): { ledger: Ledger; problems: Problem[] } {
  const problems: Problem[] = [];
  const documents = new Map<string, LedgerEntry>();
  const redirects = new Map<string, string>();
  const broken: string[] = [];
  const texts: { name: string; id: string; version: number; sha256: string }[] = [];
  for (const [name, bytes] of files) {
    const [, id = '', version] = /^([a-z\d-]+)\.(?:json|v([1-9]\d*)\.txt)$/.exec(name) ?? [];
    if (name === 'ids.txt') continue;
    if (!isDocumentId(id)) problems.push(foreignFile(name, 'a file of another name'));
    else if (version) texts.push({ name, id, version: Number(version), sha256: fingerprint(bytes) });
    else {
      const holds = readLedgerFile(id, new TextDecoder().decode(bytes));
      if ('mend' in holds) {
        problems.push(problemIn(`ledger/${name}`, 'ledger-broken', holds));
        broken.push(id);
      } else if ('movedTo' in holds) redirects.set(id, holds.movedTo);
      else documents.set(id, holds);
    }
  }
  for (const { name, id, version, sha256 } of texts) {
    const sealed = sealedVersions(documents.get(redirects.get(id) ?? id)).find((one) => one.version === version);
    if (sealed ? sealed.sha256 !== sha256 : !broken.includes(redirects.get(id) ?? id)) {
      problems.push(sealed ? wrongText(id, sealed, 'another text') : strayText(name, id));
    }
  }
  for (const [id, entry] of documents) {
    const missing = sealedVersions(entry).filter(({ version }) => !files.has(sealedTextName(id, version)));
    problems.push(...missing.map((sealed) => wrongText(id, sealed, 'no such file')));
    const known = { ...entry.anchors, ...entry.removed };
    const dropped = entry.earlier.flatMap(({ anchors }) => Object.keys(anchors)).filter((one) => !(one in known));
    if (dropped.length > 0) problems.push(droppedRemoval(id, dropped));
  }
  const known = new Set([...documents.keys(), ...redirects.keys(), ...broken]);
  const listed = new Set(readIds(new TextDecoder().decode(files.get('ids.txt'))));
  const vanished = [...listed, ...redirects.values()].filter((id) => !known.has(id));
  const unlisted = [...known].filter((id) => !listed.has(id));
  problems.push(...[...new Set(vanished)].map(ledgerFileMissing));
  if (unlisted.length > 0) problems.push(unlistedIds(unlisted));
  return {
    ledger: { documents: Object.fromEntries(documents), redirects: Object.fromEntries(redirects), broken },
    problems,
  };
}

/** What a ledger file holds, or what is wrong with it. */
function readLedgerFile(id: string, text: string): LedgerEntry | { movedTo: string } | Wording {
  const written = text.replaceAll('\r\n', '\n');
  const expected = `ledger/${id}.json as \`npm run seal\` wrote it`;
  const mend = `${restore(id)}, then run \`npm run seal ${id}\` for what you meant to record.`;
  if (/^(<{7}|={7}|>{7})/m.test(written)) {
    return {
      expected,
      actual: 'a merge of two branches that both sealed it',
      mend: `Keep one branch’s side: ${restore(id).toLowerCase()}. In documents/${id}.mdx keep the revisions of that side as they are, add one for what the other branch changed, and run \`npm run seal ${id}\`.`,
    };
  }
  try {
    const { about: _, format: found, id: own, checksum: __, ...holds } = JSON.parse(written) as FileOfLedger;
    if (found !== format) {
      const newer = 'Use the version of this program that sealed it. Or: ';
      return { expected: `format ${format}`, actual: `format ${String(found)}`, mend: newer + mend };
    }
    if (own !== id) return { expected, actual: `what was sealed of ${String(own)}`, mend };
    if (writeLedgerFile(id, holds) === written) return holds;
  } catch {
    return { expected, actual: 'text that is not JSON', mend };
  }
  return { expected, actual: 'contents that do not agree with the checksum at its end: it was edited by hand', mend };
}

type FileOfLedger = Record<'about' | 'format' | 'id' | 'checksum', unknown> & (LedgerEntry | { movedTo: string });

/** Something in the folder that sealing does not write. */
export const foreignFile = (name: string, actual: string): Problem =>
  problemIn(`ledger/${name}`, 'ledger-file-foreign', {
    expected: 'only what `npm run seal` writes: <id>.json, <id>.v1.txt and so on, ids.txt',
    actual,
    mend: 'Move it to another folder.',
  });

const wrongText = (id: string, { version, sha256 }: SealedVersion, actual: string): Problem =>
  problemIn(`ledger/${sealedTextName(id, version)}`, 'ledger-sealed-text', {
    expected: `the text of version ${version} as it was sealed, whose SHA-256 is ${sha256}`,
    actual,
    mend: `${restore(id)}.`,
  });

const strayText = (name: string, id: string): Problem =>
  problemIn(`ledger/${name}`, 'ledger-text-stray', {
    expected: `ledger/${id}.json, with the version whose text this is`,
    actual: 'a sealed text that no ledger file knows',
    mend: `${restore(id)}. If git does not know this file, a seal was interrupted: delete it and run \`npm run seal ${id}\`.`,
  });

const droppedRemoval = (id: string, dropped: readonly string[]): Problem =>
  problemIn(`ledger/${id}.json`, 'ledger-removal-dropped', {
    expected: 'every anchor of an earlier version, or the sentence that says why it is gone',
    actual: `neither for ${dropped.map((anchor) => `#${anchor}`).join(', ')}`,
    mend: `${restore(id)}.`,
  });

const unlistedIds = (ids: readonly string[]): Problem =>
  problemIn('ledger/ids.txt', 'ledger-unlisted', {
    expected: 'every id that was ever sealed',
    actual: `no line for ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ` and ${ids.length - 3} others` : ''}`,
    mend: 'Run `npm run seal`.',
  });
