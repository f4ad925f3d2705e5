/** Suggests what an editor probably meant. */

/** Edits (insert, delete, replace, swap neighbours) that turn one word into another. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (rows[row - 1]?.[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        cost = Math.min(cost, (rows[row - 2]?.[column - 2] ?? Infinity) + 1);
      }
      line.push(cost);
    }
    rows.push(line);
  }
  return rows[from.length]?.[to.length] ?? Infinity;
}

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
  const own = plain(written);
  for (const name of candidates) {
    const other = plain(name);
    const cost = Math.min(distance(own, other), distance(sorted(own), sorted(other)));
    if (best === undefined || cost < best.cost) best = { name, cost };
  }
  const limit = Math.max(1, Math.floor(written.length / 3));
  return best !== undefined && best.cost <= limit ? best.name : undefined;
}
