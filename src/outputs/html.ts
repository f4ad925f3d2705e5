/** Edition tree → HTML of the edition page. The one place that knows how a tree looks in a browser. */
import { interventionsByMark, placedMarks } from '../edition/apparatus.ts';
import { lineOf, type Block, type Division, type DocumentText, type EditionDocument } from '../edition/document.ts';
import type { Cell, Emphasis, ListItem, Mark, Note, NoteReference, Table } from '../edition/document.ts';
import { isMarkIn, markRow, printingOf } from '../edition/marks.ts';
import { readNoteLabel, type NoteSeries } from '../edition/notes.ts';
import { placeKind } from '../edition/places.ts';
import { targetAddress } from '../edition/reference.ts';
import { textOf } from '../edition/text.ts';
import type { PartOfVolume, Volumes } from '../edition/volumes.ts';
import { callsIn, inlinesIn, notesCalled, wordsIn, type Words } from '../edition/walk.ts';
import { element, joined, nothing, text, type Attributes, type Xml } from './xml.ts';

interface Rendering {
  /** Address of the page of another document of the edition. */
  readonly page: (id: string) => string;
  /** What the edition has of the volumes: a reference leads there rather than to the source. */
  readonly volumes?: Volumes | undefined;
  /** The page breaks with an address, `page-36`: the first of each page, since an address is unique. */
  readonly pageBreaks: ReadonlySet<Mark>;
  readonly element: typeof element;
  readonly interventions: ReturnType<typeof interventionsByMark>;
  /** The notes that stand after some words. */
  readonly notesOf: ReturnType<typeof notesCalled>;
  /** The version that last changed a paragraph, table or note, by its anchor. */
  readonly changed: ReadonlyMap<string, number>;
  /** Of a heading inside the text: under that of the document, or of a part. */
  readonly level: 2 | 3;
  /** Whether there is one view, the text as printed. */
  readonly onlyPrinted?: boolean;
  /** The link that the words are, where other links stand among them. */
  readonly link?: Attributes | undefined;
}

/** Kept out of phrases: the index glues a marker, a number or an affix to the word before it. */
const ignored = { 'data-pagefind-ignore': '' } as const;

/**
 * The text of a document, each note once, straight after the block that calls it. It is in two parts, since the record
 * stands between them: file line and heading, then dateline, received line and paragraphs.
 *
 * @param page Address of the page of a document, by its id.
 * @param changed The version that last changed a paragraph, table or note since it was published, by its anchor.
 */
export function documentHtml(
  document: EditionDocument,
  page: Rendering['page'],
  volumes?: Volumes,
  changed: Rendering['changed'] = new Map(),
): { heading: Xml; text: Xml } {
  return textParts(document, renderingOf(document, { page, volumes, changed }));
}

function textParts(document: EditionDocument, rendering: Rendering) {
  const begins = rendering.volumes?.places.get(document.id)?.beginsPage;
  const write = rendering.element;
  const fileLine = lineOf(document, 'fileLine');
  const line = (kind: 'dateline' | 'received') => {
    const words = lineOf(document, kind);
    if (words.length === 0) return nothing;
    return withNotes(write('p', { class: kind, id: kind }, inlineHtml(words, rendering)), [words], rendering);
  };
  const heading = write(
    'header',
    { class: 'heading', id: begins === undefined ? undefined : `page-${begins}` },
    fileLine.length === 0 ? nothing : write('p', { class: 'file-line' }, inlineHtml(fileLine, rendering)),
    write('h1', { id: 'heading' }, linesHtml(document.heading, rendering)),
  );
  const blocks = document.body.map((block) => blockWithNotes(block, rendering));
  return {
    heading: withNotes(heading, [fileLine, ...document.heading], rendering),
    text: joined([line('dateline'), line('received'), ...blocks]),
  };
}

/** The blocks of an example, to be looked at only: without addresses and links, which would lead nowhere. */
export function exampleHtml(example: DocumentText): Xml {
  const rendering = renderingOf(example, { element: withoutControls(shownElement) });
  return joined(example.body.map((block) => blockWithNotes(block, rendering)));
}

function renderingOf(document: DocumentText, given: Partial<Rendering>): Rendering {
  const breaks = placedMarks(document).flatMap(({ mark }) => (mark.name === 'PageBreak' ? [mark] : []));
  return {
    page: () => '',
    pageBreaks: new Set(new Map(breaks.toReversed().map((mark) => [mark.attributes['n'], mark])).values()),
    element: htmlElement,
    changed: new Map(),
    interventions: interventionsByMark(document),
    notesOf: notesCalled(document),
    level: 2,
    ...given,
  };
}

