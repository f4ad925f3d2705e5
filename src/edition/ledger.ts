/** The ledger, written by `npm run seal` alone: of each document `<id>.json` and its texts; `ids.txt`, all ids. */
import { fingerprint } from './fingerprint.ts';
import { isDocumentId } from './identifier.ts';
import { heldIn, problemIn, type Problem } from './problems.ts';

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

/** What is promised of one document: its newest sealed version, and what came before. */
export interface LedgerEntry extends SealedVersion {
  /** Anchors that lead to nothing any more but a sentence, with the day of the revision; never used again. */
  readonly removed: Readonly<Record<string, { readonly date: string; readonly sentence: string }>>;
  /** Oldest first. */
  readonly earlier: readonly SealedVersion[];
}

export interface Ledger {
  /** By document id. */
  readonly documents: ReadonlyMap<string, LedgerEntry>;
  /** Former id → present id. */
  readonly redirects: ReadonlyMap<string, string>;
  /** Ids whose ledger file cannot be read, so that nothing more can be said of them. */
  readonly broken: readonly string[];
}

/** The sealed versions of a document, oldest first. */
export function sealedVersions(entry: LedgerEntry | undefined): SealedVersion[] {
  if (!entry) return [];
  const { earlier, removed: _, ...newest } = entry;
  return [...earlier, newest];
}

/** The name of the file of a sealed text. */
export const sealedTextName = (id: string, version: number): string => `${id}.v${version}.txt`;

const format = 1;
const about = 'Written by `npm run seal` alone. Never edit this file: every link to this edition relies on it.';

/** The text of `<id>.json`: of a document, or of an id that a renamed document once had. */
export function writeLedgerFile(id: string, holds: Held): string {
  const file = { about, format, id, ...holds };
  return `${JSON.stringify({ ...file, checksum: fingerprint(JSON.stringify(file)) }, null, 2)}\n`;
}

/** The text of `ids.txt`: sorted, one a line. */
export const writeIds = (ids: Iterable<string>): string => [...new Set(ids)].sort().join('\n') + '\n';

/** The ids in the text of `ids.txt`, which a merge may leave unsorted or double; a line that is none is left out. */
export const readIds = (text: string): string[] => text.split(/\r?\n/).filter(isDocumentId);

/** The sentence that restores what the ledger holds of a document; it works in the middle of a merge too. */
const restore = (id: string): string =>
  `Restore it with \`git restore --source=HEAD --staged --worktree -- "content/ledger/${id}.*"\``;

/** `git commit -a` takes no file along that is new. */
const leftOut =
  'If no commit has it, it was left out of one: fetch it from where `npm run seal` was run, and commit it.';

/** What says that a document was sealed, where its ledger file is not there. */
export const ledgerFileMissing = (id: string): Problem =>
  problemIn(`ledger/${id}.json`, 'ledger-file-missing')`
    ledger/${id}.json: ${id} was sealed
    no such file
    ${restore(id)}. If it went in an earlier commit, \`git log -- content/ledger/${id}.json\` says which: write the commit before that one in place of HEAD. ${leftOut} If only its record was copied from another document, take the sha256 out of it.`;

/** What a ledger file holds: what was sealed of a document, or the id it has now. */
type Held = LedgerEntry | { readonly movedTo: string };

