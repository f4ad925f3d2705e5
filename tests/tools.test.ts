/** What the tools find in the whole project: each is a script of `package.json`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

// All wait for a processor beside the other tests.
test.concurrent.each(['lint', 'types', 'style', 'check'])('npm run %s', { timeout: 600_000 }, async (script) => {
  // A shell, since npm is a script of another kind on each system; without what has run before the tests.
  const child = spawn(`npm run --silent --ignore-scripts ${script}`, { shell: true });
  const [ended, ...said] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  expect(ended, said.join('')).toEqual([0, null]);
});

test.concurrent.each([
  ['bench/bench.ts', 'takes --sizes 1,100'],
  ['citations.ts', 'takes the id of a document'],
])('%s says in a sentence what it takes', async (program, sentence) => {
  const child = spawn(process.execPath, [`tests/${program}`, '--help']);
  const [ended, said] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  expect(ended).toEqual([1, null]);
  expect(said).toMatch(/^`npm run \w+` .*\n$/);
  expect(said).toContain(sentence);
});
