/**
 * The five forms of citation: one row a style. The forms are the edition’s own, because no official style
 * sheet sets a telegram of *Foreign Relations* right.
 */
import { endsOf, isoDateWords, monthName } from '../edition/date-words.ts';
import { capitalized } from '../edition/letters.ts';
import { seriesTitle, type CitationRecord, type CitedName } from './citation-record.ts';

/** Words of a citation: roman ones as strings, those in italics, nothing for what is absent. */
type Piece = string | { readonly italic: string } | undefined;

/** A style of citation. */
interface CitationStyle {
  readonly key: string;
  /** What a reader calls it. */
  readonly label: string;
  /** The pieces of the citation in order. */
  readonly form: (record: CitationRecord) => readonly Piece[];
}

const citationStyles: readonly CitationStyle[] = [
  // The manual's own form for a FRUS document: correspondents, kind, date, then the volume.
  {
    key: 'chicago-note',
    label: 'Chicago, note',
    form: (record) => [
      `${chicagoSubject(record)}, in `,
      ...chicagoVolume(record),
      ` (${imprint(record)})`,
      after(', ', chicagoPlace(record)),
      `, ${record.permalink}.`,
    ],
  },
  {
    key: 'chicago-bibliography',
    label: 'Chicago, bibliography',
    form: (record) => [
      `${chicagoLead(record)} In `,
      ...chicagoVolume(record),
      after(', ', chicagoPlace(record)),
      `. ${stopped(imprint(record))} ${record.permalink}.`,
    ],
  },
  // The Office of the Historian cites the volume and the number, with roman volume numbers.
  {
    key: 'office-of-the-historian',
    label: 'Office of the Historian',
    form: ({ volume, ...record }) => {
      const number = numbered({ ...volume, number: volume.number && roman(volume.number) }, 'Volume', 'Part');
      const [city] = volume.place.split(',');
      return [
        { italic: [record.seriesTitle, number, volume.title].filter((part) => part !== '').join(', ') },
        ` (${imprint({ volume }, city)})`,
        after(', ', placeInVolume(record, 'Document')),
        `, ${record.permalink}.`,
      ];
    },
  },
  {
    key: 'mla',
    label: 'MLA',
    form: ({ volume, senders, ...record }) => [
      // MLA names two authors, and the first of more.
      after('', senders[0] && `${stopped(senders[2] ? `${senders[0].sortName}, et al.` : filed(senders))} `),
      quoted(stopped(record.title)),
      after(' ', record.date && stopped(mlaDate(record.date))),
      ' ',
      { italic: volume.title },
      `, ${volume.publisher}`,
      after(', ', volume.published),
      after(', ', placeInVolume(record, 'doc.')),
      `, ${record.permalink}. `,
      volume.number ? `Vol. ${volume.number}` : 'Part',
      after(', pt. ', volume.part),
      ' of ',
      { italic: record.seriesTitle },
      '.',
    ],
  },
  {
    key: 'apa',
    label: 'APA',
    form: ({ volume, senders, ...record }) => {
      const title = stopped(record.document ? `${record.title} (Document ${record.document})` : record.title);
      const when = `(${volume.published || 'n.d.'}).`;
      return [
        senders.length > 0 ? `${stopped(apaNames(senders))} ${when} ${title} In ` : `${title} ${when} In `,
        { italic: apaVolume(volume) },
        after(' ', record.pages && `(${pagesInWords(record.pages)})`),
        `. ${stopped(volume.publisher)} ${record.permalink}`,
        after(' ', record.date && `(Original work written ${isoDateWords(record.date)})`),
      ];
    },
  },
];

/**
 * A document cited in every style, in the order of the table, as HTML that keeps its italics when it is pasted;
 * every character of the document is escaped.
 */
export function citations(record: CitationRecord): { key: string; label: string; html: string }[] {
  return citationStyles.map(({ key, label, form }) => ({ key, label, html: form(record).map(pieceHtml).join('') }));
}

