/**
 * The table of correspondences between the citation record and the formats that
 * carry it: one row a field, one column a format. Every file and every tag in
 * the head is written from this table, so that all say the same.
 *
 * Which fields survive an import was measured (design §6): a volume in Roman
 * figures loses its "vol.", `genre` and `number` corrupt a CSL chapter, and
 * `page` is for pages only.
 */
import { isoDateWords } from '../../edition/date-words.ts';
import type { CitationRecord } from './record.ts';
import { capitalized, inWords, kindAndNumber } from './words.ts';

/** How one field is named in each format; no name where the format cannot carry it. */
export interface CitationField {
  readonly field: string;
  /** The value, or nothing where the document has none. */
  readonly value: (record: CitationRecord) => string | undefined;
  /** What kind of value it is; formats write names and dates in their own way. */
  readonly type: 'words' | 'names' | 'date' | 'address' | 'pages';
  /** Name of the `<meta>` tag that Zotero reads. */
  readonly meta?: string;
  readonly csl?: string;
  readonly bibtex?: string;
  readonly ris?: string;
}

/**
 * Who is cited as author: the senders, `Family, Given` where a name has parts,
 * so that programs divide it as the register does; else as it is filed.
 */
export function authors({ senders }: CitationRecord): string[] {
  return senders.map(({ family, given, sortName }) => (family && given ? `${family}, ${given}` : sortName));
}

export const citationFields = [
  {
    field: 'title',
    type: 'words',
    value: (record) => record.title,
    meta: 'dc:title',
    csl: 'title',
    bibtex: 'title',
    ris: 'TI',
  },
  // Recipients have no column: in an imported chapter they become a second author.
  {
    field: 'author',
    type: 'names',
    value: (record) => nonEmpty(authors(record).join('; ')),
    meta: 'dc:creator',
    csl: 'author',
    bibtex: 'author',
    ris: 'AU',
  },
  // A part has no field of its own that survives everywhere, so it stands in the title.
  {
    field: 'bookTitle',
    type: 'words',
    value: bookTitle,
    meta: 'z:bookTitle',
    csl: 'container-title',
    bibtex: 'booktitle',
    ris: 'T2',
  },
  {
    field: 'shortTitle',
    type: 'words',
    value: shortTitle,
    meta: 'z:shortTitle',
    csl: 'title-short',
    bibtex: 'shorttitle',
  },
  // Arabic figures: a Roman volume is printed without its "vol.".
  {
    field: 'volume',
    type: 'words',
    value: ({ volume }) => volume.number?.toString(),
    meta: 'z:volume',
    csl: 'volume',
    bibtex: 'volume',
    ris: 'VL',
  },
  {
    field: 'pages',
    type: 'pages',
    value: (record) => record.pages,
    meta: 'z:pages',
    csl: 'page',
    bibtex: 'pages',
    ris: 'SP',
  },
  {
    field: 'place',
    type: 'words',
    value: ({ volume }) => volume.place,
    meta: 'z:place',
    csl: 'publisher-place',
    bibtex: 'address',
    ris: 'CY',
  },
  {
    field: 'publisher',
    type: 'words',
    value: ({ volume }) => volume.publisher,
    meta: 'z:publisher',
    csl: 'publisher',
    bibtex: 'publisher',
    ris: 'PB',
  },
  {
    field: 'date',
    type: 'date',
    value: ({ volume }) => nonEmpty(volume.published),
    meta: 'z:date',
    csl: 'issued',
    bibtex: 'year',
    ris: 'PY',
  },
  {
    field: 'originalDate',
    type: 'date',
    value: (record) => nonEmpty(record.date),
    meta: 'z:originalDate',
    csl: 'original-date',
    bibtex: 'origdate',
  },
  {
    field: 'archive',
    type: 'words',
    value: (record) => record.archive,
    csl: 'archive_location',
    ris: 'AV',
  },
  {
    field: 'callNumber',
    type: 'words',
    value: (record) => record.fileNumber,
    meta: 'z:callNumber',
    csl: 'call-number',
    ris: 'CN',
  },
  {
    field: 'extra',
    type: 'words',
    value: extra,
    meta: 'z:extra',
    csl: 'note',
    bibtex: 'note',
  },
  {
    field: 'language',
    type: 'words',
    value: () => 'en',
    meta: 'z:language',
    csl: 'language',
    bibtex: 'language',
    ris: 'LA',
  },
  {
    field: 'rights',
    type: 'words',
    value: (record) => record.rights,
    meta: 'z:rights',
  },
  {
    field: 'url',
    type: 'address',
    value: (record) => record.permalink,
    meta: 'z:url',
    csl: 'URL',
    bibtex: 'url',
    ris: 'UR',
  },
] as const satisfies readonly CitationField[];

/** A field of one document, with its value. */
export interface FilledField extends CitationField {
  readonly text: string;
}

/** The rows of the table that a document fills. */
export function filledFields(record: CitationRecord): FilledField[] {
  return citationFields.flatMap((row: CitationField): FilledField[] => {
    const text = row.value(record);
    return text === undefined ? [] : [{ ...row, text }];
  });
}

function bookTitle({ seriesTitle, volume }: CitationRecord): string {
  const title = `${seriesTitle}, ${volume.title}`;
  return volume.part === undefined ? title : `${title}, Part ${volume.part}`;
}

/** What later notes call the document: `Telegram no. 39`, or its kind and date. */
function shortTitle(record: CitationRecord): string {
  if (record.number !== undefined || record.date === '') return capitalized(kindAndNumber(record));
  return `${capitalized(record.kind)}, ${isoDateWords(record.date)}`;
}

/** What no field holds: kind and number, who received it, number in the volume, source, version. */
function extra(record: CitationRecord): string {
  const { recipients, document, revision } = record;
  const to = recipients.length > 0 ? ` to ${inWords(recipients)}` : '';
  return [
    capitalized(kindAndNumber(record)) + to,
    document && `doc. ${document}`,
    `file ${record.fileNumber}`,
    `source: ${record.sourceUrl}`,
    revision && `version ${revision.version} of this edition`,
  ]
    .filter(Boolean)
    .join('; ');
}

function nonEmpty(words: string): string | undefined {
  return words === '' ? undefined : words;
}
