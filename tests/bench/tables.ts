/** The bench's figures as tables for the terminal. */
import type { SearchCosts } from './costs-of-searching.ts';
import type { Usage } from './measure.ts';

/** All that is measured of an edition of one size. */
export interface Measured {
  readonly documents: number;
  readonly cold: Usage;
  readonly warm: Usage;
  readonly stockCold: Usage;
  readonly stockWarm: Usage;
  readonly siteBytes: number;
  readonly siteFiles: number;
  readonly indexBytes: number;
  readonly searches: SearchCosts;
}

type Row = readonly string[];

/** Prints what building cost, then what searching costs. */
export function printTables(results: readonly Measured[]): void {
  console.log('\nBuilding. CPU of Node, all outputs, without Pagefind; peak of the largest process.\n');
  print([
    ['documents', 'build', 'clock s', 'CPU s', 'CPU ms/document', 'of stock CPU', 'Pagefind CPU s', 'peak MB'],
    ...results.flatMap((one) => [
      building(one, 'ours, cold', one.cold, one.stockCold),
      building(one, 'ours, warm', one.warm, one.stockWarm),
      building(one, 'stock Astro MDX, cold', one.stockCold, one.stockCold),
      building(one, 'stock Astro MDX, warm', one.stockWarm, one.stockWarm),
    ]),
  ]);
  console.log('\nWhat is published.\n');
  print([
    ['documents', 'files', 'site MB', 'search index MB'],
    ...results.map((one) => [
      whole(one.documents),
      whole(one.siteFiles),
      (one.siteBytes / 1e6).toFixed(1),
      (one.indexBytes / 1e6).toFixed(2),
    ]),
  ]);
  printSearches(results.map(({ documents, searches }) => [documents, searches] as const));
}

/** Prints what searching cost in editions of some numbers of documents. */
export function printSearches(costs: readonly (readonly [documents: number, searches: SearchCosts])[]): void {
  console.log('\nThe first result, from the first keystroke, nothing loaded before.\n');
  print([
    ['documents', 'query', 'requests', 'kB', 'ms'],
    ...costs.flatMap(([documents, { first }]) =>
      Object.entries(first).map(([query, cost]) => [
        whole(documents),
        query,
        whole(cost.requests),
        (cost.bytes / 1000).toFixed(1),
        cost.milliseconds.toFixed(0),
      ]),
    ),
  ]);
  console.log('\nEach further keystroke, until the page says what was found.\n');
  print([
    ['documents', 'keystrokes', 'median ms', 'of ten the slowest ms', 'longest ms'],
    ...costs.map(([documents, { further }]) => [
      whole(documents),
      whole(further.length),
      ...[0.5, 0.9, 1].map((part) => (further[Math.ceil(further.length * part) - 1] ?? NaN).toFixed(0)),
    ]),
  ]);
}

/** @param stock The same build by stock Astro, in the same run: a busy machine slows both alike. */
function building({ documents }: Measured, name: string, usage: Usage, stock: Usage): Row {
  return [
    whole(documents),
    name,
    usage.seconds.toFixed(1),
    usage.cpuSeconds.toFixed(1),
    ((usage.cpuSeconds / documents) * 1000).toFixed(1),
    (usage.cpuSeconds / stock.cpuSeconds).toFixed(2),
    usage.otherCpuSeconds?.toFixed(1) ?? 'not known',
    usage.peakMegabytes.toFixed(0),
  ];
}

function whole(value: number): string {
  return value.toLocaleString('en');
}

/** Rows under one another, the first being the head; words to the left, figures to the right. */
export function print(rows: readonly Row[]): void {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isFigure = head.map((_, column) => body.every((row) => /^[\d.,]+$/.test(row[column] ?? '')));
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return isFigure[column] ? cell.padStart(width) : cell.padEnd(width);
    });
    console.log(cells.join('  ').trimEnd());
  }
}
