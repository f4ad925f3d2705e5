/** A passage: quotation, pinpoint citation and link, for words that are selected or a paragraph whose number is pressed. */

/** What is offered: the words, and the anchors of the first and the last paragraph. */
type Passage = Readonly<Record<'words' | 'from' | 'to', string>>;

/**
 * Offers the passage in a bar at the foot of the window.
 *
 * @param text The element that holds the document's text.
 * @param citation The element that holds the Chicago note, which ends in the permalink.
 */
export function offerPassages(text: HTMLElement, citation: HTMLElement, permalink: string): void {
  const button = (textContent: string) =>
    Object.assign(document.createElement('button'), { textContent, type: 'button' as const });
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
    const pinpointed = `${pinpoint(offered)}, ${permalink}#${offered.from}`;
    const cite = (source: string) => source.replace(permalink, () => pinpointed);
    const quotation = document.createElement('p');
    quotation.textContent = `“${offered.words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
    void copyFrom(
      quote,
      `${quotation.textContent} ${cite(citation.textContent.trim())}`,
      `${quotation.outerHTML}<p>${cite(htmlOf(citation))}</p>`,
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
    if (!opener) offer(selectedPassage(text));
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
  const numbered = text.querySelectorAll<HTMLElement>('[id^="p"]:has(> .pn)');
  const paragraphs = [...numbered].filter((one) => range.intersectsNode(one));
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  const words = clean(String(selection));
  const outside = !text.contains(range.startContainer) || !text.contains(range.endContainer);
  if (!first || !last || words === '' || outside) return undefined;
  return { words, from: first.id, to: last.id };
}

/** A citation as HTML, without the places where its addresses may break. */
export const htmlOf = (citation: HTMLElement): string => citation.innerHTML.replaceAll('<wbr>', '');

/** Paragraphs of a quotation are parted by a line end; the browser may have put more between them. */
const clean = (words: string): string => words.trim().replace(/\s*\n\s*/g, '\n');

/** `¶ 2`, `¶¶ 2–3`. */
const pinpoint = ({ from, to }: Passage): string =>
  from === to ? `¶ ${from.slice(1)}` : `¶¶ ${from.slice(1)}–${to.slice(1)}`;

/** The words as a text fragment (WICG, Scroll to Text Fragment): the first and the last few of them. */
function textFragment(words: string): string {
  const list = words.split(/\s+/);
  const encode = (some: string[]) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
  if (list.length <= 8) return `:~:text=${encode(list)}`;
  return `:~:text=${encode(list.slice(0, 4))},${encode(list.slice(-4))}`;
}

/**
 * Puts the same words on the clipboard twice, as plain text and, with their italics, as HTML, and says on the button
 * that they are there. Where the browser forbids it, the button says so instead.
 */
export async function copyFrom(button: HTMLButtonElement, plain: string, html: string) {
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
  setTimeout(() => (button.textContent = label), 2500);
}
