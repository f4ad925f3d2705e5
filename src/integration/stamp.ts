/** The stamp of a site: a fingerprint of all that goes into it, which tells whether it is still what its sources give. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { BuildSettings } from './settings.ts';

/** What a site is made from, besides the content folder. */
const sources = ['src/**/*', 'public/**/*', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** SHA-256 over the name and bytes of every source file and the address the site is made for: the same in any folder. */
export function stampOf({ contentDir, site, base }: BuildSettings): string {
  const hash = createHash('sha256').update(`${site}\n${base}\n`);
  const add = (cwd: string, patterns: readonly string[]): void => {
    const files = globSync(patterns, { cwd, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
      hash.update(`${relative(cwd, path)}\n`).update(readFileSync(path));
  };
  add('.', sources);
  add(contentDir, ['**/*']);
  return hash.digest('hex');
}
