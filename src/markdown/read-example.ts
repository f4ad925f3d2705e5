/** An example for the method page: read as a document is, and shown as its page shows it. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Block } from '../edition/document.ts';
import { readDocument } from './read-document.ts';
import { bodyTree } from './to-html.ts';

/** What becomes of what an editor writes. */
export interface ReadExample {
  readonly body: readonly Block[];
  /** As on the page of a document, but to be looked at only: without addresses and links. */
  readonly html: string;
}

/**
 * Reads an example.
 *
 * @param name What it is an example of, for the message.
 * @throws Error when the reader finds a problem in it.
 */
export function readExample(name: string, written: string): ReadExample {
  // A document begins with a paragraph: before a list, a number would be that of the telegram.
  const file = `---\nx: y\n---\n\n# Example\n\nWords.\n\n${written}\n`;
  const { messages: problems, heading, body: all, notes } = readDocument(file);
  if (problems.length > 0) {
    throw new Error(`The example of ${name} cannot be read: ${problems[0]?.actual}`);
  }
  const body = all.slice(1);
  const tree = bodyTree({ heading, body, notes }, { document: () => '' });
  return { body, html: toHtml(tree.flatMap(lookedAt)) };
}

/** An element without what makes it reachable: an address in two places would lead to neither. */
function lookedAt(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const { tagName, properties } = node;
  const { className, lang, scope, dataN } = properties;
  const isNumber = Array.isArray(className) && className.includes('pn');
  if (tagName === 'button' || isNumber) return [];
  const children = node.children.flatMap(lookedAt);
  return [h(shownAs[tagName] ?? tagName, { className, lang, scope, dataN }, children)];
}

/** The headings of an example are none of the page that shows it. */
const shownAs: Readonly<Record<string, string>> = { a: 'span', h2: 'p', h3: 'p' };
