/** What the heading, file line, dateline and first words of a document of the TEI say for its record. */
import { readDateline, readReceipt, receivedWithin, type PrintedDate } from '../edition/printed-date.ts';
import {
  leadingNumber,
  numberBefore,
  numberInLine,
  ofConversation,
  readHeading,
  withoutNumber,
  withoutStop,
} from '../edition/printed-heading.ts';
import type { PrintedCorrespondent } from '../edition/printed-heading.ts';
import type { Block, ListItem } from '../edition/document.ts';
import { blockLines, titleOf, wordsOfRole } from '../edition/printed-text.ts';
import { textOf } from '../edition/text.ts';
import { blocksIn } from '../edition/walk.ts';
import type { DocumentKind } from '../schema/frontmatter.ts';
import { elementsIn, headOf, wordsOf, type XmlElement } from './read-volume.ts';
import type { MappedDocument } from './to-tree.ts';
import { cityIn, offsetAt } from './time-zones.ts';

/** A printed date, with the offset of its clock where that is inferred, and from what. */
export type ClockedDate = PrintedDate & { readonly inferredFrom?: string };

/** Reads what a document's own words say of it, and what the TEI says in markup, from its element and its tree. */
export function toRecord(element: XmlElement, tree: MappedDocument) {
  const { fileLine, heading, linesAbove, body, participantLists } = tree;
  const itself = titleOf({ heading: heading.slice(linesAbove) });
  const head = headOf(element);
  const { title, date } = dateIn(withoutNumber(itself), wordsOf(markedIn(head, 'date').at(-1)));
  const persons = markedIn(head, 'persName');
  const senders = [...markedIn(head, 'gloss'), ...persons].filter((one) => one.attributes['type'] === 'from');
  const { sender, recipient } = readHeading(title, persons.map(wordsOf), wordsOf(senders.at(-1)));
  const dateSaid = dateSaidIn(element);
  // Place and day may stand by themselves below the signature.
  const lines = body
    .flatMap((block) => (block.type === 'division' && block.kind === 'postscript' ? block.children : [block]))
    .flatMap((block) => (block.type === 'paragraph' ? [{ ...block, words: textOf(block.children) }] : []));
  // As search has them, each line for itself: an office may stand alone in the first, Department of State.
  const datelines = lines
    .filter(({ role }) => role === 'dateline')
    .flatMap(({ children }) => textOf(children, 'search').split('\n'))
    .map((line) => ({ line, says: readDateline(line) }));
  const dated = datelines.find(({ says }) => says.date !== undefined || says.undated) ?? datelines[0];
  const dateline = dated?.line ?? date ?? lines.findLast(({ words }) => closingDateline.test(words))?.words;
  const receipt = lines.find(({ role }) => role === 'received');
  const isAddressed = (block: Block, before: Block | undefined): boolean =>
    block.type === 'list' &&
    (participantLists.includes(block) || [before, block.items[0]?.children[0]].some((one) => isWord(one, addressed)));
  const own = body.filter((block, index) => !isAddressed(block, body[index - 1]));
  const texts = wordsOfRole(blocksIn(own), 'text');
  const unnumbered = texts.map((words) => words.replace(leadingNumber, '').replace(/^(?:\d+\.|Subject:) /i, ''));
  const openers = lines.filter(({ role }) => role === 'opener').map(({ words }) => words);
  const aboveText = lines.slice(0, lines.findIndex(({ role }) => role === 'text') + 1).map(({ words }) => words);
  const read = dated?.says ?? (dateline === undefined ? undefined : readDateline(dateline));
  // The years of a reign may begin a date: Tungchi, 3d year.
  const isOfDate = datesIn(element).some((one) => read?.place !== undefined && wordsOf(one).startsWith(read.place));
  const place = isOfDate ? undefined : cityIn(read?.place?.replace(office, '') ?? '') || undefined;
  const sent = read && clocked({ ...read, place }, dateSaid?.moment);
  const receivedWords = receipt?.words ?? receivedWithin.exec(dateline ?? '')?.[0];
  const received =
    receivedWords === undefined ? undefined : clocked(readReceipt(receivedWords, sent?.date), '', 'Washington');
  const beforeText = numberBefore(texts);
  // An airgram has its number there too, and goes with the mail; a circular one has none.
  const isAirgram = /: (?:circular )?airgram/i.test(fileLine);
  const ownNumber = numberInLine(openers) ?? (isAirgram ? beforeText : undefined);
  const isNumbered = isAirgram || ownNumber !== undefined;
  // The line that says so may be left out: its number stands before its words, its hour in the dateline.
  const isCabled = !isNumbered && read?.hour !== undefined && beforeText !== undefined;
  const [from = '', to = ''] = [sender[0], recipient[0]].map((one) => one?.office);
  const kind =
    kindBy({
      subtype: [element.attributes['subtype'] ?? ''],
      fileLine: [fileLine],
      title: [title],
      // A line above the text that stands in the middle is a subheading.
      line: [...heading.slice(0, linesAbove).map((line) => textOf(line)), ...openers, ...aboveText],
      unsent: sender.length > 0 && recipient.length > 0 ? [] : [title],
      office: [from, to],
      numbered: isNumbered ? [`from ${from}`, `to ${to}`] : [],
    }) ?? (isCabled ? 'telegram' : 'letter');
  return {
    kind,
    /** `700.01 Harvest/22`; absent where the line names a series of treaties, papers of somebody, a lot of files. */
    fileNumber: /^(?:File No\. )?((?:Paris Peace Conf\. )?\d.*?)(?:: .*)?$/.exec(fileLine)?.[1],
    /** As printed before the first words (`39`), or in a line of its own (`No. 40`). */
    number:
      /^(?:Circular )?\w+ (\S*\d\S*) (?:[Ff]rom|to) /.exec(title)?.[1] ??
      (kind === 'telegram' ? beforeText : ownNumber),
    sender: sender.length > 0 ? sender : listedUnder(/^from:?$/i, body).map(listedCorrespondent),
    recipient: recipient.length > 0 ? recipient : listedUnder(/^to:?$/i, body).map(listedCorrespondent),
    participants: listedUnder(present, body, participantLists).map((words) => ({ name: nameListed(words) })),
    sent,
    received,
    dateSaid,
    summary: summaryIn(element),
    /** The first words of its text, without its number or that of a point. */
    firstWords:
      unnumbered.find((words) => /\p{Ll}/u.test(words) && !noFirstWords.test(words)) ??
      unnumbered.find(Boolean) ??
      title,
  };
}
/** What a document's own words say of it, as far as they do. */
export type PrintedRecord = ReturnType<typeof toRecord>;

