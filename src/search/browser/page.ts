/** The search page's script: from what is typed, or from the address, to the results. */
import { counted, documentsInWords } from '../../edition/counts.ts';
import { spanOf } from '../../edition/date-words.ts';
import { namesIn, withSpellings } from '../shared/names.ts';
import { matchLine } from '../shared/match.ts';
import { everything, parseQuery, readOtherwise, sideBySide, soughtTerms, unquoted } from '../shared/query.ts';
import type { Node } from '../shared/query.ts';
import { facets, type Facet } from '../shared/record.ts';
import { daysOf, isNarrowed, linesBy, pageSize, readState, writeState, type SearchState } from '../shared/state.ts';
import type { Entry } from '../shared/index-files.ts';
import { fold } from '../shared/words.ts';
import { button, byId, element } from './element.ts';
import type { ExportForm } from './export.ts';
import { searchEngine } from './engine.ts';
import { reasonOfFailure, tryWebAssembly } from './failure.ts';
import { asksForWords, checkedAtOnce, checkNext, countsOf, find, isComplete, shownOf } from './results.ts';
import { TooManyWords, unknownWords, type Results } from './results.ts';
import * as views from './views.ts';

const page = byId('search', HTMLElement);
const form = byId('search-form', HTMLFormElement);
const field = byId('search-field', HTMLInputElement);
const status = byId('search-status', HTMLElement);
const announcement = byId('search-announcement', HTMLElement);
const chosen = byId('search-chosen', HTMLElement);
const notices = byId('search-notices', HTMLElement);
const failed = byId('search-failure', HTMLElement);
const reason = byId('search-failure-reason', HTMLElement);
const spellings = byId('search-spellings', HTMLElement);
const named = byId('search-named', HTMLElement);
const lines = byId('search-concordance', HTMLElement);
const list = byId('search-results', HTMLElement);
const pages = byId('search-pages', HTMLElement);
const tools = byId('search-tools', HTMLElement);
const further = byId('search-further', HTMLElement);
const narrowing = byId('search-narrowing', HTMLDetailsElement);
const ways = byId('search-ways', HTMLElement);
const facetColumn = byId('search-facets', HTMLElement);

const bundle = new URL(views.href('/pagefind/'), location.href).href;
const stamp = page.dataset['indexStamp'] ?? '';
const title = document.title;
byId('search-unserved', HTMLElement).remove();

/** As in the styles: where what narrows the results has a column beside them. */
const wide = matchMedia('(width > 48rem)');

/**
 * Writes a state into the address and the reader's history. A browser may refuse where there were many in a short time
 * (Safari: a hundred in half a minute): the search goes on, and the next state that is written says as much.
 */
function enter(how: 'pushState' | 'replaceState', kept: unknown, search = location.search): void {
  try {
    history[how](kept, '', location.pathname + search);
  } catch (error) {
    reportError(error);
  }
}

/** After this typing has stopped; in milliseconds. */
const typingPause = 700;

/** The page at work: what is asked now, and which of its searches may still show results. */
class SearchPage {
  #state = readState(location.search);
  #failures = 0;
  #engine = searchEngine(bundle, stamp, this.#failures);
  /** Whether the next change of the words is a new step in the reader's history. */
  #isNewStep = true;
  /** What was found last, all that was looked through. */
  #found: Results | undefined;
  /** Where the reader was in the results to which the history leads back; in pixels. */
  #scroll: number | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #announcing: ReturnType<typeof setTimeout> | undefined;

