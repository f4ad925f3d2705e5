import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignments, emphasisTypes } from '../../src/edition/document.ts';
import { setPieces } from '../../src/edition/set-pieces.ts';
import type { Block, DocumentText, Inline, Note } from '../../src/edition/document.ts';
import { marks } from '../../src/edition/marks.ts';
import { divisions } from '../../src/edition/set-pieces.ts';
import { blocksIn, callsIn, wordsIn } from '../../src/edition/walk.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { writeDocument } from '../../src/markdown/write-document.ts';
import { anyInline, anyTable } from '../fixtures/publications/arbitrary.ts';
import { call, emphasis, mark, note, paragraph, set, strong, table, words } from '../fixtures/publications/tree.ts';

const front = 'kind: telegram\n';
const folder = fileURLToPath(new URL('../fixtures/documents', import.meta.url));

/** A tree without its places in the file and its anchors. */
const bare = ({ heading, body, notes }: DocumentText): unknown =>
  JSON.parse(
    JSON.stringify({ heading, body, notes }, (key, value: unknown) =>
      key === 'at' || key === 'anchor' ? undefined : value,
    ),
  );

/** What the reader finds in what the writer wrote. */
function readBack(text: DocumentText, record = front): { messages: unknown; tree: unknown } {
  const read = readDocument(writeDocument(record, text));
  return { messages: read.messages, tree: bare(read) };
}

const document = (...body: Block[]): DocumentText => ({ heading: [words('A heading')], body, notes: [] });

describe('what the reader gives of a fixture is read again from what the writer makes of it:', () => {
  test.each(readdirSync(folder))('%s', (situation) => {
    const read = readDocument(readFileSync(`${folder}/${situation}/input.mdx`, 'utf8'));
    expect(readBack(read, read.frontmatter?.text)).toEqual({ messages: [], tree: bare(read) });
  });
});

const signs = [
  ...Array.from('*_`~<>{}[]()#+-.!|\\&;:"\'/=^$@,?%'),
  ...['  ', ' ', ' ', 'a', 'B', '7', '1. ', '2) ', '[^1]', '](', ']:', '~~', '&amp;', '- ', '[x] ', '<Sic>', '{/* */}'],
  ...[
    'import x',
    'export ',
    'www.a.b',
    'http://a.b',
    'x@y.z',
    '---',
    '***',
    '“',
    '—',
    '…',
    'é',
    'Ж',
    '滿',
    '📜',
    '\u00A0',
    '°',
  ],
];
const text = fc
  .array(fc.constantFrom(...signs), { minLength: 1, maxLength: 6 })
  .map((parts): Inline => ({ type: 'text', value: parts.join('') }));

/** Words of every kind, as they fall; `settled` makes of them what a reader can give. */
const inline = anyInline(text, fc.constant(call('1')), { minLength: 1, maxLength: 4 }, 6);

const isVisible = (inline: Inline): boolean =>
  inline.type === 'text' ? /\S/.test(inline.value) : 'children' in inline && inline.children.some(isVisible);

/** Words as a reader gives them: neighbouring text joined, no mark without words or in itself, no space beside a break. */
function settled(given: readonly Inline[], inside: readonly string[] = []): Inline[] {
  const result: Inline[] = [];
  for (let one of given) {
    if ('children' in one) {
      const name = one.type === 'mark' ? one.name : one.type;
      const children = settled(one.children, [...inside, name]);
      const isEmpty = one.type === 'mark' && marks[one.name].content === 'empty';
      if (!isEmpty && (inside.includes(name) || !children.some(isVisible))) continue;
      one = { ...one, children };
    }
    const last = result.at(-1);
    if (one.type === 'break' && last?.type === 'text') {
      const value = last.value.replace(/ +$/, '');
      result.splice(-1, 1, ...(value === '' ? [] : words(value)));
    }
    if (one.type === 'text') {
      const value = result.at(-1)?.type === 'break' ? one.value.replace(/^ +/, '') : one.value;
      const before = result.at(-1);
      if (value === '') continue;
      if (before?.type === 'text') result.splice(-1, 1, { type: 'text', value: before.value + value });
      else result.push({ type: 'text', value });
    } else result.push(one);
  }
  return result;
}

/** A line of words: without a space at its ends, and with something to see. */
const line = fc
  .array(inline, { minLength: 1, maxLength: 5 })
  .map((given) => {
    const all = settled(given);
    const edge = (one: Inline | undefined, space: RegExp): boolean => one?.type === 'text' && space.test(one.value);
    while (edge(all[0], /^\s+$/)) all.shift();
    while (edge(all.at(-1), /^\s+$/)) all.pop();
    return all.map((one, index): Inline => {
      if (one.type !== 'text') return one;
      const start = index === 0 ? one.value.replace(/^\s+/, '') : one.value;
      return { type: 'text', value: index === all.length - 1 ? start.replace(/\s+$/, '') : start };
    });
  })
  .filter((all) => all.some(isVisible));

