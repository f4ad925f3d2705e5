import { describe, expect, test } from 'vitest';
import { calendarPages, compareInTime, newest, type CalendarPage } from '../../src/edition/calendar.ts';
import type { EditionDocument } from '../../src/edition/document.ts';
import { completeEntry } from '../../src/schema/register.ts';
import { paragraph, telegram } from './documents.ts';

function sent(id: string, date: string, more: Partial<EditionDocument['record']> = {}): EditionDocument {
  const dateSent = { date, supplied: [], inferred: [] };
  return { ...telegram([paragraph('p1', 'Words.')], [], { dateSent, ...more }), id };
}

const idsOf = (page: CalendarPage | undefined): string[] =>
  page?.sections.flatMap(({ documents }) => documents.map(({ id }) => id)) ?? [];

/** A calendar of pages of three. */
function calendar(documents: EditionDocument[]): Map<string, CalendarPage> {
  return new Map(calendarPages(documents, new Map(), 3).map((page) => [page.path, page]));
}

test('the newest document is the one published last, and of one day the one sent first', () => {
  const published = (...dates: string[]) => ({
    revisions: dates.map((date, index) => ({ version: index + 1, date, change: 'So.' })),
  });
  const first = sent('a-1936-1', '1936-01-01', published('2026-11-01', '2026-12-24'));
  const second = sent('b-1936-2', '1936-02-02', published('2026-11-23'));
  const third = sent('c-1936-3', '1936-02-01', published('2026-11-23'));
  expect(newest([first, second, third])?.id).toBe('c-1936-3');
  const { source } = first.record;
  const from = { repository: 'https://example.org', file: 'a.xml', id: 'd1', sha256: '0'.repeat(64) };
  const imported = sent('d-1936-4', '1936-01-01', {
    ...published('2026-12-01'),
    source: { ...source, import: from },
  });
  expect(newest([imported, third])?.id).toBe('c-1936-3');
  expect(newest([imported])?.id).toBe('d-1936-4');
  expect(newest([])).toBeUndefined();
});

describe('a small calendar', () => {
  const pages = calendar([sent('b-1936-2', '1936-02-01'), sent('a-1935-1', '1935-12-31')]);

  test('stands on one page in each arrangement', () => {
    expect([...pages.keys()]).toEqual(['', 'by-received/', 'by-sender/', 'by-file/']);
  });

  test('is in order of time, a year under its heading', () => {
    expect(pages.get('')?.sections.map(({ title, documents }) => [title, documents.length])).toEqual([
      ['1935', 1],
      ['1936', 1],
    ]);
  });

  test('has no heading where all is of one kind', () => {
    expect(pages.get('by-file/')?.sections.map(({ title }) => title)).toEqual(['']);
  });
});

test('documents without a sender or a file number stand after all others', () => {
  const from = (office: string) => ({ sender: [{ office }], fileNumber: 'Treaty Series No. 943' });
  const without = sent('c-1936-3', '1936-03-01', { sender: [], fileNumber: undefined });
  const pages = calendar([sent('a-1936-1', '1936-01-01', from('Secretary of State')), without]);
  const titles = (path: string) => pages.get(path)?.sections.map(({ title }) => title);
  expect(titles('by-sender/')).toEqual(['Secretary of State', 'No sender']);
  expect(titles('by-file/')).toEqual(['Treaty Series No. 943', 'No file number']);
});

test('senders stand in the order of letters: a person as the register files him, others by name and office', () => {
  const name = { name: 'William C. Bullitt', given: 'William C.', family: 'Bullitt' };
  const bullitt = completeEntry('persons', 'bullitt-w', { ...name, statements: [], authorities: [] });
  const from = (id: string, sender: EditionDocument['record']['sender']) => sent(id, '1936-01-01', { sender });
  const documents = [
    from('a-1936-1', [{ name: 'Fish', office: 'Consul' }]),
    from('b-1936-1', [{ person: 'bullitt-w', office: 'Ambassador' }]),
    from('c-1936-1', [{ office: 'Consul' }]),
    from('d-1936-1', [{ name: 'Cod' }]),
  ];
  const pages = calendarPages(documents, new Map([['bullitt-w', bullitt]]), 3);
  const page = pages.find(({ path }) => path === 'by-sender/');
  expect(page?.title).toBe('Documents by sender');
  // On pages of three the fourth stands on another.
  const parts = pages.filter(({ path }) => /^by-sender\/(?:page-2\/)?$/.test(path)).flatMap((one) => one.parts);
  expect(parts.map(({ title, path }) => [title, path])).toEqual([
    ['Bullitt, William C.', 'by-sender/bullitt-w/'],
    ['Cod', 'by-sender/name-cod/'],
    ['Consul', 'by-sender/office-consul/'],
    ['Fish, Consul', 'by-sender/name-fish-consul/'],
  ]);
});

