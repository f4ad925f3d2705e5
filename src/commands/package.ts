/**
 * `npm run package`: writes the edition as a bag for an archive, its sources and its site, beside checksums of all:
 *
 *     npm run package -- FOLDER
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifying, writeBag } from '../integration/bag.ts';
import { claimOutputFolder, publishedStamp } from '../integration/output-folder.ts';
import { PlainFailure, sentenceFor } from '../integration/plain-failure.ts';
import { readBuildSettings } from '../integration/settings.ts';
import { stampOf } from '../integration/stamp.ts';
import { openReader } from '../loader/edition.ts';

try {
  const [folder = 'bag', ...more] = process.argv.slice(2);
  if (folder.startsWith('-') || more.length > 0) {
    throw new PlainFailure('`npm run package` takes the folder to write into, or nothing for `bag`.');
  }
  const settings = readBuildSettings();
  const output = claimOutputFolder(resolve(folder), settings.contentDir, 'bag');
  const stamp = stampOf(settings);
  if (publishedStamp(settings.outDir) !== stamp) await build();
  const files = writeBag(output.building, settings, openReader(settings.contentDir, settings));
  await output.publish(stamp);
  output.release();
  console.log(
    `Wrote ${files.toLocaleString('en')} files: ${relative('.', resolve(folder))}. To verify them, there:\n` +
      verifying,
  );
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

/** Builds the site, which the published one is no longer. */
async function build(): Promise<void> {
  const starter = fileURLToPath(new URL('astro.ts', import.meta.url));
  const [code] = (await once(
    spawn(process.execPath, [starter, 'build', '--silent'], { stdio: 'inherit' }),
    'close',
  )) as [number | null];
  if (code !== 0) throw new PlainFailure('The site could not be built, so nothing was packed.');
}
