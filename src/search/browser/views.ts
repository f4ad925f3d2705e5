/** What is shown of a search: the sentence above the results, the results with their hits, the facets beside them. */
import { addresses, under } from '../../edition/addresses.ts';
import { placeKind, placeName } from '../../edition/places.ts';
import { excerpt } from '../shared/excerpt.ts';
import { countValues, type FacetFile } from '../shared/index-files.ts';
import type { Hit } from '../shared/match.ts';
import { facets, recordLabels, type Facet } from '../shared/record.ts';
import { writeState, type SearchState } from '../shared/state.ts';
import { element } from './element.ts';
import { isComplete, type Result, type Results } from './results.ts';

/** The sentence for the reader, announced to screen readers too. */
export function countWords(results: Results, typed: string): string {
  const { found, checked, places } = results;
  const complete = isComplete(results);
  const near = found.filter(({ match }) => !match.exact).length;
  const asked = /["“”„«»]/.test(typed) ? typed.trim() : `“${typed.trim()}”`;
  const among = `${checked} of ${places.length}`;
  if (found.length === 0) {
    return `No hit for ${asked}${complete ? '' : ` among the first ${among} documents that may answer`}.`;
  }
  const documents = found.length === 1 ? '1 document' : `${found.length.toLocaleString('en')} documents`;
  const number = `${complete ? '' : 'At least '}${documents}`;
  const unchecked = complete ? '' : ` ${among} that may answer were looked through.`;
  if (near === found.length) return `No exact hit for ${asked}. ${number} near it.${unchecked}`;
  return `${number} for ${asked}${near === 0 ? '' : `, ${near} of them near`}.${unchecked}`;
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
  const near = element('p', { class: 'near-note' }, 'Near: other forms of the words, not exactly these.');
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

/**
 * Builds the facets that have something to choose. Each value is a link, so that its address can be
 * kept. Its count is right where all candidates are checked; else it is that of the candidates, and
 * says “at most”.
 */
export function facetSections(file: FacetFile, results: Results, state: SearchState): HTMLElement[] {
  const possible = isComplete(results) ? results.found.map(({ place }) => place) : results.places;
  const link = (chosen: SearchState['facets'], words: string, label?: string) => {
    const href = writeState({ ...state, page: 1, facets: chosen }) || '?';
    return element('a', label === undefined ? { href } : { href, 'aria-label': label }, words);
  };
  return (Object.keys(facets) as Facet[]).flatMap((facet) => {
    const { [facet]: chosen, ...others } = state.facets;
    const counts = countValues(file, facet, possible).filter(([value]) => value !== chosen);
    // A value that all results have narrows nothing.
    if (chosen === undefined && counts.every(([, count]) => count === possible.length)) return [];
    const items = counts
      .toSorted(([a, one], [b, other]) => other - one || a.localeCompare(b, 'en'))
      .map(([value, count]) => {
        const words = isComplete(results) ? `${count}` : `at most ${count}`;
        const choice = link({ ...state.facets, [facet]: value }, value);
        return element('li', {}, choice, ' ', element('span', { class: 'count' }, words));
      });
    const rest = items.splice(valuesShown);
    if (chosen !== undefined) {
      const remove = link(others, 'remove', `Remove ${facets[facet]}: ${chosen}`);
      items.unshift(element('li', { class: 'chosen' }, chosen, ' ', remove));
    }
    const more = opening(`${rest.length} more`, element('ul', {}, ...rest));
    return [element('section', {}, element('h2', {}, facets[facet]), element('ul', {}, ...items), more)];
  });
}
