/**
 * The edition's own TEI of a document → its tree, by the reader of volumes. What TEI has no place for does not come
 * back: a date's event and why it is inferred, and markup inside a `<gap>`.
 */
import type { Alignment, Block, Cell, DocumentText, Inline } from '../../src/edition/document.ts';
import type { Mark, Note, Paragraph, ParagraphRole, Table } from '../../src/edition/document.ts';
import { isMarkIn, marks, type MarkName } from '../../src/edition/marks.ts';
import { printedAt, readNoteLabel } from '../../src/edition/notes.ts';
import { setPieces } from '../../src/edition/set-pieces.ts';
import { elementsIn, elementsNamed, textOfElement, type Nodes, type XmlElement } from '../../src/import/read-volume.ts';
import { alignmentOf, inOrder, styleOf } from '../../src/import/to-tree.ts';

const markNames = new Map((Object.keys(marks) as MarkName[]).map((name) => [marks[name].tei as string, name]));
const roles: ReadonlySet<string> = new Set(Object.values(setPieces).map(({ role }) => role));
/** Set pieces by their own element of TEI; a line of receipt is a dateline that says so. */
const pieceRoles = new Map(
  Object.values(setPieces).flatMap(({ role, tei }): [string, ParagraphRole][] =>
    'element' in tei && role !== 'received' ? [[tei.element, role]] : [],
  ),
);