const block: fc.Arbitrary<Block> = fc.letrec<{ one: Block; many: Block[] }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { arbitrary: line.map((given): Block => paragraph(...given)), weight: 4 },
    fc
      .tuple(
        fc.constantFrom(...Object.values(setPieces).map(({ role }) => role)),
        fc.constantFrom(undefined, ...alignments),
        line,
      )
      .map(([role, align, given]): Block => ({ ...set(role, ...given), ...(align && { align }) })),
    fc
      .tuple(fc.constantFrom('', '.', ')'), fc.array(tie('many'), { minLength: 2, maxLength: 3 }))
      .map(([sign, items]): Block => ({
        type: 'list',
        items: items.map((children, index) => ({ marker: sign === '' ? '' : `${index * 2 + 1}${sign}`, children })),
      })),
    anyTable(fc.oneof(line, fc.constant<Inline[]>([])), true),
    tie('many').map((children): Block => ({ type: 'quotation', children })),
    fc
      .tuple(
        fc.constantFrom(...Object.values(divisions).map(({ kind }) => kind)),
        fc.array(line, { maxLength: 2 }),
        tie('many'),
      )
      .map(([kind, heading, children]): Block => ({ type: 'division', kind, heading, children })),
  ),
  many: fc.array(tie('one'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' }),
})).one;

