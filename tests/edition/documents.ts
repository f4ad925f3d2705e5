/** Small documents for tests, made of words rather than files. */
import type { Block, EditionDocument, Inline, Mark, Paragraph } from '../../src/edition/document.ts';
import type { MarkName } from '../../src/edition/marks.ts';
import type { Note } from '../../src/edition/document.ts';
import { readNoteLabel } from '../../src/edition/notes.ts';

const at = { line: 1, column: 1 };

/** Words as inlines: a string is a run of text. */
export function words(...parts: (string | Inline)[]): Inline[] {
  return parts.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part));
}

export function mark(name: MarkName, content: string | Inline[], attributes: Record<string, string> = {}): Mark {
  const children = typeof content === 'string' ? words(content) : content;
  return { type: 'mark', name, attributes, children, at };
}

export function call(label: string): Inline {
  return { type: 'note-reference', label, at };
}

export function paragraph(anchor: string | undefined, ...parts: (string | Inline)[]): Paragraph {
  const block = { type: 'paragraph', role: 'text', children: words(...parts), at } as const;
  return anchor === undefined ? block : { ...block, anchor };
}

export function note(label: string, ...parts: (string | Inline)[]): Note {
  const read = readNoteLabel(label);
  if (!read) throw new Error(`“${label}” is no label of a note.`);
  return { label, ...read, children: [paragraph(undefined, ...parts)], at };
}

/** Where the text of an invented document is said to come from. */
export const inventedSource = {
  volume: 'invented',
  document: 1,
  copyText: 'Invented.',
  url: 'https://example.org/1',
  rights: 'None.',
  collated: false,
  collation: 'None.',
};

/** A telegram with the given text; anything of its record can be replaced. */
export function telegram(
  body: Block[],
  notes: Note[] = [],
  record: Partial<EditionDocument['record']> = {},
): EditionDocument {
  return {
    id: 'moscow-1936-1',
    heading: [words('The Chargé to the Secretary of State')],
    body,
    notes,
    record: {
      fileNumber: '000.00/1',
      kind: 'telegram',
      telegramNumber: '1',
      sender: [{ office: 'Chargé' }],
      recipient: [{ office: 'Secretary of State' }],
      participants: [],
      dateSent: { date: '1936-01-31', supplied: [], inferred: [] },
      source: inventedSource,
      summary: 'Invented.',
      summaryFrom: 'edition',
      absent: [],
      related: [],
      revisions: [{ version: 1, date: '2026-01-01', change: 'First published.' }],
      ...record,
    },
  };
}
