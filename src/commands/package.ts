/**
 * `npm run package`: writes the edition as a bag for an archive, its sources and its site, beside checksums of all:
 *
 *     npm run package -- FOLDER
 */
import { relative, resolve } from 'node:path';
import { inFigures } from '../edition/counts.ts';
import { verifying, writeBag } from '../integration/bag.ts';
import { claimOutputFolder } from '../integration/output-folder.ts';
import { readBuildSettings } from '../integration/settings.ts';
import { openReader } from '../loader/edition.ts';
import { PlainFailure } from '../loader/plain-failure.ts';
import { publishCurrent, runCommand } from './command.ts';

await runCommand(async () => {
  const [folder = 'bag', ...more] = process.argv.slice(2);
  if (folder.startsWith('-') || more.length > 0) {
    throw new PlainFailure('`npm run package` takes the folder to write into, or nothing for `bag`.');
  }
  const settings = readBuildSettings();
  const output = claimOutputFolder(resolve(folder), settings.contentDir, 'bag');
  const stamp = await publishCurrent(settings);
  const files = writeBag(output.building, settings, openReader(settings.contentDir, settings));
  await output.publish(stamp);
  output.release();
  console.log(
    `Wrote ${inFigures(files)} files: ${relative('.', resolve(folder))}. To verify them, there:\n` + verifying,
  );
});
