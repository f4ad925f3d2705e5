/**
 * The files beside a document's page: one row a form, with its media type, what
 * a reader calls it, and what it is to the page. The build, `dev`, the
 * page's head and `/edition.json` read this table.
 */
import { addresses, type DocumentForm } from '../edition/addresses.ts';
import { printedText } from '../edition/printed-text.ts';
import type { Publication } from '../edition/publish.ts';
import { bibtex, cslItem, cslJson, ris } from './citation-files.ts';
import { citationRecord, type CitationRecord } from './citation-record.ts';
import { csv } from './csv.ts';
import { epub, epubType, volumeBook, type Typeset } from './epub.ts';
import type { BookVolume } from './epub-pages.ts';
import { tei } from './tei.ts';

/** A form of a document beside its page. */
interface DocumentFile {
  readonly label: string;
  /** Media type with its charset. */
  readonly mediaType: string;
  /** Signposting relation: the text itself is an `item`, what tells of it `describedby`. */
  readonly relation: 'item' | 'describedby';
  /** The characters of the file, to be written as UTF-8. */
  readonly write: (publication: Publication) => string;
}

const text = (label: string, type: string, write: DocumentFile['write']): DocumentFile => ({
  label,
  mediaType: `${type}; charset=utf-8`,
  relation: 'item',
  write,
});
const citation = (label: string, type: string, write: (record: CitationRecord) => string): DocumentFile => ({
  ...text(label, type, (publication) => write(citationRecord(publication))),
  relation: 'describedby',
});

export const documentFiles: Readonly<Record<DocumentForm, DocumentFile>> = {
  txt: text('Plain text', 'text/plain', ({ document }) => printedText(document)),
  xml: text('TEI XML', 'application/tei+xml', tei),
  'csl.json': citation('CSL-JSON', 'application/vnd.citationstyles.csl+json', cslJson),
  bib: citation('BibTeX', 'application/x-bibtex', bibtex),
  ris: citation('RIS', 'application/x-research-info-systems', ris),
};

/** A file of a volume, beside its contents. */
interface VolumeFile {
  readonly label: string;
  /** Media type, of text with its charset. */
  readonly mediaType: string;
  /** Its characters, to be written as UTF-8, or its bytes; books are set in what `typeset` makes. */
  readonly write: (volume: BookVolume, typeset: () => Typeset) => string | Uint8Array;
}

/** A file of citation data of many documents. */
interface ListFile extends Omit<VolumeFile, 'write'> {
  readonly write: (publications: readonly Publication[]) => string;
}

const citationList = (form: 'bib' | 'ris' | 'csl.json', write: ListFile['write']): ListFile => ({
  label: documentFiles[form].label,
  mediaType: documentFiles[form].mediaType,
  write,
});

/** Of the whole edition and of a volume, by file ending. */
export const listFiles: Readonly<Record<string, ListFile>> = {
  bib: citationList('bib', (all) => all.map(documentFiles.bib.write).join('\n')),
  ris: citationList('ris', (all) => all.map(documentFiles.ris.write).join('\r\n')),
  'csl.json': citationList('csl.json', (all) => {
    return `${JSON.stringify(
      all.map((one) => cslItem(citationRecord(one))),
      null,
      2,
    )}\n`;
  }),
  csv: { label: 'CSV', mediaType: 'text/csv; charset=utf-8', write: csv },
};

/** By file ending. */
export const volumeFiles: Readonly<Record<string, VolumeFile>> = {
  epub: {
    label: 'EPUB',
    mediaType: epubType,
    write: (volume, typeset) => epub(volumeBook(volume), typeset()),
  },
  ...Object.fromEntries(
    Object.entries(listFiles).map(([form, { write, ...file }]) => [
      form,
      { ...file, write: ({ documents }: BookVolume) => write(documents.map(({ publication }) => publication)) },
    ]),
  ),
};

/** Absolute address of one form of a document on this site. */
export function fileAddress({ home, document }: Publication, form: DocumentForm): string {
  return home + addresses.file(document.id, form).slice(1);
}
