/** Whether the published site is what its sources would give: a fingerprint of all that goes into it. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildSettings } from './build-settings.ts';

/** What a site is made from, besides the content folder. */
const sources = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** SHA-256 over the name and bytes of every source file and over the address the site is made for. */
export function stampOf({ contentDir, origin, base }: BuildSettings): string {
  const hash = createHash('sha256').update(`${origin}\n${base}\n`);
  for (const source of [...sources, contentDir]) {
    for (const file of filesOf(source)) hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Whether the site in the output folder was built from sources with this stamp. */
export function isCurrent(settings: BuildSettings, stamp: string): boolean {
  const file = stampFile(settings);
  return existsSync(join(settings.outDir, 'index.html')) && existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Remembers what the site in the output folder was built from. */
export function keepStamp(settings: BuildSettings, stamp: string): void {
  mkdirSync(settings.cacheDir, { recursive: true });
  writeFileSync(stampFile(settings), stamp);
}

/** Outside the site, so that two builds stay byte for byte the same. */
function stampFile({ cacheDir }: BuildSettings): string {
  return join(cacheDir, 'site.sha256');
}

/** Every file under a path, or the path itself, in an order that does not change. */
function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return globSync('**/*', { cwd: path, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