/**
 * What renders a text for a book, with the notes apart: a book opens a note in place from wherever it stands. What is
 * under the heading of a part has no apparatus that its marks could lead to.
 */
function bookRendering(
  text: DocumentText,
  write: typeof element,
  page: Rendering['page'],
  volumes: Volumes,
  hasApparatus = true,
) {
  const written = new Set<string>();
  const inBook: typeof element = (tag, attributes, ...children) => {
    const { id, href = '', role } = attributes;
    if (typeof id === 'string') written.add(`#${id}`);
    // What calls a note may be words of the edition's alone, which are not printed: nothing leads back to them.
    const leads = role === 'doc-backlink' ? written.has(href) : hasApparatus || !href.startsWith('#a-');
    if (leads) return write(tag, attributes, ...children);
    const unlinked = { href: undefined, role: undefined, 'aria-label': undefined, 'aria-describedby': undefined };
    return write('span', { ...attributes, ...unlinked }, ...children);
  };
  return renderingOf(text, { page, volumes, element: withoutControls(inBook), onlyPrinted: true, notesOf: () => [] });
}

const notesHtml = ({ notes }: DocumentText, rendering: Rendering): Xml =>
  joined(notes.map((note) => noteHtml(note, rendering)));

/**
 * The text of a document for a book: heading, text and notes.
 *
 * @param write Writes an element as the book has it, from what a page would have; it is given no buttons or numbers.
 * @param page Address of another document, seen from this one.
 */
export function bookHtml(document: EditionDocument, write: typeof element, page: Rendering['page'], volumes: Volumes) {
  const rendering = bookRendering(document, write, page, volumes);
  return { ...textParts(document, rendering), notes: notesHtml(document, rendering) };
}

/** Of a part of a volume, for a book likewise: the calls of notes in its heading, what is printed under it, its notes. */
export function underHeadingHtml(text: DocumentText, write: typeof element, page: Rendering['page'], volumes: Volumes) {
  const rendering = bookRendering(text, write, page, volumes, false);
  const calls = inlineHtml(text.heading.flatMap(callsIn), rendering);
  const blocks = text.body.map((block) => blockWithNotes(block, rendering));
  return { calls, body: joined(blocks), notes: notesHtml(text, rendering) };
}

const levelsOfMany: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4' };

/** Writes an element of one of many texts on a page, its anchors after the id of the text: `moscow-1936-39.p2`. */
function oneOfMany(textId: string, page: Rendering['page']): typeof element {
  return (tag, { id, href = '', ...others }, ...children) => {
    const shown = { ...others, popover: undefined, 'data-gloss': undefined, 'aria-describedby': undefined };
    // What names and marks lead to opens in place on the document’s own page alone.
    const link = /^#[ae]-/.test(href) ? page(textId) + href : href.replace(/^#/, `#${textId}.`);
    const own = { id: id && `${textId}.${id}`, ...shown, href: link || undefined };
    return htmlElement(levelsOfMany[tag] ?? tag, own, ...children);
  };
}

/** The text and notes of a document as one of many on a page. */
export function wholeHtml(document: EditionDocument, page: Rendering['page'], volumes: Volumes): string {
  const { heading, text, notes } = bookHtml(document, oneOfMany(document.id, page), page, volumes);
  return heading + text + notes;
}

/** The calls after the heading of a part of a volume, then its text and notes, as one of many; empty for no text. */
export function partHtml({ id = '', text }: PartOfVolume, page: Rendering['page'], volumes: Volumes) {
  if (text === undefined) return { calls: nothing, introduction: nothing };
  const own = oneOfMany(id, page);
  // The headings in it are none of the page, which may show several parts.
  const write: typeof element = (tag, ...of) => own(/^h\d$/.test(tag) ? 'p' : tag, ...of);
  const { calls, body, notes } = underHeadingHtml(text, write, page, volumes);
  return { calls, introduction: htmlElement('div', { class: 'introduction' }, body, notes) };
}

/** Writes an element of a page: in HTML all that stand in a document are closed by a tag, but for `br`. */
const htmlElement: typeof element = (tag, attributes, ...children) =>
  tag === 'br' ? ('<br>' as Xml) : element(tag, attributes, ...children, nothing);

