/** The search page's script: from what is typed, or from the address, to the results. */
import { under } from '../../edition/addresses.ts';
import { spanOf } from '../shared/dates.ts';
import type { ConcordanceOrder } from '../shared/concordance.ts';
import { namesIn, withSpellings } from '../shared/names.ts';
import { everything, inField, parseQuery, soughtTerms, type Node } from '../shared/query.ts';
import {
  daysOf,
  isNarrowed,
  pageSize,
  readState,
  writeState,
  type SearchState,
  type Sorting,
} from '../shared/state.ts';
import { button, byId, element } from './element.ts';
import type { ExportForm } from './export.ts';
import { SearchEngine } from './engine.ts';
import { reasonOfFailure } from './failure.ts';
import {
  checkedAtOnce,
  checkNext,
  countsOf,
  find,
  isComplete,
  shownOf,
  TooManyWords,
  unknownWord,
  type Results,
} from './results.ts';
import {
  besideSections,
  chips,
  concordanceTable,
  countWords,
  facetSections,
  resultItem,
  spellingNotices,
  suggestion,
  summarySection,
  timeSection,
} from './views.ts';

const page = byId('search', HTMLElement);
const field = byId('search-field', HTMLInputElement);
const sorting = byId('search-sort', HTMLSelectElement);
const status = byId('search-status', HTMLElement);
const announcement = byId('search-announcement', HTMLElement);
const chosen = byId('search-chosen', HTMLElement);
const besideGroups = byId('search-beside', HTMLElement);
const tools = byId('search-tools', HTMLElement);
const linesOrder = byId('search-lines', HTMLSelectElement);
const lines = byId('search-concordance', HTMLElement);
const spellings = byId('search-spellings', HTMLElement);
const since = byId('search-since', HTMLInputElement);
const until = byId('search-until', HTMLInputElement);
const notices = byId('search-notices', HTMLElement);
const reason = byId('search-failure-reason', HTMLElement);
const failed = byId('search-failure', HTMLElement);
const list = byId('search-results', HTMLElement);
const facetColumn = byId('search-facets', HTMLElement);
const pages = byId('search-pages', HTMLElement);

const base = page.dataset['site'] ?? '/';
const bundle = new URL(`${base}pagefind/`, location.href).href;
const stamp = page.dataset['indexStamp'] ?? '';
const title = document.title;

