/** The edition as pages see it: what the one reader of this process has read. */
import type { Edition } from '../edition/publish.ts';
import type { SealedPublication } from '../outputs/edition-json.ts';
import { sharedReader } from './reader.ts';

/** The edition whole. */
export const loadEdition = (): Edition => sharedReader().edition();

/** Every document with its addresses and its seal, in the order of the ids. */
export const loadPublications = (): readonly SealedPublication[] => sharedReader().publications();

/**
 * One document with its addresses and its seal.
 *
 * @param id Its id, or one that it had before.
 * @throws Error when there is no such document.
 */
export function loadPublication(id: string): SealedPublication {
  const found = sharedReader().publication(id);
  if (!found) throw new Error(`There is no document ${id}.`);
  return found;
}
