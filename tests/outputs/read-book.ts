/** Reads a book back: its files, what is wrong with it, and the text that a page of it holds. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** The files of a book as text, by their paths, in the order in which they stand in it. */
export function filesOfBook(book: Uint8Array): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(book)).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** What EPUBCheck finds wrong with a book, one line each. */
export async function bookComplaints(book: Uint8Array): Promise<string[]> {
  const { messages } = await EpubCheck.validate(book);
  return messages
    .filter(({ severity }) => severity !== 'usage')
    .map(({ id, message, location }) => `${location?.path ?? ''}:${location?.line ?? ''} ${id} ${message}`);
}

/**
 * The characters of the document on a page of a book, white space apart: those of the text, and of each note by its
 * number. The calls of notes are no part of it.
 *
 * @param xhtml The whole page; throws where it is not well-formed.
 */
export function readBookPage(xhtml: string): { text: string; notes: [printed: string, words: string][] } {
  const read = { text: '', notes: [] as [string, string][] };
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const { class: className = '' } = attributes;
    open.push(className === '' ? name : className);
    if (/^note /.test(className)) read.notes.push(['', '']);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (characters) => {
    const words = characters.replace(/\s+/g, '');
    const note = read.notes.at(-1);
    if (open.some((one) => one.startsWith('marker '))) return;
    if (open.includes('article')) read.text += words;
    else if (note && open.some((one) => one.startsWith('note '))) note[open.includes('number') ? 0 : 1] += words;
  });
  parser.write(xhtml).close();
  return read;
}
