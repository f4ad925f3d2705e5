/** The edition's tree → a file that reads as the same tree: what would be a sign of Markdown or MDX is protected. */
import type { Block, DocumentText, Emphasis, Inline, List, Paragraph, Table } from '../edition/document.ts';
import { divisions, setPieces, styles } from '../edition/set-pieces.ts';

/** What an editor writes for a kind of the tree: `enclosure` → `Enclosure`. */
const names = new Map<string, string>([
  ...Object.entries(setPieces).map(([name, { role }]) => [role, name] as const),
  ...Object.entries(divisions).map(([name, { kind }]) => [kind, name] as const),
  ...Object.entries(styles).map(([name, { type }]) => [type, name] as const),
]);

/**
 * A document file of a record, as YAML without the lines of `---`, and a text; a paragraph is one line. Italic and bold
 * words that stars cannot set (inside a word, with a space at their edge, in others) are `<Italic>`, `<Bold>`.
 */
export const writeDocument = (frontmatterYaml: string, text: DocumentText): string =>
  `---\n${frontmatterYaml.trimEnd()}\n---\n\n${writeText(text)}`;

/** A text as its file has it under the record: heading, body, notes. */
export function writeText({ heading, body, notes }: DocumentText): string {
  const written = notes.map(({ label, children }) => {
    const words = indent(writeBlocks(children), '    ');
    // Only a paragraph stands on the line of the label: what else may begin there depends on columns.
    return children[0]?.type === 'paragraph' ? `[^${label}]: ${words.slice(4)}` : `[^${label}]:\n\n${words}`;
  });
  const parts = [headingLines(heading), writeBlocks(body), ...written].filter((part) => part !== '');
  return `${parts.join('\n\n')}\n`;
}

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

const headingLines = (lines: DocumentText['heading']): string =>
  lines
    // Number signs at the end of a line that begins with one are dropped by Markdown.
    .map((line) => `# ${writeInlines(line).replace(/(?<!\\)#+$/, '\\$&')}`)
    .join('\n');

function writeBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block, index) => {
      const before = blocks[index - 1];
      // Two lists of one kind would be one; a comment is nothing to the reader, and parts them.
      const parted = block.type === 'list' && before?.type === 'list' && listSign(block) === listSign(before);
      return (parted ? '{/* */}\n\n' : '') + writeBlock(block);
    })
    .join('\n\n');
}

function writeBlock(block: Block): string {
  if (block.type === 'paragraph') return writeParagraph(block);
  if (block.type === 'list') return writeList(block);
  if (block.type === 'table') return writeTable(block);
  if (block.type === 'quotation')
    return writeBlocks(block.children).replace(/^(.?)/gm, (_, first: string) => (first === '' ? '>' : `> ${first}`));
  const name = names.get(block.kind) ?? '';
  const inside = [headingLines(block.heading), writeBlocks(block.children)].filter((part) => part !== '');
  return [`<${name}>`, ...inside, `</${name}>`].join('\n\n');
}

function writeParagraph({ role, align, children }: Paragraph): string {
  if (role === 'text' && align === undefined) return writeInlines(children);
  const name = names.get(role) ?? '';
  const attribute = align === undefined ? '' : ` align="${align}"`;
  return `<${name}${attribute}>${writeInlines(children, '>', '<')}</${name}>`;
}

/** The sign after the numbers of a list that Markdown can number, or the hyphen of any other. */
function listSign({ items }: List): '.' | ')' | '-' {
  const markers = items.map(({ marker }) => marker);
  if (items.length < 2 || !/^1[.)]$/.test(markers[0] ?? '')) return '-';
  const sign = markers[0] === '1.' ? '.' : ')';
  return markers.every((marker) => /^\d{1,9}.$/.test(marker) && marker.endsWith(sign)) ? sign : '-';
}

function writeList(list: List): string {
  const sign = listSign(list);
  return list.items
    .map(({ marker, children }) => {
      const label = sign === '-' ? '-' : marker;
      // A marker that Markdown does not know becomes the first words of its point.
      const own = sign === '-' && marker !== '' ? `${protectedText(marker, true)} ` : '';
      return `${label} ${indent(own + writeBlocks(children), ' '.repeat(label.length + 1)).trimStart()}`.trimEnd();
    })
    .join('\n');
}

const columnSigns = { left: ':--', right: '--:', center: ':-:', none: '---' } as const;

