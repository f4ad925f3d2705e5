/** The record of a document as search knows it: passages of their own, and words that only fields ask for. */
import type { Passage } from './passage.ts';
import type { Field, Term } from './query.ts';
import { wordsIn } from './words.ts';

/** Fields that look in the record, with the passage of the record that answers them. */
export const recordPassage = {
  file: 'record-file',
  tel: 'record-tel',
  from: 'record-from',
  to: 'record-to',
  place: 'record-place',
  year: 'record-date',
} as const satisfies Record<Exclude<Field, 'note'>, string>;

/** Every passage of the record, in the order in which it is shown, with its name for the reader. */
export const recordLabels: Readonly<Record<string, string>> = {
  [recordPassage.file]: 'File number',
  [recordPassage.tel]: 'Number',
  'record-despatch': 'Number',
  [recordPassage.from]: 'From',
  [recordPassage.to]: 'To',
  [recordPassage.year]: 'Sent',
  'record-received': 'Received',
  [recordPassage.place]: 'Places',
  'record-mentions': 'Mentions',
};

/** A file number, or any words, without what divides them: `7619315manchuria35`. */
export function glued(text: string): string {
  return wordsIn(text)
    .map(({ folded }) => folded)
    .join('');
}

/**
 * Words that no reader types and that tell the index which record has a value: `zqfromhenderson`.
 * A file number is one word, so that its beginning finds it.
 */
export function fieldWordsOfRecord(passages: readonly Passage[]): string[] {
  return passages.flatMap(({ anchor, text }) => {
    const entry = Object.entries(recordPassage).find(([, passage]) => passage === anchor);
    if (entry === undefined) return [];
    const [field] = entry as [Field, string];
    const words = wordsIn(text).map(({ folded }) => folded);
    if (field === 'file') return [fieldWord(field, words.join(''))];
    const wanted = field === 'year' ? words.filter((word) => /^\d{4}$/.test(word)) : words;
    return [...new Set(wanted)].map((word) => fieldWord(field, word));
  });
}

/** What the index is asked for a field's term. */
export interface FieldWords {
  /** Words that must stand there whole. */
  readonly whole: readonly string[];
  /** Words of which the beginning is enough. */
  readonly begun: readonly string[];
}

/** The words of the index that a field's term asks for. */
export function fieldWordsOfTerm({ field, words }: Term): FieldWords {
  switch (field) {
    case undefined:
    case 'note':
      return { whole: [], begun: [] };
    case 'file':
      return { whole: [], begun: [fieldWord(field, words.join(''))] };
    case 'tel':
      return { whole: [fieldWord(field, words.join(''))], begun: [] };
    case 'year':
      return words.length > 1
        ? { whole: [], begun: [commonYears(words)] }
        : { whole: words.map((word) => fieldWord(field, word)), begun: [] };
    default:
      return { whole: [], begun: words.map((word) => fieldWord(field, word)) };
  }
}

/** The index finds words by their beginning: `1934`–`1936` begin with `193`. */
function commonYears(years: readonly string[]): string {
  const [from = '', to = ''] = years;
  let length = 0;
  while (length < from.length && from[length] === to[length]) length += 1;
  return fieldWord('year', from.slice(0, length));
}

function fieldWord(field: Field, word: string): string {
  return `zq${field}${word}`;
}
