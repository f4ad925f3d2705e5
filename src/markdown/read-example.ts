/** An example for the method page, read as a document is. */
import type { DocumentText } from '../edition/document.ts';
import { readDocument } from './read-document.ts';

/**
 * Reads an example.
 *
 * @param name What it is an example of, for the message.
 * @throws Error when the reader finds a problem in it.
 */
export function readExample(name: string, written: string): DocumentText {
  // A document begins with a paragraph: before a list, a number would be that of the telegram.
  const file = `---\nx: y\n---\n\n# Example\n\nWords.\n\n${written}\n`;
  const { messages: problems, heading, body: all, notes } = readDocument(file);
  if (problems.length > 0) {
    throw new Error(`The example of ${name} cannot be read: ${problems[0]?.actual}`);
  }
  return { heading, body: all.slice(1), notes };
}
