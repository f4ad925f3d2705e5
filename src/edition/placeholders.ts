/** What `npm run new` writes where an editor's words are still to come; `npm run seal` refuses it. */

/** Stands where the text will. */
export const placeholderText = '[Text to come.]';

/** Stands where the summary will. */
export const placeholderSummary = '[Summary to come.]';

/** Stands where the office of a correspondent will. */
export const placeholderOffice = '[Office to come.]';
