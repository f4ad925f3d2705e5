/** The stamp of a site: a fingerprint of all that goes into it, which tells whether it is still what its sources give. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildSettings } from './settings.ts';

/** What a site is made from, besides the content folder. */
const sources = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** SHA-256 over the name and bytes of every source file and the address the site is made for: the same in any folder. */
export function stampOf({ contentDir, site, base }: BuildSettings): string {
  const hash = createHash('sha256').update(`${site}\n${base}\n`);
  const add = (name: string, path: string): void => void hash.update(`${name}\n`).update(readFileSync(path));
  for (const source of [...sources, contentDir]) {
    if (statSync(source, { throwIfNoEntry: false })?.isFile()) add(source, source);
    else {
      const files = globSync('**/*', { cwd: source, withFileTypes: true }).filter((entry) => entry.isFile());
      const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
      for (const path of paths) add(path.slice(source.length), path);
    }
  }
  return hash.digest('hex');
}
