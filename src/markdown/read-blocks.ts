/** Paragraphs and what holds them: Markdown's tree → the edition's. */
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  List as MarkdownList,
  PhrasingContent,
  RootContent,
  Table as MarkdownTable,
} from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Block, Inline, ListItem, Mark, ParagraphRole } from '../edition/document.ts';
import { isMarkName } from '../edition/marks.ts';
import { divisions, lineBreak, setPieces } from '../edition/set-pieces.ts';
import { isComment, readInlines } from './read-inlines.ts';
import { expectNoAttributes, isDivision, isSetPiece, offsetOf, readMark, reportUnknownElement } from './read-marks.ts';
import type { Source } from './read-source.ts';

export type Node = RootContent | BlockContent | DefinitionContent;

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
    expectNoAttributes(element, source);
    const role = setPieces[element.name].role;
    if (element.children.length === 0) source.report('mark-empty', offsetOf(element), element.name);
    if (element.type === 'mdxJsxTextElement') return paragraph(element.children, role, offsetOf(element));
    return (element.children as Node[]).flatMap((child) => {
      if (child.type === 'paragraph') return paragraph(child.children, role, offsetOf(child));
      if (child.type !== 'mdxFlowExpression') source.report('set-piece-in-text', offsetOf(child), element.name ?? '');
      return block(child);
    });
  };

  const flowElement = (element: MdxJsxFlowElement): Block[] => {
    const { name } = element;
    const at = offsetOf(element);
    const nodes = element.children as Node[];
    if (isSetPiece(name)) return setPiece(element);
    if (isDivision(name)) {
      expectNoAttributes(element, source);
      const read = division(nodes);
      if (read.heading.length + read.children.length === 0) source.report('mark-empty', at, name);
      return [{ type: 'division', kind: divisions[name].kind, ...read }];
    }
    if (name === 'PageBreak') {
      const mark = readMark(element, source);
      if (mark) waiting.push({ type: 'mark', ...mark, children: [], at: source.pointAt(at) });
      return [];
    }
    if (name === lineBreak.name) source.report('break-alone', at);
    else if (!isMarkName(name ?? '')) reportUnknownElement(element, source);
    else if (nodes.length === 0) source.report('mark-empty', at, name ?? '');
    else source.report('mark-around-paragraphs', at, name ?? '');
    return blocks(nodes);
  };

  const list = (node: MarkdownList): Block[] => {
    const at = offsetOf(node);
    const items = node.children.map((item): ListItem => {
      const start = offsetOf(item);
      const marker = /^(?:\d+[.)]|[-+*])/.exec(source.text.slice(start))?.[0] ?? '';
      if (typeof item.checked === 'boolean') source.report('task-list', start);
      if (marker === '+' || marker === '*') source.report('sign-is-list', start, firstLine(item));
      return { marker: node.ordered ? marker : '', children: blocks(item.children) };
    });
    if (node.ordered && (node.start !== 1 || items.length === 1)) reportNumber(at);
    return [{ type: 'list', items }];
  };

  /** A number that Markdown takes for a list: says how to write it as text. */
  const reportNumber = (at: number): void => {
    const [line = ''] = source.text.slice(at).split('\n', 1);
    const [, number = '', sign = ''] = /^(\d+)([.)])/.exec(line) ?? [];
    source.report('number-is-list', at, line, `${number}\\${sign}`);
  };

  const table = (node: MarkdownTable): Block[] => {
    const columns = node.children[0]?.children.length ?? 0;
    const rows = node.children.map((row) => {
      const cells = row.children.length;
      if (cells !== columns) source.report('table-ragged', offsetOf(row as never), cells, columns);
      return row.children.map((cell) => words(cell.children));
    });
    const align = (node.align ?? []).map((side) => side ?? null);
    return [{ type: 'table', align, rows, at: source.pointAt(offsetOf(node)) }];
  };

  const quotation = (node: Blockquote): Block[] => [{ type: 'quotation', children: blocks(node.children) }];

  const block = (node: Node): Block[] => {
    const at = offsetOf(node);
    switch (node.type) {
      case 'paragraph': {
        const own = node.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
        const pieces = own.filter(
          (child): child is MdxJsxTextElement => child.type === 'mdxJsxTextElement' && isSetPiece(child.name),
        );
        if (pieces.length > 0 && pieces.length === own.length) return pieces.flatMap(setPiece);
        if (/^ *\|/m.test(written(node))) source.report('table-without-line', at, firstLine(node));
        return paragraph(node.children, 'text', at);
      }
      case 'list':
        return list(node);
      case 'table':
        return table(node);
      case 'blockquote':
        return quotation(node);
      case 'mdxJsxFlowElement':
        return flowElement(node);
      case 'mdxFlowExpression':
        if (!isComment(node.value)) source.report('expression', at, written(node));
        return [];
      case 'mdxjsEsm':
        source.report('import-export', at, /^\w+/.exec(node.value)?.[0] ?? 'import');
        return [];
      case 'heading': {
        const isUnderlined = !written(node).startsWith('#');
        if (isUnderlined)
          source.report(
            'underlined-heading',
            (node.position?.end.offset ?? at) - (written(node).split('\n').at(-1) ?? '').length,
            written(node).split('\n').at(-1) ?? '',
          );
        else source.report('heading-misplaced', at, firstLine(node));
        return [];
      }
      case 'thematicBreak':
        source.report('thematic-break', at, written(node));
        return [];
      case 'definition':
        source.report('link-definition', at, written(node));
        return [];
      case 'code':
        source.report('code', at, firstLine(node));
        return [];
      case 'footnoteDefinition':
        source.report('note-misplaced', at, node.label ?? node.identifier);
        return [];
      case 'html':
        source.report('raw-html', at, firstLine(node));
        return [];
      default:
        source.report('text-would-change', at, firstLine(node));
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
      if (touches && !isBreak) source.report('no-empty-line', offsetOf(node), firstLine(node));
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
        if (node.depth !== 1) source.report('heading-level', offsetOf(node), firstLine(node));
        const line = words(node.children);
        if (line.length === 0) source.report('heading-empty', offsetOf(node));
        heading.push(line);
      } else if (node.type !== 'mdxFlowExpression' || !isComment(node.value)) break;
      rest += 1;
    }
    return { heading, children: blocks(nodes.slice(rest)) };
  };

  const close = (): void => {
    for (const mark of waiting.splice(0)) source.reportAt('page-break-alone', mark.at);
  };

  return { division, blocks, close };
}

/** Words without a space at either end, as a comment or a set piece may leave. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const last = inlines.length - 1;
  return inlines.flatMap((inline, index): Inline[] => {
    if (inline.type !== 'text' || (index > 0 && index < last)) return [inline];
    let { value } = inline;
    if (index === 0) value = value.replace(/^ +/, '');
    if (index === last) value = value.replace(/ +$/, '');
    return value === '' ? [] : [{ type: 'text', value }];
  });
}
