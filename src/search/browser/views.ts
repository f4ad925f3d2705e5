/** What is shown of a search: the sentence above the results, the results with their hits, the facets beside them. */
import { addresses, under } from '../../edition/addresses.ts';
import { placeKind, placeName } from '../../edition/places.ts';
import { excerpt } from '../shared/excerpt.ts';
import type { FacetIndex } from '../shared/facets.ts';
import type { Hit } from '../shared/match.ts';
import type { Facet } from '../shared/record.ts';
import { facets, recordLabels } from '../shared/record.ts';
import type { SearchState } from '../shared/state.ts';
import { writeState } from '../shared/state.ts';
import { element } from './element.ts';
import type { CheckedResults, Result } from './results.ts';

/** The sentence for the reader, announced to screen readers too. */
export function countWords(results: CheckedResults, typed: string): string {
  const { found, complete, checked, candidates } = results;
  const exact = found.filter(({ match }) => match.exact).length;
  const near = found.length - exact;
  const asked = /["“”„«»]/.test(typed) ? typed.trim() : `“${typed.trim()}”`;
  if (found.length === 0) {
    return complete
      ? `No hit for ${asked}.`
      : `No hit for ${asked} among the first ${checked} of ${candidates} documents that may answer.`;
  }
  const number = `${complete ? '' : 'At least '}${documents(found.length)}`;
  const unchecked = complete ? '' : ` ${checked} of ${candidates} that may answer were looked through.`;
  if (exact === 0) return `No exact hit for ${asked}. ${number} near it.${unchecked}`;
  return `${number} for ${asked}${near === 0 ? '' : `, ${near} of them near`}.${unchecked}`;
}

function documents(count: number): string {
  return count === 1 ? '1 document' : `${count.toLocaleString('en')} documents`;
}

/** Hits of one document that are shown at once; the rest opens. */
const hitsShown = 5;

/**
 * Builds a result.
 *
 * @param typed The query as it was typed: it is carried to the document, to be highlighted there.
 * @param base Path that the site is served from: `/`, `/edition/`.
 */
export function resultItem(result: Result, typed: string, base: string): HTMLLIElement {
  const { hits, exact } = result.match;
  const url = `${under(base, addresses.document(result.id))}?q=${encodeURIComponent(typed)}`;
  const rest = hits.slice(hitsShown);
  return element(
    'li',
    { class: 'result' },
    element('h2', {}, element('a', { href: url }, result.title)),
    element('p', { class: 'record-line' }, result.recordLine),
    exact ? undefined : element('p', { class: 'near-note' }, 'Near: other forms of the words, not exactly these.'),
    hitList(hits.slice(0, hitsShown), url),
    rest.length === 0
      ? undefined
      : element('details', {}, element('summary', {}, `${rest.length} more in this document`), hitList(rest, url)),
  );
}

function hitList(hits: readonly Hit[], url: string): HTMLOListElement {
  return element('ol', { class: 'hits' }, ...hits.map((hit) => hitItem(hit, url)));
}

function hitItem(hit: Hit, url: string): HTMLLIElement {
  const inRecord = placeKind(hit.anchor) === 'record';
  const label = (recordLabels as Readonly<Record<string, string>>)[hit.anchor];
  return element(
    'li',
    {},
    element(
      'a',
      { href: `${url}#${inRecord ? 'record' : hit.anchor}` },
      element('span', { class: 'place' }, capitalized(placeName(hit.anchor))),
      ' ',
      element(
        'span',
        { class: 'words' },
        label === undefined ? undefined : `${label}: `,
        ...excerpt(hit).map(({ text, found }) =>
          found === undefined ? text : element('mark', { class: found }, text),
        ),
      ),
    ),
  );
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Values of one facet that are shown at once; the rest opens. */
const valuesShown = 6;

/**
 * Builds the facets that have something to choose. Each value is a link, so that its address can be
 * kept. Its count is right where all candidates are checked; else it is that of the candidates, and
 * says “at most”.
 */
export function facetSections(index: FacetIndex, results: CheckedResults, state: SearchState): HTMLElement[] {
  const places = results.possible;
  return (Object.keys(facets) as Facet[]).flatMap((facet) => {
    const chosen = state.facets[facet];
    const counts = index.counts(facet, places).filter(([value]) => value !== chosen);
    // A value that all results have narrows nothing.
    if (chosen === undefined && counts.every(([, count]) => count === places.length)) return [];
    const items = counts
      .toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b, 'en'))
      .map(([value, count]) => valueItem(facet, value, count, results.complete, state));
    const rest = items.splice(valuesShown);
    return [
      element(
        'section',
        {},
        element('h2', {}, facets[facet]),
        element('ul', {}, chosen === undefined ? undefined : chosenItem(facet, chosen, state), ...items),
        rest.length === 0
          ? undefined
          : element('details', {}, element('summary', {}, `${rest.length} more`), element('ul', {}, ...rest)),
      ),
    ];
  });
}

function valueItem(facet: Facet, value: string, count: number, sure: boolean, state: SearchState): HTMLLIElement {
  const address = writeState({ ...state, page: 1, facets: { ...state.facets, [facet]: value } });
  return element(
    'li',
    {},
    element('a', { href: address }, value),
    ' ',
    element('span', { class: 'count' }, sure ? String(count) : `at most ${count}`),
  );
}

function chosenItem(facet: Facet, value: string, state: SearchState): HTMLLIElement {
  const { [facet]: _, ...others } = state.facets;
  const address = writeState({ ...state, page: 1, facets: others });
  return element(
    'li',
    { class: 'chosen' },
    value,
    ' ',
    element('a', { href: address || '?', 'aria-label': `Remove ${facets[facet]}: ${value}` }, 'remove'),
  );
}
