/** An edition tree as an indented outline, for golden files that one can read. */
import type { Block, Inline } from '../../src/edition/document.ts';
import type { DocumentReading } from '../../src/markdown/read-document.ts';

const at = ({ line, column }: { line: number; column: number }): string => `@${line}:${column}`;

function inline(node: Inline): string {
  switch (node.type) {
    case 'text':
      return JSON.stringify(node.value);
    case 'break':
      return '/';
    case 'note-reference':
      return `^${node.label}${at(node.at)}`;
    case 'emphasis':
    case 'strong':
    case 'small-caps':
    case 'superscript':
    case 'subscript':
    case 'underline':
      return `${node.type}(${words(node.children)})`;
    case 'mark': {
      const given = Object.entries(node.attributes).map(([name, value]) => ` ${name}=${value}`);
      return `<${node.name}${given.join('')}${at(node.at)}>(${words(node.children)})`;
    }
  }
}

const words = (inlines: readonly Inline[]): string => inlines.map(inline).join(' ');

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function block(node: Block): string[] {
  switch (node.type) {
    case 'paragraph':
      return [
        `${node.anchor ?? '-'} ${node.role}${node.align ? ` ${node.align}` : ''} ${at(node.at)}: ${words(node.children)}`,
      ];
    case 'table': {
      const rows = node.rows.map((row) =>
        row.map(({ columns, children }) => (columns > 1 ? `${columns}: ` : '') + words(children)).join(' | '),
      );
      const sides = node.align.map((side) => side ?? '-').join(' ');
      return [
        `${node.anchor ?? '-'} table${node.head ? '' : ' without a head'} ${at(node.at)} ${sides}`,
        ...indented(rows),
      ];
    }
    case 'list':
      return [
        'list',
        ...node.items.flatMap((item) =>
          indented([`item ${JSON.stringify(item.marker)}`, ...indented(item.children.flatMap(block))]),
        ),
      ];
    case 'quotation':
      return ['quotation', ...indented(node.children.flatMap(block))];
    case 'division':
      return [
        node.kind,
        ...indented([...node.heading.map((line) => `# ${words(line)}`), ...node.children.flatMap(block)]),
      ];
  }
}

/** The outline of a document as read. */
export function outline({ heading, body, notes }: DocumentReading): string {
  return [
    ...heading.map((line) => `# ${words(line)}`),
    ...body.flatMap(block),
    ...notes.flatMap((note) => [
      `note ${note.label} ${note.series} prints ${note.printed} at ${note.anchor} ${at(note.at)}`,
      ...indented(note.children.flatMap(block)),
    ]),
    '',
  ].join('\n');
}
