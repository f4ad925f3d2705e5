/** Suggests what an editor probably meant. */
import { distance } from 'fastest-levenshtein';
import { unaccented } from './letters.ts';

/** Its parts in one order, since a person is written `Boris Stomonyakov` and filed `stomonyakov-boris`. */
const sorted = (words: string): string =>
  words
    .split(/[\s,.-]+/)
    .sort()
    .join('-');

/** The candidate nearest to what was written, by any case, accents and order; undefined if over a third, or `most`, differs. */
export function nearestName(written: string, candidates: Iterable<string>, most?: number): string | undefined {
  // Nobody means a name by a whole paragraph, and the comparison takes time with its length.
  const own = unaccented(written.slice(0, 100));
  const costOf = (other: string): number => Math.min(distance(own, other), distance(sorted(own), sorted(other)));
  const costs = Array.from(candidates, (name) => ({ name, cost: costOf(unaccented(name)) }));
  const [best] = costs.sort((a, b) => a.cost - b.cost);
  return best && best.cost <= (most ?? Math.max(1, Math.floor(own.length / 3))) ? best.name : undefined;
}
