import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readBuildSettings } from '../../src/integration/settings.ts';

/** A content folder with nothing but this `edition.yaml`. */
function contentWith(edition: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'edition.yaml'), edition);
  return folder;
}

describe('the address a build is made for', () => {
  test('without one, permalinks point at this machine, and the settings say so', () => {
    const CONTENT_DIR = contentWith('title: The Manchuria File\n');
    expect(readBuildSettings({ CONTENT_DIR })).toMatchObject({
      site: 'http://localhost:4321',
      base: '/',
      addressIsLocal: true,
    });
  });

  test('edition.yaml gives it, with the path the site stands under', () => {
    const CONTENT_DIR = contentWith('site: https://example.org/manchuria/\n');
    expect(readBuildSettings({ CONTENT_DIR })).toMatchObject({
      site: 'https://example.org',
      base: '/manchuria',
      addressIsLocal: false,
    });
  });

  test('SITE_URL and BASE_PATH win over it', () => {
    const CONTENT_DIR = contentWith('site: https://example.org/manchuria\n');
    const settings = readBuildSettings({
      CONTENT_DIR,
      SITE_URL: 'https://other.example',
      BASE_PATH: 'edition/',
    });
    expect(settings).toMatchObject({ site: 'https://other.example', base: '/edition' });
  });

  test('a path has its letters as they are, however the address writes them: Astro builds under no other', () => {
    for (const SITE_URL of ['https://example.org/é tude', 'https://example.org/%C3%A9%20tude/'])
      expect(readBuildSettings({ SITE_URL })).toMatchObject({ site: 'https://example.org', base: '/é tude' });
  });

  test.each(['C:/Program Files/Git/edition', 'https://example.org/edition', '/100%', '/%E9'])(
    '%s is no path',
    (BASE_PATH) => {
      expect(() => readBuildSettings({ SITE_URL: 'https://example.org', BASE_PATH })).toThrow(
        `BASE_PATH must be a path such as edition, not “${BASE_PATH}”.`,
      );
    },
  );

  test('an address that is left empty is none', () => {
    expect(readBuildSettings({ CONTENT_DIR: contentWith("site: ''\n") }).addressIsLocal).toBe(true);
  });

  test('what is not a web address is refused in a sentence', () => {
    const CONTENT_DIR = contentWith('site: example.org\n');
    expect(() => readBuildSettings({ CONTENT_DIR })).toThrow(
      'The site’s address must be a web address such as https://example.org, not “example.org”. Mend SITE_URL, or “site” in edition.yaml.',
    );
    expect(() => readBuildSettings({ SITE_URL: 'ftp://example.org' })).toThrow('not “ftp://example.org”.');
  });
});

describe('the folders of a build', () => {
  test('they are content and dist, where the environment names no others', () => {
    expect(readBuildSettings({})).toMatchObject({
      contentDir: resolve('content'),
      outDir: resolve('dist'),
    });
  });

  test('builds of other content or to other folders keep caches of their own', () => {
    const caches = [{}, { OUT_DIR: 'elsewhere' }, { CONTENT_DIR: 'other' }].map(
      (environment) => readBuildSettings(environment).cacheDir,
    );
    expect(new Set(caches).size).toBe(3);
  });
});

test('an edition in a folder that has a name that Astro misreads is not built in part', () => {
  expect(() => readBuildSettings({}, '/home/editor/the%20edition')).toThrow(
    /“\/home\/editor\/the%20edition”.*“%”.*Rename the folder/s,
  );
  for (const name of ['#1', 'Manchuria?', 'the * edition', 'a\\b', 'the%20edition']) {
    const folder = `/editions/${name}`;
    expect(() => readBuildSettings({}, folder)).toThrow(`“${folder}”`);
    expect(() => readBuildSettings({ CONTENT_DIR: folder })).toThrow('Rename the folder.');
    expect(() => readBuildSettings({ CACHE_DIR: folder })).toThrow('Rename the folder.');
  }
  // Measured: the site has none of its fonts where the project is there, and is whole where its content is.
  const percent = '/home/editor/the edition, 100 %';
  expect(() => readBuildSettings({}, percent)).toThrow('Astro takes “%” in its name for something else');
  for (const folder of ['/home/editor/the "File"', '/home/editor/the\nFile'])
    expect(() => readBuildSettings({}, folder)).toThrow('Rename the folder.');
  expect(readBuildSettings({ CONTENT_DIR: percent })).toMatchObject({ contentDir: percent });
});
