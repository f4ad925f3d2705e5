/** What an editor states to `npm run seal`: that something is meant to be gone, or has another name. */
import { standingOf } from './anchors.ts';
import type { EditionDocument, Point } from './document.ts';
import type { Ledger } from './ledger.ts';
import { entryOf } from './ledger.ts';
import type { LedgerMessage } from './ledger-check.ts';
import { finding } from './problems.ts';
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

const start: Point = { line: 1, column: 1 };

/** A ledger under way, with what was wrong so far. */
export interface Stated {
  readonly ledger: Ledger;
  readonly findings: readonly LedgerMessage[];
}

/** Moves entries to their new ids and leaves redirects, those of former renamings included. */
export function rename(
  stated: Stated,
  renamed: readonly Renaming[],
  byId: ReadonlyMap<string, EditionDocument>,
): Stated {
  return renamed.reduce<Stated>(({ ledger, findings }, { from, to }) => {
    const entry = entryOf(ledger, from);
    const reason = !entry
      ? `${from} is not sealed`
      : byId.has(from)
        ? `documents/${from}.mdx is still there`
        : !byId.has(to)
          ? `no file documents/${to}.mdx`
          : entryOf(ledger, to)
            ? `${to} is sealed already`
            : undefined;
    if (!entry || reason !== undefined) {
      return {
        ledger,
        findings: [...findings, finding('seal-renamed-wrong', start, from, to, reason ?? '')],
      };
    }
    // A document that gets a former name of its own back needs no redirect from it.
    const redirects = Object.entries(ledger.redirects)
      .filter(([former, now]) => !(former === to && now === from))
      .map(([former, now]): [string, string] => [former, now === from ? to : now]);
    return {
      ledger: {
        documents: { ...without(ledger.documents, from), [to]: entry },
        redirects: { ...Object.fromEntries(redirects), [from]: to },
      },
      findings,
    };
  }, stated);
}

/** Takes what is meant to be gone from its entry and leaves a dated sentence at its anchor. */
export function bury(stated: Stated, removed: readonly Removal[], byId: ReadonlyMap<string, EditionDocument>): Stated {
  return removed.reduce<Stated>(({ ledger, findings }, { document, anchor, sentence }) => {
    const address = `${document}#${anchor}`;
    const entry = entryOf(ledger, document);
    const known = entry && (Object.hasOwn(entry.paragraphs, anchor) || Object.hasOwn(entry.notes, anchor));
    if (!known) {
      return { ledger, findings: [...findings, finding('seal-removed-unknown', start, address)] };
    }
    const paragraphs = without(entry.paragraphs, anchor);
    const notes = without(entry.notes, anchor);
    const record = byId.get(document)?.record;
    const { version = 0, date = '' } = (record && latestRevision(record)) ?? {};
    const wrong = [
      ...(sentence.trim() === '' ? [finding('seal-sentence-missing', start, address)] : []),
      ...(record && version <= entry.version
        ? [
            {
              ...finding('ledger-text-changed', start, entry.version, `#${anchor} removed`),
              document,
            },
          ]
        : []),
    ];
    const buried = {
      ...entry,
      paragraphs,
      notes,
      removed: { ...entry.removed, [anchor]: { date, sentence } },
    };
    return {
      ledger: { ...ledger, documents: { ...ledger.documents, [document]: buried } },
      findings: [...findings, ...wrong],
    };
  }, stated);
}

/** Removals of what has not been removed. */
export function stillThere(
  removed: readonly Removal[],
  ledger: Ledger,
  byId: ReadonlyMap<string, EditionDocument>,
): LedgerMessage[] {
  const found = removed.map(({ document, anchor }) => {
    const entry = entryOf(ledger, document);
    const present = byId.get(document);
    if (!entry || !present) return [];
    const { paragraphs, notes } = standingOf(present, entry);
    const sealed = entry.paragraphs[anchor] ?? entry.notes[anchor];
    const there = [...paragraphs, ...notes].some((part) => part.anchor === anchor && part.sha256 === sealed);
    return there ? [{ ...finding('seal-removed-present', start, `${document}#${anchor}`), document }] : [];
  });
  return found.flat();
}

/** A record less one key. */
function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
