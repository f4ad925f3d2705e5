/** The style sheets of the pages, as text: the layout writes them into the page, so that it is read after one request. */
import base from './base.css?inline';
import document from './document.css?inline';
import fonts from './fonts.css?inline';
import frame from './frame.css?inline';
import lists from './lists.css?inline';
import notes from './notes.css?inline';
import print from './print.css?inline';
import prose from './prose.css?inline';
import record from './record.css?inline';
import search from './search.css?inline';
import text from './text.css?inline';

/** What every page has, then what some kinds of page add. */
export const sheets = {
  page: fonts + base + frame + prose,
  document: text + notes + record + document + print,
  examples: text,
  lists,
  search,
} as const;

export type SheetName = keyof typeof sheets;
