/** A table for spreadsheets: comma-separated values (RFC 4180). */

/** Writes a table, a row a line, after a byte order mark: without it, spreadsheets use an encoding of their own. */
export const spreadsheet = (rows: readonly (readonly string[])[]): string =>
  `\u{feff}${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;

/** A cell: one that would end early is quoted, one that a spreadsheet would reckon out begins with an apostrophe. */
function cell(value: string): string {
  const words = /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
