/** The five forms of citation, a row a style: the edition’s own, as no official sheet sets a telegram of FRUS right. */
import { endsOf, isoDateWords, monthName } from '../edition/date-words.ts';
import { capitalized, roman, slug } from '../edition/letters.ts';
import { text } from './xml.ts';
import { numberInSeries, seriesTitle, type CitationRecord, type CitedName } from './citation-record.ts';

/** Words of a citation: roman ones as strings, those in italics, nothing for what is absent. */
type Piece = string | { readonly italic: string } | undefined | readonly Piece[];

/** Words as HTML, every character of them escaped. */
export function pieceHtml(piece: Piece): string {
  if (piece === undefined || typeof piece === 'string') return text(piece ?? '');
  return 'italic' in piece ? `<i>${pieceHtml(piece.italic)}</i>` : piece.map(pieceHtml).join('');
}

/** A template of HTML whose values are escaped. */
const html = (words: TemplateStringsArray, ...pieces: readonly Piece[]): string =>
  String.raw({ raw: words }, ...pieces.map(pieceHtml));

/** A document cited in a note, as HTML: the manual's own form for FRUS, correspondents, kind, date, then the volume. */
export const chicagoNote = (record: CitationRecord): string =>
  html`${beforeMore(chicagoSubject(record))} in ${chicagoVolume(record)} (${imprint(record)})` +
  html`${chicagoPlace(record)}, ${record.permalink}.`;

/** The styles by what a reader calls each; what each makes is HTML. */
const citationStyles: Readonly<Record<string, (record: CitationRecord) => string>> = {
  'Chicago, note': chicagoNote,
  'Chicago, bibliography': (record) =>
    html`${chicagoLead(record)} In ${chicagoVolume(record)}${chicagoPlace(record)}. ${stopped(imprint(record))} ` +
    html`${record.permalink}.`,
  // The Office of the Historian cites the volume and the number, with roman volume numbers.
  'Office of the Historian': ({ volume, seriesTitle, volumeTitle, permalink, ...record }) => {
    const number = numberInSeries({ ...volume, number: volume.number && roman(volume.number) }, 'Volume', 'Part');
    const title = { italic: [seriesTitle, number, volumeTitle].filter(Boolean).join(', ') };
    const place = placeInVolume(record, 'Document');
    const city = volume.place.split(',')[0];
    return html`${title} (${imprint({ volume }, city)})${place && `, ${place}`}, ${permalink}.`;
  },
  MLA: ({ volume, senders, title, date, seriesTitle, volumeTitle, permalink, ...record }) => {
    // MLA names two authors, and the first of more.
    const authors = senders[0] && stopped(senders[2] ? `${senders[0].sortName}, et al.` : filed(senders));
    const own = volumeTitle ? '' : numberInSeries(volume);
    const printed = [own, volume.publisher, volume.published, placeInVolume(record, 'doc.'), permalink];
    const number = [volume.number ? `Vol. ${volume.number}` : 'Part', volume.part && `pt. ${volume.part}`];
    return (
      html`${authors && `${authors} `}${quoted(stopped(title))}${date && ` ${stopped(mlaDate(date))}`} ` +
      html`${{ italic: volumeTitle ?? seriesTitle }}, ${printed.filter(Boolean).join(', ')}.` +
      (volumeTitle ? html` ${number.filter(Boolean).join(', ')} of ${{ italic: seriesTitle }}.` : '')
    );
  },
  APA: ({ volume, volumeTitle, senders, date, pages, permalink, ...record }) => {
    const title = stopped(record.document ? `${record.title} (Document ${record.document})` : record.title);
    const when = `(${volume.published}).`;
    const lead = senders.length > 0 ? `${stopped(apaNames(senders))} ${when} ${title}` : `${title} ${when}`;
    const written = date && ` (Original work written ${isoDateWords(date)})`;
    return (
      html`${lead} In ${{ italic: apaVolume(volume, volumeTitle) }}${pages && ` (${pagesInWords(pages)})`}. ` +
      html`${stopped(volume.publisher)} ${permalink}${written}`
    );
  },
};

