/**
 * `npm run new`: writes a document that passes `npm run check`, from flags, or by asking.
 *
 *     npm run new -- --post moscow --number 40 --file-number "761.9315 Manchuria/36" …
 */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { addresses } from '../edition/addresses.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { formatProblem } from '../edition/problems.ts';
import { meant } from '../edition/problems.ts';
import { documentPaths } from '../loader/read-content.ts';
import { readRecords } from '../loader/read-records.ts';
import type { Answers, Around } from './new-answers.ts';
import { questions } from './new-questions.ts';
import { readAnswers } from './read-answers.ts';
import { askQuestions } from './ask-questions.ts';
import { writeEditorSchemas } from './editor-schemas.ts';
import { newDocument } from './new-document.ts';
import { PlainFailure, sentenceFor } from '../integration/plain-failure.ts';

try {
  const given = readFlags(process.argv.slice(2));
  if (given === 'help') console.log(help());
  else await makeDocument(resolve(process.env['CONTENT_DIR'] || 'content'), given);
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

/** Makes the document, and says what was made and what comes next. */
async function makeDocument(folder: string, given: Answers): Promise<void> {
  const shown = basename(folder);
  const records = readRecords(folder, shown);
  const { settings, problems, ledger } = records;
  if (!settings || problems.length > 0) {
    throw new PlainFailure([...problems.map(formatProblem), 'Nothing was written: mend this first.'].join('\n\n'));
  }
  const ids = new Set(documentPaths(folder).map(({ id }) => id));
  const { documents, redirects } = ledger;
  const taken = new Set([...ids, ...Object.keys(documents), ...Object.keys(redirects)]);
  let around: Around = {
    register: records.register,
    volumes: settings.volumes,
    taken,
    textFault,
  };
  /** The registers as they are now; as they were, while an editor has one half written. */
  const look = (): Promise<Around> => {
    const { register, problems: slips } = readRecords(folder, shown);
    if (slips.length === 0) around = { ...around, register };
    return Promise.resolve(around);
  };
  const answers = process.stdin.isTTY ? await ask(given, look) : complete(given, around);
  const text = answers['text'] === undefined ? undefined : readText(answers['text']);
  // A plain text refers to no other document, so none is read for it.
  const rest = { ...records, settings, ids, drafts: new Map() };
  const made = newDocument(answers, rest, text, today());
  const file = `${shown}/documents/${made.id}.mdx`;
  if (made.problems.length > 0) {
    throw new PlainFailure([...made.problems.map(formatProblem), `Nothing was written to ${file}.`].join('\n\n'));
  }
  await writeFile(join(folder, 'documents', `${made.id}.mdx`), made.text, { flag: 'wx' });
  if (folder === resolve('content')) await writeEditorSchemas('.', folder).catch(() => undefined);
  console.log(whatNext(file, made.id, text !== undefined));
}

/** Takes the flags and what is likely for the rest; says all that is missing or wrong at once. */
function complete(given: Answers, around: Around): Answers {
  const { answers, taken, missing, faults } = readAnswers(given, around);
  if (missing.length + faults.length > 0) {
    throw new PlainFailure(
      [
        ...faults,
        ...missing.map(({ flag, ask, because }) =>
          [...(because ? [because(answers)] : []), `--${flag} is missing: ${ask}.`].join(' '),
        ),
        'Nothing was written. `npm run new -- --help` lists all that can be said.',
      ].join('\n'),
    );
  }
  for (const flag of taken) console.log(`Taken as likely: --${flag} ${quoted(answers[flag] ?? '')}`);
  return answers;
}

/** Asks at the terminal for what the flags leave open. */
async function ask(given: Answers, look: () => Promise<Around>): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const stop = new AbortController();
  // A question that is open when the terminal closes is never answered: it has to be called off.
  terminal.on('SIGINT', () => terminal.close()).on('close', () => stop.abort());
  const question = (text: string) => terminal.question(text, { signal: stop.signal });
  try {
    const answers = await askQuestions(given, look, { question }, console.log);
    return complete(answers, await look());
  } catch (error) {
    if (error instanceof PlainFailure) throw error;
    throw new PlainFailure('\nStopped; nothing was written.');
  } finally {
    terminal.close();
  }
}

/** The flags, one for each question; `help` where that is what is wanted. */
function readFlags(words: readonly string[]): Answers | 'help' {
  const options = Object.fromEntries(questions.map(({ flag }) => [flag, { type: 'string' } as const]));
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { ...options, help: { type: 'boolean' } },
    });
    const { help, ...answers } = values;
    return help ? 'help' : answers;
  } catch (error) {
    const written = /^Unknown option '--([\w-]+)'/.exec(sentenceFor(error))?.[1] ?? '';
    const near = nearestName(
      written,
      questions.map(({ flag }) => flag),
    );
    throw new PlainFailure(
      `${sentenceFor(error)}. ${meant(near && `--${near}`)}\n\`npm run new -- --help\` lists all flags. Words with spaces stand in quotation marks.`,
    );
  }
}

function help(): string {
  const rows = questions.map(({ flag, ask, field }) => {
    const fills = field === '' ? '' : ` (${field})`;
    return `  --${flag.padEnd(17)} ${ask}${fills}`;
  });
  return [
    'npm run new -- [flags] writes a new document. At a terminal it asks for what no flag gives.',
    'The field of the record that a flag fills stands in parentheses.',
    '',
    ...rows,
  ].join('\n');
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof TypeError)
      throw new PlainFailure(
        `${path} is not plain text in UTF-8. Save it again as such: a word processor’s own format cannot be read.`,
      );
    if (code === 'ENOENT')
      throw new PlainFailure(`There is no file ${path}. Give its way from this folder, or in full.`);
    throw error;
  }
}

function textFault(path: string): string | undefined {
  try {
    readText(path);
    return undefined;
  } catch (error) {
    return sentenceFor(error);
  }
}

function whatNext(file: string, id: string, hasText: boolean): string {
  return [
    `Written: ${file}. It passes the check.`,
    'Next:',
    hasText
      ? '  1. Compare its text with the copy-text, and mark what wants a mark.'
      : '  1. Open it, and write its text in place of [Text to come.].',
    '  2. npm run check',
    `  3. npm start, and read it at http://localhost:4321${addresses.document(id)}`,
    '  4. npm run seal, when it is ready to be published.',
  ].join('\n');
}

function quoted(words: string): string {
  return /^[\w:/.-]+$/.test(words) ? words : `"${words}"`;
}

/** This day by this machine's clock: the editor's own. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
