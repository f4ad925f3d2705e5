import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { readBuildSettings, type BuildSettings } from '../../src/commands/build-settings.ts';
import { isCurrent, keepStamp, stampOf } from '../../src/commands/build-stamp.ts';

interface Fixture {
  settings: BuildSettings;
}

/** An edition of one document, its site built and its stamp kept. */
beforeEach<Fixture>((context) => {
  const folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'content'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'content/a.mdx'), 'The usual emissary');
  writeFileSync(join(folder, 'dist/index.html'), 'front');
  context.settings = readBuildSettings({
    CONTENT_DIR: join(folder, 'content'),
    OUT_DIR: join(folder, 'dist'),
    CACHE_DIR: join(folder, 'cache'),
  });
  keepStamp(context.settings, stampOf(context.settings));
});

test<Fixture>('a site whose sources are unchanged needs no build', ({ settings }) => {
  expect(isCurrent(settings, stampOf(settings))).toBe(true);
});

test<Fixture>('a changed word, a new file and another address each need one', ({ settings }) => {
  const stamp = stampOf(settings);
  expect(stampOf({ ...settings, base: '/edition' })).not.toBe(stamp);
  expect(stampOf({ ...settings, origin: 'https://example.org' })).not.toBe(stamp);

  writeFileSync(join(settings.contentDir, 'b.mdx'), '');
  const withNewFile = stampOf(settings);
  expect(withNewFile).not.toBe(stamp);

  writeFileSync(join(settings.contentDir, 'a.mdx'), 'The unusual emissary');
  expect(stampOf(settings)).not.toBe(withNewFile);
  expect(isCurrent(settings, stampOf(settings))).toBe(false);
});

test<Fixture>('a site that is gone needs one', ({ settings }) => {
  rmSync(join(settings.outDir, 'index.html'));
  expect(isCurrent(settings, stampOf(settings))).toBe(false);
});
