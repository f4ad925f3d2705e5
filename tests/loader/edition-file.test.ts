import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readEdition, writeEdition } from '../../src/loader/edition-file.ts';
import { readContent } from '../../src/loader/read-content.ts';

test('an edition is read back as the checker wrote it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { documents, register, settings, ledger } = await readContent('content');
  if (settings === undefined) throw new Error('edition.yaml has problems');
  expect(documents.length).toBeGreaterThan(0);
  const file = join(folder, 'edition.jsonl');
  writeEdition(file, { documents, register, settings, ledger });
  expect(readEdition(file)).toEqual({ documents, register, settings, ledger });
});
