/** The phrases that citation forms are put together from: names, dates, numbers. */
import { isoDateWords, monthName } from '../../edition/date-words.ts';
import type { CitationRecord, CitedName } from './record.ts';

/** `A`, `A and B`, `A, B, and C`. */
export function series(words: readonly string[], conjunction = 'and'): string {
  const last = words.at(-1) ?? '';
  if (words.length < 3) return words.join(` ${conjunction} `);
  return `${words.slice(0, -1).join(', ')}, ${conjunction} ${last}`;
}

/** Who writes or receives, in running words; an office takes its article: `the Secretary of State`. */
export function inWords(names: readonly CitedName[]): string {
  return series(names.map((one) => (one.office ? withArticle(one.name) : one.name)));
}

function withArticle(office: string): string {
  return /^the /i.test(office) ? office.replace(/^The /, 'the ') : `the ${office}`;
}

/** First name inverted as it is filed, the others in reading order: `Henderson, Loy W., and Angus Ward`. */
export function filed(names: readonly CitedName[]): string {
  const [first, ...others] = names;
  if (!first) return '';
  if (others.length === 0) return first.sortName;
  const comma = first.sortName === first.name && others.length === 1 ? '' : ',';
  const last = others.at(-1)?.name ?? '';
  const middle = others.slice(0, -1).map((one) => ` ${one.name},`);
  return `${first.sortName}${comma}${middle.join('')} and ${last}`;
}

/** `telegram no. 39`, or the bare kind where there is no number. */
export function kindAndNumber(record: Pick<CitationRecord, 'kind' | 'number'>): string {
  return record.number === undefined ? record.kind : `${record.kind} no. ${record.number}`;
}

/** First letter as a capital, the rest as it is. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Ends a sentence with one full stop, not two. */
export function stopped(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

/** Double quotation marks round words whose own become single. */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** `p. 32`, `pp. 32–33`. */
export function pagesInWords(pages: string): string {
  return `${/^\d+$/.test(pages) ? 'p.' : 'pp.'} ${pages}`;
}

/** An ISO date as MLA 9 abbreviates it: `31 Jan. 1936`; May, June and July stand whole. */
export function mlaDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = monthName(Number(month));
  const short = name.length <= 4 ? name : `${name.slice(0, name === 'September' ? 4 : 3)}.`;
  return [day === undefined ? undefined : String(Number(day)), short, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** A whole number from 1 to 3999 in capital Roman numerals: `4` → `IV`. */
export function roman(number: number): string {
  const numerals = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = number;
  return numerals
    .map(([value, numeral]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return numeral.repeat(times);
    })
    .join('');
}

/**
 * A name as APA 7 lists it: `Henderson, L. W.`. Given names become initials only in scripts that
 * have capitals; any other name stands whole, as it is filed.
 */
export function apaName(name: CitedName): string {
  const { family, given } = name;
  if (!family || !given || !/^\p{Lu}/u.test(given)) return name.sortName;
  const initials = given.split(/\s+/).map((part) =>
    part
      .split('-')
      .map((half) => half.replace(/^(.).*$/su, '$1.'))
      .join('-'),
  );
  return `${family}, ${initials.join(' ')}`;
}

/** Names as APA 7 lists them: `A, & B`. */
export function apaNames(names: readonly CitedName[]): string {
  const listed = names.map(apaName);
  if (listed.length < 2) return listed.join('');
  return `${listed.slice(0, -1).join(', ')}, & ${listed.at(-1)}`;
}

/**
 * A subseries in APA's sentence case. Proper names cannot be told from other words, so only the
 * common nouns that FRUS subseries end in are lowered: `Diplomatic papers`, but `The Soviet Union`.
 */
export function sentenceCased(subseries: string): string {
  return subseries.replace(/(?<=\s)(?:Papers|Documents|Correspondence|Supplement)\b/g, (word) => word.toLowerCase());
}

/** Which version is cited, for what stands beside the forms: `version 1 (November 23, 2026)`. */
export function versionInWords({ revision }: Pick<CitationRecord, 'revision'>): string {
  return revision ? `version ${revision.version} (${isoDateWords(revision.date)})` : 'not yet in a numbered version';
}
