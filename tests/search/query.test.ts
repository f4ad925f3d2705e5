import { describe, expect, test } from 'vitest';
import { parseQuery, readOtherwise, sideBySide, unquoted, type Node } from '../../src/search/shared/query.ts';
import { timed } from '../setup/processor-time.ts';

/** A tree in one line: `(a OR -"b c")`, words that form one thing joined by `+`. */
function written(node: Node): string {
  if (node.type === 'not') return `-${written(node.of)}`;
  if (node.type !== 'term') {
    return node.type === 'or' ? `(${node.of.map(written).join(' OR ')})` : `[${node.of.map(written).join(' ')}]`;
  }
  const words = node.pieces.map(({ folded }) => folded);
  const said = node.quoted ? `"${words.join(' ')}"` : words.join('+');
  return `${node.field ? `${node.field}:` : ''}${said}${node.within === undefined ? '' : `~${node.within}`}`;
}

const terms = (typed: string): string[] => {
  const { tree } = parseQuery(typed);
  return tree === undefined ? [] : tree.type === 'and' ? tree.of.map(written) : [written(tree)];
};

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
    ['Pravda -note:Commissar', ['pravda', '-note:commissar']],
    ['Pravda -"uneasy feeling"', ['pravda', '-"uneasy feeling"']],
    ['Pravda OR Izvestia', ['(pravda OR izvestia)']],
    ['Moscow (Pravda OR "uneasy feeling") -London', ['moscow', '(pravda OR "uneasy feeling")', '-london']],
    ['Moscow Pravda OR London', ['([moscow pravda] OR london)']],
    ['Moscow AND Pravda NOT (London OR Tokyo)', ['moscow', 'pravda', '-(london OR tokyo)']],
    ['from:(Hull OR Henderson)', ['(from:hull OR from:henderson)']],
    ['embargo* wom?n', ['embargo*', 'wom?n']],
    ['"the * government"', ['"the * government"']],
    ['"Soviet treaty"~10', ['"soviet treaty"~10']],
    ['sent:1936-01-31/1936-02-04', ['sent:1936+01+31+1936+02+04']],
    ['S[umner] W[elles]', ['sumner', 'welles']],
    ['treaty(ies)', ['treaty+ies']],
    ['U.S.S.R. 1,000,000', ['u+s+s+r', '1+000+000']],
    ['U. S. S. R. policy of J. P. Morgan', ['u+s+s+r', 'policy', 'of', 'j', 'p', 'morgan']],
    ['"the U. S. S. R."', ['"the u s s r"']],
    ['"to be transferred elsewhere?" what?', ['"to be transferred elsewhere"', 'what?']],
    ['"the [with a?] group (?)" wom?n ?', ['"the with a group"', 'wom?n']],
    ['"Soviet treaty"~1000', ['"soviet treaty"~1000']],
    ['page:42-45', ['page:42+45']],
    ['Telegram No. 39, Moscow', ['telegram', '(no OR tel:39)', '39', 'moscow']],
    ['telegram no more than no. 39', ['telegram', 'no', 'more', 'than', 'no', '39']],
    ['doc:32', ['doc:32']],
    ['Man\u00ADchu\u200Bria', ['manchuria']],
    ['満洲', ['満+洲']],
    ['761.93/35½', ['"761 93 35 1 2"']],
    ['761.93/35 1/2 Japan', ['"761 93 35 1 2"', 'japan']],
    ['761.93/35 1/22', ['"761 93 35"', '1+22']],
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
    ['-Comintern', [], 'A minus or NOT only takes away'],
    ['Japan OR -Comintern', [], 'A minus or NOT only takes away'],
    ['year:193', [], 'such as year:1936'],
    ['year:1936-1934', [], 'ends before it begins'],
    ['sent:1936-02-30', [], 'such as sent:1936-02'],
    ['received:soon', [], 'such as received:1936-01-31'],
    ['page:x9', [], 'such as page:42'],
    ['doc:x', [], 'such as doc:32'],
    ['(Japan', ['japan'], 'A parenthesis is not closed'],
    ['Japan) China', ['japan', 'china'], 'A parenthesis is closed that was not opened'],
    ['Japan OR', ['japan'], 'OR needs something to find on both sides'],
    ['Japan NOT', ['japan'], 'NOT needs something after it'],
    ['Japan AND', ['japan'], 'AND needs something to find on both sides'],
    ['AND Japan', ['japan'], 'AND needs something to find on both sides'],
    ['treaty~5', ['treaty+5'], 'said after quotation marks: "Soviet treaty"~5'],
    ['* Japan', ['japan'], 'fits every word'],
    ['"uneasy feeling', ['"uneasy feeling"'], 'A quotation mark is not closed'],
    ['"" Japan', ['japan'], 'no word or number to look for in “""”'],
    ['—', [], 'no word or number to look for in “—”'],
  ])('%s', (typed, expected, notice) => {
    expect(terms(typed)).toEqual(expected);
    expect(parseQuery(typed).notices.join(' ')).toContain(notice);
  });

  test('a page that was pasted is cut, and says so', () => {
    const { notices } = parseQuery('word '.repeat(100));
    expect(terms('word '.repeat(100))).toHaveLength(40);
    expect(notices).toEqual(['The query is long; only its first 40 words and phrases were looked for.']);
  });

  test('what is passed over of a long query is not said to be wrong', () => {
    expect(parseQuery('(one two) '.repeat(100)).notices).toEqual([
      'The query is long; only its first 40 words and phrases were looked for.',
    ]);
  });
});

