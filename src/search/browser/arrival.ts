/**
 * Arriving at a document from a search: what was found is highlighted, the reader steps from hit to
 * hit, Escape ends it. The page's text is not touched: CSS highlights lie over it.
 */
import { placeName } from '../../edition/places.ts';
import style from '../../styles/arrival.css?inline';
import { highlightSpans } from '../shared/match.ts';
import { parseQuery } from '../shared/query.ts';
import type { DomPassage } from './dom-passages.ts';
import { domPassages } from './dom-passages.ts';
import { element } from './element.ts';

/** A highlighted place of the page. */
interface PageHit {
  readonly range: Range;
  readonly exact: boolean;
  readonly passage: DomPassage;
}

/**
 * Highlights a query in this page, and makes the address the clean permalink again.
 *
 * @param typed The query as it was typed.
 */
export function arrive(typed: string): void {
  history.replaceState(history.state, '', location.pathname + location.hash);
  const hits = hitsIn(typed);
  if (hits.length === 0 || !('highlights' in CSS)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const ranges = (exact: boolean) => hits.filter((hit) => hit.exact === exact).map(({ range }) => range);
  CSS.highlights.set('search-exact', new Highlight(...ranges(true)));
  CSS.highlights.set('search-near', new Highlight(...ranges(false)));
  const target = location.hash.slice(1);
  const first = hits.findIndex(({ passage }) => passage.anchor === target);
  stepThrough(hits, Math.max(first, 0));
}

function hitsIn(typed: string): PageHit[] {
  const passages = domPassages(document);
  const spans = highlightSpans(parseQuery(typed), passages);
  return passages.flatMap((passage, index) =>
    (spans[index] ?? []).map(({ start, end, exact }) => ({
      range: passage.range(start, end),
      exact,
      passage,
    })),
  );
}

/** The bar that leads from hit to hit. */
function stepThrough(hits: readonly PageHit[], first: number): void {
  let at = first;
  const place = element('span', { role: 'status' });
  const button = (name: string, words: string, act: () => void) => {
    const made = element('button', { type: 'button', 'aria-label': name }, words);
    made.addEventListener('click', act);
    return made;
  };
  const show = (to: number) => {
    at = (to + hits.length) % hits.length;
    const hit = hits[at];
    if (hit === undefined) return;
    place.textContent = `Hit ${at + 1} of ${hits.length}, ${placeName(hit.passage.anchor)}`;
    CSS.highlights.set('search-current', new Highlight(hit.range));
    bringIntoView(hit);
  };
  const end = () => {
    for (const name of ['search-exact', 'search-near', 'search-current']) CSS.highlights.delete(name);
    removeEventListener('keydown', onEscape);
    bar.remove();
  };
  const onEscape = (event: KeyboardEvent) => {
    // An open note closes first: Escape ends one thing at a time.
    if (event.key === 'Escape' && !document.querySelector(':popover-open')) end();
  };
  const bar = element(
    'div',
    { class: 'search-hits', role: 'group', 'aria-label': 'Search hits' },
    place,
    button('Previous hit', '↑', () => show(at - 1)),
    button('Next hit', '↓', () => show(at + 1)),
    button('End highlighting', '×', end),
  );
  addEventListener('keydown', onEscape);
  (document.querySelector('main') ?? document.body).append(bar);
  show(first);
}

/** Scrolls to a hit, opening what hides it: a folded record, a note that opens in place. */
function bringIntoView({ range, passage: { element: holder } }: PageHit): void {
  const folded = holder.closest('details') ?? holder.querySelector('details');
  if (folded) folded.open = true;
  if (holder instanceof HTMLElement && holder.popover !== null && !holder.checkVisibility()) {
    holder.showPopover();
  }
  const box = range.getBoundingClientRect();
  if (box.top >= 0 && box.bottom <= innerHeight * 0.85) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}
