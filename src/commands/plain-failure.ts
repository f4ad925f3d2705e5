/** How a command says what stopped it: in sentences, without a stack. */
import { stripVTControlCharacters } from 'node:util';

/** A failure whose message is written for the person at the keyboard. */
export class PlainFailure extends Error {
  override name = 'PlainFailure';
}

/** What the system's errors mean for somebody at the keyboard. */
const systemReasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'that disk can only be read',
  ENOENT: 'it is not there',
  ENOTDIR: 'a file stands where a folder is expected',
  EBUSY: 'another program is using it',
  EFBIG: 'a file would be larger than this system allows',
};

/** How the parts of Astro that are no JavaScript word the same errors. */
const foreignWords: Readonly<Record<string, string>> = {
  'No space left on device': 'ENOSPC',
  'Disk quota exceeded': 'EDQUOT',
  'Permission denied': 'EACCES',
  'Read-only file system': 'EROFS',
  'File too large': 'EFBIG',
};

/** Anything thrown, as a plain sentence. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof PlainFailure) return error.message;
  if (error.name === 'AbortError') return 'Stopped; nothing was changed.';
  const { code, message, dest, path } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = code === undefined ? undefined : systemReasons[code];
  const place = dest ?? path;
  if (reason === undefined) return message.split('\n', 1)[0] ?? message;
  return `This could not be done${place === undefined ? '' : ` at ${place}`}: ${reason}.`;
}

/** How every line of Astro's log begins; an error that ends it may come without. */
const logged = /^\d\d:\d\d:\d\d /;
const loggedError = /^\d\d:\d\d:\d\d \[ERROR\]/;

/** What of an error's lines is for programmers. */
const stack = /^\s*(?:at |\d+: |Stack (?:back)?trace:)/;

/**
 * What Astro said when it ended with an error, without its progress, colours and stack.
 *
 * @param output all it wrote
 */
export function sayingOf(output: string): string {
  const lines = stripVTControlCharacters(output).split(/\r?\n/);
  const error = lines.findIndex((line) => loggedError.test(line));
  const start = error === -1 ? lines.findLastIndex((line) => logged.test(line)) + 1 : error;
  const saying = lines
    .slice(start)
    .filter((line) => line.trim() !== '' && !stack.test(line))
    .map((line) => line.replace(logged, ''));
  const foreign = Object.entries(foreignWords).find(([words]) => output.includes(words))?.[1];
  const reason = Object.entries(systemReasons).find(([code]) => code === foreign || output.includes(`${code}:`))?.[1];
  const first = reason === undefined ? [] : [`${reason}:`];
  return [...first, ...saying.slice(0, 12)].join('\n');
}
