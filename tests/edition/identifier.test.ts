import { expect, test } from 'vitest';

import { compareIdentifiers, identifierAgrees, identifierOf, isDocumentId } from '../../src/edition/identifier.ts';
import type { Correspondent, DocumentKind } from '../../src/schema/frontmatter.ts';

const at = (place?: string): Correspondent[] => [{ office: 'An office', place }];
const record = (
  kind: DocumentKind,
  from?: string,
  to?: string,
  numbers: { telegramNumber?: string; despatchNumber?: string } = {},
) => ({
  kind,
  sender: at(from),
  recipient: at(to),
  dateSent: { date: '1936-01-31', supplied: [], inferred: [] },
  ...numbers,
});

test('a document is named as diplomats cite it', () => {
  expect(identifierOf(record('telegram', 'moscow', 'washington', { telegramNumber: '39' }))).toBe('moscow-1936-39');
  expect(identifierOf(record('telegram', 'washington', 'tokyo', { telegramNumber: '17' }))).toBe(
    'washington-tokyo-1936-17',
  );
  expect(identifierOf(record('despatch', 'moscow', 'washington', { despatchNumber: '412' }))).toBe(
    'moscow-1936-despatch-412',
  );
  expect(identifierOf(record('memorandum', 'moscow', 'washington'))).toBe('memorandum-moscow-1936-01-31');
  expect(identifierOf(record('memorandum'))).toBeUndefined();
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
