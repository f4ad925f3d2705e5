/** Reading the edition's own pages, which are MDX with all that it may hold. */
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { saidAt, type Message } from '../edition/problems.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** Reads a page: its words, or what keeps it from being read, of which the parser says the first. Never throws. */
export function readProsePage(text: string): { readonly words: string; readonly problems: readonly Message[] } {
  try {
    return { words: wordsIn(parser.parse(text)).replace(/\s+/g, ' ').trim(), problems: [] };
  } catch (error) {
    const { reason, ...at } = error as { reason: string; line?: number; column?: number };
    // Of a tag that is not closed, the parser says the place in its sentence alone.
    const [, openedIn = 1, openedAt = 1] = /\((\d+):(\d+)/.exec(reason) ?? [];
    const { line = Number(openedIn), column = Number(openedAt) } = at;
    const problem = saidAt({ line, column }, 'syntax')`
      MDX: tags and braces that are closed, and JavaScript between braces
      ${reason}
      Close it; if a sign < or { is meant as a sign, write \\< or \\{.`;
    return { words: '', problems: [problem] };
  }
}

/** What comes after the words of a node that stands for itself. */
const ends: Partial<Record<Nodes['type'], string>> = { heading: '. ', paragraph: ' ', tableCell: ' ' };

/** The words in a node, without what is code. */
function wordsIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsIn).join('') + (ends[node.type] ?? '') : ' ';
}
