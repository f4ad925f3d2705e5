import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, type Block, type Inline } from '../../src/edition/document.ts';
import { assignAnchors } from '../../src/edition/anchors.ts';
import { readDocument, type DocumentReading } from '../../src/markdown/read-document.ts';
import { documentHtml } from '../../src/outputs/html.ts';
import { printedText as plainText } from '../../src/edition/printed-text.ts';
import { tei } from '../../src/outputs/tei.ts';
import { telegram } from '../edition/documents.ts';
import { publicationOf } from '../fixtures/publications/telegram-39.ts';
import { printedFromTei } from '../outputs/read-tei.ts';

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
            return node.rows
              .flat()
              .map(({ children }) => inlines(children))
              .join('');
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
      .replace(/(?<=(?:^|[^\\])(?:\\\\)*)&(?:#\d+|#x[\da-f]+|amp|copy);/gi, '')
      .replace(/(?<!\\)\{\s*\/\*[^]*?\*\/\s*\}/g, '')
      .replace(/(?<!\\)<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^<>"'])*>/g, '')
      .replace(/\[\^[^\]\n]+\]/g, (call, offset: number, all: string) => (all[offset - 1] === '\\' ? call : '')),
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
/** How far into a document, of ten thousand parts: a fraction from `fc.double` is nearly always at its beginning. */
const share = fc.integer({ min: 0, max: 9_999 }).map((parts) => parts / 10_000);
const mutation = fc.record({
  at: share,
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

const byNumber = /&#x([\da-f]+);/g;
const resolved = (_: string, code: string): string => String.fromCodePoint(parseInt(code, 16));

/** Any character of Unicode, bare or by a reference, at any place of a document. */
const anyCharacter = fc
  .tuple(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x10ffff })), fc.boolean())
  .map(([code, byReference]) => (byReference ? `&#x${code.toString(16)};` : String.fromCodePoint(code)));
const withCharacters = fc
  .tuple(mutated, fc.array(fc.tuple(share, anyCharacter), { maxLength: 3 }))
  .map(([text, characters]) =>
    characters.reduce((result, [at, character]) => {
      const place = Math.floor(at * result.length);
      return result.slice(0, place) + character + result.slice(place);
    }, text),
  );

/** The bytes of a document, some of them others, as a program reads them that does not say so. */
const withBytes = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, changes]) => {
    const bytes = Buffer.from(text);
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    return bytes.toString('utf8');
  });

/** Elements one in the other, opened and closed as they come. */
const structure = fc
  .array(
    fc.constantFrom(
      '<Section>\n\n',
      '</Section>\n\n',
      '<Quoted>\n\n',
      '</Quoted>\n\n',
      '<Sic>',
      '</Sic>',
      '<Supplied>',
      '</Supplied>',
      '<Signature>',
      '</Signature>',
      '<PageBreak n="3"/>',
      '<Break/>',
      '*',
      '**',
      '> ',
      '- ',
      '1. ',
      '    ',
      '\n',
      '\n\n',
      'words ',
      'a',
      '| a | b |\n|---|---|\n',
      '# x\n\n',
      '[^1]',
      '{/* c */}',
      '&amp;',
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => `${front}Words.\n\n${parts.join('')}`);

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

  test.each([
    ['characters', withCharacters],
    ['bytes', withBytes],
    ['structure', structure],
  ])(
    'whatever becomes of its %s, a document is reported, or text, page and TEI have every character of it',
    (_, made) => {
      fc.assert(
        fc.property(made, (text) => {
          const read = readDocument(text);
          if (read.messages.length > 0) return;
          const { heading, body, notes } = read;
          const [above, below] = [true, false].map((isAbove) =>
            read.callsInRecord.filter((one) => one.isAbove === isAbove).map(({ call }) => call),
          );
          // The calls of the record's lines stand there and after the heading.
          const called = heading.map((line, index) =>
            index < heading.length - 1 ? line : [...line, ...(below ?? [])],
          );
          const unlined = { ...telegram([...body], [...notes]), heading: called };
          const lines = { fileLine: [...lineOf(unlined, 'fileLine'), ...(above ?? [])] };
          const document = assignAnchors({ ...unlined, lines });
          expect(lettersOf(characters(read))).toBe(letters(text.replace(byNumber, resolved)));
          expect(printedFromTei(tei(publicationOf(document)))).toBe(plainText(document));
          expect(documentHtml(document, (id) => `/documents/${id}/`).heading).not.toBe('');
        }),
        { numRuns: 200 },
      );
    },
  );
});
