import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { examplesOf, readExample } from '../../src/components/examples.ts';
import { marks } from '../../src/edition/marks.ts';
import { divisions, setPieces, signs, styles } from '../../src/edition/set-pieces.ts';

const examples = examplesOf('set pieces');
const markExamples = examplesOf('marks');

test('every mark has an example in which it stands', () => {
  expect(markExamples.map(({ name }) => name)).toEqual(Object.keys(marks));
  for (const { name, written } of markExamples) expect(written).toContain(`<${name}`);
});

test('every set piece of the register has an example in which it stands', () => {
  const names = [setPieces, signs, styles, divisions].flatMap(Object.keys);
  expect(examples.slice(0, names.length).map(({ name }) => name)).toEqual(names);
  for (const { name, written } of examples.slice(0, names.length)) expect(written).toContain(`<${name}`);
});

test('an example shows what becomes of the mark in both views', () => {
  const [sic] = markExamples;
  const readings = Object.fromEntries(markExamples.map(({ name, reading }) => [name, reading]));
  expect(readings).toMatchObject({ Corrected: 'the Government lost their train', Deleted: 'the same day' });
  expect(sic).toMatchObject({
    written: 'an uneasy feeling that <Sic>on</Sic> the outbreak',
    reading: 'an uneasy feeling that on the outbreak',
    html: '<p>an uneasy feeling that <span class="mark sic"><span class="words">on</span><span class="affix"> [<i>sic</i>]</span></span> the outbreak</p>',
  });
});

describe('an example', () => {
  test('looks as on the page of a document', () => {
    const shown = (name: string) => examples.find((example) => example.name === name)?.html;
    expect(shown('Signature')).toBe('<p class="signature">Henderson</p>');
    expect(shown('Numbered points')).toContain('<span class="numeral">2. </span>');
  });

  test('has no address and no link, which the page of a document has', () => {
    for (const { html } of [...examples, ...markExamples]) expect(html).not.toMatch(/<a\b|<button\b|<h\d|\b(id|href)=/);
  });

  test('is valid HTML: a time has its date, and no section lacks a heading', () => {
    const validate = new HtmlValidate({ extends: ['html-validate:standard'], rules: { 'no-inline-style': 'error' } });
    for (const { name, html } of [...examples, ...markExamples]) {
      expect(html, name).not.toMatch(/<time>|<time (?![^>]*datetime=)|<section\b/);
      const { results } = validate.validateStringSync(`<div>${html}</div>`);
      expect(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        name,
      ).toEqual([]);
    }
    expect(markExamples.find(({ name }) => name === 'Date')?.html).toContain('<time datetime="1936-01-29">');
  });

  test('that cannot be read stops the build', () => {
    expect(() => readExample('Sic', '<Sic>on')).toThrow(/^The example of Sic cannot be read/);
  });
});
