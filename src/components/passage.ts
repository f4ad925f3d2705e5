/** A passage: quotation, pinpoint citation and link, for words that are selected or a paragraph whose number is pressed. */
import { copyFrom } from './clipboard.ts';

/** What is offered: the words, where they begin, and where the focus goes back to. */
interface Passage {
  readonly words: string;
  /** Anchors of the first and the last paragraph. */
  readonly from: string;
  readonly to: string;
}

/**
 * Offers the passage in a bar at the foot of the window.
 *
 * @param text The element that holds the document's text.
 * @param citation The element that holds the Chicago note, which ends in the permalink.
 */
export function offerPassages(text: HTMLElement, citation: HTMLElement, permalink: string): void {
  const bar = document.createElement('div');
  bar.className = 'passage-bar';
  bar.popover = 'manual';
  bar.role = 'group';
  const place = document.createElement('span');
  const quote = Object.assign(document.createElement('button'), { textContent: 'Copy quotation' });
  const link = Object.assign(document.createElement('button'), { textContent: 'Copy link' });
  const close = Object.assign(document.createElement('button'), {
    textContent: '×',
    ariaLabel: 'Close',
  });
  for (const button of [quote, link, close]) button.type = 'button';
  bar.append(place, quote, link, close);
  document.body.append(bar);

  let offered: Passage | undefined;
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
    const address = `${permalink}#${offered.from}`;
    const cite = (source: string) => source.replace(permalink, () => `${pinpoint(offered as Passage)}, ${address}`);
    const words = `“${offered.words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
    const html = document.createElement('p');
    html.textContent = words;
    void copyFrom(
      quote,
      `${words} ${cite(citation.textContent.trim())}`,
      `${html.outerHTML}<p>${cite(citation.innerHTML)}</p>`,
    );
  });
  link.addEventListener('click', () => {
    if (!offered) return;
    const address = `${permalink}#${offered.from}${textFragment(offered.words)}`;
    void copyFrom(link, address, address.replaceAll('&', '&amp;'));
  });
  close.addEventListener('click', dismiss);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && offered) dismiss();
  });
  document.addEventListener('selectionchange', () => {
    if (opener) return;
    offer(selectedPassage(text));
  });
  text.addEventListener('click', (event) => {
    const number = (event.target as Element).closest<HTMLElement>('.pn');
    const paragraph = number?.parentElement;
    if (!number || !paragraph) return;
    // Following the link ourselves keeps the focus: the browser's own way would take it to the page.
    event.preventDefault();
    location.hash = paragraph.id;
    const selection = getSelection();
    selection?.selectAllChildren(paragraph);
    offer({ words: clean(String(selection)), from: paragraph.id, to: paragraph.id }, number);
  });
}

/** The selected words of the text, without markers, numbers and notes, which style keeps out of a selection. */
function selectedPassage(text: HTMLElement): Passage | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode) return undefined;
  const range = selection.getRangeAt(0);
  const paragraphs = [...text.querySelectorAll<HTMLElement>('[id^="p"]:has(> .pn)')].filter((one) =>
    range.intersectsNode(one),
  );
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  const words = clean(String(selection));
  const outside = !text.contains(range.startContainer) || !text.contains(range.endContainer);
  if (!first || !last || words === '' || outside) return undefined;
  return { words, from: first.id, to: last.id };
}

/** Paragraphs of a quotation are parted by a line end; the browser may have put more between them. */
function clean(words: string): string {
  return words.trim().replace(/\s*\n\s*/g, '\n');
}

/** `¶ 2`, `¶¶ 2–3`. */
function pinpoint({ from, to }: Passage): string {
  return from === to ? `¶ ${from.slice(1)}` : `¶¶ ${from.slice(1)}–${to.slice(1)}`;
}

/** The words as a text fragment (WICG, Scroll to Text Fragment): the first and the last few of them. */
function textFragment(words: string): string {
  const list = words.split(/\s+/);
  const encode = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  if (list.length <= 8) return `:~:text=${encode(list)}`;
  return `:~:text=${encode(list.slice(0, 4))},${encode(list.slice(-4))}`;
}