/** A piece of a citation as HTML, every character of it escaped. */
export function pieceHtml(piece: Piece): string {
  if (typeof piece === 'object') return `<i>${pieceHtml(piece.italic)}</i>`;
  return (piece ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The Chicago note as far as the volume, capital first: also what a feed or a title calls a document. */
export function chicagoSubject(record: CitationRecord): string {
  const { senders, title } = record;
  if (senders.length === 0)
    return [quoted(`${title},`), kindBeside(title, record), dateInWords(record)].filter(Boolean).join(' ');
  return `${capitalized(inWords(senders))}${toWhom(record)}, ${kindAndNumber(record)}, ${dateInWords(record)}`;
}

/** `Henderson, Loy W., to Cordell Hull. Telegram no. 39, January 31, 1936.` */
function chicagoLead(record: CitationRecord): string {
  const { senders, title } = record;
  const date = stopped(dateInWords(record));
  if (senders.length === 0) {
    return [quoted(stopped(title)), capitalized(kindBeside(title, record)), date].filter(Boolean).join(' ');
  }
  const kind = `${capitalized(kindAndNumber(record))}, ${date}`;
  const to = toWhom(record);
  const comma = to !== '' && senders.length === 1 ? commaAfter(senders[0]) : '';
  return `${stopped(filed(senders) + comma + to)} ${kind}`;
}

/** `*Series, 1936*, vol. 4, pt. 1, *Title*`; one title where the volume has no number. */
function chicagoVolume({ volume, seriesTitle }: CitationRecord): Piece[] {
  const number = numbered(volume, 'vol.', 'pt.');
  if (number === '') return [{ italic: `${seriesTitle}, ${volume.title}` }];
  return [{ italic: seriesTitle }, `, ${number}, `, { italic: volume.title }];
}

/** `doc. 32`, or bare pages, as Chicago gives them. */
function chicagoPlace({ document, pages }: CitationRecord): string | undefined {
  return document === undefined ? pages : `doc. ${document}`;
}

/** `Foreign Relations …: Diplomatic papers, 1936: Vol. 4. The Far East` */
function apaVolume(volume: CitationRecord['volume']): string {
  // Proper names cannot be told from other words, so only the common nouns that FRUS subseries end in are lowered
  // for APA's sentence case: `Diplomatic papers`, but `The Soviet Union`.
  const subseries = volume.subseries?.replace(/(?<=\s)(?:Papers|Documents|Correspondence|Supplement)\b/g, (word) =>
    word.toLowerCase(),
  );
  const number = numbered(volume, 'Vol.', 'Pt.');
  return `${seriesTitle({ ...volume, subseries })}: ${number && `${number}. `}${volume.title}`;
}

/** `Vol. 4, Pt. 1`; empty where a volume has neither. */
function numbered(
  { number, part }: { readonly number?: number | string | undefined; readonly part?: number | string | undefined },
  volumeWord: string,
  partWord: string,
): string {
  return [number && `${volumeWord} ${number}`, part && `${partWord} ${part}`].filter(Boolean).join(', ');
}

function imprint({ volume }: Pick<CitationRecord, 'volume'>, city = volume.place): string {
  return `${city}: ${volume.publisher}, ${volume.published || 'n.d.'}`;
}

/** `doc. 32`, or `pp. 32–33` where the volume has no document numbers. */
function placeInVolume({ document, pages }: Pick<CitationRecord, 'document' | 'pages'>, word: string) {
  return document === undefined ? pages && pagesInWords(pages) : `${word} ${document}`;
}

function dateInWords({ date }: CitationRecord): string {
  return date === '' ? 'n.d.' : isoDateWords(date);
}

/** A piece with what stands before it, or nothing where the piece is absent. */
function after(before: string, words: string | number | undefined): string | undefined {
  return words ? `${before}${words}` : undefined;
}

/** Made once: making it takes longer than all it does for a document. */
const list = new Intl.ListFormat('en-US');

/** Several words or names in a row: `A`, `A and B`, `A, B, and C`. */
function series(words: readonly string[]): string {
  return list.format(words);
}

/** Who writes or receives, in running words; an office takes its article: `the Secretary of State`. */
function inWords(names: readonly CitedName[]): string {
  return series(
    names.map(({ office, bare, name }) => (office && bare !== true ? `the ${name.replace(/^the /i, '')}` : name)),
  );
}

/** ` to Cordell Hull`; empty where nobody is addressed. */
export function toWhom({ recipients }: CitationRecord): string {
  return recipients.length > 0 ? ` to ${inWords(recipients)}` : '';
}

/** First name inverted as it is filed, the others in reading order: `Henderson, Loy W., and Angus Ward`. */
function filed([first, ...others]: readonly CitedName[]): string {
  const comma = others.length === 1 ? commaAfter(first) : '';
  return series([`${first?.sortName}${comma}`, ...others.map(({ name }) => name)]);
}

/** An inverted name is closed by a comma where the sentence goes on. */
function commaAfter(name: CitedName | undefined): string {
  return name?.sortName === name?.name ? '' : ',';
}

/** `telegram no. 39`, or the bare kind where there is no number. */
export function kindAndNumber({ kind, number }: CitationRecord): string {
  return number === undefined ? kind : `${kind} no. ${number}`;
}

/** The kind and number beside a title, closed by a comma; nothing where the title says the kind itself. */
function kindBeside(title: string, record: CitationRecord): string {
  return title.toLowerCase().startsWith(record.kind) ? '' : `${kindAndNumber(record)},`;
}

/** Ends a sentence with one full stop, not two. */
function stopped(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

/** Double quotation marks round words whose own become single. */
function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}

/** `p. 32`, `pp. 32–33`. */
export function pagesInWords(pages: string): string {
  return `${/^\d+$/.test(pages) ? 'p.' : 'pp.'} ${pages}`;
}

/** A date as MLA 9 abbreviates it: `31 Jan. 1936`, `2–4 Aug. 1938`; May, June and July stand whole. */
function mlaDate(date: string): string {
  const [first, last] = endsOf(date).map((end) => {
    const [year = '', month, day] = end.split('-');
    const name = month === undefined ? '' : monthName(Number(month));
    const short = name.length <= 4 ? name : `${name.slice(0, name === 'September' ? 4 : 3)}.`;
    return [day && String(Number(day)), short, year].filter(Boolean);
  });
  // What both ends share stands once, after the second.
  let shared = 0;
  while (shared < (last?.length ?? 0) && first?.at(-1 - shared) === last?.at(-1 - shared)) shared += 1;
  const begin = first?.slice(0, first.length - shared).join(' ');
  return `${begin && `${begin}–`}${last?.join(' ')}`;
}

const numerals = { M: 1000, CM: 900, D: 500, CD: 400, C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 };

/** A whole number in capital Roman numerals: `4` → `IV`. */
function roman(number: number): string {
  const [numeral, value] = Object.entries(numerals).find(([, value]) => value <= number) ?? [];
  return numeral === undefined || value === undefined ? '' : numeral + roman(number - value);
}

/**
 * Names as APA 7 lists them: `Henderson, L. W., & Ward, A.`. Given names become initials only in scripts that
 * have capitals; any other name stands whole, as it is filed.
 */
function apaNames(names: readonly CitedName[]): string {
  const listed = names.map(({ family, given, sortName }) => {
    if (!family || !given || !/^\p{Lu}/u.test(given)) return sortName;
    return `${family}, ${given.replace(/([^\s-])[^\s-]*/gu, '$1.').replace(/\s+/g, ' ')}`;
  });
  const last = listed.pop() ?? '';
  return listed.length === 0 ? last : `${listed.join(', ')}, & ${last}`;
}

/** Which version is cited, for what stands beside the forms: `version 1 (November 23, 2026)`. */
export function versionInWords({ revision }: Pick<CitationRecord, 'revision'>): string {
  return revision ? `version ${revision.version} (${isoDateWords(revision.date)})` : 'not yet in a numbered version';
}
