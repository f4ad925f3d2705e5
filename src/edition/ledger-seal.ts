/** Sealing: what `npm run seal` writes into the ledger, and what an editor may state to it. */
import { partsOf, textPrint } from './anchors.ts';
import type { EditionDocument } from './document.ts';
import { changesIn, compareWithLedger, textChanged } from './ledger-check.ts';
import { entryOf, problemIn, type Ledger, type LedgerEntry, type SealedVersion } from './ledger.ts';
import { placeholderSummary, placeholderText } from './placeholders.ts';
import { printedText } from './printed-text.ts';
import type { Problem } from './problems.ts';
import { latestRevision } from './revisions.ts';

/** A paragraph or note that is meant to be gone. */
export interface Removal {
  /** Id of the document, as it is now. */
  readonly document: string;
  readonly anchor: string;
  /** For whoever follows the old link. */
  readonly sentence: string;
}

export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** What an editor asks for. */
export interface SealRequest {
  /** Ids of the documents to seal. Default: all. */
  readonly ids?: ReadonlySet<string>;
  readonly removed?: readonly Removal[];
  readonly renamed?: readonly Renaming[];
  /** Ids of all documents, those included that cannot be read. Default: those given. */
  readonly present?: ReadonlySet<string>;
}

export interface Sealing {
  /** The new ledger; the old one, where there are problems. */
  readonly ledger: Ledger;
  /** What was sealed, a line a document. */
  readonly changes: readonly string[];
  /** Why nothing was sealed. */
  readonly problems: readonly Problem[];
}

/**
 * Seals documents in their newest version. All or nothing: where a promise
 * would be broken, the old ledger comes back with the problems.
 */
export function seal(documents: readonly EditionDocument[], ledger: Ledger, request: SealRequest = {}): Sealing {
  const { removed = [], renamed = [], present = new Set(documents.map(({ id }) => id)) } = request;
  const { ids = present } = request;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const chosen = documents.filter(({ id }) => ids.has(id));
  const moved = rename(ledger, renamed, byId);
  const stated = remove(moved.ledger, removed, byId);
  const misstated = [...moved.problems, ...stated.problems];
  if (misstated.length > 0) return { ledger, changes: [], problems: misstated };

  const revised = chosen.filter(
    ({ id, record }) => latestRevision(record)?.version !== entryOf(stated.ledger, id)?.version,
  );
  const problems = [
    ...chosen.filter(({ record }) => record.revisions.length === 0).map(({ id }) => unversioned(id)),
    ...revised.flatMap(checkPlaceholders),
    ...compareWithLedger(documents, stated.ledger, present)
      .filter(({ code }) => code !== 'ledger-fingerprint-missing')
      .filter(({ file }) => concerns(file, ids, present)),
  ];
  if (problems.length > 0) return { ledger, changes: [], problems };

  const sealed = revised.map((document) => ({
    document,
    entry: entryOf(stated.ledger, document.id),
    next: nextEntry(document, entryOf(stated.ledger, document.id), entryOf(moved.ledger, document.id)),
  }));
  const entries = sealed.map(({ document, next }) => [document.id, next] as const);
  return {
    ledger: { ...stated.ledger, documents: { ...stated.ledger.documents, ...Object.fromEntries(entries) } },
    changes: [
      ...renamed.map(({ from, to }) => `${from} renamed: its address leads to ${to}`),
      ...sealed.map(({ document, entry, next }) => {
        const changed = entry ? changesIn(document, entry) || 'the text as it was' : 'sealed for the first time';
        return `${document.id}, version ${next.version}: ${changed}`;
      }),
    ],
    problems: [],
  };
}

/** Whether a problem in a file keeps documents from being sealed: not where it is another document’s own. */
export function concerns(file: string, chosen: ReadonlySet<string>, present: ReadonlySet<string>): boolean {
  const id = /(?:documents|ledger)\/(.+?)(?:\.v\d+)?\.(?:mdx|json|txt)$/.exec(file)?.[1] ?? '';
  return !present.has(id) || chosen.has(id);
}

/** What the ledger is to hold of a document, given its entry without what was removed, and as it was before. */
function nextEntry(document: EditionDocument, stated?: LedgerEntry, before?: LedgerEntry): LedgerEntry {
  const { version = 0, date = '' } = latestRevision(document.record) ?? {};
  const parts = partsOf(document, stated).map(({ anchor, sha256 }) => [anchor, sha256]);
  const { earlier = [], removed: _, ...replaced } = before ?? {};
  return {
    version,
    date,
    sha256: textPrint(document),
    anchors: Object.fromEntries(parts) as LedgerEntry['anchors'],
    removed: stated?.removed ?? {},
    earlier: before ? [...earlier, replaced as SealedVersion] : [],
  };
}

