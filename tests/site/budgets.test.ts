/** The budgets of the edition's own page, in bytes: what no noise moves. Times are the bench's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteFolder } from '../setup/site.ts';
import { attribute, compressedSize, pagesOf, type BuiltPage } from './built-site.ts';

const pages = pagesOf({ folder: siteFolder, base: '/', origin: '' });
const documents = pages.filter(({ address }) => /^\/documents\/.+/.test(address));

/** Files of the site that a page asks for when it is opened: the compressed size of each. */
function loadedFiles({ elements }: BuiltPage, kind: RegExp): { path: string; size: number }[] {
  const paths = elements.flatMap((element) => {
    const isLoaded =
      element.tagName === 'script' ||
      element.tagName === 'img' ||
      (element.tagName === 'link' &&
        /(?<!-)\b(preload|modulepreload|stylesheet|icon)\b/.test(attribute(element, 'rel') ?? ''));
    return isLoaded ? (attribute(element, 'src') ?? attribute(element, 'href') ?? []) : [];
  });
  return paths
    .filter((path) => kind.test(path))
    .map((path) => {
      const content = readFileSync(join(siteFolder, path));
      // Fonts are compressed already; no host compresses them again.
      return { path, size: path.endsWith('.woff2') ? content.length : compressedSize(content) };
    });
}

const sum = (files: readonly { size: number }[]): number => files.reduce((total, { size }) => total + size, 0);

describe.each(documents.map((page) => [page.address, page] as const))('%s', (_address, page) => {
  test('is readable after the first round trip: 14,600 bytes with its styles, one request', () => {
    expect(compressedSize(page.html)).toBeLessThanOrEqual(14_600);
    const links = page.elements.filter((one) => attribute(one, 'rel') === 'stylesheet');
    expect(links).toEqual([]);
  });

  test('has at most 6 kB of scripts, and none that holds the page up', () => {
    expect(sum(loadedFiles(page, /\.js$/))).toBeLessThanOrEqual(6_000);
    const scripts = page.elements.filter(
      (element) => element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json',
    );
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.map((script) => attribute(script, 'type'))).toEqual(scripts.map(() => 'module'));
  });

  test('has at most 35 kB of fonts, from the site itself, its text in view before they come', () => {
    const fonts = loadedFiles(page, /\.woff2$/);
    expect(fonts.length).toBeGreaterThan(0);
    expect(sum(fonts)).toBeLessThanOrEqual(35_000);
    // The others are the system's own, there at once.
    const faces = page.html.match(/@font-face\{[^}]*url\([^}]*\}/g) ?? [];
    // Signs that English does not need are in files of their own, loaded only by a page that has such a sign.
    expect(faces.filter((face) => face.includes('-english-'))).toHaveLength(fonts.length);
    expect(faces.filter((face) => !face.includes('font-display:optional'))).toEqual([]);
  });

  test('is at most 50 kB in all', () => {
    expect(compressedSize(page.html) + sum(loadedFiles(page, /./))).toBeLessThanOrEqual(50_000);
  });
});