/** Leaves out what only a page of its own has: buttons, and the numbers of paragraphs. */
const withoutControls =
  (write: typeof element): typeof element =>
  (tag, attributes, ...children) =>
    tag === 'button' || attributes['class'] === 'pn' ? nothing : write(tag, attributes, ...children);

/** An element without what makes it reachable. The headings of an example are none of the page that shows it. */
function shownElement(tag: string, attributes: Attributes, ...children: readonly Xml[]): Xml {
  const { class: className, lang, scope, colspan, datetime, 'data-n': number } = attributes;
  const shown = { class: className, lang, scope, colspan, datetime, 'data-n': number };
  return htmlElement(shownAs[tag] ?? tag, shown, ...children);
}

const shownAs: Readonly<Record<string, string>> = { a: 'span', h2: 'p', h3: 'p', section: 'div' };

/** The lines of a heading, one under the other; the space keeps their words apart where a program joins them. */
const linesHtml = (lines: readonly Words[], rendering: Rendering): Xml =>
  lines.map((line) => inlineHtml(line, rendering)).join(` ${rendering.element('br', {})}`) as Xml;

/** A block with the notes it calls; those of a division, as of a long enclosure, stand beside its own blocks. */
function blockWithNotes(block: Block, rendering: Rendering): Xml {
  if (block.type === 'division') return divisionHtml(block, rendering);
  return withNotes(blockHtml(block, rendering), wordsIn([block]), rendering);
}

function divisionHtml({ kind, heading, children }: Division, rendering: Rendering): Xml {
  const head = rendering.element(`h${rendering.level}`, {}, linesHtml(heading, rendering));
  const titled = heading.length > 0 ? withNotes(head, heading, rendering) : nothing;
  const level = heading.length > 0 ? 3 : rendering.level;
  const within = children.map((child) => blockWithNotes(child, { ...rendering, level }));
  return rendering.element('section', { class: `division ${kind}` }, titled, ...within);
}

/** An element and the notes called among its words, as one passage; alone if it calls none. */
function withNotes(html: Xml, words: readonly Words[], rendering: Rendering): Xml {
  const notes = rendering.notesOf(words).map((note) => noteHtml(note, rendering));
  if (notes.length === 0) return html;
  return rendering.element('div', { class: 'passage' }, html, rendering.element('div', { class: 'notes' }, ...notes));
}

function blockHtml(block: Block, rendering: Rendering): Xml {
  const write = rendering.element;
  const within = (blocks: readonly Block[]) => blocks.map((child) => blockHtml(child, rendering));
  const item = ({ marker, children }: ListItem) => {
    const numeral = marker ? write('span', { class: 'numeral' }, text(`${marker} `)) : nothing;
    return write('li', {}, numeral, write('div', {}, ...within(children)));
  };
  if (block.type === 'table') return tableHtml(block, rendering);
  if (block.type === 'quotation') return write('blockquote', {}, ...within(block.children));
  // In a list, a quotation or a note, the notes of a division stand after that, with all that are called there.
  if (block.type === 'division') return divisionHtml(block, { ...rendering, notesOf: () => [] });
  // The numerals are text of the document: they are printed as text, and copied with it.
  if (block.type === 'list') return write('ul', { class: 'list' }, ...block.items.map(item));
  const { anchor, role, align, children } = block;
  const words = inlineHtml(children, rendering);
  const classes = [role === 'text' ? undefined : role, align].filter(Boolean).join(' ') || undefined;
  const attributes = { id: anchor, class: classes, ...changedIn(anchor, rendering) };
  if (role === 'subheading') return write(`h${rendering.level}`, attributes, words);
  return write('p', attributes, anchor === undefined ? nothing : paragraphNumber(anchor, write), words);
}

/** Beside what has changed since it was published stands a bar. */
const changedIn = (anchor = '', { changed }: Rendering): Attributes => ({ 'data-v': changed.get(anchor)?.toString() });

/** The number is drawn from an attribute by CSS: it is no part of the text and never copied. Other lines have none. */
function paragraphNumber(anchor: string, write: typeof element): Xml {
  if (placeKind(anchor) !== 'paragraph') return nothing;
  const number = anchor.slice(1);
  const link = { class: 'pn', href: `#${anchor}`, 'data-n': number, 'aria-label': `Paragraph ${number}` };
  return write('a', { ...link, ...ignored });
}

