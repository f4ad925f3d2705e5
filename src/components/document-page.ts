/** What scripts add to the edition page; everything but copying works without them. */

import { copyFrom, htmlOf, offerPassages } from './passage.ts';

const text = document.querySelector<HTMLElement>('.document .text');

/** Opens what a name or mark leads to where the reader is, instead of at the foot of the page. */
function openInPlace(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link) return;
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const open = document.querySelector<HTMLElement>(':popover-open');
  if (link.matches('.name, .mark, .affix, .caret') && target?.popover) {
    event.preventDefault();
    // What is folded is not drawn, not even on top of the page.
    target.closest('details')?.setAttribute('open', '');
    target.showPopover({ source: link });
    // Who listens is led into it, and hears its words, as they are its name; Escape leads back to the link.
    Object.assign(target, { role: 'group', ariaLabel: target.textContent, tabIndex: -1 });
    target.focus({ preventScroll: true });
    // The entry says what the gloss beside the mark says: once is enough.
    document.documentElement.classList.add('quieted');
  } else if (open?.contains(link)) {
    open.hidePopover();
  }
}

/** Keeps the chosen view from page to page, where the browser lets us remember it. */
function rememberView(): void {
  const reading = document.querySelector<HTMLInputElement>('#view-reading');
  if (!reading) return;
  try {
    if (localStorage.getItem('view') === 'reading') reading.checked = true;
    reading.closest('.views')?.addEventListener('change', () => {
      localStorage.setItem('view', reading.checked ? 'reading' : 'printed');
    });
  } catch {
    // Storage can be forbidden; the switch works all the same.
  }
}

/**
 * Puts each note beside its passage or under the note before it, where style alone has not: WebKit 2.50, as in Safari 26,
 * reckons with places that the notes above do not have yet, and draws one over the other. Where one is off, all are put:
 * one that is right by chance is off as soon as anything opens.
 */
function keepNotesApart(text: HTMLElement): void {
  const all = [...text.querySelectorAll<HTMLElement>('.passage > .notes')];
  const topOf = (element: Element | null | undefined) => element?.getBoundingClientRect().top ?? 0;
  const place = () => {
    let end = -Infinity;
    const starts = all.map((notes) => {
      const start = Math.max(topOf(notes.parentElement?.firstElementChild), end);
      end = start + notes.getBoundingClientRect().height;
      return { notes, start, from: topOf(notes.offsetParent) };
    });
    const isOff = starts.some(({ notes, start }) => Math.abs(topOf(notes) - start) > 1);
    if (!isOff || all.some((notes) => getComputedStyle(notes).position !== 'absolute')) return;
    for (const { notes, start, from } of starts) notes.style.top = `${start - from}px`;
  };
  new ResizeObserver(place).observe(text);
}

document.addEventListener('click', openInPlace);
document.addEventListener('keydown', (event) => {
  document.documentElement.classList.toggle('quieted', event.key === 'Escape');
});
text?.addEventListener('pointerover', () => document.documentElement.classList.remove('quieted'));
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const citation = button.parentElement?.querySelector('p');
  if (!citation) continue;
  button.hidden = false;
  button.addEventListener('click', () => void copyFrom(button, htmlOf(citation)));
}
const note = document.querySelector<HTMLElement>('.citation p');
const permalink = document.querySelector<HTMLAnchorElement>('#permalink');
if (text && note && permalink) offerPassages(text, note, permalink.href);
rememberView();
if (text) keepNotesApart(text);
// Someone who comes from a search finds the words highlighted; nobody else loads what that needs.
const kept = history.state as { typed?: string; also?: string[] } | null;
const asked = new URLSearchParams(location.search);
const typed = asked.get('q') ?? kept?.typed;
if (typed)
  void import('../search/browser/arrival.ts').then(({ arrive }) =>
    arrive(typed, asked.has('q') ? asked.getAll('also') : kept?.also),
  );
