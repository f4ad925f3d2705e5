import { describe, expect, test } from 'vitest';
import { isAnswerable, parseQuery } from '../../src/search/shared/query.ts';

const terms = (typed: string) =>
  parseQuery(typed).terms.map(
    ({ words, field, quoted, excluded }) =>
      `${excluded ? '-' : ''}${field ? `${field}:` : ''}${quoted ? `"${words.join(' ')}"` : words.join('+')}`,
  );

describe('a query is read', () => {
  test.each([
    ['uneasy feeling', ['uneasy', 'feeling']],
    ['"uneasy feeling" Comintern -Litvinov', ['"uneasy feeling"', 'comintern', '-litvinov']],
    ['“uneasy feeling”', ['"uneasy feeling"']],
    ['„uneasy feeling“ «now»', ['"uneasy feeling"', '"now"']],
    ['"that on [sic] the outbreak"', ['"that on the outbreak"']],
    ['"that on [Sic.] the outbreak"', ['"that on the outbreak"']],
    ['[to support such attacks.]', ['to', 'support', 'such', 'attacks']],
    ['Soviet-Japanese', ['soviet+japanese']],
    ['31—2:55', ['31+2+55']],
    ['Chargé', ['charge']],
    ['761.9315 Manchuria/35', ['"761 9315 manchuria 35"']],
    ['Litvinov 761.9315 Manchuria/35 London', ['litvinov', '"761 9315 manchuria 35"', 'london']],
    ['file:761.93', ['file:761+93']],
    ['file:761.9315 Manchuria/35', ['file:"761 9315 manchuria 35"']],
    ['from:Henderson to:"Cordell Hull"', ['from:henderson', 'to:"cordell hull"']],
    ['FROM:Henderson', ['from:henderson']],
    ['year:1934-1936', ['year:1934+1936']],
    ['-note:Commissar', ['-note:commissar']],
    ['-"uneasy feeling"', ['-"uneasy feeling"']],
    ['Japan - Germany', ['japan', 'germany']],
    ['"uneasy feeling', ['"uneasy feeling"']],
    ['<img src=x onerror=alert(1)>', ['img', 'src+x', 'onerror+alert+1']],
  ])('%s', (typed, expected) => {
    expect(terms(typed)).toEqual(expected);
  });
});

describe('what cannot be understood is explained, and the rest is searched for', () => {
  test.each([
    ['Subject:tin', ['subject+tin'], 'There is no field “Subject:”'],
    ['from: Henderson', ['henderson'], 'After “from:” the search expects'],
    ['year:soon Japan', ['japan'], 'such as year:1936'],
    ['tel:abc', [], 'such as tel:39; it found “abc”'],
    ['-Comintern', ['-comintern'], 'A minus only takes away'],
    ['"uneasy feeling', ['"uneasy feeling"'], 'A quotation mark is not closed'],
    ['"" Japan', ['japan'], 'no word or number to look for in “""”'],
    ['—', [], 'no word or number to look for in “—”'],
  ])('%s', (typed, expected, notice) => {
    expect(terms(typed)).toEqual(expected);
    expect(parseQuery(typed).notices.join(' ')).toContain(notice);
  });

  test('a page that was pasted is cut, and says so', () => {
    const { terms: kept, notices } = parseQuery('word '.repeat(100));
    expect(kept).toHaveLength(40);
    expect(notices).toEqual(['The query is long; only its first 40 words and phrases were looked for.']);
  });
});

test('nothing typed is nothing to explain', () => {
  expect(parseQuery('  ')).toEqual({ terms: [], notices: [] });
  expect(isAnswerable(parseQuery('-Comintern'))).toBe(false);
});

test('a long run of quotation marks or brackets is read without delay', () => {
  const begun = performance.now();
  parseQuery('"['.repeat(1000));
  parseQuery(`761.${'a '.repeat(1000)}`);
  expect(performance.now() - begun).toBeLessThan(200);
});

test.each([
  ['[?', ' '],
  ['[?', '[?'],
  ['', '"'],
  ['', '761.'],
  ['', 'a:'],
])('a pasted text of a hundred thousand characters is read at once, and said to be cut: %j and %j', (start, rest) => {
  const typed = (start + rest.repeat(100_000)).slice(0, 100_000);
  const begun = performance.now();
  const { terms, notices } = parseQuery(typed);
  expect(performance.now() - begun).toBeLessThan(200);
  expect(terms.length).toBeLessThanOrEqual(40);
  expect(notices).toContain('The query is long; only its first 2,000 characters were read.');
});
