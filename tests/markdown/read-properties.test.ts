import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../src/edition/document.ts';
import { readDocument, type DocumentReading } from '../../src/markdown/read-document.ts';

const front = '---\nkind: telegram\n---\n\n# A heading\n\n';

/** Every character of a tree that a reader sees, in order, without white space. */
function characters({ heading, body, notes }: DocumentReading): string {
  const inlines = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => (node.type === 'text' ? node.value : 'children' in node ? inlines(node.children) : ''))
      .join('');
  const blocks = (nodes: readonly Block[]): string =>
    nodes
      .map((node) => {
        switch (node.type) {
          case 'paragraph':
            return inlines(node.children);
          case 'table':
            return node.rows.flat().map(inlines).join('');
          case 'list':
            return node.items.map((item) => item.marker + blocks(item.children)).join('');
          case 'quotation':
            return blocks(node.children);
          case 'division':
            return node.heading.map(inlines).join('') + blocks(node.children);
        }
      })
      .join('');
  // Notes stand in the tree as they are called, in the file as they are written.
  const written = [...notes].sort((a, b) => a.at.line - b.at.line);
  return [heading.map(inlines).join(''), blocks(body), ...written.map((note) => blocks(note.children))]
    .join('')
    .replace(/\s/g, '');
}

/** Protects every sign that Markdown could take for its own. */
const protectedText = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&');

const sign = fc.constantFrom(
  ...Array.from('*_`~<>{}[]()#+-.!|\\&;:"\'/=^$@,?%'),
  '“',
  '—',
  '…',
  'é',
  '滿',
  '📜',
  ' ',
  '0',
  '9',
  'a',
  'B',
);
const word = fc.string({ unit: sign, minLength: 1, maxLength: 12 }).map((text) => text.replace(/ +/g, ' ').trim());
const paragraph = fc
  .array(word, { minLength: 1, maxLength: 8 })
  .map((words) => words.filter(Boolean).join(' '))
  .filter(Boolean);

/** Documents of the project's own fixtures, to be mutated. */
const folder = fileURLToPath(new URL('../fixtures/documents', import.meta.url));
const fixtures = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}/input.mdx`, 'utf8'));

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * The letters and figures of a document's text, by other means than a parser:
 * what is left when record, tags, comments, calls and labels of notes are struck out.
 */
const letters = (text: string): string =>
  lettersOf(
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/^---[ \t]*\n(?:[^]*?\n)?---[ \t]*\n/, '')
      .replace(/\{\s*\/\*[^]*?\*\/\s*\}/g, '')
      .replace(/(?<!\\)<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/g, '')
      .replace(/\[\^[^\]\n]+\]/g, (call, offset: number, all: string) => (all[offset - 1] === '\\' ? call : ''))
      .replace(/(?<!\\)&(?:#\d+|#x[\da-f]+|amp|copy);/gi, ''),
  );

const bits = [
  '*',
  '**',
  '_',
  '`',
  '~~',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '[^1]',
  '[^99]',
  '\n',
  '\n\n',
  '\\',
  '\\\n',
  '  \n',
  '\t',
  '# ',
  '- ',
  '1. ',
  '39. ',
  '> ',
  '---\n',
  '|',
  '|---|\n',
  '<Sic>',
  '</Sic>',
  '<Break/>',
  '<b>',
  '</',
  '/>',
  '<Section>\n',
  '</Section>\n',
  '{/* c */}',
  '{x}',
  'import x\n',
  '&amp;',
  '&',
  'www.a.b ',
  'x@y.z',
  '\u0000',
  '\uFEFF',
  '\uFFFD',
  'e\u0301',
  '[x]: y\n',
  '![x](y)',
  '- [ ] ',
  '===\n',
  '    ',
  '“',
  '\r',
  '\r\n',
  'Z',
  '7',
];
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.integer({ min: 0, max: 4 }),
  insert: fc.constantFrom(...bits, ''),
});
const mutated = fc
  .tuple(fc.constantFrom(...fixtures), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([text, mutations]) =>
    mutations.reduce((result, { at, remove, insert }) => {
      const place = Math.floor(at * result.length);
      return result.slice(0, place) + insert + result.slice(place + remove);
    }, text),
  );

// Some seconds of work: the time allowed is for a machine that is busy with other tests.
describe('for whatever an editor may write', { timeout: 60_000 }, () => {
  test('words whose signs are all protected come out exactly', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const read = readDocument(front + paragraphs.map(protectedText).join('\n\n'));
        expect(read.messages).toEqual([]);
        const texts = read.body.map((block) => (block.type === 'paragraph' ? block.children : []));
        expect(texts).toEqual(paragraphs.map((value) => [{ type: 'text', value }]));
      }),
      { numRuns: 300 },
    );
  });

  test('words whose signs are not protected are reported, or no letter or figure is lost', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
        const text = front + paragraphs.join('\n\n');
        const read = readDocument(text);
        if (read.messages.length > 0) return;
        expect(lettersOf(characters(read))).toBe(letters(text));
      }),
      { numRuns: 400 },
    );
  });

  test('a document changed at random is reported, or no letter or figure is lost', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const read = readDocument(text);
        if (read.messages.length > 0) return;
        expect(lettersOf(characters(read))).toBe(letters(text));
      }),
      { numRuns: 400 },
    );
  });

  test('a problem stands at a line and column of the file, in words', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
        for (const problem of readDocument(text).messages) {
          const line = lines[problem.line - 1];
          expect(line, JSON.stringify(problem)).toBeDefined();
          expect(problem.column).toBeGreaterThanOrEqual(1);
          expect(problem.column).toBeLessThanOrEqual((line ?? '').length + 1);
          expect(`${problem.expected}${problem.actual}${problem.mend}`).not.toMatch(/undefined|\[object|node_modules/);
        }
      }),
      { numRuns: 200 },
    );
  });
});
