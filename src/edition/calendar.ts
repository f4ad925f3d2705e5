/** The calendar: documents in order; a group that fits on one page is shown whole, a larger one leads to its parts. */
import type { Register } from '../schema/register.ts';
import { dateWords, endsOf, monthName } from './date-words.ts';
import type { EditionDocument } from './document.ts';
import { compareFileNumbers, fileOf } from './file-number.ts';
import { compareIdentifiers } from './identifier.ts';
import { pagesOf, type ListLink, type PageNumber } from './pages.ts';
import { compareLetters, slug } from './letters.ts';

/** One part of the documents under a name of its own: a year, a sender, a file. */
interface Group {
  /** Its part of the address: `1936`, `hull-cordell`; dates are in order of it. */
  readonly key: string;
  readonly title: string;
}

type Documents = readonly EditionDocument[];
type Grouping = (document: EditionDocument, register: Register) => readonly Group[];

interface Arrangement {
  /** Its part of the address under `/documents/`. */
  readonly path: string;
  /** For the reader who chooses: `By date sent`. */
  readonly title: string;
  readonly compare: (a: EditionDocument, b: EditionDocument) => number;
  /** How the documents are divided, from the largest parts to the smallest. */
  readonly groupings: readonly Grouping[];
  readonly compareGroups: (a: Group, b: Group) => number;
  /** What a document is known by in this order, where a page says with which it begins. */
  readonly nameOf: (document: EditionDocument) => string;
}

type DateField = 'dateSent' | 'dateReceived';

const { compare: collate } = new Intl.Collator('en');
/** Whether a group holds the documents that lack what the others are grouped by: such a one is the last. */
const isWithout = ({ key }: Group): number => Number(/^no-(?:date|month|sender|number)$/.test(key));
const compareTitles = (a: Group, b: Group): number => collate(a.title, b.title);

/** Documents by the day, then the hour that they were sent or received; one without a date is last. */
const inTime = (field: DateField) => {
  const moment = ({ record }: EditionDocument): string =>
    [record[field], record.dateReceived].map((date) => `${date?.date ?? '9999'} ${date?.hour ?? ''}`).join(' ');
  return (a: EditionDocument, b: EditionDocument): number =>
    compareLetters(moment(a), moment(b)) || compareIdentifiers(a.id, b.id);
};

/** The order of the calendar: by date sent. */
export const compareInTime = inTime('dateSent');

/** When a document was first published: the day of its first revision, empty where it has none. */
const published = ({ record }: EditionDocument): string => record.revisions[0]?.date ?? '';

/** The document published last, of one day the one sent first; an imported one only where none is set by hand. */
export function newest(documents: Documents): EditionDocument | undefined {
  const byHand = documents.filter(({ record }) => record.source.import === undefined);
  const some = byHand.length > 0 ? byHand : documents;
  return some.toSorted((a, b) => compareLetters(published(b), published(a)) || compareInTime(a, b))[0];
}

/** By years, and those by months. */
const byYear = (field: DateField): readonly Grouping[] => [
  ({ record }) => {
    const { date } = record[field] ?? {};
    const title = date?.slice(0, 4) ?? (field === 'dateSent' ? 'No date' : 'No date of receipt');
    return [{ key: date === undefined ? 'no-date' : title, title }];
  },
  ({ record }) => {
    const [year = '', key] = endsOf(record[field]?.date ?? '')[0].split('-');
    if (key === undefined) return [{ key: 'no-month', title: year === '' ? 'No date' : `${year}, no month` }];
    return [{ key, title: `${monthName(Number(key))} ${year}` }];
  },
];

/** Senders as persons where they are in the register, else by the printed name and the office they write from. */
const sender: Grouping = ({ record }, register) => {
  if (record.sender.length === 0) return [{ key: 'no-sender', title: 'No sender' }];
  return record.sender.map(({ person, name, office = '' }) => {
    const entry = register.get(person ?? '');
    if (entry) return { key: entry.id, title: entry.sortName };
    const title = [name, office].filter(Boolean).join(', ');
    return { key: `${name === undefined ? 'office' : 'name'}-${slug(title)}`, title };
  });
};

const file: Grouping = ({ record }) => {
  if (record.fileNumber === undefined) return [{ key: 'no-number', title: 'No file number' }];
  const title = fileOf(record.fileNumber);
  return [{ key: slug(title), title }];
};

const byDate = {
  compare: compareInTime,
  compareGroups: (a: Group, b: Group) => compareLetters(a.key, b.key),
  nameOf: ({ record }: EditionDocument) => dateWords(record.dateSent),
};

