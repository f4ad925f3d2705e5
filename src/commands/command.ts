/** What commands share: how one ends, where the content is, what day it is, and the build that some begin with. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishedStamp } from '../integration/output-folder.ts';
import type { BuildSettings } from '../integration/settings.ts';
import { stampOf } from '../integration/stamp.ts';
import { PlainFailure, sentenceFor } from '../loader/plain-failure.ts';

/** Runs a command. Its exit code is what `work` gives, 0 if nothing; where it fails, a sentence says why. */
export async function runCommand(work: () => number | undefined | Promise<number | undefined>, failed = 1) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exitCode = failed;
  }
}

/** Absolute path of the content folder, `CONTENT_DIR` or `content`. */
export const contentFolder = (): string => resolve(process.env['CONTENT_DIR'] || 'content');

/** The editor’s own day, as an ISO date; Sweden writes it as YYYY-MM-DD. */
export const today = (): string => new Date().toLocaleDateString('sv');

/** Builds the site anew where its sources have changed, in a process that ends with this one; gives their stamp. */
export async function publishCurrent(settings: BuildSettings): Promise<string> {
  const stamp = stampOf(settings);
  if (publishedStamp(settings.outDir) === stamp) return stamp;
  console.log('Building the site …');
  const starter = fileURLToPath(new URL('astro.ts', import.meta.url));
  const child = spawn(process.execPath, [starter, 'build', '--silent'], { stdio: [0, 1, 2, 'ipc'] });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new PlainFailure('The site could not be built.');
  return stamp;
}
