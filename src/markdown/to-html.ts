/** Edition tree → HTML of the edition page. The one place that knows how a tree looks in a browser. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { interventions } from '../edition/apparatus.ts';
import type {
  Block,
  DocumentText,
  EditionDocument,
  Inline,
  Mark,
  Note,
  NoteReference,
  Paragraph,
  Table,
} from '../edition/document.ts';
import { fileLine } from '../edition/document.ts';
import { markRow } from '../edition/marks.ts';
import { readNoteLabel } from '../edition/notes.ts';
import { callsIn, placedWords, wordsIn } from '../edition/walk.ts';
import type { Links } from './mark-html.ts';
import { holdsLinks, interventionHtml, nameHtml, referenceHtml } from './mark-html.ts';

/** What renders one document: where its links lead, and the numbers of its interventions. */
interface Rendering {
  readonly links: Links;
  readonly anchors: ReadonlyMap<Mark, string>;
  readonly notes: ReadonlyMap<string, Note>;
  /** Calls of a note get the address `r56`; only the first one, since an address is unique. */
  readonly firstCalls: ReadonlySet<NoteReference>;
}

/**
 * Renders the text of a document: heading, dateline, received line, paragraphs, and each note
 * once, straight after the block that calls it.
 *
 * Markers, paragraph numbers and affixes that would break a phrase carry
 * `data-pagefind-ignore`: Pagefind glues them to the word before (measured).
 */
export function documentHtml(document: EditionDocument, links: Links): string {
  const rendering = renderingOf(document, links);
  const { record } = document;
  const dateline = record.dateSent.printed;
  const received = record.dateReceived?.printed;
  const heading = h('header.heading', [
    h('p.file-line', fileLine(record)),
    h('h1#heading', linesHtml(document.heading, rendering)),
  ]);
  return toHtml([
    withNotes(heading, document.heading, rendering),
    ...(dateline === undefined ? [] : [h('p.dateline#dateline', dateline)]),
    ...(received === undefined ? [] : [h('p.received#received', received)]),
    ...document.body.map((block) => blockWithNotes(block, rendering)),
  ]);
}

/** The blocks of a text, each with the notes that it calls: what stands under the heading of its page. */
export function bodyTree(text: DocumentText, links: Links): Element[] {
  const rendering = renderingOf(text, links);
  return text.body.map((block) => blockWithNotes(block, rendering));
}

function renderingOf(document: DocumentText, links: Links): Rendering {
  const calls = placedWords(document).flatMap(({ words }) => words.flatMap(callsIn));
  const firstCalls = new Map(calls.toReversed().map((call) => [call.label, call]));
  return {
    links,
    anchors: new Map(interventions(document).map(({ mark, anchor }) => [mark, anchor])),
    notes: new Map(document.notes.map((note) => [note.label, note])),
    firstCalls: new Set(firstCalls.values()),
  };
}

/** The lines of a heading, one under the other. */
function linesHtml(lines: readonly (readonly Inline[])[], rendering: Rendering): ElementContent[] {
  return lines.flatMap((line, index) => [...(index > 0 ? [h('br')] : []), ...inlineHtml(line, rendering)]);
}

/**
 * A block with the notes it calls. A division's blocks keep their own notes, so that those of a
 * long enclosure stand beside their paragraphs.
 */
function blockWithNotes(block: Block, rendering: Rendering, level: 2 | 3 = 2): Element {
  if (block.type !== 'division') {
    return withNotes(blockHtml(block, rendering), wordsIn([block]), rendering);
  }
  const heading = h(`h${level}`, linesHtml(block.heading, rendering));
  return h('section.division', { className: [block.kind] }, [
    ...(block.heading.length > 0 ? [withNotes(heading, block.heading, rendering)] : []),
    ...block.children.map((child) => blockWithNotes(child, rendering, 3)),
  ]);
}

/** An element and the notes first called among its words, as one passage; alone if it calls none. */
function withNotes(element: Element, words: readonly (readonly Inline[])[], rendering: Rendering): Element {
  const notes = firstCalled(words, rendering).map((note) => noteHtml(note, rendering));
  return notes.length === 0 ? element : h('div.passage', [element, h('div.notes', notes)]);
}

/** The notes first called among some words, each with those that it calls itself. */
function firstCalled(words: readonly (readonly Inline[])[], rendering: Rendering): Note[] {
  return words
    .flatMap(callsIn)
    .filter((call) => rendering.firstCalls.has(call))
    .flatMap((call) => rendering.notes.get(call.label) ?? [])
    .flatMap((note) => [note, ...firstCalled(wordsIn(note.children), rendering)]);
}