test('nothing typed is nothing to explain', () => {
  expect(parseQuery('  ')).toEqual({ tree: undefined, notices: [] });
});

test('a colon that was copied with the words asks for no field', () => {
  const typed = 'Sir: as follows:';
  expect(terms(typed)).toEqual(['sir', 'as', 'follows']);
  expect(parseQuery(typed).notices).toEqual([]);
});

test('a long run of quotation marks or brackets is read without delay', () => {
  expect(timed(() => parseQuery('"['.repeat(1000))).seconds).toBeLessThan(1);
  expect(timed(() => parseQuery(`761.${'a '.repeat(1000)}`)).seconds).toBeLessThan(1);
});

test.each([
  ['[?', ' '],
  ['[?', '[?'],
  ['', '"'],
  ['', '761.'],
  ['', 'a:'],
  ['', '('],
  ['', 'a('],
  ['', '-(NOT '],
  ['', '1936 3 p'],
])('a pasted text of a hundred thousand characters is read at once, and said to be cut: %j and %j', (start, rest) => {
  const typed = (start + rest.repeat(100_000)).slice(0, 100_000);
  const { result, seconds } = timed(() => parseQuery(typed));
  expect(seconds).toBeLessThan(1);
  expect(terms(typed).length).toBeLessThanOrEqual(40);
  expect(result.notices).toContain('The query is long; only its first 2,000 characters were read.');
  expect(timed(() => readOtherwise(typed)).seconds).toBeLessThan(1);
});

test.each([
  ['1936-01-31 Moscow', ['sent:1936-01-31 Moscow']],
  ['31 Jan. 1936', ['sent:1936-01-31']],
  ['(Moscow January 1st, 1936)', ['(Moscow sent:1936-01-01)']],
  ['Sept 1936 Mary 1936', ['sent:1936-09 Mary 1936']],
  ['1.1.1936', ['sent:1936-01-01']],
  ['1/31/1936', ['sent:1936-01-31', 'sent:1936-31-01']],
  ['761.9315Manchuria/36', ['file:"761.9315Manchuria/36"', 'file:"761.9315Manchuria/"']],
  ['Japan 500.A15a3/706½', ['Japan file:"500.A15a3/706½"', 'Japan file:"500.A15a3/"']],
  ['file:761.93/36', ['file:"761.93/36"', 'file:"761.93/"']],
  ['“Litvinov56 while in London.2”', ['“Litvinov while in London.”']],
  ['frus1936v04 page:32', ['volume:frus1936v04 page:32']],
  ['sent:1936-01-31 file:761.93 Japan 2:55 doc:32 docket 1936', []],
  ['doc. 32', ['doc:32']],
  ['Document 32 Hull', ['doc:32 Hull']],
  ['d32', ['doc:32']],
  ['frus1936v04-d32', ['volume:frus1936v04 doc:32']],
  ['https://history.state.gov/historicaldocuments/frus1936v04/d32', ['volume:frus1936v04 doc:32']],
  ['moscow-1936-39', ['place:"moscow" year:1936 39']],
  ['https://edition.example/documents/addis-ababa-1936-7/#p2', ['place:"addis-ababa" year:1936 7']],
  ['page 83', ['page:83']],
  ['Tel. 39', ['tel:39']],
  ['Moscow’s embargo', ['Moscow embargo']],
  ['Moscow telegram no. 39', ['Moscow tel:39']],
  ['pp. 83–85 Murray', ['page:83–85 Murray']],
  ['FRUS 1936, vol. III, p. 83', ['volume:frus1936v03 page:83', 'FRUS 1936, vol. III, page:83']],
  ['Foreign Relations, 1936, III, 83–84', ['volume:frus1936v03 page:83–84']],
  ['FRUS 1936:14 no. 39, doc. 7, p. 42', ['volume:frus1936v14 doc:7', 'FRUS 1936:14 no. 39, doc. 7, page:42']],
  [
    '1936, Volume III, The Near East (Washington: Government Printing Office, 1953), Document 340, http://localhost:4321/',
    ['volume:frus1936v03 doc:340'],
  ],
  ['Hull to Grew 1936, vol. iv', []],
])('a day, a paper or a document that is nowhere may be meant otherwise: %s', (typed, expected) => {
  expect(readOtherwise(typed)).toEqual(expected);
});

test.each([
  ['“Litvinov, while in Paris”', 'Litvinov, while in Paris'],
  ['"Soviet treaty"~5 Japan', 'Soviet treaty Japan'],
])('the words of a phrase may be meant wherever they stand: %s', (typed, expected) => {
  expect(unquoted(typed)).toBe(expected);
});

test.each([
  ['mediation  Ethiopia', ['mediation', 'Ethiopia']],
  ['from:Gilbert “good offices” -Eden', ['from:Gilbert', '"good offices"', '-Eden']],
  ['(mediation OR arbitration) Ethiopia', []],
  ['mediation NOT Ethiopia', []],
])('words that merely stand side by side are known, as they were typed: %s', (typed, expected) => {
  expect(sideBySide(typed)).toEqual(expected);
});