/** How the volume's editors sum a document up above its text, or in a note to its heading. */
function summaryIn(element: XmlElement): string | undefined {
  const notes = [element, headOf(element)].flatMap((one) => elementsIn(one?.children ?? []));
  const note = notes.find(({ name, attributes }) => name === 'note' && attributes['type'] === 'summary');
  return wordsOf(note).replace(/^Summary: /, '') || undefined;
}

/**
 * The first date but of receipt that the datelines of a document or its heading give in markup: a day or a span, a month
 * or year where no more is known; its moment, as `1973-05-01T14:35:00-04:00`, where they give one; on what ground it is
 * not that of the print, and how that was found.
 */
function dateSaidIn(element: XmlElement) {
  const dates = [...datesIn(element), ...markedIn(headOf(element), 'date')];
  const date = dates.find(({ attributes: { type = '' } }) => !type.includes('received'));
  const { when = '', from = when, to = from, notBefore = from, notAfter = to } = date?.attributes ?? {};
  const { ana = '', calendar = '' } = date?.attributes ?? {};
  // That of the Republic counts its years beside ours.
  const others = calendar.split(/\s+/).filter((one) => !/^(?:gregorian|us-republic)?$/.test(one));
  const [first = '', last = ''] = [notBefore, notAfter].map((day) => day.slice(0, 10));
  const ground =
    ana === '' && others.length > 0
      ? `reckoned from the ${others.join(' ')} calendar`
      : ana.replace(/^#date_/, '').replaceAll('-', ' ');
  return first === '' ? undefined : { date: first === last ? first : `${first}/${last}`, moment: when, ground };
}

/** The elements of a name in an element itself, not in its notes, or what it quotes or encloses. */
const markedIn = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsIn(element?.children ?? []).flatMap((one) =>
    one.name === name ? [one] : /^(?:note|quote|div|frus:attachment)$/.test(one.name) ? [] : markedIn(one, name),
  );

/** The dates that the datelines of a document mark. */
const datesIn = (element: XmlElement): XmlElement[] =>
  markedIn(element, 'dateline').flatMap((line) => markedIn(line, 'date'));

/** What is above the first words, as CONFIDENTIAL is: `Subject:`, `Blaine, Minister, Paris:`, `[Telegram.]` */
const noFirstWords =
  /^(?:(?:\p{Lu}[\p{L}.’-]*|the|of|to|and)(?:,? (?:\p{Lu}[\p{L}.’-]*|the|of|to|from|for|and))*:|\[[^[\]]{1,30}\])$/u;

/** The offices from which a dateline is written, before its place. */
const office =
  /^(?=.*\b(?:Department|Legation|Embassy|Consulate|Mission|Office|House|Mansion|Ministry)\b)[^,]+(?:,\s*|$)/u;

const day = String.raw`(undated|\p{Lu}\p{Ll}+ \d{1,2}(?:[-–]\d{1,2})?, \d{4}(?:, (?:\d{4}Z|[\d:]+ [ap]\.m\.))?)\.?$`;
/** What treaties are called in their headings. */
const treaties = 'Treaty|Convention|Protocol|Final Act|Agreement|Declaration';
/** How a paper that is handed over is headed. */
const handed = '^(?!The )[^()]+ Handed (?:by|to) ';
/** What is given to the public is called in its heading. */
const spoken = 'Press Release|Statement|Announcement|Address|Remarks|Speech';
/** The date at the end of a heading, where it marks none. */
const unmarkedDates = [
  // It says from whom to whom, or where, in volumes that were never printed.
  String.raw`(?: From .+ to .+|, (?!.*\bat\b)\p{Lu}[^,]*), `,
  // That of a signature is the date of the treaty itself, not of what became of it, or what is said of it.
  String.raw`^(?!.*(?:Ratif|Access|Deposit))(?:\p{Lu}\S* ){0,4}(?:${treaties}|Minutes|Record)\b.*(?:, Signed| Held) at .+, `,
  String.raw`^(?!.* (?:Signed|Dated) )(?:\p{Lu}\S* ){0,2}(?:${spoken}) .*\b(?:by|Issued|Made|Delivered) .+(?:,| on) `,
  `${handed}.+(?:,| on) `,
].map((before) => new RegExp(before + day, 'u'));

/** The date that a heading gives at its end, with the place before it, and the heading without them. */
function dateIn(heading: string, marked: string): { title: string; date?: string } {
  const words = marked || (unmarkedDates.map((form) => form.exec(heading)?.[1]).find(Boolean) ?? '');
  const at = heading.lastIndexOf(words);
  const before = heading.slice(0, Math.max(at, 0));
  const [, title, place = ''] = /^(.*?)(?:[.,] (?:Signed at )?(\p{Lu}[^.,]*))?(?:[.,]| on)? $/u.exec(before) ?? [];
  if (title === undefined || !/\d{4}|undated/.test(words)) return { title: heading };
  const isPlace =
    place !== '' && !/day$|\b(?:Meeting|Session|Conference|Conversation|Minister|Secretary|Ambassador)\b/.test(place);
  return { title, date: isPlace ? `${place}, ${words}` : words };
}

/** Place and day as the last words of a note: `Washington, March 9, 1899.` */
const closingDateline =
  /^\[?\p{Lu}[\p{L}.’ -]{2,30},?\]?,? (?:\p{Lu}\p{Ll}+ \d{1,2}|\d{1,2} \p{Lu}\p{Ll}+), \d{4}\.?\]?$/u;