/** A document cited in every style, in the order of the table, as HTML that keeps its italics when it is pasted. */
export const citations = (record: CitationRecord): { key: string; label: string; html: string }[] =>
  Object.entries(citationStyles).map(([label, form]) => ({ key: slug(label), label, html: form(record) }));

/** The Chicago note as far as the volume, capital first: also what a feed or a title calls a document. */
export function chicagoSubject(record: CitationRecord): string {
  const { senders, title } = record;
  const what = kindAndDate(record);
  if (senders.length === 0) return what === '' ? quoted(title) : `${beforeMore(quoted(title))} ${what}`;
  return `${capitalized(inWords(senders))}${toWhom(record)}, ${what}`;
}

/** `Henderson, Loy W., to Cordell Hull. Telegram no. 39, January 31, 1936.` */
function chicagoLead(record: CitationRecord): string {
  const { senders, title } = record;
  const what = capitalized(kindAndDate(record));
  if (senders.length === 0) return quoted(stopped(title)) + (what && ` ${stopped(what)}`);
  const to = toWhom(record);
  const comma = to !== '' && senders.length === 1 ? commaAfter(senders[0]) : '';
  return `${stopped(filed(senders) + comma + to)} ${stopped(what)}`;
}

/** `*Series, 1936*, vol. 4, pt. 1, *Title*`; one title where the volume has no number. */
function chicagoVolume({ volume, seriesTitle, volumeTitle }: CitationRecord): Piece[] {
  const number = numberInSeries(volume);
  if (number === '') return [{ italic: [seriesTitle, volumeTitle].filter(Boolean).join(', ') }];
  return [{ italic: seriesTitle }, `, ${number}`, volumeTitle && [', ', { italic: volumeTitle }]];
}

/** `, doc. 32`, or bare pages, as Chicago gives them. */
const chicagoPlace = ({ document, pages }: CitationRecord): string | undefined =>
  document === undefined ? pages && `, ${pages}` : `, doc. ${document}`;

/** `Foreign Relations …: Diplomatic papers, 1936: Vol. 4. The Far East` */
function apaVolume(volume: CitationRecord['volume'], title: string | undefined): string {
  // Proper names cannot be told from other words, so only the common nouns that FRUS subseries end in are lowered
  // for APA's sentence case: `Diplomatic papers`, but `The Soviet Union`.
  const subseries = volume.subseries?.replace(/(?<=\s)(?:Papers|Documents|Correspondence|Supplement)\b/g, (word) =>
    word.toLowerCase(),
  );
  const number = numberInSeries(volume, 'Vol.', 'Pt.');
  return [seriesTitle({ ...volume, subseries }), [number, title].filter(Boolean).join('. ')].filter(Boolean).join(': ');
}

const imprint = ({ volume }: Pick<CitationRecord, 'volume'>, city = volume.place): string =>
  `${city}: ${volume.publisher}, ${volume.published}`;

/** `doc. 32`, or `pp. 32–33` where the volume has no document numbers. */
const placeInVolume = ({ document, pages }: Pick<CitationRecord, 'document' | 'pages'>, word: string) =>
  document === undefined ? pages && pagesInWords(pages) : `${word} ${document}`;

/**
 * `telegram no. 39, January 31, 1936`, the kind only where no title says it. Chicago’s `n.d.` stands for a date that is
 * not known. A note of the volume’s editors lacks none: it is a part of the book (CMOS 17, 14.106), and has its year.
 */
function kindAndDate(record: CitationRecord): string {
  const isByTitle = record.senders.length === 0;
  const kind = isByTitle ? kindBesideTitle(record) : kindAndNumber(record);
  const undated = record.kind === 'editorial note' ? '' : 'n.d.';
  const day = isByTitle ? dayBesideTitle(record) : isoDateWords(record.date);
  return [kind, record.date === '' ? undated : day].filter(Boolean).join(', ');
}

/** Several names in a row: `A`, `A and B`, `A, B, and C`. Making it takes longer than all it does for a document. */
const series = new Intl.ListFormat('en-US');

/** Who writes or receives, in running words; an office takes its article: `the Secretary of State`. */
function inWords(names: readonly CitedName[]): string {
  return series.format(
    names.map(({ office, bare, name }) => (office && !bare ? `the ${name.replace(/^the /i, '')}` : name)),
  );
}

