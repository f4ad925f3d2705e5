/** Reads a text file of the content folder as UTF-8, or says what is wrong with it. */
import { readFile } from 'node:fs/promises';
import { fileStart, messageAt, type Message } from '../edition/problems.ts';

/** A file's text, or the problem that kept it from being read. */
export type TextFile = { readonly text: string } | { readonly problem: Message };

/** Reads a file. Never throws: a missing file, a folder or bytes that are not UTF-8 are problems. */
export async function readTextFile(path: string, shownAs: string): Promise<TextFile> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') {
      const problem = messageAt(fileStart, 'file-missing', {
        expected: `the file ${shownAs}`,
        actual: 'no such file',
        mend: 'Create it; the README says what it holds.',
      });
      return { problem };
    }
    const problem = messageAt(fileStart, 'file-unreadable', {
      expected: 'a file that can be read',
      actual: code === 'EISDIR' ? 'a folder of this name' : `a file that this program may not read (${code})`,
      mend: 'See that it is a plain file and that you may read it.',
    });
    return { problem };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const problem = messageAt(placeOfBadBytes(bytes), 'not-utf-8', {
      expected: 'a file in UTF-8',
      actual: 'bytes that are not UTF-8',
      mend: 'Save the file again with the encoding UTF-8, and see that its accents and quotation marks are right.',
    });
    return { problem };
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
