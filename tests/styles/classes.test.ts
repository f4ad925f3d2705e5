import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const textOf = (pattern: string): string =>
  globSync(pattern)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

test('every class that a template names is one that a rule or a script asks for', () => {
  const asked = textOf('src/{styles,components,search}/**/*.{css,ts}');
  const named = textOf('src/**/*.astro').matchAll(/\bclass="([\w -]+)"/g);
  const classes = new Set(Array.from(named, ([, names = '']) => names.split(' ')).flat());
  expect(classes.size).toBeGreaterThan(40);
  expect([...classes].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(asked))).toEqual([]);
});
