/** What is shown of a search: the sentence above the results, the results with their hits, the facets beside them. */
import { addresses, under } from '../../edition/addresses.ts';
import { counted, documentsInWords, inFigures } from '../../edition/counts.ts';
import { isoDateWords } from '../../edition/date-words.ts';
import { capitalized } from '../../edition/letters.ts';
import { pageAnchor, placeName } from '../../edition/places.ts';
import { excerpt } from '../shared/excerpt.ts';
import { concordance, type ConcordanceOrder } from '../shared/concordance.ts';
import { countValues, type Column, type Entry, type OwnPage } from '../shared/index-files.ts';
import { matchDocument, type Hit, type ReadPassage } from '../shared/match.ts';
import { namesIn } from '../shared/names.ts';
import { soughtTerms, unquoted, type Field, type Node } from '../shared/query.ts';
import { facets, recordLabels, type Facet } from '../shared/record.ts';
import { toggled, writeState, type SearchState } from '../shared/state.ts';
import { foldedOf, foldedWords, isFrequent } from '../shared/words.ts';
import { byId, element } from './element.ts';
import { countsOf, placesOf, type Result, type Results } from './results.ts';

/** An address as the search page links to it, which says from what path the site is served: `/`, `/edition/`. */
export const href = (address: string): string => under(byId('search', HTMLElement).dataset['site'] ?? '/', address);

/** The sentence for the reader, announced to screen readers too; `isDone` where nothing more is being looked through. */
export function countWords(results: Results, typed: string, isDone = true): string {
  const { exact, near, certain } = countsOf(results);
  const total = exact + near;
  const words = typed.trim().replace(/^(.{200}).+$/su, '$1…');
  const asked = words === '' ? '' : ` for ${unquoted(words) === words ? `“${words}”` : words}`;
  if (!certain && total === 0 && !isDone) return 'Searching…';
  const [checked, candidates] = [results.checked, results.exact.length + results.near.length].map(inFigures);
  const unchecked = certain || !isDone ? '' : ` ${checked} of ${candidates} that may answer were looked through.`;
  if (total === 0) return `No hit${asked}${certain ? '.' : ` so far.${unchecked}`}`;
  const number = `${certain ? '' : 'At least '}${documentsInWords(total)}`;
  if (exact === 0 && (certain || results.exact.length === 0))
    return `No exact hit${asked}. ${number} near it.${unchecked}`;
  return `${number}${asked}${near === 0 ? '' : `, ${inFigures(near)} of them near`}.${unchecked}`;
}

/** Hits of one document, and values of one facet, that are shown at once; the rest opens. */
const hitsShown = 5;
const valuesShown = 6;

/**
 * Builds a result, which carries what was typed (`?q=…`) to the document, to be highlighted there. One that is only near
 * says so, the first of them what that is.
 */
export function resultItem({ id, title, recordLine, match }: Result, typed: string, isFirstNear: boolean) {
  const url = `${href(addresses.document(id))}${typed}`;
  const items = match.hits.map((hit) => hitItem(hit, url));
  const rest = items.splice(hitsShown);
  const heading = element('h2', {}, element('a', { href: url }, title));
  const line = element('p', { class: 'record-line' }, recordLine);
  const near = element('p', { class: 'near-note' }, isFirstNear ? nearNote : 'Near');
  const shown = element('ol', { class: 'hits' }, ...items);
  const more = opening(`${rest.length} more in this document`, element('ol', { class: 'hits' }, ...rest));
  return element('li', { class: 'result' }, heading, line, match.exact ? undefined : near, shown, ...more);
}

const nearNote =
  'Near: other forms of the words, words that begin so, or a date that may be meant; not exactly what was asked for.';

