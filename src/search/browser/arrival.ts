/** Arriving from a search: CSS highlights lie over what was found, the reader steps from hit to hit, Escape ends it. */
import { isPassage, placeName } from '../../edition/places.ts';
import style from '../../styles/arrival.css?inline';
import { highlightSpans } from '../shared/match.ts';
import { withSpellings } from '../shared/names.ts';
import { parseQuery, type Node as Query } from '../shared/query.ts';
import { button, element } from './element.ts';

/**
 * Highlights a query in this page, as it was typed and with the spellings of names that were searched for `also`, each
 * list divided by `|`; and makes the address the clean permalink again. The page's entry in the reader's history keeps
 * the query, so that loading it again shows the same.
 */
export function arrive(typed: string, also: readonly string[] = []): void {
  history.replaceState({ ...(history.state as object | null), typed, also }, '', location.pathname + location.hash);
  const { tree } = parseQuery(typed);
  const spellings = also.map((names) => names.split('|'));
  const hits = hitsIn(pagePassages(), tree && withSpellings(tree, spellings));
  if (hits.length === 0 || !('highlights' in CSS)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets.push(sheet);
  const ranges = (exact: boolean) => hits.filter((hit) => hit.exact === exact).map(({ range }) => range);
  CSS.highlights.set('search-exact', new Highlight(...ranges(true)));
  CSS.highlights.set('search-near', new Highlight(...ranges(false)));
  stepThrough(hits);
}

/** The passages of the page, less what is no text of the document: note markers, paragraph numbers, affixes that break a phrase. */
function pagePassages() {
  const all = [...document.querySelectorAll('[data-pagefind-body] :is(.file-line, [id])')];
  const holders = all.filter(({ id }) => id === '' || isPassage(id));
  return [...holders, ...document.querySelectorAll('[data-row] dd')].map((holder) => {
    const runs: { node: Text; start: number }[] = [];
    let text = '';
    const read = (node: Node): void => {
      if (node instanceof Text) {
        runs.push({ node, start: text.length });
        text += node.data;
      } else if (node instanceof Element && !node.matches('[data-pagefind-ignore]')) {
        if (/^(?:BR|P|LI|TD|TH|DT|DD|DIV|H\d)$/.test(node.tagName)) text += ' ';
        node.childNodes.forEach(read);
      }
    };
    read(holder);
    const row = holder.closest<HTMLElement>('[data-row]')?.dataset['row'];
    return { anchor: row === undefined ? holder.id || 'heading' : `record-${row}`, holder, text, runs };
  });
}

/** What of the passages answers a query, each with the page's own place of its words. */
function hitsIn(passages: ReturnType<typeof pagePassages>, tree: Query | undefined) {
  const spans = highlightSpans(tree, passages);
  return passages.flatMap(({ anchor, holder, runs }, at) =>
    (spans[at] ?? []).map(({ start, end, exact }) => {
      const range = document.createRange();
      // A passage may begin with a space that only divides it from the one before.
      const first = runs.findLast((run) => run.start <= start) ?? runs[0];
      const last = runs.findLast((run) => run.start < end);
      if (first) range.setStart(first.node, Math.max(0, start - first.start));
      if (last) range.setEnd(last.node, Math.min(end - last.start, last.node.length));
      return { anchor, holder, range, exact };
    }),
  );
}
type PageHit = ReturnType<typeof hitsIn>[number];

/** The bar that leads from hit to hit, beginning at the place that the address names. */
function stepThrough(hits: readonly PageHit[]): void {
  let at = 0;
  const place = element('span', { role: 'status' });
  const show = (to: number) => {
    at = (to + hits.length) % hits.length;
    const hit = hits[at];
    if (hit === undefined) return;
    place.textContent = `Hit ${at + 1} of ${hits.length}, ${placeName(hit.anchor)}`;
    CSS.highlights.set('search-current', new Highlight(hit.range));
    bringIntoView(hit);
  };
  const end = () => {
    CSS.highlights.clear();
    removeEventListener('keydown', onEscape);
    bar.remove();
    history.replaceState({ ...(history.state as object | null), typed: undefined }, '');
  };
  const onEscape = (event: KeyboardEvent) => {
    // An open note closes first: Escape ends one thing at a time.
    if (event.key === 'Escape' && !document.querySelector(':popover-open')) end();
  };
  const bar = element(
    'div',
    { class: 'search-hits', role: 'group', 'aria-label': 'Search hits' },
    place,
    button({ 'aria-label': 'Previous hit' }, '›', () => show(at - 1)),
    button({ 'aria-label': 'Next hit' }, '›', () => show(at + 1)),
    button({ 'aria-label': 'End highlighting' }, '×', end),
  );
  addEventListener('keydown', onEscape);
  (document.querySelector('main') ?? document.body).append(bar);
  const first = hits.findIndex(({ anchor }) => anchor === location.hash.slice(1));
  show(Math.max(first, 0));
}

/** Scrolls to a hit, opening what hides it: a folded record, a note that opens in place. */
function bringIntoView({ range, holder }: PageHit): void {
  const folded = holder.closest('details') ?? holder.querySelector('details');
  if (folded) folded.open = true;
  if (holder instanceof HTMLElement && holder.popover !== null && !holder.checkVisibility()) holder.showPopover();
  const box = range.getBoundingClientRect();
  if (box.top >= 0 && box.bottom <= innerHeight * 0.85) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}
