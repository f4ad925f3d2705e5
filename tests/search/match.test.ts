import { describe, expect, test } from 'vitest';
import { highlightSpans, matchDocument, readWords } from '../../src/search/shared/match.ts';
import { parseQuery } from '../../src/search/shared/query.ts';
import { placeKind } from '../../src/edition/places.ts';
import { toIndexedDocument } from '../../src/search/shared/record.ts';
import { telegram39 } from './telegram.ts';

/** Without the edition's own notes, which say much again that the text says. */
const { document } = toIndexedDocument(telegram39);
const passages = document.passages.filter(({ anchor }) => placeKind(anchor) !== 'edition-note');

function matched(typed: string, nearPhrases = false) {
  const { tree } = parseQuery(typed);
  if (tree === undefined) throw new Error(`Nothing to find: ${typed}`);
  return matchDocument(tree, { ...document, passages: passages.map(readWords) }, nearPhrases);
}

/** `p2: outbreak | ~feelings`: the hits of a query, near ones with a tilde. */
function hits(typed: string, nearPhrases = false): string[] {
  const match = matched(typed, nearPhrases);
  return (match?.hits ?? []).map(
    ({ anchor, text, spans }) =>
      `${anchor}: ${spans.map(({ start, end, exact }) => (exact ? '' : '~') + text.slice(start, end)).join(' | ')}`,
  );
}

describe('the passages of a page', () => {
  test('are its text without markers, paragraph numbers, affixes or furniture', () => {
    const text = passages.map((passage) => `${passage.anchor}: ${passage.text}`);
    expect(text[0]).toBe('heading: 761.9315 Manchuria/35: Telegram');
    expect(text[2]).toBe('received: [Received January 31—2:55 p.m.]');
    expect(text[3]).toMatch(/^p1: 39\. The usual emissary/);
    expect(text[4]).toContain('an uneasy feeling that on the outbreak');
    expect(text[5]).toMatch(/Communism \[to support such attacks\.\]$/);
    expect(text[6]).toContain('Undoubtedly Litvinov while in London');
    expect(text[7]).toBe('n56: Soviet Commissar for Foreign Affairs.');
    expect(text.join(' ')).not.toMatch(/zebra|colophon/);
  });
});

test('the record says the place of an office once', () => {
  const { sender } = telegram39.document.record;
  const from = ['Consul at Moscow', 'Consul'].flatMap((office) => {
    const record = { ...telegram39.document.record, sender: sender.map((one) => ({ ...one, office })) };
    return toIndexedDocument({ ...telegram39, document: { ...telegram39.document, record } }).columns.from;
  });
  expect(from).toEqual(['Loy W. Henderson, Consul at Moscow', 'Loy W. Henderson, Consul, Moscow']);
});

describe('a document answers', () => {
  test.each([
    ['"that on the outbreak"', ['p2: that on the outbreak']],
    ['"Litvinov while in London"', ['p4: Litvinov while in London']],
    ['2:55', ['received: 2:55']],
    ['Soviet-Japanese', ['p1: Soviet-Japanese']],
    ['"of Communism to support such attacks"', ['p3: of Communism [to support such attacks']],
    ['761.9315 Manchuria/35', ['heading: 761.9315 Manchuria/35']],
    ['commissioned', ['p2: commissioned']],
    ['"desertion"', ['p2: desertion']],
    ['desertion', ['p2: desertion | ~deserters']],
    ['note:Commissar', ['n56: Commissar']],
    ['Moscow', ['record-from: Moscow', 'record-place: Moscow']],
    ['tel:39', ['record-tel: Telegram 39']],
    ['file:761.93', ['record-file: 761.9315 Manchuria/35']],
    ['year:1934-1936', ['record-year: [January 31, 1936]']],
    ['place:Lond*', ['record-place: London']],
    ['sent:1936-01', ['record-year: [January 31, 1936]']],
    ['kind:telegram', ['record-kind: telegram']],
    ['volume:frus1936v04', ['record-volume: frus1936v04']],
    ['volume:1936', ['record-volume: 1936']],
    ['Litvinov OR Tokyo', ['p4: Litvinov']],
    ['(Litvinov Tokyo) OR Pravda', ['p2: Pravda']],
    ['"London Litvinov"~2', ['p4: Litvinov while in London']],
    ['"Japanese Soviet"~0', ['p1: Soviet-Japanese', 'p2: Japanese-Soviet']],
    ['"uneasy feeling?"', ['p2: uneasy feeling']],
    ['Litvino?', ['p4: Litvinov']],
    ['Litv?nov', ['p4: Litvinov']],
    ['text:Commissar OR note:Commissar', ['n56: Commissar']],
    // A minus takes away what is there exactly.
    ['Pravda -deserting', ['p2: Pravda']],
  ])('%s', (typed, expected) => {
    expect(hits(typed)).toEqual(expected);
  });

  test.each([
    'Pravda -Comintern',
    'file:9315',
    '761.9315 Manchuria/3',
    'litvinof',
    'tel:3',
    'year:1935',
    'year:1937-1939',
    'from:Hull',
    'note:Kremlin',
    '"follows: The feeling"',
    'Litvinov Tokyo',
    '"uneasy feelings"',
    '"London Litvinov"~1',
    '"London London"~3',
    'Litvinov NOT (Tokyo OR London)',
    'source:Litvinov',
    'text:Commissar',
    'text:Moscow',
    'sent:1936-02/..',
  ])('not to %s', (typed) => {
    expect(matched(typed)).toBeUndefined();
  });

  test('with the passage first that has all the words together', () => {
    expect(hits('Soviet Japanese')[0]).toMatch(/^p1: /);
    expect(hits('“uneasy feeling” Comintern').map((hit) => hit.split(':')[0])).toEqual(['p2', 'p3']);
  });

  test('with words that are nearly everywhere only where they stand as they were typed', () => {
    expect(hits('emissary of the Kremlin')).toEqual(['p1: emissary of the Kremlin']);
    expect(hits('the usual emissary')).toEqual(['p1: The usual emissary']);
    expect(hits('emissary the')).toEqual(['p1: emissary']);
    expect(hits('of the').length).toBeGreaterThan(4);
    expect(hits('"the" emissary').length).toBeGreaterThan(4);
  });

  test('exactly only where everything is there exactly', () => {
    expect(matched('desertion Litvinov')?.exact).toBe(true);
    expect(matched('deserting Litvinov')?.exact).toBe(false);
  });
});

