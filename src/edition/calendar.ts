/**
 * The calendar: documents in order, and cut into pages that stay quick to load and to read. A group
 * of documents that fits on one page is shown whole; a larger one leads on to its parts, and one
 * without parts is cut into pages of a fixed size.
 */
import { dateWords, monthName } from './date-words.ts';
import type { EditionDocument } from './document.ts';

import { compareFileNumbers, fileOf } from './file-number.ts';
import { compareIdentifiers } from './identifier.ts';
import { pagesOf, slug, type PageNumber } from './pages.ts';
import type { Register } from '../schema/register.ts';

/** One part of the documents under a name of its own: a year, a sender, a file. */
interface Group {
  /** Its part of the address: `1936`, `hull-cordell`. */
  readonly key: string;
  readonly title: string;
  /** Where it stands among the others. */
  readonly order: string;
}

type Grouping = (document: EditionDocument, register: Register) => readonly Group[];

/** A way of arranging the calendar. */
export interface Arrangement {
  /** Its part of the address under `/documents/`. */
  readonly path: string;
  /** For the reader who chooses: `By date sent`. */
  readonly title: string;
  /** The order of the documents. */
  readonly compare: (a: EditionDocument, b: EditionDocument) => number;
  /** How the documents are divided, from the largest parts to the smallest. */
  readonly groupings: readonly Grouping[];
  readonly compareGroups?: (a: string, b: string) => number;
  /** What a document is known by in this order, where a page says with which it begins. */
  readonly nameOf: (document: EditionDocument) => string;
}

const compareLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const collate = new Intl.Collator('en').compare;

/** Documents by the day, then the hour that they were sent or received; one without a date is last. */
const inTime =
  (field: 'dateSent' | 'dateReceived') =>
  ({ id: a, record: left }: EditionDocument, { id: b, record: right }: EditionDocument): number => {
    const moment = (record: typeof left) => [
      record[field]?.date ?? '9999',
      record[field]?.hour ?? '',
      record.dateReceived?.date ?? '9999',
      record.dateReceived?.hour ?? '',
    ];
    const [from, to] = [moment(left), moment(right)];
    const at = from.findIndex((part, index) => part !== to[index]);
    return at < 0 ? compareIdentifiers(a, b) : compareLetters(from[at] ?? '', to[at] ?? '');
  };

/** The order of the calendar: by date sent. */
export const compareInTime = inTime('dateSent');

/** When a document was first published: the day of its first revision, empty where it has none. */
const published = ({ record }: EditionDocument): string => record.revisions.map(({ date }) => date).toSorted()[0] ?? '';

/**
 * The document that was published last, for the front page; of several that were published on one day (a volume,
 * say), the one sent first. Undefined where there is none.
 */
export function newest(documents: readonly EditionDocument[]): EditionDocument | undefined {
  return documents.toSorted((a, b) => compareLetters(published(b), published(a)) || compareInTime(a, b))[0];
}

const year =
  (field: 'dateSent' | 'dateReceived'): Grouping =>
  ({ record }) => {
    const key = record[field]?.date.slice(0, 4);
    return key === undefined
      ? [{ key: 'no-date', title: 'No date of receipt', order: '~' }]
      : [{ key, title: key, order: key }];
  };

const month =
  (field: 'dateSent' | 'dateReceived'): Grouping =>
  ({ record }) => {
    const [ofYear = '', key] = record[field]?.date.split('-') ?? [];
    return key === undefined
      ? [{ key: 'no-month', title: ofYear === '' ? 'No date' : `${ofYear}, no month`, order: '~' }]
      : [{ key, title: `${monthName(Number(key))} ${ofYear}`, order: key }];
  };

/** Senders as persons where they are in the register, else as the office they write from. */
const sender: Grouping = ({ record }, register) =>
  record.sender.map(({ person, office }) => {
    const entry = person === undefined ? undefined : register.get(person);
    return entry
      ? { key: entry.id, title: entry.sortName, order: entry.sortName }
      : { key: `office-${slug(office)}`, title: office, order: office };
  });

const file: Grouping = ({ record }) => {
  const title = fileOf(record.fileNumber);
  return [{ key: slug(title), title, order: title }];
};

/** The ways in which the calendar is arranged, the first being that of `/documents/` itself. */
export const arrangements = [
  {
    path: '',
    title: 'By date sent',
    compare: compareInTime,
    groupings: [year('dateSent'), month('dateSent')],
    nameOf: ({ record }) => dateWords(record.dateSent),
  },
  {
    path: 'by-received/',
    title: 'By date received',
    compare: inTime('dateReceived'),
    groupings: [year('dateReceived'), month('dateReceived')],
    nameOf: ({ record }) => dateWords(record.dateReceived ?? record.dateSent),
  },
  {
    path: 'by-sender/',
    title: 'By sender',
    compare: compareInTime,
    groupings: [sender],
    compareGroups: collate,
    nameOf: ({ record }) => dateWords(record.dateSent),
  },
  {
    path: 'by-file/',
    title: 'By file number',
    compare: (a, b) => compareFileNumbers(a.record.fileNumber, b.record.fileNumber) || compareInTime(a, b),
    groupings: [file],
    compareGroups: compareFileNumbers,
    nameOf: ({ record }) => record.fileNumber,
  },
] as const satisfies readonly Arrangement[];

