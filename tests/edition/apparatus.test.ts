import { expect, test } from 'vitest';
import { interventions, interventionWords, mentions, printedPages } from '../../src/edition/apparatus.ts';
import { chronology } from '../../src/edition/chronology.ts';
import { markRow, marks, type MarkName } from '../../src/edition/marks.ts';
import { call, mark, note, paragraph, telegram } from './documents.ts';

test('every intervention may say whose it is, and why', () => {
  const rows = (Object.keys(marks) as MarkName[]).map(markRow).filter(({ group }) => group === 'intervention');
  expect(rows.length).toBeGreaterThan(5);
  for (const { attributes } of rows) expect(Object.keys(attributes)).toEqual(expect.arrayContaining(['by', 'reason']));
});

test('interventions are numbered in reading order, notes last, and say whose they are', () => {
  const document = telegram(
    [
      paragraph('p1', mark('Sic', 'on'), ' and ', mark('Person', 'A', { id: 'a' }), call('1')),
      paragraph('p2', mark('Supplied', [mark('Sic', 'teh')], { by: 'edition' })),
    ],
    [note('1', mark('Unclear', 'x'))],
  );
  expect(interventions(document).map(({ mark: { name }, anchor, place, by }) => [name, anchor, place, by])).toEqual([
    ['Sic', 'm1', 'p1', 'source'],
    ['Supplied', 'm2', 'p2', 'edition'],
    ['Sic', 'm3', 'p2', 'source'],
    ['Unclear', 'm4', 'n1', 'source'],
  ]);
});

test('a document names what its text and the source’s notes name, not what the edition’s notes do', () => {
  const litvinov = mark('Person', 'Litvinov', { id: 'litvinov' });
  const london = mark('Place', 'London', { id: 'london' });
  const document = telegram(
    [paragraph('p1', litvinov, call('1'), call('a')), paragraph('p2', litvinov, litvinov)],
    [note('1', london), note('a', mark('Place', 'Moscow', { id: 'moscow' }))],
  );
  expect([...mentions(document)]).toEqual([
    ['litvinov', ['p1', 'p2']],
    ['london', ['n1']],
  ]);
});

test('a correction says where the wrong words stand', () => {
  const said = (attributes: Readonly<Record<string, string>>) =>
    interventions(telegram([paragraph('p1', mark('Corrected', 'their', { was: 'its', ...attributes }))])).map(
      interventionWords,
    );
  expect(said({ by: 'edition' })[0]).toContain('In the source: “its”.');
  expect(said({ printed: 'beside' })[0]).toContain('In the source: “its”.');
  // The volume prints [their] alone.
  expect(said({})[0]).toContain('Before: “its”.');
});

test('the chronology is in order of time, and on one day report comes before sending and receipt', () => {
  const document = telegram(
    [
      paragraph('p1', mark('Date', 'today', { when: '1936-01-31', event: 'An event' })),
      paragraph('p2', mark('Date', '29th', { when: '1936-01-29', event: 'A desertion', inferred: 'So.' })),
      paragraph('p3', mark('Date', '28th', { when: '1936-01-28' })),
    ],
    [],
    {
      dateReceived: {
        date: '1936-01-31',
        hour: '14:55',
        supplied: [],
        inferred: ['offset'],
        reason: 'Why.',
      },
    },
  );
  expect(chronology(document).map(({ event, place, inferred }) => [event, place, inferred])).toEqual([
    ['A desertion', 'p2', 'So.'],
    ['An event', 'p1', undefined],
    ['The telegram is sent', undefined, undefined],
    // The offset alone is inferred: the day is printed.
    ['The telegram is received', undefined, undefined],
  ]);
});

test('the printed pages are those of the record, or reach from its page to the last page break', () => {
  const document = telegram([paragraph('p1', 'a', mark('PageBreak', '', { n: '43' }), 'b')]);
  const of = (source: Readonly<Record<string, string>>) =>
    printedPages({ ...document, record: { ...document.record, source: { ...document.record.source, ...source } } });
  expect(of({ page: '42' })).toBe('42–43');
  expect(of({ page: '43' })).toBe('43');
  expect(of({ page: '42', pages: '42–45' })).toBe('42–45');
  expect(of({})).toBeUndefined();
});
