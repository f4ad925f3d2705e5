/** Paragraphs and what holds them: Markdown's tree → the edition's. */
import type * as Markdown from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { alignments, type Block, type Cell, type Inline } from '../edition/document.ts';
import type { ListItem, Mark, Paragraph } from '../edition/document.ts';
import { isMarkName } from '../edition/marks.ts';
import { quote } from '../edition/problems.ts';
import { divisions, setPieces } from '../edition/set-pieces.ts';
import { expectWords, isComment, isDivision, isSetPiece, isStyle, readElement, readInlines } from './read-inlines.ts';
import { offsetOf, refuse, refuseNode, writtenOf, type Source } from './read-source.ts';

type Phrasing = readonly Markdown.PhrasingContent[];
export type Node = Markdown.RootContent | Markdown.BlockContent | Markdown.DefinitionContent;

/** Reads the blocks of a part, or its heading too; a page break between paragraphs waits for the next one there. */
export function blockReader(source: Source) {
  const { report } = source;
  const waiting: Mark[] = [];
  const written = (node: Node): string => writtenOf(node, source);
  const firstLine = (node: Node): string => written(node).split('\n', 1)[0] ?? '';

  /** Words with the page breaks that stood before them. */
  const words = (nodes: Phrasing): Inline[] => [...waiting.splice(0), ...readInlines(nodes, source)];

  const paragraph = (nodes: Phrasing, piece: Pick<Paragraph, 'role' | 'align'>, at: number): Block[] => {
    const children = words(nodes);
    return children.length === 0 ? [] : [{ type: 'paragraph', ...piece, children, at: source.pointAt(at) }];
  };

  const setPiece = (element: MdxJsxTextElement | MdxJsxFlowElement): Block[] => {
    const { name } = element;
    if (!isSetPiece(name)) return [];
    const { align } = readElement(element, source);
    const known = alignments.find((one) => one === align);
    const piece = { role: setPieces[name].role, ...(known && { align: known }) };
    if (element.type === 'mdxJsxTextElement') return paragraph(element.children, piece, offsetOf(element));
    return (element.children as Node[]).flatMap((child) => {
      if (child.type === 'paragraph') return paragraph(child.children, piece, offsetOf(child));
      if (child.type !== 'mdxFlowExpression') refuse('set-piece-in-text', name, offsetOf(child), source);
      return block(child);
    });
  };

  const flowElement = (element: MdxJsxFlowElement): Block[] => {
    const name = element.name ?? '';
    const at = offsetOf(element);
    const nodes = element.children as Node[];
    if (isSetPiece(name)) return setPiece(element);
    if (isDivision(name)) {
      readElement(element, source);
      const read = division(nodes);
      if (read.heading.length + read.children.length === 0) expectWords({ ...element, children: [] }, source);
      return [{ type: 'division', kind: divisions[name].kind, ...read }];
    }
    if (name === 'PageBreak') {
      const attributes = readElement(element, source);
      waiting.push({ type: 'mark', name, attributes, children: [], at: source.pointAt(at) });
      return [];
    }
    if (name === 'Break')
      report('break-alone', at)`
        <Break/> at the end of a line of words
        <Break/> on a line of its own, where Markdown ends the paragraph
        Write <Break/> directly after the last word before the line break.`;
    else if (!isMarkName(name) && !isStyle(name))
      readInlines([{ ...element, type: 'mdxJsxTextElement', children: [] }], source);
    else if (nodes.length === 0) expectWords(element, source);
    else
      report('mark-around-paragraphs', at)`
        <${name}> inside a paragraph, in one line with its words
        <${name}> on a line of its own
        Write <${name}> directly before the first word and </${name}> directly after the last, in each paragraph.`;
    return blocks(nodes);
  };

  const list = (node: Markdown.List): Block[] => {
    const items = node.children.map((item): ListItem => {
      const line = firstLine(item);
      const marker = /^(?:\d+[.)]|[-+*])/.exec(line)?.[0] ?? '';
      if (typeof item.checked === 'boolean')
        report('task-list', offsetOf(item))`
          words as printed
          a box [ ] or [x] at the beginning of a point, which Markdown drops
          If it is printed, write \\[ instead of [.`;
      if (marker === '+' || marker === '*')
        report('sign-is-list', offsetOf(item))`
          points without a number written with -
          ${quote(line)}, which Markdown takes for a list, dropping the sign
          If the sign is printed, write \\${marker}; if it is a point of a list, write -.`;
      return { marker: node.ordered ? marker : '', children: blocks(item.children) };
    });
    if (node.ordered && (node.start !== 1 || items.length === 1)) reportNumber(firstLine(node), offsetOf(node), source);
    return [{ type: 'list', items }];
  };

  const table = (node: Markdown.Table): Block[] => {
    const columns = node.children[0]?.children.length ?? 0;
    const rows = node.children.map((row) => {
      if (row.children.length !== columns)
        report('table-ragged', offsetOf(row))`
          ${columns} cells in each row, as in the first
          a row of ${row.children.length}
          Add or join cells; a | that is printed is written \\|.`;
      return cellsOf(row);
    });
    const align = (node.align ?? []).map((side) => side ?? null);
    // A first row without words says that there is no head.
    const head = rows.length === 1 || rows[0]?.some(({ children }) => children.length > 0) === true;
    return [{ type: 'table', head, align, rows: head ? rows : rows.slice(1), at: source.pointAt(offsetOf(node)) }];
  };

  /** The cells of a row, each over the columns that say that they are its own. */
  const cellsOf = (row: Markdown.TableRow): Cell[] => {
    const cells: Cell[] = [];
    for (const { children } of row.children) {
      const [only, ...others] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      const last = cells.at(-1);
      if (last && only?.type === 'mdxJsxTextElement' && only.name === 'Across' && others.length === 0) {
        readElement(only, source);
        cells.splice(-1, 1, { ...last, columns: last.columns + 1 });
      } else cells.push({ columns: 1, children: words(children) });
    }
    return cells;
  };

  const misplacedHeading = (node: Markdown.Heading, at: number): void => {
    const underline = written(node).split('\n').at(-1) ?? '';
    if (written(node).startsWith('#'))
      report('heading-misplaced', at)`
        headings at the beginning of the document or of a <Section>, <Enclosure> or <Quoted>
        a heading after text: ${quote(firstLine(node))}
        Put the part into <Section>…</Section>, or write \\# if the sign is printed.`;
    else
      report('underlined-heading', at + written(node).length - underline.length)`
        a heading written with # before it
        a line of signs under a text, which Markdown drops: ${quote(underline)}
        Remove the line of signs; if it is printed, put a backslash before its first sign.`;
  };

  /** What begins as a paragraph does, and is none: its lines are a table's, or code's. */
  const checkFirstLines = (node: Node, at: number): void => {
    const line = firstLine(node);
    if (/^ *\|/m.test(written(node)))
      report('table-without-line', at)`
        a line of dashes under the first row of a table: |---|---|
        ${quote(line)}, which is no table without it
        Write that line, with as many parts as the table has columns; a | that is printed at the beginning of a line is written \\|.`;
    const word = isCode.exec(line)?.[0].split(/\W/, 1)[0];
    if (word !== undefined)
      report('import-export', at)`
        words of the document; it never runs code
        a line that begins with ${word}
        Remove the line. If the word is part of the text, write it as &#${word.charCodeAt(0)};${word.slice(1)}.`;
  };

  const block = (node: Node): Block[] => {
    const at = offsetOf(node);
    if (node.type === 'list') return list(node);
    if (node.type === 'table') return table(node);
    if (node.type === 'blockquote') return [{ type: 'quotation', children: blocks(node.children) }];
    if (node.type === 'mdxJsxFlowElement') return flowElement(node);
    if (node.type === 'paragraph') {
      const own = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
      const pieces = own.filter((child) => child.type === 'mdxJsxTextElement').filter(({ name }) => isSetPiece(name));
      if (pieces.length > 0 && pieces.length === own.length) return pieces.flatMap(setPiece);
      checkFirstLines(node, at);
      return paragraph(node.children, { role: 'text' }, at);
    }
    if (node.type === 'heading') misplacedHeading(node, at);
    else if (node.type !== 'mdxFlowExpression') refuseNode(node, firstLine(node), at, source);
    else if (!isComment(node.value)) refuse('expression', written(node), at, source);
    return [];
  };

  /** A part that begins directly under a paragraph ended it where the editor may not have meant to. */
  const checkEmptyLines = (nodes: readonly Node[]): void => {
    nodes.forEach((node, index) => {
      const previous = nodes[index - 1];
      if (previous?.type !== 'paragraph' || node.type === 'footnoteDefinition') return;
      const touches = (node.position?.start.line ?? 0) - (previous.position?.end.line ?? 0) < 2;
      if (!touches || (node.type === 'mdxJsxFlowElement' && node.name === 'Break')) return;
      report('no-empty-line', offsetOf(node))`
        an empty line between two parts of the text
        ${quote(firstLine(node))} directly under other text, where Markdown begins a new part
        Leave an empty line before it; if the line belongs to the paragraph, join it to the line above, or put a backslash before its first sign.`;
    });
  };

  const blocks = (nodes: readonly Node[]): Block[] => {
    checkEmptyLines(nodes);
    return nodes.flatMap(block);
  };

  const division = (nodes: readonly Node[]): { heading: Inline[][]; children: Block[] } => {
    const heading: Inline[][] = [];
    let rest = 0;
    for (const node of nodes) {
      if (node.type === 'heading' && written(node).startsWith('#')) {
        if (node.depth !== 1)
          report('heading-level', offsetOf(node))`
            one # before each line of a heading
            ${quote(firstLine(node))}
            Write one # and a space; a part with a heading of its own is a <Section> or an <Enclosure>.`;
        const line = words(node.children);
        if (line.length === 0)
          report('heading-empty', offsetOf(node))`
            words after #
            a # alone
            Write the line of the heading after #, or remove the #.`;
        heading.push(line);
      } else if (node.type !== 'mdxFlowExpression' || !isComment(node.value)) break;
      rest += 1;
    }
    return { heading, children: blocks(nodes.slice(rest)) };
  };

  /** A part that was read; page breaks after which no paragraph came are reported. */
  const whole = <Part>(part: Part): Part => {
    for (const { at } of waiting.splice(0))
      report('page-break-alone', at)`
        a paragraph after <PageBreak/> to which it belongs
        <PageBreak/> with no paragraph after it
        Put <PageBreak n="…"/> into the line, where the new page begins.`;
    return part;
  };
  return {
    division: (nodes: readonly Node[]) => whole(division(nodes)),
    blocks: (nodes: readonly Node[]) => whole(blocks(nodes)),
  };
}

/** A line of code, as a page of Astro has it: nobody prints `import x from "./x.js"`, and `import of arms` is text. */
const isCode =
  /^(?:import\s+(?:[\w*{][^'"]*\sfrom\s+)?["'][^"']+["'];?|export\s+(?:default\b|\*|(?:const|let|var)\s+\w+\s*=|(?:async\s+)?function\b[^(]*\(|class\s+\w+\s*\\?\{).*)\s*$/;

/** Reports a number that Markdown takes for a list: says how to write it as text. */
export function reportNumber(line: string, at: number, source: Source): void {
  source.report('number-is-list', at)`
    a paragraph that begins with its number, or a list from 1 of two points or more, after the first paragraph
    ${quote(line)}, which Markdown takes for a list
    Write ${line.replace(/^(\d+)([.)])[^]*/, '$1\\$2')} at the beginning of the paragraph.`;
}
