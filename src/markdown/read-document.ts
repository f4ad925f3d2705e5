/** A document file → the edition's tree, by one parse; whatever Markdown would drop or change is a problem. */
import type { Nodes, Root } from 'mdast';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import { mdxMd } from 'micromark-extension-mdx-md';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { numbered } from '../edition/anchors.ts';
import type { DocumentText } from '../edition/document.ts';
import { quote } from '../edition/problems.ts';
import { blockReader, reportNumber, type Node } from './read-blocks.ts';
import { checkCoverage } from './read-coverage.ts';
import { warnOfLeftovers } from './read-leftovers.ts';
import { callsInRecord, isWithoutColon, readNotes } from './read-notes.ts';
import { deepest, offsetOf, openSource, refuse, writtenOf, type Source } from './read-source.ts';
import { reportSyntaxError } from './read-syntax-error.ts';

/**
 * MDX without `import` and `export`, with which paragraphs may begin, and without JavaScript: braces hold comments.
 * Bare addresses (`www.example.org`) are words: GFM would look for one at each word, make links of them, and read no
 * backslash in them.
 */
function documentSyntax(this: Processor): undefined {
  const data = this.data();
  const withoutAddresses = (data.micromarkExtensions ?? []).map(({ text = {}, ...extension }) => {
    const others = Object.entries(text).flatMap(([code, constructs = []]) => {
      const kept = [constructs].flat().filter(({ name }) => !name?.endsWith('Autolink'));
      return kept.length === 0 ? [] : [[code, kept] as const];
    });
    return { ...extension, text: Object.fromEntries(others) };
  });
  data.micromarkExtensions = [...withoutAddresses, mdxExpression(), mdxJsx(), mdxMd()];
  data.fromMarkdownExtensions = [data.fromMarkdownExtensions ?? [], mdxFromMarkdown()]
    .flat(3)
    .map((extension) => ({ ...extension, transforms: [] }));
}

/** One tilde is a sign of the text; two are reported. */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(documentSyntax).freeze();

/** Reads the text of a document file. What is wrong with it is in `messages`; only without them is the tree whole. */
export function readDocument(file: string) {
  const { frontmatter, source } = openSource(file);
  const { messages, warnings, report } = source;
  const found = {
    /** The record as YAML, and the line of the file in which it begins. */
    frontmatter,
    messages,
    /** What pasting seems to have left in the text. */
    warnings,
  };
  const empty = { ...found, callsInRecord: [], heading: [], body: [], notes: [] };
  // Without its record the file is read as text from the first line, and every field would be a problem.
  if (frontmatter === undefined) return empty;
  let root: Root;
  try {
    root = parser.parse(source.text);
  } catch (error) {
    reportSyntaxError(error, source);
    return empty;
  }
  const deep = tooDeep(root);
  if (deep) {
    refuse('nested-too-deeply', '', offsetOf(deep), source);
    return empty;
  }
  const definitions = root.children.filter((node) => node.type === 'footnoteDefinition');
  const text = root.children.filter((node) => node.type !== 'footnoteDefinition');
  if (definitions[0]) checkAfterNotes(text, offsetOf(definitions[0]), source);
  const reader = blockReader(source);
  const { heading, children } = reader.division(text);
  const first = text.find((node) => node.type !== 'heading' && node.type !== 'mdxFlowExpression');
  const end = source.text.trimEnd().length;
  const firstAt = first === undefined ? end : offsetOf(first);
  const isGood = messages.length === 0;
  if (isGood && heading.length === 0)
    report('heading-missing', firstAt)`
      the heading as printed, one # before each of its lines, after the second ---
      no heading
      Write it: # The Chargé in the Soviet Union (Henderson) to the Secretary of State`;
  if (isGood && children.length === 0)
    report('text-missing', end)`
      the text of the document after its heading
      no text
      Write the paragraphs of the document, with an empty line between them.`;
  const body = numbered(children);
  const inRecord = callsInRecord(frontmatter);
  const notes = readNotes(definitions, inRecord, heading, body, source, reader.blocks);
  if (first?.type === 'list' && first.ordered && first.start === 1 && first.children.length > 1)
    reportNumber(source.text.slice(firstAt).split('\n', 1)[0] ?? '', firstAt, source);
  if (messages.length === 0) checkCoverage(root, source);
  warnOfLeftovers(definitions, source);
  return { ...found, callsInRecord: inRecord, heading, body, notes };
}
export type DocumentReading = ReturnType<typeof readDocument>;

/**
 * Reads what is printed under the heading of a part of a volume, written as a document is but for the record: it may
 * have no heading, or no more than that and notes.
 */
export function readPartText(written: string) {
  const { heading, body, notes, messages } = readDocument(`---\n---\n${written}`);
  const wrong = messages.filter(({ code }) => code !== 'heading-missing' && code !== 'text-missing');
  return { text: { heading, body, notes } satisfies DocumentText, messages: wrong };
}

/** The first node that stands in more others than may stand one in the other. */
function tooDeep(node: Nodes, around = 0): Nodes | undefined {
  if (around > deepest) return node;
  const held = 'children' in node ? node.children : [];
  return held.map((child) => tooDeep(child, around + 1)).find((one) => one !== undefined);
}

/** Reports what stands after the place of the first note, and is none. */
function checkAfterNotes(text: readonly Node[], firstNote: number, source: Source): void {
  for (const node of text) {
    const at = offsetOf(node);
    const isNote = node.type === 'mdxFlowExpression' || isWithoutColon(source.text, at);
    if (at < firstNote || isNote) continue;
    const written = writtenOf(node, source);
    const [, number] = /^\\?\[?(\d+)\\?[\].)]*\s/.exec(written) ?? [];
    const next = number === undefined ? '' : `If it is the next note, write [^${number}]: before its words. `;
    source.report('text-after-notes', at)`
      nothing but notes after the first note
      text after a note: ${quote(written)}
      ${next}Move the notes to the end; if it is a further paragraph of the note, begin its lines with four spaces.`;
  }
}
