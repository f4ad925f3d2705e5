import { describe, expect, test } from 'vitest';
import { documentRecord } from '../../src/schema/frontmatter.ts';

const source = {
  volume: 'frus1899v09',
  copyText: 'Invented.',
  url: 'https://example.org/1',
  rights: 'None.',
  collated: 'false',
  collation: 'None.',
};
const whole = {
  fileNumber: '700.01/1',
  kind: 'memorandum',
  dateSent: { date: '1899-02-03' },
  source,
  summary: 'A harvest.',
  revisions: [{ version: '1', date: '2026-01-01', change: 'First published.' }],
};
const faults = (record: object): string[] =>
  documentRecord.safeParse(record).error?.issues.map(({ path }) => path.join('.')) ?? [];

test('a memorandum to the file has neither sender nor recipient in its record, and none is invented', () => {
  for (const record of [whole, { ...whole, sender: [], recipient: [], participants: [] }])
    expect(documentRecord.parse(record)).toMatchObject({ sender: [], recipient: [], participants: [] });
});

describe('a correspondent is', () => {
  test.each([
    ['a person', { person: 'gilbert' }, []],
    ['a printed name', { name: 'Gilbert' }, []],
    ['an office', { office: 'Chargé in Ruritania' }, []],
    ['no mere place', { place: 'strelsau' }, ['sender.0.office']],
  ])('%s', (_what, sender, expected) => {
    expect(faults({ ...whole, sender })).toEqual(expected);
  });
});

test.each(['39', '0031', 'L–561', '47/R', 'NC/56'])('a number is what is printed: %s', (telegramNumber) => {
  expect(documentRecord.parse({ ...whole, telegramNumber }).telegramNumber).toBe(telegramNumber);
});

test('whether the text was collated is a yes or no, and a number is one only where no letter stands in it', () => {
  const read = (more: object) => documentRecord.parse({ ...whole, source: { ...source, ...more } }).source;
  expect(['true', 'false'].map((collated) => read({ collated }).collated)).toEqual([true, false]);
  const numbers = ['32', '373a', 'ETA–1', 'A'].map((document) => read({ document }).document);
  expect(numbers).toEqual([32, '373a', 'ETA–1', 'A']);
  expect(faults({ ...whole, source: { ...source, document: 'd32' } })).toEqual(['source.document']);
});

test.each(['', ' A harvest.', 'A harvest. '])('words are there and have no space at either end: “%s”', (words) => {
  expect(faults({ ...whole, summary: words, absent: [words] })).toEqual(['summary', 'absent.0']);
});

test.each([
  ['‘[Received 3 p.m.]’', ['dateReceived.printed']],
  ['“[Received 3 p.m.]”', ['dateReceived.printed']],
  ['[“Received” 3 p.m.]', []],
  ['“Received” 3 p.m., “urgent”', []],
])('quotation marks around a whole value that are a word processor’s are none of it: %s', (printed, expected) => {
  expect(faults({ ...whole, dateReceived: { date: '1899-02-03', printed } })).toEqual(expected);
});

test.each([
  ['At <Place id="strelsau">Strelsau</Place>.', ['summary']],
  ['At<Break/>Strelsau.', ['summary']],
  ['1 < 2 > 0, and what <Sic> says.', []],
])('the record has no marks, whose signs would be printed: %s', (summary, expected) => {
  expect(faults({ ...whole, summary })).toEqual(expected);
});

describe('a record is whole', () => {
  const { fileNumber: _number, ...unnumbered } = whole;
  const { dateSent: _date, ...undated } = whole;
  test.each([
    [
      'with the line that is printed in place of a file number',
      { ...unnumbered, fileLine: 'Treaty Series No. 830' },
      [],
    ],
    ['with a sentence that says that none is printed', { ...unnumbered, absent: ['No file number is printed.'] }, []],
    ['not with one of something else', { ...unnumbered, absent: ['No signature is printed.'] }, ['fileNumber']],
    ['not without any of these', unnumbered, ['fileNumber']],
    ['with the reason why it has no date', { ...undated, undated: 'None is printed.' }, []],
    ['not without either', undated, ['dateSent']],
    ['not with both', { ...whole, undated: 'None is printed.' }, ['dateSent']],
    ['and what is missing is said beside other faults', { ...undated, summary: 1 }, ['summary', 'dateSent']],
  ])('%s', (_what, record, expected) => {
    expect(faults(record)).toEqual(expected);
  });
});
