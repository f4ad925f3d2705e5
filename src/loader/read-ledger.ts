/** Reads `content/ledger/`: only plain files, each on its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { foreignFile, readLedger, type Ledger } from '../edition/ledger.ts';
import type { Problem } from '../edition/problems.ts';

/** The ledger of a content folder and what is wrong with its files; empty where nothing was sealed yet. Never throws. */
export function readLedgerFolder(folder: string): { ledger: Ledger; problems: Problem[] } {
  const files = new Map<string, Uint8Array>();
  const foreign: Problem[] = [];
  for (const { name, file } of filesIn(join(folder, 'ledger'))) {
    try {
      if (file === undefined) foreign.push(foreignFile(name, 'no plain file'));
      else files.set(name, readFileSync(file));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      foreign.push(foreignFile(name, `a file that this program may not read (${code})`));
    }
  }
  const { ledger, problems } = readLedger(files);
  const shown = basename(folder);
  return { ledger, problems: [...foreign, ...problems].map((one) => ({ ...one, file: `${shown}/${one.file}` })) };
}

/** What the folder holds, save what a system hides; no path where it is no plain file. */
function filesIn(folder: string): { name: string; file: string | undefined }[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !/^[.~]/.test(name))
      .map((entry) => ({ name: entry.name, file: entry.isFile() ? join(folder, entry.name) : undefined }));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : [{ name: '', file: undefined }];
  }
}