function hitItem(hit: Hit, url: string): HTMLLIElement {
  const place = placeName(hit.anchor);
  const label = (recordLabels as Readonly<Record<string, string>>)[hit.anchor];
  const name = element('span', { class: 'place' }, capitalized(place));
  const said = element('span', { class: 'words' }, label === undefined ? undefined : `${label}: `, ...excerptOf(hit));
  return element('li', {}, element('a', { href: `${url}#${pageAnchor(hit.anchor)}` }, name, ' ', said));
}

/** The words around what was found, that marked. */
const excerptOf = (hit: Pick<Hit, 'text' | 'spans'>): (HTMLElement | string)[] =>
  excerpt(hit).map(({ text, found }) => (found ? element('mark', { class: found }, text) : text));

/** A list that opens where the reader asks for it; none where nothing is in it. */
function opening(words: string, list: HTMLElement, isOpen = false): HTMLElement[] {
  if (list.childElementCount === 0) return [];
  return [element('details', isOpen ? { open: '' } : {}, element('summary', {}, words), list)];
}

/** No more than these are shown of what is found beside the documents. */
const besideShown = 4;

/** The entries of the register that a query names, those that it names in full first. */
export function registerSection(register: readonly Entry[], tree: Node): HTMLElement[] {
  const items = register
    .map((entry) => ({ ...entry, answers: answersByName(tree, entry.names) }))
    .filter(({ answers }) => answers > 0)
    .sort((one, other) => other.answers - one.answers)
    .map(({ id, names: [name = id], summary }) =>
      element('li', {}, element('a', { href: href(addresses.entry(id)) }, name), summary && `: ${summary}`),
    );
  return opening('Persons, places and terms', element('ul', {}, ...items.slice(0, besideShown)), true);
}

/** The edition's own pages, and introductions of chapters, that answer exactly. */
export function pagesSection(pages: readonly (OwnPage & { readonly passages: readonly ReadPassage[] })[], tree: Node) {
  const items = pages.flatMap(({ address, title, text, passages }) => {
    const match = matchDocument(tree, { passages, sent: '', received: '' });
    const [hit] = match?.exact ? match.hits : [];
    if (hit === undefined) return [];
    const link = element('a', { href: href(address) }, title);
    return [element('li', {}, link, ' ', ...excerptOf({ text, spans: hit.spans.slice(0, 1) }))];
  });
  return opening('On other pages', element('ul', {}, ...items.slice(0, besideShown)));
}

/** How many of the words and phrases that are sought name an entry: its words all, or some of them. */
function answersByName(tree: Node, names: readonly string[]): number {
  const spelled = names.map(foldedWords);
  const words = new Set(spelled.flat());
  const sought = soughtTerms(tree).filter(({ field = 'place' }) => /^(?:from|to|place)$/.test(field));
  const asked = sought.map(({ pieces }) => foldedOf(pieces));
  const all = new Set(asked.flat());
  if (spelled.some((name) => name.every((word) => all.has(word)))) return 2;
  return asked.some((term) => term.every((word) => words.has(word) && !isFrequent(word) && word.length > 2)) ? 1 : 0;
}

/** Documents that have what was asked for in their summary, of a search for these, with where all of them are. */
export function summarySection(results: Results): HTMLElement[] {
  const { state } = results;
  const { exact, certain } = countsOf(results);
  const items = results.foundExact.slice(0, 3).map(({ id, title, recordLine, match }) => {
    const link = element('a', { href: href(addresses.document(id)) }, title);
    const line = element('span', { class: 'record-line' }, recordLine);
    return element('li', {}, link, ' ', line, ' ', ...match.hits.slice(0, 1).flatMap(excerptOf));
  });
  if (items.length === 0) return [];
  if (exact > items.length || !certain) items.push(element('li', {}, stateLink(state, 'All of these')));
  return opening(`In summaries: ${certain ? '' : 'at least '}${documentsInWords(exact)}`, element('ul', {}, ...items));
}

