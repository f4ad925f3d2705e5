/** Where renamed documents once stood: pages that only lead on, which no search engine should list. */
import { join } from 'node:path';
import { absolute, addresses } from '../edition/addresses.ts';
import { readLedger } from '../edition/ledger.ts';
import { readTextFile } from './text-file.ts';

/**
 * The absolute addresses that the ledger redirects; none where it is missing or broken, which the
 * checker says.
 */
export async function formerAddresses(contentDir: string, site: string, base: string): Promise<ReadonlySet<string>> {
  const file = await readTextFile(join(contentDir, 'permalinks.json'), 'permalinks.json');
  const { ledger } = 'text' in file ? readLedger(file.text) : {};
  const ids = Object.keys(ledger?.redirects ?? {});
  return new Set(ids.map((id) => absolute(site, base, addresses.document(id))));
}
