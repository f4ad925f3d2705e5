/**
 * `/documents/<id>.xml`: the document in TEI P5, valid against `tei_all`. Read back through the register of
 * marks, each element printed by its row, it gives the text as printed, character for character.
 */
import { addresses } from '../edition/addresses.ts';
import { interventions, interventionsByMark } from '../edition/apparatus.ts';
import { lineOf, type Block, type Division, type EditionDocument, type Inline } from '../edition/document.ts';
import type { Emphasis, ListItem, Mark, ParagraphRole } from '../edition/document.ts';
import { isMarkIn, markRow } from '../edition/marks.ts';
import type { Publication } from '../edition/publish.ts';
import { targetAddress } from '../edition/reference.ts';
import { setPieces, type SetPieceRow } from '../edition/set-pieces.ts';
import { textOf } from '../edition/text.ts';
import { callsIn, type Words } from '../edition/walk.ts';
import type { HistoricalDate } from '../schema/frontmatter.ts';
import { teiDate, teiHeader } from './tei-header.ts';
import { block, declaration, element, joined, nothing, text, words, type Attributes, type Xml } from './xml.ts';

/** Id, in the file, of who is responsible: the copy-text or the edition. */
const responsible = { source: '#copy-text', edition: '#edition' } as const;

/** What the words of one document are written with. */
interface TeiContext {
  readonly publication: Publication;
  readonly interventions: ReturnType<typeof interventionsByMark>;
}

/** The whole file. */
export function tei(publication: Publication): string {
  const { document } = publication;
  const context: TeiContext = {
    publication,
    interventions: interventionsByMark(document),
  };
  const root = block('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:id': document.id, 'xml:lang': 'en' }, [
    teiHeader(publication),
    block('text', {}, [block('body', {}, divisions(document, context)), apparatus(document)]),
  ]);
  return `${declaration}${root}\n`.normalize('NFC');
}

/** The document, then its enclosures, which follow its signature. */
function divisions(document: EditionDocument, context: TeiContext): Xml[] {
  const { record, body } = document;
  const last = body.findLastIndex((one) => one.type !== 'division' || one.kind !== 'enclosure');
  const fileLine = lineOf(document, 'fileLine');
  const heading = [
    fileLine.length === 0
      ? nothing
      : element('head', { type: 'file', 'xml:id': 'heading' }, teiWords(fileLine, context)),
    ...teiHeading(document.heading, context),
    ...dateLine(lineOf(document, 'dateline'), record.dateSent, 'dateline', context),
    ...dateLine(lineOf(document, 'received'), record.dateReceived, 'received', context),
  ];
  const main = [...heading, ...teiDivisionContent(body.slice(0, last + 1), context)];
  return [block('div', { type: record.kind }, main), ...teiDivisionContent(body.slice(last + 1), context)];
}

/** A printed line in three: what stands before the date, day and hour, what stands after. */
const printedDate =
  /^(.*?)((?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:–(?:[A-Z][a-z]+ )?\d{1,2})?(?:, \d{4})?(?:[—,-] ?(?:\d{1,2}(?::\d\d)? ?[ap]\. ?m\.|noon|midnight))?)(.*)$/s;

/** A printed date line; the words that give the date carry it in figures. */
function dateLine(line: Words, date: HistoricalDate | undefined, id: string, context: TeiContext): Xml[] {
  if (line.length === 0) return [];
  const parts = line.flatMap((inline) => {
    const [, before = '', inFigures, after = ''] = printedDate.exec(inline.type === 'text' ? inline.value : '') ?? [];
    if (date === undefined || inFigures === undefined) return [teiInline(inline, context)];
    return [text(before), words('date', inFigures, teiDate(date)), text(after)];
  });
  return [element('opener', {}, element('dateline', { 'xml:id': id }, ...parts))];
}

