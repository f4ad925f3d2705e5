import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { entryPages } from '../../src/edition/entry-pages.ts';
import { dateWords } from '../../src/edition/date-words.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { documentRecord } from '../../src/schema/frontmatter.ts';
import { completeEntry } from '../../src/schema/register.ts';
import { readYaml } from '../../src/loader/read-yaml.ts';

const base = new URL('../fixtures/problems/base/documents/harbin-1936-7.mdx', import.meta.url);
const { heading, body, notes, frontmatter } = readDocument(readFileSync(base, 'utf8'));
const record = readYaml(frontmatter?.text ?? '', documentRecord).value;
if (!record) throw new Error('The fixture has problems.');
const telegram: EditionDocument = { id: 'harbin-1936-7', record, heading, body, notes };

test('an entry knows every document that names it, with its record, title and date, in order of time', () => {
  const dateSent = { supplied: [], inferred: [], ...record.dateSent, date: '1937' };
  const again = { ...telegram, id: 'harbin-1936-8', record: { ...record, dateSent } };
  const about = { name: 'Harbin', summary: 'A city.', statements: [], authorities: [] };
  const register = new Map([['harbin', completeEntry('places', 'harbin', about)]]);
  const pages = entryPages({ documents: [again, telegram], register });
  const title = 'The Consul General at Harbin (Brown) to the Under Secretary of State';
  expect(pages.map(({ path, count }) => [path, count])).toEqual([['harbin/', 2]]);
  expect(pages[0]?.namedIn).toEqual([
    { id: telegram.id, record, title, date: dateWords(record.dateSent), roles: ['sent from'], places: ['p1'] },
    { id: again.id, record: again.record, title, date: '1937', roles: ['sent from'], places: ['p1'] },
  ]);
});

test('a record names those who write, are written to and take part, also where the text does not', () => {
  const person = (id: string) =>
    completeEntry('persons', id, { name: id, summary: id, statements: [], authorities: [] });
  const register = new Map(['brown-amelia', 'gray-edmund', 'white'].map((id) => [id, person(id)]));
  const participants = [{ person: 'white' }, { person: 'gray-edmund' }];
  const conversation = { ...telegram, record: { ...record, participants } };
  const pages = entryPages({ documents: [conversation], register });
  expect(pages.map(({ entry, namedIn }) => [entry.id, namedIn.map(({ roles, places }) => [roles, places])])).toEqual([
    ['brown-amelia', [[['sender'], ['heading']]]],
    ['gray-edmund', [[['recipient', 'participant'], []]]],
    ['white', [[['participant'], []]]],
  ]);
});
