/** Paragraphs and what holds them: Markdown's tree → the edition's. */
import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List as MarkdownList,
  PhrasingContent,
  RootContent,
  Table as MarkdownTable,
} from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Block, Inline, ListItem, Mark, ParagraphRole } from '../edition/document.ts';
import { isMarkName } from '../edition/marks.ts';
import { quote } from '../edition/problems.ts';
import { divisions, lineBreak, setPieces } from '../edition/set-pieces.ts';
import { isComment, readInlines, reportForeign, reportSetPiece, withoutEnd } from './read-inlines.ts';
import {
  expectNoAttributes,
  expectWords,
  isDivision,
  isSetPiece,
  offsetOf,
  readMark,
  reportExpression,
  reportHtml,
  reportUnknownElement,
} from './read-marks.ts';
import { nestedTooDeeply, type Source } from './read-source.ts';

export type Node = RootContent | BlockContent | DefinitionContent;

/** How many parts, quotations and lists may stand one in the other. */
const deepest = 50;

/** Reads the blocks of one part of a file; page breaks between paragraphs wait for the next one. */
export interface BlockReader {
  /** Heading lines at the beginning of some nodes, and the blocks after them. */
  readonly division: (nodes: readonly Node[]) => { heading: Inline[][]; children: Block[] };
  readonly blocks: (nodes: readonly Node[]) => Block[];
  /** Reports page breaks after which no paragraph came. */
  readonly close: () => void;
}

