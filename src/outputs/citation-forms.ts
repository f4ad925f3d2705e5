/**
 * The five forms of citation: one row a style. The forms are the edition’s own, because no official style
 * sheet sets a telegram of *Foreign Relations* right.
 */
import { isoDateWords, monthName } from '../edition/date-words.ts';
import type { CitationRecord, CitedName } from './citation-record.ts';

/** A style of citation. */
interface CitationStyle {
  readonly key: string;
  /** What a reader calls it. */
  readonly label: string;
  /** The pieces of the citation in order. */
  readonly form: (record: CitationRecord) => readonly Piece[];
}

/** A document cited in one style. */
export interface Citation {
  readonly key: string;
  readonly label: string;
  readonly runs: readonly Run[];
}

const citationStyles = [
  // The manual's own form for a FRUS document: correspondents, kind, date, then the volume.
  {
    key: 'chicago-note',
    label: 'Chicago, note',
    form: (record) => [
      `${chicagoSubject(record)}, in `,
      ...chicagoVolume(record),
      ` (${record.volume.place}: ${record.volume.publisher}, ${published(record)})`,
      after(', ', chicagoPlace(record)),
      `, ${record.permalink}.`,
    ],
  },
  {
    key: 'chicago-bibliography',
    label: 'Chicago, bibliography',
    form: (record) => [
      chicagoLead(record),
      ' In ',
      ...chicagoVolume(record),
      after(', ', chicagoPlace(record)),
      `. ${record.volume.place}: ${stopped(`${record.volume.publisher}, ${published(record)}`)}`,
      ` ${record.permalink}.`,
    ],
  },
  // The Office of the Historian cites the volume and the number, with roman volume numbers.
  {
    key: 'office-of-the-historian',
    label: 'Office of the Historian',
    form: (record) => [
      italic(
        [
          record.seriesTitle,
          record.volume.number && `Volume ${roman(record.volume.number)}`,
          record.volume.part && `Part ${record.volume.part}`,
          record.volume.title,
        ]
          .filter(Boolean)
          .join(', '),
      ),
      ` (${city(record)}: ${record.volume.publisher}, ${published(record)})`,
      after(', ', record.document && `Document ${record.document}`),
      after(', ', record.pages && pagesInWords(record.pages)),
      `, ${record.permalink}.`,
    ],
  },
  {
    key: 'mla',
    label: 'MLA',
    form: ({ volume, ...record }) => [
      record.senders.length > 0 ? `${stopped(mlaNames(record))} ` : undefined,
      quoted(stopped(record.title)),
      after(' ', record.date && stopped(mlaDate(record.date))),
      ' ',
      italic(volume.title),
      `, ${volume.publisher}`,
      after(', ', volume.published),
      after(', ', record.document && `doc. ${record.document}`),
      after(', ', record.pages && pagesInWords(record.pages)),
      `, ${record.permalink}. `,
      volume.number ? `Vol. ${volume.number}` : 'Part',
      volume.part ? `, pt. ${volume.part}` : '',
      ' of ',
      italic(record.seriesTitle),
      '.',
    ],
  },
  {
    key: 'apa',
    label: 'APA',
    form: ({ volume, ...record }) => {
      const title = record.document ? `${record.title} (Document ${record.document})` : record.title;
      const when = ` (${volume.published || 'n.d.'}).`;
      const dated =
        record.senders.length > 0
          ? `${stopped(apaNames(record.senders))}${when} ${stopped(title)}`
          : `${stopped(title)}${when}`;
      return [
        `${dated} In `,
        italic(apaVolume(volume)),
        after(' ', record.pages && `(${pagesInWords(record.pages)})`),
        `. ${stopped(volume.publisher)} ${record.permalink}`,
        after(' ', record.date && `(Original work written ${isoDateWords(record.date)})`),
      ];
    },
  },
] as const satisfies readonly CitationStyle[];

/** A document cited in every style, in the order of the table. */
export function citations(record: CitationRecord): Citation[] {
  return citationStyles.map(({ key, label, form }) => ({ key, label, runs: runs(form(record)) }));
}

/** The Chicago note as far as the volume, capital first: also what a feed or a title calls a document. */
export function chicagoSubject(record: CitationRecord): string {
  const { senders, recipients } = record;
  const to = recipients.length > 0 ? ` to ${inWords(recipients)}` : '';
  const who = senders.length > 0 ? `${inWords(senders) + to},` : quoted(`${record.title},`);
  return `${capitalized(who)} ${kindAndNumber(record)}, ${dateInWords(record)}`;
}

/** `Henderson, Loy W., to Cordell Hull. Telegram no. 39, January 31, 1936.` */
function chicagoLead(record: CitationRecord): string {
  const { senders, recipients } = record;
  const kind = `${capitalized(kindAndNumber(record))}, ${stopped(dateInWords(record))}`;
  if (senders.length === 0) return `${quoted(stopped(record.title))} ${kind}`;
  const comma = senders.length === 1 && senders[0]?.sortName !== senders[0]?.name ? ',' : '';
  const to = recipients.length > 0 ? `${comma} to ${inWords(recipients)}` : '';
  return `${stopped(filed(senders) + to)} ${kind}`;
}

