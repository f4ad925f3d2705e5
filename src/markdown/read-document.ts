/**
 * A document file → the edition's tree. Each file is parsed once, here, through
 * remark-parse, remark-mdx and remark-gfm; whatever Markdown would drop or
 * change is a problem, so that what comes out is what was written.
 */
import type { FootnoteDefinition, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { numbered } from '../edition/anchors.ts';
import type { DocumentText } from '../edition/document.ts';
import type { Message } from '../edition/problems.ts';
import { blockReader, type Node } from './read-blocks.ts';
import { checkCoverage } from './read-coverage.ts';
import { offsetOf } from './read-marks.ts';
import { noteWithoutColon } from './read-inlines.ts';
import { readNotes } from './read-notes.ts';
import { type Frontmatter, openSource, type Source } from './read-source.ts';
import { reportSyntaxError } from './read-syntax-error.ts';

/**
 * Leaves bare addresses (`www.example.org`, `name@example.org`) the words that
 * they are: GFM would make links of them, and read no backslash in them.
 */
function plainAddresses(this: Processor): undefined {
  const data = this.data();
  data.micromarkExtensions?.push({
    disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] },
  });
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** One tilde is a sign of the text; two are reported. */
const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkGfm, { singleTilde: false })
  .use(plainAddresses)
  .freeze();

/** What a document file holds. The tree is whole only where there are no problems. */
export interface DocumentReading extends DocumentText {
  readonly frontmatter: Frontmatter | undefined;
  readonly problems: readonly Message[];
}

/** Reads the text of a document file. Never throws: what is wrong is in `problems`. */
export function readDocument(file: string): DocumentReading {
  const { frontmatter, source } = openSource(file);
  const empty: DocumentReading = {
    frontmatter,
    heading: [],
    body: [],
    notes: [],
    problems: source.problems,
  };
  // Without its record the file is read as text from the first line, and every field would be a problem.
  if (frontmatter === undefined) return empty;
  let root: Root;
  try {
    root = parser.parse(source.text);
  } catch (error) {
    reportSyntaxError(error, source);
    return empty;
  }
  const { text, notes: definitions } = partedAtNotes(root, source);
  const reader = blockReader(source);
  const { heading, children } = reader.division(text);
  reader.close();
  const first = text.find((node) => node.type !== 'heading' && node.type !== 'mdxFlowExpression');
  if (source.problems.length === 0) {
    if (heading.length === 0) source.report('heading-missing', offsetOf(first ?? { position: root.position }));
    if (children.length === 0) source.report('text-missing', source.text.trimEnd().length);
  }
  const body = numbered(children);
  const notes = readNotes(definitions, heading, body, source);
  if (first?.type === 'list' && first.ordered && first.start === 1 && first.children.length > 1) {
    const [line = ''] = source.text.slice(offsetOf(first)).split('\n', 1);
    source.report('number-is-list', offsetOf(first), line, '1\\.');
  }
  if (source.problems.length === 0) checkCoverage(root, source);
  return { ...empty, heading, body, notes };
}

/** The nodes of the text, and the notes at its end. */
function partedAtNotes(root: Root, source: Source): { text: Node[]; notes: FootnoteDefinition[] } {
  const text: Node[] = [];
  const notes: FootnoteDefinition[] = [];
  for (const node of root.children) {
    if (node.type === 'footnoteDefinition') notes.push(node);
    else {
      const at = offsetOf(node);
      const isNote = noteWithoutColon(source.text, at) !== undefined;
      if (notes.length > 0 && node.type !== 'mdxFlowExpression' && !isNote) {
        source.report('text-after-notes', at, source.text.slice(at, node.position?.end.offset));
      }
      text.push(node);
    }
  }
  return { text, notes };
}
