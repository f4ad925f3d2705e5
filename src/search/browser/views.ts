/** What is shown of a search: the sentence above the results, the results with their hits, the facets beside them. */
import { addresses, under } from '../../edition/addresses.ts';
import { capitalized } from '../../edition/letters.ts';
import { pageAnchor, placeName } from '../../edition/places.ts';
import { excerpt } from '../shared/excerpt.ts';
import { concordance, type ConcordanceOrder } from '../shared/concordance.ts';
import { dateWords } from '../shared/dates.ts';
import { countValues, narrowed, type Beside, type DateFile, type FacetFile } from '../shared/index-files.ts';
import { matchDocument, type Hit } from '../shared/match.ts';
import { namesIn } from '../shared/names.ts';
import { soughtTerms, type Node } from '../shared/query.ts';
import { facets, recordLabels, type Facet } from '../shared/record.ts';
import { toggled, writeState, type SearchState } from '../shared/state.ts';
import { foldedWords, isFrequent } from '../shared/words.ts';
import { element } from './element.ts';
import { countsOf, placesOf, type Result, type Results } from './results.ts';

/**
 * The sentence for the reader, announced to screen readers too.
 *
 * @param isSettled Whether nothing more is being looked through.
 */
export function countWords(results: Results, typed: string, isSettled = true): string {
  const { exact, near, certain } = countsOf(results);
  const total = exact + near;
  const words = typed.trim();
  const asked = words === '' ? '' : ` for ${/["“”„«»]/.test(words) ? words : `“${words}”`}`;
  if (!certain && total === 0 && !isSettled) return 'Searching…';
  const candidates = results.exact.length + results.near.length;
  const unchecked =
    certain || !isSettled ? '' : ` ${results.checked} of ${candidates} that may answer were looked through.`;
  if (total === 0) return `No hit${asked}${certain ? '.' : ` so far.${unchecked}`}`;
  const documents = total === 1 ? '1 document' : `${total.toLocaleString('en')} documents`;
  const number = `${certain ? '' : 'At least '}${documents}`;
  if (exact === 0 && (certain || results.exact.length === 0))
    return `No exact hit${asked}. ${number} near it.${unchecked}`;
  return `${number}${asked}${near === 0 ? '' : `, ${near.toLocaleString('en')} of them near`}.${unchecked}`;
}

/** Hits of one document, and values of one facet, that are shown at once; the rest opens. */
const hitsShown = 5;
const valuesShown = 6;

/**
 * Builds a result.
 *
 * @param typed The query as an address has it, `?q=…`: it is carried to the document, to be highlighted there.
 * @param base Path that the site is served from: `/`, `/edition/`.
 */
export function resultItem({ id, title, recordLine, match }: Result, typed: string, base: string): HTMLLIElement {
  const url = `${under(base, addresses.document(id))}${typed}`;
  const items = match.hits.map((hit) => hitItem(hit, url));
  const rest = items.splice(hitsShown);
  const heading = element('h2', {}, element('a', { href: url }, title));
  const line = element('p', { class: 'record-line' }, recordLine);
  const near = element(
    'p',
    { class: 'near-note' },
    'Near: other forms of the words, or a date that may be meant; not exactly what was asked for.',
  );
  const shown = element('ol', { class: 'hits' }, ...items);
  const more = opening(`${rest.length} more in this document`, element('ol', { class: 'hits' }, ...rest));
  return element('li', { class: 'result' }, heading, line, match.exact ? undefined : near, shown, more);
}

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

/** What opens where the reader asks for it; nothing where there is nothing in it. */
function opening(words: string, content: HTMLElement): HTMLElement | undefined {
  if (content.childElementCount === 0) return undefined;
  return element('details', {}, element('summary', {}, words), content);
}

/** What was found beside the documents: entries of the register, the edition's own pages. */
export function besideSections(all: readonly Beside[], tree: Node, base: string): HTMLElement[] {
  const named = all.flatMap((one) => {
    const found = one.names ? answersByName(tree, one.names) : 0;
    return found > 0 ? [{ one, found, words: element('span', {}, one.text) }] : [];
  });
  const pages = all
    .filter(({ group }) => group === 'pages')
    .flatMap((one) => {
      const match = matchDocument(tree, { passages: [{ anchor: 'p', text: one.text }], sent: '', received: '' });
      const hit = match?.exact === true ? match.hits[0] : undefined;
      return hit
        ? [{ one, found: 0, words: element('span', {}, ...excerptOf({ ...hit, spans: hit.spans.slice(0, 1) })) }]
        : [];
    });
  const items = (some: typeof named) =>
    some
      .toSorted((a, b) => b.found - a.found)
      .slice(0, besideShown)
      .map(({ one, words }) =>
        element('li', {}, element('a', { href: under(base, one.address) }, one.title), ' ', words),
      );
  return [
    besideSection('Persons, places and terms', items(named), true),
    besideSection('About the edition', items(pages)),
  ].flat();
}

