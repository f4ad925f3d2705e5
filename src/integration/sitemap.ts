/** Which pages the sitemap lists. */
import { addresses } from '../edition/addresses.ts';
import { sharedReader } from '../loader/edition.ts';

/**
 * Whether search engines should list a page: not the page 404, and none that only leads on to the present
 * address of a renamed document.
 *
 * @param page Its absolute address.
 */
export function isListed(page: string): boolean {
  const former = Object.keys(sharedReader().content().ledger.redirects);
  return !['/404/', ...former.map(addresses.document)].some((address) => page.endsWith(address));
}
