/** A passage: quotation, pinpoint citation and link, for selected words or a paragraph whose number is pressed. */

/**
 * Offers the passage in a bar at the foot of the window.
 *
 * @param text The element that holds the document's text.
 * @param citation The element that holds the Chicago note, which ends in the permalink.
 */
export function offerPassages(text: HTMLElement, citation: HTMLElement, permalink: string): void {
  const button = (textContent: string) => Object.assign(document.createElement('button'), { textContent });
  const bar = Object.assign(document.createElement('div'), {
    className: 'passage-bar',
    popover: 'manual',
    role: 'group',
  });
  const place = document.createElement('span');
  const quote = button('Copy quotation');
  const link = button('Copy link');
  const close = Object.assign(button('×'), { ariaLabel: 'Close' });
  bar.append(place, quote, link, close);
  document.body.append(bar);

  let offered: Passage | undefined;
  /** Where the focus goes back to. */
  let opener: HTMLElement | undefined;

  const offer = (passage: Passage | undefined, from?: HTMLElement) => {
    offered = passage;
    opener = from;
    bar.togglePopover(passage !== undefined);
    if (!passage) return;
    place.textContent = pinpoint(passage);
    bar.ariaLabel = `Cite ${place.textContent}`;
    if (from) quote.focus();
  };
  const dismiss = () => {
    const back = opener;
    offer(undefined);
    back?.focus();
  };

  quote.addEventListener('click', () => {
    if (!offered) return;
    const whose = offered.resolved ? ' (reading text)' : '';
    const pinpointed = `${pinpoint(offered)}${whose}, ${permalink}#${offered.first.paragraph.id}`;
    const quotation = document.createElement('p');
    quotation.textContent = `“${offered.words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
    const cited = htmlOf(citation).replace(inHtml(permalink), () => inHtml(pinpointed));
    void copyFrom(quote, `${quotation.outerHTML} <p>${cited}</p>`);
  });
  link.addEventListener('click', () => {
    if (!offered) return;
    const address = `${permalink}#${offered.first.paragraph.id}:~:${textFragment(offered)}`;
    void copyFrom(link, inHtml(address));
  });
  close.addEventListener('click', dismiss);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && offered) dismiss();
  });
  document.addEventListener('selectionchange', () => {
    if (!opener) offer(selectedPassage(text));
  });
  text.addEventListener('click', (event) => {
    const number = (event.target as Element).closest<HTMLElement>('.pn');
    const paragraph = number?.parentElement;
    if (!number || !paragraph) return;
    // Following the link ourselves keeps the focus: the browser's own way would take it to the page.
    event.preventDefault();
    location.hash = paragraph.id;
    getSelection()?.selectAllChildren(paragraph);
    offer(selectedPassage(text), number);
  });
}

/** The selected words of the text, without markers, numbers and notes, which style keeps out of a selection. */
function selectedPassage(text: HTMLElement) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode) return undefined;
  const range = selection.getRangeAt(0);
  const numbered = [...text.querySelectorAll<HTMLElement>('[id^="p"]:has(> .pn)')];
  // A selection that ends before the first letter of a paragraph holds nothing of it.
  const parts = numbered
    .map((paragraph) => partOf(paragraph, range))
    .filter((part) => wordsIn(part.range, '').length > 0);
  const [first, last] = [parts[0], parts.at(-1)];
  // Paragraphs of a quotation are parted by a line end; the browser may have put more between them.
  const words = String(selection)
    .trim()
    .replace(/\s*\n\s*/g, '\n');
  const outside = !text.contains(range.startContainer) || !text.contains(range.endContainer);
  const isReading = document.querySelector<HTMLInputElement>('#view-reading')?.checked === true;
  /** Whether its marks are resolved, as in the reading text: then it is not what is printed. */
  const resolved = isReading && [...text.querySelectorAll('.mark')].some((mark) => range.intersectsNode(mark));
  return first && last && words !== '' && !outside ? { words, first, last, resolved } : undefined;
}
/** What is offered: the words, and what of the first and of the last paragraph they are. */
type Passage = NonNullable<ReturnType<typeof selectedPassage>>;

/** What of a paragraph a range selects; nothing where it passes it by: an end before the start takes that along. */
function partOf(paragraph: HTMLElement, selected: Range) {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  if (selected.compareBoundaryPoints(Range.START_TO_START, range) > 0) {
    range.setStart(selected.startContainer, selected.startOffset);
  }
  if (selected.compareBoundaryPoints(Range.END_TO_END, range) < 0) {
    range.setEnd(selected.endContainer, selected.endOffset);
  }
  return { paragraph, range };
}
/** A numbered paragraph, and what of it is selected. */
type Part = ReturnType<typeof partOf>;

