/** What a citation can say of a document: one record, which every form and every file reads. */

import { latestRevision } from '../edition/revisions.ts';

import { titleOf } from '../edition/printed-text.ts';
import type { Correspondent, DocumentRecord, Revision } from '../schema/frontmatter.ts';
import type { Register } from '../schema/register.ts';
import type { Publication } from '../edition/publish.ts';
import type { Volume } from '../schema/settings.ts';

/** A correspondent as citations name one. */
export interface CitedName {
  /** In running words: `Loy W. Henderson`; for an office, the office as printed. */
  readonly name: string;
  /** As it is filed: `Henderson, Loy W.`; equal to `name` where nothing is inverted. */
  readonly sortName: string;
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  /** True where no person is named and the office stands in. */
  readonly office: boolean;
}

/** The facts of a citation, unformatted. */
export interface CitationRecord {
  /** Id of the document in this edition. */
  readonly id: string;
  /** The heading as printed, its lines joined. */
  readonly title: string;
  readonly senders: readonly CitedName[];
  readonly recipients: readonly CitedName[];
  /** `telegram`, `despatch`, … */
  readonly kind: DocumentRecord['kind'];
  /** Number of the telegram or despatch. */
  readonly number?: number | undefined;
  /** ISO date of despatch to the known precision; empty where it is not known at all. */
  readonly date: string;
  readonly volume: Volume;
  /** `Foreign Relations of the United States: Diplomatic Papers, 1936` */
  readonly seriesTitle: string;
  /** Number in the volume, `32`. */
  readonly document?: number | undefined;
  /** Printed pages, where the volume has no document numbers. */
  readonly pages?: string | undefined;
  readonly fileNumber: string;
  /** Where the original is held. */
  readonly archive?: string | undefined;
  readonly permalink: string;
  readonly sourceUrl: string;
  readonly rights: string;
  /** The newest revision: it gives the version that is cited. */
  readonly revision: Revision | undefined;
}

/** Gathers what citations need from a document, its volume and the register. */
export function citationRecord(publication: Publication): CitationRecord {
  const { document, volume, register, permalink } = publication;
  const { record } = document;
  return {
    id: document.id,
    title: titleOf(document),
    senders: record.sender.map((one) => citedName(one, register)),
    recipients: record.recipient.map((one) => citedName(one, register)),
    kind: record.kind,
    number: record.telegramNumber ?? record.despatchNumber,
    date: record.dateSent.date,
    volume,
    seriesTitle: seriesTitle(volume),
    document: record.source.document,
    pages: record.source.document === undefined ? record.source.pages : undefined,
    fileNumber: record.fileNumber,
    archive: record.source.archive,
    permalink,
    sourceUrl: record.source.url,
    rights: record.source.rights,
    revision: latestRevision(record),
  };
}

/** A correspondent by the register's name, or by the office where nobody is named. */
export function citedName(correspondent: Correspondent, register: Register): CitedName {
  const entry = correspondent.person === undefined ? undefined : register.get(correspondent.person);
  if (!entry) return { name: correspondent.office, sortName: correspondent.office, office: true };
  const { name, sortName, given, family } = entry;
  return { name, sortName, given, family, office: false };
}

/** `Foreign Relations of the United States: Diplomatic Papers, 1936`, less what a volume lacks. */
function seriesTitle(volume: Volume): string {
  const series = volume.subseries ? `${volume.series}: ${volume.subseries}` : volume.series;
  return volume.years ? `${series}, ${volume.years}` : series;
}
