/** Reading the edition's own pages, which are MDX with all that it may hold. */
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Point } from '../edition/document.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { meant, saidAt, type Message } from '../edition/problems.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** The components that every page may name without importing them. */
export const proseComponents = ['Contact', 'Examples', 'FieldsTable', 'MarksTable', 'VerifyCommand'] as const;
export type ProseComponent = (typeof proseComponents)[number];

/**
 * Reads a page: its words, and every component that it names and nobody gives; or what keeps it from being read, of
 * which the parser says the first. Never throws.
 */
export function readProsePage(text: string): { readonly words: string; readonly problems: readonly Message[] } {
  try {
    const tree = parser.parse(text);
    return { words: wordsIn(tree).replace(/\s+/g, ' ').trim(), problems: unknownComponents(tree) };
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

/** The components of a page that neither the edition gives nor the page’s own JavaScript names. */
function unknownComponents(tree: Nodes): Message[] {
  const nodes = [...nodesIn(tree)];
  const own = nodes.flatMap(({ type, name }) => (type === 'Identifier' ? [name] : []));
  const given = new Set<unknown>([...proseComponents, ...own]);
  return nodes.flatMap(({ type, name, position, loc }) => {
    if (!type?.startsWith('mdxJsx') && type !== 'JSXOpeningElement') return [];
    // JavaScript holds the name as a node; a small letter begins the name of an element of HTML.
    const written = typeof name === 'string' ? name : (name as AnyNode | null)?.name;
    const [component] = /^\p{Lu}[^.]*/u.exec(typeof written === 'string' ? written : '') ?? [];
    if (component === undefined || given.has(component)) return [];
    const at = position?.start ?? { line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
    const suggestion = nearestName(component, proseComponents);
    return saidAt(at, 'component-unknown')`
      a component that the edition gives, ${proseComponents.join(', ')}, or one that the page imports
      <${component}>
      ${meant(suggestion && `<${suggestion}>`)}Correct the name, or import the component above the words of the page.`;
  });
}

/** A node of Markdown or of JavaScript, as far as it matters here. The columns of JavaScript count from nothing. */
interface AnyNode extends Pick<Nodes, 'position'> {
  readonly type?: string;
  readonly name?: unknown;
  readonly loc?: { readonly start: Point };
}

/** A node and all in it, the JavaScript of a page included. */
function* nodesIn(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const held of Object.values(node) as unknown[])
    if (typeof held === 'object' && held !== null) yield* nodesIn(held);
}

/** What comes after the words of a node that stands for itself. */
const ends: Partial<Record<Nodes['type'], string>> = { heading: '. ', paragraph: ' ', tableCell: ' ' };

/** The words in a node, without what is code. */
function wordsIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(wordsIn).join('') + (ends[node.type] ?? '') : ' ';
}
