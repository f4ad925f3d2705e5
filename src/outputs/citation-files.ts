/**
 * The table of correspondences between the citation record and the formats that carry it: one row a field,
 * one column a format. Every file (`.bib`, `.csl.json`, `.ris`) and every tag in the head is written from
 * it, so that all say the same.
 *
 * Only fields that other programs print or keep truly have a column, as `npm run citations` shows with pandoc,
 * citeproc-js, BibTeX and biblatex. A volume in Roman figures loses its "vol."; `genre` and `number` corrupt a CSL
 * chapter; `page` is for pages only. An original date is printed as that of an earlier edition, `archive_location`
 * and `AV` as a source that was used, BibTeX’s `note` and `language` as words of the citation.
 */
import { isoDateWords } from '../edition/date-words.ts';
import { capitalized } from '../edition/letters.ts';
import { dayBesideTitle, kindAndNumber, kindBesideTitle, toWhom } from './citation-forms.ts';
import type { CitationRecord, CitedName } from './citation-record.ts';

/** How one field is named in each format; no name where the format cannot carry it. */
interface CitationField {
  /** The value; nothing, or empty, where the document has none. */
  readonly value: (record: CitationRecord) => string | readonly CitedName[] | undefined;
  /** What is neither plain words nor names, and formats write in their own way. */
  readonly type?: 'year' | 'address' | 'pages';
  /** Names of the `<meta>` tags: the one that Zotero reads, then Google Scholar’s. */
  readonly meta?: string | readonly [string, string];
  readonly csl?: string;
  readonly bibtex?: string;
  readonly ris?: string;
}

const citationFields: readonly CitationField[] = [
  { value: citedTitle, meta: ['dc:title', 'citation_title'], csl: 'title', bibtex: 'title', ris: 'TI' },
  {
    value: ({ senders }) => senders,
    meta: ['dc:creator', 'citation_author'],
    csl: 'author',
    bibtex: 'author',
    ris: 'AU',
  },
  // In a chapter that is imported from any other format, a recipient becomes a second author.
  { value: ({ recipients }) => recipients, csl: 'recipient' },
  // A part has no field of its own that survives everywhere, so it stands in the title.
  { value: bookTitle, meta: 'z:bookTitle', csl: 'container-title', bibtex: 'booktitle', ris: 'T2' },
  { value: shortTitle, meta: 'z:shortTitle', csl: 'title-short', bibtex: 'shorttitle', ris: 'ST' },
  // Arabic figures: a Roman volume is printed without its "vol.".
  { value: ({ volume }) => volume.number?.toString(), meta: 'z:volume', csl: 'volume', bibtex: 'volume', ris: 'VL' },
  { type: 'pages', value: ({ pages }) => pages, meta: 'z:pages', csl: 'page', bibtex: 'pages', ris: 'SP' },
  { value: ({ volume }) => volume.place, meta: 'z:place', csl: 'publisher-place', bibtex: 'address', ris: 'CY' },
  { value: ({ volume }) => volume.publisher, meta: 'z:publisher', csl: 'publisher', bibtex: 'publisher', ris: 'PB' },
  {
    type: 'year',
    value: ({ volume }) => volume.published,
    meta: ['z:date', 'citation_publication_date'],
    csl: 'issued',
    bibtex: 'year',
    ris: 'PY',
  },
  { value: ({ fileNumber }) => fileNumber, meta: 'z:callNumber', csl: 'call-number', ris: 'CN' },
  // Zotero takes it from the description of the page.
  { value: ({ summary }) => summary, csl: 'abstract', bibtex: 'abstract', ris: 'AB' },
  // BibTeX and biblatex pass over a field that they do not know; `note` and `annote` would be printed.
  { value: extra, meta: 'z:extra', csl: 'note', bibtex: 'extra', ris: 'N1' },
  { value: ({ language }) => language, meta: 'z:language', csl: 'language', ris: 'LA' },
  // That of the title, by which biblatex divides words.
  { value: () => 'english', bibtex: 'langid' },
  { value: ({ rights }) => rights, meta: 'z:rights' },
  { type: 'address', value: ({ permalink }) => permalink, meta: 'z:url', csl: 'URL', bibtex: 'url', ris: 'UR' },
];

/** The rows of the table that a document fills and a format carries, each with its value and its name there. */
export const fieldsIn = (format: 'meta' | 'csl' | 'bibtex' | 'ris', record: CitationRecord) =>
  citationFields.flatMap((row) => {
    const value = row.value(record) ?? '';
    const names = value.length > 0 ? [row[format] ?? []].flat() : [];
    return names.map((name) => ({ ...row, name, value }));
  });
type FilledField = ReturnType<typeof fieldsIn>[number];

/** A value in words; of names each by itself, `Family, Given` as the register divides it, else as it is filed. */
export const wordsOf = ({ value }: FilledField): string[] =>
  typeof value === 'string'
    ? [value]
    : value.map(({ family, given, sortName }) => (family && given ? `${family}, ${given}` : sortName));

