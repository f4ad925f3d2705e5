/** Sealing: what `npm run seal` writes into the ledger. */
import { standingOf } from './anchors.ts';
import type { EditionDocument, Point } from './document.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { entryOf } from './ledger.ts';
import type { LedgerMessage } from './ledger-check.ts';
import { changesIn, compareWithLedger } from './ledger-check.ts';
import type { Removal, Renaming } from './ledger-statements.ts';
import { bury, rename, stillThere } from './ledger-statements.ts';
import { finding } from './problems.ts';
import { latestRevision } from './revisions.ts';

export interface Sealing {
  /** The new ledger; the old one, where there are findings. */
  readonly ledger: Ledger;
  /** What was sealed, a line a document. */
  readonly changes: readonly string[];
  /** Why nothing was sealed. */
  readonly findings: readonly LedgerMessage[];
}

const start: Point = { line: 1, column: 1 };

/**
 * Seals every document in its newest version. All or nothing: where a promise
 * would be broken, the old ledger comes back with the findings.
 */
export function seal(
  documents: readonly EditionDocument[],
  ledger: Ledger,
  { removed = [], renamed = [] }: { removed?: readonly Removal[]; renamed?: readonly Renaming[] } = {},
): Sealing {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const moved = rename({ ledger, findings: [] }, renamed, byId);
  const stated = bury(moved, removed, byId);
  const misstated = [...stated.findings, ...stillThere(removed, moved.ledger, byId)];
  if (misstated.length > 0) return { ledger, changes: [], findings: misstated };
  const findings = [
    ...documents
      .filter(({ record }) => latestRevision(record) === undefined)
      .map(({ id }) => ({ ...finding('seal-unversioned', start), document: id })),
    ...compareWithLedger(documents, stated.ledger),
  ];
  if (findings.length > 0) return { ledger, changes: [], findings };

  const entries = documents.map((document) => sealDocument(document, entryOf(stated.ledger, document.id)));
  return {
    ledger: {
      documents: Object.fromEntries(entries.map(({ id, entry }) => [id, entry])),
      redirects: stated.ledger.redirects,
    },
    changes: [
      ...renamed.map(({ from, to }) => `${from} renamed: its address leads to ${to}`),
      ...entries.flatMap(({ change }) => change),
    ],
    findings: [],
  };
}

/** The entry of one document; the old one where its newest version is sealed already. */
function sealDocument(
  document: EditionDocument,
  entry: LedgerEntry | undefined,
): { id: string; entry: LedgerEntry; change: string[] } {
  const { id } = document;
  const revision = latestRevision(document.record);
  if (entry && entry.version === revision?.version) return { id, entry, change: [] };
  const standing = standingOf(document, entry);
  const { version = 0, date = '' } = revision ?? {};
  const changed = entry ? changesIn(standing, entry) || 'the text as it was' : 'sealed for the first time';
  const parts = (list: typeof standing.notes) => Object.fromEntries(list.map(({ anchor, sha256 }) => [anchor, sha256]));
  return {
    id,
    entry: {
      version,
      date,
      sha256: standing.sha256,
      paragraphs: parts(standing.paragraphs),
      notes: parts(standing.notes),
      removed: entry?.removed ?? {},
    },
    change: [`${id}, version ${version}: ${changed}`],
  };
}
