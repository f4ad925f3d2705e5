/** Reads the passages of a document's page from its HTML, so that they can be compared with those of its tree. */
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Passage } from '../../src/search/shared/passages.ts';

/** Elements that stand in a line of words; all others begin and end one. */
const inline = new Set(['a', 'b', 'button', 'i', 'span', 'sub', 'sup', 'time', 'u']);
/** Addresses that begin a passage; all others (marks, note calls) stand inside one. */
const passageAnchor = /^(?:heading|dateline|received|[pl]\d+[a-z]*|n(?:\d+\.)?\d+[a-z]?|n\d*(?:-[a-z]+)+|n[a-z]{1,2})$/;

/**
 * Reads the text of a page as a reader does: less what is marked as no text of the document, a
 * passage at every element with a passage's address. Words outside such an element (the file
 * number's line, the heading of an enclosure) take the address of the passage that follows.
 */
export function passagesOfPage(html: string): Passage[] {
  const passages: Passage[] = [];
  let waiting = [''];
  const add = (anchor: string, text: string) => {
    const printed = text.replace(/\s+/g, ' ').trim();
    if (printed !== '') passages.push({ anchor, text: printed });
  };
  const textIn = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node) || isIgnored(node)) return '';
    const words = node.children.map(textIn).join('');
    return node.type === 'element' && inline.has(node.tagName) ? words : ` ${words} `;
  };
  const read = (node: Nodes): void => {
    if (node.type === 'text') waiting.push((waiting.pop() ?? '') + node.value);
    if (!('children' in node) || isIgnored(node)) return;
    const anchor = node.type === 'element' ? (node.properties['id'] ?? '') : '';
    if (passageAnchor.test(anchor)) {
      for (const text of waiting) add(anchor, text);
      waiting = [''];
      add(anchor, textIn(node));
      return;
    }
    const isBlock = node.type === 'element' && !inline.has(node.tagName);
    if (isBlock) waiting.push('');
    node.children.forEach(read);
    if (isBlock) waiting.push('');
  };
  read(fromHtml(html, { fragment: true }));
  for (const text of waiting) add(passages.at(-1)?.anchor ?? 'heading', text);
  return passages;
}

const isIgnored = (node: Nodes): boolean => node.type === 'element' && 'dataPagefindIgnore' in node.properties;