export function blockReader(source: Source): BlockReader {
  const waiting: Mark[] = [];
  let depth = 0;
  const written = (node: Node): string => source.text.slice(offsetOf(node), node.position?.end.offset);
  const firstLine = (node: Node): string => written(node).split('\n', 1)[0] ?? '';

  /** Words with the page breaks that stood before them. */
  const words = (nodes: readonly PhrasingContent[]): Inline[] => [...waiting.splice(0), ...readInlines(nodes, source)];

  const paragraph = (nodes: readonly PhrasingContent[], role: ParagraphRole, at: number): Block[] => {
    const children = trimmed(words(nodes));
    return children.length === 0 ? [] : [{ type: 'paragraph', role, children, at: source.pointAt(at) }];
  };

  const setPiece = (element: MdxJsxTextElement | MdxJsxFlowElement): Block[] => {
    if (!isSetPiece(element.name)) return [];
    const { name } = element;
    const { role } = setPieces[name];
    expectNoAttributes(element, source);
    expectWords(element, source);
    if (element.type === 'mdxJsxTextElement') return paragraph(element.children, role, offsetOf(element));
    return (element.children as Node[]).flatMap((child) => {
      if (child.type === 'paragraph') return paragraph(child.children, role, offsetOf(child));
      if (child.type !== 'mdxFlowExpression') reportSetPiece(name, offsetOf(child), source);
      return block(child);
    });
  };

  const flowElement = (element: MdxJsxFlowElement): Block[] => {
    const name = element.name ?? '';
    const at = offsetOf(element);
    const nodes = element.children as Node[];
    if (isSetPiece(name)) return setPiece(element);
    if (isDivision(name)) {
      expectNoAttributes(element, source);
      const read = division(nodes);
      if (read.heading.length + read.children.length === 0) expectWords({ ...element, children: [] }, source);
      return [{ type: 'division', kind: divisions[name].kind, ...read }];
    }
    if (name === 'PageBreak') {
      const mark = readMark(element, source);
      if (mark) waiting.push({ type: 'mark', ...mark, children: [], at: source.pointAt(at) });
      return [];
    }
    if (name === lineBreak.name) {
      source.report('break-alone', at, {
        expected: '<Break/> at the end of a line of words',
        actual: '<Break/> on a line of its own, where Markdown ends the paragraph',
        mend: 'Write <Break/> directly after the last word before the line break.',
      });
    } else if (!isMarkName(name)) reportUnknownElement(element, source);
    else if (nodes.length === 0) expectWords(element, source);
    else {
      source.report('mark-around-paragraphs', at, {
        expected: `<${name}> inside a paragraph, in one line with its words`,
        actual: `<${name}> on a line of its own`,
        mend: `Write <${name}> directly before the first word and </${name}> directly after the last, in each paragraph.`,
      });
    }
    return blocks(nodes);
  };

  const list = (node: MarkdownList): Block[] => {
    const items = node.children.map((item): ListItem => {
      const start = offsetOf(item);
      const marker = /^(?:\d+[.)]|[-+*])/.exec(source.text.slice(start, start + 20))?.[0] ?? '';
      if (typeof item.checked === 'boolean') {
        source.report('task-list', start, {
          expected: 'words as printed',
          actual: 'a box [ ] or [x] at the beginning of a point, which Markdown drops',
          mend: 'If it is printed, write \\[ instead of [.',
        });
      }
      if (marker === '+' || marker === '*') {
        source.report('sign-is-list', start, {
          expected: 'points without a number written with -',
          actual: `${quote(firstLine(item))}, which Markdown takes for a list, dropping the sign`,
          mend: `If the sign is printed, write \\${marker}; if it is a point of a list, write -.`,
        });
      }
      return { marker: node.ordered ? marker : '', children: blocks(item.children) };
    });
    if (node.ordered && (node.start !== 1 || items.length === 1)) reportNumber(firstLine(node), offsetOf(node), source);
    return [{ type: 'list', items }];
  };

  const table = (node: MarkdownTable): Block[] => {
    const columns = node.children[0]?.children.length ?? 0;
    const rows = node.children.map((row) => {
      const cells = row.children.length;
      if (cells !== columns) {
        source.report('table-ragged', offsetOf(row), {
          expected: `${columns} cells in each row, as in the first`,
          actual: `a row of ${cells}`,
          mend: 'Add or join cells; a | that is printed is written \\|.',
        });
      }
      return row.children.map((cell) => words(cell.children));
    });
    const align = (node.align ?? []).map((side) => side ?? null);
    return [{ type: 'table', align, rows, at: source.pointAt(offsetOf(node)) }];
  };

  const misplacedHeading = (node: Heading, at: number): void => {
    const underline = written(node).split('\n').at(-1) ?? '';
    if (written(node).startsWith('#')) {
      source.report('heading-misplaced', at, {
        expected: 'headings at the beginning of the document or of a <Section>, <Enclosure> or <Quoted>',
        actual: `a heading after text: ${quote(firstLine(node))}`,
        mend: 'Put the part into <Section>…</Section>, or write \\# if the sign is printed.',
      });
    } else {
      source.report('underlined-heading', (node.position?.end.offset ?? at) - underline.length, {
        expected: 'a heading written with # before it',
        actual: `a line of signs under a text, which Markdown drops: ${quote(underline)}`,
        mend: 'Remove the line of signs; if it is printed, put a backslash before its first sign.',
      });
    }
  };

  const block = (node: Node): Block[] => {
    const at = offsetOf(node);
    switch (node.type) {
      case 'paragraph': {
        const own = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
        const pieces = own.filter(
          (child): child is MdxJsxTextElement => child.type === 'mdxJsxTextElement' && isSetPiece(child.name),
        );
        if (pieces.length > 0 && pieces.length === own.length) return pieces.flatMap(setPiece);
        if (/^ *\|/m.test(written(node))) {
          source.report('table-without-line', at, {
            expected: 'a line of dashes under the first row of a table: |---|---|',
            actual: `${quote(firstLine(node))}, which is no table without it`,
            mend: 'Write that line, with as many parts as the table has columns; a | that is printed at the beginning of a line is written \\|.',
          });
        }
        const word = isCode.exec(firstLine(node))?.[0].split(/\W/, 1)[0];
        if (word !== undefined) {
          source.report('import-export', at, {
            expected: 'words of the document; it never runs code',
            actual: `a line that begins with ${word}`,
            mend: `Remove the line. If the word is part of the text, write it as &#${word.charCodeAt(0)};${word.slice(1)}.`,
          });
        }
        return paragraph(node.children, 'text', at);
      }
      case 'list':
        return list(node);
      case 'table':
        return table(node);
      case 'blockquote':
        return [{ type: 'quotation', children: blocks(node.children) }];
      case 'mdxJsxFlowElement':
        return flowElement(node);
      case 'mdxFlowExpression':
        if (!isComment(node.value)) reportExpression(written(node), at, source);
        return [];
      case 'heading':
        misplacedHeading(node, at);
        return [];
      case 'thematicBreak':
        source.report('thematic-break', at, {
          expected: 'words as printed',
          actual: `a line that Markdown turns into a rule: ${quote(written(node))}`,
          mend: `If it is printed, write ${written(node).slice(0, 60).trim().replace(/[*_-]/g, '\\$&')}.`,
        });
        return [];
      case 'definition':
        source.report('link-definition', at, {
          expected: 'words as printed; a document holds no links',
          actual: `a line that Markdown takes for the address of a link, and drops: ${quote(written(node))}`,
          mend: 'Write \\[ instead of [ if the words are printed; a note is written [^56]: with a circumflex.',
        });
        return [];
      case 'code':
        reportForeign('code', firstLine(node), at, source);
        return [];
      case 'footnoteDefinition':
        source.report('note-misplaced', at, {
          expected: 'notes at the end of the file, each at the beginning of a line',
          actual: `the note [^${node.label ?? node.identifier}] inside another part of the text`,
          mend: 'Move it to the end of the file, without spaces before it.',
        });
        return [];
      case 'html':
        reportHtml(firstLine(node), at, source);
        return [];
      default:
        reportChange(firstLine(node), at, source);
        return [];
    }
  };

  /** A part that begins directly under a paragraph ended it where the editor may not have meant to. */
  const checkEmptyLines = (nodes: readonly Node[]): void => {
    nodes.forEach((node, index) => {
      const previous = nodes[index - 1];
      if (previous?.type !== 'paragraph' || node.type === 'footnoteDefinition') return;
      const touches = (node.position?.start.line ?? 0) - (previous.position?.end.line ?? 0) < 2;
      const isBreak = node.type === 'mdxJsxFlowElement' && node.name === lineBreak.name;
      if (!touches || isBreak) return;
      source.report('no-empty-line', offsetOf(node), {
        expected: 'an empty line between two parts of the text',
        actual: `${quote(firstLine(node))} directly under other text, where Markdown begins a new part`,
        mend: 'Leave an empty line before it; if the line belongs to the paragraph, join it to the line above, or put a backslash before its first sign.',
      });
    });
  };

  const blocks = (nodes: readonly Node[]): Block[] => {
    if (depth > deepest && nodes[0]) {
      source.report('nested-too-deeply', offsetOf(nodes[0]), nestedTooDeeply);
      return [];
    }
    checkEmptyLines(nodes);
    depth += 1;
    const read = nodes.flatMap(block);
    depth -= 1;
    return read;
  };

  const division = (nodes: readonly Node[]): { heading: Inline[][]; children: Block[] } => {
    const heading: Inline[][] = [];
    let rest = 0;
    for (const node of nodes) {
      if (node.type === 'heading' && written(node).startsWith('#')) {
        if (node.depth !== 1) {
          source.report('heading-level', offsetOf(node), {
            expected: 'one # before each line of a heading',
            actual: quote(firstLine(node)),
            mend: 'Write one # and a space; a part with a heading of its own is a <Section> or an <Enclosure>.',
          });
        }
        const line = words(node.children);
        if (line.length === 0) {
          source.report('heading-empty', offsetOf(node), {
            expected: 'words after #',
            actual: 'a # alone',
            mend: 'Write the line of the heading after #, or remove the #.',
          });
        }
        heading.push(line);
      } else if (node.type !== 'mdxFlowExpression' || !isComment(node.value)) break;
      rest += 1;
    }
    return { heading, children: blocks(nodes.slice(rest)) };
  };

  const close = (): void => {
    for (const { at } of waiting.splice(0)) {
      source.report('page-break-alone', at, {
        expected: 'a paragraph after <PageBreak/> to which it belongs',
        actual: '<PageBreak/> with no paragraph after it',
        mend: 'Put <PageBreak n="…"/> into the line, where the new page begins.',
      });
    }
  };

  return { division, blocks, close };
}

