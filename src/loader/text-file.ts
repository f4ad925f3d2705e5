/** Text files of the content folder: read as UTF-8, where nothing is wrong with one, and replaced at one stroke. */
import { isUtf8 } from 'node:buffer';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Point } from '../edition/document.ts';
import { fileStart, saidAt, type Message } from '../edition/problems.ts';

/** No file of an edition is larger: a volume's contents with a thousand documents are a tenth of it. In bytes. */
const largest = 16_000_000;

/** Reads a file, `shownAs` in messages. Never throws: what keeps it from being read is a message. */
export function readTextFile(path: string, shownAs: string): { readonly text: string } | { readonly problem: Message } {
  const unreadable = (actual: string) => ({
    problem: saidAt(fileStart, 'file-unreadable')`
      a file that can be read
      ${actual}
      See that it is a plain file and that you may read it.`,
  });
  let bytes: Buffer;
  try {
    const file = statSync(path);
    if (file.isDirectory()) return unreadable('a folder of this name');
    if (!file.isFile()) return unreadable('a pipe or device of this name');
    if (file.size > largest) return unreadable(`a file of ${file.size} bytes; the largest that is read has ${largest}`);
    bytes = readFileSync(path);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code !== 'ENOENT') return unreadable(`a file that this program may not read (${code})`);
    const problem = saidAt(fileStart, 'file-missing')`
      the file ${shownAs}
      no such file
      Create it; the README says what it holds.`;
    return { problem };
  }
  if (!isUtf8(bytes)) {
    const problem = saidAt(placeOfBadBytes(bytes), 'not-utf-8')`
      a file in UTF-8
      bytes that are not UTF-8
      Save the file again with the encoding UTF-8, and see that its accents and quotation marks are right.`;
    return { problem };
  }
  const text = bytes.toString();
  const at = text.search(/^<{7} [^]*?^={7}\r?$[^]*?^>{7} /m);
  if (at < 0) return { text };
  const mend = /\/volumes\/[^/]+$/.test(shownAs)
    ? 'Import the volume again, which writes the file anew'
    : 'Keep what is right of both, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>';
  const problem = saidAt({ line: text.slice(0, at).split('\n').length, column: 1 }, 'not-merged')`
    one text
    two, as Git leaves them where two people changed the same lines
    ${mend}.`;
  return { problem };
}

/** Line and column of the first bytes that are not UTF-8: they are read as U+FFFD, which is written with others. */
function placeOfBadBytes(bytes: Buffer): Point {
  const readable = Buffer.from(bytes.toString());
  const at = bytes.findIndex((byte, index) => byte !== readable[index]);
  const before = bytes.subarray(0, at).toString();
  // The byte of `ï` in Latin-1 is also the first of that sign.
  const lines = before.replace(/\uFFFD$/, '').split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** The text of a file as it stands; undefined where there is none. */
export const textIn = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/** Writes beside a file under a hidden name of this process alone, which no reader of content sees; gives its path. */
function writeBeside(file: string, content: string | Uint8Array): string {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(beside, content);
  } catch (error) {
    rmSync(beside, { force: true });
    // A full disk does not say which file it has no room for.
    throw Object.assign(error as Error, { path: file });
  }
  return beside;
}

/** Replaces a file, or makes it with the folders above it, at one stroke. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  renameSync(writeBeside(file, content), file);
}

/** Makes a file with the folders above it, whole or not at all; says whether there was none before. */
export function createFile(file: string, content: string): boolean {
  const beside = writeBeside(file, content);
  try {
    linkSync(beside, file);
  } catch {
    if (existsSync(file)) return false;
    // A disk without hard links, as of a memory card.
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
  return true;
}
