/** The search page's script: from what is typed, or from the address, to the results. */
import { isAnswerable, parseQuery } from '../shared/query.ts';
import { pageSize, readState, writeState, type SearchState, type Sorting } from '../shared/state.ts';
import { button, byId, element } from './element.ts';
import { SearchEngine } from './engine.ts';
import { reasonOfFailure } from './failure.ts';
import { checkFurther, find, isComplete, uncheckedAtOnce, type Results } from './results.ts';
import { countWords, facetSections, resultItem } from './views.ts';

const page = byId('search', HTMLElement);
const field = byId('search-field', HTMLInputElement);
const sorting = byId('search-sort', HTMLSelectElement);
const status = byId('search-status', HTMLElement);
const notices = byId('search-notices', HTMLElement);
const reason = byId('search-failure-reason', HTMLElement);
const failed = byId('search-failure', HTMLElement);
const list = byId('search-results', HTMLElement);
const facetColumn = byId('search-facets', HTMLElement);
const pages = byId('search-pages', HTMLElement);

const base = page.dataset['site'] ?? '/';
const bundle = new URL(`${base}pagefind/`, location.href).href;
const stamp = page.dataset['indexStamp'] ?? '';

/** The page at work: what is asked now, and which of its searches may still show results. */
class SearchPage {
  #state = readState(location.search);
  #failures = 0;
  #engine = new SearchEngine(bundle, stamp, this.#failures);
  /** Whether the next change of the words is a new step in the reader's history. */
  #isNewStep = true;

  /** Listens, and shows what the address asks for. */
  start(): void {
    field.addEventListener('input', () => {
      const next = { ...this.#state, q: field.value, page: 1 };
      const address = location.pathname + writeState(next);
      // While words are typed the address follows; only the first letter is a step of its own.
      if (this.#isNewStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      this.#isNewStep = false;
      void this.#show(next);
    });
    byId('search-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, q: field.value, page: 1 });
    });
    sorting.addEventListener('change', () => this.#go({ ...this.#state, sort: sorting.value as Sorting, page: 1 }));
    addEventListener('popstate', () => {
      this.#isNewStep = true;
      void this.#show(readState(location.search));
    });
    addEventListener('online', () => {
      if (!failed.hidden) void this.#show(this.#state);
    });
    byId('search-again', HTMLElement).addEventListener('click', () => void this.#show(this.#state));

    // Links to other states of this page need no new page.
    page.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#go(readState(link.search));
      status.focus();
    });

    page.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...list.querySelectorAll('a')].filter((a) => a.checkVisibility());
      const at = links.indexOf(document.activeElement as HTMLAnchorElement);
      const inField = document.activeElement === field;
      if (event.key === 'ArrowDown' && (inField || at >= 0)) links[at + 1]?.focus();
      else if (event.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? field).focus();
      else if (event.key === 'Escape' && inField && field.value !== '') this.#go({ ...this.#state, q: '', page: 1 });
      else if (event.key === 'Escape' && !inField) field.focus();
      else return;
      event.preventDefault();
    });

    void this.#show(this.#state);
  }

  /** Goes to a state as to a new page: Back leads here again. */
  #go(next: SearchState): void {
    this.#isNewStep = true;
    if (writeState(next) !== writeState(this.#state)) {
      history.pushState(null, '', location.pathname + writeState(next));
    }
    void this.#show(next);
  }

  /** Shows a state. What was begun for an earlier one is given up. */
  async #show(next: SearchState): Promise<void> {
    const state = { ...next };
    this.#state = state;
    field.value = state.q;
    sorting.value = state.sort;
    const query = parseQuery(state.q);
    const isEmpty = state.q.trim() === '';
    page.dataset['state'] = isEmpty ? 'empty' : 'asked';
    notices.replaceChildren(...query.notices.map((notice) => element('p', {}, notice)));
    failed.hidden = true;
    if (!isAnswerable(query)) {
      this.#clear(isEmpty ? '' : 'Nothing was searched for.');
      return;
    }
    list.setAttribute('aria-busy', 'true');
    if (list.childElementCount === 0) status.textContent = 'Searching…';
    let results: Results | undefined;
    const look = async (wanted: number, atMost: number): Promise<void> => {
      try {
        results ??= await find(this.#engine, query, state);
        const asked = { query, sort: state.sort, wanted, atMost };
        if (state === this.#state) results = await checkFurther(this.#engine, results, asked);
        if (state !== this.#state) return;
        this.#draw(results, look);
        if (results.places.length === 0) return;
        // Counts by facet come after the results: the reader waits for those.
        const sections = facetSections(await this.#engine.facets(), results, state);
        if (state === this.#state) facetColumn.replaceChildren(...sections);
      } catch (error) {
        reportError(error);
        this.#failures += 1;
        this.#engine = new SearchEngine(bundle, stamp, this.#failures);
        reason.textContent = await reasonOfFailure(bundle, stamp);
        if (state !== this.#state) return;
        // Results that were found before stay.
        if (results === undefined || results.found.length === 0) this.#clear('');
        failed.hidden = false;
      } finally {
        if (state === this.#state) list.removeAttribute('aria-busy');
      }
    };
    // A later page was asked for by its address: what comes before it has to be looked through.
    await look(state.page * pageSize, state.page === 1 ? uncheckedAtOnce : Infinity);
  }

  #draw(results: Results, look: (wanted: number, atMost: number) => Promise<void>): void {
    const { q, page: number } = this.#state;
    const { found } = results;
    const complete = isComplete(results);
    const last = Math.ceil(found.length / pageSize);
    const link = (to: number, words: string, rel: string) =>
      element('a', { href: writeState({ ...this.#state, page: to }) || '?', rel }, words);
    const parts: HTMLElement[] = [];
    if (number > 1) parts.push(link(number - 1, '← Previous page', 'prev'));
    if (last > 1 || number > 1) {
      parts.push(element('span', {}, `Page ${number}${complete ? ` of ${Math.max(last, 1)}` : ''}`));
    }
    const more = button({}, 'Look through more', () => {
      more.disabled = true;
      void look(found.length + 1, uncheckedAtOnce);
    });
    const isFull = found.length >= number * pageSize && !complete;
    if (number < last || isFull) parts.push(link(number + 1, 'Next page →', 'next'));
    else if (!complete) parts.push(more);
    const shown = found.slice((number - 1) * pageSize, number * pageSize);
    list.replaceChildren(...shown.map((result) => resultItem(result, q, base)));
    list.setAttribute('start', String((number - 1) * pageSize + 1));
    status.textContent = countWords(results, q);
    pages.replaceChildren(...parts);
  }

  #clear(words: string): void {
    for (const part of [list, facetColumn, pages]) part.replaceChildren();
    status.textContent = words;
    list.removeAttribute('aria-busy');
  }
}

new SearchPage().start();
