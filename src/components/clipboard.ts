/** Copying: rich text with its italics beside plain text, and a word that it was done. */

/**
 * Puts the same words on the clipboard twice, as HTML and as plain text, and says on the button
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