/** The names that are searched for in other spellings too, and how to search only for what was typed. */
export function spellingNotices(tree: Node, state: SearchState): HTMLElement[] {
  return namesIn(tree).map(({ typed, others }) => {
    const only = stateLink({ ...state, literal: true, page: 1 }, `Search only for “${typed}”`);
    return element('p', {}, `Also searched: ${others.join(', ')}. `, only);
  });
}

/** A query that was probably meant, as it is offered. */
export const suggestion = (words: string, q: string, state: SearchState): HTMLElement =>
  element('p', {}, 'Did you mean ', stateLink({ ...state, q, page: 1 }, words), '?');

/** Words and phrases as they were typed, in quotation marks and without the stop after a word: `“did”, and "Far East"`. */
export const wordsInList = (words: readonly string[]): string =>
  new Intl.ListFormat('en').format(
    words.map((word) => (word.includes('"') ? word : `“${word.replace(/[.,;:!?]+$/, '')}”`)),
  );

/** What a search that has no hit would find without a part of it, which `state` is without. */
export function relaxation(without: string, results: Results, state: SearchState): HTMLElement {
  const { exact, certain } = countsOf(results);
  const words = `${certain ? '' : 'at least '}${documentsInWords(exact)}`;
  return element('p', {}, `Without ${without}: `, stateLink(state, words), '.');
}

/** What a field can find, where it was asked for something else. */
export function choicesOf(field: Field, values: readonly string[]): HTMLElement {
  const some = values.slice(0, mostChoices).toSorted();
  const more = values.length > some.length ? ', and others' : '';
  return element('p', {}, `There is no such ${field}. There are: ${some.join('; ')}${more}.`);
}
const mostChoices = 20;

/** More periods than this are shown by the year. */
const mostMonths = 24;

/** How many of the results were sent in each month, or year where there are many: each narrows to it. */
export function timeSection(sent: Column, results: Results): HTMLElement[] {
  if (!countsOf(results).certain) return [];
  const { state } = results;
  const days = countValues(sent, placesOf(results));
  const countBy = (length: number) => {
    const counts = new Map<string, number>();
    for (const [day, count] of days) {
      const period = day.slice(0, length);
      if (period.length === length) counts.set(period, (counts.get(period) ?? 0) + count);
    }
    return counts;
  };
  const months = countBy('1936-01'.length);
  const periods = months.size > mostMonths ? countBy('1936'.length) : months;
  if (periods.size < 2) return [];
  const most = Math.max(...periods.values());
  const rows = [...periods]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, count]) => {
      const link = stateLink({ ...state, page: 1, since: period, until: period }, isoDateWords(period));
      const bar = element('progress', { max: String(most), value: String(count), 'aria-hidden': 'true' });
      const number = element('span', { class: 'count' }, inFigures(count));
      return element('tr', {}, element('th', { scope: 'row' }, link), element('td', {}, bar, ' ', number));
    });
  const caption = element('caption', {}, months.size > mostMonths ? 'By year' : 'By month');
  return [element('table', { class: 'time' }, caption, element('tbody', {}, ...rows))];
}

/** No more lines than this are shown at once. */
const mostLines = 500;

/** Results as a concordance: one line a hit, what was found in the middle. */
export function concordanceTable(results: readonly Result[], order: ConcordanceOrder, typed: string): HTMLElement {
  const all = concordance(results, order);
  const rows = all.slice(0, mostLines).map(({ anchor, before, found, after, result: { id, sent } }) => {
    const address = `${href(addresses.document(id))}${typed}#${pageAnchor(anchor)}`;
    // A comma stands at the word that it follows; what an apostrophe begins is a word by itself.
    const [sign = ''] = /^[^\s\p{L}\p{N}’']*/u.exec(after) ?? [];
    const cells = [
      element('td', { class: 'before' }, before),
      element('td', {}, element('a', { href: address }, found), sign),
      element('td', {}, after.slice(sign.length)),
      element('td', { class: 'count' }, sent || 'undated', ` ${placeName(anchor)}`),
    ];
    return element('tr', {}, ...cells);
  });
  const cut = all.length > mostLines ? `, the first ${mostLines} shown; the table for download has all` : '';
  const head = ['Before', 'Found', 'After', 'Sent, place'].map((words) => element('th', { scope: 'col' }, words));
  const caption = element('caption', {}, `${counted(all.length, 'hit')}${cut}`);
  const parts = [caption, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows)];
  const scroller = { class: 'scroller', role: 'region', 'aria-label': 'Concordance', tabindex: '0' };
  return element('div', scroller, element('table', { class: 'concordance' }, ...parts));
}

