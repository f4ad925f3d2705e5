/** A site that stands where a build will publish, and must stand there still when that build has failed. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { markerFile } from '../../src/integration/output-folder.ts';

/** Writes it into a folder, which is made. */
export function writeLastGoodSite(folder: string): void {
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), 'the last good site');
  writeFileSync(join(folder, markerFile), '');
}

export function expectLastGoodSite(folder: string): void {
  expect(readdirSync(folder)).toEqual([markerFile, 'index.html']);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('the last good site');
}
