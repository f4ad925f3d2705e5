/** Whether the documents keep what the ledger promises. */
import { isParagraph, partsOf, textPrint, type Part } from './anchors.ts';
import { latestRevision, type EditionDocument, type Point } from './document.ts';
import { ledgerFileMissing, sealedVersions, type Ledger, type LedgerEntry } from './ledger.ts';
import { problemIn, type Problem, type Words } from './problems.ts';

/** How the page of a document states what is promised of it. */
export function sealOf(document: EditionDocument, ledger: Ledger) {
  const entry = ledger.documents.get(document.id);
  const sha256 = textPrint(document);
  return {
    /** True where the newest revision and its text are in the ledger. */
    sealed: entry?.sha256 === sha256 && entry.version === latestRevision(document.record)?.version,
    /** SHA-256 of the bytes of `.txt` as they are now. */
    sha256,
    /** Anchors that were removed, with what to say there. */
    removed: entry?.removed ?? {},
    /** Every version, newest first. */
    versions: versionsOf(document, entry),
  };
}

/** The versions of a document, and how each differs from the one before. */
function versionsOf(document: EditionDocument, entry: LedgerEntry | undefined) {
  const sealed = sealedVersions(entry);
  return document.record.revisions.toReversed().map(({ version, date, change }, index) => {
    const own = sealed.find((one) => one.version === version);
    const before = sealed.findLast((one) => one.version < version)?.anchors;
    const parts = before && (own ? own.anchors : printsOf(document, entry));
    const changed = Object.entries(parts ?? {}).filter(([anchor, sha256]) => before?.[anchor] !== sha256);
    return {
      version,
      date,
      change,
      /** The fingerprint of its text, where it is sealed. */
      sha256: own?.sha256,
      /** Whether it is sealed, and a newer one stands in its place: its text is kept under an address of its own. */
      isReplaced: own !== undefined && index > 0,
      /** Anchors of the paragraphs, tables and notes that it changed or brought; none in the first. */
      changed: changed.map(([anchor]) => anchor),
    };
  });
}

/** The fingerprints of a document's parts as they are now, by their anchors. */
export const printsOf = (document: EditionDocument, entry: LedgerEntry | undefined): Record<string, string> =>
  Object.fromEntries(partsOf(document, entry).map(({ anchor, sha256 }) => [anchor, sha256]));

/**
 * Everything in the content that breaks a promise of the ledger, under the file's path in the content folder. Ids that
 * are `present` are those of all documents, those included that cannot be read and so not be compared.
 */
export function compareWithLedger(
  documents: readonly EditionDocument[],
  ledger: Ledger,
  present: ReadonlySet<string> = new Set(documents.map(({ id }) => id)),
): Problem[] {
  const sealed = documents.flatMap((document) => {
    const entry = ledger.documents.get(document.id);
    return entry ? [...checkVersions(document, entry), ...checkParts(document, entry)] : [];
  });
  return [...checkIds(documents, ledger, present), ...sealed];
}

type Found = Iterable<Problem>;

const inDocument = (id: string, code: string, at?: Point) => problemIn(`documents/${id}.mdx`, code, at);

/** Whether what was sealed is here under its id, and what is here was not sealed before. */
function* checkIds(documents: readonly EditionDocument[], ledger: Ledger, present: ReadonlySet<string>): Found {
  const gone = [...ledger.documents].filter(([id]) => !present.has(id));
  const unsealed = documents.filter(({ id }) => !ledger.documents.get(id) && !ledger.broken.includes(id));
  const everyPrint = (one: EditionDocument) => [textPrint(one), ...one.record.revisions.map(({ sha256 }) => sha256)];
  const maybeRenamed = gone.length === 0 ? [] : unsealed;
  const byPrint = new Map(maybeRenamed.flatMap((one) => everyPrint(one).map((print) => [print, one] as const)));
  for (const [id, { sha256 }] of gone) {
    const twin = byPrint.get(sha256)?.id;
    yield problemIn(`ledger/${id}.json`, 'ledger-document-gone')`
      the document ${id}, which is sealed: its address was published
      ${twin === undefined ? `no file documents/${id}.mdx` : `the same text as ${twin}`}
      ${twin === undefined ? 'Put the file back under its name. If you renamed it,' : 'Rename the file back, or'} run \`npm run seal -- --renamed ${id} ${twin ?? 'new-id'}\`, and the old address will lead to the new one.`;
  }
  for (const [id, now] of ledger.redirects) {
    if (!present.has(id)) continue;
    yield inDocument(id, 'ledger-id-reused')`
      no document with the id ${id}: that address leads to ${now}, as the document was renamed
      documents/${id}.mdx
      Give the new document another id; an address is never used for a second document.`;
  }
  const renamed = new Set(gone.map(([, { sha256 }]) => byPrint.get(sha256)));
  for (const { id, record } of unsealed.filter((one) => !renamed.has(one))) {
    const { version = 0 } = latestRevision(record) ?? {};
    if (record.revisions.some(({ sha256 }) => sha256 !== undefined)) yield ledgerFileMissing(id);
    else if (version > 1)
      yield inDocument(id, 'ledger-first-version')`
        version 1 as the only revision: the document is not sealed
        version ${version}, and no file ledger/${id}.json
        Leave only version 1 among the revisions. If the document was sealed: ${ledgerFileMissing(id).mend}`;
  }
}