/** A citation as HTML, without the places where its addresses may break. */
export const htmlOf = (citation: HTMLElement): string => citation.innerHTML.replaceAll('<wbr>', '');

/** An address in HTML, as the citation has it: that of an outside identifier may hold an ampersand. */
const inHtml = (address: string): string => address.replaceAll('&', '&amp;');

/** `¶ 2`, `¶¶ 2–3`. */
const pinpoint = ({ first, last }: Passage): string => {
  const [from, to] = [first, last].map(({ paragraph }) => paragraph.id.slice(1));
  return from === to ? `¶ ${from}` : `¶¶ ${from}–${to}`;
};

/** What a page may draw otherwise or not at all: note markers by its width, marks by the view of the text. */
const drawings = ['.marker', '', '.marker, .affix', '.affix'];

/**
 * The passage as text directives (WICG, Scroll to Text Fragment): one for each way in which the page it opens may be
 * drawn, as far as they differ. A browser follows the first that it finds.
 */
function textFragment(passage: Passage): string {
  const directives = drawings.map((hidden) => `text=${directive(passage, hidden)}`);
  return [...new Set(directives)].join('&');
}

/** `prefix-,start,end,-suffix` in whole words, a short passage without an end; so much that no other place fits. */
function directive({ first, last }: Passage, hidden: string): string {
  const page = document.createRange();
  page.selectNodeContents(document.body);
  const all = wordsIn(page, hidden).join(' ').toLowerCase();
  const isUnique = (...words: string[][]) => all.split(words.flat().join(' ').toLowerCase()).length <= 2;
  const start = around(first, hidden);
  const end = first.paragraph === last.paragraph ? start : around(last, hidden);
  const isShort = start === end && start.words.length <= 8;
  const most = start.before.length + start.words.length + end.words.length + end.after.length;
  for (let count = 0; ; count += 1) {
    // The first and the last words, and so many around them; where there are none around, more of their own.
    const left = count === 0 ? [] : start.before.slice(-count);
    const right = end.after.slice(0, count);
    const from = start.words.slice(0, isShort ? 8 : 4 + count - left.length);
    const to = isShort ? [] : end.words.slice(right.length - count - 4);
    const isFound = isShort ? isUnique(left, from, right) : isUnique(left, from) && isUnique(to, right);
    if (!isFound && count < most) continue;
    const encode = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
    const [prefix, suffix] = [encode(left), encode(right)];
    return [prefix && `${prefix}-`, encode(from), encode(to), suffix && `-${suffix}`].filter(Boolean).join(',');
  }
}

/** The words of a part, the first and the last one whole, and those before and after it in its paragraph. */
function around({ paragraph, range }: Part, hidden: string) {
  const [before, after, all] = [range.cloneRange(), range.cloneRange(), range.cloneRange()];
  all.selectNodeContents(paragraph);
  before.setStart(paragraph, 0);
  after.setEnd(paragraph, paragraph.childNodes.length);
  const words = wordsIn(all, hidden);
  // A word that the selection cuts is counted on both sides of the cut.
  const from = words.length - wordsIn(after, hidden).length;
  const to = wordsIn(before, hidden).length;
  return { before: words.slice(0, from), words: words.slice(from, to), after: words.slice(to) };
}

/** The words of a range, as a page prints them that does not draw what `hidden` selects. */
function wordsIn(range: Range, hidden: string): string[] {
  const copy = range.cloneContents();
  for (const one of hidden === '' ? [] : copy.querySelectorAll(hidden)) one.remove();
  for (const one of copy.querySelectorAll('br')) one.replaceWith(' ');
  return copy.textContent.split(/\s+/).filter(Boolean);
}

/**
 * Puts the same words on the clipboard twice, as plain text and, with their italics, as HTML, and says on the button
 * that they are there. Where the browser forbids it, the button says so instead.
 */
export async function copyFrom(button: HTMLButtonElement, html: string) {
  const plain = Object.assign(document.createElement('div'), { innerHTML: html }).textContent.trim();
  // Pressed again while it says “Copied”, it still goes back to its own words.
  const label = (button.dataset['label'] ??= button.textContent);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([plain], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }),
    ]);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Not copied: the browser forbids it';
  }
  button.ariaLive = 'polite';
  // That it has its own words again is not said.
  setTimeout(() => Object.assign(button, { ariaLive: 'off', textContent: label }), 2500);
}
