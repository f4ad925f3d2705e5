import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askQuestions } from '../../src/commands/ask-questions.ts';
import { runNode, type NodeResult } from '../setup/run-node.ts';
import { readContent } from '../../src/loader/read-content.ts';

const program = fileURLToPath(new URL('../../src/commands/new.ts', import.meta.url));
const base = fileURLToPath(new URL('../fixtures/problems/base', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-'));
  await cp(base, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs `npm run new` without a terminal. */
function run(flags: Record<string, string>): Promise<NodeResult> {
  const written = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
  return runNode(program, written, { environment: { CONTENT_DIR: folder }, showOutput: false });
}

const telegram = {
  post: 'harbin',
  number: '40',
  'file-number': '761.9315 Manchuria/95',
  heading: 'The Consul General at Harbin (Nobody) to the Secretary of State',
  sent: 'Harbin, March 9, 1936—5 p.m.',
  received: '[Received March 9—2:55 p.m.]',
  document: '77',
};

describe('a new document', () => {
  test('is written, and passes the check', async () => {
    const { code, output } = await run(telegram);
    expect(output).toContain('harbin-1936-40.mdx. It passes the check.');
    expect(code).toBe(0);
    const { documents, problems } = readContent(folder);
    expect(problems).toEqual([]);
    expect(documents.map(({ id }) => id)).toContain('harbin-1936-40');
  });

  test('has the text that was given, sign for sign', async () => {
    const file = join(folder, 'text.txt');
    await writeFile(file, '40. The troops * * * are *here*.\n\nNothing\nmore.\n');
    await run({ ...telegram, text: file });
    const written = await readFile(join(folder, 'documents/harbin-1936-40.mdx'), 'utf8');
    expect(written).toMatch(/\n40\\\. The troops \\\* \\\* \\\* are \\\*here\\\*\.\n\nNothing more\.\n$/);
    expect(readContent(folder).problems).toEqual([]);
  });

  test('never takes the place of one that is here', async () => {
    await run(telegram);
    const before = await readFile(join(folder, 'documents/harbin-1936-40.mdx'), 'utf8');
    const { code, output } = await run({ ...telegram, 'file-number': '000.00/1' });
    expect(code).toBe(1);
    expect(output).toContain('harbin-1936-40 is here already, and stays as it is. --letter is missing: ');
    expect(await readFile(join(folder, 'documents/harbin-1936-40.mdx'), 'utf8')).toBe(before);
  });

  test('of a name that is taken gets a letter', async () => {
    await run(telegram);
    expect((await run({ ...telegram, letter: 'b' })).code).toBe(0);
    expect(await readdir(join(folder, 'documents'))).toContain('harbin-1936-40-b.mdx');
  });
});

describe('nothing is written', () => {
  test.each([
    ['when something is missing', { post: 'harbin' }, '--file-number is missing: File number, as printed.'],
    ['when a place is unknown', { ...telegram, post: 'harbn' }, 'Did you mean harbin?'],
    ['when a flag is unknown', { ...telegram, heding: 'x' }, "Unknown option '--heding'. Did you mean --heading?"],
    [
      'when there is no such text',
      { ...telegram, text: 'gone.txt' },
      '--text: There is no file gone.txt. Give its way from this folder, or in full.',
    ],
    ['when the text would not pass', { ...telegram, heading: 'A to B\u0007' }, 'U+0007'],
  ])('%s', async (_when, flags, saying) => {
    const { code, output } = await run(flags);
    expect(output).toContain(saying);
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(await readdir(join(folder, 'documents'))).toEqual(['harbin-1936-7.mdx']);
  });
});

test('an editor who is asked may err, and is asked again', async () => {
  const replies = ['cable', '', '000.00/1', 'The Minister to the Secretary of State', 'harbn', 'tsitsihar'];
  const asked: string[] = [];
  const said: string[] = [];
  let { register } = readContent(folder);
  const { settings } = readContent(folder);
  const answers = await askQuestions(
    {
      number: '5',
      sent: 'Harbin, March 9, 1936',
      received: '[Received March 9—1 p.m.]',
      text: 'x',
    },
    () =>
      Promise.resolve({
        register,
        volumes: settings?.volumes ?? {},
        taken: new Set(['tsitsihar-1936-5']),
        textFault: () => undefined,
      }),
    {
      question: (text) => {
        asked.push(text);
        // The editor enters the new post while the question stands.
        const harbin = register.get('harbin');
        if (said.some((sentence) => sentence.includes('Did you mean harbin?')) && harbin)
          register = new Map([...register, ['tsitsihar', { ...harbin, id: 'tsitsihar' }]]);
        return Promise.resolve(
          replies.shift() ?? (text.includes('Address') ? 'https://example.org/1' : text.includes('letter,') ? 'b' : ''),
        );
      },
    },
    (sentence) => said.push(sentence),
  );
  expect(answers).toMatchObject({ kind: 'telegram', post: 'tsitsihar', year: '1936', letter: 'b' });
  expect(said).toContain('tsitsihar-1936-5 is here already, and stays as it is.');
  expect(asked.slice(0, 2)).toEqual(
    Array(2).fill('What it is: telegram, despatch, letter, memorandum, note [telegram]: '),
  );
  expect(said).toContain('  A document is a telegram, despatch, letter, memorandum, note; not “cable”.');
  expect(said.some((sentence) => sentence.includes('Did you mean harbin?'))).toBe(true);
});