/** A line of code, as a page of Astro has it: nobody prints `import x from "./x.js"`, and `import of arms` is text. */
const isCode =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?["'][^"']+["'];?|export\s+(?:default\b|\*|(?:const|let|var)\s+\w+\s*=|(?:async\s+)?function\b[^(]*\(|class\s+\w+\s*\\?\{).*)\s*$/;

/** Reports a number that Markdown takes for a list: says how to write it as text. */
export function reportNumber(line: string, at: number, source: Source, mended?: string): void {
  const [, number = '', sign = ''] = /^(\d+)([.)])/.exec(line) ?? [];
  source.report('number-is-list', at, {
    expected:
      'a paragraph that begins with its number, or a list from 1 of two points or more, after the first paragraph',
    actual: `${quote(line)}, which Markdown takes for a list`,
    mend: `Write ${mended ?? `${number}\\${sign}`} at the beginning of the paragraph.`,
  });
}

/** Reports text of which Markdown would drop or change something, nobody knows what. */
export function reportChange(written: string, at: number, source: Source): void {
  source.report('text-would-change', at, {
    expected: 'text that Markdown leaves as it is',
    actual: `${quote(written)}, of which Markdown would drop or change something`,
    mend: 'Put a backslash before the sign that is meant as text.',
  });
}

/** Words without a space at either end, as a comment or a set piece may leave. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const last = inlines.length - 1;
  return inlines.flatMap((inline, index): Inline[] => {
    if (inline.type !== 'text' || (index > 0 && index < last)) return [inline];
    let { value } = inline;
    if (index === 0) value = value.replace(/^ +/, '');
    if (index === last) value = withoutEnd(value);
    return value === '' ? [] : [{ type: 'text', value }];
  });
}