/** Whether the record's revisions and the ledger's versions are the same, fingerprints included. */
function* checkVersions({ id, record }: EditionDocument, entry: LedgerEntry): Found {
  const { version: newest = 0 } = latestRevision(record) ?? {};
  if (newest < entry.version)
    yield inDocument(id, 'ledger-version-lowered')`
      version ${entry.version} among the revisions: it is sealed
      version ${newest} as the newest
      Put the revision back; what was published stays on record.`;
  for (const { version, sha256 } of record.revisions) {
    const sealed = sealedVersions(entry).find((one) => one.version === version);
    if (sealed?.sha256 === sha256) continue;
    if (sha256 === undefined)
      yield inDocument(id, 'ledger-fingerprint-missing')`
        in revision ${version} the fingerprint of its text: it is sealed
        no sha256
        Run \`npm run seal ${id}\`, which writes it.`;
    else if (sealed)
      yield inDocument(id, 'ledger-fingerprint-differs')`
        sha256: ${sealed.sha256} in revision ${version}, as in ledger/${id}.json
        sha256: ${sha256}
        Write the fingerprint that was expected into the revision.`;
    else
      yield inDocument(id, 'ledger-fingerprint-differs')`
        version ${version} in ledger/${id}.json: its revision has a fingerprint
        version ${entry.version} as the newest
        ${ledgerFileMissing(id).mend} If version ${version} was never published, take its sha256 out of the record and run \`npm run seal ${id}\`.`;
  }
}

/**
 * The parts of a document, and which of them differ from what was sealed; `words` is empty where nothing differs.
 *
 * @param removed What was stated to be removed: `#p2 removed`.
 */
export function differences(document: EditionDocument, entry: LedgerEntry, removed: readonly string[] = []) {
  const { anchors } = entry;
  const parts = partsOf(document, entry);
  const isNew = ({ anchor }: Part): boolean => !Object.hasOwn(anchors, anchor);
  const changed = parts.filter((part) => isNew(part) || anchors[part.anchor] !== part.sha256);
  const present = new Set(parts.map(({ anchor }) => anchor));
  const lost = Object.keys(anchors).filter((anchor) => !present.has(anchor));
  const words = [
    ...removed,
    ...changed.map((part) => `#${part.anchor} ${isNew(part) ? 'new' : 'changed'}`),
    ...lost.map((anchor) => `#${anchor} gone`),
  ];
  const others = textPrint(document) === entry.sha256 ? '' : 'the file line, heading, a date line or the order changed';
  return { parts, changed, isNew, lost, words: words.join(', ') || others };
}

/** Whether the paragraphs and notes are as they were sealed, or a revision says what changed. */
function* checkParts(document: EditionDocument, entry: LedgerEntry): Found {
  const { id, record } = document;
  const { version = 0 } = latestRevision(record) ?? {};
  const { parts, changed, isNew, lost, words } = differences(document, entry);
  if (words !== '' && version <= entry.version)
    yield sayTextChanged(inDocument(id, 'ledger-text-changed', changed[0]?.at), entry, words);
  for (const anchor of lost) {
    // Its very words may stand at an anchor that is new.
    const isOfKind = (part: Part) => isParagraph(part.anchor) === isParagraph(anchor);
    const moved = changed.find((part) => isNew(part) && isOfKind(part) && part.sha256 === entry.anchors[anchor]);
    const statement = `add a revision and run \`npm run seal -- --removed ${id}#${anchor} "One sentence that says why."\``;
    if (moved)
      yield inDocument(id, 'ledger-part-moved', moved.at)`
        #${anchor} in the order in which it was sealed
        the same words at #${moved.anchor}
        Put it back in its place. If it is meant to stand there, ${statement}; it will have a new address.`;
    else
      yield inDocument(id, 'ledger-part-gone')`
        #${anchor}, which is sealed: readers have links to it
        fewer paragraphs or notes than were sealed, and none to stand there
        Put it back. If it is meant to go, ${statement}; if another one is gone, name that one’s anchor instead.`;
  }
  for (const { anchor, at } of parts) {
    if (!Object.hasOwn(entry.removed, anchor)) continue;
    yield inDocument(id, 'ledger-anchor-reused', at)`
      nothing at #${anchor}: what stood there was removed on ${entry.removed[anchor]?.date ?? ''}
      a note with the same label
      Give the note another label; an address is never used twice.`;
  }
}

/** Says of a sealed text that it differs, without a revision that says so. */
export const sayTextChanged = <Said>(say: Words<Said>, { version }: LedgerEntry, changes: string): Said =>
  say`
    the text that was sealed as version ${version}, or a new entry in \`revisions\`
    ${changes}, and no revision after version ${version}
    If the change is meant, add a revision with version: ${version + 1}, its date and one sentence on what changed, then run \`npm run seal\`. If not, undo it.`;
