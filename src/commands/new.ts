/**
 * `npm run new`: writes a document that passes `npm run check`, from flags, or by asking.
 *
 *     npm run new -- --kind telegram --fileNumber "761.9315 Manchuria/36" --sender.place moscow …
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { nearestName } from '../edition/nearest-name.ts';
import { meant } from '../edition/problems.ts';
import { PlainFailure, sentenceFor } from '../loader/plain-failure.ts';
import { contentFolder, runCommand } from './command.ts';
import { flags, makeDocument, type Answers } from './new-document.ts';

/** Short names of flags. */
const short: Readonly<Record<string, string>> = {
  'file-number': 'fileNumber',
  post: 'sender.place',
  to: 'recipient.place',
  sent: 'dateSent.date',
  dateline: 'dateSent.printed',
  received: 'dateReceived.date',
  document: 'source.document',
};

await runCommand(async () => {
  const given = readFlags(process.argv.slice(2));
  if (given === 'help') console.log(help());
  else if (process.stdin.isTTY) await interview(given);
  else await makeDocument(contentFolder(), given);
});

/** Asks at the terminal. */
async function interview(given: Answers): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const stop = new AbortController();
  // A question that is open when the terminal closes is never answered: it has to be called off.
  terminal.on('SIGINT', () => terminal.close()).on('close', () => stop.abort());
  try {
    await makeDocument(contentFolder(), given, (question) =>
      terminal.question(question, { signal: stop.signal }).catch(() => {
        throw new PlainFailure('\nStopped; nothing was written.');
      }),
    );
  } finally {
    terminal.close();
  }
}

/** The flags, one for each question and field; `help` where that is what is wanted. */
function readFlags(words: readonly string[]): Answers | 'help' {
  const names = [...flags.keys(), ...Object.keys(short), 'number'];
  const options = Object.fromEntries(names.map((flag) => [flag, { type: 'string' } as const]));
  try {
    const { values } = parseArgs({ args: [...words], options: { ...options, help: { type: 'boolean' } } });
    const { help: wanted, ...given } = values as Record<string, string>;
    const isWired = /^(?:telegram|circular)$/.test(given['kind'] ?? 'telegram');
    const number = isWired ? 'telegramNumber' : 'despatchNumber';
    const inFull = (flag: string): string => (flag === 'number' ? number : (short[flag] ?? flag));
    return wanted ? 'help' : Object.fromEntries(Object.entries(given).map(([flag, of]) => [inFull(flag), of]));
  } catch (error) {
    const sentence = sentenceFor(error).replace(/\.$/, '');
    const written = /^Unknown option '--([\w.-]+)'/.exec(sentence)?.[1] ?? '';
    const near = nearestName(written, names);
    const advice =
      '`npm run new -- --help` lists all flags. Words with spaces stand in quotation marks; those that begin with a dash follow an =, as in --heading="- - -".';
    throw new PlainFailure(`${sentence}.\n${meant(near && `--${near}`)}${advice}`);
  }
}

function help(): string {
  return [
    'npm run new -- [flags] writes a new document. At a terminal it asks for what it needs and no flag gives.',
    '',
    ...[...flags].map(([flag, says]) => `  --${flag.padEnd(22)} ${says}`),
    '',
    ...Object.entries(short).map(([name, flag]) => `  --${name.padEnd(22)} --${flag}`),
    '  --number                 --telegramNumber or --despatchNumber',
  ].join('\n');
}
