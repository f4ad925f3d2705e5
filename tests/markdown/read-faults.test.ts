/** What once was lost, stopped the reader or ran for minutes. */
import { describe, expect, test } from 'vitest';
import { readDocumentFile } from '../../src/loader/read-document-file.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { timed } from '../setup/processor-time.ts';

const front = '---\nkind: telegram\n---\n';
const read = (text: string) => readDocument(`${front}\n# A heading\n\n${text}\n`);
const codes = (text: string): string[] => read(text).messages.map(({ code }) => code);
const placed = (text: string): string[] =>
  read(text).messages.map(({ code, line, column }) => `${line}:${column} ${code}`);

describe('a paragraph that begins as code does is text, unless it is code', () => {
  test.each([
    'export duties were raised.',
    'import of arms is forbidden.',
    'import "goods" were sold',
    'exports, imports',
  ])('%s', (words) => {
    const { body, messages } = read(words);
    expect(messages).toEqual([]);
    expect(body).toMatchObject([{ children: [{ type: 'text', value: words }] }]);
  });
  test.each([
    "import x from './x.js'",
    "import './x.css';",
    'import * as x from "x"',
    'export default 1',
    'export const x = 1',
  ])('%s', (code) => expect(codes(code)).toEqual(['import-export']));
});

describe('a character that no reader sees is said at its place', () => {
  test.each([
    ['U+FFFE', 'a\uFFFEb'],
    ['U+FFFF', 'a\uFFFFb'],
    ['U+1FFFF', 'a\u{1FFFF}b'],
    ['U+FDD0', 'a\uFDD0b'],
    ['U+061C', 'a\u061Cb'],
    ['U+180E', 'a\u180Eb'],
    ['U+E0041', 'a\u{E0041}b'],
    ['U+E000', 'a\uE000b'],
    ['U+10FFFD', 'a\u{10FFFD}b'],
    ['U+D800', 'a\uD800b'],
  ])('%s', (name, text) => {
    const { messages } = read(text);
    expect(messages.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual(['7:2 control-character']);
    expect(messages[0]?.actual).toContain(name);
  });

  test.each([
    '&#0;',
    '&#xD800;',
    '&#xFFFE;',
    '&#x202e;',
    '&shy;',
    '&ZeroWidthSpace;',
    '&#13;',
    '&Tab;',
    '&#10;',
    '&#x301;',
  ])('by the reference %s', (reference) => {
    expect(placed(`The wo${reference}rds`)).toEqual(['7:7 reference-character']);
    expect(placed(`The *wo${reference}rds*`)).toEqual(['7:8 reference-character']);
  });

  test('in an attribute, also by reference', () => {
    expect(placed('x <Corrected was="a&shy;b">words</Corrected>')).toEqual(['7:14 control-character']);
    expect(placed('x <Corrected was="e&#x301;">words</Corrected>')).toEqual(['7:14 not-composed']);
    expect(placed('x <Corrected was="\u0338b">words</Corrected>')).toEqual(['7:14 accent-alone']);
  });

  test('but a reference to one that is read, or a protected one, is text', () => {
    expect(read('AT&amp;T &copy; \\&shy; &nonsense; x&y').body).toMatchObject([
      { children: [{ type: 'text', value: 'AT&T © &shy; &nonsense; x&y' }] },
    ]);
  });
});

describe('an accent on no letter', () => {
  test.each([
    '\u0338words',
    'x\n\n\u0301words',
    'on <Sic>\u0338words</Sic>',
    'e*\u0301x* y',
    '- \u0338a',
    '[^1] a[^2]\n\n[^2]: \u0338n',
  ])('%j is a problem', (text) => expect(codes(text)).toContain('accent-alone'));
});

describe('a record', () => {
  const record = (fields: string) => readDocumentFile('moscow-1936-1', `---\n${fields}\n---\n\n# A\n\nb\n`).messages;
  const whole = (printed: string, summary = 'S.') =>
    record(
      `fileNumber: 1\nkind: telegram\nsender: { office: A }\nrecipient: { office: B }\ndateSent: { date: 1936-01-31, printed: ${printed} }\nsource: { volume: v, copyText: c, url: 'https://a.b/', rights: r, collated: false, collation: c }\nsummary: ${summary}\nrevisions: [{ version: 1, date: 2026-01-01, change: c }]`,
    );
  test.each([
    ['"a\\0b"', 'control-character'],
    ['"a\\u202eb"', 'control-character'],
    ['"a\\uFFFEb"', 'control-character'],
    ['"a\\nb"', 'field-lines'],
    ['"\\u0338b"', 'accent-alone'],
    ['"e\\u0301"', 'not-composed'],
  ])('with %s as printed date says %s at the field', (printed, code) => {
    expect(whole(printed)).toMatchObject([{ code, line: 6, column: 40 }]);
  });
  test('may give any other character by an escape', () => {
    expect(whole('"caf\\u00e9"')).toEqual([]);
  });
});

describe('names that every object has are no names of ours', () => {
  test.each(['constructor', '__proto__', 'toString'])('the attribute %s', (name) => {
    expect(codes(`x <Sic ${name}="x">on</Sic>`)).toEqual(['attribute-unknown']);
    expect(codes(`x <${name}>on</${name}>`)).toHaveLength(1);
  });
  test('a YAML alias is a problem of its file', () => {
    const file = readDocumentFile('moscow-1936-1', '---\nkind: &a telegram\nsummary: *a\n---\n\n# A\n\nb\n');
    expect(file.messages.length).toBeGreaterThan(0);
    expect(file.document).toBeUndefined();
  });
});

describe('whatever is written is answered in a moment', { timeout: 30_000 }, () => {
  const many = (text: string, times: number): string => text.repeat(times);
  test.each([
    ['300 runs of references', `${many('&nbsp; ', 300)}x`],
    ['references that do not end', many('&nbsp', 20_000)],
    ['runs of italics', many('*a**b', 20_000)],
    ['single stars', many('*a ', 1_900)],
    ['lists in lists', Array.from({ length: 400 }, (_, depth) => `${many('  ', depth)}- a`).join('\n')],
    ['lists in one line', many('- ', 2_000)],
    ['numbers in one line', many('1. ', 2_000)],
    ['100,000 notes', many('[^1]: a\n\n', 100_000)],
    ['2,000 calls', `${many('a[^1] ', 1_900)}\n\n[^1]: x`],
    ['4,000 signs of quotation in a line', many('>', 4_000)],
    ['parts in parts', `${many('<Section>\n\n', 1_000)}x\n\n${many('</Section>\n\n', 1_000)}`],
    ['marks in marks', `x ${many('<Sic>', 9_000)}x${many('</Sic>', 9_000)}`],
    ['bold in italics', `${many('*a **b ', 490)}${many('c** d* ', 490)}`],
    ['attributes', `x <Sic ${many('a="b" ', 5_000)}>on</Sic>`],
    ['braces in a comment', `{/* ${many('} ', 30_000)}*/}`],
    ['backslashes', many('\\', 60_000)],
    ['spaces', `a${many(' ', 100_000)}b${many(' ', 90_000)}`],
    ['invisible characters', many('\u200B', 20_000)],
    ['curly quotation marks in tags', many('<A a="“', 8_000)],
    ['brackets', many('[', 100_000)],
    ['backticks', many('a` ', 60_000)],
  ])('%s', (_, text) => {
    read('Warm.');
    const { result, seconds } = timed(() => read(text));
    // A second on a machine that is free; without the limits it was minutes.
    expect(seconds).toBeLessThan(3);
    for (const { actual } of result.messages) expect(actual).not.toMatch(/stack|RangeError/);
  });

  test('or refused in a sentence that says how much there may be', () => {
    const [message] = read(many('words ', 40_000)).messages;
    expect(message).toMatchObject({
      code: 'too-large',
      expected: 'a document of at most 200,000 characters',
      actual: '240,038 characters',
    });
    expect(codes(many('>', 4_000))).toEqual(['nested-too-deeply']);
    expect(codes(`x ${many('<Sic>', 101)}x${many('</Sic>', 101)}`)).toEqual(['nested-too-deeply']);
    expect(codes(many('[^1]: a\n\n', 2_100))).toEqual(['too-large']);
  });

  test('a document twice as large as the largest of the volumes at hand is read', () => {
    expect(codes(many(`${many('The words of a treaty. ', 40).trim()}\n\n`, 130))).toEqual([]);
  });
});

describe('the name of a file', () => {
  const said = (id: string) => readDocumentFile(id, '').messages.find(({ code }) => code === 'file-name')?.expected;
  test.each(['by-sender', 'by-file', 'by-received', 'page-2', 'index'])('%s is an address of the calendar', (id) => {
    expect(said(id)).toMatch(/calendar’s own addresses/);
  });
  test.each(['1936', '1936-01', '39-moscow'])('%s begins with a figure, as no id in XML does', (id) => {
    expect(said(id)).toMatch(/begins with a letter/);
  });
  test('of a document is none of these', () => {
    for (const id of ['moscow-1936-39', 'frus1936v03-d340', 'bytown-1936-1', 'pages']) expect(said(id)).toBeUndefined();
  });
});