function writeTable({ head, align, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const written = rows.map((row) => {
    const across = (columns: number) => Array.from({ length: columns - 1 }, () => '<Across/>');
    return line(row.flatMap(({ columns, children }) => [writeInlines(children), ...across(columns)]));
  });
  const [first = '', ...others] = head ? written : [line(align.map(() => '')), ...written];
  return [first, line(align.map((side) => columnSigns[side ?? 'none'])), ...others].join('\n');
}

/** Some words on one line between two signs, none at the ends of a line or cell, or between stars. */
function writeInlines(inlines: readonly Inline[], before = '', after = '', inStars = false): string {
  let written = '';
  inlines.forEach((inline, index) => {
    const previous = written.charAt(written.length - 1) || before;
    const next = inlines[index + 1];
    const following = next === undefined ? after : next.type === 'text' ? protectedText(next.value).charAt(0) : '<';
    written += writeInline(inline, previous, following, inStars, next?.type === 'note-reference');
  });
  return written;
}

function writeInline(inline: Inline, before: string, after: string, inStars: boolean, beforeNote: boolean): string {
  if (inline.type === 'text') {
    const text = protectedText(inline.value, before === '').replace(/^[([:]/, before === ']' ? '\\$&' : '$&');
    return beforeNote ? text.replace(/(?<!\\)\]$/, '\\]') : text;
  }
  if (inline.type === 'note-reference') return `[^${inline.label}]`;
  if (inline.type === 'break') return '<Break/>';
  if (inline.type === 'mark') {
    const attributes = Object.entries(inline.attributes).map(([name, value]) => ` ${name}="${attributeText(value)}"`);
    const tag = `${inline.name}${attributes.join('')}`;
    return inline.children.length === 0
      ? `<${tag}/>`
      : `<${tag}>${writeInlines(inline.children, '>', '<', inStars)}</${inline.name}>`;
  }
  if (inline.type === 'emphasis' || inline.type === 'strong') {
    const words = writeInlines(inline.children, '*', '*', true);
    const run = inline.type === 'strong' ? '**' : '*';
    const isBetween = borders(before, words.charAt(0)) && borders(after, words.charAt(words.length - 1));
    if (isBetween && before !== '*' && !inStars) return run + words + run;
  }
  return writeStyle(inline, inStars);
}

function writeStyle({ type, children }: Emphasis, inStars: boolean): string {
  const name = names.get(type);
  return `<${name}>${writeInlines(children, '>', '<', inStars)}</${name}>`;
}

const attributeText = (value: string): string =>
  value.replace(/[&"|]/g, (sign) => ({ '&': '&amp;', '"': '&quot;' })[sign] ?? '&#x7C;');

const isSpace = (sign: string): boolean => sign === '' || /\s/.test(sign);
const isSign = (sign: string): boolean => /[\p{P}\p{S}]/u.test(sign);
/** A letter or figure, or half of one, beside a star: the star would stand inside a word. */
const isLetter = (sign: string): boolean => /[\p{L}\p{N}\p{Cs}]/u.test(sign);

// Left- and right-flanking delimiter runs: https://spec.commonmark.org/0.31.2/#delimiter-run.
const flanks = (near: string, far: string): boolean => !isSpace(near) && (!isSign(near) || isSpace(far) || isSign(far));

/** Whether a star between a sign outside of italic or bold words and one of them begins or ends them. */
const borders = (outside: string, inside: string): boolean => !isLetter(outside) && flanks(inside, outside);

/** Words whose signs Markdown, MDX and GFM leave alone; at the beginning of a line, what begins a block too. */
function protectedText(text: string, atStart = false): string {
  const within = text
    .replace(/[\\`*_{}<|]/g, '\\$&')
    .replace(/~(?=~)|(?<=~)~/g, '\\~')
    .replace(/\[(?=\^)/g, '\\[')
    .replace(/\](?=[([:])/g, ']\\')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/ (?= )/g, '&#x20;')
    .replace(/\t/g, '&#x9;');
  if (!atStart) return within;
  // A line that begins with import or export would be a program's.
  return within
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
    .replace(/^(?=[-+#>=]|\[[ xX]\])/, '\\')
    .replace(/^(?:im|ex)port\b/, (word) => `&#x${word.charCodeAt(0).toString(16)};${word.slice(1)}`);
}