/** The ways in which the calendar is arranged, the first being that of `/documents/` itself. */
export const arrangements: readonly Arrangement[] = [
  { ...byDate, path: '', title: 'By date sent', groupings: byYear('dateSent') },
  {
    ...byDate,
    path: 'by-received/',
    title: 'By date received',
    compare: inTime('dateReceived'),
    groupings: byYear('dateReceived'),
    nameOf: ({ record }) => dateWords(record.dateReceived ?? record.dateSent),
  },
  { ...byDate, path: 'by-sender/', title: 'By sender', groupings: [sender], compareGroups: compareTitles },
  {
    path: 'by-file/',
    title: 'By file number',
    compare: (a, b) => compareFileNumbers(a.record.fileNumber ?? '', b.record.fileNumber ?? '') || compareInTime(a, b),
    groupings: [file],
    compareGroups: (a, b) => compareFileNumbers(a.title, b.title),
    nameOf: ({ record }) => record.fileNumber ?? 'no file number',
  },
];

/** One page of the calendar; paths are under `/documents/`. */
export interface CalendarPage extends ListLink {
  readonly arrangement: Arrangement;
  /** The pages above this one, the topmost first. */
  readonly above: readonly ListLink[];
  /** Documents of this page and of all below it. */
  readonly count: number;
  /** The parts that this page leads on to, each with the number of its documents. */
  readonly parts: readonly (ListLink & { readonly count: number })[];
  /** Some documents under a heading, which is empty where they need none. */
  readonly sections: readonly { readonly title: string; readonly documents: Documents }[];
  /** Which of several pages of one list this is; absent where there is only one. */
  readonly pages?: PageNumber | undefined;
  /** The pages with documents before and after this one in the same arrangement. */
  readonly before?: ListLink | undefined;
  readonly after?: ListLink | undefined;
}

/** Every page of the calendar, in all arrangements; on each at most `pageSize` documents, or parts. */
export function calendarPages(documents: Documents, register: Register, pageSize = 100): CalendarPage[] {
  return arrangements.flatMap((arrangement) => {
    const { path, groupings, compare, compareGroups, nameOf } = arrangement;
    const divide = (here: ListLink, some: Documents, above: readonly ListLink[]): CalendarPage[] => {
      const page = { ...here, arrangement, above, count: some.length, parts: [], sections: [] };
      const groups = grouped(some, register, groupings[above.length]).toSorted(
        (a, b) => isWithout(a) - isWithout(b) || compareGroups(a, b),
      );
      if (some.length <= pageSize || groups.length === 0) {
        const isTitled = above.length === 0 && groups.length > 1;
        const pages = pagesOf(some, pageSize, here.path, nameOf);
        return pages.map(({ items: documents, ...at }) => {
          return { ...page, ...at, sections: isTitled ? groups : [{ title: '', documents }] };
        });
      }
      const parts = groups.map(({ key, title, documents }) => {
        return { title, path: `${here.path}${key}/`, count: documents.length };
      });
      const pages = pagesOf(parts, pageSize, here.path, ({ title }) => title);
      return [
        ...pages.map(({ items, ...at }) => ({ ...page, ...at, parts: items })),
        ...groups.flatMap((group, index) => divide(parts[index] ?? here, group.documents, [...above, here])),
      ];
    };
    const title = `Documents${path === '' ? '' : arrangement.title.replace('By', ' by')}`;
    return withNeighbours(divide({ title, path }, documents.toSorted(compare), []));
  });
}

/** Documents by group; a document with two senders stands under both. */
function grouped(documents: Documents, register: Register, grouping: Grouping = () => []) {
  const placed = documents.flatMap((document) => grouping(document, register).map((group) => ({ ...group, document })));
  return [...Map.groupBy(placed, ({ key }) => key)].map(([key, some]) => {
    return { key, title: some[0]?.title ?? '', documents: [...new Set(some.map(({ document }) => document))] };
  });
}

function withNeighbours(pages: readonly CalendarPage[]): CalendarPage[] {
  const lists = pages.filter((page) => page.sections.length > 0);
  const link = (page: CalendarPage | undefined): ListLink | undefined =>
    page && { title: page.title + (page.pages ? `, page ${page.pages.number}` : ''), path: page.path };
  return pages.map((page) => {
    const at = lists.indexOf(page);
    return at < 0 ? page : { ...page, before: link(lists[at - 1]), after: link(lists[at + 1]) };
  });
}
