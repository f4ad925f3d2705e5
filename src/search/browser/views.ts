/** What is shown of a search: the sentence above the results, the results with their hits, the facets beside them. */
import { addresses, under } from '../../edition/addresses.ts';
import { placeKind, placeName } from '../../edition/places.ts';
import { excerpt } from '../shared/excerpt.ts';
import { dateWords } from '../shared/dates.ts';
import { countValues, narrowed, type FacetFile } from '../shared/index-files.ts';
import type { Hit } from '../shared/match.ts';
import { facets, recordLabels, type Facet } from '../shared/record.ts';
import { toggled, writeState, type SearchState } from '../shared/state.ts';
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
 * @param typed The query as it was typed: it is carried to the document, to be highlighted there.
 * @param base Path that the site is served from: `/`, `/edition/`.
 */
export function resultItem({ id, title, recordLine, match }: Result, typed: string, base: string): HTMLLIElement {
  const url = `${under(base, addresses.document(id))}?q=${encodeURIComponent(typed)}`;
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
  const anchor = placeKind(hit.anchor) === 'record' ? 'record' : hit.anchor;
  const label = (recordLabels as Readonly<Record<string, string>>)[hit.anchor];
  const words = excerpt(hit).map(({ text, found }) => (found ? element('mark', { class: found }, text) : text));
  const name = element('span', { class: 'place' }, place.charAt(0).toUpperCase() + place.slice(1));
  const said = element('span', { class: 'words' }, label === undefined ? undefined : `${label}: `, ...words);
  return element('li', {}, element('a', { href: `${url}#${anchor}` }, name, ' ', said));
}

/** What opens where the reader asks for it; nothing where there is nothing in it. */
function opening(words: string, content: HTMLElement): HTMLElement | undefined {
  if (content.childElementCount === 0) return undefined;
  return element('details', {}, element('summary', {}, words), content);
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
  return [...values, ...dates];
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
