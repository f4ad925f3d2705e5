import { expect, test } from 'vitest';

import { compareIdentifiers, identifierAgrees, identifierOf, isDocumentId } from '../../src/edition/identifier.ts';
import type { Correspondent, DocumentKind, DocumentRecord, HistoricalDate } from '../../src/schema/frontmatter.ts';
import { inventedSource, telegram } from './documents.ts';

const at = (place?: string): Correspondent[] => [{ office: 'An office', place }];
const on = (date: string): HistoricalDate => ({ date, supplied: [], inferred: [] });
const record = (kind: DocumentKind, from?: string, to?: string, rest: Partial<DocumentRecord> = {}) => ({
  ...telegram([]).record,
  kind,
  telegramNumber: undefined,
  sender: from === undefined ? [] : at(from),
  recipient: at(to),
  dateSent: on('1936-01-31'),
  source: { ...inventedSource, document: undefined },
  ...rest,
});

test.each([
  ['telegram', 'moscow', 'washington', { telegramNumber: '39' }, 'moscow-1936-39'],
  ['telegram', 'washington', 'tokyo', { telegramNumber: '17' }, 'washington-tokyo-1936-17'],
  ['telegram', 'moscow', 'washington', { telegramNumber: 'L–561' }, 'moscow-1936-l-561'],
  ['telegram', 'moscow', 'washington', { telegramNumber: '0031' }, 'moscow-1936-0031'],
  [
    'telegram',
    'la-paz',
    'washington',
    { telegramNumber: '12', dateSent: undefined, dateReceived: on('1936-05-06') },
    'la-paz-1936-12',
  ],
  ['despatch', 'moscow', 'washington', { despatchNumber: '412' }, 'moscow-1936-despatch-412'],
  ['instruction', 'washington', 'tokyo', { despatchNumber: '561' }, 'washington-tokyo-1936-instruction-561'],
  ['telegram', 'moscow', 'washington', {}, 'telegram-moscow-1936-01-31'],
  ['memorandum', 'moscow', 'washington', {}, 'memorandum-moscow-1936-01-31'],
  ['memorandum', undefined, undefined, {}, 'memorandum-1936-01-31'],
  ['aide-memoire', 'london', 'washington', {}, 'aide-memoire-london-1936-01-31'],
  ['minutes', 'geneva', undefined, { dateSent: on('1938-08-02/1938-08-04') }, 'minutes-geneva-1938-08-02'],
  ['letter', 'la-paz', undefined, { dateSent: undefined }, 'letter-la-paz-undated'],
  [
    'editorial-note',
    undefined,
    undefined,
    { dateSent: undefined, source: { ...inventedSource, volume: 'frus1936v04', document: 35 } },
    'editorial-note-frus1936v04-d35',
  ],
  ['circular', 'washington', undefined, { telegramNumber: '5' }, 'circular-washington-1936-01-31'],
  [
    'telegram',
    'washington',
    undefined,
    { telegramNumber: '5', recipient: [...at('tokyo'), ...at('london')] },
    'telegram-washington-1936-01-31',
  ],
  // A recipient whose post is still to be said.
  ['telegram', 'washington', undefined, { telegramNumber: '5' }, undefined],
  ['telegram', undefined, 'washington', {}, undefined],
  ['editorial-note', undefined, undefined, { dateSent: undefined }, undefined],
] as const)('a %s from %s to %s, %o, is named as diplomats cite it', (kind, from, to, rest, id) => {
  expect(identifierOf(record(kind, from, to, rest))).toBe(id);
});

test('a letter tells documents apart that would share a name', () => {
  expect(identifierAgrees('memorandum-moscow-1936-01-31-b', 'memorandum-moscow-1936-01-31')).toBe(true);
  expect(identifierAgrees('moscow-1936-390', 'moscow-1936-39')).toBe(false);
});

test('ids are small letters, figures and single hyphens', () => {
  expect(['moscow-1936-39', 'a1'].every(isDocumentId)).toBe(true);
  expect(['Moscow', 'a--b', '-a', 'a_b', 'é', ''].some(isDocumentId)).toBe(false);
});

test('ids are sorted by number where they have one', () => {
  const ids = ['moscow-1936-39', 'moscow-1936-9', 'moscow-1936-9-b', 'moscow-1935-100', 'london-1936-1'];
  expect(ids.sort(compareIdentifiers)).toEqual([
    'london-1936-1',
    'moscow-1935-100',
    'moscow-1936-9',
    'moscow-1936-9-b',
    'moscow-1936-39',
  ]);
});
