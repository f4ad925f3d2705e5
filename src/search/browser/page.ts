/** The search page's script: from what is typed, or from the address, to the results. */
import { parseQuery } from '../shared/query.ts';
import type { SearchState, Sorting } from '../shared/state.ts';
import { pageSize, readState, writeState } from '../shared/state.ts';
import { byId, element } from './element.ts';
import { SearchEngine } from './engine.ts';
import { SearchFailure, failureWords } from './failure.ts';
import { CheckedResults, uncheckedAtOnce } from './results.ts';
import { countWords, facetSections, resultItem } from './views.ts';

const page = byId('search', HTMLElement);
const form = byId('search-form', HTMLFormElement);
const field = byId('search-field', HTMLInputElement);
const sorting = byId('search-sort', HTMLSelectElement);
const status = byId('search-status', HTMLElement);
const notices = byId('search-notices', HTMLElement);
const failed = byId('search-failure', HTMLElement);
const list = byId('search-results', HTMLElement);
const facetColumn = byId('search-facets', HTMLElement);
const pages = byId('search-pages', HTMLElement);

const base = page.dataset['site'] ?? '/';
const bundle = new URL(`${base}pagefind/`, location.href).href;
const engine = new SearchEngine(bundle, page.dataset['indexStamp'] ?? '');

/** The page at work: what is asked now, and which of its searches may still show results. */
class SearchPage {
  #state = readState(location.search);
  /** Counts the searches begun: only the last one may show its results. */
  #latest = 0;
  /** Whether the next change of the words is a new step in the reader's history. */
  #isNewStep = true;

  /** Shows what the address asks for, and listens. */
  start(): void {
    this.#listen();
    this.#fillForm();
    void this.#show(this.#state);
  }

  #listen(): void {
    field.addEventListener('input', () => {
      const next: SearchState = { ...this.#state, q: field.value, page: 1 };
      const address = location.pathname + writeState(next);
      // While words are typed the address follows; only the first letter is a step of its own.
      if (this.#isNewStep) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      this.#isNewStep = false;
      void this.#show(next);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, q: field.value, page: 1 });
    });
    sorting.addEventListener('change', () => {
      this.#go({ ...this.#state, sort: sorting.value as Sorting, page: 1 });
    });
    addEventListener('popstate', () => {
      this.#isNewStep = true;
      void this.#show(readState(location.search));
      this.#fillForm();
    });
    addEventListener('online', () => {
      if (!failed.hidden) void this.#show(this.#state);
    });
    byId('search-again', HTMLElement).addEventListener('click', () => void this.#show(this.#state));

    // Links to other states of this page need no new page.
    page.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
        return;
      }
      event.preventDefault();
      this.#go(readState(link.search));
      this.#fillForm();
      status.focus();
    });

