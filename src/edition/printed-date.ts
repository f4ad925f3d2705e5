/** A date as a volume prints it → its fields: place, day, hour, and which of them stand in brackets. */
import { monthNumber, months } from './date-words.ts';

/** The parts of a day, as a date gives them in figures. */
export const dayParts = ['year', 'month', 'day'] as const;

const anyMonth = [...months, String.raw`(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec) ?\.`].join('|');
/** The number of a month, `02`, by its printed name: `Feb.` */
const numberOf = (name: string): string => two(monthNumber(name));
/** A name that begins with that of a month is none: `Augusta`. */
const month = `(?<month>${anyMonth})(?![a-zà-ÿ])`;
const correction = String.raw`(?: \[(?:sic|(?<corrected>\d{1,2}))\])?`;
const dash = '[-–—]';
/** The day of the old calendar, before that of the new: `March 29/April 10`. */
const oldStyle = new RegExp(String.raw`(?<!\d)\d{1,2} ?[/(](?=(?:(?:${anyMonth}) )?\d{1,2}\b)`);
/** A year that stands apart from its day, and is no hour of Greenwich. */
const laterYear = /(?<!\d)(?:1[6-9]|20)\d\d(?![\dZ])/;

/** The ways in which a day is printed, the fullest first. */
const dayForms = [
  String.raw`${month} (?<day>\d{1,2}), (?<firstYear>\d{4}) ?${dash} ?(?<lastMonth>${anyMonth}) (?<last>\d{1,2}), (?<year>\d{4})`,
  String.raw`${month} \[?(?<day>\d{1,2})(?:st|nd|rd|th|d)?${correction}(?: ?${dash} ?(?:(?<lastMonth>${anyMonth}) )?(?<last>\d{1,2})(?=,|\.?$))?(?:[?,\]]* ?\[?(?<year>\d{4}))?(?!\d)`,
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|d)?${correction}(?: day)?(?: of)? ${month},? (?:A\. ?D\. )?\[?(?<year>\d{4})`,
  // A day that is left open is printed as a dash or dots, or as nothing.
  String.raw`${month}[-–—_.?,\] ]*(?:\[[-–—_.?]+\],?)? \[?(?<year>\d{4})`,
].map((form) => new RegExp(form, 'd'));
/** The end of a span of hours is not its hour; from the sixties on, telegrams give it by the clock of Greenwich. */
const hourForm =
  /(?<!\d\.?)(?<!\b\d{1,2}(?::\d\d)?[-–])(?<hours>1[0-2]|[1-9])(?:[:.] ?(?<minutes>[0-5]\d))? (?<half>[ap])\. ?m\b|(?<![\p{L}])(?:12 )?(?<word>noon|midnight|(?<=12 )m\b)|(?<!\d)(?<zulu>(?:[01]\d|2[0-3])[0-5]\d)Z\b/u;

const two = (figures: string | number): string => String(figures).padStart(2, '0');

/** Whether the sign at an offset of a line stands between brackets. */
const isBracketed = (line: string, offset: number): boolean =>
  line.lastIndexOf('[', offset) > line.slice(0, offset).lastIndexOf(']');

/** Reads a dateline: `Moscow, February 3, 1936—5 p. m.`, `[Washington,] May 6, 1930.`, `La Paz [, undated].` */
export function readDateline(printed: string) {
  // The day of receipt may stand in it: (Received July 23, 2.30 a. m.); what is withheld is no place.
  const line = printed.replace(/[[(]Rec(?:eived|[’']d)\b.*$|\[[^\]]+ not declassified\]/g, '');
  const read = readParts(line);
  const [before = ''] = line.split(new RegExp(String.raw`${month}|\d|\[?,? ?\[?[Uu]ndated`));
  const place = before.replace(
    /^\[|^(?:Dated|Done|Given|Signed) (?:at|in) (?:the city of )?|(?:,? th(?:e|is))?[\s,[\]]+$/g,
    '',
  );
  const isSupplied = place !== '' && isBracketed(line, line.indexOf(place));
  return {
    ...read,
    /** `Moscow`, without the brackets that may stand around it. */
    place: place || undefined,
    supplied: [...(isSupplied ? (['place'] as const) : []), ...read.supplied],
  };
}

/** A line of receipt that follows in a dateline: `(Received July 23.)` */
export const receivedWithin = /(?<=[[(])Rec(?:eived|[’']d) [^\])]+/;

/** Reads a line of receipt; the day of sending supplies what it does not print, and January may answer December. */
export function readReceipt(line: string, sent = '') {
  const read = readParts(line.replace(/^\s*\[|\]\s*$/g, ''));
  const { date = '', hour } = read;
  if (date === '' && hour !== undefined && /^\d{4}-\d\d-/.test(sent))
    return { ...read, date: sent, supplied: [...read.supplied, ...dayParts] };
  if (!/^\d\d-\d\d$/.test(date) || !/^\d{4}/.test(sent)) return read;
  const later = date.slice(0, 2) === '01' && sent.slice(5, 7) === '12' ? 1 : 0;
  const year = Number(sent.slice(0, 4)) + later;
  return { ...read, date: `${year}-${date}`, supplied: [...read.supplied, 'year' as const] };
}

/** What a printed dateline or line of receipt says, as far as it does. */
export type PrintedDate = ReturnType<typeof readReceipt> & { readonly place?: string | undefined };

function readParts(printed: string) {
  const line = printed.replace(oldStyle, '');
  const supplied: ('place' | 'hour' | (typeof dayParts)[number])[] = [];
  const found = dayForms.map((form) => form.exec(line)).find((match) => match !== null);
  let date: string | undefined;
  if (found?.groups) {
    const later = laterYear.exec(line);
    const { year = later?.[0], firstYear = year, month: name = '', day } = found.groups;
    const { corrected, last, lastMonth } = found.groups;
    const start = `${firstYear === undefined ? '' : `${firstYear}-`}${numberOf(name)}`;
    date = day === undefined ? start : `${start}-${two(corrected ?? day)}`;
    if (last !== undefined) {
      date += `/${lastMonth === undefined ? start : `${year}-${numberOf(lastMonth)}`}-${two(last)}`;
    }
    const inBrackets = (part: (typeof dayParts)[number]): boolean => {
      const at = found.indices?.groups?.[part]?.[0] ?? (part === 'year' ? later?.index : undefined);
      return at !== undefined && isBracketed(line, at);
    };
    supplied.push(...dayParts.filter((part) => inBrackets(part) || (part === 'day' && corrected !== undefined)));
  }
  const time = hourForm.exec(line);
  const { hours, minutes = '00', half, word, zulu } = time?.groups ?? {};
  const figures = hours && `${two((Number(hours) % 12) + (half === 'p' ? 12 : 0))}:${minutes}`;
  const named = word && (word === 'midnight' ? '24:00' : '12:00');
  const hour = zulu?.replace(/^../, '$&:') ?? named ?? figures;
  if (time && isBracketed(line, time.index)) supplied.push('hour');
  return {
    /** `1936-02-03`; a span `1936-02-03/1936-02-05`; without year `02-03`. */
    date,
    /** By the clock of the place, of 24 hours: `17:00`; `midnight` is `24:00`, the end of the day that it stands with. */
    hour,
    /** How far its clock was from UTC, where it says that: `1435Z` is by that of Greenwich. */
    offset: zulu && '+00:00',
    /** Whether it says that no day is known. */
    undated: /\bundated\b/i.test(line),
    /** Parts that stand in brackets: supplied by the volume's editors. */
    supplied,
  };
}
