/** One document of a volume's TEI → the edition's tree, as far as the tree can say it. */
import type { Alignment, Block, Cell, Emphasis, Inline } from '../edition/document.ts';
import type { Division, DocumentText, ListItem, Mark, Note, Paragraph, ParagraphRole } from '../edition/document.ts';
import { alignments, emphasisTypes } from '../edition/document.ts';
import type { MarkName } from '../edition/marks.ts';
import { readNoteLabel } from '../edition/notes.ts';
import { textOf } from '../edition/text.ts';
import { callsIn, inlinesIn, marksIn, wordsIn, type Words } from '../edition/walk.ts';
import { elementsIn, isLineEnd, pageAt, wordsOf, type Nodes, type XmlElement } from './read-volume.ts';
import { closedUp, tidy } from './tidy-words.ts';

const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';
const isBlank = (node: XmlElement | string): boolean => typeof node === 'string' && node.trim() === '';

/** Elements that carry no more than their words. */
const transparent = new Set(
  'persName gloss placeName date time signed salute seg dateline closer opener p item l label list'.split(' '),
);
/** What `@rend` calls the ways of setting words apart besides their own names. */
const styles = new Map<string | undefined, Emphasis['type']>([
  ['italic', 'emphasis'],
  ['bold', 'strong'],
  ['smallcaps', 'small-caps'],
  ['sub', 'subscript'],
  ['sup', 'superscript'],
]);
/** Elements that are paragraphs, or hold some, of a role. */
const paragraphRoles = new Map<string, ParagraphRole>([
  ['p', 'text'],
  ['seg', 'opener'],
  ['opener', 'opener'],
  ['salute', 'salutation'],
  ['head', 'subheading'],
]);
/** How words are set apart, by `@rend`; undefined where that is another. */
export const styleOf = (rend: string | undefined): Emphasis['type'] | undefined =>
  styles.get(rend) ?? emphasisTypes.find((type) => type === rend);
/** The lists of a volume by the beginnings of their entries' ids. */
const lists: Readonly<Record<string, string>> = { p: 'persons', t: 'terms', in: 'index' };
/** How the volume sets an element: `#underline` is a rendering that its header describes. */
const rendOf = ({ attributes: { rend, rendition } }: XmlElement): string =>
  rend ?? rendition?.replaceAll('#', '') ?? '';
/** The language of an element, where it says another than English in a way that can be read. */
const languageOf = ({ attributes }: XmlElement): string | undefined =>
  /^(?!en\b)[a-z]{2,3}(?:-[\da-z]{2,8})*$/i.exec(attributes['xml:lang'] ?? '')?.[0];
/** Where a paragraph or cell is set, by `@rend`; undefined where that says none. */
export const alignmentOf = (rend: string | undefined): Alignment | undefined =>
  alignments.find((one) => one === rend?.replace(/^flush/, ''));