/** `*Series, 1936*, vol. 4, pt. 1, *Title*`; one title where the volume has no number. */
function chicagoVolume({ volume, seriesTitle }: CitationRecord): Piece[] {
  const numbered = [volume.number && `vol. ${volume.number}`, volume.part && `pt. ${volume.part}`]
    .filter(Boolean)
    .join(', ');
  return numbered === ''
    ? [italic(`${seriesTitle}, ${volume.title}`)]
    : [italic(seriesTitle), `, ${numbered}, `, italic(volume.title)];
}

/** `doc. 32`, or bare pages, as Chicago gives them. */
function chicagoPlace(record: CitationRecord): string | undefined {
  return record.document === undefined ? record.pages : `doc. ${record.document}`;
}

/** `Foreign Relations …: Diplomatic papers, 1936: Vol. 4. The Far East` */
function apaVolume(volume: CitationRecord['volume']): string {
  const name = volume.subseries ? `${volume.series}: ${sentenceCased(volume.subseries)}` : volume.series;
  const numbered = [volume.number && `Vol. ${volume.number}`, volume.part && `Pt. ${volume.part}`]
    .filter(Boolean)
    .join(', ');
  const dated = volume.years ? `${name}, ${volume.years}` : name;
  return `${dated}: ${numbered === '' ? '' : `${numbered}. `}${volume.title}`;
}

/** MLA names two authors, and the first of more. */
function mlaNames({ senders }: Pick<CitationRecord, 'senders'>): string {
  return senders.length < 3 ? filed(senders) : `${senders[0]?.sortName ?? ''}, et al.`;
}

function dateInWords(record: CitationRecord): string {
  return record.date === '' ? 'n.d.' : isoDateWords(record.date);
}

/** `Washington` of `Washington, DC`. */
function city({ volume }: CitationRecord): string {
  return volume.place.split(',')[0] ?? volume.place;
}

function published({ volume }: CitationRecord): string {
  return volume.published || 'n.d.';
}

/** A piece with what stands before it, or nothing where the piece is absent. */
function after(before: string, words: string | number | undefined): string | undefined {
  return words ? `${before}${words}` : undefined;
}

/** Some words of a citation, in roman or italic. */
interface Run {
  readonly text: string;
  readonly italic: boolean;
}

/** What a form is written from: roman words as strings, italic ones as runs, nothing for what is absent. */
export type Piece = string | Run | undefined;

/** Words in italics, as titles of books are set. */
export function italic(text: string): Run {
  return { text, italic: true };
}

/** Makes one citation of its pieces; neighbours in the same type become one run. */
export function runs(pieces: readonly Piece[]): Run[] {
  const made: Run[] = [];
  for (const piece of pieces) {
    if (piece === undefined) continue;
    const run = typeof piece === 'string' ? { text: piece, italic: false } : piece;
    const last = made.at(-1);
    if (run.text === '') continue;
    if (last?.italic === run.italic) made.splice(-1, 1, { ...last, text: last.text + run.text });
    else made.push(run);
  }
  return made;
}

/** The citation as HTML that keeps its italics when it is pasted; every character is escaped. */
export function runsToHtml(citation: readonly Run[]): string {
  return citation.map((run) => (run.italic ? `<i>${escapeHtml(run.text)}</i>` : escapeHtml(run.text))).join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

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
function mlaDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = monthName(Number(month));
  const short = name.length <= 4 ? name : `${name.slice(0, name === 'September' ? 4 : 3)}.`;
  return [day === undefined ? undefined : String(Number(day)), short, year]
    .filter((part) => part !== undefined)
    .join(' ');
}

const numerals = { M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 };

/** A whole number from 1 to 3999 in capital Roman numerals: `4` → `IV`. */
function roman(number: number): string {
  let rest = number;
  return Object.entries(numerals)
    .map(([numeral, value]) => {
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
function apaName(name: CitedName): string {
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
function apaNames(names: readonly CitedName[]): string {
  const listed = names.map(apaName);
  if (listed.length < 2) return listed.join('');
  return `${listed.slice(0, -1).join(', ')}, & ${listed.at(-1)}`;
}

/**
 * A subseries in APA's sentence case. Proper names cannot be told from other words, so only the
 * common nouns that FRUS subseries end in are lowered: `Diplomatic papers`, but `The Soviet Union`.
 */
function sentenceCased(subseries: string): string {
  return subseries.replace(/(?<=\s)(?:Papers|Documents|Correspondence|Supplement)\b/g, (word) => word.toLowerCase());
}

/** Which version is cited, for what stands beside the forms: `version 1 (November 23, 2026)`. */
export function versionInWords({ revision }: Pick<CitationRecord, 'revision'>): string {
  return revision ? `version ${revision.version} (${isoDateWords(revision.date)})` : 'not yet in a numbered version';
}
