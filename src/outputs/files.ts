/**
 * The files beside a document's page: one row a form, with its media type, what
 * a reader calls it, and what it is to the page. The build, `dev`, the
 * page's head and `/edition.json` read this table.
 */
import type { DocumentForm } from '../edition/addresses.ts';
import { addresses } from '../edition/addresses.ts';

import { bibtex } from './citation-files.ts';
import { citationRecord } from './citation-record.ts';
import { cslJson } from './citation-files.ts';
import { printedText } from '../edition/printed-text.ts';
import { ris } from './citation-files.ts';
import { tei } from './tei.ts';
import type { Publication } from '../edition/publish.ts';

/** A form of a document beside its page. */
export interface DocumentFile {
  readonly label: string;
  /** Media type, with the charset where the type has one. */
  readonly mediaType: string;
  /** Signposting relation: the text itself is an `item`, what tells of it `describedby`. */
  readonly relation: 'item' | 'describedby';
  /** The characters of the file, to be written as UTF-8. */
  readonly write: (publication: Publication) => string;
}

export const documentFiles: Readonly<Record<DocumentForm, DocumentFile>> = {
  txt: {
    label: 'Plain text',
    mediaType: 'text/plain; charset=utf-8',
    relation: 'item',
    write: ({ document }) => printedText(document),
  },
  xml: {
    label: 'TEI XML',
    mediaType: 'application/tei+xml; charset=utf-8',
    relation: 'item',
    write: tei,
  },
  'csl.json': {
    label: 'CSL-JSON',
    mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    relation: 'describedby',
    write: (publication) => cslJson(citationRecord(publication)),
  },
  bib: {
    label: 'BibTeX',
    mediaType: 'application/x-bibtex; charset=utf-8',
    relation: 'describedby',
    write: (publication) => bibtex(citationRecord(publication)),
  },
  ris: {
    label: 'RIS',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    relation: 'describedby',
    write: (publication) => ris(citationRecord(publication)),
  },
};

/** Absolute address of one form of a document on this site. */
export function fileAddress({ home, document }: Publication, form: DocumentForm): string {
  return home + addresses.file(document.id, form).slice(1);
}