/** A link to another state of the page, so that its address can be kept. */
export const stateLink = (state: SearchState, words: string, attributes: Readonly<Record<string, string>> = {}) =>
  element('a', { href: writeState(state) || '?', ...attributes }, words);

/** What results are narrowed to, each of which can be taken away. */
export function chips(state: SearchState): HTMLElement[] {
  const { facets: chosen, since, until } = state;
  const chip = (name: string, value: string, without: SearchState) =>
    element('li', {}, `${name}: ${value} `, stateLink(without, '×', { 'aria-label': `Remove ${name}: ${value}` }));
  const values = (Object.entries(chosen) as [Facet, readonly string[]][]).flatMap(([facet, some]) =>
    some.map((value) => chip(facets[facet], value, toggled(state, facet, value))),
  );
  const days = since === until ? isoDateWords(since) : `${isoDateWords(since) || '…'} – ${isoDateWords(until) || '…'}`;
  const dates = since === '' && until === '' ? [] : [chip('Sent', days, { ...state, page: 1, since: '', until: '' })];
  const typed = state.literal ? [chip('Names', 'only as typed', { ...state, page: 1, literal: false })] : [];
  return [...values, ...dates, ...typed];
}

/** The facets with something to choose; where it is not known which candidates answer, their counts say “at most”. */
export function facetSections(columns: readonly (readonly [Facet, Column])[], results: Results): HTMLElement[] {
  const { state, wide, chosen: narrowing, sure } = results;
  const { certain } = countsOf(results);
  const answering = placesOf(results);
  return columns.flatMap(([facet, column]) => {
    const { [facet]: chosen = [] } = state.facets;
    // Values of one facet are alternatives: each counts what it would add.
    const isOpen = chosen.length > 0;
    const others = [...narrowing].filter(([name]) => name !== facet);
    const possible = isOpen ? wide.filter((place) => others.every(([, some]) => some.has(place))) : answering;
    const counts = countValues(column, possible);
    // A value that all results have narrows nothing.
    if (!isOpen && counts.every(([, count]) => count === possible.length)) return [];
    const inOrder = counts.sort(([a, one], [b, other]) =>
      facet === 'year' ? (a < b ? -1 : 1) : other - one || a.localeCompare(b, 'en'),
    );
    const chosenFirst = inOrder.sort(([a], [b]) => Number(chosen.includes(b)) - Number(chosen.includes(a)));
    const items = chosenFirst.map(([value, count]) => {
      const isChosen = chosen.includes(value);
      const said = isChosen ? { 'aria-label': `Remove ${facets[facet]}: ${value}`, 'aria-current': 'true' } : {};
      const choice = stateLink(toggled(state, facet, value), value, said);
      const words = `${(isOpen ? sure : certain) ? '' : 'at most '}${inFigures(count)}`;
      const number = element('span', { class: 'count' }, words);
      return element('li', isChosen ? { class: 'chosen' } : {}, choice, ' ', number);
    });
    const rest = items.splice(facet === 'year' ? Infinity : Math.max(valuesShown, chosen.length));
    const more = opening(`${inFigures(rest.length)} more`, element('ul', {}, ...rest));
    return [element('section', {}, element('h2', {}, facets[facet]), element('ul', {}, ...items), ...more)];
  });
}