const besideShown = 4;

/** A group of what is found beside the documents, folded but for names; none where it is empty. */
function besideSection(title: string, items: readonly HTMLElement[], isOpen = false): HTMLElement[] {
  if (items.length === 0) return [];
  return [element('details', isOpen ? { open: '' } : {}, element('summary', {}, title), element('ul', {}, ...items))];
}

/** How many of the words and phrases that are sought name an entry: its words all, or some of them. */
function answersByName(tree: Node, names: readonly string[]): number {
  const words = new Set(names.flatMap((name) => foldedWords(name)));
  const spelled = names.map((name) => foldedWords(name));
  const sought = soughtTerms(tree).filter(
    ({ field }) => !field || field === 'place' || field === 'from' || field === 'to',
  );
  const asked = sought.map(({ pieces }) => pieces.map(({ folded }) => folded));
  const all = new Set(asked.flat());
  if (spelled.some((name) => name.every((word) => all.has(word)))) return 2;
  return asked.some((term) => term.every((word) => words.has(word) && !isFrequent(word) && word.length > 2)) ? 1 : 0;
}

/** Documents that have what was asked for in their summary, with where all of them are. */
export function summarySection(results: Results, state: SearchState, base: string): HTMLElement[] {
  const items = results.foundExact.slice(0, 3).map(({ id, title, recordLine, match }) => {
    const hit = match.hits[0];
    const link = element('a', { href: under(base, addresses.document(id)) }, title);
    return element(
      'li',
      {},
      link,
      ' ',
      element('span', { class: 'record-line' }, recordLine),
      ' ',
      ...(hit ? excerptOf(hit) : []),
    );
  });
  const q = `summary:(${state.q.trim()})`;
  const more =
    results.exact.length > items.length ? [element('li', {}, stateLink({ ...state, q, page: 1 }, 'All of these'))] : [];
  return besideSection(
    `In summaries: ${results.exact.length === 1 ? '1 document' : `${results.exact.length} documents`}`,
    items.length === 0 ? [] : [...items, ...more],
  );
}

/** The names that are searched for in other spellings too, and how to search only for what was typed. */
export function spellingNotices(tree: Node, state: SearchState): HTMLElement[] {
  return namesIn(tree).map(({ typed, others }) =>
    element(
      'p',
      {},
      `Also searched: ${others.join(', ')}. `,
      stateLink({ ...state, literal: true, page: 1 }, `Search only for “${typed}”`),
    ),
  );
}

/** What was probably meant by a word that is nowhere. */
export function suggestion(word: string, nearest: string, state: SearchState): HTMLElement {
  const q = state.q.replace(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu'), nearest);
  return element('p', {}, 'Did you mean ', stateLink({ ...state, q, page: 1 }, nearest), '?');
}

/** More periods than this are shown by the year. */
const mostMonths = 24;

/** How many of the results were sent in each month, or year where there are many: each narrows to it. */
export function timeSection({ sent }: DateFile, results: Results, state: SearchState): HTMLElement[] {
  if (!countsOf(results).certain) return [];
  const days = placesOf(results).flatMap((place) => sent[place] || []);
  const months = Map.groupBy(
    days.filter((day) => day.length >= 7),
    (day) => day.slice(0, 7),
  );
  const periods = months.size > mostMonths ? Map.groupBy(days, (day) => day.slice(0, 4)) : months;
  if (periods.size < 2) return [];
  const most = Math.max(...[...periods.values()].map(({ length }) => length));
  const rows = [...periods]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([period, { length }]) => {
      const link = stateLink({ ...state, page: 1, since: period, until: period }, dateWords(period));
      const bar = element('progress', { max: String(most), value: String(length), 'aria-hidden': 'true' });
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, link),
        element('td', {}, bar, ' ', element('span', { class: 'count' }, length.toLocaleString('en'))),
      );
    });
  const caption = element('caption', {}, months.size > mostMonths ? 'By year' : 'By month');
  return [element('table', { class: 'time' }, caption, element('tbody', {}, ...rows))];
}

/** No more lines than this are shown at once. */
const mostLines = 500;

