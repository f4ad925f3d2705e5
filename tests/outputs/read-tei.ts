/**
 * Reads the edition's TEI back into the text as printed, with an XML parser
 * that shares nothing with the writer: each element is printed by its row in
 * the register of marks.
 */
import { SaxesParser } from 'saxes';
import type { MarkRow } from '../../src/edition/marks.ts';
import { marks } from '../../src/edition/marks.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** A note as the file gives it. */
export interface ReadNote {
  readonly number: string;
  readonly type: string;
  readonly resp: string;
  readonly lines: string[];
}

/** What a file says: its printed lines, and its notes in the order of their calls. */
export interface ReadTei {
  readonly lines: string[];
  readonly notes: ReadNote[];
}

const rows: ReadonlyMap<string, MarkRow> = new Map(Object.values(marks).map((row) => [row.tei, row]));

/** The text as printed that a TEI file gives: the same characters as `.txt`. */
export function printedFromTei(xml: string): string {
  const { lines, notes } = readTei(xml);
  const source = notes.filter((note) => note.type === 'source').flatMap((note) => note.lines);
  return `${[...lines, ...source].join('\n')}\n`.normalize('NFC');
}

export function readTei(xml: string): ReadTei {
  const body = find(parse(xml), 'body');
  if (!body) throw new Error('The file has no body.');
  const called: Element[] = [];
  const lines = linesOf(body, called);
  // Reading a note may add the notes that it calls: they come after those that the text calls.
  const notes: ReadNote[] = [];
  for (const note of called) notes.push(noteOf(note, called));
  return { lines, notes };
}

export function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => void open.at(-1)?.children.push(text));
  parser.write(xml).close();
  return root;
}

export function find(element: Element, name: string): Element | undefined {
  for (const child of elements(element)) {
    if (child.name === name) return child;
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

export const elements = ({ children }: Element): Element[] => children.filter((child) => typeof child !== 'string');

function linesOf(element: Element, notes: Element[]): string[] {
  switch (element.name) {
    case 'head':
    case 'p':
    case 'opener':
    case 'closer':
      return [words(element, notes)];
    case 'row':
      return [
        elements(element)
          .map((cell) => words(cell, notes) + '\t'.repeat(Number(cell.attributes['cols'] ?? 1) - 1))
          .join('\t'),
      ];
    case 'item': {
      const { n } = element.attributes;
      const lines = elements(element).flatMap((child) => linesOf(child, notes));
      return n === undefined ? lines : led(n, lines);
    }
    default:
      return elements(element).flatMap((child) => linesOf(child, notes));
  }
}

function words(element: Element, notes: Element[]): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'lb') return ' ';
      if (child.name === 'note') {
        notes.push(child);
        return '';
      }
      const { resp, rend, cert } = child.attributes;
      if (child.name === 'choice') {
        const [wrong, right] = ['sic', 'corr'].map((name) => elements(child).filter((one) => one.name === name));
        const correction = words({ ...child, children: right ?? [] }, notes);
        const was = (wrong ?? []).map((sic) => words(sic, notes)).join('');
        const isOurs = right?.[0]?.attributes['resp'] === '#edition';
        return isOurs || rend !== undefined ? was + (isOurs || rend === 'joined' ? '' : ' ') + correction : correction;
      }
      const row = rows.get(child.name);
      const printed = words(child, notes);
      if (resp === '#edition') return row?.content === 'own' ? '' : printed;
      return `${row?.printed.before ?? ''}${printed}${cert === 'low' && resp ? '?' : ''}${row?.printed.after ?? ''}`;
    })
    .join('');
}

function noteOf(note: Element, notes: Element[]): ReadNote {
  const { n = '', type = '', resp = '' } = note.attributes;
  const lines = elements(note).flatMap((child) => linesOf(child, notes));
  return { number: n, type, resp, lines: led(/^[*†‡§‖¶]/.test(n) ? n : `${n}.`, lines) };
}

const led = (marker: string, [first = '', ...rest]: readonly string[]): string[] => [
  `${marker} ${first}`.trimEnd(),
  ...rest,
];
