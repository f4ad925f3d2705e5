/** The invented volume, with every construct that the volumes of Foreign Relations have. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { charactersOfTree, firstDifference } from '../../src/import/fidelity.ts';
import { charactersOf, documentsOf, readVolume, type XmlElement } from '../../src/import/read-volume.ts';
import { toTree } from '../../src/import/to-tree.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { writeDocument } from '../../src/markdown/write-document.ts';
import { words } from '../fixtures/publications/tree.ts';

export const inventedXml = readFileSync(
  fileURLToPath(new URL('../fixtures/volume/invented.xml', import.meta.url)),
  'utf8',
);

/** The content of a document with a heading, of one paragraph if no other. */
export const headed = (head: string, rest = '<p>x</p>'): string => `<head>${head}</head>${rest}`;

/** The only document of an invented volume. */
export async function elementOf(content: string): Promise<XmlElement> {
  const body = `<body><div type="document" xml:id="d1" n="1">${content}</div></body>`;
  const [document] = documentsOf(await readVolume([inventedXml.replace(/<body>[^]*<\/body>/, () => body)]));
  if (document === undefined) throw new Error('There is no document.');
  return document.element;
}

/** What an editor finds in the file, after the record, of a document that comes through whole. */
export async function written(content: string): Promise<string> {
  const element = await elementOf(content);
  const tree = toTree(element, 'frus1899v09');
  const file = writeDocument('kind: note', tree);
  const read = readDocument(file);
  expect(read.messages).toEqual([]);
  expect(firstDifference(charactersOf(element), charactersOfTree(words(tree.fileLine), read))).toBeUndefined();
  return file.replace(/^---\n[^]*?\n---\n\n/, '');
}