/** Reads one document; `home` is the absolute address of the edition's front page, with a final slash. */
export function ownTree(root: XmlElement, home: string): DocumentText {
  const notes = new Map<string, Note>();
  const reasons = new Map(
    elementsNamed('back', root)
      .flatMap((back) => elementsNamed('note', back))
      .map((note) => [note.attributes['target']?.slice(1), textOfElement(note)]),
  );
  const at = ({ line }: XmlElement) => ({ line, column: 1 });

  const labelOf = ({ attributes }: XmlElement, anchor: string): string => {
    const printed = attributes['n'] ?? printedAt(anchor) ?? '';
    const [, count] = /^n(\d+)(?:\.|-)/.exec(anchor) ?? [];
    return count === undefined ? printed : `${count}.${printed}`;
  };
  const noteLabel = (note: XmlElement): string => {
    const label = labelOf(note, note.attributes['xml:id'] ?? '');
    const read = readNoteLabel(label);
    if (read) notes.set(label, { label, ...read, children: blocks(note.children), at: at(note) });
    return label;
  };
  const targetOf = (target: string): string =>
    target.startsWith(`${home}documents/`) ? target.slice(`${home}documents/`.length).replace(/\/(?=#|$)/, '') : target;
  const attributesOf = ({ attributes: own }: XmlElement, name: MarkName): Record<string, string> => {
    const ofIntervention = {
      by: own['resp'] === '#edition' ? 'edition' : undefined,
      cert: own['cert'],
      why: own['reason'],
      reason: reasons.get(own['xml:id']),
    };
    const ofStructure = { n: own['n'], lang: own['xml:lang'], when: own['when'] };
    const said = isMarkIn(name, 'name')
      ? { id: /([^/]+)\/$/.exec(own['ref'] ?? '')?.[1] }
      : isMarkIn(name, 'intervention')
        ? ofIntervention
        : name === 'Ref'
          ? { to: targetOf(own['target'] ?? 'not-printed') }
          : ofStructure;
    return Object.fromEntries(
      Object.entries(said).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
  };
  const markOf = (element: XmlElement, name: MarkName): Mark => {
    const attributes = attributesOf(element, name);
    const within =
      name === 'Gap' ? elementsNamed('desc', element).flatMap(({ children }) => children) : element.children;
    return { type: 'mark', name, attributes, children: words(within), at: at(element) };
  };
  const inline = (node: XmlElement | string): Inline => {
    if (typeof node === 'string') return { type: 'text', value: node };
    const { name, attributes, children } = node;
    if (name === 'lb') return { type: 'break' };
    if (name === 'note') return { type: 'note-reference', label: noteLabel(node), at: at(node) };
    if (name === 'choice') {
      const [wrong = node, right = node] = elementsIn(children);
      const mark = markOf(right, 'Corrected');
      const printed = attributes['rend'];
      return { ...mark, attributes: { ...mark.attributes, was: textOfElement(wrong), ...(printed && { printed }) } };
    }
    const style = name === 'hi' ? styleOf(attributes['rend']) : undefined;
    if (style !== undefined) return { type: style, children: words(children) };
    const mark = markNames.get(name);
    if (mark === undefined)
      throw new Error(`The edition writes no <${name}> among words, as line ${node.line} has it.`);
    return markOf(node, mark);
  };
  const words = (nodes: Nodes): Inline[] => nodes.map(inline);

  const paragraph = (element: XmlElement, inner: XmlElement | undefined): Paragraph => {
    const { name, attributes } = element;
    const said = attributes['rend']?.split(' ') ?? [];
    const role = said.find((word): word is ParagraphRole => roles.has(word));
    const align = said.map(alignmentOf).find((one) => one);
    const piece = inner && pieceRoles.get(inner.name);
    return {
      type: 'paragraph',
      role: role ?? piece ?? (name === 'opener' || name === 'closer' ? name : 'text'),
      ...(align && { align }),
      ...(attributes['xml:id'] !== undefined && { anchor: attributes['xml:id'] }),
      children: words((inner ?? element).children),
      at: at(element),
    };
  };
  const table = (element: XmlElement): Table => {
    const align: (Alignment | null)[] = [];
    const lines = elementsNamed('row', element);
    const rows = lines.map((row) => {
      let column = 0;
      return elementsNamed('cell', row).map(({ attributes, children }): Cell => {
        const columns = Number(attributes['cols'] ?? 1);
        const own = alignmentOf(attributes['rend']) ?? null;
        for (let at = 0; at < columns; at++) align[column + at] ??= at === 0 ? own : null;
        column += columns;
        return { columns, children: words(children) };
      });
    });
    const anchor = element.attributes['xml:id'];
    const head = lines[0]?.attributes['role'] === 'label';
    return { type: 'table', ...(anchor !== undefined && { anchor }), head, align, rows, at: at(element) };
  };
  const division = (element: XmlElement, kind = element.attributes['type']): Block => {
    const body = element.name === 'floatingText' ? (elementsNamed('div', element)[0] ?? element) : element;
    const { heading, children } = divided(body);
    return { type: 'division', kind: kind as 'enclosure', heading, children };
  };
  const block = (element: XmlElement): Block => {
    const { name, children } = element;
    switch (name) {
      case 'list':
        return {
          type: 'list',
          items: elementsIn(children).map((item) => ({
            marker: item.attributes['n'] ?? '',
            children: blocks(item.children),
          })),
        };
      case 'table':
        return table(element);
      case 'quote':
        return { type: 'quotation', children: blocks(children) };
      case 'floatingText':
      case 'div':
        return division(element);
      case 'postscript':
        return division(element, 'postscript');
      default: {
        // A set piece that has an element of its own holds nothing else.
        const [inner] = name === 'p' || children.length !== 1 ? [] : elementsIn(children);
        return paragraph(element, inner && pieceRoles.has(inner.name) ? inner : undefined);
      }
    }
  };
  /** The lines that the record gives stand in the text part too, and are no blocks. */
  const isOfRecord = ({ name, attributes, children }: XmlElement): boolean =>
    name === 'opener' &&
    Object.keys(attributes).length === 0 &&
    elementsIn(children)[0]?.attributes['xml:id'] !== undefined;
  const blocks = (nodes: Nodes): Block[] =>
    elementsIn(nodes)
      .filter((element) => element.name !== 'head' && !isOfRecord(element))
      .map(block);
  const divided = ({ children }: XmlElement) => ({
    heading: elementsIn(children)
      .filter(({ name, attributes }) => name === 'head' && attributes['type'] !== 'file')
      .map((line) => words(line.children)),
    children: blocks(children),
  });

  const [main, ...enclosures] = elementsIn(elementsNamed('body', root)[0]?.children ?? []);
  const { heading, children } = main ? divided(main) : { heading: [], children: [] };
  const body = [...children, ...enclosures.map(block)];
  // The lines of the record are read for the notes that they call.
  const wordsOf = (some: readonly XmlElement[]) => some.map((line) => words(line.children));
  const lines = elementsIn(main?.children ?? []);
  const file = lines.filter(({ name, attributes }) => name === 'head' && attributes['type'] === 'file');
  const dates = lines.filter(isOfRecord).flatMap((line) => elementsIn(line.children));
  const called = [...wordsOf(file), ...heading, ...wordsOf(dates)];
  return { heading, body, notes: inOrder(called, body, notes) };
}