/** Where a document says what it is. */
type Place = 'subtype' | 'fileLine' | 'title' | 'line' | 'unsent' | 'office' | 'numbered';

/** Kinds by the words that stand at a place; a document is of the first that it has. */
const kinds: readonly (readonly [DocumentKind, Place, RegExp])[] = [
  ['editorial-note', 'subtype', /^editorial-note$/],
  ['telegram', 'fileLine', /: (?:circular )?telegram/i],
  ['telegram', 'title', /^(?:(?:circular|draft) )*(?:telegram|cable) /i],
  ['telegram', 'line', /^\[(?:telegram|by cable)\b/i],
  ['editorial-note', 'title', /^Editor(?:ial|’s) Note/i],
  ['memorandum-of-conversation', 'title', new RegExp(`^Memorandum (?:for the Record |by .+ )?${ofConversation}`, 'i')],
  ['memorandum', 'title', /^(?:\p{Lu}[\p{L}-]* ){0,3}Memorand(?:um|a)\b/u],
  ['aide-memoire', 'title', /Aide[- ]M[eé]moire/i],
  ['minutes', 'title', /^(?:\p{Lu}\S* ){0,4}(?:Minutes|Record) of\b/iu],
  ['minutes', 'title', /^(?:[\w’]+ )?Notes o[fn] (?:an? )?(?:\w+ )?(?:Meeting|Conversation)s?\b/iu],
  ['minutes', 'title', /^(?:Minutes|Proc[eèé]s[- ]Verbal|Summary of (?:Proceedings|Conclusions))\b|\bMinutes$/iu],
  ['statement', 'title', new RegExp(String.raw`^(?:\w+ ){0,4}(?:${spoken}|Proclamation)\b`, 'i')],
  ['treaty', 'title', new RegExp(String.raw`^(?:\w+ )?(?:${treaties}|Executive Agreement|Exchange of Notes)\b`, 'i')],
  ['instruction', 'title', /^(?:Instruction|Airgram(?: \S+)? From the Department) /i],
  ['despatch', 'title', /^(?:D[ei]spatch|Airgram)(?: \S+)? From/i],
  ['note', 'title', /^(?:\w+ )?Note (?:From|by)\b/i],
  ['letter', 'title', /^(?:\w+ )?(?:Letter|Message) From/i],
  ['paper', 'title', new RegExp(String.raw`^(?:\w+ ){0,2}(?:Report|Paper) |${handed}`, 'i')],
  ['circular', 'title', /\bcircular\b/i],
  ['memorandum', 'line', /^memorandum(?: for .{1,60})?$/i],
  ['aide-memoire', 'line', /^aide-m.{0,60}$/i],
  ['treaty', 'unsent', /^(?:\p{Lu}\S* ){0,4}(?:Treaty|Convention|Protocol|Agreement)\b/u],
  ['paper', 'unsent', /^/],
  // Foreign missions and ministries write notes, and are written them.
  ['note', 'office', /^(?!American)\p{Lu}\p{L}+ (?:Embassy|Legation|Ambassador|Minister|Chargé|Appointed)\b(?! in )/u],
  ['note', 'office', /^(?!American).*(?:Minister (?:for|of) Foreign Affairs|Foreign Office)/],
  // By the Department’s practice, posts send despatches and receive instructions, both with numbers.
  ['instruction', 'numbered', /^from (?:(?:Acting )?Secretary of State|Department of State)/i],
  ['despatch', 'numbered', /^to (?:(?:Acting )?Secretary of State|Department of State)/i],
];

/** The kind of a document by what it says at each place; undefined where that tells none. */
const kindBy = (said: Readonly<Record<Place, readonly string[]>>): DocumentKind | undefined =>
  kinds.find(([, place, form]) => said[place].some((words) => form.test(words)))?.[0];

/** What stands above a list of those who were present. */
const present = /^(?:participants|(?:\w+ )?present):?$/i;
/** What stands above a list that is no part of what is said. */
const addressed = new RegExp(`${present.source}|^(?:to|from|through|place|time|date|refs?):?$`, 'i');
const isWord = (block: Block | undefined, word: RegExp): boolean =>
  block?.type === 'paragraph' && word.test(textOf(block.children));

/** Those in the lists under a word, or that the TEI says are such, without the groups that they may be in. */
function listedUnder(word: RegExp, body: readonly Block[], said: readonly Block[] = []): string[] {
  // The word may be the first point of the list, or the only one, in which the others are a list.
  const blocks = body.flatMap((block): readonly Block[] => {
    const [first, ...items] = block.type === 'list' ? block.items : [];
    if (first === undefined || !isWord(first.children[0], word)) return [block];
    return [...first.children, ...(items.length > 0 ? [{ type: 'list', items } as const] : [])];
  });
  const lists = blocks.flatMap((block, index) =>
    block.type === 'list' &&
    (isWord(blocks[index - 1], word) || (said.includes(block) && !isWord(blocks[index - 1], addressed)))
      ? membersIn(block.items)
      : [],
  );
  // They may stand in the second column of a table, the word with a colon in the first.
  const inColumn = body.flatMap((block) => {
    let above = '';
    const rows = block.type === 'table' ? block.rows : [];
    return rows.flatMap(([first, ...cells]) => {
      above = textOf(first?.children ?? []) || above;
      const words = cells.map(({ children }) => textOf(children)).join(' ');
      return above.endsWith(':') && word.test(above) ? [words] : [];
    });
  });
  return [...lists.map(({ children }) => blockLines(children).join(' ').trim()), ...inColumn].filter(Boolean);
}

/** One who was present, without that word before the first of all, and the sign between him and the next. */
const nameListed = (words: string): string => withoutStop(words.replace(/^(?:\w+ )?present: |^and |[,;]$/gi, ''));

/** Whom a list names: by office where he has an article, `The Secretary of State`. */
function listedCorrespondent(words: string): PrintedCorrespondent {
  const [, office] = /^The (?!Hon)(.+)$/.exec(words) ?? [];
  return office === undefined ? { name: words } : { office };
}

/** The points of a list: those of one within it, not what that stands under; none that is a heading of others. */
function membersIn(items: readonly ListItem[]): ListItem[] {
  /** Whether nothing of a point is set in plain roman, as headings are where the others are not. */
  const isSetApart = ({ children: [first] }: ListItem): boolean =>
    first?.type === 'paragraph' && first.children.every(({ type }) => type !== 'text');
  const isPlain = !items.every(isSetApart);
  return items.flatMap((item) => {
    const lists = item.children.filter((block) => block.type === 'list');
    if (lists.length > 0) return lists.flatMap((list) => membersIn(list.items));
    return (isPlain && isSetApart(item)) || isWord(item.children[0], /:$/) ? [] : [item];
  });
}

/** A date with the offset of its clock: by the zone of its place, or else as the TEI gives it for the printed hour. */
function clocked(date: PrintedDate, moment = '', place = date.place): ClockedDate {
  const { date: day, hour } = date;
  if (day === undefined || hour === undefined || date.offset !== undefined) return date;
  const offset = place === undefined ? undefined : offsetAt(place, day, hour);
  if (offset !== undefined) return { ...date, offset, inferredFrom: 'from the time zone of the place on that day' };
  const said = moment.startsWith(`${day}T${hour}`) ? /[+-](?:0\d|1[0-4]):[0-5]\d$/.exec(moment)?.[0] : undefined;
  return said === undefined ? date : { ...date, offset: said, inferredFrom: 'as the TEI of the volume has it' };
}
