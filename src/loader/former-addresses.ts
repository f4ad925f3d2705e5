/** Where renamed documents once stood: pages that only lead on, which no search engine should list. */
import { absolute, addresses } from '../edition/addresses.ts';
import { readLedgerFolder } from './read-ledger.ts';

/**
 * The absolute addresses that the ledger redirects; none where it is missing or broken, which the
 * checker says.
 */
export function formerAddresses(contentDir: string, site: string, base: string): ReadonlySet<string> {
  const ids = Object.keys(readLedgerFolder(contentDir).ledger.redirects);
  return new Set(ids.map((id) => absolute(site, base, addresses.document(id))));
}
