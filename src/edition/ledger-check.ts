/** Whether the documents keep what the ledger promises. */
import { isParagraph, partsOf, textPrint, type Part } from './anchors.ts';
import type { EditionDocument, Point } from './document.ts';
import { entryOf, ledgerFileMissing, problemIn, sealedVersions } from './ledger.ts';
import type { Ledger, LedgerEntry, RemovedPart, SealedVersion } from './ledger.ts';
import type { Problem } from './problems.ts';
import { latestRevision } from './revisions.ts';

const sentence = '"One sentence that says why."';

/**
 * Everything in the content that breaks a promise of the ledger, under the file's path in the content folder.
 *
 * @param documents Documents that can be compared.
 * @param present Ids of all documents, those included that cannot be read and so not be compared.
 */
export function compareWithLedger(
  documents: readonly EditionDocument[],
  ledger: Ledger,
  present: ReadonlySet<string> = new Set(documents.map(({ id }) => id)),
): Problem[] {
  const gone = Object.entries(ledger.documents).filter(([id]) => !present.has(id));
  const unsealed = documents.filter(({ id }) => !entryOf(ledger, id) && !ledger.broken.includes(id));
  const byPrint = new Map(
    gone.length === 0 ? [] : unsealed.flatMap((one) => fingerprintsOf(one).map((print) => [print, one] as const)),
  );
  const renamed = new Map(gone.map(([id, { sha256 }]) => [id, byPrint.get(sha256)] as const));
  const twins = new Set(renamed.values());
  return [
    ...gone.map(([id]) => documentGone(id, renamed.get(id)?.id)),
    ...Object.entries(ledger.redirects)
      .filter(([former]) => present.has(former))
      .map(([former, now]) => idReused(former, now)),
    ...unsealed.filter((one) => !twins.has(one)).flatMap(checkUnsealed),
    ...documents.flatMap((document) => {
      const entry = entryOf(ledger, document.id);
      return entry ? [...checkRecord(document, entry), ...checkText(document, entry)] : [];
    }),
  ];
}

/** How the page of a document states what is promised of it. */
export interface Seal {
  /** True where the newest revision and its text are in the ledger. */
  readonly sealed: boolean;
  /** SHA-256 of the bytes of `.txt` as they are now. */
  readonly sha256: string;
  /** Anchors that were removed, with what to say there. */
  readonly removed: Readonly<Record<string, RemovedPart>>;
  /** Every version that was sealed, oldest first; `sealedTextName` names the file of its text. */
  readonly versions: readonly SealedVersion[];
}

/** The seal of a document: whether its present version is recorded in the ledger, and which versions are. */
export function sealOf(document: EditionDocument, ledger: Ledger): Seal {
  const entry = entryOf(ledger, document.id);
  const sha256 = textPrint(document);
  const sealed = entry?.sha256 === sha256 && entry.version === latestRevision(document.record)?.version;
  return { sealed, sha256, removed: entry?.removed ?? {}, versions: sealedVersions(entry) };
}

/** What differs from what was sealed, in words: `#p2 changed, #p1a new`; empty where nothing does. */
export function changesIn(document: EditionDocument, entry: LedgerEntry, parts = partsOf(document, entry)): string {
  const changed = changedParts(parts, entry).map(
    ({ anchor }) => `#${anchor} ${Object.hasOwn(entry.anchors, anchor) ? 'changed' : 'new'}`,
  );
  const changes = [...changed, ...lostAnchors(parts, entry).map((anchor) => `#${anchor} gone`)];
  if (changes.length > 0) return changes.join(', ');
  return textPrint(document) === entry.sha256 ? '' : 'the file line, heading, a date line or the order changed';
}

const changedParts = (parts: readonly Part[], { anchors }: LedgerEntry): Part[] =>
  parts.filter(({ anchor, sha256 }) => !Object.hasOwn(anchors, anchor) || anchors[anchor] !== sha256);

/** Sealed anchors that no paragraph or note stands at any more. */
function lostAnchors(parts: readonly Part[], entry: LedgerEntry): string[] {
  const kept = new Set(parts.map(({ anchor }) => anchor));
  return Object.keys(entry.anchors).filter((anchor) => !kept.has(anchor));
}

const fingerprintsOf = (document: EditionDocument): (string | undefined)[] => [
  textPrint(document),
  ...document.record.revisions.map(({ sha256 }) => sha256),
];

const fileOf = (id: string): string => `documents/${id}.mdx`;

function checkUnsealed({ id, record }: EditionDocument): Problem[] {
  if (record.revisions.some(({ sha256 }) => sha256 !== undefined)) return [ledgerFileMissing(id)];
  const version = latestRevision(record)?.version ?? 0;
  if (version <= 1) return [];
  const words = {
    expected: 'version 1 as the only revision: the document is not sealed',
    actual: `version ${version}, and no file ledger/${id}.json`,
    mend: `Leave only version 1 among the revisions. If the document was sealed, ${ledgerFileMissing(id).mend.replace('Restore', 'restore')}`,
  };
  return [problemIn(fileOf(id), 'ledger-first-version', words)];
}

