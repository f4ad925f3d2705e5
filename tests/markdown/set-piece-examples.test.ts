import { describe, expect, test } from 'vitest';
import { divisions, lineBreak, setPieces } from '../../src/edition/set-pieces.ts';
import { readExample } from '../../src/markdown/read-example.ts';
import { setPieceExamples } from '../../src/markdown/set-piece-examples.ts';
import { exampleHtml } from '../../src/outputs/html.ts';

const examples = setPieceExamples();

test('every set piece of the register has an example in which it stands', () => {
  const names = [...Object.keys(setPieces), lineBreak.name, ...Object.keys(divisions)];
  expect(examples.slice(0, names.length).map(({ name }) => name)).toEqual(names);
  for (const { name, written } of examples.slice(0, names.length)) expect(written).toContain(`<${name}`);
});

describe('an example', () => {
  test('looks as on the page of a document', () => {
    const shown = (name: string) =>
      examples.filter((one) => one.name === name).map(({ example }) => exampleHtml(example))[0];
    expect(shown('Signature')).toBe('<p class="signature">Henderson</p>');
    expect(shown('Numbered points')).toContain('<span class="numeral">2. </span>');
  });

  test('has no address and no link, which the page of a document has', () => {
    for (const { example } of examples) expect(exampleHtml(example)).not.toMatch(/<a\b|<button\b|<h\d|\b(id|href)=/);
  });

  test('that cannot be read stops the build', () => {
    expect(() => readExample('Sic', '<Sic>on')).toThrow(/^The example of Sic cannot be read/);
  });
});
