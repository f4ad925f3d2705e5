/** What a reader typed → what is to be found. Nothing typed is dropped in silence: what is not understood is explained. */
import { fold, foldedWords } from './words.ts';

/** What may stand before a colon, with what it looks in. */
export const fields = {
  file: 'the file number',
  tel: 'the telegram’s number',
  from: 'the sender',
  to: 'the recipient',
  place: 'the places',
  year: 'the year',
  note: 'the notes',
} as const;
export type Field = keyof typeof fields;

/** One thing to be found, or, with a minus before it, not to be found. */
export interface Term {
  /** The words in the order in which they must stand; folded. */
  readonly words: readonly string[];
  /** Where to look; absent, in the whole document and its record. */
  readonly field?: Field | undefined;
  /** Whether it was put in quotation marks, or is a file number: then other forms are not asked for. */
  readonly quoted: boolean;
  readonly excluded: boolean;
  /** As it was typed. */
  readonly typed: string;
}

export interface Query {
  readonly terms: readonly Term[];
  /** Sentences for the reader: what was not understood, and what was done instead. */
  readonly notices: readonly string[];
}

/** More than anyone types, in characters and in words; a pasted page is cut here, and says so. */
const mostCharacters = 2000;
const mostTerms = 40;

/** A minus, a field, then words in quotation marks, a file number, or one word. */
const termPattern =
  /([-−](?=[^\s]))?(?:(\p{L}+):(?=\s|$|["\p{L}\p{N}\[]))?(?:"([^"]*)("|$)|(\d{3}[A-Z]?\.\S*(?:\s+[\p{L}.]+){0,3}?\s*\/\s*\d+\S*)|([^\s"]+))?/gu;

/**
 * Reads a query: `"uneasy feeling" Comintern -Litvinov file:761.93`.
 *
 * Curly quotation marks are straight ones, `[sic]` and `[?]` are forgiven, brackets and dashes are
 * spaces, accents are nothing. A word with a hyphen, a stroke or a colon inside is a phrase, and so
 * is a file number.
 */
export function parseQuery(typed: string): Query {
  const text = typed
    .slice(0, mostCharacters)
    .normalize('NFC')
    .replace(/[“”„‟«»＂]/g, '"')
    .replace(/\[\s*(?:sic|\?)\s*(?:[.!]\s*)?\]/gi, ' ');
  const terms: Term[] = [];
  const notices: string[] = [];
  for (const match of text.matchAll(termPattern)) {
    const [whole, minus, name, quoted, closing, fileNumber, bare] = match;
    if (whole.trim() === '') continue;
    const field = name === undefined ? undefined : fieldNamed(name);
    if (name !== undefined && field === undefined) notices.push(unknownField(name));
    if (quoted !== undefined && closing === '') {
      notices.push('A quotation mark is not closed; the phrase was taken to the end of the line.');
    }
    const value = quoted ?? fileNumber ?? bare ?? '';
    // A field that does not exist is taken for a word: `Subject:tin` looks for both words together.
    const words = foldedWords(field === undefined && name !== undefined ? `${name} ${value}` : value);
    const problem = field === undefined ? undefined : fieldProblem(field, words);
    if (problem !== undefined) {
      notices.push(problem);
      continue;
    }
    if (words.length === 0) {
      if (/["[\]()]/.test(whole) || minus) notices.push(nothingIn(whole.trim()));
      continue;
    }
    terms.push({
      words,
      field,
      // A whole file number is meant to the letter.
      quoted: quoted !== undefined || fileNumber !== undefined,
      excluded: minus !== undefined,
      typed: whole.trim(),
    });
  }
  return finish(terms, notices, typed);
}

function finish(terms: readonly Term[], notices: string[], typed: string): Query {
  if (typed.length > mostCharacters) {
    notices.push(`The query is long; only its first ${mostCharacters.toLocaleString('en')} characters were read.`);
  }
  if (terms.length > mostTerms) {
    notices.push(`The query is long; only its first ${mostTerms} words and phrases were looked for.`);
  }
  const kept = terms.slice(0, mostTerms);
  if (kept.length > 0 && kept.every(({ excluded }) => excluded)) {
    notices.push('A minus only takes away. Give at least one word that is to be found.');
  } else if (kept.length === 0 && notices.length === 0 && typed.trim() !== '') {
    notices.push(nothingIn(typed.trim()));
  }
  return { terms: kept, notices };
}

/** Whether there is anything to be found. */
export function isAnswerable({ terms }: Query): boolean {
  return terms.some(({ excluded }) => !excluded);
}

function fieldNamed(name: string): Field | undefined {
  const folded = fold(name);
  return Object.hasOwn(fields, folded) ? (folded as Field) : undefined;
}

function fieldProblem(field: Field, words: readonly string[]): string | undefined {
  if (words.length === 0) {
    return `After “${field}:” the search expects what to look for in ${fields[field]}, without a space between.`;
  }
  const value = words.join(' ');
  if (field === 'year' && !/^\d{1,4}(?: \d{4})?$/.test(value)) {
    return `After “year:” the search expects a year, such as year:1936, or two, such as year:1934-1936; it found “${value}”.`;
  }
  if (field === 'tel' && !/^\d+$/.test(value)) {
    return `After “tel:” the search expects a number, such as tel:39; it found “${value}”.`;
  }
  return undefined;
}

function unknownField(name: string): string {
  const known = Object.keys(fields).map((field) => `${field}:`);
  return `There is no field “${name}:”; it was taken for a word. The fields are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`;
}

function nothingIn(typed: string): string {
  return `There is no word or number to look for in “${typed}”.`;
}