/** Why each intervention was made, as the page's apparatus says it. */
function apparatus(document: EditionDocument): Xml {
  const reasons = interventions(document).flatMap(({ anchor, mark }) => {
    const reason = mark.attributes['reason'];
    return reason === undefined ? [] : [words('note', reason, { target: `#${anchor}`, resp: responsible.edition })];
  });
  return block('back', {}, [block('div', { type: 'apparatus' }, reasons)]);
}

/** Elements of the set pieces, which TEI allows only before or after all else in a division. */
const pieces: ReadonlyMap<ParagraphRole, SetPieceRow['tei']> = new Map(
  Object.values<SetPieceRow>(setPieces).map(({ role, tei }) => [role, tei]),
);
type Parent = SetPieceRow['tei']['parents'][number];

/** Blocks in a place that takes any: a note, a quotation, an item of a list. */
const teiBlocks = (blocks: readonly Block[], context: TeiContext): Xml =>
  joined(blocks.map((one) => teiBlock(one, context)));

/**
 * What a division holds under its heading: set pieces that open it, its words, those that close it. Divisions after
 * the last words are divisions in TEI too; one that words follow is a floating text: no paragraph may follow a `div`.
 */
function teiDivisionContent(blocks: readonly Block[], context: TeiContext, isPostscript = false): Xml[] {
  const isSet = (one: Block | undefined, parent: Parent): boolean =>
    one?.type === 'paragraph' && pieces.get(one.role)?.parents.includes(parent) === true;
  const isPost = (one: Block | undefined) =>
    one?.type === 'division' && one.kind === 'postscript' && one.children.length > 0;
  let from = 0;
  while (isSet(blocks[from], 'opener')) from++;
  let to = blocks.length;
  while (to > from && (isSet(blocks[to - 1], 'closer') || (!isPostscript && isPost(blocks[to - 1])))) to--;
  // What closes needs words before it, and a postscript needs words in it.
  if (to === from) to = blocks.length;
  if (to === from && isPostscript) from = 0;
  // A postscript has no divisions.
  const lastWords = isPostscript ? to : blocks.slice(0, to).findLastIndex((one) => one.type !== 'division');
  return blocks.map((one, index) => {
    const parent = index < from ? 'opener' : index >= to ? 'closer' : undefined;
    if (one.type === 'division' && parent === 'closer') return block('postscript', {}, divided(one, context, true));
    if (one.type === 'division' && index > lastWords) return block('div', { type: one.kind }, divided(one, context));
    return teiBlock(one, context, parent);
  });
}

const teiHeading = (lines: readonly Words[], context: TeiContext): Xml[] =>
  lines.map((line) => element('head', {}, teiWords(line, context)));

const divided = ({ heading, children }: Division, context: TeiContext, isPostscript = false): Xml[] => [
  ...teiHeading(heading, context),
  ...teiDivisionContent(children, context, isPostscript),
];

/** @param parent The element that holds a set piece where TEI has one for it; anywhere else it is a paragraph. */
function teiBlock(one: Block, context: TeiContext, parent?: Parent): Xml {
  if (one.type === 'quotation') return element('quote', {}, teiBlocks(one.children, context));
  if (one.type === 'division')
    return block('floatingText', { type: one.kind }, [block('body', {}, [block('div', {}, divided(one, context))])]);
  if (one.type === 'list') {
    // The marker is printed, so it stands in the file as it is: TEI keeps it in @n.
    const item = ({ marker, children }: ListItem) =>
      element('item', { n: marker || undefined }, teiBlocks(children, context));
    return block('list', {}, one.items.map(item));
  }
  if (one.type === 'table') {
    const rows = one.rows.map((row, index) => {
      let column = 0;
      const cells = row.map(({ columns, children }) => {
        const attributes = { rend: one.align[column] ?? undefined, cols: columns === 1 ? undefined : String(columns) };
        column += columns;
        return element('cell', attributes, teiWords(children, context));
      });
      return block('row', { role: one.head && index === 0 ? 'label' : undefined }, cells);
    });
    return block('table', { 'xml:id': one.anchor, n: numberOf(one.anchor) }, rows);
  }
  const { anchor, role, align } = one;
  const words = teiWords(one.children, context);
  const inner = parent && pieces.get(role)?.element;
  // Elements of TEI say what the others are.
  const isSaid = role === 'text' || (parent !== undefined && role !== 'received');
  const rend = [isSaid ? undefined : role, align].filter(Boolean).join(' ') || undefined;
  const attributes = { 'xml:id': anchor, n: numberOf(anchor), rend };
  return element(parent ?? 'p', attributes, inner ? element(inner, {}, words) : words);
}

