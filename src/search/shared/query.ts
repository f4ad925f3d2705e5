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
  readonly field: Field | undefined;
  /** Whether it was put in quotation marks, or is a file number: then other forms are not asked for. */
  readonly quoted: boolean;
  readonly excluded: boolean;
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
  /(?<minus>[-−](?=[^\s]))?(?:(?<name>\p{L}+):(?=\s|$|["\p{L}\p{N}\[]))?(?:"(?<phrase>[^"]*)(?<closing>"|$)|(?<number>\d{3}[A-Z]?\.\S*(?:\s+[\p{L}.]+){0,3}?\s*\/\s*\d+\S*)|(?<bare>[^\s"]+))?/gu;

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
  const all: Term[] = [];
  const notices: string[] = [];
  for (const { 0: whole, groups = {} } of text.matchAll(termPattern)) {
    const { minus, name, phrase, closing, number, bare } = groups as Partial<Record<string, string>>;
    const field = Object.keys(fields).find((one): one is Field => name !== undefined && one === fold(name));
    if (name !== undefined && field === undefined) notices.push(unknownField(name));
    if (closing === '') notices.push(unclosed);
    const value = phrase ?? number ?? bare ?? '';
    // A field that does not exist is taken for a word: `Subject:tin` looks for both words together.
    const words = foldedWords(field === undefined && name !== undefined ? `${name} ${value}` : value);
    const problem = field === undefined ? undefined : fieldProblem(field, words);
    // A whole file number is meant to the letter.
    const quoted = phrase !== undefined || number !== undefined;
    if (problem !== undefined) notices.push(problem);
    else if (words.length > 0) all.push({ words, field, quoted, excluded: minus !== undefined });
    else if (minus !== undefined || /["[\]()]/.test(whole)) notices.push(nothingIn(whole.trim()));
  }
  if (typed.length > mostCharacters) {
    notices.push(`The query is long; only its first ${mostCharacters.toLocaleString('en')} characters were read.`);
  }
  if (all.length > mostTerms) {
    notices.push(`The query is long; only its first ${mostTerms} words and phrases were looked for.`);
  }
  const query = { terms: all.slice(0, mostTerms), notices };
  if (query.terms.length > 0 && !isAnswerable(query)) {
    notices.push('A minus only takes away. Give at least one word that is to be found.');
  } else if (query.terms.length === 0 && notices.length === 0 && typed.trim() !== '') {
    notices.push(nothingIn(typed.trim()));
  }
  return query;
}

/** Whether there is anything to be found. */
export function isAnswerable({ terms }: Query): boolean {
  return terms.some(({ excluded }) => !excluded);
}

/** What the values of some fields look like, and how that is said. */
const values: Partial<Record<Field, readonly [pattern: RegExp, expected: string]>> = {
  year: [/^\d{1,4}(?: \d{4})?$/, 'a year, such as year:1936, or two, such as year:1934-1936'],
  tel: [/^\d+$/, 'a number, such as tel:39'],
};

function fieldProblem(field: Field, words: readonly string[]): string | undefined {
  const expects = `After “${field}:” the search expects`;
  if (words.length === 0) return `${expects} what to look for in ${fields[field]}, without a space between.`;
  const value = words.join(' ');
  const [pattern, expected] = values[field] ?? [];
  return pattern?.test(value) === false ? `${expects} ${expected}; it found “${value}”.` : undefined;
}

function unknownField(name: string): string {
  const known = Object.keys(fields).map((field) => `${field}:`);
  return `There is no field “${name}:”; it was taken for a word. The fields are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`;
}

const unclosed = 'A quotation mark is not closed; the phrase was taken to the end of the line.';
const nothingIn = (typed: string): string => `There is no word or number to look for in “${typed}”.`;
