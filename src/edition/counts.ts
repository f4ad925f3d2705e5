/** Counts in words, for pages and search alike. */

/** `1 document`, `1,163 documents`. */
export const documentsInWords = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'document' : 'documents'}`;
