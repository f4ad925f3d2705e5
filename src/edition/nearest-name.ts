/** Suggests what an editor probably meant. */
import { distance } from 'fastest-levenshtein';

/** A word as it is compared: small letters without accents. */
const plain = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Its parts in one order, since a person is written `Boris Stomonyakov` and filed `stomonyakov-boris`. */
const sorted = (words: string): string =>
  words
    .split(/[\s,.-]+/)
    .sort()
    .join('-');

/**
 * The candidate nearest to what was written, regardless of case, accents and the order of its
 * words; undefined where none is near enough to be meant (more than a third of the letters differ).
 */
export function nearestName(written: string, candidates: Iterable<string>): string | undefined {
  let best: { name: string; cost: number } | undefined;
  // Nobody means a name by a whole paragraph, and the comparison takes time with its length.
  const own = plain(written.slice(0, 100));
  for (const name of candidates) {
    const other = plain(name);
    const cost = Math.min(distance(own, other), distance(sorted(own), sorted(other)));
    if (best === undefined || cost < best.cost) best = { name, cost };
  }
  const limit = Math.max(1, Math.floor(own.length / 3));
  return best !== undefined && best.cost <= limit ? best.name : undefined;
}
