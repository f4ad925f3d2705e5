/** What Pagefind is asked for, so that nothing that answers a query is missed; what it gives is checked afterwards. */
import type { Query, Term } from './query.ts';
import { fieldWordsOfTerm } from './record-words.ts';

/** Searches as Pagefind takes them: words, of which all count, or one phrase in quotation marks. */
export interface CandidateSearches {
  /** A document must be found by each of these; the last one ranks. Pagefind ranks words, not phrases. */
  readonly all: readonly string[];
  /** Instead of one of `all` that finds nothing: the same, found by the beginnings of words. */
  readonly insteadOf: Readonly<Record<string, string>>;
  /** Documents found by these come first. */
  readonly first: readonly string[];
}

/** Words that are nearly everywhere: of no use to find a document by, where there are others. */
const frequent = new Set(
  'a an and as at be been by for from had has have in is it its of on or that the their they this to was were which will with'.split(
    ' ',
  ),
);

/**
 * Plans the searches for a query. Pagefind understands a phrase only where it is the whole query,
 * so each phrase is a search of its own; all other words go into one search.
 */
export function candidateSearches({ terms }: Query): CandidateSearches {
  const asked = terms.filter(({ excluded }) => !excluded);
  const inText = asked.filter(({ field }) => field === undefined || field === 'note');
  const strict = inText.filter(({ quoted }) => quoted);
  const loose = inText.filter(({ quoted }) => !quoted).flatMap(({ words }) => words);
  const telling = loose.filter((word) => !frequent.has(word));
  const inRecord = asked.map(fieldWordsOfTerm);
  const whole = [
    ...strict.map(phrase),
    ...inRecord.flatMap((words) => words.whole).map((word) => quotedWords([word])),
  ];
  const begun = inRecord.flatMap((words) => words.begun);
  const words = [...(telling.length + whole.length + begun.length > 0 ? telling : loose), ...begun];
  const [only] = words;
  if (words.length === 1 && only !== undefined && begun.length === 0) {
    // The forms of a word are fewer than all words that begin so, and are what is meant if there are any.
    const forms = formsSearch(only);
    return {
      all: [...whole, forms, only],
      insteadOf: { [forms]: only },
      first: firstSearches(inText, forms),
    };
  }
  return {
    all: [...whole, ...(words.length > 0 ? [words.join(' ')] : [])],
    insteadOf: {},
    first: firstSearches(inText),
  };
}

/** The search that finds a word and its other forms, and nothing that merely begins like it. */
export function formsSearch(word: string): string {
  return quotedWords([word]);
}

/** All words as one phrase, and each word with a hyphen or the like inside; quoted phrases are sought anyway. */
function firstSearches(inText: readonly Term[], asked?: string): string[] {
  const plain = inText.filter(({ field }) => field === undefined);
  const loose = plain.filter(({ quoted }) => !quoted);
  const whole = plain.flatMap(({ words }) => words);
  return [
    ...new Set([
      ...(loose.length > 0 ? [quotedWords(whole)] : []),
      ...loose.filter(({ words }) => words.length > 1).map(phrase),
    ]),
  ].filter((search) => search !== asked);
}

function phrase({ words }: Term): string {
  return quotedWords(words);
}

function quotedWords(words: readonly string[]): string {
  return `"${words.join(' ')}"`;
}
