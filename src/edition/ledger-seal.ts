/** Sealing: what `npm run seal` writes into the ledger, and what an editor may state to it. */
import { partsOf, textPrint } from './anchors.ts';
import { latestRevision, type EditionDocument } from './document.ts';
import { compareWithLedger, differences, printsOf, sayTextChanged } from './ledger-check.ts';
import { sealedVersions, type Ledger } from './ledger.ts';
import { heldIn, problemIn, type Problem, type Words } from './problems.ts';
import { textOf } from './text.ts';
import { placedWords } from './walk.ts';

/** What `npm run new` writes where an editor's words are still to come; nothing is sealed with one of them. */
export const placeholders = { text: '[Text to come.]', summary: '[Summary to come.]', office: '[Office to come.]' };

/** A paragraph or note that is meant to be gone: the present id of its document, and words for who follows a link. */
export interface Removal {
  readonly document: string;
  readonly anchor: string;
  readonly sentence: string;
}

/** A document that has another id than when it was sealed. */
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

/** Seals documents in their newest version, all or none; `changes` says what was sealed, a line a document. */
export function seal(documents: readonly EditionDocument[], ledger: Ledger, request: SealRequest = {}) {
  const { removed = [], renamed = [], present = new Set(documents.map(({ id }) => id)), ids = present } = request;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const problems: Problem[] = [];
  const report: Report = (code, file = 'ledger') => heldIn(problems, problemIn(file, code));
  const moved = rename(ledger, renamed, byId, report);
  const stated = remove(moved, removed, byId, report);
  if (problems.length > 0) return { ledger, changes: [], problems };
  const revised = documents.filter(
    ({ id, record }) => ids.has(id) && latestRevision(record)?.version !== stated.documents.get(id)?.version,
  );
  for (const document of revised) checkPlaceholders(document, report);
  for (const problem of compareWithLedger(documents, stated, present))
    if (problem.code !== 'ledger-fingerprint-missing' && concerns(problem.file, ids, present)) problems.push(problem);
  if (problems.length > 0) return { ledger, changes: [], problems };
  const entries = new Map(stated.documents);
  const changes = renamed.map(({ from, to }) => `${from} renamed: its address leads to ${to}`);
  for (const document of revised) {
    const { id, record } = document;
    const entry = stated.documents.get(id);
    const { version = 0, date = '' } = latestRevision(record) ?? {};
    const now = { version, date, sha256: textPrint(document), anchors: printsOf(document, entry) };
    entries.set(id, { ...now, removed: entry?.removed ?? {}, earlier: sealedVersions(moved.documents.get(id)) });
    const gone = removed.flatMap((one) => (one.document === id ? [`#${one.anchor} removed`] : []));
    const changed = entry
      ? differences(document, entry, gone).words || 'the text as it was'
      : 'sealed for the first time';
    changes.push(`${id}, version ${version}: ${changed}`);
  }
  return { ledger: { ...stated, documents: entries }, changes, problems };
}

/** Whether a problem in a file keeps documents from being sealed: not where it is another document’s own. */
export function concerns(file: string, ids: ReadonlySet<string>, present: ReadonlySet<string>): boolean {
  const id = /(?:documents|ledger)\/(.+?)(?:\.v\d+)?\.(?:mdx|json|txt)$/.exec(file)?.[1] ?? '';
  return !present.has(id) || ids.has(id);
}

type Documents = ReadonlyMap<string, EditionDocument>;
type Report = (code: string, file?: string) => Words<void>;

/** Moves entries to their new ids and leaves redirects, those of former renamings included. */
function rename(ledger: Ledger, renamed: readonly Renaming[], byId: Documents, report: Report): Ledger {
  const [entries, redirects] = [new Map(ledger.documents), new Map(ledger.redirects)];
  for (const { from, to } of renamed) {
    const entry = entries.get(from);
    const wrong = [
      !entry && `${from} is not sealed`,
      byId.has(from) && `documents/${from}.mdx is still there`,
      !byId.has(to) && `no file documents/${to}.mdx`,
      entries.has(to) && `${to} is sealed already`,
    ].find((reason) => reason !== false);
    if (!entry || wrong !== undefined) {
      report('seal-renamed-wrong')`
        ${from} sealed and its file gone, ${to} there and not yet sealed
        ${wrong ?? ''}
        Write --renamed with the sealed id first and the present id after it, and rename the file itself.`;
      continue;
    }
    entries.delete(from);
    entries.set(to, entry);
    redirects.set(from, to);
    for (const [former, now] of redirects) if (now === from) redirects.set(former, to);
    // A document that gets a former name of its own back needs no redirect from it.
    if (redirects.get(to) === to) redirects.delete(to);
  }
  return { ...ledger, documents: entries, redirects };
}

/** Takes what is meant to be gone from its entry and leaves a dated sentence at its anchor. */
function remove(ledger: Ledger, removed: readonly Removal[], byId: Documents, report: Report): Ledger {
  const entries = new Map(ledger.documents);
  for (const { document: id, anchor, sentence } of removed) {
    const address = `${id}#${anchor}`;
    const before = ledger.documents.get(id);
    const entry = entries.get(id);
    if (!before || !entry || !Object.hasOwn(entry.anchors, anchor)) {
      report('seal-removed-unknown')`
        after --removed the address of a sealed paragraph or note, as moscow-1936-39#p2
        ${address}
        Look the anchor up in the file of the document in content/ledger/; give the present id of a renamed document.`;
      continue;
    }
    if (sentence.trim() === '')
      report('seal-sentence-missing')`
        after --removed ${address} one sentence for readers who follow the old link
        no words
        Write \`npm run seal -- --removed ${address} "One sentence that says why."\`.`;
    const document = byId.get(id);
    const { version = 0, date = '' } = (document && latestRevision(document.record)) ?? {};
    if (document && version <= entry.version)
      sayTextChanged(report('ledger-text-changed', `documents/${id}.mdx`), entry, `#${anchor} removed`);
    const parts = document ? partsOf(document, before) : [];
    if (parts.some((part) => part.anchor === anchor && part.sha256 === before.anchors[anchor]))
      report('seal-removed-present', `documents/${id}.mdx`)`
        ${address} to be removed from the document
        the same paragraph or note, still there
        Remove it from the file first, or leave out --removed.`;
    const { [anchor]: _, ...anchors } = entry.anchors;
    entries.set(id, { ...entry, anchors, removed: { ...entry.removed, [anchor]: { date, sentence } } });
  }
  return { ...ledger, documents: entries };
}

function checkPlaceholders(document: EditionDocument, report: Report): void {
  const { summary, sender, recipient } = document.record;
  // A gap of the edition's own prints nothing: the reading text has its words.
  const text = placedWords(document).flatMap(({ words }) => words.map((run) => textOf(run, 'reading')));
  const words = [...text, summary, ...[...sender, ...recipient].map(({ office = '' }) => office)].join('\n');
  for (const placeholder of Object.values(placeholders)) {
    if (!words.includes(placeholder)) continue;
    report('seal-placeholder', `documents/${document.id}.mdx`)`
      a document that is ready to be published: what is sealed stays on record
      “${placeholder}”
      Write the words that belong in its place, then run \`npm run seal\` again.`;
  }
}
