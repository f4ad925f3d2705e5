/** The record of a document held against what its text prints, save what it infers: it may know better. */
import { distance } from 'fastest-levenshtein';
import { endsOf, isoDateWords, monthName } from './date-words.ts';
import type { EditionDocument, Point } from './document.ts';
import { placeholders } from './ledger-seal.ts';
import { slug, unaccented } from './letters.ts';
import { dayParts, readDateline, readReceipt, receivedWithin, type PrintedDate } from './printed-date.ts';
import { numberBefore, numberInLine, readHeading, withoutNumber } from './printed-heading.ts';
import type { PrintedCorrespondent } from './printed-heading.ts';
import { printedText, titleOf, wordsOfRole } from './printed-text.ts';
import { quote, saidAt, warnedAt, type Message } from './problems.ts';
import { blocksIn } from './walk.ts';
import type { Correspondent, HistoricalDate } from '../schema/frontmatter.ts';
import type { Register } from '../schema/register.ts';

type Found = Iterable<Message>;
/** Where a field of the record stands in the file: `['dateSent', 'date']`. */
type PointOf = (path: readonly (string | number)[]) => Point;

/** Everything in which a record disagrees with the print, or with the years of its volume, `1936` or `1931–1941`. */
export function* disagreements(document: EditionDocument, register: Register, pointOf: PointOf, years = ''): Found {
  const { dateSent, dateReceived } = document.record;
  const lines = wordsOfRole(document.body, 'dateline', 'received');
  const isReceipt = (line: string) => /^\[?Received\b/i.test(line);
  const datelines = [dateSent?.printed ?? [], lines.filter((line) => !isReceipt(line))].flat();
  // It may follow in the dateline itself: `Paris, May 1, 1877. (Received May 16.)`
  const within = datelines.flatMap((line) => receivedWithin.exec(line)?.[0] ?? []);
  const receipts = [dateReceived?.printed ?? [], lines.filter(isReceipt), within].flat();
  const sent = datelines.map((line) => ({ line, ...readDateline(line) }));
  const received = receipts.map((line) => ({ line, ...readReceipt(line) }));
  yield* compareDate(dateSent, sent, 'dateSent', pointOf);
  yield* compareDate(dateReceived, received, 'dateReceived', pointOf);
  if (dateReceived === undefined && receipts[0] !== undefined)
    yield warnedAt(pointOf(['kind']), 'receipt-not-in-record')`
      dateReceived in the record: a line of receipt is printed
      ${quote(receipts[0])}, and no dateReceived
      Write dateReceived with its date, and hour if it is printed.`;
  yield* comparePlace(document, sent, register, pointOf);
  yield* compareYear(document, sent, years, pointOf);
  yield* compareCorrespondents(document, register, pointOf);
  yield* compareNumber(document, pointOf);
}

type Lines = readonly (PrintedDate & { readonly line: string })[];

/** Year, month and day of both ends of a date; of a printed one without year, `02-03`, that is empty. */
const partsOf = (date: string) => endsOf(/^\d{4}/.test(date) ? date : `-${date}`).map((end) => end.split('-'));

/** Whether a date of a record is one that is printed, in the parts that both have and the record does not infer. */
function agrees({ date, inferred }: HistoricalDate, printed: string): boolean {
  const ends = partsOf(printed);
  return partsOf(date).every((end, which) =>
    dayParts.every((part, index) => {
      const [own, other] = [end[index], ends[which]?.[index]];
      return inferred.includes(part) || !own || !other || own === other;
    }),
  );
}

/** A printed date for an editor; one without its year in words. */
function shown(date: string): string {
  const [month, day] = date.split('-').map(Number);
  return /^\d{4}/.test(date) ? date : `${monthName(month ?? 0)} ${day ?? ''}`.trim();
}

function* compareDate(date: HistoricalDate | undefined, lines: Lines, field: string, pointOf: PointOf): Found {
  const dated = lines.filter((line) => line.date !== undefined);
  const [first] = dated;
  if (date === undefined || first === undefined) return;
  const agreeing = dated.filter((line) => agrees(date, line.date ?? ''));
  const mend = `Correct the one that is wrong. If the print itself errs, list the part under \`inferred\` of ${field}, and say why under \`reason\`.`;
  if (agreeing.length === 0)
    yield saidAt(pointOf([field, 'date']), 'date-disagrees')`
      the date that is printed: ${shown(first.date ?? '')}
      ${date.date}, where the print has ${quote(first.line)}
      ${mend}`;
  for (const [index, part] of dayParts.entries()) {
    const isKnown = !partsOf(date.date)[0]?.[index] || date.supplied.includes(part) || date.inferred.includes(part);
    // Nobody prints the year of receipt.
    if (isKnown || !agreeing[0] || (part === 'year' && field === 'dateReceived')) continue;
    if (agreeing.some((line) => partsOf(line.date ?? '')[0]?.[index])) continue;
    yield warnedAt(pointOf([field, 'date']), 'date-part-not-printed')`
      the ${part} of ${field} under \`supplied\` or \`inferred\`, with the reason: the line does not print it
      ${date.date}, where the print has ${quote(agreeing[0].line)}
      List ${part} under \`supplied\` where the volume fixes it, else under \`inferred\`, and say why under \`reason\`.`;
  }
  const hours = agreeing.flatMap(({ hour, line }) => (hour === undefined ? [] : [{ hour, line }]));
  const same = ({ hour }: { hour: string }) => hour === date.hour || (hour === '24:00' && date.hour === '00:00');
  if (date.hour === undefined || date.inferred.includes('hour') || hours[0] === undefined || hours.some(same)) return;
  yield saidAt(pointOf([field, 'hour']), 'hour-disagrees')`
    the hour that is printed: ${hours[0].hour}
    ${date.hour}, where the print has ${quote(hours[0].line)}
    ${mend}`;
}

/** A dateline may be written by any name: only one that is another place of the register disagrees. */
function* comparePlace({ record }: EditionDocument, lines: Lines, register: Register, pointOf: PointOf): Found {
  const id = record.sender[0]?.place;
  const here = lines.find(({ place }) => place !== undefined);
  if (id === undefined || here?.place === undefined) return;
  const printed = slug(here.place);
  const bears = (place: string) => {
    const { name = '', sortName = '' } = register.get(place) ?? {};
    return [place, slug(name), slug(name.replace(/,.*/, '')), slug(sortName)].includes(printed);
  };
  if (bears(id)) return;
  const other = [...register.values()].find((entry) => entry.kind === 'places' && bears(entry.id));
  if (other === undefined) return;
  yield saidAt(pointOf(['sender', 0, 'place']), 'place-disagrees')`
    the place that is printed: ${other.id}
    ${id}, where the print has ${quote(here.line)}
    Correct the one that is wrong.`;
}

/** A year that the record takes from the volume is one of its years; one that is printed may be near them. */
function* compareYear(document: EditionDocument, lines: Lines, years: string, pointOf: PointOf): Found {
  const date = document.record.dateSent;
  const [, first, last = first] = /^(\d{4})(?:[–-](\d{2,4}))?$/.exec(years) ?? [];
  if (date === undefined || first === undefined || last === undefined) return;
  const year = Number(date.date.slice(0, 4));
  const end = Number(first.slice(0, 4 - last.length) + last);
  if (year >= Number(first) && year <= end) return;
  const isPrinted = lines.some((line) => line.date?.startsWith(String(year)));
  if (date.supplied.includes('year') && !isPrinted)
    yield saidAt(pointOf(['dateSent', 'date']), 'year-of-volume')`
      a year of the volume, ${years}, since the record supplies it
      ${year}
      Correct the year; if it is known from elsewhere, list it under \`inferred\`, and say why under \`reason\`.`;
  else if (!isPrinted && !printedText(document).includes(String(year)))
    yield warnedAt(pointOf(['dateSent', 'date']), 'year-of-volume')`
      a date in or near the years of the volume, ${years}
      ${isoDateWords(date.date)}, a year that the text does not print
      See that the year is right.`;
}

const plain = (words: string): string => unaccented(words).replace(/[[\]]/g, '');

function* compareCorrespondents(document: EditionDocument, register: Register, pointOf: PointOf): Found {
  const { record } = document;
  const title = withoutNumber(titleOf(document));
  const printed = readHeading(title);
  if (printed.sender.length === 0 || printed.recipient.length === 0) return;
  const stands = (office: string | undefined, among: readonly PrintedCorrespondent[]) =>
    office !== undefined &&
    among.some((one) => plain(`${one.office ?? ''} ${one.name ?? ''}`).includes(plain(office.replace(/^the /i, ''))));
  const sides = { sender: 'recipient', recipient: 'sender' } as const;
  for (const field of ['sender', 'recipient'] as const) {
    const [side, opposite] = [printed[field], printed[sides[field]]];
    for (const [index, { office }] of record[field].entries()) {
      if (office === undefined || office === placeholders.office || stands(office, side)) continue;
      if (stands(office, opposite))
        yield saidAt(pointOf([field, index, 'office']), 'correspondent-disagrees')`
          ${field === 'sender' ? 'the one who writes, as the heading has it' : 'the one who is written to, as the heading has it'}
          ${office}, who ${field === 'sender' ? 'is written to' : 'writes'} in ${quote(title)}
          Write it under ${sides[field]}.`;
      else if (!plain(printedText(document)).includes(plain(office)))
        yield warnedAt(pointOf([field, index, 'office']), 'office-not-printed')`
          the office as it is printed
          ${office}, which stands neither in ${quote(title)} nor in the text
          Write it as the heading prints it.`;
    }
    const named = record[field].filter(({ person, name }) => (person ?? name) !== undefined);
    for (const { name } of side) {
      if (name === undefined || named.length === 0 || named.some((one) => isNamed(one, name, register))) continue;
      const index = record[field].indexOf(named[0] ?? {});
      yield saidAt(pointOf([field, index, named[0]?.person === undefined ? 'name' : 'person']), 'name-disagrees')`
        ${name}, whom the heading names
        ${register.get(named[0]?.person ?? '')?.name ?? named[0]?.name ?? ''}, where the print has ${quote(title)}
        Correct the one that is wrong.`;
    }
  }
}

/** Whether a printed name may be that of a correspondent: a word of it is one of his, in whatever spelling. */
function isNamed({ person, name }: Correspondent, printed: string, register: Register): boolean {
  const entry = register.get(person ?? '');
  // Who is unknown is reported where the register is asked.
  if (person !== undefined && entry === undefined) return true;
  const words = (of: string) => plain(of).match(/\p{L}{2,}/gu) ?? [];
  const printedAs = (entry?.printedAs ?? []).map((one) => one.name);
  const own = words([entry?.name, entry?.sortName, ...printedAs, name].filter(Boolean).join(' '));
  return words(printed).some((word) => own.some((one) => distance(one, word) <= Math.floor(word.length / 3)));
}

function* compareNumber({ record, body }: EditionDocument, pointOf: PointOf): Found {
  const blocks = blocksIn(body);
  const { telegramNumber, despatchNumber } = record;
  const before = numberBefore(wordsOfRole(blocks, 'text'));
  if (telegramNumber !== undefined && before !== undefined && before !== telegramNumber)
    yield saidAt(pointOf(['telegramNumber']), 'telegram-number')`
      the text to begin with “${telegramNumber}. ”, the telegramNumber of the record
      “${before}. ”
      Correct telegramNumber, or the number at the beginning of the text (written ${telegramNumber}\\.).`;
  if (record.kind === 'telegram' && telegramNumber === undefined && before !== undefined)
    yield warnedAt(pointOf(['kind']), 'number-not-in-record')`
      telegramNumber: ${before} in the record, if that is the number of the telegram
      a text that begins with “${before}. ”, and no telegramNumber
      Write telegramNumber, unless the text begins with a count of points.`;
  const inLine = numberInLine(wordsOfRole(blocks, 'opener'));
  if (despatchNumber !== undefined && inLine !== undefined && inLine.replace(/\.$/, '') !== despatchNumber)
    yield saidAt(pointOf(['despatchNumber']), 'despatch-number')`
      the number that is printed: ${inLine}
      ${despatchNumber}, where the print has “No. ${inLine}”
      Correct the one that is wrong.`;
}
