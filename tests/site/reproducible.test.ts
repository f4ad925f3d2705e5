import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildEdition } from '../setup/edition-build.ts';
import { siteFolder } from '../setup/site.ts';

test('two builds, in two folders, are byte for byte the same', { timeout: 120_000 }, async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  const again = join(scratch, 'again');
  const { code, output } = await buildEdition(again);
  expect(code, output).toBe(0);

  const files = filesOf(siteFolder);
  expect(filesOf(again)).toEqual(files);
  const different = files.filter(
    (file) => !readFileSync(join(again, file)).equals(readFileSync(join(siteFolder, file))),
  );
  expect(different).toEqual([]);
});

function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}
