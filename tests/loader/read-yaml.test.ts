import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/loader/read-yaml.ts';

const anything = z.record(z.string(), z.unknown());

test('brackets too deep to read are a problem of the file, and no crash', () => {
  for (const depth of [500, 1000, 5000]) {
    const { value, problems } = readYaml(`a: ${'['.repeat(depth)}${']'.repeat(depth)}`, anything);
    if (value !== undefined && depth < 5000) continue;
    expect(problems.map(({ actual }) => actual)).toEqual(['brackets inside brackets, too deep to read']);
  }
});

test('a value that YAML would not take for words is a problem, never a value without them', () => {
  for (const written of ['&name value', '*name', '!kind value', '!!str value']) {
    const { value, problems } = readYaml(`title: ${written}`, anything);
    expect(value, written).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual(['yaml']);
  }
});

test('names that JavaScript has for its own are read as any other, or refused', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty', '__proto__']) {
    const { value, problems } = readYaml(`${name}: words`, anything);
    if (problems.length === 0) expect(Object.entries(value ?? {})).toEqual([[name, 'words']]);
    const strict = readYaml(`${name}: words`, z.strictObject({ title: z.string().optional() }));
    expect(strict.problems, name).toHaveLength(1);
  }
});

test('whatever the signs, what is read is what stands there, or there is a problem', () => {
  const sign = fc.constantFrom(...'ab &*!{}[]:#\'"-|>%@`,?\n'.split(''));
  const text = fc.array(sign, { maxLength: 30 }).map((signs) => `a: ${signs.join('')}`);
  fc.assert(
    fc.property(text, (written) => {
      const { value, problems } = readYaml(written, z.strictObject({ a: z.string().optional() }));
      expect(value === undefined).toBe(problems.length > 0);
      for (const name of (value?.a ?? '').match(/[ab]/g) ?? []) expect(written.slice(2)).toContain(name);
      for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['a single quotation mark', "a: 'Tis so\nb: c\n", 4],
  ['a double one', 'b: c\na: "Moscow\n', 4],
  ['a bracket', 'a: [year, month\nb: c\n', 4],
  ['a brace', 'a: {year\nb: c\n', 4],
])('%s that is not closed is said where it is opened', (_sign, written, column) => {
  const line = written.split('\n').findIndex((one) => one.startsWith('a')) + 1;
  const found = 'a quotation mark or bracket that is not closed';
  expect(readYaml(written, anything).problems).toMatchObject([{ line, column, actual: found }]);
});

test.each([
  ['a: `Tis so', 'a sign that cannot stand here', /^Correct the line\./],
  ['a: & so on', 'a sign that cannot stand here', /^Correct the line\./],
  ['a: "C:\\path"', 'a backslash between double quotes', /^Put single quotes around the value/],
  ['a: !kind value', 'a value that begins with !', /^Put single quotes around it/],
  ['a:\n   b: c\n  d: e', 'a line that does not begin under the line above it', /with as many spaces\.$/],
  ['a: b\n...\nc: d', 'a line of dots or dashes, which ends the record', /^Remove it, or put single quotes/],
])('%j is told in an editor’s words, not the parser’s', (written, found, mend) => {
  const { problems } = readYaml(written, anything);
  expect(problems).toMatchObject([{ actual: found, mend: expect.stringMatching(mend) as string }]);
});

test.each([
  ['in the midst', 'a: b\nsummary:The snow\nc: d\n'],
  ['before a comment', 'a: b\nsummary:The snow\n# Melts.\nc: d\n'],
  ['at the end', 'a: b\nsummary:The snow\n'],
  ['with a colon of another script', 'a: b\nsummary：The snow\n# Melts.\nc: d\n'],
])('a field without a space after its colon is told so %s', (_where, written) => {
  const found = 'a line without a colon and a space after it, or with one line of a value outside its quotation marks';
  expect(readYaml(written, anything).problems).toMatchObject([{ line: 2, column: 1, actual: found }]);
});

test('every field that stands twice is said', () => {
  const { problems } = readYaml('a: x\na: y\nb: x\nb: y\n', anything);
  expect(problems.map(({ line, actual }) => `${line}: ${actual}`)).toEqual([
    '2: the same field twice',
    '4: the same field twice',
  ]);
});

test('an apostrophe that ends a value between single quotes is told how it is written', () => {
  const [problem] = readYaml("a: 'Grew's report'\n", anything).problems;
  expect(problem?.mend).toMatch(/in which an apostrophe is written twice\.$/);
  expect(readYaml("a: 'Grew''s report'\n", anything).value).toEqual({ a: "Grew's report" });
});

test('words in lines of their own, under > or |, end with their last word', () => {
  const { value } = readYaml('a: >\n  The snow\n  melts.\n\nb: |\n  The snow\n  melts.\nc: |\n\nd: e\n', anything);
  expect(value).toEqual({ a: 'The snow melts.', b: 'The snow\nmelts.', d: 'e' });
});

test('an example is given without what is said after it', () => {
  const schema = z.strictObject({ a: z.string().regex(/^x$/, 'a number, such as 32, without spaces') });
  expect(readYaml('a: y', schema).problems).toMatchObject([{ mend: 'Write it like this: `a: 32`' }]);
});
