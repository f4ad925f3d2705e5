import { expect, test } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { checkDocument } from '../../src/loader/check-document.ts';
import type { FieldPath } from '../../src/loader/read-yaml.ts';
import { completeEntry } from '../../src/schema/register.ts';
import { mark, note, paragraph, telegram } from '../edition/documents.ts';

const place = { line: 1, column: 1 };
/** The fields of which something was said last. */
const fields: string[] = [];

/** What is said of the last of some documents, all of one edition, and of which fields. */
function said(...documents: EditionDocument[]) {
  const around = {
    register: new Map([['hull', completeEntry('persons', 'hull', { name: 'Hull', statements: [], authorities: [] })]]),
    broken: new Set<never>(),
    settings: undefined,
    numbers: new Map<string, string>(),
    ledger: { redirects: new Map([['moscow-1936-40', 'moscow-1936-1']]) },
    ids: new Set(documents.map(({ id }) => id)),
    drafts: new Map(documents.map((document) => [document.id, document])),
  };
  const last = documents.at(-1);
  fields.length = 0;
  const pointOf = (path: FieldPath) => {
    fields.push(path.join('.'));
    return place;
  };
  return last ? checkDocument(last, pointOf, around) : [];
}

const refersTo = (to: string, record: Partial<EditionDocument['record']> = {}) =>
  telegram([paragraph('p1', '1. Words.'), paragraph('p2', mark('Ref', 'supra', { to }))], [], record);
const other = { ...telegram([paragraph('p1', 'Words.')]), id: 'moscow-1936-2' };

test('a reference leads to what a document has: a paragraph, its heading, a note, its dateline where one is printed', () => {
  const dateSent = { printed: 'Moscow, January 31, 1936.', date: '1936-01-31', supplied: [], inferred: [] };
  for (const to of ['#p1', '#heading', 'moscow-1936-2', 'moscow-1936-2#p1', 'not-printed', 'https://a.org/#b']) {
    expect(said(other, refersTo(to)), to).toEqual([]);
  }
  expect(said(refersTo('#dateline', { dateSent }))).toEqual([]);
  expect(said(refersTo('#received', { dateReceived: dateSent }))).toEqual([]);
  expect(said({ ...refersTo('#n1'), notes: [note('1', 'N.')] })).toEqual([]);
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

test('whoever and whatever a record or a mark names is looked for in the register of its kind', () => {
  const one = { person: 'nobody', place: 'hull', office: 'Chargé' };
  const date = { date: '1936-01-31', supplied: [], inferred: [] };
  const clocks = { clock: 'nowhere', otherClocks: [{ place: 'nowhere', offset: '+01:00' }] };
  const record = { sender: [one], recipient: [one], participants: [one] };
  const dates = { dateSent: { ...date, ...clocks }, dateReceived: { ...date, ...clocks } };
  const names = (['Person', 'Place', 'Organization', 'Term'] as const).map((name) => mark(name, 'x', { id: 'hull' }));
  const messages = said(telegram([paragraph('p1', '1. ', ...names)], [], { ...record, ...dates }));
  const entries = messages.filter(({ code }) => code.startsWith('entry-'));
  const people = ['sender', 'recipient', 'participants'].flatMap((field) => [`${field}.0.person`, `${field}.0.place`]);
  const times = ['dateSent', 'dateReceived'].flatMap((field) => [`${field}.clock`, `${field}.otherClocks.0.place`]);
  expect(fields.slice(0, 10)).toEqual([...people, ...times]);
  expect(entries.slice(0, 10).map(({ code }) => code)).toEqual([
    ...people.map((field) => (field.endsWith('place') ? 'entry-wrong-register' : 'entry-unknown')),
    ...times.map(() => 'entry-unknown'),
  ]);
  expect(entries.slice(10).map(({ code, expected }) => [code, expected])).toEqual(
    ['places', 'organizations', 'terms'].map((kind) => [
      'entry-wrong-register',
      `the id of an entry in register/${kind}.yaml`,
    ]),
  );
});

test('related documents may be here, or have no id, and a revision may follow another', () => {
  const related = [
    { relation: 'answer', title: 'Here', id: 'moscow-1936-2' },
    { relation: 'answer', title: 'Elsewhere' },
  ] as const;
  const revisions = [1, 2, 3].map((version) => ({
    version,
    date: `2026-01-0${Math.ceil(version / 2)}`,
    change: 'So.',
  }));
  expect(said(other, telegram([paragraph('p1', '1. Words.')], [], { related, revisions }))).toEqual([]);
});

test('a dateline too stands either in the record or in the text', () => {
  const dateSent = { printed: 'Moscow, January 31, 1936.', date: '1936-01-31', supplied: [], inferred: [] };
  const dateline = { ...paragraph(undefined, 'Moscow, January 31, 1936.'), role: 'dateline' } as const;
  const twice = said(telegram([dateline, paragraph('p1', '1. Words.')], [], { dateSent }));
  expect(twice).toMatchObject([{ code: 'line-twice', actual: 'both' }]);
});