  /** Listens, and shows what the address asks for. */
  start(): void {
    // Whoever goes to the field will type in it.
    field.addEventListener('focus', () => this.#engine.open());
    field.addEventListener('input', () => {
      const next = { ...this.#state, q: field.value, page: 1 };
      // While words are typed the address follows; only the first letter is a step of its own.
      enter(this.#isNewStep ? 'pushState' : 'replaceState', null, writeState(next));
      this.#isNewStep = false;
      void this.#show(next);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#go({ ...this.#state, q: field.value, page: 1 });
    });
    // The order and the days have in the form the names that they have in the state.
    form.addEventListener('change', ({ target }) => {
      const { name, value } = target as HTMLInputElement | HTMLSelectElement;
      if (target !== field) this.#go({ ...this.#state, [name]: value, page: 1 });
    });
    tools.addEventListener('click', (event) => {
      const { form: wanted } = (event.target as HTMLElement).dataset;
      if (wanted !== undefined) void this.#take(wanted);
    });
    // The browser's own return to a place comes before the results do.
    history.scrollRestoration = 'manual';
    const keepPlace = () => enter('replaceState', { scroll: scrollY });
    addEventListener('click', keepPlace, { capture: true });
    // WebKit 2.50, as in Safari 26, does not say when scrolling has ended.
    let resting: ReturnType<typeof setTimeout> | undefined;
    addEventListener('scroll', () => {
      clearTimeout(resting);
      resting = setTimeout(keepPlace, 100);
    });
    addEventListener('popstate', () => this.#return());
    addEventListener('online', () => {
      if (!failed.hidden) void this.#show(this.#state);
    });
    byId('search-again', HTMLElement).addEventListener('click', () => {
      status.focus();
      void this.#show(this.#state);
    });

    this.#placeNarrowing();
    wide.addEventListener('change', () => this.#placeNarrowing());

    // Links to other states of this page need no new page.
    page.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?"]');
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#go(readState(link.search));
      narrowing.open = wide.matches;
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

    this.#return();
  }

  /** Puts what narrows the results where it is read: beside and after them, or on a phone folded above them. */
  #placeNarrowing(): void {
    if (wide.matches) narrowing.parentElement?.append(narrowing);
    else narrowing.parentElement?.prepend(narrowing);
    narrowing.open = wide.matches;
  }

  /** Shows what the address says, where the reader was in it. */
  #return(): void {
    this.#isNewStep = true;
    this.#scroll = (history.state as { scroll?: number } | null)?.scroll;
    void this.#show(readState(location.search));
  }

  /** Goes to a state as to a new page: Back leads here again. */
  #go(next: SearchState): void {
    this.#isNewStep = true;
    this.#scroll = undefined;
    if (writeState(next) !== writeState(this.#state)) enter('pushState', null, writeState(next));
    void this.#show(next);
  }

  /** Shows a state. What was begun for an earlier one is given up. */
  async #show(next: SearchState): Promise<void> {
    const state = { ...next };
    this.#state = state;
    const { q, sort } = state;
    // The form shows whole days: of a month or a year its first, and its last.
    const [since, until] = [spanOf(state.since)?.first ?? '', spanOf(state.until)?.last ?? ''];
    const shown = { q, sort, since, until };
    for (const [name, value] of Object.entries(shown))
      (form.elements.namedItem(name) as HTMLInputElement).value = value;
    const query = parseQuery(state.q);
    const hasWords = state.q.trim() !== '';
    const isEmpty = !hasWords && !isNarrowed(state);
    const tree = query.tree ?? (hasWords || isEmpty ? undefined : everything);
    if (isEmpty) page.dataset['state'] = 'empty';
    else if (page.dataset['state'] === 'empty') page.dataset['state'] = 'asked';
    document.title = hasWords ? `${state.q.trim()} — ${title}` : title;
    const days = daysOf(state);
    const backwards = days && days.first > days.last ? ['The last day is before the first, so nothing can match.'] : [];
    notices.replaceChildren(...[...query.notices, ...backwards].map((notice) => element('p', {}, notice)));
    chosen.replaceChildren(...views.chips(state));
    failed.hidden = true;
    this.#found = undefined;
    if (tree === undefined) {
      this.#clear(isEmpty ? '' : 'Nothing was searched for.');
      return;
    }
    list.setAttribute('aria-busy', 'true');
    // An answer that is there at once needs no word before it.
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => (status.textContent = 'Searching…'), 200);
    // A concordance has every hit.
    await this.#look(tree, state, linesBy(state) ? Infinity : checkedAtOnce);
  }

  /** Looks through so many candidates, or those that the page lacks, after those of `before`, and draws what is found. */
  async #look(tree: Node, state: SearchState, upTo: number, before?: Results): Promise<void> {
    const engine = this.#engine;
    const isCurrent = () => state === this.#state;
    let results = before;
    try {
      tryWebAssembly();
      if (asksForWords(tree)) engine.open();
      const [register] = await Promise.all([engine.register(), engine.size()]);
      results ??= await find(engine, await this.#spelled(tree, state), state);
      const lookOn = () => void this.#look(tree, state, Infinity, results);
      let drawn = -Infinity;
      for (;;) {
        const onPage = Math.min(shownOf(results).length - (state.page - 1) * pageSize, pageSize);
        // Only when all are known can there be fewer pages than were asked for.
        const isWanting = onPage < pageSize || ((!results.sure || linesBy(state)) && results.checked < upTo);
        const goesOn = isWanting && !isComplete(results);
        // No hit is said only where there is none.
        if (!goesOn && onPage <= 0) await engine.expectWhole();
        if (!isCurrent()) return;
        // What is on the screen is drawn again only where it changes.
        if (!goesOn || onPage > drawn) this.#draw(results, register, !goesOn, lookOn);
        drawn = onPage;
        if (!goesOn) break;
        results = await checkNext(engine, results);
      }
      await engine.expectWhole();
      if (!isCurrent()) return;
      this.#found = results;
      list.removeAttribute('aria-busy');
      await this.#drawBeside(results, tree, isCurrent);
      // The page has its whole length only now.
      if (isCurrent() && this.#scroll !== undefined) scrollTo(0, this.#scroll);
      this.#scroll = undefined;
    } catch (error) {
      if (error instanceof TooManyWords) {
        if (!isCurrent()) return;
        notices.append(element('p', {}, error.message));
        this.#clear('Nothing was searched for.');
        return;
      }
      reportError(error);
      this.#failures += 1;
      this.#engine = searchEngine(bundle, stamp, this.#failures);
      reason.textContent = await reasonOfFailure(error, bundle, stamp);
      if (!isCurrent()) return;
      // Results that were found before stay, but nothing is counted.
      if (results === undefined || shownOf(results).length === 0) this.#clear('');
      else this.#say('');
      failed.hidden = false;
    } finally {
      if (isCurrent()) list.removeAttribute('aria-busy');
    }
  }

  /** A query with each name in all its spellings, unless only the typed one is wanted. */
  async #spelled(tree: Node, { literal }: SearchState): Promise<Node> {
    const names = literal ? [] : (await this.#engine.register()).map((entry) => entry.names);
    return withSpellings(tree, names);
  }

  /** What stands beside and below the results, for which the reader does not wait. */
  async #drawBeside(results: Results, tree: Node, isCurrent: () => boolean): Promise<void> {
    const engine = this.#engine;
    const { state } = results;
    const { exact, near, certain } = countsOf(results);
    tools.hidden = exact + near === 0;
    if (exact + near > 0) {
      const names = Object.keys(facets) as Facet[];
      const columns = await Promise.all(names.map(async (name) => [name, await engine.column(name)] as const));
      const sent = await engine.column('sent');
      if (!isCurrent()) return;
      facetColumn.replaceChildren(...views.timeSection(sent, results), ...views.facetSections(columns, results));
      narrowing.hidden = facetColumn.childElementCount === 0;
      ways.textContent = `in ${counted(facetColumn.childElementCount, 'way')}`;
    }
    const groups: HTMLElement[] = [];
    if (state.q.trim() !== '' && !linesBy(state)) {
      groups.push(...views.pagesSection(await engine.pages(), results.tree));
      const other = { ...state, q: `summary:(${state.q.trim()})`, sort: 'relevance', page: 1 } as const;
      const inSummaries = parseQuery(other.q).tree;
      if (inSummaries && soughtTerms(tree).every((term) => term.field === undefined))
        groups.push(...views.summarySection(await checkNext(engine, await find(engine, inSummaries, other))));
    }
    if (isCurrent()) further.replaceChildren(...groups);
    if (exact > 0 || !certain) return;
    // Whoever types on means what begins so.
    await new Promise((resolve) => setTimeout(resolve, typingPause));
    if (!isCurrent()) return;
    const helpful = await this.#suggestions(tree, state);
    const relaxed = near > 0 ? [] : await this.#relaxations(state);
    if (isCurrent()) spellings.append(...helpful, ...relaxed);
  }

  /** What another search finds, `nearly` or only exactly, as far as its first candidates tell; undefined where that is nothing. */
  async #tried(other: SearchState, nearly = false): Promise<Results | undefined> {
    const { tree } = parseQuery(other.q);
    if (!tree) return undefined;
    // By date no links are asked for, which only rank.
    const spelled = await this.#spelled(tree, other);
    const found = await find(this.#engine, spelled, { ...other, sort: 'oldest' }).catch((error: unknown) => {
      if (!(error instanceof TooManyWords)) throw error;
    });
    if (!found) return undefined;
    const checked = found.sure ? found : await checkNext(this.#engine, found);
    const { exact, near } = countsOf(checked);
    return exact > 0 || (nearly && near > 0) ? checked : undefined;
  }

  /** What there is without some of the words, or without what narrows the search, where all together are nowhere. */
  async #relaxations(state: SearchState): Promise<HTMLElement[]> {
    const offered: HTMLElement[] = [];
    const offer = async (without: string, other: SearchState) => {
      const found = await this.#tried(other);
      if (found) offered.push(views.relaxation(without, found, other));
    };
    const bare = unquoted(state.q);
    if (bare !== state.q) await offer('quotation marks', { ...state, q: bare, page: 1 });
    const typed = sideBySide(state.q);
    // Of a phrase alone nothing is left out but its words.
    const words = typed.length === 1 && offered.length === 0 ? sideBySide(bare) : typed;
    const offerOnly = (left: readonly string[]) => {
      const without = words.filter((word) => !left.includes(word));
      return offer(views.wordsInList(without), { ...state, q: left.join(' '), page: 1 });
    };
    if (words.length <= mostTried) for (const word of words) await offerOnly(words.filter((one) => one !== word));
    if (isNarrowed(state)) await offer('what narrows it', { ...state, page: 1, facets: {}, since: '', until: '' });
    if (offered.length === 0 && words.length <= mostTogether) await offerOnly(await this.#foundTogether(words, state));
    return offered;
  }

  /** Those of some words that are found together, beginning with the rarest: a whole question leads to what it is about. */
  async #foundTogether(words: readonly string[], state: SearchState): Promise<string[]> {
    const found: { word: string; places: number }[] = [];
    for (const word of words) {
      const places = (await this.#tried({ ...state, q: word }))?.exact.length;
      if (places !== undefined) found.push({ word, places });
    }
    // What is taken away stays taken away.
    let together = words.filter((word) => word.startsWith('-'));
    for (const { word } of found.sort((one, other) => one.places - other.places)) {
      const more = words.filter((one) => one === word || together.includes(one));
      if (await this.#tried({ ...state, q: more.join(' ') })) together = more;
    }
    return together;
  }

  /** What was probably meant by words that are nowhere, and what there is where a field has nothing so called. */
  async #suggestions(tree: Node, state: SearchState): Promise<HTMLElement[]> {
    const engine = this.#engine;
    const offered: HTMLElement[] = [];
    for (const q of readOtherwise(state.q)) {
      if (await this.#tried({ ...state, q })) offered.push(views.suggestion(q, q, state));
    }
    for (const term of soughtTerms(tree)) {
      if (term.field !== 'kind' && term.field !== 'volume') continue;
      const values = (await engine.column(term.field)).map(([value]) => value);
      if (!values.some((value) => matchLine(term, value))) offered.push(views.choicesOf(term.field, values));
    }
    const unknown = (await unknownWords(engine, tree)).filter((word) => /^\p{L}{4,}$/u.test(word));
    if (unknown.length === 0) return offered;
    const [words, { nearestName }] = await Promise.all([engine.words(''), import('../../edition/nearest-name.ts')]);
    // A capital means a name, if not a word with one letter wrong: Peking is not packing.
    const isName = (word = '') => /^\p{Lu}/u.test(word);
    const meant: string[] = [];
    let corrected = state.q;
    for (const word of unknown) {
      const alike = words.filter((other) => {
        const folded = fold(other);
        return folded[0] === word[0] || folded.slice(1) === word.slice(1);
      });
      const typed = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu');
      const nearest = isName(typed.exec(corrected)?.[0])
        ? (nearestName(word, alike.filter(isName)) ?? nearestName(word, alike, 1))
        : nearestName(word, alike);
      if (nearest === undefined) continue;
      meant.push(nearest);
      corrected = corrected.replace(typed, nearest);
    }
    const leads = meant.length > 0 && (await this.#tried({ ...state, q: corrected }, true));
    return leads ? [...offered, views.suggestion(meant.join(' '), corrected, state)] : offered;
  }

  /** Takes all results along in a form, or copies what was searched, where, when and with what result. */
  async #take(wanted: string): Promise<void> {
    const { q } = this.#state;
    let results = this.#found;
    if (results === undefined) return;
    try {
      if (wanted === 'copy') {
        const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long' });
        const what = `${page.dataset['edition'] ?? ''}, searched on ${today}. ${views.countWords(results, q)}`;
        await navigator.clipboard.writeText(`${what} ${location.href}`);
        this.#say('The search was copied.');
        return;
      }
      while (!isComplete(results)) results = await checkNext(this.#engine, results);
      const { exported } = await import('./export.ts');
      const all = shownOf(results);
      const content = await exported(wanted as ExportForm, all, linesBy(this.#state) ?? 'date');
      const name = wanted === 'lines' ? 'concordance.csv' : `search.${wanted}`;
      const address = URL.createObjectURL(new Blob([content]));
      element('a', { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
      this.#say(`${name}: ${documentsInWords(all.length)}.`);
    } catch (error) {
      reportError(error);
      this.#say(
        wanted === 'copy'
          ? 'The search was not copied: the browser forbids it.'
          : 'This could not be made: a file of the edition could not be loaded.',
      );
    }
  }

  /** Draws what is known, with `lookOn` for all candidates. */
  #draw(results: Results, register: readonly Entry[], isDone: boolean, lookOn: () => void): void {
    const { q } = this.#state;
    const order = linesBy(this.#state);
    const found = shownOf(results);
    const { exact, near, certain } = countsOf(results);
    const last = Math.max(1, Math.ceil((certain ? exact + near : found.length) / pageSize));
    if (certain && this.#state.page > last) {
      this.#state = Object.assign(this.#state, { page: last });
      enter('replaceState', history.state, writeState(this.#state));
    }
    const { page: number } = this.#state;
    const shown = found.slice((number - 1) * pageSize, number * pageSize);
    if (shown.length === 0 && !isDone) return;
    // With the results, so that these do not move.
    named.replaceChildren(...(order || q.trim() === '' ? [] : views.registerSection(register, results.tree)));
    spellings.replaceChildren(...views.spellingNotices(results.tree, this.#state));
    // The query as it is carried to a document, with the spellings that were searched for too.
    const also = namesIn(results.tree).map(({ typed, others }) => ['also', [typed, ...others].join('|')]);
    const carried = `?${new URLSearchParams([['q', q], ...also])}`;
    const firstNear = shown.find(({ match }) => !match.exact);
    list.replaceChildren(
      ...(order ? [] : shown.map((result) => views.resultItem(result, carried, result === firstNear))),
    );
    list.setAttribute('start', String((number - 1) * pageSize + 1));
    lines.replaceChildren(...(order && isDone ? [views.concordanceTable(found, order, carried)] : []));
    this.#say(views.countWords(results, q, isDone));
    const link = (page: number, words: string, rel: string) =>
      views.stateLink({ ...this.#state, page }, words, { rel });
    const more = button({}, 'Look through all', () => {
      more.disabled = true;
      status.focus();
      lookOn();
    });
    pages.replaceChildren(
      ...(order || number === 1 ? [] : [link(number - 1, 'Previous page', 'prev')]),
      ...(order || last === 1 ? [] : [element('span', {}, `Page ${number}${certain ? ` of ${last}` : ''}`)]),
      ...(order || number >= last ? [] : [link(number + 1, 'Next page', 'next')]),
      ...(isDone && !certain ? [more] : []),
    );
    if (this.#scroll !== undefined) scrollTo(0, this.#scroll);
    page.dataset['state'] = shown.length > 0 ? 'asked' : 'nothing';
    // There before what will stand in it, so that nothing moves: one document alone cannot be narrowed.
    if (shown.length !== 1) narrowing.hidden = shown.length === 0;
    if (shown.length === 0) for (const part of [facetColumn, further]) part.replaceChildren();
  }

  /** Says something at once to the eye, to the ear when typing has stopped. */
  #say(words: string): void {
    status.textContent = words;
    clearTimeout(this.#waiting);
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => (announcement.textContent = words), typingPause);
  }

  #clear(words: string): void {
    for (const part of [list, lines, named, pages, further, facetColumn, spellings]) part.replaceChildren();
    tools.hidden = true;
    narrowing.hidden = true;
    if (words !== '') page.dataset['state'] = 'nothing';
    this.#say(words);
    list.removeAttribute('aria-busy');
  }
}

/** More words side by side are not tried each without the others. */
const mostTried = 5;
/** Of more, it is not looked for which are found together. */
const mostTogether = 12;

new SearchPage().start();