/**
 * The heading as printed, and in brackets, as what is not printed stands in them, what tells the document from
 * others: `… to the Secretary of State [telegram no. 39, January 31, 1936, document 32]`. No field for number, day
 * or document of a chapter is printed truly in every style and program; the title is, on every route the same.
 */
export function citedTitle(record: CitationRecord): string {
  const { title, document } = record;
  const known = [kindBesideTitle(record), dayBesideTitle(record), document && `document ${document}`];
  const told = known.filter(Boolean).join(', ');
  return told === '' ? title : `${title} [${told}]`;
}

function bookTitle({ seriesTitle, volumeTitle, volume }: CitationRecord): string {
  return [seriesTitle, volumeTitle, volume.part && `Part ${volume.part}`].filter(Boolean).join(', ');
}

/** What later notes call the document: `Telegram no. 39`, or its kind and date. */
function shortTitle(record: CitationRecord): string {
  if (record.number !== undefined || record.date === '') return capitalized(kindAndNumber(record));
  return `${capitalized(record.kind)}, ${isoDateWords(record.date)}`;
}

/** What no field holds: kind and number, who received it, number in the volume, source, version. */
function extra(record: CitationRecord): string {
  const { document, revision } = record;
  const parts = [
    capitalized(kindAndNumber(record)) + toWhom(record),
    document && `doc. ${document}`,
    record.fileNumber && `file ${record.fileNumber}`,
    `source: ${record.sourceUrl}`,
    revision && `version ${revision.version} of this edition`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** `.bib`, in UTF-8: an `@incollection` a document, keyed by its id. */
export function bibtex(records: readonly CitationRecord[]): string {
  const entries = records.map((record) => {
    const fields = fieldsIn('bibtex', record).map((field) => `  ${field.name} = {${bibtexValue(field)}},\n`);
    return `@incollection{${record.id},\n${fields.join('')}}\n`;
  });
  return entries.join('\n');
}

/** Titles stand in a second pair of braces, because styles would change their capitals. */
function bibtexValue({ type, value, name }: FilledField): string {
  if (typeof value !== 'string') return value.map(bibtexName).join(' and ');
  if (type === 'address') return value.replaceAll('{', '%7B').replaceAll('}', '%7D');
  if (type === 'pages') return tex(value).replaceAll('–', '--');
  return name.endsWith('title') ? `{${tex(value)}}` : tex(value);
}

/** A person as `Family, Given`; a name that is not divided is braced whole. */
const bibtexName = ({ family, given, name }: CitedName): string =>
  family && given ? `${tex(family)}, ${tex(given)}` : `{${tex(name)}}`;

/** The characters that no backslash prints. BibTeX counts even an escaped brace: they have names. */
const texNames: Readonly<Record<string, string>> = {
  '\\': 'backslash',
  '{': 'braceleft',
  '}': 'braceright',
  '^': 'asciicircum',
  '~': 'asciitilde',
};

/** Words as TeX prints them: the characters that mean something to it are escaped. */
const tex = (text: string): string =>
  text.replace(/[\\{}$&%#_^~]/g, (sign) => (texNames[sign] ? `\\text${texNames[sign]}{}` : `\\${sign}`));

/** One item of CSL-JSON: a `chapter` of the volume. */
export function cslItem(record: CitationRecord): Readonly<Record<string, unknown>> {
  const fields = fieldsIn('csl', record).map((field): [string, unknown] => [field.name, cslValue(field)]);
  return { id: record.id, type: 'chapter', ...Object.fromEntries(fields) };
}

/** `.csl.json`: an array of items of CSL-JSON 1.0, for everyone’s own styles. */
export const cslJson = (records: readonly CitationRecord[]): string =>
  `${JSON.stringify(records.map(cslItem), null, 2)}\n`;

/** Persons in parts, offices and undivided names as literals. */
function cslValue({ type, value }: FilledField): unknown {
  if (typeof value !== 'string')
    return value.map(({ family, given, name }) => (family && given ? { family, given } : { literal: name }));
  return type === 'year' ? { 'date-parts': [[Number(value)]] } : value;
}

/** `.ris`: a record of type `CHAP` a document, in UTF-8 with CRLF line ends as the format asks. */
export function ris(records: readonly CitationRecord[]): string {
  const written = records.map((record) => {
    const fields = fieldsIn('ris', record).flatMap((field) =>
      wordsOf(field).flatMap((words) => {
        // The first page and the last have a tag each.
        const values = field.type === 'pages' ? words.split(/[–-]/).slice(0, 2) : [words];
        return values.map((value, index) => [index === 0 ? field.name : 'EP', value]);
      }),
    );
    const lines = [['TY', 'CHAP'], ['ID', record.id], ...fields, ['ER', '']];
    return lines.map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`).join('');
  });
  return written.join('\r\n');
}
