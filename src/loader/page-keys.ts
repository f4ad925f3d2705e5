/** What a document's page is made from, as one fingerprint: where it is as it was, the page is too. */
import { createHash } from 'node:crypto';
import type { Register } from '../schema/register.ts';

/**
 * Gives what tells a page from any other: all it is given, and the register whole, which is hashed
 * once. Astro sees to the sources and the site's address, and takes the page it made last time.
 */
export function pageKeys(register: Register): (given: unknown) => string {
  const registered = createHash('sha256').update(JSON.stringify([...register]));
  return (given) => registered.copy().update(JSON.stringify(given)).digest('hex');
}