function tableHtml({ anchor, head, align, rows }: Table, rendering: Rendering): Xml {
  const write = rendering.element;
  const row = (cells: readonly Cell[], tag: 'th' | 'td') => {
    let column = 0;
    const written = cells.map(({ columns, children }) => {
      const [colspan, group] = columns === 1 ? [undefined, 'col'] : [String(columns), 'colgroup'];
      const attributes = { class: align[column] ?? undefined, colspan, scope: tag === 'th' ? group : undefined };
      column += columns;
      return write(tag, attributes, inlineHtml(children, rendering));
    });
    return write('tr', {}, ...written);
  };
  const top = head ? write('thead', {}, row(rows[0] ?? [], 'th')) : nothing;
  const body = write('tbody', {}, ...rows.slice(head ? 1 : 0).map((cells) => row(cells, 'td')));
  const scrolling = { class: 'table', id: anchor, tabindex: '0', role: 'group', 'aria-label': 'Table' };
  const number = anchor ? paragraphNumber(anchor, write) : nothing;
  return write('div', { ...scrolling, ...changedIn(anchor, rendering) }, number, write('table', {}, top, body));
}

/** What words that the volume sets apart are in HTML, with their class. */
const emphasisTags: Readonly<Record<Emphasis['type'], readonly [tag: string, className?: string]>> = {
  emphasis: ['i'],
  strong: ['b'],
  'small-caps': ['span', 'small-caps'],
  superscript: ['sup'],
  subscript: ['sub'],
  underline: ['u'],
};

function inlineHtml(words: Words, rendering: Rendering): Xml {
  return joined(
    words.map((inline): Xml => {
      const { link } = rendering;
      if (link && !holdsLinks([inline]) && textOf([inline]).trim() !== '') return linked([inline], link, rendering);
      if (inline.type === 'text') return text(inline.value);
      if (inline.type === 'break') return rendering.element('br', {});
      if (inline.type === 'note-reference') return markerHtml(inline, rendering);
      if (inline.type === 'mark') return markHtml(inline, rendering);
      const [tag, className] = emphasisTags[inline.type];
      return rendering.element(tag, { class: className }, inlineHtml(inline.children, rendering));
    }),
  );
}

/** Whether links stand among some words: HTML allows no link inside a link. */
function holdsLinks(words: Words): boolean {
  return inlinesIn(words).some((inline) => {
    if (inline.type !== 'mark') return inline.type === 'note-reference';
    if (inline.name === 'Ref') return targetAddress(inline.attributes['to'] ?? '', (id) => id) !== undefined;
    return markRow(inline.name).group !== 'structure';
  });
}

function markHtml(mark: Mark, rendering: Rendering): Xml {
  const { name, attributes, children } = mark;
  const write = rendering.element;
  if (isMarkIn(name, 'intervention')) return interventionHtml(mark, rendering);
  // A name leads to its entry on the same page, where the register's first lines stand.
  if (isMarkIn(name, 'name')) return linked(children, { class: 'name', href: `#e-${attributes['id']}` }, rendering);
  switch (name) {
    case 'PageBreak': {
      // Empty, and drawn by the style sheet: a page break never divides a word or a copied phrase.
      const id = rendering.pageBreaks.has(mark) ? `page-${attributes['n']}` : undefined;
      return write('span', { class: 'page-break', id, 'data-n': attributes['n'], ...ignored });
    }
    case 'Foreign':
      return write('i', { class: 'foreign', lang: attributes['lang'] }, inlineHtml(children, rendering));
    case 'Date':
      return write('time', { datetime: attributes['when'] }, inlineHtml(children, rendering));
    case 'Ref': {
      const href = targetAddress(attributes['to'] ?? '', rendering.page, rendering.volumes?.placeOf);
      if (href === undefined) return write('span', { class: 'ref' }, inlineHtml(children, rendering));
      return linked(children, { class: 'ref', href }, rendering);
    }
  }
}

/** Words as a link; where links stand among them (a place in the name of a ministry), the words between those. */
function linked(words: Words, link: Attributes, rendering: Rendering): Xml {
  return holdsLinks(words)
    ? inlineHtml(words, { ...rendering, link })
    : rendering.element('a', link, inlineHtml(words, { ...rendering, link: undefined }));
}