function blockHtml(block: Exclude<Block, { type: 'division' }>, rendering: Rendering): Element {
  switch (block.type) {
    case 'paragraph':
      return paragraphHtml(block, rendering);
    case 'table':
      return tableHtml(block, rendering);
    case 'quotation':
      return h(
        'blockquote',
        block.children.map((child) => nestedHtml(child, rendering)),
      );
    case 'list':
      // The numerals are text of the document: they are printed as text, and copied with it.
      return h(
        'ul.list',
        block.items.map((item) =>
          h('li', [
            ...(item.marker ? [h('span.numeral', `${item.marker} `)] : []),
            h(
              'div',
              item.children.map((child) => nestedHtml(child, rendering)),
            ),
          ]),
        ),
      );
  }
}

function nestedHtml(block: Block, rendering: Rendering): Element {
  return block.type === 'division' ? blockWithNotes(block, rendering) : blockHtml(block, rendering);
}

/** The number is drawn from an attribute by CSS: it is no part of the text, and is never copied. */
function paragraphNumber(anchor: string): Element {
  const number = anchor.slice(1);
  return h('a.pn', {
    href: `#${anchor}`,
    dataN: number,
    ariaLabel: `Paragraph ${number}`,
    dataPagefindIgnore: true,
  });
}

function paragraphHtml(paragraph: Paragraph, rendering: Rendering): Element {
  const words = inlineHtml(paragraph.children, rendering);
  const { anchor, role } = paragraph;
  if (anchor === undefined) return h('p', words);
  return h('p', { id: anchor, className: role === 'text' ? undefined : [role] }, [paragraphNumber(anchor), ...words]);
}

function tableHtml(table: Table, rendering: Rendering): Element {
  const [head, ...rows] = table.rows;
  const cell = (tag: 'th' | 'td') => (words: readonly Inline[], column: number) =>
    h(
      tag,
      { className: table.align[column] ?? undefined, scope: tag === 'th' ? 'col' : undefined },
      inlineHtml(words, rendering),
    );
  return h('div.table', { id: table.anchor, tabIndex: 0, role: 'group', ariaLabel: 'Table' }, [
    ...(table.anchor ? [paragraphNumber(table.anchor)] : []),
    h('table', [
      h('thead', h('tr', head?.map(cell('th')) ?? [])),
      h(
        'tbody',
        rows.map((row) => h('tr', row.map(cell('td')))),
      ),
    ]),
  ]);
}

function inlineHtml(words: readonly Inline[], rendering: Rendering): ElementContent[] {
  return words.flatMap((inline): ElementContent[] => {
    switch (inline.type) {
      case 'text':
        return [{ type: 'text', value: inline.value }];
      case 'break':
        return [h('br')];
      case 'emphasis':
        return [h('i', inlineHtml(inline.children, rendering))];
      case 'strong':
        return [h('b', inlineHtml(inline.children, rendering))];
      case 'note-reference':
        return [markerHtml(inline, rendering)];
      case 'mark':
        return markHtml(inline, rendering);
    }
  });
}

function markHtml(mark: Mark, rendering: Rendering): ElementContent[] {
  const words = inlineHtml(mark.children, rendering);
  const row = markRow(mark.name);
  if (row.group === 'intervention') {
    const anchor = rendering.anchors.get(mark) ?? '';
    return [interventionHtml(mark, words, anchor, holdsLinks(mark))];
  }
  if (row.group === 'name') return nameHtml(mark, words);
  return referenceHtml(mark, words, rendering.links);
}

/**
 * A note's number in the text: a link where the note stands in view beside the text, and a
 * button that opens the same note in place where it does not; the style sheet shows one of them.
 * Beside the button the number is drawn, from the attribute: a line may break before a button.
 */
function markerHtml(reference: NoteReference, rendering: Rendering): Element {
  const label = readNoteLabel(reference.label);
  const printed = label?.printed ?? reference.label;
  const anchor = label?.anchor ?? `n${reference.label}`;
  const isEditions = label?.series === 'edition';
  const name = isEditions ? `Edition’s note ${printed}` : `Note ${printed}`;
  const className = ['marker', label?.series ?? 'source'];
  return h('sup', { className, dataN: printed, dataPagefindIgnore: true }, [
    h(
      'a',
      {
        href: `#${anchor}`,
        // The role says that it is a note; a label on every one would only make the page longer.
        role: 'doc-noteref',
        ariaLabel: isEditions ? name : undefined,
        id: rendering.firstCalls.has(reference) ? `r${reference.label}` : undefined,
      },
      printed,
    ),
    h('button', { type: 'button', popoverTarget: anchor, ariaLabel: name }),
  ]);
}

/** The note's own number leads back to the place that calls it. */
function noteHtml(note: Note, rendering: Rendering): Element {
  return h('div', { id: note.anchor, className: ['note', note.series], role: 'note', popover: 'auto' }, [
    h(
      'a.number',
      {
        href: `#r${note.label}`,
        role: 'doc-backlink',
        ariaLabel: note.series === 'edition' ? `Edition’s note ${note.printed}` : undefined,
        dataPagefindIgnore: true,
      },
      note.printed,
    ),
    ...note.children.map((block) => nestedHtml(block, rendering)),
  ]);
}
