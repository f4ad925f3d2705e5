/** Results to take along: citations of all documents found, each with the places that were found, or tables. Loaded only when wanted. */
import { addresses } from '../../edition/addresses.ts';
import { pageAnchor, placeName } from '../../edition/places.ts';
import { spreadsheet } from '../../edition/spreadsheet.ts';
import { concordance, type ConcordanceOrder } from '../shared/concordance.ts';
import type { Result } from './results.ts';
import { href } from './views.ts';

/** The forms of an export of documents, with their names for the reader; their lines are a table. */
export const exportForms = { ris: 'RIS', bib: 'BibTeX', 'csl.json': 'CSL-JSON', csv: 'CSV' } as const;
export type ExportForm = keyof typeof exportForms | 'lines';

/** A place as other programs look for it, with a plain space: `¶ 2`. */
const placeOf = (anchor: string): string => placeName(anchor).replace('\u00A0', ' ');

/** The places of a document that answer: `¶ 2, note 56`. */
const placesOf = ({ match }: Result): string =>
  [...new Set(match.hits.map(({ anchor }) => placeOf(anchor)))].join(', ');

/** Absolute address of a document of the site, or of a place in it. */
const addressOf = (id: string, anchor: string | undefined): string =>
  new URL(href(addresses.document(id)) + (anchor ? `#${pageAnchor(anchor)}` : ''), location.href).href;

/** The results in a form, lines in an order. Throws an Error where a document's citation cannot be loaded. */
export async function exported(form: ExportForm, results: readonly Result[], order: ConcordanceOrder): Promise<string> {
  if (form === 'csv') {
    const rows = results.map((result) => {
      const { id, title, recordLine, sent, match } = result;
      const address = addressOf(id, match.hits[0]?.anchor);
      return [id, title, recordLine, sent, placesOf(result), match.exact ? 'exact' : 'near', address];
    });
    return spreadsheet([['id', 'title', 'record', 'sent', 'places', 'answers', 'address'], ...rows]);
  }
  if (form === 'lines') {
    const rows = concordance(results, order).map(({ before, found, after, anchor, result }) => {
      const { id, sent, recordLine } = result;
      return [before.trim(), found, after.trim(), sent, recordLine, placeOf(anchor), addressOf(id, anchor)];
    });
    return spreadsheet([['before', 'found', 'after', 'sent', 'record', 'place', 'address'], ...rows]);
  }
  const files: string[] = [];
  // The citations are those of the documents' own files, a few at a time.
  for (let at = 0; at < results.length; at += 20) {
    files.push(...(await Promise.all(results.slice(at, at + 20).map((result) => citationOf(form, result)))));
  }
  return form === 'csl.json' ? `[\n${files.join(',\n')}\n]\n` : files.join('\n');
}

/** The citation of a document, with the places that were found in the field that the form has for a reader's notes. */
async function citationOf(form: ExportForm, result: Result): Promise<string> {
  const response = await fetch(href(addresses.file(result.id, form)));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const file = await response.text();
  const places = placesOf(result);
  const note = places === '' ? undefined : `Found in ${places}`;
  if (form === 'csl.json') return JSON.stringify({ ...(JSON.parse(file) as object[])[0], annote: note }, null, 2);
  if (note === undefined) return file;
  if (form === 'ris') return file.replace(/^ER {2}-/m, () => `RN  - ${note}\r\nER  -`);
  return file.replace(/\}\s*$/, () => `  annotation = {${note}},\n}\n`);
}