/**
 * An intervention: its words with what is printed around them, a link to its entry in the
 * apparatus, which also describes it to a screen reader. Where links stand among the words, the
 * printed affixes are the link instead, or a caret where nothing is printed.
 */
function interventionHtml(mark: Mark, rendering: Rendering): Xml {
  const write = rendering.element;
  const { search, gloss } = markRow(mark.name);
  const { anchor: id = '', by } = rendering.interventions.get(mark) ?? {};
  // What the edition has done stands in the page too; the style sheet leaves it out of the text as printed.
  const shown = printingOf(mark.name, mark.attributes, !rendering.onlyPrinted);
  const isOurs = by === 'edition';
  const link = { href: `#a-${id}`, 'aria-describedby': `a-${id}`, 'data-gloss': gloss };
  const unseen = search === 'ignored' ? ignored : {};
  const affix = (printed: string, linked: boolean): Xml => {
    if (printed === '') return nothing;
    const attributes = { class: 'affix', ...(linked && link), ...unseen, 'aria-label': linked ? mark.name : undefined };
    // Words between brackets are set in italics, the brackets upright.
    const [, open = '', words, close = ''] = /^(\s*\[)([^\]]+)(\])$/.exec(printed) ?? [];
    const shown = words === undefined ? [text(printed)] : [text(open), write('i', {}, text(words)), text(close)];
    return write(linked ? 'a' : 'span', attributes, ...shown);
  };
  const own = { class: `mark ${mark.name.toLowerCase()}${isOurs ? ' edition' : ''}`, id };
  const isLink = !holdsLinks(mark.children);
  const within = isLink ? { ...rendering, link: undefined } : rendering;
  const words = shown.words ? write('span', { class: 'words' }, inlineHtml(mark.children, within)) : nothing;
  const isPlain = isOurs || shown.before + shown.after === '';
  const before = affix(shown.before, !isLink && !isPlain);
  const after = affix(shown.after, !isLink && !isPlain && shown.before === '');
  const wrong = shown.was === '' ? nothing : write('span', { class: 'was' }, text(shown.was));
  if (isLink) return write('a', { ...own, ...link }, wrong, before, words, after);
  const caret = isPlain ? write('a', { class: 'caret', ...link, 'aria-label': mark.name }) : nothing;
  return write('span', own, caret, wrong, before, words, after);
}

/**
 * A note's number in the text: a link where the note stands in view beside the text, and a
 * button that opens the same note in place where it does not; the style sheet shows one of them.
 * Beside the button the number is drawn, from the attribute: a line may break before a button.
 */
function markerHtml(call: NoteReference, rendering: Rendering): Xml {
  const unnamed = { series: 'source', printed: call.label, anchor: `n${call.label}` } as const;
  const { series, printed, anchor } = readNoteLabel(call.label) ?? unnamed;
  const write = rendering.element;
  const link = {
    href: `#${anchor}`,
    role: 'doc-noteref',
    'aria-label': linkName(series, printed),
    id: callAnchor(anchor),
  };
  const attributes = { class: `marker ${series}`, 'data-n': printed, ...ignored };
  const button = write('button', { type: 'button', popovertarget: anchor, 'aria-label': noteName(series, printed) });
  return write('sup', attributes, write('a', link, text(printed)), button);
}

/** What a note is called by who listens. */
const noteName = (series: NoteSeries, printed: string): string =>
  series === 'edition' ? `Edition’s note ${printed}` : `Note ${printed}`;

/** The name of the link that a note’s number is; none where it says enough. Few voices say a sign such as a dagger. */
const linkName = (series: NoteSeries, printed: string): string | undefined =>
  series === 'source' && /\w/.test(printed) ? undefined : noteName(series, printed);

/** Where a note is called: `r56` for `n56`. */
const callAnchor = (anchor: string): string => `r${anchor.slice(1)}`;

/** The note's own number leads back to the place that calls it. */
function noteHtml({ anchor, series, printed, children }: Note, rendering: Rendering): Xml {
  const link = {
    class: 'number',
    href: `#${callAnchor(anchor)}`,
    role: 'doc-backlink',
    'aria-label': linkName(series, printed),
    ...ignored,
  };
  const own = { id: anchor, class: `note ${series}`, role: 'note', popover: 'auto', ...changedIn(anchor, rendering) };
  const words = children.map((block) => blockHtml(block, rendering));
  return rendering.element('div', own, rendering.element('a', link, text(printed)), ...words);
}
