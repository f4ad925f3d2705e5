/** Reads a built document page for the index: its passages, and the record in its head. */
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
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
  'a abbr b bdi bdo button cite code del dfn em i ins kbd mark q s small span strong sub sup time u wbr'.split(
    ' ',
  ),
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
  const visit = (node: Nodes, inBody: boolean): void => {
    if (node.type === 'text' && inBody) body.text(node.value);
    if (node.type === 'root') for (const child of node.children) visit(child, inBody);
    if (node.type !== 'element') return;
    const { properties, tagName } = node;
    if (tagName === 'meta') readMeta(node, page);
    if ('dataPagefindIgnore' in properties) return;
    const within = inBody || 'dataPagefindBody' in properties;
    const id = words(properties['id']);
    const anchor = within && passageAnchor.test(id);
    if (anchor) body.begin(id);
    else if (within && !inline.has(tagName)) body.text(' ', true);
    for (const child of node.children) visit(child, within);
    if (anchor) body.end();
    else if (within && !inline.has(tagName)) body.text(' ', true);
  };
  visit(fromHtml(html), false);
  return { ...page, passages: body.finish() };
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
    for (const { text } of this.#waiting)
      this.#add(this.#passages.at(-1)?.anchor ?? 'heading', text);
    return this.#passages;
  }

  #add(anchor: string, text: string): void {
    const printed = text.replace(/\s+/g, ' ').trim();
    if (printed !== '') this.#passages.push({ anchor, text: printed });
  }
}

function readMeta({ properties }: Element, page: IndexedPage): void {
  const content = words(properties['content']);
  const [, kind, name] =
    /^search-(meta|filter|sort):([\w-]+)$/.exec(words(properties['name'])) ?? [];
  if (name === undefined) return;
  if (kind === 'filter') (page.filters[name] ??= []).push(content);
  else if (kind === 'meta') page.meta[name] = content;
  else page.sort[name] = content;
}

/** An attribute's value as it was written; empty where there is none. */
function words(value: Element['properties'][string]): string {
  return typeof value === 'string' ? value : '';
}
