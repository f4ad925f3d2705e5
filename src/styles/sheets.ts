/** The style sheets of the pages, as text: the layout writes them into the page, so that it is read after one request. */
import fonts from '@typeface/newsreader.css?inline';

const files = import.meta.glob<string>('./*.css', { query: '?inline', import: 'default', eager: true });
const joined = (...names: readonly string[]): string => names.map((name) => files[`./${name}.css`]).join('');
const layer = (name: string, ...names: readonly string[]): string => `@layer ${name}{${joined(...names)}}`;

/**
 * What every page has, then what some kinds of page add. The first are the faces of Newsreader (SIL Open Font License 1.1)
 * and those of the system that stand in for it: on a good line the text is drawn in it from the first; on a slow one a
 * reader reads at once, in a stand-in, and nothing moves afterwards.
 */
export const sheets = {
  page: fonts + layer('base', 'base') + joined('frame') + layer('page', 'prose'),
  document: layer('page', 'text', 'notes', 'record', 'document') + joined('print'),
  text: layer('page', 'text'),
  lists: layer('page', 'lists'),
  search: layer('page', 'search'),
} as const;

export type SheetName = keyof typeof sheets;
