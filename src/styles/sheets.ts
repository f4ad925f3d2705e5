/** The style sheets of the pages, as text: the layout writes them into the page, so that it is read after one request. */
import fonts from '@typeface/newsreader.css?inline';
import base from './base.css?inline';
import document from './document.css?inline';
import frame from './frame.css?inline';
import lists from './lists.css?inline';
import notes from './notes.css?inline';
import print from './print.css?inline';
import prose from './prose.css?inline';
import record from './record.css?inline';
import search from './search.css?inline';
import text from './text.css?inline';

/**
 * What every page has, then what some kinds of page add. The first are the faces of Newsreader (SIL Open Font License 1.1)
 * and those of the system that stand in for it: on a good line the text is drawn in it from the first; on a slow one a
 * reader reads at once, in a stand-in, and nothing moves afterwards.
 */
export const sheets = {
  page: fonts + base + frame + prose,
  document: text + notes + record + document + print,
  examples: text,
  lists,
  search,
} as const;

export type SheetName = keyof typeof sheets;