/** The number that the edition gives a paragraph: `1a` for `p1a`. */
const numberOf = (anchor: string | undefined): string | undefined =>
  anchor?.startsWith('p') ? anchor.slice(1) : undefined;

/** Words in TEI, every character of them where it was printed. */
const teiWords = (inlines: Words, context: TeiContext): Xml =>
  joined(inlines.map((inline) => teiInline(inline, context)));

const emphasisRends: Readonly<Record<Emphasis['type'], string>> = {
  emphasis: 'italic',
  strong: 'bold',
  'small-caps': 'smallcaps',
  superscript: 'superscript',
  subscript: 'sub',
  underline: 'underline',
};

function teiInline(inline: Inline, context: TeiContext): Xml {
  if (inline.type === 'text') return text(inline.value);
  if (inline.type === 'break') return element('lb', {});
  if (inline.type === 'note-reference') return teiNote(inline.label, context);
  if (inline.type === 'mark') return teiMark(inline, context);
  return element('hi', { rend: emphasisRends[inline.type] }, teiWords(inline.children, context));
}

/** A note, where it is called. */
function teiNote(label: string, context: TeiContext): Xml {
  const note = context.publication.document.notes.find((one) => one.label === label);
  if (!note) return nothing;
  const { anchor, printed: n, series } = note;
  const place = series === 'source' ? 'foot' : undefined;
  const attributes = { 'xml:id': anchor, n, type: series, place, resp: responsible[series] };
  return element('note', attributes, teiBlocks(note.children, context));
}

function teiMark(mark: Mark, context: TeiContext): Xml {
  const { tei, content } = markRow(mark.name);
  const intervention = context.interventions.get(mark);
  const attributes: Attributes = {
    'xml:id': intervention?.anchor,
    resp: intervention && responsible[intervention.by],
    ...ownAttributes(mark, context.publication),
  };
  if (content === 'empty') return element(tei, attributes);
  // <gap> holds no text in TEI, only a description of what is missing.
  if (mark.name === 'Gap') {
    const printed = textOf(mark.children);
    const desc = printed === '' ? [] : [element('desc', {}, text(printed))];
    const calls = callsIn(mark.children).map(({ label }) => teiNote(label, context));
    return joined([element(tei, attributes, ...desc), ...calls]);
  }
  const words = teiWords(mark.children, context);
  if (mark.name === 'Corrected') {
    const { was = '', printed } = mark.attributes;
    // Where the volume prints both, it is said how.
    return element('choice', { rend: printed }, element('sic', {}, text(was)), element(tei, attributes, words));
  }
  return element(tei, attributes, words);
}

function ownAttributes({ name, attributes }: Mark, { home }: Publication): Attributes {
  if (isMarkIn(name, 'name')) return { ref: home + addresses.entry(attributes['id'] ?? '').slice(1) };
  if (isMarkIn(name, 'intervention')) return { reason: attributes['why'], cert: attributes['cert'] };
  switch (name) {
    case 'PageBreak':
      return { n: attributes['n'] };
    case 'Foreign':
      return { 'xml:lang': attributes['lang'] };
    case 'Date':
      return { when: attributes['when'], cert: attributes['inferred'] === undefined ? undefined : 'low' };
    case 'Ref': {
      const target = targetAddress(attributes['to'] ?? '', (id) => home + addresses.document(id).slice(1));
      return target === undefined ? { type: 'not-printed' } : { target };
    }
  }
}