/** A line of receipt; one that gives a year before that word is a dateline with the receipt after it. */
const lineOfReceipt = /^(?:(?!\b\d{4}\b).)*\b(?:received|rec[’']d)\b/i;
/** Elements that are no part of a line, wherever they stand. */
const apart = 'p quote closer dateline opener postscript lg figure figDesc head byline div frus:attachment'.split(' ');
const blockNames = new Set([...apart, 'list', 'table', 'salute', 'signed', 'docDate', 'sp']);
/** Those that are lines where they stand among words. */
const lineNames = new Set([...apart, 'item', 'l', 'row']);
/** Whether the volume has some words in its margin. */
const isMarginal = ({ attributes }: XmlElement): boolean => attributes['type'] === 'margin';
/** Whether a note stands in the text itself, in a line of its own. */
const isInlineNote = ({ name, attributes }: XmlElement): boolean => name === 'note' && attributes['rend'] === 'inline';
/** Whether a node is a note that a sign calls. */
const isFootnote = (node: XmlElement | string): boolean =>
  isElement(node) && node.name === 'note' && !isInlineNote(node) && signOf(node) !== '';

/** Maps one document of a volume, from whose key (`frus1936v03`) its references are reckoned. */
export function toTree(element: XmlElement, volume: string) {
  const { children } = element;
  const mapper = new Mapper(volume);
  if (languageOf(element) !== undefined) mapper.notCarried.set('xml:lang', 1);
  const fileNote = elementsIn(children).find(({ name }) => name !== 'pb');
  const isFileLine =
    fileNote?.name === 'note' &&
    !isFootnote(fileNote) &&
    fileNote.attributes['type'] !== 'summary' &&
    !wordsOf(fileNote).startsWith('[');
  const fileLine = isFileLine ? mapper.words(fileNote.children) : [];
  // A field of the record has words alone: of a fraction that is set high it has the figures.
  const raised = inlinesIn(fileLine).filter(({ type }) => type === 'superscript').length;
  if (raised > 0) mapper.notCarried.set('hi superscript', raised);
  const rest = isFileLine ? children.filter((child) => child !== fileNote) : children;
  const linesAbove = elementsIn(rest)
    .filter(({ name }) => name !== 'pb')
    .findIndex(({ name }) => name === 'head');
  const { heading, blocks } = mapper.division(rest);
  return {
    /** The line above the heading: `883.0513/179: Telegram`. */
    fileLine: textOf(fileLine).trim(),
    /** The same as an editor writes it, with the calls of notes: `883.0513/179: Telegram[^3]`. */
    writtenFileLine: writtenInRecord(fileLine),
    heading,
    /** How many lines of its heading stand above the heading itself: `[Telegram.]`. */
    linesAbove: Math.max(linesAbove, 0),
    body: blocks,
    /** The lists of those who took part in a conversation, as the TEI says. */
    participantLists: mapper.participantLists,
    notes: inOrder([fileLine, ...heading], blocks, mapper.notes),
    /** What of the TEI's markup the tree does not carry, by kind: `hi superscript` → 2. */
    notCarried: mapper.notCarried,
  };
}
export type MappedDocument = ReturnType<typeof toTree>;

/** Maps what is printed above the documents of a part of a volume. */
export function toText(nodes: Nodes, volume: string) {
  const mapper = new Mapper(volume);
  const { heading, blocks } = mapper.division(nodes);
  const text: DocumentText = { heading, body: blocks, notes: inOrder(heading, blocks, mapper.notes) };
  return { ...text, notCarried: mapper.notCarried };
}

/** Words as a field of the record has them, with the calls of notes. */
const writtenInRecord = (words: Words): string =>
  inlinesIn(words)
    .map((one) => (one.type === 'note-reference' ? `[^${one.label}]` : 'children' in one ? '' : textOf([one])))
    .join('');

/** The state of one mapping: its notes, the page breaks that wait for words, what is left out. */
class Mapper {
  readonly notCarried = new Map<string, number>();
  readonly notes = new Map<string, Note>();
  readonly participantLists: Block[] = [];
  readonly #seen = new Map<string, number>();
  readonly #waiting: Inline[] = [];
  readonly #volume: string;

  constructor(volume: string) {
    this.#volume = volume;
  }

  #leaveOut(what: string): void {
    this.notCarried.set(what, (this.notCarried.get(what) ?? 0) + 1);
  }

  /** Heading lines and blocks of a document or an attachment. */
  division(nodes: Nodes): { heading: Inline[][]; blocks: Block[] } {
    const isHead = (node: XmlElement | string) => isElement(node) && node.name === 'head';
    const first = nodes.findIndex(isHead);
    // A heading may have several lines, each an element.
    const after = nodes.findIndex((node, index) => index > first && !isHead(node) && !isBlank(node));
    const end = first < 0 ? 0 : after < 0 ? nodes.length : after;
    const heading: Inline[][] = [];
    // A bracketed line above an attachment's heading is its first line: the tree has no other place for it.
    for (const line of nodes.slice(0, end).filter(isElement))
      if (!this.#isPageBreak(line)) heading.push(this.words(isFootnote(line) ? [line] : line.children));
    return { heading: heading.filter((line) => line.length > 0), blocks: this.blocks(nodes.slice(end)) };
  }

  /** Blocks, and the words between them as paragraphs. */
  blocks(nodes: Nodes, role: ParagraphRole = 'text', label: Nodes = [], align?: Alignment): Block[] {
    const blocks: Block[] = [];
    let run: (XmlElement | string)[] = [...label];
    const close = (): void => {
      const last = blocks.at(-1);
      const words = run.filter((node) => !isBlank(node) && !(isElement(node) && node.name === 'pb'));
      if (last?.type === 'paragraph' && words.length > 0 && words.every(isFootnote))
        // What calls a note between two paragraphs is the first.
        blocks.splice(-1, 1, { ...last, children: [...last.children, ...this.words(run)] });
      else blocks.push(...this.paragraph(run, role, align));
      run = [];
    };
    const isText = nodes.some((node) => typeof node === 'string' && !isBlank(node));
    for (const node of nodes) {
      const name = isElement(node) ? node.name : '';
      // What stands above the text in a line of its own: the number of a despatch, how secret it is.
      const isSegment = role === 'opener' && name === 'seg';
      const isBlock =
        isElement(node) && (blockNames.has(name) || holdsBlocks(node)) && !(isText && isQuotedWords(node));
      // A note that nothing calls is a line of its own where it stands among no words.
      const isLine = isElement(node) && (isInlineNote(node) || (!isText && name === 'note' && !isFootnote(node)));
      if (isElement(node) && (isLine || isSegment || isBlock)) {
        // The label of a point stands with the words of its first paragraph.
        const isFirst = label.length > 0 && blocks.length === 0 && run.slice(label.length).every(isBlank);
        const own = name === 'p' && isFirst ? run.splice(0) : [];
        close();
        blocks.push(...(isLine ? this.paragraph(node.children, 'opener') : this.block(node, own, role)));
      } else run.push(node);
    }
    close();
    return blocks;
  }

  /** A block; one that the tree has no name for is what stands in it, as those around it are. */
  block(element: XmlElement, label: Nodes, around: ParagraphRole = 'text'): Block[] {
    const { name, children } = element;
    const rend = rendOf(element);
    // What is said of all words of a paragraph is said of them where they stand.
    const inside = styleOf(rend) !== undefined ? 'hi' : languageOf(element) !== undefined ? 'foreign' : undefined;
    if (name === 'p' && inside !== undefined) {
      const own = inside === 'hi' ? {} : { rend };
      return this.block({ ...element, attributes: own, children: [{ ...element, name: inside }] }, label);
    }
    if (languageOf(element) !== undefined) this.#leaveOut('xml:lang');
    if (rend !== '' && (name === 'p' || name === 'seg')) {
      const align = alignmentOf(rend);
      const isTitle = rend.startsWith('sectiontitle');
      if (align === undefined && !isTitle) this.#leaveOut(`${name} ${rend}`);
      const own = wordsOf({ ...element, children: children.filter((node) => !isFootnote(node)) });
      const role = name === 'seg' ? 'opener' : isTitle ? 'subheading' : roleOf(own, align);
      const isUsual = align === (role === 'opener' ? 'left' : role === 'subheading' ? 'center' : undefined);
      return this.blocks(children, role, label, isUsual ? undefined : align);
    }
    const role = paragraphRoles.get(name);
    if (role !== undefined) return this.blocks(children, role, label);
    if (name === 'list') return this.list(element);
    if (name === 'table') return this.table(element);
    if (name === 'closer') return this.closer(children);
    if (name === 'signed') return this.closer([element]);
    if (name === 'postscript') return divisionOf('postscript', [], this.blocks(children));
    if (name === 'quote') {
      const quoted = this.blocks(children);
      return quoted.length > 0 ? [{ type: 'quotation', children: quoted }] : [];
    }
    if (name === 'dateline')
      return linesIn(children).flatMap((line, index) => {
        const words = wordsOf({ ...element, children: line });
        return this.paragraph(line, index > 0 && lineOfReceipt.test(words) ? 'received' : 'dateline');
      });
    if (name === 'div' || name === 'frus:attachment') {
      const { heading, blocks } = this.division(children);
      return divisionOf(name === 'div' ? 'section' : 'enclosure', heading, blocks);
    }
    this.#leaveOut(name);
    if (name !== 'figure') return this.blocks(children, around, label);
    return this.blocks(
      children.map((child) => (isElement(child) && child.name === 'head' ? { ...child, name: 'p' } : child)),
    );
  }

  /** Words that take leave, the signature, and a dateline that stands under or above them. */
  closer(nodes: Nodes): Block[] {
    const dateline = nodes.findIndex((node) => isElement(node) && node.name === 'dateline');
    const own = nodes[dateline];
    if (own !== undefined && isElement(own))
      return [
        ...this.closer(nodes.slice(0, dateline)),
        ...this.block(own, []),
        ...this.closer(nodes.slice(dateline + 1)),
      ];
    const lines = nodes.flatMap((node, index) => {
      const before = nodes.slice(0, index).findLast((one) => !isBlank(one));
      return isLineOfCloser(node) && isLineOfCloser(before) ? [lineEnd, node] : [node];
    });
    const signed = lines.findIndex((node) => isElement(node) && node.name === 'signed');
    // What stands in the line of the signature is of it: (Signed).
    const split = Math.max(lines.slice(0, Math.max(signed, 0)).findLastIndex(isLineEnd), 0);
    return [...this.paragraph(lines.slice(0, split), 'closer'), ...this.paragraph(lines.slice(split), 'signature')];
  }

  paragraph(nodes: Nodes, role: ParagraphRole, align?: Alignment): Paragraph[] {
    const children = this.words(nodes);
    if (children.length === 0) return [];
    return [{ type: 'paragraph', role, ...(align && { align }), children, at: at(nodes.find(isElement)?.line ?? 0) }];
  }

  list({ attributes, children }: XmlElement): Block[] {
    const isPoint = ({ name }: XmlElement) => !blockNames.has(name) || name === 'list' || name === 'p';
    const { before, inside, after } = within(children, isPoint);
    const above = this.blocks(before);
    const points: { label: Nodes; nodes: (XmlElement | string)[] }[] = [];
    let label: Nodes = [];
    for (const node of inside) {
      const last = points.at(-1);
      const name = isElement(node) ? node.name : '';
      if (isElement(node) && name === 'label') label = [...label, ...node.children, ' '];
      else if (name === 'note' && label.length > 0) label = [...label.slice(0, -1), node, ' '];
      else if (name === 'pb') points.push({ label: [], nodes: [node] });
      else if (isElement(node) && last !== undefined && label.length === 0 && name !== 'item') last.nodes.push(node);
      else {
        points.push({ label, nodes: isElement(node) && name === 'item' ? [...node.children] : [node] });
        label = [];
      }
    }
    points.push({ label, nodes: [] });
    const items: ListItem[] = points
      .map((point) => ({ marker: '', children: this.blocks(point.nodes, 'text', point.label) }))
      .filter((item) => item.children.length > 0);
    const lists: Block[] = items.length > 0 ? [{ type: 'list', items }] : [];
    // Labels would be names of their own.
    const hasLabels = points.some((point) => point.label.length > 0);
    if (attributes['type'] === 'participants' && !hasLabels) this.participantLists.push(...lists);
    return [...above, ...lists, ...this.blocks(after)];
  }

  table(element: XmlElement): Block[] {
    const { before, inside, after } = within(element.children, ({ name }) => name === 'row');
    const above = this.blocks(before);
    const lines = inside.map((node) => as('row', node));
    const [first] = lines;
    const figures = new Set<number>();
    /** How many rows more the cell above runs down a column, over which no other stands. */
    const down: number[] = [];
    const rows = lines.flatMap((row) => {
      if (this.#isPageBreak(row)) return [];
      if (row !== first && isLabel(row)) this.#leaveOut('row label');
      let column = 0;
      const under = (): Cell[] => {
        const from = column;
        for (let left = down[column] ?? 0; left > 0; left = down[column] ?? 0) down[column++] = left - 1;
        return emptyCells(column - from);
      };
      const cells = row.children.flatMap((node): Cell[] => {
        const cell = as('cell', node);
        if (isBlank(node) || this.#isPageBreak(cell)) return [];
        const above = under();
        const rows = countOf(cell.attributes['rows']);
        if (rows > 1) this.#leaveOut('cell over rows');
        if (cell.attributes['role'] === 'num') figures.add(column);
        const columns = countOf(cell.attributes['cols']);
        down.splice(column, columns, ...Array.from({ length: columns }, () => rows - 1));
        column += columns;
        return [...above, { columns, children: this.words(cell.children) }];
      });
      return [[...cells, ...under()]];
    });
    const widthOf = (row: readonly Cell[]): number => row.reduce((sum, { columns }) => sum + columns, 0);
    const width = Math.max(...rows.map(widthOf));
    const filled = rows.map((row) => [...row, ...emptyCells(width - widthOf(row))]);
    const align = Array.from({ length: Math.max(width, 0) }, (_, column) => (figures.has(column) ? 'right' : null));
    const head = first !== undefined && lines.length > 1 && isHeadRow(first);
    const isEmpty = rows.flat().every(({ children }) => children.length === 0);
    const table: Block = { type: 'table', head, align, rows: filled, at: at(element.line) };
    return [...above, ...(isEmpty ? [] : [table]), ...this.blocks(after)];
  }

  /** Whether an element between lines, points, rows or cells is a page break, which waits for the next words. */
  #isPageBreak(element: XmlElement): boolean {
    const isBreak = element.name === 'pb';
    if (isBreak) this.#waiting.push(...this.inline(element));
    return isBreak;
  }

  /** Words on one line; page breaks without words wait for the next. */
  words(nodes: Nodes): Inline[] {
    const tidied = closedUp(tidy(nodes.flatMap((node) => this.inline(node))));
    if (hasWords(tidied)) return [...this.#waiting.splice(0), ...tidied];
    this.#waiting.push(...marksIn(tidied));
    return [];
  }

  inline(node: XmlElement | string): Inline[] {
    if (!isElement(node)) return [{ type: 'text', value: node.replace(/\s+/g, ' ') }];
    const { name, attributes, line } = node;
    if (isInlineNote(node)) return this.inline({ ...node, name: 'p' });
    if (name === 'note') {
      const label = this.note(node);
      return label === undefined ? [] : [{ type: 'note-reference', label, at: at(line) }];
    }
    if (name === 'lb') return [{ type: 'break' }];
    const page = pageAt(node);
    if (page !== undefined)
      return [{ type: 'mark', name: 'PageBreak', attributes: { n: page }, children: [], at: at(line) }];
    if (name === 'list')
      return node.children
        .filter((child) => !isBlank(child))
        .flatMap((child, index, all) => {
          const words = this.inline(child);
          const before = all[index - 1];
          // A point stands on the line of its label.
          const hasLabel = typeof before === 'object' && before.name === 'label';
          return hasLabel && words[0]?.type === 'break' ? words.slice(1) : words;
        });
    const rend = rendOf(node);
    const language = languageOf(node);
    if (name === 'hi' && rend === 'strikethrough') return this.inline({ ...node, name: 'del' });
    const words = name === 'hi' ? this.set(rend.split(' '), node.children) : this.set([], node.children);
    const children = language === undefined ? words : this.#marked('Foreign', { lang: language }, words, line);
    const mark = name === 'del' ? 'Deleted' : name === 'add' ? 'Added' : undefined;
    if (mark !== undefined) return this.#marked(mark, {}, children, line);
    if (name === 'ref') {
      const to = this.#addressOf(attributes['target'] ?? '');
      if (to !== undefined) return this.#marked('Ref', { to }, children, line);
    }
    if (name === 'hi' || (name === 'foreign' && language !== undefined)) return children;
    if (isMarginal(node)) this.#leaveOut(`${name} in the margin`);
    else if (!transparent.has(name)) this.#leaveOut(`${name} ${rend}`.trim());
    // The signatories of a treaty stand in a list of their own; a line of verse is one, a paragraph of a cell one more.
    const isLine = name === 'quote' ? rend !== '' : lineNames.has(name);
    if (isLine || isMarginal(node)) return [{ type: 'break' }, ...children, { type: 'break' }];
    if (name === 'label') return [{ type: 'break' }, ...children, { type: 'text', value: ' ' }];
    if (name === 'cell') return [...children, { type: 'text', value: ' ' }];
    return children;
  }

  /** Words in some styles, without those among them that are set in roman again. */
  set(rends: readonly string[], nodes: Nodes): Inline[] {
    const [rend, ...others] = rends;
    if (rend === undefined) return nodes.flatMap((node) => this.inline(node));
    const type = styleOf(rend);
    if (type === undefined) {
      this.#leaveOut(`hi ${rend}`.trim());
      return this.set(others, nodes);
    }
    const at = nodes.findIndex((node) => isElement(node) && node.attributes['rend'] === 'roman');
    const children = this.set(others, at < 0 ? nodes : nodes.slice(0, at));
    const roman = nodes[at];
    if (roman === undefined || !isElement(roman)) return [{ type, children }];
    return [{ type, children }, ...this.set([], roman.children), ...this.set(rends, nodes.slice(at + 1))];
  }

  /** Words with a mark, unless there are none, or it stands among them: the edition has none in itself. */
  #marked(name: MarkName, attributes: Mark['attributes'], children: Inline[], line: number): Inline[] {
    const isInside = marksIn(children).some((mark) => mark.name === name);
    if (!isInside && hasWords(children)) return [{ type: 'mark', name, attributes, children, at: at(line) }];
    this.#leaveOut(`${name} ${isInside ? 'in itself' : 'without words'}`);
    return children;
  }

  /** Where a reference leads at the Office of the Historian: `#pg_42`, `frus1934v04#pg_7`, `frus1934v04`, `#d20fn3`. */
  #addressOf(target: string): string | undefined {
    if (/^https?:\/\/[^\s<>"]+$/.test(target)) return target;
    const [said, volume = this.#volume, place] = /^(?=.)(frus[\w-]+)?(?:#([\w.-]+))?$/.exec(target) ?? [];
    if (said === undefined) return undefined;
    const page = place
      ?.replace(/^(d\d+\w*?)(?:fn|at\d).*$/, '$1')
      .replace(/^([pt]|in)_/, (start, list: string) => `${lists[list]}#${start}`);
    return ['https://history.state.gov/historicaldocuments', volume, page].filter(Boolean).join('/');
  }

  /** Keeps a note under a label of its own: the second with the printed 8 is `2.8`; undefined where it has no words. */
  note(element: XmlElement): string | undefined {
    const printed = signOf(element);
    const count = (this.#seen.get(printed) ?? 0) + 1;
    // A letter alone would be a note of the edition.
    const label = count === 1 && !/^[a-z]+$/.test(printed) ? printed : `${count}.${printed}`;
    const read = readNoteLabel(label) ?? { series: 'source', printed, anchor: `n${label}` };
    // A note stands apart: page breaks that wait are not for it.
    const waiting = this.#waiting.splice(0);
    this.#seen.set(printed, count);
    const children = this.blocks(element.children);
    this.#waiting.push(...waiting);
    if (children.length === 0) {
      this.#leaveOut('note without words');
      return undefined;
    }
    this.notes.set(label, { label, ...read, children, at: at(element.line) });
    return label;
  }
}

/** Whether there is something to read in a line: a call of a note is. */
const hasWords = (words: Words): boolean => textOf(words).trim() !== '' || callsIn(words).length > 0;

const lineEnd: XmlElement = { name: 'lb', attributes: {}, children: [], line: 0 };
/** Whether a node is of those that stand in lines of their own under a text, with nothing that says so between them. */
const isLineOfCloser = (node: XmlElement | string | undefined): boolean =>
  typeof node === 'object' && /^(?:salute|signed|seg|byline)$/.test(node.name);

/** The sign that calls a note, without the brackets of a file; where that gives none that can be, the end of its id. */
function signOf({ attributes: { n: given = '', 'xml:id': id = '' } }: XmlElement): string {
  // The parallels are written as a line of a frame too.
  const n = given.replaceAll('║', '‖');
  const sign = '[\\p{L}\\p{N}*†‡§‖¶]';
  const bare = new RegExp(`${sign}(?:.*${sign})?`, 'u').exec(n.normalize('NFKC'))?.[0] ?? '';
  const signs = [n, bare, /fn(\w+)$/.exec(id)?.[1] ?? ''];
  return signs.find((one) => readNoteLabel(`1.${one}`) !== undefined) ?? n;
}

/** How many rows or columns a cell says that it has. */
const countOf = (said = '1'): number => Math.max(Math.trunc(Number(said)) || 1, 1);

const emptyCells = (length: number): Cell[] => Array.from({ length }, () => ({ columns: 1, children: [] }));

/** A node as an element of a name: another that stands in its place is what such a one holds. */
const as = (name: 'row' | 'cell', node: XmlElement | string): XmlElement =>
  isElement(node) && (node.name === name || node.name === 'pb')
    ? node
    : { name, attributes: {}, children: [node], line: isElement(node) ? node.line : 0 };

/** Whether a row is said to be the head of its table, itself or by all of its cells. */
function isHeadRow(row: XmlElement): boolean {
  const cells = elementsIn(row.children);
  return isLabel(row) || (cells.length > 0 && cells.every(isLabel));
}
const isLabel = ({ attributes }: XmlElement): boolean => attributes['role'] === 'label';

/** The points of a list or the rows of a table, and what else stands before and after them. */
function within(children: Nodes, isPart: (element: XmlElement) => boolean) {
  const nodes = children.filter((child) => !isBlank(child));
  const first = nodes.findIndex((node) => isElement(node) && isPart(node));
  const last = nodes.findLastIndex((node) => isElement(node) && isPart(node));
  const from = first < 0 ? nodes.length : first;
  return {
    before: nodes.slice(0, from),
    inside: nodes.slice(from, last + 1),
    after: nodes.slice(Math.max(last + 1, from)),
  };
}

/** A part of the document; what would be one without words, or a section without heading, is what it holds. */
function divisionOf(kind: Division['kind'], heading: readonly Inline[][], children: Block[]): Block[] {
  if (children.length > 0 && (heading.length > 0 || kind !== 'section'))
    return [{ type: 'division', kind, heading, children }];
  return [
    ...heading.map((line) => ({ type: 'paragraph', role: 'subheading', children: line, at: at(0) }) as const),
    ...children,
  ];
}

/** Whether an element quotes no more than some words of the paragraph that it stands in. */
const isQuotedWords = (node: XmlElement): boolean => node.name === 'quote' && rendOf(node) === '' && !holdsBlocks(node);

/** How secret and how urgent a paper is: `Top Secret Priority` */
const secrecy =
  /^(?=.*\b(?:secret|confidential|restricted|unclassified|use only|eyes only|priority|niact)\b)(?:(?:top|secret|confidential|restricted|unclassified|official|use|eyes|only|personal|strictly|priority|niact|immediate|operational|emergency|limited?|no|distribution|security|information|and)\b\W*)+$/i;

/** What a paragraph set flush is: number, kind or secrecy of a paper above its text, a heading in it, or text. */
function roleOf(words: string, align: Alignment | undefined): ParagraphRole {
  if (align === 'left' && secrecy.test(words)) return 'opener';
  if (/^(?:\[?No\.\]? \S+|C?A[–-]\d+|Aide-M[eé]moire|Memorandum)$/i.test(words)) return 'opener';
  const isHeading =
    align === 'center'
      ? words.length < 100 && /[^.,;:?!”"]$/.test(words)
      : align === 'left' && /^(?:Article \S+|Preamble)$/.test(words);
  return isHeading && /\p{L}/u.test(words) ? 'subheading' : 'text';
}

/** Whether blocks stand in an element that is none: the tree cannot say what it is, but its words are not one line. */
const holdsBlocks = ({ name, children }: XmlElement): boolean =>
  name !== 'note' && children.some((child) => isElement(child) && (blockNames.has(child.name) || holdsBlocks(child)));

/** The notes in the order in which they are called, those that notes call after the others. */
export function inOrder(heading: readonly Words[], blocks: readonly Block[], notes: ReadonlyMap<string, Note>): Note[] {
  const calledIn = (words: readonly Words[]) => words.flatMap(callsIn).flatMap(({ label }) => notes.get(label) ?? []);
  const called = new Set(calledIn([...heading, ...wordsIn(blocks)]));
  // The set grows while it is read.
  for (const note of called) for (const other of calledIn(wordsIn(note.children))) called.add(other);
  return [...called];
}

const at = (line: number): { line: number; column: number } => ({ line, column: 1 });

function linesIn(nodes: Nodes): Nodes[] {
  const at = nodes.findIndex(isLineEnd);
  return at < 0 ? [nodes] : [nodes.slice(0, at), ...linesIn(nodes.slice(at + 1))];
}