/** Results as a concordance: one line a hit, what was found in the middle. */
export function concordanceTable(
  results: readonly Result[],
  order: ConcordanceOrder,
  typed: string,
  base: string,
): HTMLElement {
  const all = concordance(results, order);
  const rows = all.slice(0, mostLines).map(({ anchor, before, found, after, result: { id, sent } }) => {
    const href = `${under(base, addresses.document(id))}${typed}#${pageAnchor(anchor)}`;
    const cells = [
      element('td', { class: 'before' }, before),
      element('td', {}, element('a', { href }, found)),
      element('td', {}, after),
      element('td', { class: 'count' }, sent || 'undated', ` ${placeName(anchor)}`),
    ];
    return element('tr', {}, ...cells);
  });
  const cut = all.length > mostLines ? `, the first ${mostLines} shown; the table for download has all` : '';
  const head = ['Before', 'Found', 'After', 'Sent, place'].map((words) => element('th', { scope: 'col' }, words));
  const caption = element(
    'caption',
    {},
    `${all.length.toLocaleString('en')} ${all.length === 1 ? 'hit' : 'hits'}${cut}`,
  );
  return element(
    'div',
    { class: 'scroller', role: 'region', 'aria-label': 'Concordance', tabindex: '0' },
    element(
      'table',
      { class: 'concordance' },
      caption,
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    ),
  );
}

/** A link to another state of the page, so that its address can be kept. */
function stateLink(state: SearchState, words: string, label?: string): HTMLAnchorElement {
  const href = writeState(state) || '?';
  return element('a', label === undefined ? { href } : { href, 'aria-label': label }, words);
}

/** What results are narrowed to, each of which can be taken away. */
export function chips(state: SearchState): HTMLElement[] {
  const { facets: chosen, since, until } = state;
  const chip = (name: string, value: string, without: SearchState) =>
    element('li', {}, `${name}: ${value} `, stateLink(without, '×', `Remove ${name}: ${value}`));
  const values = (Object.entries(chosen) as [Facet, readonly string[]][]).flatMap(([facet, some]) =>
    some.map((value) => chip(facets[facet], value, toggled(state, facet, value))),
  );
  const days = since === until ? dateWords(since) : `${dateWords(since) || '…'} – ${dateWords(until) || '…'}`;
  const dates = since === '' && until === '' ? [] : [chip('Sent', days, { ...state, page: 1, since: '', until: '' })];
  const typed = state.literal ? [chip('Names', 'only as typed', { ...state, page: 1, literal: false })] : [];
  return [...values, ...dates, ...typed];
}

/**
 * Builds the facets that have something to choose. A count is right where it is known which documents answer; else
 * it is that of the candidates, and says “at most”.
 */
export function facetSections(file: FacetFile, results: Results, state: SearchState): HTMLElement[] {
  const { certain } = countsOf(results);
  const answering = placesOf(results);
  return (Object.keys(facets) as Facet[]).flatMap((facet) => {
    const { [facet]: chosen = [], ...others } = state.facets;
    // Values of one facet are alternatives: each counts what it would add.
    const isOpen = chosen.length > 0;
    const possible = isOpen ? narrowed(file, results.wide, others) : answering;
    const isRight = isOpen ? results.sure : certain;
    const counts = countValues(file, facet, possible);
    // A value that all results have narrows nothing.
    if (!isOpen && counts.every(([, count]) => count === possible.length)) return [];
    const inOrder = counts.toSorted(([a, one], [b, other]) =>
      facet === 'year' ? (a < b ? -1 : 1) : other - one || a.localeCompare(b, 'en'),
    );
    const items = [
      ...inOrder.filter(([value]) => chosen.includes(value)),
      ...inOrder.filter(([value]) => !chosen.includes(value)),
    ].map(([value, count]) => {
      const isChosen = chosen.includes(value);
      const choice = stateLink(
        toggled(state, facet, value),
        value,
        isChosen ? `Remove ${facets[facet]}: ${value}` : undefined,
      );
      if (isChosen) choice.setAttribute('aria-current', 'true');
      const words = isRight ? count.toLocaleString('en') : `at most ${count.toLocaleString('en')}`;
      return element(
        'li',
        isChosen ? { class: 'chosen' } : {},
        choice,
        ' ',
        element('span', { class: 'count' }, words),
      );
    });
    const rest = items.splice(facet === 'year' ? Infinity : Math.max(valuesShown, chosen.length));
    const more = opening(`${rest.length} more`, element('ul', {}, ...rest));
    return [element('section', {}, element('h2', {}, facets[facet]), element('ul', {}, ...items), more)];
  });
}
