import { expect, test } from 'vitest';
import { concordance } from '../../src/search/shared/concordance.ts';
import { matchDocument, readWords } from '../../src/search/shared/match.ts';
import { namesIn, withSpellings } from '../../src/search/shared/names.ts';
import { parseQuery } from '../../src/search/shared/query.ts';

const names = [
  ['Peiping', 'Peking', 'Beijing'],
  ['Port Arthur', 'Lüshun', 'Ryojun'],
  ['Maxim Litvinov', 'Litvinov', 'Litvinoff'],
  ['Cordell Hull', 'Hull'],
];

function spelled(typed: string) {
  const { tree } = parseQuery(typed);
  if (tree === undefined) throw new Error(`Nothing to find: ${typed}`);
  return withSpellings(tree, names);
}

const others = (typed: string) => namesIn(spelled(typed)).map((name) => `${name.typed}: ${name.others.join(', ')}`);

/** Whether a text answers, each line of it being a passage. */
const answers = (typed: string, text: string) =>
  matchDocument(spelled(typed), { passages: [readWords({ anchor: 'p1', text })], sent: '', received: '' })?.exact ===
  true;

test.each([
  ['Peking', ['Peking: Peiping, Beijing']],
  ['"Peking"', ['Peking: Peiping, Beijing']],
  ['port arthur railway', ['Port Arthur: Lüshun, Ryojun']],
  ['Litvinoff', ['Litvinoff: Maxim Litvinov, Litvinov']],
  ['Litvinov', ['Litvinov: Litvinoff']],
  ['arthur', []],
  ['Port OR Arthur', []],
  ['Hull', []],
  ['"Peking railway"', []],
])('%s is searched for in its other spellings', (typed, expected) => {
  expect(others(typed)).toEqual(expected);
});

test('a text that prints any of the spellings answers', () => {
  expect(answers('Peking legation', 'The Legation in Peiping')).toBe(true);
  expect(answers('Port Arthur', 'At Lüshun')).toBe(true);
  expect(answers('Mukden -Peking', 'Mukden and Beijing')).toBe(false);
  expect(answers('Peking', 'Tokyo')).toBe(false);
});

test.each([
  ['Pravda says Litvinov stated', 'Litvinov stated what Pravda says', 'Pravda says Litvinov stated it'],
  ['Port Arthur', 'From Arthur to the port', 'At Port Arthur'],
  ['reference to telegram no. 39', 'No reference of 39 to a telegram', 'With reference to telegram No. 39, Moscow'],
])('%s is shown first where it stands so, though other words are looked for too', (typed, ...texts) => {
  const passages = texts.map((text, at) => readWords({ anchor: `p${at + 1}`, text }));
  const { rank, hits = [] } = matchDocument(spelled(typed), { passages, sent: '', received: '' }) ?? {};
  expect(rank).toBe(2);
  expect(hits.map(({ anchor }) => anchor)).toEqual(['p2', 'p1']);
});

test('a concordance has a line for each hit, in the order of the words beside it', () => {
  const text = 'The great wall and the small wall; a wall.';
  const match = matchDocument(spelled('wall'), {
    passages: [readWords({ anchor: 'p1', text })],
    sent: '',
    received: '',
  });
  if (match === undefined) throw new Error('There is no wall.');
  const ordered = (order: 'before' | 'after' | 'date') => concordance([{ place: 0, match }], order);
  const lines = ordered('date');
  expect(lines.map(({ before, found, after }) => before + found + after)).toEqual([text, text, text]);
  const before = (order: 'before' | 'after' | 'date') => ordered(order).map((line) => line.before.length);
  expect(before('date')).toEqual([10, 29, 37]);
  expect(before('before')).toEqual([37, 10, 29]);
  expect(before('after')).toEqual([37, 29, 10]);
});
