import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createFile } from '../../src/loader/text-file.ts';

vi.mock('node:fs', async (original) => ({
  ...(await original<typeof import('node:fs')>()),
  linkSync: () => {
    throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
  },
}));

test('a file is made once also on a disk without hard links', () => {
  const folder = mkdtempSync(join(tmpdir(), 'card-'));
  const file = join(folder, 'a/one.txt');
  expect(createFile(file, 'first')).toBe(true);
  expect(createFile(file, 'second')).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe('first');
  expect(readdirSync(join(folder, 'a'))).toEqual(['one.txt']);
  rmSync(folder, { recursive: true });
});
