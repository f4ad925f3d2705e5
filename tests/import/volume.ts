/** The invented volume, with every construct that the volumes of Foreign Relations have. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { documentsOf, readVolume, type XmlElement } from '../../src/import/read-volume.ts';

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
