import fs, { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createFile } from '../../src/loader/text-file.ts';

test('a file is made once also on a disk without hard links', () => {
  // Not the module in another's place, which would not be known where a test before this one has loaded it.
  const link = vi.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  });
  syncBuiltinESMExports();
  const folder = mkdtempSync(join(tmpdir(), 'card-'));
  onTestFinished(() => {
    link.mockRestore();
    syncBuiltinESMExports();
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'a/one.txt');
  expect(createFile(file, 'first')).toBe(true);
  expect(createFile(file, 'second')).toBe(false);
  expect(link).toHaveBeenCalledTimes(2);
  expect(readFileSync(file, 'utf8')).toBe('first');
  expect(readdirSync(join(folder, 'a'))).toEqual(['one.txt']);
});
