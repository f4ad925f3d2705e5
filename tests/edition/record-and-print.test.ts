import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateWords, isoDateWords } from '../../src/edition/date-words.ts';
import type { EditionDocument } from '../../src/edition/document.ts';
import { disagreements } from '../../src/edition/record-and-print.ts';
import type { DocumentRecord } from '../../src/schema/frontmatter.ts';
import { anyDate, anyDocument } from '../fixtures/publications/arbitrary.ts';
import { document, entries } from '../fixtures/publications/telegram-39.ts';

const register = new Map(entries.map((entry) => [entry.id, entry]));

/** What is said of telegram 39 with another record or heading. */
function said(record: Partial<DocumentRecord>, heading?: string, years = '1936'): string[] {
  const own: EditionDocument = {
    ...document,
    heading: heading === undefined ? document.heading : [[{ type: 'text', value: heading }]],
    record: { ...document.record, ...record },
  };
  const paths: string[] = [];
  // Each field has a line of its own.
  const pointOf = (path: readonly (string | number)[]) => ({ line: paths.push(path.join('.')), column: 1 });
  return [...disagreements(own, register, pointOf, years)].map(
    ({ code, line, isWarning }) => `${code} ${paths[line - 1]}${isWarning ? '?' : ''}`,
  );
}
const sure = { supplied: [], inferred: [] };

test('the record of telegram 39 agrees with its print', () => {
  expect(said({})).toEqual([]);
});

describe('a date is held against its line', () => {
  test.each([
    ['Moscow, January 31, 1936—noon.', '1936-01-31', '12:00', []],
    ['Moscow, January 31, 1936—midnight.', '1936-01-31', '24:00', []],
    ['Moscow, January 31, 1936—5 p.m.', '1936-01-31', '05:00', ['hour-disagrees dateSent.hour']],
    ['Moscow, January 30, 1936.', '1936-01-31', undefined, ['date-disagrees dateSent.date']],
    ['Moscow, January 31, 1935.', '1936-01-31', undefined, ['date-disagrees dateSent.date']],
    ['Moscow, January, 1936.', '1936-01-31', undefined, ['date-part-not-printed dateSent.date?']],
    ['Moscow, January, 1936.', '1936-01', undefined, []],
    ['Moscow, January 31.', '1936-01-31', undefined, ['date-part-not-printed dateSent.date?']],
    ['Moscow, August 2–4, 1936.', '1936-08-02/1936-08-04', undefined, []],
    ['Moscow, August 2–4, 1936.', '1936-08-02', undefined, ['date-disagrees dateSent.date']],
    ['Moscow, August 2–4, 1936.', '1936-08-02/1936-08-05', undefined, ['date-disagrees dateSent.date']],
    ['Moscow [undated].', '1936-08-02', undefined, []],
    ['Washington, January 31, 1936.', '1936-01-31', undefined, ['place-disagrees sender.0.place']],
    ['Stresa, January 31, 1936.', '1936-01-31', undefined, []],
  ])('%s, %s %s', (printed, date, hour, expected) => {
    expect(said({ dateReceived: undefined, dateSent: { ...sure, printed, date, hour } })).toEqual(expected);
  });

  test('and a part that is listed as supplied needs no print', () => {
    const printed = 'Moscow, January 31.';
    expect(said({ dateSent: { ...sure, printed, date: '1936-01-31', supplied: ['year'] } })).toEqual([]);
  });

  test('and what the edition infers is its own', () => {
    const printed = 'Moscow, January 30 [sic], 1936—5 p.m.';
    const date = { printed, date: '1936-01-31', hour: '18:00', supplied: [], inferred: ['day', 'hour'] as const };
    expect(said({ dateSent: { ...date, reason: 'It answers a telegram of that day.' } })).toEqual([]);
  });

  test('whatever the date is, in the words of a dateline it agrees, and another day does not', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 28 }), (any, other) => {
        const date = { ...any, hour: undefined, offset: undefined };
        const printed = `Moscow, ${isoDateWords(date.date)}.`;
        // A year alone is no date of a line.
        fc.pre(date.date.length !== 4 && date.date.length !== 9);
        fc.pre(date.date.slice(0, 4) === date.date.split('/').at(-1)?.slice(0, 4));
        fc.pre(!/^\d{4}-\d\d\/\d{4}-\d\d$/.test(date.date));
        const { supplied, reason } = date;
        expect(said({ dateSent: { ...date, printed }, dateReceived: undefined })).not.toContain(
          'date-disagrees dateSent.date',
        );
        fc.pre(date.date.length === 10 && Number(date.date.slice(8)) !== other);
        const wrong = `${date.date.slice(0, 8)}${String(other).padStart(2, '0')}`;
        expect(
          said({ dateSent: { date: wrong, printed, supplied, inferred: [], reason }, dateReceived: undefined }),
        ).toContain('date-disagrees dateSent.date');
      }),
    );
  });
});

