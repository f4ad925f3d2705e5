/** What a citation can say of a document: one record, which every form and every file reads. */
import { printedPages } from '../edition/apparatus.ts';
import { kindInWords, latestRevision, type EditionDocument, type Inline } from '../edition/document.ts';
import { withoutStop } from '../edition/printed-heading.ts';
import { titleOf } from '../edition/printed-text.ts';
import type { Publication } from '../edition/publish.ts';
import { textOf } from '../edition/text.ts';
import { saysMoreThanNumber } from '../edition/volumes.ts';
import { anchoredBlocks } from '../edition/walk.ts';
import type { Correspondent } from '../schema/frontmatter.ts';
import type { Register } from '../schema/register.ts';
import type { Volume } from '../schema/settings.ts';

/** The facts of a citation, unformatted. */
export type CitationRecord = Readonly<ReturnType<typeof citationRecord>>;

/** Gathers what citations need from a document, its volume and the register. */
export function citationRecord({ document, volume, place, register, permalink }: Publication) {
  const { id, heading, record } = document;
  const { kind, telegramNumber, despatchNumber, fileNumber, source } = record;
  // Newer volumes print the number before the heading; a citation gives it by itself.
  const [printed, before] = [titleOf({ heading }), `${source.document}. `];
  const title = withoutStop(printed.startsWith(before) ? printed.slice(before.length) : printed);
  const cited = (one: Correspondent) => citedName(one, register, title);
  return {
    id,
    title,
    senders: record.sender.map(cited),
    recipients: record.recipient.map(cited),
    participants: record.participants.map(cited),
    kind: kindInWords(kind),
    number: telegramNumber ?? despatchNumber,
    /** ISO date of despatch to the known precision; empty where it is not known at all. */
    date: record.dateSent?.date ?? '',
    volume,
    seriesTitle: seriesTitle(volume),
    volumeTitle: ownTitle(volume),
    /** The parts of the volume that it stands in, outermost first, as far as they have headings. */
    parts: place.above.filter(({ heading }) => heading !== ''),
    /** Number in the volume, and the printed pages, which most forms give only where there is no number. */
    document: source.document,
    pages: printedPages(document),
    fileNumber,
    summary: record.summary,
    permalink,
    sourceUrl: source.url,
    rights: source.rights,
    language: languageOf(document),
    /** The newest revision: it gives the version that is cited. */
    revision: latestRevision(record),
  };
}

/** The language in which its marks say that all of a text stands; else English. */
function languageOf({ body }: EditionDocument): string {
  const words = anchoredBlocks(body).flatMap((one) =>
    one.type === 'paragraph' && one.role === 'text' ? one.children : [],
  );
  const saidOf = (one: Inline) => (one.type === 'mark' ? one.attributes['lang'] : undefined);
  const language = words.map(saidOf).find(Boolean);
  const isWhole = language && words.every((one) => saidOf(one) === language || textOf([one]).trim() === '');
  return isWhole ? language : 'en';
}

/** A correspondent by the register's name, else by the printed one, else by the office, in a document of that title. */
export function citedName({ person = '', name: printed, office }: Correspondent, register: Register, title = '') {
  const entry = register.get(person);
  const name = entry?.name ?? printed ?? office ?? '';
  const isOffice = !entry && printed === undefined;
  const [before, after] = title.toLowerCase().split(name.toLowerCase());
  return {
    /** The entry of the register, where somebody is identified. */
    id: entry?.id,
    /** In running words: `Loy W. Henderson`; for an office, the office as printed. */
    name,
    /** As it is filed: `Henderson, Loy W.`; equal to `name` where nothing is inverted. */
    sortName: entry?.sortName ?? name,
    given: entry?.given,
    family: entry?.family,
    /** Whether nobody is named and the office stands in. */
    office: isOffice,
    /** Whether the heading prints the name without an article: `Certain Diplomatic Missions`. */
    bare: after !== undefined && !before?.endsWith('the '),
  };
}
export type CitedName = ReturnType<typeof citedName>;

/** `Foreign Relations of the United States: Diplomatic Papers, 1936`, less what a volume lacks. */
export function seriesTitle({ series, subseries, years }: Volume): string {
  const title = subseries ? `${series}: ${subseries}` : series;
  return years ? `${title}, ${years}` : title;
}

/** The title that a volume has beside that of its series; undefined where it says no more: `Papers …, 1930, Volume I`. */
export function ownTitle({ title, series }: Volume): string | undefined {
  const more = title.startsWith(series) ? title.slice(series.length) : title;
  return saysMoreThanNumber(more) ? title : undefined;
}

/** `vol. 4, pt. 1`, or in other words; empty where a volume has neither number nor part. */
export const numberInSeries = (
  { number, part }: { readonly [name in 'number' | 'part']?: number | string | undefined },
  volumeWord = 'vol.',
  partWord = 'pt.',
): string => [number && `${volumeWord} ${number}`, part && `${partWord} ${part}`].filter(Boolean).join(', ');

/** Which volume of its series one is, without its title: `Foreign Relations of …: Diplomatic Papers, 1936, vol. 4`. */
export const volumeInWords = (volume: Volume): string =>
  [seriesTitle(volume), numberInSeries(volume)].filter(Boolean).join(', ');

/** The same with its own title, where it has one. */
export const titledVolume = (volume: Volume): string =>
  [volumeInWords(volume), ownTitle(volume)].filter(Boolean).join(', ');