/** The page at work: what is asked now, and which of its searches may still show results. */
class SearchPage {
  #state = readState(location.search);
  #failures = 0;
  #engine = new SearchEngine(bundle, stamp, this.#failures);
  /** Whether the next change of the words is a new step in the reader's history. */
  #isNewStep = true;
  /** What was found last, all that was looked through. */
  #found: Results | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;

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
    for (const date of [since, until]) {
      date.addEventListener('change', () =>
        this.#go({ ...this.#state, since: since.value, until: until.value, page: 1 }),
      );
    }
    linesOrder.addEventListener('change', () => {
      const order = linesOrder.value as ConcordanceOrder | '';
      this.#go({ ...this.#state, page: 1, lines: order === '' ? undefined : order });
    });
    tools.addEventListener('click', (event) => {
      const { form } = (event.target as HTMLElement).dataset;
      if (form !== undefined) void this.#take(form);
    });
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
    linesOrder.value = state.lines ?? '';
    spellings.replaceChildren();
    since.value = spanOf(state.since)?.first ?? '';
    until.value = spanOf(state.until)?.last ?? '';
    const query = parseQuery(state.q);
    const isEmpty = state.q.trim() === '' && !isNarrowed(state);
    const tree = query.tree ?? (state.q.trim() === '' && !isEmpty ? everything : undefined);
    page.dataset['state'] = isEmpty ? 'empty' : 'asked';
    document.title = state.q.trim() === '' ? title : `${state.q.trim()} — ${title}`;
    const days = daysOf(state);
    const backwards = days && days.first > days.last ? ['The last day is before the first, so nothing can match.'] : [];
    notices.replaceChildren(...[...query.notices, ...backwards].map((notice) => element('p', {}, notice)));
    chosen.replaceChildren(...chips(state));
    failed.hidden = true;
    if (tree === undefined) {
      this.#clear(isEmpty ? '' : 'Nothing was searched for.');
      return;
    }
    list.setAttribute('aria-busy', 'true');
    // An answer that is there at once needs no word before it.
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => (status.textContent = 'Searching…'), 200);
    let results: Results | undefined;
    const isCurrent = () => state === this.#state;
    this.#found = undefined;
    const look = async (upTo: number): Promise<void> => {
      try {
        const names = state.literal ? [] : await this.#engine.names();
        results ??= await find(this.#engine, withSpellings(tree, names), state);
        // Only when all are known can there be fewer pages than were asked for.
        const wanted = () => this.#state.page * pageSize;
        const lacks = (some: Results) => shownOf(some).length < wanted();
        let hasDrawn = false;
        while (isCurrent()) {
          const more =
            !isComplete(results) && (lacks(results) || ((!results.sure || state.lines) && results.checked < upTo));
          // What is on the screen is drawn again only where it changes.
          if (!more || (!hasDrawn && shownOf(results).length > wanted() - pageSize) || lacks(results)) {
            hasDrawn = this.#draw(results, look, !more);
          }
          if (!more) break;
          results = await checkNext(this.#engine, results, state.sort);
        }
        this.#found = results;
        list.removeAttribute('aria-busy');
        await this.#drawBeside(results, tree, state, isCurrent);
      } catch (error) {
        if (error instanceof TooManyWords) {
          if (!isCurrent()) return;
          notices.append(element('p', {}, error.message));
          this.#clear('Nothing was searched for.');
          return;
        }
        reportError(error);
        this.#failures += 1;
        this.#engine = new SearchEngine(bundle, stamp, this.#failures);
        reason.textContent = await reasonOfFailure(error, bundle, stamp);
        if (!isCurrent()) return;
        // Results that were found before stay, but nothing is counted.
        if (results === undefined || shownOf(results).length === 0) this.#clear('');
        else this.#say('');
        failed.hidden = false;
      } finally {
        if (isCurrent()) list.removeAttribute('aria-busy');
      }
    };
    // A concordance has every hit.
    await look(state.lines ? Infinity : checkedAtOnce);
  }

  /** What stands beside the results, for which the reader does not wait. */
  async #drawBeside(results: Results, tree: Node, state: SearchState, isCurrent: () => boolean): Promise<void> {
    const engine = this.#engine;
    if (!isCurrent()) return;
    spellings.replaceChildren(...spellingNotices(results.tree, state));
    const { exact, near, certain } = countsOf(results);
    tools.hidden = exact + near === 0;
    if (exact + near > 0) {
      const [file, dates] = await Promise.all([engine.facets(), engine.dates()]);
      if (!isCurrent()) return;
      facetColumn.replaceChildren(...timeSection(dates, results, state), ...facetSections(file, results, state));
    }
    const groups =
      state.q.trim() === '' || state.lines ? [] : besideSections(await engine.beside(), results.tree, base);
    const isPlain = soughtTerms(tree).every(({ field }) => field === undefined) && state.q.trim() !== '';
    if (isPlain && !state.lines) {
      const summaries = await find(engine, inField(tree, 'summary'), { ...state, sort: 'relevance' });
      groups.push(...summarySection(await checkNext(engine, summaries, 'relevance'), state, base));
    }
    if (isCurrent()) besideGroups.replaceChildren(...groups);
    const unknown = exact > 0 || !certain ? undefined : await unknownWord(engine, tree);
    if (unknown === undefined) return;
    const [words, { nearestName }] = await Promise.all([engine.words(''), import('../../edition/nearest-name.ts')]);
    const nearest = nearestName(unknown, words);
    if (nearest !== undefined && isCurrent()) spellings.append(suggestion(unknown, nearest, state));
  }

  /** Takes all results along in a form, or copies what the search was. */
  async #take(form: string): Promise<void> {
    const { q, sort, lines: order } = this.#state;
    let results = this.#found;
    if (results === undefined) return;
    try {
      if (form === 'copy') {
        await navigator.clipboard.writeText(searchInWords(results, q, page.dataset['edition'] ?? '', location.href));
        this.#say('The search was copied.');
        return;
      }
      while (!isComplete(results)) results = await checkNext(this.#engine, results, sort);
      const exporting = await import('./export.ts');
      const absolute = (address: string) => new URL(under(base, address), location.href).href;
      const all = shownOf(results);
      const content =
        form === 'lines'
          ? exporting.concordanceCsv(all, order ?? 'date', absolute)
          : await exporting.exported(form as ExportForm, all, absolute, base);
      const name = form === 'lines' ? 'concordance.csv' : `search.${form}`;
      const address = URL.createObjectURL(new Blob([content]));
      element('a', { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      this.#say(`${name}: ${all.length.toLocaleString('en')} ${all.length === 1 ? 'document' : 'documents'}.`);
    } catch (error) {
      reportError(error);
      this.#say('This could not be made: a file of the edition could not be loaded.');
    }
  }

  /** Draws what is known; returns whether there is a result on the screen. */
  #draw(results: Results, look: (upTo: number) => Promise<void>, isSettled: boolean): boolean {
    const { q } = this.#state;
    const found = shownOf(results);
    const { exact, near, certain } = countsOf(results);
    const last = Math.max(1, Math.ceil((certain ? exact + near : found.length) / pageSize));
    if (certain && this.#state.page > last) {
      this.#state = Object.assign(this.#state, { page: last });
      history.replaceState(history.state, '', location.pathname + writeState(this.#state));
    }
    const { page: number } = this.#state;
    const link = (to: number, words: string, rel: string) =>
      element('a', { href: writeState({ ...this.#state, page: to }) || '?', rel }, words);
    const parts: HTMLElement[] = [];
    if (number > 1) parts.push(link(number - 1, '← Previous page', 'prev'));
    if (last > 1 || number > 1) parts.push(element('span', {}, `Page ${number}${certain ? ` of ${last}` : ''}`));
    if (number < last) parts.push(link(number + 1, 'Next page →', 'next'));
    if (isSettled && !certain) {
      const more = button({}, 'Look through all', () => {
        more.disabled = true;
        void look(Infinity);
      });
      parts.push(more);
    }
    const shown = found.slice((number - 1) * pageSize, number * pageSize);
    const { lines: order } = this.#state;
    const carried = carriedBy(q, results);
    if (shown.length > 0 || isSettled) {
      list.replaceChildren(...(order ? [] : shown.map((result) => resultItem(result, carried, base))));
      lines.replaceChildren(...(order && isSettled ? [concordanceTable(found, order, carried, base)] : []));
      list.setAttribute('start', String((number - 1) * pageSize + 1));
      this.#say(countWords(results, q, isSettled));
      pages.replaceChildren(...(order ? parts.filter((part) => part instanceof HTMLButtonElement) : parts));
    }
    if (isSettled && shown.length === 0) for (const part of [facetColumn, besideGroups]) part.replaceChildren();
    return shown.length > 0;
  }

  /** Says something at once to the eye, to the ear when typing has stopped. */
  #say(words: string): void {
    status.textContent = words;
    clearTimeout(this.#waiting);
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => (announcement.textContent = words), 700);
  }

  #clear(words: string): void {
    for (const part of [list, lines, facetColumn, pages, besideGroups, spellings]) part.replaceChildren();
    tools.hidden = true;
    this.#say(words);
    list.removeAttribute('aria-busy');
  }
}

/** The query as it is carried to a document, with the spellings that were searched for too. */
function carriedBy(q: string, results: Results): string {
  const also = namesIn(results.tree).map(({ typed, others }) => ['also', [typed, ...others].join('|')]);
  return `?${new URLSearchParams([['q', q], ...also])}`;
}

/** What was searched, where, when and with what result, for a reader's notes. */
function searchInWords(results: Results, q: string, edition: string, address: string): string {
  const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
  return `${edition}, searched on ${today}. ${countWords(results, q)} ${address}`;
}

new SearchPage().start();
