/**
 * Follows text directives in a page as the specification says (WICG, Scroll to Text Fragment), because the browser
 * that npm brings does not follow them itself. Runs inside the page: nothing from outside the function is known there.
 */

/** A passage that was selected at random, and the link to it. */
export interface Followed {
  readonly selected: string;
  readonly link: string;
  /** The words that the link leads to as the page is drawn; nothing where it leads nowhere. */
  readonly found: string | undefined;
  /** Whether those are the selected words where they stand, the first and the last one whole. */
  readonly own: boolean;
}

/** A window that keeps what was selected, so that the same links can be followed when the page is drawn otherwise. */
interface Keeping extends Window {
  passages?: { range: Range; selected: string; link: string }[];
}

/** The text of the page as it is drawn: a line a block, every letter with its place. */
interface Drawn {
  readonly text: string;
  readonly places: readonly (readonly [Node, number])[];
}

/**
 * Selects passages at random and copies the link to each with the page’s own button, once in a page; then follows
 * every link.
 */
export async function followPassages(count: number): Promise<Followed[]> {
  const keeping: Keeping = window;
  const passages = (keeping.passages ??= await selectPassages());
  const drawn = drawnText();
  const drawnNodes = [...new Set(drawn.places.map(([node]) => node))];
  return passages.map(({ range, selected, link }) => {
    const found = follow(link.slice(link.indexOf(':~:') + 3));
    const nodes = new Set(drawnNodes.filter((node) => range.intersectsNode(node)));
    const isLetter = ([node, at]: Drawn['places'][number], index: number) =>
      nodes.has(node) &&
      isSelected(node, index) &&
      range.isPointInRange(node, at) &&
      range.isPointInRange(node, at + 1);
    const first = Math.max(0, drawn.places.findIndex(isLetter));
    const last = Math.max(0, drawn.places.findLastIndex(isLetter));
    const rest = found && drawn.text.slice(found[0], first) + drawn.text.slice(last + 1, found[1]);
    const own = !!found && found[0] <= first && found[1] > last && !/\s/.test(rest ?? '');
    return { selected, link, found: found && drawn.text.slice(...found), own };
  });

  /** Whether a letter is one that a selection can hold. */
  function isSelected(node: Node, index: number): boolean {
    return node instanceof Text && drawn.text[index] !== ' ' && !node.parentElement?.closest('.marker, .note');
  }

  function drawnText(): Drawn {
    let text = '';
    const places: [Node, number][] = [];
    const write = (words: string, node: Node) => {
      for (let at = 0; at < words.length; at += 1) {
        const letter = words[at] ?? '';
        // White space collapses.
        if (/\s/.test(letter) && /\s$/.test(text)) continue;
        text += /\s/.test(letter) ? ' ' : letter.toLowerCase();
        places.push([node, at]);
      }
    };
    const walk = (node: Node): void => {
      if (node instanceof Text) write(node.data, node);
      if (!(node instanceof Element)) return;
      const { display, visibility } = getComputedStyle(node);
      if (display === 'none' || visibility === 'hidden' || node.matches('button, input, script, style')) return;
      const isBlock = display !== 'inline' && display !== 'contents';
      const parted = () => isBlock && text !== '' && ((text += '\n'), places.push([node, 0]));
      parted();
      for (const child of node.childNodes) walk(child);
      parted();
    };
    walk(document.body);
    return { text, places };
  }

  /** First and last letter of what a browser would show, or nothing. */
  function follow(directives: string): [number, number] | undefined {
    for (const one of directives.split('&')) {
      const terms = one.replace(/^text=/, '').split(',');
      const prefix = terms[0]?.endsWith('-') ? decoded(terms.shift()?.slice(0, -1)) : '';
      const suffix = terms.at(-1)?.startsWith('-') ? decoded(terms.pop()?.slice(1)) : '';
      const [start = '', end = ''] = terms.map(decoded);
      for (let from = 0; ; from += 1) {
        const at = prefix === '' ? find(start, from, true) : find(prefix, from, true, false);
        if (at < 0) break;
        from = at;
        const begin = prefix === '' ? at : skip(at + prefix.length);
        if (!drawn.text.startsWith(start, begin)) continue;
        if ((end !== '' || suffix === '') && !isBound(begin + start.length)) continue;
        for (let search = begin + start.length; ; search += 1) {
          const last = end === '' ? begin : find(end, search, true, suffix === '');
          if (last < 0) break;
          search = last;
          const after = last + (end || start).length;
          if (suffix === '' || (drawn.text.startsWith(suffix, skip(after)) && isBound(skip(after) + suffix.length))) {
            return [begin, after];
          }
          if (end === '') break;
        }
      }
    }
    return undefined;
  }

  function decoded(term = ''): string {
    return decodeURIComponent(term).toLowerCase();
  }

  function skip(at: number): number {
    return at + (/^\s*/.exec(drawn.text.slice(at))?.[0].length ?? 0);
  }

  function find(words: string, from: number, startBound: boolean, endBound = words !== '' && startBound): number {
    for (let at = drawn.text.indexOf(words, from); at >= 0; at = drawn.text.indexOf(words, at + 1)) {
      if ((!startBound || isBound(at)) && (!endBound || isBound(at + words.length))) return at;
    }
    return -1;
  }

  function isBound(at: number): boolean {
    return !/^[\p{L}\p{N}]{2}$/u.test(drawn.text.slice(at - 1, at + 1));
  }

  async function selectPassages(): Promise<NonNullable<Keeping['passages']>> {
    let copied = '';
    Object.defineProperty(navigator.clipboard, 'write', {
      value: async ([item]: ClipboardItem[]) => (copied = (await (await item?.getType('text/plain'))?.text()) ?? ''),
    });
    // The same numbers in every run.
    let state = 1936;
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const paragraphs = [...document.querySelectorAll('.text [id^="p"]:has(> .pn)')];
    const made: NonNullable<Keeping['passages']> = [];
    while (made.length < count) {
      const index = random(paragraphs.length);
      // A third are single words, a third some words, a third go on into the next paragraph.
      const kind = made.length % 3;
      const first = paragraphs[index];
      const second = kind === 2 ? (paragraphs[index + 1] ?? first) : first;
      if (!first || !second) continue;
      const from = random(first.textContent.length);
      const most = [12, 120, 60][kind] ?? 0;
      const to = first === second ? from + 1 + random(most) : 1 + random(most);
      const ends = [selectable(first, from), selectable(second, Math.min(to, second.textContent.length))] as const;
      const [start, end] = ends;
      if (!start || !end) continue;
      getSelection()?.setBaseAndExtent(start.node, start.at, end.node, end.at);
      const selected = String(getSelection());
      document.dispatchEvent(new Event('selectionchange'));
      const button = [...document.querySelectorAll('button')].find(({ textContent, dataset }) =>
        [textContent, dataset['label']].includes('Copy link'),
      );
      // Blanks alone are no passage.
      if (selected.trim() === '' || !button || !/[\p{L}\p{N}]/u.test(selected)) continue;
      copied = '';
      button.click();
      while (copied === '') await new Promise((done) => setTimeout(done));
      const range = getSelection()?.getRangeAt(0).cloneRange();
      if (range) made.push({ range, selected, link: copied });
    }
    return made;
  }

  /** The text node and offset of a letter of an element; nothing where it is part of what cannot be selected. */
  function selectable(element: Element, offset: number): { node: Node; at: number } | undefined {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node as Text;
      if (left <= length) return node.parentElement?.closest('.marker, .affix') ? undefined : { node, at: left };
      left -= length;
    }
    return undefined;
  }
}