interface Stated {
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

type Documents = ReadonlyMap<string, EditionDocument>;

/** Moves entries to their new ids and leaves redirects, those of former renamings included. */
function rename(ledger: Ledger, renamed: readonly Renaming[], byId: Documents): Stated {
  const entries = new Map(Object.entries(ledger.documents));
  const redirects = new Map(Object.entries(ledger.redirects));
  const problems: Problem[] = [];
  for (const { from, to } of renamed) {
    const entry = entries.get(from);
    if (!entry) problems.push(wronglyRenamed(from, to, `${from} is not sealed`));
    else if (byId.has(from)) problems.push(wronglyRenamed(from, to, `documents/${from}.mdx is still there`));
    else if (!byId.has(to)) problems.push(wronglyRenamed(from, to, `no file documents/${to}.mdx`));
    else if (entries.has(to)) problems.push(wronglyRenamed(from, to, `${to} is sealed already`));
    else {
      entries.delete(from);
      entries.set(to, entry);
      for (const [former, now] of redirects) if (now === from) redirects.set(former, to);
      // A document that gets a former name of its own back needs no redirect from it.
      if (redirects.get(to) === to) redirects.delete(to);
      redirects.set(from, to);
    }
  }
  const documents = Object.fromEntries(entries);
  return { ledger: { ...ledger, documents, redirects: Object.fromEntries(redirects) }, problems };
}

/** Takes what is meant to be gone from its entry and leaves a dated sentence at its anchor. */
function remove(ledger: Ledger, removed: readonly Removal[], byId: Documents): Stated {
  const entries = new Map(Object.entries(ledger.documents));
  const problems: Problem[] = [];
  for (const { document: id, anchor, sentence } of removed) {
    const address = `${id}#${anchor}`;
    const before = entryOf(ledger, id);
    const entry = entries.get(id);
    if (!before || !entry || !Object.hasOwn(entry.anchors, anchor)) {
      problems.push(unknownRemoval(address));
      continue;
    }
    const document = byId.get(id);
    const { version = 0, date = '' } = (document && latestRevision(document.record)) ?? {};
    if (sentence.trim() === '') problems.push(sentenceMissing(address));
    if (document && version <= entry.version) problems.push(textChanged(id, entry, `#${anchor} removed`));
    const sha256 = before.anchors[anchor];
    const parts = document ? partsOf(document, before) : [];
    if (parts.some((part) => part.anchor === anchor && part.sha256 === sha256)) problems.push(stillThere(id, address));
    const anchors = Object.fromEntries(Object.entries(entry.anchors).filter(([name]) => name !== anchor));
    entries.set(id, { ...entry, anchors, removed: { ...entry.removed, [anchor]: { date, sentence } } });
  }
  return { ledger: { ...ledger, documents: Object.fromEntries(entries) }, problems };
}

/** What `npm run new` wrote where an editor's words are still to come. */
function checkPlaceholders(document: EditionDocument): Problem[] {
  const found = [
    printedText(document).includes(placeholderText) ? placeholderText : undefined,
    document.record.summary.includes(placeholderSummary) ? placeholderSummary : undefined,
  ];
  return found
    .filter((placeholder) => placeholder !== undefined)
    .map((placeholder) =>
      problemIn(`documents/${document.id}.mdx`, 'seal-placeholder', {
        expected: 'a document that is ready to be published: what is sealed stays on record',
        actual: `“${placeholder}”`,
        mend: 'Write the text or the summary in its place, then run `npm run seal` again.',
      }),
    );
}

const unversioned = (id: string): Problem =>
  problemIn(`documents/${id}.mdx`, 'seal-unversioned', {
    expected: 'a first entry in `revisions`: version, date and one sentence',
    actual: 'none',
    mend: 'Add `revisions` with version: 1, its date, and `First published.`; then run `npm run seal` again.',
  });

const unknownRemoval = (address: string): Problem =>
  problemIn('ledger', 'seal-removed-unknown', {
    expected: 'after --removed the address of a sealed paragraph or note, as moscow-1936-39#p2',
    actual: address,
    mend: 'Look the anchor up in the document’s file in content/ledger/; give the present id of a renamed document.',
  });

const stillThere = (id: string, address: string): Problem =>
  problemIn(`documents/${id}.mdx`, 'seal-removed-present', {
    expected: `${address} to be removed from the document`,
    actual: 'the same paragraph or note, still there',
    mend: 'Remove it from the file first, or leave out --removed.',
  });

const sentenceMissing = (address: string): Problem =>
  problemIn('ledger', 'seal-sentence-missing', {
    expected: `after --removed ${address} one sentence for readers who follow the old link`,
    actual: 'no words',
    mend: `Write \`npm run seal -- --removed ${address} "One sentence that says why."\`.`,
  });

const wronglyRenamed = (from: string, to: string, reason: string): Problem =>
  problemIn('ledger', 'seal-renamed-wrong', {
    expected: `${from} sealed and its file gone, ${to} there and not yet sealed`,
    actual: reason,
    mend: 'Write --renamed with the sealed id first and the present id after it, and rename the file itself.',
  });
