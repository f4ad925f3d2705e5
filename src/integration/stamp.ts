/** The stamp of a site: a fingerprint of all that goes into it, which tells whether it is still what its sources give. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildSettings } from './settings.ts';

/** What a site is made from, besides the content folder. */
const sources = ['src/**/*', 'public/**/*', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** SHA-256 over the name and bytes of every source file and the address the site is made for: the same in any folder. */
export function stampOf({ contentDir, site, base }: BuildSettings): string {
  const hash = createHash('sha256').update(`${site}\n${base}\n`);
  const add = (cwd: string, patterns: readonly string[]): void => {
    // A link to a file is read as the file.
    const isFile = (path: string) => statSync(join(cwd, path), { throwIfNoEntry: false })?.isFile();
    for (const path of globSync(patterns, { cwd }).filter(isFile).sort())
      hash.update(`${path}\n`).update(readFileSync(join(cwd, path)));
  };
  add('.', sources);
  add(contentDir, ['**/*']);
  return hash.digest('hex');
}