/** Whether the record's revisions and the ledger's versions carry the same fingerprints. */
function checkRecord({ id, record }: EditionDocument, entry: LedgerEntry): Problem[] {
  const newest = latestRevision(record)?.version ?? 0;
  const sealed = new Map(sealedVersions(entry).map(({ version, sha256 }) => [version, sha256]));
  const { mend } = ledgerFileMissing(id);
  const differing = record.revisions.flatMap(({ version, sha256 }) => {
    const promised = sealed.get(version);
    if (promised === sha256) return [];
    const words =
      sha256 === undefined
        ? {
            expected: `in revision ${version} the fingerprint of its text: it is sealed`,
            actual: 'no sha256',
            mend: `Run \`npm run seal ${id}\`, which writes it.`,
          }
        : promised === undefined
          ? {
              expected: `version ${version} in ledger/${id}.json: its revision has a fingerprint`,
              actual: `version ${entry.version} as the newest`,
              mend: `${mend} If version ${version} was never published, take its sha256 out of the record and run \`npm run seal ${id}\`.`,
            }
          : {
              expected: `sha256: ${promised} in revision ${version}, as in ledger/${id}.json`,
              actual: `sha256: ${sha256}`,
              mend: 'Write the fingerprint that was expected into the revision.',
            };
    const code = sha256 === undefined ? 'ledger-fingerprint-missing' : 'ledger-fingerprint-differs';
    return [problemIn(fileOf(id), code, words)];
  });
  if (newest >= entry.version) return differing;
  const lowered = {
    expected: `version ${entry.version} among the revisions: it is sealed`,
    actual: newest === 0 ? 'no revision' : `version ${newest} as the newest`,
    mend: 'Put the revision back; what was published stays on record.',
  };
  return [problemIn(fileOf(id), 'ledger-version-lowered', lowered), ...differing];
}

function checkText(document: EditionDocument, entry: LedgerEntry): Problem[] {
  const parts = partsOf(document, entry);
  const changes = changesIn(document, entry, parts);
  const sealedStill = (latestRevision(document.record)?.version ?? 0) <= entry.version;
  return [
    ...(changes !== '' && sealedStill
      ? [textChanged(document.id, entry, changes, changedParts(parts, entry)[0]?.at)]
      : []),
    ...lostAnchors(parts, entry).map((anchor) => partLost(document.id, anchor, entry, parts)),
    ...parts.flatMap(({ anchor, at }) => {
      const removed = Object.hasOwn(entry.removed, anchor) && entry.removed[anchor];
      return removed ? [anchorReused(document.id, anchor, removed.date, at)] : [];
    }),
  ];
}

/** A sealed text that differs, without a revision that says so. */
export const textChanged = (id: string, { version }: LedgerEntry, changes: string, at?: Point): Problem => {
  const words = {
    expected: `the text that was sealed as version ${version}, or a new entry in \`revisions\``,
    actual: `${changes}, and no revision after version ${version}`,
    mend: `If the change is meant, add a revision with version: ${version + 1}, its date and one sentence on what changed, then run \`npm run seal\`. If not, undo it.`,
  };
  return problemIn(fileOf(id), 'ledger-text-changed', words, at);
};

/** A sealed part that is gone, or whose very words stand at an anchor that is new. */
function partLost(id: string, anchor: string, { anchors }: LedgerEntry, parts: readonly Part[]): Problem {
  const statement = `add a revision and run \`npm run seal -- --removed ${id}#${anchor} ${sentence}\``;
  const moved = parts.find(
    (part) =>
      part.sha256 === anchors[anchor] &&
      isParagraph(part.anchor) === isParagraph(anchor) &&
      !Object.hasOwn(anchors, part.anchor),
  );
  if (moved) {
    const words = {
      expected: `#${anchor} in the order in which it was sealed`,
      actual: `the same words at #${moved.anchor}`,
      mend: `Put it back in its place. If it is meant to stand there, ${statement}; it will have a new address.`,
    };
    return problemIn(fileOf(id), 'ledger-part-moved', words, moved.at);
  }
  return problemIn(fileOf(id), 'ledger-part-gone', {
    expected: `#${anchor}, which is sealed: readers have links to it`,
    actual: 'fewer paragraphs or notes than were sealed, and none to stand there',
    mend: `Put it back. If it is meant to go, ${statement}; if another one is gone, name that one’s anchor instead.`,
  });
}

const anchorReused = (id: string, anchor: string, date: string, at: Point): Problem => {
  const words = {
    expected: `nothing at #${anchor}: what stood there was removed on ${date}`,
    actual: 'a note with the same label',
    mend: 'Give the note another label; an address is never used twice.',
  };
  return problemIn(fileOf(id), 'ledger-anchor-reused', words, at);
};

const documentGone = (id: string, twin: string | undefined): Problem =>
  problemIn(`ledger/${id}.json`, 'ledger-document-gone', {
    expected: `the document ${id}, which is sealed: its address was published`,
    actual: twin === undefined ? `no file documents/${id}.mdx` : `the same text as ${twin}`,
    mend:
      twin === undefined
        ? `Put the file back under its name. If you renamed it, run \`npm run seal -- --renamed ${id} new-id\`, and the old address will lead to the new one.`
        : `Rename the file back, or run \`npm run seal -- --renamed ${id} ${twin}\`, and the old address will lead to the new one.`,
  });

const idReused = (id: string, now: string): Problem =>
  problemIn(fileOf(id), 'ledger-id-reused', {
    expected: `no document with the id ${id}: that address leads to ${now}, as the document was renamed`,
    actual: `documents/${id}.mdx`,
    mend: 'Give the new document another id; an address is never used for a second document.',
  });
