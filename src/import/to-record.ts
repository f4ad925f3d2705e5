/** What the heading, file line, dateline and first words of a document of the TEI say for its record. */
import { readDateline, readReceipt, type PrintedDate } from '../edition/printed-date.ts';
import type { MappedDocument } from './to-tree.ts';
import { textOf } from '../edition/text.ts';
import { offsetAt } from './time-zones.ts';

/** A correspondent as the heading prints him: nobody is identified. */
export interface PrintedCorrespondent {
  /** `Gilbert`; absent where the heading gives the office alone. */
  readonly name?: string;
  /** `Chargé in Ruritania`; absent where it gives the name alone: `Mr. Elihu Root`. */
  readonly office?: string;
}

/** A printed date, with the offset of the clock where its post's zone gives one: an inference. */
export type ClockedDate = PrintedDate & { readonly offset?: string };

export interface PrintedRecord {
  readonly isTelegram: boolean;
  /** `700.01 Harvest/22`; absent where the file line is that of a treaty series. */
  readonly fileNumber?: string;
  /** As printed before the first words (`39`), or in a line of its own (`No. 40`). */
  readonly number?: string;
  readonly sender: readonly PrintedCorrespondent[];
  readonly recipient: readonly PrintedCorrespondent[];
  readonly sent?: ClockedDate;
  readonly received?: ClockedDate;
}

/** Reads what a document's own words say of it. */
export function toRecord({ fileLine, heading, body }: MappedDocument): PrintedRecord {
  const file = fileLine.replace(/: .*$/, '');
  const isTelegram = fileLine.includes(': Telegram');
  const [from, to] = headingHalves(heading.map((line) => textOf(line)).join(' '));
  const lines = body.flatMap((block) =>
    block.type === 'paragraph' ? [{ ...block, words: textOf(block.children) }] : [],
  );
  const [dateline, receipt] = lines.filter(({ role }) => role === 'dateline');
  const texts = lines.filter(({ role }) => role === 'text');
  const inLine = /^\[?No\.\]? (\S+)$/.exec(texts[0]?.words ?? '')?.[1];
  const number = isTelegram ? /^(\d+)\./.exec(texts[0]?.words ?? '')?.[1] : inLine;
  const sent = dateline && clocked(readDateline(dateline.words));
  const received = receipt && clocked(readReceipt(receipt.words, sent?.date), 'Washington');
  return {
    isTelegram,
    ...(file !== '' && !/^Treaty Series/.test(file) && { fileNumber: file }),
    ...(number !== undefined && { number }),
    sender: correspondents(from),
    recipient: to === undefined ? [] : correspondents(to),
    ...(sent && { sent }),
    ...(received && { received }),
  };
}

function clocked(date: PrintedDate, place = date.place): ClockedDate {
  if (place === undefined || date.date === undefined || date.hour === undefined) return date;
  const offset = offsetAt(place, date.date, date.hour);
  return offset === undefined ? date : { ...date, offset };
}

/** Sender and recipient of a heading: `The Chargé in Egypt (Childs) to the Secretary of State`, `Memorandum by …`. */
function headingHalves(heading: string): [string, string | undefined] {
  const memorandum = /^Memorandum by (.+?)(?: of a Conversation.*| to (.+))?$/i.exec(heading);
  if (memorandum) return [memorandum[1] ?? '', memorandum[2]];
  // A minister may be one “to” somewhere; the recipient's article, or his title, comes after the last.
  const letter = /^(.+) to ((?:the |certain |all |President |Mr\. |Mrs\. |Senator ).+)$/i.exec(heading);
  return [letter?.[1] ?? '', letter?.[2]];
}

/** `the Chargé in Egypt (Childs) and the Consul (Fish)` → two; names are those in the brackets at the end. */
function correspondents(words: string): PrintedCorrespondent[] {
  if (words === '') return [];
  return words.split(/(?<=\)),? and (?=the )/).map((one): PrintedCorrespondent => {
    const [, before = one, name] = /^(.+?) \(([^()]+)\)$/.exec(one) ?? [];
    const office = before.replace(/^the /i, '');
    if (name !== undefined) return { name, office };
    return /^(?:Mr|Mrs|Miss|Dr)\. |^(?:President|Senator|Representative) /.test(office) ? { name: office } : { office };
  });
}
