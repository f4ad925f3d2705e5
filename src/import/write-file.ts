/** A document of a volume → the text of its file, read back with the edition's own reader before anybody writes it. */
import { fileLine as fileLineOf, lineOf } from '../edition/document.ts';
import { endsOf, inFigures, isBefore } from '../edition/date-words.ts';
import { fingerprint } from '../edition/fingerprint.ts';
import { importedId } from '../edition/identifier.ts';
import { readNoteLabel } from '../edition/notes.ts';
import { dayParts } from '../edition/printed-date.ts';
import { blockLines } from '../edition/printed-text.ts';
import { readDocumentFile } from '../loader/read-document-file.ts';
import { writeDocument } from '../markdown/write-document.ts';
import { documentRecord, type HistoricalDate } from '../schema/frontmatter.ts';
import { isDocumentNumber, isRealDate } from '../schema/scalars.ts';
import { asYaml } from './content-files.ts';
import { faultIn, type Refusal } from './fidelity.ts';
import type { VolumeDocument } from './read-volume.ts';
import { toRecord, type ClockedDate, type PrintedRecord } from './to-record.ts';
import { toTree } from './to-tree.ts';

/** Where a volume comes from, and what its documents have in common. */
export interface Origin {
  /** `frus1936v03` */
  readonly volume: string;
  readonly repository: string;
  readonly commit: string | undefined;
  /** `frus1936v03.xml` */
  readonly file: string;
  /** Under what rights the text stands. */
  readonly rights: string;
  /** The year in the title of the volume, where there is one. */
  readonly year: string | undefined;
}

/** Maps a document, and reads its record from its own words. */
export function mapped(document: VolumeDocument, origin: Origin) {
  const tree = toTree(document.element, origin.volume);
  const printed = toRecord(document.element, tree);
  const dates = datesOf(printed, origin);
  return { id: importedId(origin.volume, document.id), document, tree, printed, dates };
}
/** A document as far as its own words say what it is. */
export type Mapped = ReturnType<typeof mapped>;

/** The dates of a document; `remark` says for the report that it was received before it was sent. */
function datesOf({ sent, received, dateSaid: said }: PrintedRecord, { year }: Origin) {
  const isOfVolume = sent?.date !== undefined && sent.date.length < 7 && /^\d{4}$/.test(year ?? '');
  const dated = isOfVolume && { ...sent, date: `${year}-${sent.date}`, supplied: [...sent.supplied, 'year' as const] };
  const noYear = 'The dateline prints no year: that of the volume is supplied.';
  const printed = dated ? historicalDate(dated, noYear) : historicalDate(sent);
  const isOther = printed !== undefined && printed.date !== said?.date;
  const isError = isOther && /typo|correction|calendar/.test(said?.ground ?? '');
  const undated =
    sent === undefined
      ? 'The volume prints no dateline.'
      : sent.undated
        ? 'The dateline says that it is undated.'
        : `The dateline gives ${isError ? 'another date' : 'no date that could be read'}.`;
  const dateSent = (isError ? undefined : printed) ?? inferredDate(said, undated) ?? printed;
  const taken = dayParts.filter((part) => received?.supplied.includes(part));
  const why = `The line of receipt does not print the ${inWords(taken)}: that of sending is supplied.`;
  const dateReceived = historicalDate(received, taken.length > 0 ? why : undefined);
  if (!dateSent) return { undated, dateReceived };
  if (!dateReceived || !isBefore(dateReceived, dateSent)) return { dateSent, dateReceived };
  // By clocks that are inferred it was received before it was sent: either the print or the inference is wrong.
  const [withoutSent, withoutReceived] = [withoutClock(dateSent), withoutClock(dateReceived)];
  const shown = `sent ${inFigures(dateSent)}, received ${inFigures(dateReceived)}`;
  if (isBefore(withoutReceived, withoutSent))
    return { dateSent: withoutSent, remark: `${shown}: the date of receipt is left out of its record` };
  const remark = `${shown}: the clocks are left out of its record`;
  return { dateSent: withoutSent, dateReceived: withoutReceived, remark };
}

const inWords = (words: readonly string[]): string => words.join(', ').replace(/, (?=[^,]*$)/, ' and ');

/** Which parts of a day or a span of days are known. */
const partsOf = (date: string) => dayParts.slice(0, endsOf(date)[0].split('-').length);

/** A date that the TEI gives for machines, where the print gives none that is sure. */
function inferredDate(said: PrintedRecord['dateSaid'], undated: string): HistoricalDate | undefined {
  const date = sureDate(said?.date ?? '');
  if (said === undefined || date === undefined) return undefined;
  const inferred = partsOf(date);
  const ground = said.ground && `, ${said.ground.replace(/^(?:undated|imprecise) /, '')}`;
  return { date, supplied: [], inferred, reason: `${undated} The TEI of the volume gives this date${ground}.` };
}

/** A printed date as the record has it, to the precision that is sure; undefined where it gives no year. */
function historicalDate(printed: ClockedDate | undefined, why?: string): HistoricalDate | undefined {
  const date = sureDate(printed?.date ?? '');
  if (printed === undefined || date === undefined) return undefined;
  const hour = date.length === 10 ? printed.hour : undefined;
  const offset = hour && printed.offset;
  const inferredFrom = offset && printed.inferredFrom;
  const known = [...partsOf(date), ...(hour === undefined ? [] : (['hour'] as const))];
  const supplied = known.filter((part) => (printed.supplied as readonly string[]).includes(part));
  const bracketed = why === undefined ? supplied : supplied.filter((part) => part === 'hour');
  const reasons = [
    why,
    bracketed.length > 0 && `The volume prints the ${inWords(bracketed)} in brackets.`,
    inferredFrom && `The offset is inferred ${inferredFrom}.`,
  ];
  const isMarked = supplied.length > 0 || inferredFrom !== undefined;
  const reason = isMarked ? reasons.filter(Boolean).join(' ') : undefined;
  return { date, hour, offset, supplied, inferred: inferredFrom === undefined ? [] : ['offset'], reason };
}

