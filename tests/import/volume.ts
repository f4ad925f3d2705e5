/** The invented volume, with every construct that the volumes of Foreign Relations have. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const inventedXml = readFileSync(
  fileURLToPath(new URL('../fixtures/volume/invented.xml', import.meta.url)),
  'utf8',
);
