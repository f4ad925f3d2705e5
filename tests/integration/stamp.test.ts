import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { markerFile, publishedStamp } from '../../src/integration/output-folder.ts';
import { readBuildSettings, type BuildSettings } from '../../src/integration/settings.ts';
import { stampOf } from '../../src/integration/stamp.ts';

interface Fixture {
  folder: string;
  settings: BuildSettings;
}

/** An edition of one document, and its site. */
beforeEach<Fixture>((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  const { folder } = context;
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'content'));
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'content/a.mdx'), 'The usual emissary');
  writeFileSync(join(folder, 'dist/index.html'), 'front');
  context.settings = readBuildSettings({ CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, 'dist') });
  writeFileSync(join(folder, 'dist', markerFile), `${stampOf(context.settings)}\n`);
});

test<Fixture>('a site whose sources are unchanged needs no build', ({ settings }) => {
  expect(publishedStamp(settings.outDir)).toBe(stampOf(settings));
});

test<Fixture>('a changed word, a new file and another address each need one', ({ settings }) => {
  const stamp = stampOf(settings);
  expect(stampOf({ ...settings, base: '/edition' })).not.toBe(stamp);
  expect(stampOf({ ...settings, site: 'https://example.org' })).not.toBe(stamp);

  writeFileSync(join(settings.contentDir, 'b.mdx'), '');
  const withNewFile = stampOf(settings);
  expect(withNewFile).not.toBe(stamp);

  writeFileSync(join(settings.contentDir, 'a.mdx'), 'The unusual emissary');
  expect(stampOf(settings)).not.toBe(withNewFile);
});

test<Fixture>('a changed word in a file that a link leads to needs one, a link that leads nowhere does not', ({
  folder,
  settings,
}) => {
  const stamp = stampOf(settings);
  symlinkSync('nowhere', join(settings.contentDir, '.#a.mdx'));
  expect(stampOf(settings)).toBe(stamp);
  writeFileSync(join(folder, 'c.mdx'), 'One');
  symlinkSync(join(folder, 'c.mdx'), join(settings.contentDir, 'c.mdx'));
  const linked = stampOf(settings);
  writeFileSync(join(folder, 'c.mdx'), 'Two');
  expect(stampOf(settings)).not.toBe(linked);
});

test<Fixture>('the same content in another folder has the same stamp', ({ folder, settings }) => {
  cpSync(settings.contentDir, join(folder, 'elsewhere'), { recursive: true });
  expect(stampOf({ ...settings, contentDir: join(folder, 'elsewhere') })).toBe(stampOf(settings));
});

test<Fixture>('a site that is gone needs one', ({ settings }) => {
  rmSync(join(settings.outDir, 'index.html'));
  expect(publishedStamp(settings.outDir)).toBeUndefined();
});
