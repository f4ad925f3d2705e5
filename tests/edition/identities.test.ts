import { expect, test } from 'vitest';
import { identified } from '../../src/edition/identities.ts';
import { fileStart } from '../../src/edition/problems.ts';
import type { Correspondent } from '../../src/schema/frontmatter.ts';
import type { RegisterEntry } from '../../src/schema/register.ts';
import { paragraph, telegram } from './documents.ts';

const person = (
  id: string,
  ...printedAs: NonNullable<RegisterEntry['printedAs']>[number][]
): [string, RegisterEntry] => [
  id,
  { id, kind: 'persons', name: id, sortName: id, statements: [], authorities: [], printedAs },
];
const sentBy = (sender: Correspondent, date = '1936-05-01') =>
  telegram([paragraph('p1', 'Words.')], [], { sender: [sender], dateSent: { date, supplied: [], inferred: [] } });
const gilbert = { name: 'Gilbert', office: 'Consul at Geneva' };

/** The persons that senders turn out to be, and what is wrong with the register. */
const told = (senders: (Correspondent | readonly [Correspondent, string])[], ...persons: [string, RegisterEntry][]) => {
  const documents = senders.map((one) => ('0' in one ? sentBy(...one) : sentBy(one)));
  const lines: [string, number][] = [];
  // Each line of the register that is spoken of has a line of its own.
  const pointOf = ([id, , index]: readonly [string, string, number]) => ({ line: lines.push([id, index]), column: 1 });
  const { documents: known, messages } = identified(documents, new Map(persons), pointOf);
  return {
    persons: known.map(({ record }) => record.sender[0]?.person),
    faults: messages.map(({ code, line }) => [code, ...(lines[line - 1] ?? [])]),
  };
};

test('every correspondent that is printed so is the person, and keeps name and office', () => {
  const { documents, messages } = identified(
    [sentBy(gilbert), sentBy({ ...gilbert, place: 'geneva' })],
    new Map([person('gilbert-prentiss', gilbert)]),
    () => fileStart,
  );
  expect(documents.map(({ record }) => record.sender)).toEqual([
    [{ ...gilbert, person: 'gilbert-prentiss' }],
    [{ ...gilbert, place: 'geneva', person: 'gilbert-prentiss' }],
  ]);
  expect(messages).toEqual([]);
});

test('office, years and volume tell one name from another', () => {
  const elsewhere = { name: 'Gilbert', office: 'Minister in Ruritania' };
  expect(
    told(
      [gilbert, elsewhere, [gilbert, '1930-01-01'], [gilbert, '1938']],
      person('one', { ...gilbert, years: '1934–1937' }),
      person('two', { ...elsewhere, volume: 'invented' }),
      person('three', { name: 'Gilbert', years: '1938' }),
    ),
  ).toEqual({ persons: ['one', 'two', undefined, 'three'], faults: [] });
});

test('a record that names a person itself is left as it is', () => {
  expect(told([{ ...gilbert, person: 'other' }], person('one', gilbert))).toEqual({
    persons: ['other'],
    faults: [['printed-as-nobody', 'one', 0]],
  });
});

test('a name that would be two persons is neither, and one that nobody is printed with is said', () => {
  expect(told([gilbert], person('one', { name: 'Gilbert' }), person('two', { name: 'Fish' }, gilbert))).toEqual({
    persons: [undefined],
    faults: [
      ['printed-as-two', 'two', 1],
      ['printed-as-nobody', 'two', 0],
    ],
  });
});

test('participants and recipients are identified as senders are', () => {
  const document = telegram([paragraph('p1', 'Words.')], [], { recipient: [gilbert], participants: [gilbert] });
  const { documents } = identified([document], new Map([person('one', gilbert)]), () => fileStart);
  expect(documents[0]?.record).toMatchObject({ recipient: [{ person: 'one' }], participants: [{ person: 'one' }] });
});