/** A link to another page of the calendar. */
export interface CalendarLink {
  readonly title: string;
  /** Address under `/documents/`. */
  readonly path: string;
}

/** Some documents under a heading; the heading is empty where they need none. */
export interface CalendarSection {
  readonly title: string;
  readonly documents: readonly EditionDocument[];
}

/** One page of the calendar. */
export interface CalendarPage extends CalendarLink {
  readonly arrangement: Arrangement;
  /** The pages above this one, the topmost first. */
  readonly above: readonly CalendarLink[];
  /** Documents of this page and of all below it. */
  readonly count: number;
  /** The parts that this page leads on to, each with the number of its documents. */
  readonly parts: readonly (CalendarLink & { readonly count: number })[];
  readonly sections: readonly CalendarSection[];
  /** Which of several pages of one list this is; absent where there is only one. */
  readonly pages?: PageNumber | undefined;
  /** The pages with documents before and after this one in the same arrangement. */
  readonly before?: CalendarLink | undefined;
  readonly after?: CalendarLink | undefined;
}

/**
 * Every page of the calendar, in all arrangements.
 *
 * @param pageSize How many documents, or parts, stand on one page at most.
 */
export function calendarPages(
  documents: readonly EditionDocument[],
  register: Register,
  pageSize = 100,
): CalendarPage[] {
  return arrangements.flatMap((arrangement: Arrangement) => {
    const ordered = documents.toSorted(arrangement.compare);
    const title = `Documents${arrangement.path === '' ? '' : arrangement.title.replace('By', ' by')}`;
    const root = { title, path: arrangement.path };
    return withNeighbours(divide(root, ordered, [], arrangement, 0, register, pageSize));
  });
}

function divide(
  here: CalendarLink,
  documents: readonly EditionDocument[],
  above: readonly CalendarLink[],
  arrangement: Arrangement,
  depth: number,
  register: Register,
  pageSize: number,
): CalendarPage[] {
  const page = { ...here, arrangement, above, count: documents.length, parts: [], sections: [] };
  const grouping = arrangement.groupings[depth];
  const groups = grouping ? grouped(documents, grouping, arrangement, register) : [];
  if (documents.length <= pageSize) {
    const titled = depth === 0 && groups.length > 1;
    return [{ ...page, sections: titled ? groups : [{ title: '', documents }] }];
  }
  if (groups.length === 0) {
    return pagesOf(documents, pageSize, here.path, arrangement.nameOf).map(({ items, path, pages }) => ({
      ...page,
      path,
      pages,
      sections: [{ title: '', documents: items }],
    }));
  }
  const parts = groups.map((group) => ({
    title: group.title,
    path: `${here.path}${group.key}/`,
    count: group.documents.length,
  }));
  const pages = pagesOf(parts, pageSize, here.path, ({ title }) => title).map(({ items, path, pages: number }) => ({
    ...page,
    path,
    pages: number,
    parts: items,
  }));
  const below = groups.flatMap((group, index) =>
    divide(parts[index] ?? here, group.documents, [...above, here], arrangement, depth + 1, register, pageSize),
  );
  return [...pages, ...below];
}

/** Documents by group, groups in order; a document with two senders stands under both. */
function grouped(
  documents: readonly EditionDocument[],
  grouping: Grouping,
  { compareGroups = compareLetters }: Arrangement,
  register: Register,
): (Group & { documents: EditionDocument[] })[] {
  const groups = new Map<string, Group & { documents: EditionDocument[] }>();
  for (const document of documents) {
    for (const group of grouping(document, register)) {
      const known = groups.get(group.key);
      if (!known) groups.set(group.key, { ...group, documents: [document] });
      else if (known.documents.at(-1) !== document) known.documents.push(document);
    }
  }
  return [...groups.values()].toSorted((a, b) => compareGroups(a.order, b.order));
}

function withNeighbours(pages: readonly CalendarPage[]): CalendarPage[] {
  const lists = pages.filter((page) => page.sections.length > 0);
  return pages.map((page) => {
    const at = lists.indexOf(page);
    if (at < 0) return page;
    const link = (index: number): CalendarLink | undefined => {
      const found = lists[index];
      const number = found?.pages ? `, page ${found.pages.number}` : '';
      return found && { title: found.title + number, path: found.path };
    };
    return { ...page, before: link(at - 1), after: link(at + 1) };
  });
}