/** A document of such blocks, with a note of its own for every call, as the labels go in the volumes. */
const anyText = fc
  .record({
    heading: fc.array(line, { minLength: 1, maxLength: 2 }),
    // A numbered list is not the first of a document: the reader takes its number for that of a telegram.
    body: fc.array(block, { maxLength: 4 }).map((blocks) => [paragraph('First.'), ...blocks]),
    noteBlocks: fc.array(fc.array(block, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  })
  .map(withNotes);

/** Calls and notes that belong together: every call has a label and a note of its own. */
function withNotes({
  heading,
  body,
  noteBlocks,
}: Pick<DocumentText, 'heading' | 'body'> & { noteBlocks: Block[][] }): DocumentText {
  let calls = 0;
  const labels = ['56', '57a', '2.56', '*', 'a', '2.*', '††', 'b'];
  const relabelled = <Given>(given: Given, may: boolean): Given =>
    JSON.parse(JSON.stringify(given), (_key, value: Partial<Inline> | null) => {
      if (value?.type !== 'note-reference') return value;
      calls += 1;
      return may ? { ...value, label: labels[calls - 1] ?? String(99 + calls) } : { type: 'text', value: 'x' };
    }) as Given;
  const text = { heading: relabelled(heading, true), body: relabelled(body, true) };
  const called = [...text.heading.flatMap(callsIn), ...wordsIn(text.body).flatMap(callsIn)];
  const notes = called.map(({ label }, index): Note => {
    const children = relabelled(noteBlocks[index % noteBlocks.length] ?? [], false);
    return note(label, ...joinedTexts(children));
  });
  return { ...text, notes };
}

/** Blocks whose words are settled again, after a call in them became a letter. */
function joinedTexts<Given>(given: Given): Given {
  return JSON.parse(JSON.stringify(given), (_key, value: unknown) => {
    const inlines =
      Array.isArray(value) &&
      value.every((one) => ['text', ...emphasisTypes, 'mark', 'break'].includes((one as Inline | null)?.type ?? ''));
    return inlines ? settled(value as Inline[]) : value;
  }) as Given;
}

/** Holds that a tree is read again; gives what was written. */
function holds(text: DocumentText): string {
  const written = writeDocument(front, text);
  const read = readDocument(written);
  expect(read.messages, written).toEqual([]);
  expect(bare(read), written).toEqual(bare(text));
  return written;
}

// Each tree is written and parsed: the time allowed is for a machine that is busy.
describe('whatever the tree, it is read again from what is written:', { timeout: 240_000 }, () => {
  test('words, marks and italics', () => {
    let starred = 0;
    fc.assert(
      fc.property(line, (given) => {
        const text = withNotes({ heading: [given], body: [paragraph(...given)], noteBlocks: [[paragraph(...given)]] });
        if (!/<(?:Italic|Bold)>/.test(holds(text))) starred += 1;
      }),
      { numRuns: 1500 },
    );
    expect(starred).toBeGreaterThan(750);
  });

  test('plain words with the signs of Markdown close together', () => {
    const sign = fc.constantFrom(...'ab1 .)(\\`*_{}<>~[]^&;#|=+-"!:'.split(''));
    const plain = fc
      .array(sign, { minLength: 1, maxLength: 24 })
      .map((signs) => signs.join('').replace(/ +/g, ' ').trim())
      .filter((given) => given !== '');
    fc.assert(
      fc.property(plain, (given) => void holds(document(paragraph(given)))),
      { numRuns: 3000 },
    );
  });

  test('lists, tables, quotations, parts and notes', () => {
    fc.assert(
      fc.property(anyText, (text) => void holds(text)),
      { numRuns: 250 },
    );
  });
});

describe('what Markdown would take for its own is written so that it stays text', () => {
  test.each([
    '39. The usual emissary',
    '* * *',
    '- not a list',
    '# not a heading',
    '> not a quotation',
    '= not an underline',
    '| not | a table |',
    '[^9] is no note, and [a](b) no link, [a][b] neither, [a]: b no more',
    '<tag> {braces} `ticks` *stars* _lines_ ~~waves~~ back\\slash &amp; 2*3*4 a_b_c',
    '[Received January 31—2:55 p.m.]',
  ])('%s', (given) => void holds(document(paragraph(given))));
});

test('a note may hold a list', () => {
  const list: Block = {
    type: 'list',
    items: ['1.', '2.', '3.'].map((marker) => ({ marker, children: [paragraph(marker)] })),
  };
  const text = { ...document(paragraph('a', call('1'))), notes: [note('1', paragraph('b'), list)] };
  expect(readBack(text)).toEqual({ messages: [], tree: bare(text) });
});

describe('italic and bold words', () => {
  test.each([
    ['one in the other', [emphasis('a ', strong('b'), ' c')], '*a <Bold>b</Bold> c*'],
    ['one after the other', [emphasis('a'), emphasis('b')], '*a*<Italic>b</Italic>'],
    ['between brackets', words('(', emphasis('“a”'), ')'), '(*“a”*)'],
    ['before a full stop', words('see ', emphasis('Ibid.'), ', p. 3'), 'see *Ibid.*, p. 3'],
    ['inside a word', words('3', emphasis('a')), '3<Italic>a</Italic>'],
    ['with a space at an edge', words('a ', strong(' b')), 'a <Bold> b</Bold>'],
    ['three deep', [emphasis('a ', strong('b ', emphasis('c')))], '*a <Bold>b <Italic>c</Italic></Bold>*'],
  ])('%s', (_situation, given, expected) => {
    expect(writeDocument(front, document(paragraph(...given)))).toBe(
      `---\n${front}---\n\n# A heading\n\n${expected}\n`,
    );
  });
});

test('a document looks as an editor would write it', () => {
  const text: DocumentText = {
    heading: [words(emphasis('The Chargé'), ' to the Secretary'), words('Second line')],
    body: [
      set('opener', 'No. 7'),
      paragraph('39. The usual ', mark('Person', { id: 'hull-cordell' }, 'Mr. Hull'), call('56'), ' [Received—2 p.m.]'),
      {
        type: 'list',
        items: [
          { marker: '1.', children: [paragraph('a'), paragraph('b')] },
          { marker: '2.', children: [paragraph('c')] },
        ],
      },
      {
        type: 'list',
        items: [
          { marker: '1.', children: [paragraph('d')] },
          { marker: '2.', children: [paragraph('e')] },
        ],
      },
      { type: 'quotation', children: [paragraph('“f'), paragraph('g”')] },
      table(['h', 'i'], ['j|k', '']),
      { type: 'division', kind: 'enclosure', heading: [words('Enclosure #')], children: [paragraph('import is free')] },
    ],
    notes: [note('56', paragraph('One.'), { type: 'quotation', children: [paragraph('two')] })],
  };
  expect(writeDocument(front, text)).toBe(`---
kind: telegram
---

# *The Chargé* to the Secretary
# Second line

<Opener>No. 7</Opener>

39\\. The usual <Person id="hull-cordell">Mr. Hull</Person>[^56] [Received—2 p.m.]

1. a

   b
2. c

{/* */}

1. d
2. e

> “f
>
> g”

| h | i |
| :-- | --: |
| j\\|k |  |

<Enclosure>

# Enclosure \\#

&#x69;mport is free

</Enclosure>

[^56]: One.

    > two
`);
  expect(blocksIn(text.body).length).toBe(blocksIn(readDocument(writeDocument(front, text)).body).length);
});
