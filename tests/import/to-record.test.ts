import { describe, expect, test } from 'vitest';
import { documentsOf, readVolume } from '../../src/import/read-volume.ts';
import { toRecord } from '../../src/import/to-record.ts';
import { toTree, type MappedDocument } from '../../src/import/to-tree.ts';
import { paragraph, words } from '../fixtures/publications/tree.ts';
import { inventedXml } from './volume.ts';

const documents = documentsOf(await readVolume([inventedXml]));
const records = documents.map(({ element }) => toRecord(toTree(element, 'frus1899v09')));

test('a telegram says its number, its day and hour, and who sends it to whom', () => {
  expect(records[0]).toEqual({
    kind: 'telegram',
    fileNumber: '700.01 Harvest/22',
    number: '39',
    sender: [{ name: 'Gilbert', office: 'Chargé in Ruritania' }],
    recipient: [{ office: 'Secretary of State' }],
    participants: [],
    sent: { place: 'Strelsau', date: '1899-02-03', hour: '17:00', undated: false, supplied: [] },
    received: { date: '1899-02-03', hour: '14:55', offset: '-05:00', undated: false, supplied: ['year'] },
    firstWords:
      'The harvest is as good as that of its [their] neighbours, 4[48] bushels, not [then?] counted; see ante, p. 1.',
  });
});

test('an instruction has its number in a line of its own', () => {
  expect(records[1]).toMatchObject({
    kind: 'instruction',
    number: '40',
    recipient: [{ name: 'Gilbert', office: 'Chargé in Ruritania' }],
  });
});

describe('a heading says who writes to whom, and nobody is identified:', () => {
  const mapped = (heading: string): MappedDocument => ({
    fileLine: '1/1',
    heading: [words(heading)],
    body: [paragraph('x')],
    notes: [],
    notCarried: new Map(),
  });
  test.each([
    [
      'Mr. A. Root to the Acting Secretary of State',
      [{ name: 'Mr. A. Root' }],
      [{ office: 'Acting Secretary of State' }],
    ],
    ['The Legation to the Department of State', [{ office: 'Legation' }], [{ office: 'Department of State' }]],
    ['Memorandum by the Chief of Division (Murray)', [{ name: 'Murray', office: 'Chief of Division' }], []],
    ['Memorandum by the Clerk (A) of a Conversation With the King', [{ name: 'A', office: 'Clerk' }], []],
    ['Memorandum by the Clerk (A) to the Secretary', [{ name: 'A', office: 'Clerk' }], [{ office: 'Secretary' }]],
    [
      'The Secretary of State to the Delegate (Miller) and the Alternate (Hackworth)',
      [{ office: 'Secretary of State' }],
      [
        { name: 'Miller', office: 'Delegate' },
        { name: 'Hackworth', office: 'Alternate' },
      ],
    ],
    ['Treaty Between Here and There, Signed at Strelsau', [], []],
  ])('%s', (heading, sender, recipient) => {
    expect(toRecord(mapped(heading))).toMatchObject({ sender, recipient });
  });
});
