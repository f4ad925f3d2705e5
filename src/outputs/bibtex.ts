/** `/documents/<id>.bib`: the citation as a BibTeX `@incollection`, in UTF-8. */
import { filledFields } from './citation/fields.ts';
import type { FilledField } from './citation/fields.ts';
import type { CitationRecord, CitedName } from './citation/record.ts';

/** The characters that mean something to TeX, and how each is written so that it is printed. */
const texEscapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

/** The file: one entry, keyed by the document's id. */
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