/** ` to Cordell Hull`; empty where nobody is addressed. */
export const toWhom = ({ recipients }: CitationRecord): string =>
  recipients.length > 0 ? ` to ${inWords(recipients)}` : '';

/** First name inverted as it is filed, the others in reading order: `Henderson, Loy W., and Angus Ward`. */
function filed([first, ...others]: readonly CitedName[]): string {
  const comma = others.length === 1 ? commaAfter(first) : '';
  return series.format([`${first?.sortName}${comma}`, ...others.map(({ name }) => name)]);
}

/** An inverted name is closed by a comma where the sentence goes on. */
const commaAfter = (name: CitedName | undefined): string => (name?.sortName === name?.name ? '' : ',');

/** `telegram no. 39`, `telegram Secto 20` by the name of its series, or the bare kind where there is no number. */
export const kindAndNumber = ({ kind, number }: CitationRecord): string =>
  number === undefined ? kind : `${kind} ${/^[A-Z][a-z]/.test(number) ? '' : 'no. '}${number}`;

/** Kinds that are cited by their titles, which say what they are: `Protocol Relating to …`, `Press Release …`. */
const titled: readonly string[] = ['minutes', 'statement', 'treaty', 'paper'];

/** The kind and number beside a title; nothing where there is no number, and the title says the kind. */
export function kindBesideTitle(record: CitationRecord): string {
  const { title, kind, number } = record;
  const isSaid = titled.includes(kind) || title.toLowerCase().startsWith(kind);
  return number === undefined && isSaid ? '' : kindAndNumber(record);
}

/** The day beside a title; nothing where none is known, or the title says it: `…, Signed at London, April 22, 1930`. */
export function dayBesideTitle({ title, date }: CitationRecord): string {
  const day = isoDateWords(date);
  return title.includes(day) ? '' : day;
}

/** Ends a sentence with one full stop, not two. */
export const stopped = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);

/** Words before more of a sentence: the comma stands inside a closing quotation mark. */
const beforeMore = (words: string): string => (words.endsWith('”') ? `${words.slice(0, -1)},”` : `${words},`);

/** Double quotation marks round words whose own become single. */
const quoted = (words: string): string => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** `p. 32`, `pp. 32–33`. */
export const pagesInWords = (pages: string): string => `${/^\d+$/.test(pages) ? 'p.' : 'pp.'} ${pages}`;

/** A date as MLA 9 abbreviates it: `31 Jan. 1936`, `2–4 Aug. 1938`; May, June and July stand whole. */
function mlaDate(date: string): string {
  const [first = [], last = []] = endsOf(date).map((end) => {
    const [year = '', month, day] = end.split('-');
    const name = month === undefined ? '' : monthName(Number(month));
    const short = name.length <= 4 ? name : `${name.slice(0, name === 'September' ? 4 : 3)}.`;
    return [day && String(Number(day)), short, year].filter(Boolean);
  });
  // What both ends share stands once, after the second.
  const differing = first.findLastIndex((part, index) => part !== last.at(index - first.length));
  const begin = first.slice(0, differing + 1).join(' ');
  return `${begin && `${begin}–`}${last.join(' ')}`;
}

/** `Henderson, L. W., & Ward, A.`, as APA 7 lists names; those in a script without capitals stand whole, as filed. */
function apaNames(names: readonly CitedName[]): string {
  const listed = names.map(({ family, given, sortName }) => {
    if (!family || !given || !/^\p{Lu}/u.test(given)) return sortName;
    return `${family}, ${given.replace(/([^\s-])[^\s-]*/gu, '$1.').replace(/\s+/g, ' ')}`;
  });
  const last = listed.pop() ?? '';
  return listed.length === 0 ? last : `${listed.join(', ')}, & ${last}`;
}

/** Which version is cited, for what stands beside the forms: `version 1 (November 23, 2026)`. */
export const versionInWords = ({ revision }: Pick<CitationRecord, 'revision'>): string =>
  revision ? `version ${revision.version} (${isoDateWords(revision.date)})` : 'not yet in a numbered version';
