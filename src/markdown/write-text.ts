/** Plain words → what an editor would write in a document file for them. */

/**
 * Words as a document file writes them, so that the reader gives back the same characters: what
 * Markdown would take for a sign of its own stands after a backslash, also the number at the
 * beginning of a paragraph (`39\. The usual …`).
 *
 * @param words One paragraph or heading line, without line breaks.
 */
export function writeText(words: string): string {
  return words
    .replace(/[\\`*_{}<]/g, '\\$&')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/\[(?=\^)/g, '\\[')
    .replace(/\](?=[([:])/g, ']\\')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(?=[-+#>|=])/, '\\');
}

/**
 * Words of several paragraphs as a document file writes them. Where empty lines stand between
 * paragraphs they divide them, and the lines of one paragraph are joined; otherwise every line is one.
 */
export function writeParagraphs(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').trim();
  const paragraphs = whole.split(/\n[ \t]*\n\s*/.test(whole) ? /\n[ \t]*\n\s*/ : '\n');
  return paragraphs
    .map((paragraph) => writeText(paragraph.trim().replace(/\s*\n\s*/g, ' ')))
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
