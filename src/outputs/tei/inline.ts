/** The words of a document in TEI: marks as their elements, notes where they are called. */
import { addresses } from '../../edition/addresses.ts';
import { interventions } from '../../edition/apparatus.ts';
import type { Intervention } from '../../edition/apparatus.ts';
import type { Inline, Mark, Note } from '../../edition/document.ts';
import { markRow } from '../../edition/marks.ts';

import { targetAddress } from '../../edition/reference.ts';
import { textOf } from '../../edition/text.ts';
import type { Attributes, Xml } from '../xml.ts';
import { element, nothing, text } from '../xml.ts';
import { targetAddress } from '../../edition/reference.ts';
import type { Publication } from '../../edition/publish.ts';

/** Id, in the file, of who is responsible: the copy-text or the edition. */
export const responsible = { source: '#copy-text', edition: '#edition' } as const;

/** What the words of one document are written with. */
export interface TeiContext {
  readonly publication: Publication;
  readonly notes: ReadonlyMap<string, Note>;
  readonly interventions: ReadonlyMap<Mark, Intervention>;
  /** Labels of the notes that stand in the text already; a second call refers to the first. */
  readonly placed: Set<string>;
  /** Writes what a note holds. */
  readonly writeNote: (note: Note) => Xml;
}

/** A context for one writing of a document. */
export function teiContext(publication: Publication, writeNote: TeiContext['writeNote']): TeiContext {
  const { document } = publication;
  return {
    publication,
    notes: new Map(document.notes.map((note) => [note.label, note])),
    interventions: new Map(interventions(document).map((one) => [one.mark, one])),
    placed: new Set(),
    writeNote,
  };
}

/** Words in TEI, every character of them where it was printed. */
export function teiWords(inlines: readonly Inline[], context: TeiContext): Xml {
  return inlines.map((inline) => teiInline(inline, context)).join('') as Xml;
}

function teiInline(inline: Inline, context: TeiContext): Xml {
  switch (inline.type) {
    case 'text':
      return text(inline.value);
    case 'break':
      return element('lb', {});
    case 'emphasis':
      return element('hi', { rend: 'italic' }, teiWords(inline.children, context));
    case 'strong':
      return element('hi', { rend: 'bold' }, teiWords(inline.children, context));
    case 'note-reference':
      return teiNote(inline.label, context);
    case 'mark':
      return teiMark(inline, context);
  }
}

/** A note where it is first called; where it is called again, a reference to it. */
function teiNote(label: string, context: TeiContext): Xml {
  const note = context.notes.get(label);
  if (!note) return nothing;
  if (context.placed.has(label)) {
    return element('ref', { type: 'note', target: `#${note.anchor}`, n: note.printed });
  }
  context.placed.add(label);
  const place = note.series === 'source' ? 'foot' : undefined;
  return element(
    'note',
    {
      'xml:id': note.anchor,
      n: note.printed,
      type: note.series,
      place,
      resp: responsible[note.series],
    },
    context.writeNote(note),
  );
}

function teiMark(mark: Mark, context: TeiContext): Xml {
  const { tei, content, group } = markRow(mark.name);
  const by = mark.attributes['by'] === 'edition' ? responsible.edition : responsible.source;
  const attributes: Attributes = {
    'xml:id': context.interventions.get(mark)?.anchor,
    resp: group === 'intervention' ? by : undefined,
    ...ownAttributes(mark, context.publication),
  };
  if (content === 'empty') return element(tei, attributes);
  // <gap> holds no text in TEI, only a description of what is missing.
  if (mark.name === 'Gap') {
    const printed = textOf(mark.children);
    const desc = printed === '' ? [] : [element('desc', {}, text(printed))];
    const calls = called(mark.children).map((label) => teiNote(label, context));
    return [element(tei, attributes, ...desc), ...calls].join('') as Xml;
  }
  const words = teiWords(mark.children, context);
  if (mark.name === 'Corrected') {
    const was = element('sic', {}, text(mark.attributes['was'] ?? ''));
    return element('choice', {}, was, element(tei, attributes, words));
  }
  return element(tei, attributes, words);
}

/** What the attributes of a mark are in TEI. */
function ownAttributes({ name, attributes }: Mark, publication: Publication): Attributes {
  switch (name) {
    case 'Person':
    case 'Place':
    case 'Organization':
    case 'Term':
      return { ref: publication.home + addresses.entry(attributes['id'] ?? '').slice(1) };
    case 'PageBreak':
      return { n: attributes['n'] };
    case 'Foreign':
      return { 'xml:lang': attributes['lang'] };
    case 'Date':
      return {
        when: attributes['when'],
        cert: attributes['inferred'] === undefined ? undefined : 'low',
      };
    case 'Gap':
      return { reason: attributes['why'] };
    case 'Ref':
      return referenceAttributes(attributes['to'] ?? '', publication);
    default:
      return {};
  }
}

function referenceAttributes(to: string, { home }: Publication): Attributes {
  const target = targetAddress(to, (id) => home + addresses.document(id).slice(1));
  return target === undefined ? { type: 'not-printed' } : { target };
}

/** Labels of the notes called among some words. */
function called(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline): string[] => {
    if (inline.type === 'note-reference') return [inline.label];
    return 'children' in inline ? called(inline.children) : [];
  });
}