describe('a line of receipt', () => {
  const received = { ...document.record.dateReceived, ...sure, date: '1936-01-31' };
  test('gives day and hour', () => {
    expect(said({ dateReceived: { ...received, date: '1936-02-01' } })).toEqual(['date-disagrees dateReceived.date']);
    expect(said({ dateReceived: { ...received, hour: '02:55' } })).toEqual(['hour-disagrees dateReceived.hour']);
  });
});

test('a receipt that follows in the dateline is held against the record too', () => {
  const dateSent = { ...sure, printed: 'Moscow, January 30, 1936. (Received January 31.)', date: '1936-01-30' };
  const received = (date: string) => said({ dateSent, dateReceived: { ...sure, date } });
  expect(received('1936-01-31')).toEqual([]);
  expect(received('1936-02-01')).toEqual(['date-disagrees dateReceived.date']);
  expect(said({ dateSent, dateReceived: undefined })).toEqual(['receipt-not-in-record kind?']);
});

test('a line of receipt in the text is held against the record too', () => {
  const at = { line: 1, column: 1 };
  const line = { type: 'text' as const, value: '[Received February 2—noon.]' };
  const body = [{ type: 'paragraph' as const, role: 'received' as const, children: [line], at }, ...document.body];
  const codes = (record: Partial<DocumentRecord>) =>
    [
      ...disagreements({ ...document, body, record: { ...document.record, ...record } }, register, () => at, '1936'),
    ].map(({ code }) => code);
  expect(codes({ dateReceived: undefined })).toEqual(['receipt-not-in-record']);
  expect(codes({ dateReceived: { ...sure, date: '1936-02-03' } })).toEqual(['date-disagrees']);
  expect(codes({ dateReceived: { ...sure, date: '1936-02-02', hour: '12:00' } })).toEqual([]);
});

describe('a heading names who writes and who is written to', () => {
  const [henderson, hull] = [document.record.sender, document.record.recipient];
  test('the same as the record', () => {
    expect(said({ sender: hull, recipient: henderson })).toEqual([
      'correspondent-disagrees sender.0.office',
      'name-disagrees sender.0.person',
      'correspondent-disagrees recipient.0.office',
    ]);
    expect(said({ sender: [{ person: 'ward-angus', office: 'Chargé in the Soviet Union', place: 'moscow' }] })).toEqual(
      ['name-disagrees sender.0.person'],
    );
    expect(said({ sender: [{ name: 'Grew', place: 'moscow' }] })).toEqual(['name-disagrees sender.0.name']);
  });

  test('in whatever spelling', () => {
    const heading = 'The People’s Commissar (Litvinoff) to the Secretary of State';
    expect(said({ sender: [{ person: 'litvinov-maxim', office: 'People’s Commissar' }] }, heading)).toEqual([]);
  });

  test('or is silent', () => {
    expect(said({ sender: [{ person: 'ward-angus' }], recipient: [] }, 'Memorandum of Conversation')).toEqual([]);
  });
});

test('a year that is supplied is one of the volume’s, also of several years', () => {
  const dateSent = { date: '1934-01-31', supplied: ['year' as const], inferred: [], reason: 'That of the volume.' };
  const without = { dateSent, dateReceived: undefined };
  expect(said(without)).toEqual(['year-of-volume dateSent.date']);
  expect(said(without, undefined, '1931–1941')).toEqual([]);
  expect(said(without, undefined, '1931–33')).toEqual(['year-of-volume dateSent.date']);
});

test('whatever a document is, comparing it ends, and each disagreement is said whole', () => {
  fc.assert(
    fc.property(anyDocument, (any) => {
      expect(dateWords(any.record.dateSent)).not.toBe('');
      const pointOf = (path: readonly unknown[]) => ({ line: path.length, column: 1 });
      for (const { code, line, expected, actual, mend } of disagreements(any, register, pointOf, '1936')) {
        expect(code).toMatch(/^[a-z-]+$/);
        expect(line).toBeGreaterThan(0);
        expect([expected, actual, mend].every((words) => words.trim() !== '')).toBe(true);
      }
    }),
  );
});