    page.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const links = [...list.querySelectorAll<HTMLAnchorElement>('a')].filter((a) => a.checkVisibility());
      const at = links.indexOf(document.activeElement as HTMLAnchorElement);
      const inField = document.activeElement === field;
      if (event.key === 'ArrowDown' && (inField || at >= 0)) links[at + 1]?.focus();
      else if (event.key === 'ArrowUp' && at > 0) links[at - 1]?.focus();
      else if (event.key === 'ArrowUp' && at === 0) field.focus();
      else if (event.key === 'Escape' && inField && field.value !== '') this.#go({ ...this.#state, q: '', page: 1 });
      else if (event.key === 'Escape' && !inField) field.focus();
      else return;
      event.preventDefault();
      if (event.key === 'Escape') this.#fillForm();
    });
  }

  /** Shows a state. What was begun for an earlier one is given up. */
  async #show(next: SearchState): Promise<void> {
    this.#state = next;
    this.#latest += 1;
    const mine = this.#latest;
    const query = parseQuery(this.#state.q);
    page.dataset['state'] = this.#state.q.trim() === '' ? 'empty' : 'asked';
    notices.replaceChildren(...query.notices.map((notice) => element('p', {}, notice)));
    failed.hidden = true;
    if (!query.terms.some(({ excluded }) => !excluded)) {
      this.#clear(this.#state.q.trim() === '' ? '' : 'Nothing was searched for.');
      return;
    }
    list.setAttribute('aria-busy', 'true');
    if (list.childElementCount === 0) status.textContent = 'Searching…';
    let results: CheckedResults | undefined;
    try {
      results = new CheckedResults(query, await engine.candidates(query, this.#state));
      if (mine !== this.#latest) return;
      await this.#lookThrough(results, mine);
      if (mine !== this.#latest || results.candidates === 0) return;
      // Counts by facet come after the results: the reader waits for those.
      await this.#drawFacets(results, mine);
    } catch (error) {
      if (mine === this.#latest) this.#fail(error, results);
    } finally {
      if (mine === this.#latest) list.removeAttribute('aria-busy');
    }
  }

  /** Checks candidates as far as the page of results needs, and shows what answers. */
  async #lookThrough(results: CheckedResults, mine: number): Promise<void> {
    const wanted = this.#state.page * pageSize;
    // A later page was asked for by its address: what comes before it has to be looked through.
    await results.check(wanted, this.#state.page === 1 ? uncheckedAtOnce : Infinity);
    if (mine === this.#latest) this.#draw(results, mine);
  }

  async #drawFacets(results: CheckedResults, mine: number): Promise<void> {
    const index = await engine.facetIndex();
    if (mine === this.#latest) facetColumn.replaceChildren(...facetSections(index, results, this.#state));
  }

  #draw(results: CheckedResults, mine: number): void {
    list.replaceChildren(...results.page(this.#state.page).map((result) => resultItem(result, this.#state.q, base)));
    list.setAttribute('start', String((this.#state.page - 1) * pageSize + 1));
    status.textContent = countWords(results, this.#state.q);
    pages.replaceChildren(...this.#pageLinks(results, mine));
  }

  #pageLinks(results: CheckedResults, mine: number): HTMLElement[] {
    const last = Math.ceil(results.found.length / pageSize);
    const full = results.found.length >= this.#state.page * pageSize;
    const link = (to: number, words: string, rel: string) =>
      element('a', { href: writeState({ ...this.#state, page: to }) || '?', rel }, words);
    const more = element('button', { type: 'button' }, 'Look through more');
    more.addEventListener('click', () => {
      more.disabled = true;
      results
        .check(results.found.length + 1, uncheckedAtOnce)
        .then(() => {
          if (mine === this.#latest) this.#draw(results, mine);
          return this.#drawFacets(results, mine);
        })
        .catch((error: unknown) => mine === this.#latest && this.#fail(error, results));
    });
    return [
      ...(this.#state.page > 1 ? [link(this.#state.page - 1, '← Previous page', 'prev')] : []),
      ...(last > 1 || this.#state.page > 1
        ? [element('span', {}, `Page ${this.#state.page}${results.complete ? ` of ${Math.max(last, 1)}` : ''}`)]
        : []),
      ...(this.#state.page < last || (full && !results.complete)
        ? [link(this.#state.page + 1, 'Next page →', 'next')]
        : []),
      ...(!full && !results.complete ? [more] : []),
    ];
  }

  #clear(words: string): void {
    for (const part of [list, facetColumn, pages]) part.replaceChildren();
    status.textContent = words;
    list.removeAttribute('aria-busy');
  }

  /** Says what failed; results that were found before stay. */
  #fail(error: unknown, results: CheckedResults | undefined): void {
    if (results === undefined || results.found.length === 0) this.#clear('');
    if (!(error instanceof SearchFailure)) reportError(error);
    byId('search-failure-reason', HTMLElement).textContent =
      error instanceof SearchFailure ? error.message : failureWords.broken;
    failed.hidden = false;
  }

  /** Goes to a state as to a new page: Back leads here again. */
  #go(next: SearchState): void {
    this.#isNewStep = true;
    if (writeState(next) !== writeState(this.#state)) {
      history.pushState(null, '', location.pathname + writeState(next));
    }
    void this.#show(next);
  }

  #fillForm(): void {
    field.value = this.#state.q;
    sorting.value = this.#state.sort;
  }
}

new SearchPage().start();
