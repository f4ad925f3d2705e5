/** Counts in words, for pages, programs and search alike. */

/** `1,163`. */
export const inFigures = (count: number): string => count.toLocaleString('en');

/** `1 problem`, `1,163 problems`. */
export const counted = (count: number, one: string): string => `${inFigures(count)} ${one}${count === 1 ? '' : 's'}`;

/** `1 document`, `1,163 documents`. */
export const documentsInWords = (count: number): string => counted(count, 'document');
