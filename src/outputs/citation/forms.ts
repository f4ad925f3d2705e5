/**
 * The five forms of citation: one row a style. The forms are the edition's own
 * (design §6), because no official style sheet sets a FRUS telegram right.
 */
import { isoDateWords } from '../../edition/date-words.ts';
import type { CitationRecord } from './record.ts';
import type { Piece, Run } from './runs.ts';
import { italic, runs } from './runs.ts';
import {
  apaNames,
  capitalized,
  filed,
  inWords,
  kindAndNumber,
  mlaDate,
  pagesInWords,
  quoted,
  roman,
  sentenceCased,
  stopped,
} from './words.ts';

/** A style of citation. */
export interface CitationStyle {
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

export const citationStyles = [
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