test('each arrangement has an order of its own', () => {
  const documents = [
    ['a-1936-1', '1936-01-03', '1936-01-04', '761.9/10'],
    ['b-1936-1', '1936-01-02', '1936-01-06', '761.9/9'],
    ['c-1936-1', '1936-01-01', '1936-01-05', '761.9/10'],
  ].map(([id = '', day = '', received = '', fileNumber]) =>
    sent(id, day, { fileNumber, dateReceived: { date: received, supplied: [], inferred: [] } }),
  );
  const pages = calendar(documents);
  const order = (path: string) => idsOf(pages.get(path)).map(([letter]) => letter);
  expect(['', 'by-received/', 'by-file/'].map(order)).toEqual([
    ['c', 'b', 'a'],
    ['a', 'c', 'b'],
    ['b', 'c', 'a'],
  ]);
});

describe('a large calendar', () => {
  const documents = [
    ...Array.from({ length: 7 }, (_, n) => sent(`a-1936-${n + 1}`, `1936-01-0${n + 1}`)),
    sent('a-1936-8', '1936-03-01'),
    sent('a-1936-9', '1936'),
    sent('a-1937-1', '1937-01-01', { fileNumber: '761.94/2' }),
  ];
  const pages = calendar(documents);

  test('leads from the years to the months, and cuts a long month into pages', () => {
    expect([...pages.keys()].filter((path) => !path.startsWith('by-'))).toEqual([
      '',
      '1936/',
      '1936/01/',
      '1936/01/page-2/',
      '1936/01/page-3/',
      '1936/03/',
      '1936/no-month/',
      '1937/',
    ]);
  });

  test('says how many documents stand under each part', () => {
    expect(pages.get('')?.parts).toEqual([
      { title: '1936', path: '1936/', count: 9 },
      { title: '1937', path: '1937/', count: 1 },
    ]);
  });

  test('shows every document once, and none on a page that leads on', () => {
    const dated = [...pages.values()].filter(({ path }) => !path.startsWith('by-'));
    expect(dated.flatMap(idsOf).sort()).toEqual(documents.map(({ id }) => id).sort());
    expect(idsOf(pages.get(''))).toEqual([]);
  });

  test('has no page with more than its size', () => {
    for (const page of pages.values()) {
      expect(idsOf(page).length, page.path).toBeLessThanOrEqual(3);
      expect(page.parts.length, page.path).toBeLessThanOrEqual(3);
    }
  });

  test('is read on from page to page', () => {
    const { before, after } = pages.get('1936/03/') ?? {};
    expect(before).toEqual({ title: 'January 1936, page 3', path: '1936/01/page-3/' });
    expect(after).toEqual({ title: '1936, no month', path: '1936/no-month/' });
    expect(pages.get('1936/01/')?.before).toBeUndefined();
    expect(pages.get('')).not.toHaveProperty('after');
  });

  test('knows the pages above', () => {
    expect(pages.get('1936/03/')?.above.map(({ path }) => path)).toEqual(['', '1936/']);
  });

  test('is divided by file as the files are shelved', () => {
    expect(pages.get('by-file/')?.parts.map(({ title }) => title)).toEqual(['000.00', '761.94']);
  });

  test('puts what has no date of receipt under words that say so', () => {
    expect(pages.get('by-received/')?.parts.map(({ title }) => title)).toEqual(['No date of receipt']);
  });
});

test('a document with two senders stands under both', () => {
  const joint = sent('a-1936-1', '1936-01-01', {
    sender: [{ office: 'Consul' }, { office: 'Minister' }],
  });
  const page = calendar([joint]).get('by-sender/');
  expect(page?.sections.map(({ title }) => title)).toEqual(['Consul', 'Minister']);
});

test('documents of one day stand by the hour, then as they were received, then by number', () => {
  const at = (id: string, hour?: string, received?: string) =>
    sent(id, '1936-01-01', {
      dateSent: { date: '1936-01-01', ...(hour && { hour }), supplied: [], inferred: [] },
      ...(received && { dateReceived: { date: received, supplied: [], inferred: [] } }),
    });
  const documents = [
    at('a-1936-10'),
    at('a-1936-9'),
    at('b-1936-1', '10:00'),
    at('c-1936-1', '09:00'),
    at('d-1936-1', undefined, '1936-01-01'),
  ];
  expect(documents.toSorted(compareInTime).map(({ id }) => id)).toEqual([
    'd-1936-1',
    'a-1936-9',
    'a-1936-10',
    'c-1936-1',
    'b-1936-1',
  ]);
});