/** Reads the ledger from its files, by their names: whatever passes is, to the byte, as `npm run seal` wrote it. */
export function readLedger(files: ReadonlyMap<string, Uint8Array>): { ledger: Ledger; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (name: string, code: string) => heldIn(problems, problemIn(`ledger/${name}`, code));
  const documents = new Map<string, LedgerEntry>();
  const redirects = new Map<string, string>();
  const broken: string[] = [];
  const texts = new Map<string, { id: string; version: number; sha256: string }>();
  for (const [name, bytes] of files) {
    if (name === 'ids.txt') continue;
    const [, id = '', version] = /^([a-z\d-]+)\.(?:json|v([1-9]\d*)\.txt)$/.exec(name) ?? [];
    if (!isDocumentId(id)) problems.push(foreignFile(name, 'a file of another name'));
    else if (version) texts.set(name, { id, version: Number(version), sha256: fingerprint(bytes) });
    else {
      const holds = readLedgerFile(id, new TextDecoder().decode(bytes));
      if ('movedTo' in holds) redirects.set(id, holds.movedTo);
      else if ('anchors' in holds) documents.set(id, holds);
      else {
        broken.push(id);
        report(name, 'ledger-broken')`
          ledger/${name} as \`npm run seal\` wrote it
          ${holds.actual}
          ${holds.mend}`;
      }
    }
  }
  const reportText = (name: string, { version, sha256 }: SealedVersion, actual: string): void =>
    report(name, 'ledger-sealed-text')`
      the text of version ${version} as it was sealed, whose SHA-256 is ${sha256}
      ${actual}
      ${restore(name.replace(/\..*/, ''))}.${files.has(name) ? '' : ` ${leftOut}`}`;
  for (const [name, { id, version, sha256 }] of texts) {
    const now = redirects.get(id) ?? id;
    const sealed = sealedVersions(documents.get(now)).find((one) => one.version === version);
    if (sealed && sealed.sha256 !== sha256) reportText(name, sealed, 'another text');
    if (!sealed && !broken.includes(now)) problems.push(foreignFile(name, 'a text that no ledger file knows'));
  }
  for (const [id, entry] of documents) {
    for (const one of sealedVersions(entry)) {
      const name = sealedTextName(id, one.version);
      if (!texts.has(name)) reportText(name, one, 'no such file');
    }
    const before = entry.earlier.flatMap(({ anchors }) => Object.keys(anchors));
    const dropped = before.filter((one) => !Object.hasOwn({ ...entry.anchors, ...entry.removed }, one));
    if (dropped.length > 0)
      report(`${id}.json`, 'ledger-removal-dropped')`
        every anchor of an earlier version, or the sentence that says why it is gone
        neither for ${dropped.map((anchor) => `#${anchor}`).join(', ')}
        ${restore(id)}.`;
  }
  const known = new Set([...documents.keys(), ...redirects.keys(), ...broken]);
  const listed = new Set(readIds(new TextDecoder().decode(files.get('ids.txt'))));
  const missing = new Set([...listed, ...redirects.values()].filter((id) => !known.has(id)));
  problems.push(...[...missing].map(ledgerFileMissing));
  const [first, ...others] = [...known].filter((id) => !listed.has(id));
  if (first !== undefined)
    report('ids.txt', 'ledger-unlisted')`
      every id that was ever sealed
      no line for ${first}${others.length > 0 ? ` and ${others.length} more` : ''}
      Run \`npm run seal\`.`;
  return { ledger: { documents, redirects, broken }, problems };
}

/** What a ledger file holds, or what is wrong with it. */
function readLedgerFile(id: string, text: string): Held | Pick<Problem, 'actual' | 'mend'> {
  const written = text.replaceAll('\r\n', '\n');
  const mend = `${restore(id)}, then run \`npm run seal ${id}\` for what you meant to record.`;
  if (/^(<{7}|={7}|>{7})/m.test(written)) {
    const [moved, now] = /^[^]*?"movedTo": "([a-z\d-]+)"/.exec(written) ?? [];
    if (moved !== undefined) {
      const side = /^={7}/m.test(moved) ? 'theirs' : 'ours';
      return {
        actual: 'a merge of a branch that renamed it and one that sealed it',
        mend: `Keep the side that renamed it: \`git checkout --${side} -- content/ledger/${id}.json\`. In documents/${now}.mdx take the sha256 out of the revision that the other branch sealed, take away the sealed text that the check then names, and run \`npm run seal ${now}\`.`,
      };
    }
    return {
      actual: 'a merge of two branches that both sealed it',
      mend: `${restore(id)}: so this branch’s side stays. In documents/${id}.mdx keep the revisions of this side as they are, add one for what the other branch changed, and run \`npm run seal ${id}\`.`,
    };
  }
  try {
    const file = JSON.parse(written) as Record<'about' | 'format' | 'id' | 'checksum', unknown> & Held;
    const { about: _, format: found, id: own, checksum: __, ...holds } = file;
    if (found !== format) {
      const actual = `format ${JSON.stringify(found)}, which this version of the program does not know`;
      return { actual, mend: `Use the version that sealed it. Or: ${mend}` };
    }
    if (own !== id) return { actual: `what was sealed of ${JSON.stringify(own)}`, mend };
    if (writeLedgerFile(id, holds) === written) return holds;
  } catch {
    return { actual: 'text that is not JSON', mend };
  }
  return { actual: 'contents that do not agree with the checksum at its end: it was edited by hand', mend };
}

/** Something in the folder that sealing did not write. */
export const foreignFile = (name: string, actual: string): Problem =>
  problemIn(`ledger/${name}`, 'ledger-file-foreign')`
    only what \`npm run seal\` writes: <id>.json, its texts <id>.v1.txt and so on, ids.txt
    ${actual}
    If its ledger file was lost, put that back from an earlier commit. If not, take this file away, and run \`npm run seal\` where sealing was interrupted.`;
