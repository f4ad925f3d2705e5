/** Reads a built document page for the index: its passages, and the record in its head. */
import { Parser } from 'htmlparser2';
import type { Passage } from './passage.ts';
import { passageAnchor } from './passage.ts';

/** A built page as the index takes it. */
export interface IndexedPage {
  /** The text, in the order of the page. */
  readonly passages: readonly Passage[];
  readonly filters: Record<string, string[]>;
  readonly meta: Record<string, string>;
  readonly sort: Record<string, string>;
}

/** Elements that stand in a line of words; all others begin and end one. */
const inline = new Set(
  'a abbr b bdi bdo button cite code del dfn em i ins kbd mark q s small span strong sub sup time u wbr'.split(' '),
);

/**
 * Reads a page by its markup: the text stands in the element with `data-pagefind-body`, less what
 * has `data-pagefind-ignore`; `<meta name="search-filter:sender" content="…">`, and the same
 * with `-meta` and `-sort`, hold the record.
 *
 * A passage begins at every element with a passage's address. Words outside such an element (the
 * file number's line, the heading of an enclosure) take the address of the passage that follows.
 */
export function readPage(html: string): IndexedPage {
  const page: IndexedPage = { passages: [], filters: {}, meta: {}, sort: {} };
  const body = new PassageReader();
  const open: OpenElement[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const around = open.at(-1);
      const ignored = around?.ignored === true || 'data-pagefind-ignore' in attributes;
      const within = !ignored && (around?.within === true || 'data-pagefind-body' in attributes);
      const anchor = within && passageAnchor.test(attributes['id'] ?? '');
      open.push({ within, ignored, anchor, inline: inline.has(name) });
      if (name === 'meta' && around?.ignored !== true) readMeta(attributes, page);
      if (anchor) body.begin(attributes['id'] ?? '');
      else if (within && !inline.has(name)) body.text(' ', true);
    },
    ontext(text) {
      if (open.at(-1)?.within) body.text(text);
    },
    onclosetag() {
      const closed = open.pop();
      if (closed?.anchor) body.end();
      else if (closed?.within && !closed.inline) body.text(' ', true);
    },
  });
  parser.end(html);
  return { ...page, passages: body.finish() };
}

/** An element that is being read. */
interface OpenElement {
  /** Whether its words are indexed. */
  readonly within: boolean;
  readonly ignored: boolean;
  /** Whether a passage begins and ends with it. */
  readonly anchor: boolean;
  readonly inline: boolean;
}

/** Gathers words into passages while the page is read. */
class PassageReader {
  readonly #passages: Passage[] = [];
  /** Words without an address yet. */
  #waiting: { text: string }[] = [{ text: '' }];
  #open: { anchor: string; text: string }[] = [];

  begin(anchor: string): void {
    for (const { text } of this.#waiting) this.#add(anchor, text);
    this.#waiting = [{ text: '' }];
    this.#open.push({ anchor, text: '' });
  }

  text(value: string, atBlock = false): void {
    const open = this.#open.at(-1);
    if (open === undefined && atBlock) this.#waiting.push({ text: '' });
    const into = open ?? this.#waiting.at(-1);
    if (into) into.text += value;
  }

  end(): void {
    const { anchor, text } = this.#open.pop() ?? { anchor: '', text: '' };
    this.#add(anchor, text);
  }

  finish(): Passage[] {
    for (const { text } of this.#waiting) this.#add(this.#passages.at(-1)?.anchor ?? 'heading', text);
    return this.#passages;
  }

  #add(anchor: string, text: string): void {
    const printed = text.replace(/\s+/g, ' ').trim();
    if (printed !== '') this.#passages.push({ anchor, text: printed });
  }
}

function readMeta({ name: key = '', content = '' }: Readonly<Record<string, string>>, page: IndexedPage): void {
  const [, kind, name] = /^search-(meta|filter|sort):([\w-]+)$/.exec(key) ?? [];
  if (name === undefined) return;
  if (kind === 'filter') (page.filters[name] ??= []).push(content);
  else if (kind === 'meta') page.meta[name] = content;
  else page.sort[name] = content;
}
