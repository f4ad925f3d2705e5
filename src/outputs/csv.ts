/** A table of documents for spreadsheets: a row a document, a column a field. */
import type { Publication } from '../edition/publish.ts';
import { spreadsheet } from '../edition/spreadsheet.ts';
import type { Correspondent } from '../schema/frontmatter.ts';
import { citationRecord, titledVolume, type CitationRecord } from './citation-record.ts';

/** What a cell is taken from. */
type Row = Publication & { readonly cited: CitationRecord };

/** The names of places, in the order of the correspondents. */
const places = (correspondents: readonly Correspondent[], { register }: Row): string =>
  correspondents.flatMap(({ place }) => register.get(place ?? '')?.name ?? []).join('; ');

const names = (list: CitationRecord['senders']): string => list.map(({ name }) => name).join('; ');

const columns: Readonly<Record<string, (row: Row) => string | number | undefined>> = {
  id: ({ document }) => document.id,
  title: ({ cited }) => cited.title,
  kind: ({ cited }) => cited.kind,
  number: ({ cited }) => cited.number,
  file_number: ({ cited }) => cited.fileNumber,
  from: ({ cited }) => names(cited.senders),
  from_place: (row) => places(row.document.record.sender, row),
  to: ({ cited }) => names(cited.recipients),
  to_place: (row) => places(row.document.record.recipient, row),
  sent: ({ cited }) => cited.date,
  sent_inferred: ({ document }) => document.record.dateSent?.inferred.join(' '),
  received: ({ document }) => document.record.dateReceived?.date,
  volume: ({ volume }) => titledVolume(volume),
  document: ({ cited }) => cited.document,
  pages: ({ cited }) => cited.pages,
  summary: ({ document }) => document.record.summary,
  version: ({ cited }) => cited.revision?.version,
  permalink: ({ permalink }) => permalink,
  source: ({ cited }) => cited.sourceUrl,
  participants: ({ cited }) => names(cited.participants),
};

/** The table. */
export function csv(publications: readonly Publication[]): string {
  const rows = publications.map((publication) => {
    const row = { ...publication, cited: citationRecord(publication) };
    return Object.values(columns).map((valueOf) => String(valueOf(row) ?? ''));
  });
  return spreadsheet([Object.keys(columns), ...rows]);
}