/** What of a date a record can have: what both ends of a backward span share, of a misprint (February 30) the month. */
function sureDate(printed: string): string | undefined {
  const [first, last] = endsOf(printed);
  if (first < last && first.length === last.length && isRealDate(first) && isRealDate(last)) return printed;
  return [10, 7, 4].map((length) => first.slice(0, length)).find((date) => last.startsWith(date) && isRealDate(date));
}

function withoutClock(date: HistoricalDate): HistoricalDate {
  const { offset: _, reason, inferred, ...rest } = date;
  if (!inferred.includes('offset')) return date;
  const why = reason?.replace(/ ?The offset is inferred .*$/, '');
  return { ...rest, inferred: inferred.filter((part) => part !== 'offset'), reason: why || undefined };
}

/** What a document's file needs to know besides the document. */
interface Setting {
  readonly origin: Origin;
  /** From the List of Papers; absent where it is silent. */
  readonly summary: string | undefined;
  /** The id of a place that a dateline prints. */
  readonly placeId: (printed: string | undefined) => string | undefined;
  /** The day on which it was first imported: `2026-01-31`. */
  readonly day: string;
}

/** The text of a document's file, or why there can be none that gives every character back. */
export function fileOf({ id, document, tree, printed, dates }: Mapped, setting: Setting) {
  const lacking =
    tree.heading.length === 0 ? 'heading' : tree.body.length === 0 ? 'words under its heading' : undefined;
  if (lacking !== undefined) return { reason: `the TEI gives it no ${lacking}`, passage: '' } satisfies Refusal;
  const unsigned = tree.notes.find(({ label }) => readNoteLabel(label) === undefined);
  if (unsigned !== undefined) {
    const { printed, at, children } = unsigned;
    const reason = `line ${at.line} has a note that is called by “${printed}”, which is no number, letter or sign of a note`;
    return { reason, passage: blockLines(children).join(' ').slice(0, 80) } satisfies Refusal;
  }
  const { origin, placeId, day } = setting;
  const summary = setting.summary ?? printed.summary ?? firstWords(printed.firstWords);
  const summaryFrom = setting.summary ? 'list-of-papers' : printed.summary ? 'volume' : 'first-words';
  const { kind, fileNumber, number } = printed;
  const from = placeId(printed.sent?.place);
  const [first, ...others] = printed.sender;
  const clocked = (date: HistoricalDate | undefined, clock: string | undefined) =>
    date && { ...date, clock: date.inferred.includes('offset') ? clock : undefined };
  const url = `https://history.state.gov/historicaldocuments/${origin.volume}/${document.id}`;
  const { firstPage, lastPage, chapter } = document;
  const record = {
    fileNumber,
    fileLine: tree.writtenFileLine === fileLineOf({ kind, fileNumber }) ? undefined : tree.writtenFileLine,
    kind,
    [kind === 'telegram' ? 'telegramNumber' : 'despatchNumber']:
      documentRecord.shape.telegramNumber.safeParse(number).data,
    sender: first && [{ ...first, place: from }, ...others],
    recipient: printed.recipient,
    participants: printed.participants,
    dateSent: clocked(dates.dateSent, from),
    undated: dates.undated,
    dateReceived: clocked(dates.dateReceived, placeId('Washington')),
    source: {
      volume: origin.volume,
      document: isDocumentNumber(document.number) ? document.number : undefined,
      page: firstPage,
      pages: firstPage === lastPage ? undefined : `${firstPage}–${lastPage}`,
      chapter: chapter || undefined,
      copyText: `The text of document ${document.number} of the volume, from the TEI of the Office of the Historian.`,
      url,
      rights: origin.rights,
      collated: 'false',
      collation: 'Not collated with the printed page.',
      import: { repository: origin.repository, commit: origin.commit, file: origin.file, id: document.id, sha256: '0' },
    },
    summary,
    summaryFrom,
    revisions: [{ version: '1', date: day, change: 'Imported from the TEI of the volume.' }],
  };
  const draft = writeDocument(asYaml(record), tree);
  const text = draft.replace(/^( +sha256:).*$/m, `$1 ${fingerprintOf(draft)}`);
  const { document: read, draft: words, messages } = readDocumentFile(id, text);
  const fileLine = read && lineOf(read, 'fileLine');
  return faultIn(text, messages, document.element, words, fileLine) ?? ({ text, summaryFrom } as const);
}

/** The first words, to the end of a sentence, which is none after an abbreviation or where dots stand apart, or of a word. */
function firstWords(words: string): string {
  const [sentence = ''] =
    /^.{40,220}?(?<!\b(?:Nos?|Mrs?|Messrs|Dr|Gen|Col|Lt|Sen|St|pp?|vol|[am]|\p{Lu})\.)(?<=\S[.?!])[”’]?(?=\s|$)/u.exec(
      words,
    ) ?? [];
  if (sentence !== '') return sentence;
  return words.length <= 220 ? words : `${words.slice(0, words.lastIndexOf(' ', 220)).replace(/[ ,;:—]+$/, '')} …`;
}

/** The fingerprint of a file without those that stand in it: that of its record as long as nobody has changed it. */
export const fingerprintOf = (text: string): string => fingerprint(text.replace(/^ +sha256: .*\n/gm, ''));