test('source: asks for notes of the volume alone, edition: for those of this edition', () => {
  const fields = ['note', 'source', 'edition'];
  const answering = (anchor: string) => fields.filter((field) => answers(`${field}:train`, 'The train.', anchor));
  expect(answering('n56')).toEqual(['note', 'source']);
  expect(answering('na')).toEqual(['note', 'edition']);
});

/** Whether a passage answers by itself. */
function answers(typed: string, text: string, anchor = 'p1'): boolean {
  const { tree } = parseQuery(typed);
  const match = tree && matchDocument(tree, { passages: [readWords({ anchor, text })], sent: '', received: '' });
  return match?.exact === true;
}

test.each(['"warned its Government"', '"their Government"', '"warned its [their] Government"'])(
  'a correction beside its word is read or passed over: %s',
  (typed) => expect(answers(typed, 'Berlin warned its [their] Government of it.')).toBe(true),
);

test('a correction that is asked for must be there', () => {
  expect(answers('"its [their] Government"', 'Berlin warned its Government of it.')).toBe(false);
});

test.each([
  ['761.93/35', false],
  ['761.93/35½', true],
  ['761.93/35 1/2', true],
])('of a paper 761.93/35½, the number %s is the whole: %s', (typed, isWhole) => {
  expect(answers(typed, '761.93/35½: Telegram', 'heading')).toBe(isWhole);
});

test('words that read as one count as one between others', () => {
  const text = 'What I was told, Mac-Donald expressed his mind.';
  expect(answers('"told his"~2', text)).toBe(true);
  expect(answers('"told his"~1', text)).toBe(false);
});

test.each([
  ['page:42', true],
  ['page:40-42', true],
  ['page:44-50', true],
  ['page:46', false],
  ['page:30-41', false],
  ['page:ix', false],
])('a document of the pages 42 to 45 answers %s: %s', (typed, isThere) => {
  expect(answers(typed, '42–45', 'record-page')).toBe(isThere);
});

test.each([
  ['page:ix', true],
  ['page:xi', true],
  ['page:i', false],
])('a document of the pages ix to xi answers %s: %s', (typed, isThere) => {
  expect(answers(typed, 'ix–xi', 'record-page')).toBe(isThere);
});

test.each([
  ['doc:32', true],
  ['doc:30-32', true],
  ['doc:3', false],
  ['32', false],
])('document 32 of a volume answers %s: %s', (typed, isThere) => {
  expect(answers(typed, '32', 'record-doc')).toBe(isThere);
});

test.each([
  ['doc:373a', '373a', true],
  ['doc:373', '373a', false],
  ['doc:ETA-1', 'ETA–1', true],
  ['doc:ETA-1', 'ETA–11', false],
])('a number with letters is that of one document: %s, %s', (typed, number, isThere) => {
  expect(answers(typed, number, 'record-doc')).toBe(isThere);
});

test.each([
  ['kind:telegram', [], ['no. 39'], []],
  ['volume:frus1936v04', [], [], ['1936, vol. 4']],
  ['page:42', [], [], ['1936, vol. 4']],
  ['doc:32', [], [], ['1936, vol. 4']],
  ['summary:mutiny', ['The Chargé'], [], []],
])('a page that says in other words what %s looks in is highlighted there', (typed, ...expected) => {
  const page = [
    { anchor: 'heading', text: 'The Chargé' },
    { anchor: 'record-tel', text: 'no. 39' },
    { anchor: 'record-printed', text: '1936, vol. 4' },
  ];
  const spans = highlightSpans(parseQuery(typed).tree, page);
  expect(spans.map((found, at) => found.map(({ start, end }) => page[at]?.text.slice(start, end)))).toEqual(expected);
});

test('other forms of what is quoted answer where it is nowhere', () => {
  expect(hits('"uneasy feelings"', true)).toEqual(['p2: ~uneasy feeling']);
});

test('a date whose day is not known may be meant, which is near', () => {
  const tree = parseQuery('sent:1936-01-31').tree;
  const undated = { passages: [readWords({ anchor: 'record-year', text: '1936' })], sent: '1936', received: '' };
  expect(tree && matchDocument(tree, undated)?.exact).toBe(false);
});

test('a page is highlighted where a part of the query stands, even if the whole does not', () => {
  const spans = highlightSpans(parseQuery('Litvinov Tokyo').tree, passages);
  expect(spans.filter((found) => found.length > 0)).toHaveLength(2);
});

test('a page is highlighted where words stand as they were typed, and not wherever frequent ones do', () => {
  const page = passages.filter(({ anchor }) => placeKind(anchor) !== 'record');
  const shown = (typed: string) =>
    highlightSpans(parseQuery(typed).tree, page).flatMap((spans, at) =>
      spans.map(({ start, end }) => `${page[at]?.anchor}: ${page[at]?.text.slice(start, end)}`),
    );
  expect(shown('emissary of the Kremlin')).toEqual(['p1: emissary of the Kremlin']);
  expect(shown('the Kremlin and')).toEqual(['p1: Kremlin']);
});
