/** Which paragraphs of a text continue which of its earlier version, told by their fingerprints. */

/**
 * For each present fingerprint the index of the sealed one that it continues;
 * what is new has none. Equal ones are matched in order; between two that match,
 * changed ones are matched in order too.
 */
export function matched(sealed: readonly string[], present: readonly string[]): (number | undefined)[] {
  const pairs: (number | undefined)[] = present.map(() => undefined);
  let fromSealed = 0;
  let fromPresent = 0;
  const ends = [[sealed.length, present.length] as const];
  for (const [endSealed, endPresent] of [...commonInOrder(sealed, present), ...ends]) {
    const changed = Math.min(endSealed - fromSealed, endPresent - fromPresent);
    for (let step = 0; step < changed; step++) pairs[fromPresent + step] = fromSealed + step;
    if (endPresent < present.length) pairs[endPresent] = endSealed;
    fromSealed = endSealed + 1;
    fromPresent = endPresent + 1;
  }
  return pairs;
}

/** Indices of the longest common subsequence of two lists, as pairs in order. */
function commonInOrder(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const head = a.slice(0, start).map((_, index) => [index, index] as const);
  const rows = a.length - start;
  const columns = b.length - start;
  // lengths[i][j]: length of the longest common subsequence of what follows a[i] and b[j].
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      const row = lengths[i];
      if (!row) continue;
      row[j] = a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const tail: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < rows && j < columns;) {
    if (a[start + i] === b[start + j]) tail.push([start + i++, start + j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [...head, ...tail];
}
