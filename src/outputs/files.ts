/**
 * The files beside pages: one row a form, with its media type, what a reader calls it, and what it is to the page.
 * The build, `dev`, the page's head and `/edition.json` read these tables.
 */
import { addresses } from '../edition/addresses.ts';
import { printedText } from '../edition/printed-text.ts';
import type { Publication } from '../edition/publish.ts';
import { bibtex, cslJson, ris } from './citation-files.ts';
import { citationRecord, type CitationRecord } from './citation-record.ts';
import { csv } from './csv.ts';
import { epubType } from './epub.ts';
import { tei } from './tei.ts';

/** A form of file, whose characters are to be written as UTF-8. */
const form = <Of>(label: string, type: string, write: (of: Of) => string) => {
  return { label, mediaType: `${type}; charset=utf-8`, write };
};
const ofMany = (label: string, type: string, write: (records: readonly CitationRecord[]) => string) =>
  form(label, type, (all: readonly Publication[]) => write(all.map(citationRecord)));

/** Of the whole edition and of a volume, by file ending. */
export const listFiles = {
  bib: ofMany('BibTeX', 'application/x-bibtex', bibtex),
  ris: ofMany('RIS', 'application/x-research-info-systems', ris),
  'csl.json': ofMany('CSL-JSON', 'application/vnd.citationstyles.csl+json', cslJson),
  csv: form('CSV', 'text/csv', csv),
} as const;

const citation = ({ write, ...file }: ReturnType<typeof ofMany>) => {
  return { ...file, relation: 'describedby', write: (one: Publication) => write([one]) } as const;
};

/** Of a document, with the relation of Signposting: the text itself is an `item`, what tells of it `describedby`. */
export const documentFiles = {
  txt: { ...form('Plain text', 'text/plain', ({ document }: Publication) => printedText(document)), relation: 'item' },
  xml: { ...form('TEI XML', 'application/tei+xml', tei), relation: 'item' },
  'csl.json': citation(listFiles['csl.json']),
  bib: citation(listFiles.bib),
  ris: citation(listFiles.ris),
} as const;
export type DocumentForm = keyof typeof documentFiles;
/** The forms of a document beside its page, by file ending, in the order in which they are offered. */
export const documentForms = Object.keys(documentFiles) as readonly DocumentForm[];

/** What a volume has beside its contents, by file ending. */
export const volumeFiles = { epub: { label: 'EPUB', mediaType: epubType }, ...listFiles } as const;

/** Absolute address of one form of a document on this site. */
export const fileAddress = ({ home, document }: Publication, form: DocumentForm): string =>
  home + addresses.file(document.id, form).slice(1);
