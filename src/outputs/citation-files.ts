/**
 * The table of correspondences between the citation record and the formats that carry it: one row a field,
 * one column a format. Every file (`.bib`, `.csl.json`, `.ris`) and every tag in the head is written from
 * it, so that all say the same.
 *
 * Only fields that reference managers print or keep truly have a column: in Zotero and citeproc-js a volume in
 * Roman figures loses its "vol.", `genre` and `number` corrupt a CSL chapter, and `page` is for pages only.
 */
import { isoDateWords } from '../edition/date-words.ts';
import { capitalized, inWords, kindAndNumber } from './citation-forms.ts';
import type { CitationRecord, CitedName } from './citation-record.ts';

/** How one field is named in each format; no name where the format cannot carry it. */
export interface CitationField {
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
  { type: 'words', value: (record) => record.title, meta: 'dc:title', csl: 'title', bibtex: 'title', ris: 'TI' },
  // Recipients have no column: in an imported chapter they become a second author.
  {
    type: 'names',
    value: (record) => nonEmpty(authors(record).join('; ')),
    meta: 'dc:creator',
    csl: 'author',
    bibtex: 'author',
    ris: 'AU',
  },
  // A part has no field of its own that survives everywhere, so it stands in the title.
  { type: 'words', value: bookTitle, meta: 'z:bookTitle', csl: 'container-title', bibtex: 'booktitle', ris: 'T2' },
  { type: 'words', value: shortTitle, meta: 'z:shortTitle', csl: 'title-short', bibtex: 'shorttitle' },
  // Arabic figures: a Roman volume is printed without its "vol.".
  {
    type: 'words',
    value: ({ volume }) => volume.number?.toString(),
    meta: 'z:volume',
    csl: 'volume',
    bibtex: 'volume',
    ris: 'VL',
  },
  { type: 'pages', value: (record) => record.pages, meta: 'z:pages', csl: 'page', bibtex: 'pages', ris: 'SP' },
  {
    type: 'words',
    value: ({ volume }) => volume.place,
    meta: 'z:place',
    csl: 'publisher-place',
    bibtex: 'address',
    ris: 'CY',
  },
  {
    type: 'words',
    value: ({ volume }) => volume.publisher,
    meta: 'z:publisher',
    csl: 'publisher',
    bibtex: 'publisher',
    ris: 'PB',
  },
  {
    type: 'date',
    value: ({ volume }) => nonEmpty(volume.published),
    meta: 'z:date',
    csl: 'issued',
    bibtex: 'year',
    ris: 'PY',
  },
  {
    type: 'date',
    value: (record) => nonEmpty(record.date),
    meta: 'z:originalDate',
    csl: 'original-date',
    bibtex: 'origdate',
  },
  { type: 'words', value: (record) => record.archive, csl: 'archive_location', ris: 'AV' },
  { type: 'words', value: (record) => record.fileNumber, meta: 'z:callNumber', csl: 'call-number', ris: 'CN' },
  { type: 'words', value: extra, meta: 'z:extra', csl: 'note', bibtex: 'note' },
  { type: 'words', value: () => 'en', meta: 'z:language', csl: 'language', bibtex: 'language', ris: 'LA' },
  { type: 'words', value: (record) => record.rights, meta: 'z:rights' },
  { type: 'address', value: (record) => record.permalink, meta: 'z:url', csl: 'URL', bibtex: 'url', ris: 'UR' },
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

/** The characters that mean something to TeX, and how each is printed. BibTeX counts even an escaped brace: they have names. */
const texEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** `/documents/<id>.bib`, in UTF-8: one `@incollection`, keyed by the document's id. */
export function bibtex(record: CitationRecord): string {
  const fields = filledFields(record).flatMap((field) =>
    field.bibtex === undefined ? [] : [`  ${field.bibtex} = {${bibtexValue(field, record)}},`],
  );
  return [`@incollection{${record.id},`, ...fields, '}', ''].join('\n');
}

/** Titles stand in a second pair of braces, because styles would change their capitals. */
function bibtexValue(field: FilledField, record: CitationRecord): string {
  switch (field.type) {
    case 'names':
      return record.senders.map(bibtexName).join(' and ');
    case 'address':
      return field.text.replaceAll('{', '%7B').replaceAll('}', '%7D');
    case 'pages':
      return tex(field.text).replaceAll('–', '--');
    default:
      return /title$/.test(field.bibtex ?? '') ? `{${tex(field.text)}}` : tex(field.text);
  }
}

/** A person as `Family, Given`; a name that is not divided is braced whole. */
function bibtexName({ family, given, name }: CitedName): string {
  return family && given ? `${tex(family)}, ${tex(given)}` : `{${tex(name)}}`;
}

function tex(text: string): string {
  return text.replace(/[\\{}$&%#_^~]/g, (character) => texEscapes[character] ?? character);
}

/** A name in CSL: a person in parts, an office or an undivided name as a literal. */
type CslName = { family: string; given: string } | { literal: string };
/** A date in CSL: the known parts, or words that are no date. */
type CslDate = { 'date-parts': number[][] } | { literal: string };
type CslValue = string | CslName[] | CslDate;

/** One item of CSL-JSON: a `chapter` of the volume. */
export function cslItem(record: CitationRecord): Readonly<Record<string, CslValue>> {
  const fields = filledFields(record).flatMap((field): [string, CslValue][] =>
    field.csl === undefined ? [] : [[field.csl, cslValue(field, record)]],
  );
  return { id: record.id, type: 'chapter', ...Object.fromEntries(fields) };
}

/** `/documents/<id>.csl.json`: an array of one item of CSL-JSON 1.0, for everyone’s own styles. */
export function cslJson(record: CitationRecord): string {
  return `${JSON.stringify([cslItem(record)], null, 2)}\n`;
}

function cslValue(field: FilledField, record: CitationRecord): CslValue {
  if (field.type === 'names') return record.senders.map(cslName);
  return field.type === 'date' ? cslDate(field.text) : field.text;
}

function cslName({ family, given, name }: CitedName): CslName {
  return family && given ? { family, given } : { literal: name };
}

function cslDate(date: string): CslDate {
  return /^\d{4}(-\d\d){0,2}$/.test(date) ? { 'date-parts': [date.split('-').map(Number)] } : { literal: date };
}

/** `/documents/<id>.ris`: one record of type `CHAP`, in UTF-8 with CRLF line ends as the format asks. */
export function ris(record: CitationRecord): string {
  const lines = filledFields(record).flatMap((field): [string, string][] => {
    if (field.ris === undefined) return [];
    if (field.type === 'names') {
      return authors(record).map((name) => [field.ris ?? '', name]);
    }
    if (field.type === 'pages') {
      const [first = '', last] = field.text.split(/[–-]/);
      return last === undefined
        ? [['SP', first]]
        : [
            ['SP', first],
            ['EP', last],
          ];
    }
    return [[field.ris, field.text]];
  });
  return [['TY', 'CHAP'], ...lines, ['ER', '']]
    .map(([tag = '', value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
    .join('');
}
