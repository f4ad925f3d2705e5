/** Reads a text file of the content folder as UTF-8, or says what is wrong with it. */
import { readFile } from 'node:fs/promises';
import type { Message } from '../edition/problems.ts';
import { finding } from '../edition/problems.ts';

const start = { line: 1, column: 1 };

/** A file's text, or the problem that kept it from being read. */
export type TextFile = { readonly text: string } | { readonly problem: Message };

/** Reads a file. Never throws: a missing file, a folder or bytes that are not UTF-8 are problems. */
export async function readTextFile(path: string, shownAs: string): Promise<TextFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return { problem: finding('file-missing', start, shownAs) };
    const reason = code === 'EISDIR' ? 'a folder of this name' : `a file that this program may not read (${code})`;
    return { problem: finding('file-unreadable', start, reason) };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: finding('not-utf-8', placeOfBadBytes(bytes)) };
  }
}

/** Line and column of the first bytes that are not UTF-8. */
function placeOfBadBytes(bytes: Buffer): { line: number; column: number } {
  // A byte that cannot be read becomes U+FFFD; one that was written is three bytes, EF BF BD.
  const text = bytes.toString('utf8');
  let at = text.indexOf('\uFFFD');
  while (at >= 0) {
    const offset = Buffer.byteLength(text.slice(0, at));
    if (bytes.subarray(offset, offset + 3).toString('hex') !== 'efbfbd') break;
    at = text.indexOf('\uFFFD', at + 1);
  }
  const before = text.slice(0, Math.max(at, 0)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
