/** One result of a search as it is shown: its heading and record line, then its hits. */
import type { Result } from './checked-results.ts';
import { element } from './element.ts';
import { excerpt } from './excerpt.ts';
import type { Hit } from './match.ts';
import { passageLabel, recordAnchor } from './passage.ts';
import { recordLabels } from './record-words.ts';

/** Hits of one document that are shown at once; the rest opens. */
const hitsShown = 5;

/**
 * Builds a result.
 *
 * @param typed The query as it was typed: it is carried to the document, to be highlighted there.
 */
export function resultItem(result: Result, typed: string): HTMLLIElement {
  const { hits, exact } = result.match;
  const rest = hits.slice(hitsShown);
  return element(
    'li',
    { class: 'result' },
    element('h2', {}, element('a', { href: withQuery(result.url, typed) }, result.title)),
    element('p', { class: 'record-line' }, result.recordLine),
    exact ? undefined : element('p', { class: 'near-note' }, 'Near: other forms of the words, not exactly these.'),
    hitList(hits.slice(0, hitsShown), result.url, typed),
    rest.length === 0
      ? undefined
      : element(
          'details',
          {},
          element('summary', {}, `${rest.length} more in this document`),
          hitList(rest, result.url, typed),
        ),
  );
}

function hitList(hits: readonly Hit[], url: string, typed: string): HTMLOListElement {
  return element('ol', { class: 'hits' }, ...hits.map((hit) => hitItem(hit, url, typed)));
}

function hitItem(hit: Hit, url: string, typed: string): HTMLLIElement {
  const inRecord = hit.anchor.startsWith(recordAnchor);
  const label = recordLabels[hit.anchor];
  return element(
    'li',
    {},
    element(
      'a',
      { href: `${withQuery(url, typed)}#${inRecord ? recordAnchor : hit.anchor}` },
      element('span', { class: 'place' }, passageLabel(hit.anchor)),
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

/** Address of a document that carries the query, so that the page can highlight it on arrival. */
function withQuery(url: string, typed: string): string {
  return typed.trim() === '' ? url : `${url}?q=${encodeURIComponent(typed)}`;
}
