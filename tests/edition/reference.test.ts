import { expect, test } from 'vitest';
import { parseTarget, targetAddress } from '../../src/edition/reference.ts';
import { documentHtml } from '../../src/outputs/html.ts';
import { tei } from '../../src/outputs/tei.ts';
import { publicationOf } from '../fixtures/publications/telegram-39.ts';
import { mark, paragraph, telegram } from './documents.ts';

const address = (id: string): string => `/documents/${id}/`;

test('a target is a document, a place in it or in this one, an address, or not printed', () => {
  expect(parseTarget('not-printed')).toEqual({ kind: 'not-printed' });
  expect(parseTarget('https://a.org/b#c')).toEqual({ kind: 'address', url: 'https://a.org/b#c' });
  expect(parseTarget('moscow-1936-39')).toEqual({ kind: 'place', id: 'moscow-1936-39', anchor: undefined });
  expect(parseTarget('moscow-1936-39#p2')).toEqual({ kind: 'place', id: 'moscow-1936-39', anchor: 'p2' });
  expect(parseTarget('#n1.2')).toEqual({ kind: 'place', id: undefined, anchor: 'n1.2' });
});

test('anything else is none', () => {
  for (const to of ['', '#', 'Moscow 39', 'javascript:alert(1)', 'moscow-1936-39#p2#p3', '//a.org', 'a/b']) {
    expect(parseTarget(to), to).toBeUndefined();
    expect(targetAddress(to, address), to).toBeUndefined();
  }
});

test('a reference to a paragraph of another document leads there, on its page and in TEI', () => {
  const document = telegram([paragraph('p1', mark('Ref', 'supra', { to: 'moscow-1936-39#p2' }))]);
  expect(documentHtml(document, address).text).toContain('href="/documents/moscow-1936-39/#p2"');
  expect(tei(publicationOf(document))).toMatch(/<ref target="https:[^"]*\/documents\/moscow-1936-39\/#p2">/);
});
