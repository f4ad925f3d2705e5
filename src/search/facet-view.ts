/** The facets beside the results: values to narrow them by, with counts. */
import type { CheckedResults } from './checked-results.ts';
import { element } from './element.ts';
import type { FacetIndex } from './facet-index.ts';
import type { Facet } from './record.ts';
import { facets } from './record.ts';
import type { SearchState } from './search-state.ts';
import { writeState } from './search-state.ts';

/** Values of one facet that are shown at once; the rest opens. */
const valuesShown = 6;

/**
 * Builds the facets that have something to choose. Each value is a link, so that its address can be
 * kept. Its count is right where all candidates are checked; else it is that of the candidates, and
 * says “at most”.
 */
export function facetSections(index: FacetIndex, results: CheckedResults, state: SearchState): HTMLElement[] {
  const ids = results.possible;
  return (Object.keys(facets) as Facet[]).flatMap((facet) => {
    const chosen = state.facets[facet];
    const counts = index.counts(facet, ids).filter(([value]) => value !== chosen);
    if (counts.length === 0 && chosen === undefined) return [];
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
