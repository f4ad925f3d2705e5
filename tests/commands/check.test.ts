import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHere } from '../setup/run-here.ts';
import { withContent } from '../loader/problem-fixtures.ts';

const program = fileURLToPath(new URL('../../src/commands/check.ts', import.meta.url));

/** Runs the checker as an editor does, on a content folder. */
function check(folder: string): Promise<{ code: number; said: string; complained: string }> {
  return new Promise((resolve) => {
    const environment = { ...process.env, CONTENT_DIR: folder };
    execFile(process.execPath, [program], { env: environment }, (error, said, complained) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, said, complained });
    });
  });
}

test('content without problems is one line and exit code 0', async () => {
  const run = await withContent(undefined, (folder) => check(folder));
  expect(run).toEqual({ code: 0, said: '1 document, no problems.\n', complained: '' });
});

test('problems are printed with a summary line, exit code 1 and no stack trace', async () => {
  const run = await withContent('problems of record and text come together', (folder) => check(folder));
  expect(run.code).toBe(1);
  expect(run.complained).toBe('');
  expect(run.said).toMatch(/^content\/documents\/harbin-1936-7\.mdx:5:17 field-wrong\n {2}expected: /);
  expect(run.said).toMatch(/\n\n4 problems in 1 file\.\n$/);
  expect(run.said).not.toMatch(/^\s+at /m);
});

/** The same in this process. */
const checkHere = (folder: string, ...options: string[]) => runHere(program, options, { CONTENT_DIR: folder });

test('what is only to be looked at is listed, and fails nothing', async () => {
  const run = await withContent('pasting left its traces', (folder) => checkHere(folder));
  expect(run.code).toBe(0);
  expect(run.output).toMatch(/^content\/documents\/harbin-1936-7\.mdx:\d+:\d+ glued-figure, a warning\n {2}expected: /);
  expect(run.output).toMatch(/\n1 document, no problems; 14 warnings, which stop nothing\.\n$/);
});

test('--format json gives the same problems to programs', async () => {
  const run = await withContent('it was received before it was sent', (folder) =>
    checkHere(folder, '--format', 'json'),
  );
  expect(run.code).toBe(1);
  expect(JSON.parse(run.output)).toEqual({
    documents: 1,
    problems: [
      {
        file: 'content/documents/harbin-1936-7.mdx',
        code: 'received-before-sent',
        line: 18,
        column: 9,
        expected: 'a date of receipt not before the date sent, 1936-03-02',
        actual: '1936-03-01 04:10 -05:00',
        mend: 'Correct one of the two. If only the clocks of two places differ, give hour and offset of both.',
      },
    ],
    warnings: [],
  });
});

test('an option that is not known is said in a sentence', async () => {
  const run = await withContent(undefined, (folder) => checkHere(folder, '--fromat', 'json'));
  expect(run.code).toBe(2);
  expect(run.output).toBe('`npm run check` takes --format text or --format json, not --fromat json.\n');
});
