import { expect, test } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { checkDocument } from '../../src/loader/check-document.ts';
import { mark, paragraph, telegram } from '../edition/documents.ts';

const place = { line: 1, column: 1 };

/** What is said of the last of some documents, all of one edition. */
function said(...documents: EditionDocument[]) {
  const around = {
    register: new Map(),
    broken: new Set<never>(),
    settings: undefined,
    numbers: new Map<string, string>(),
    ledger: { redirects: new Map([['moscow-1936-40', 'moscow-1936-1']]) },
    ids: new Set(documents.map(({ id }) => id)),
    drafts: new Map(documents.map((document) => [document.id, document])),
  };
  const last = documents.at(-1);
  return last ? checkDocument(last, () => place, around) : [];
}

const refersTo = (to: string, record: Partial<EditionDocument['record']> = {}) =>
  telegram([paragraph('p1', '1. Words.'), paragraph('p2', mark('Ref', 'supra', { to }))], [], record);
const other = { ...telegram([paragraph('p1', 'Words.')]), id: 'moscow-1936-2' };

test('a reference leads to what a document has: a paragraph, its heading, its dateline where one is printed', () => {
  const dateSent = { printed: 'Moscow, January 31, 1936.', date: '1936-01-31', supplied: [], inferred: [] };
  for (const to of ['#p1', '#heading', 'moscow-1936-2', 'moscow-1936-2#p1', 'not-printed', 'https://a.org/#b']) {
    expect(said(other, refersTo(to)), to).toEqual([]);
  }
  expect(said(refersTo('#dateline', { dateSent }))).toEqual([]);
});

test('a reference to what is not there is a problem', () => {
  for (const to of ['#p3', '#dateline', '#received', 'moscow-1936-2#p2', 'moscow-1936-3', 'mailto:a@b.c', 'a b']) {
    expect(said(other, refersTo(to)), to).toMatchObject([{ code: 'reference-unknown', actual: to }]);
  }
});

test('a second file for one number is not told to take the name of the first', () => {
  const sender = [{ office: 'Chargé', place: 'moscow' }];
  const first = telegram([paragraph('p1', '1. Words.')], [], { sender });
  const [message] = said(first, { ...first, id: 'moscow-1936-7' }).filter(({ code }) => code === 'id-disagrees');
  expect(message?.mend).toBe(
    'Correct the place, year or number in the record: there is a file moscow-1936-1.mdx already. If both are right, rename this one to moscow-1936-1-b.mdx.',
  );
});
