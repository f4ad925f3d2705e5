import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { charactersOfTree, firstDifference } from '../../src/import/fidelity.ts';
import { charactersOf, documentsOf, readVolume } from '../../src/import/read-volume.ts';
import { toTree } from '../../src/import/to-tree.ts';
import { textOf } from '../../src/edition/text.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { writeDocument } from '../../src/markdown/write-document.ts';
import { words } from '../fixtures/publications/tree.ts';
import { inventedXml } from './volume.ts';

const documents = documentsOf(await readVolume([inventedXml]));
const written = (number: number): string => {
  const document = documents[number - 1];
  if (document === undefined) throw new Error(`The invented volume has no document ${number}.`);
  return writeDocument('kind: note', toTree(document.element, 'frus1899v09')).replace(/^---[^]*?---\n\n/, '');
};

describe('no character of a document of the volume is lost on the way to the tree:', () => {
  test.each(documents)('$id', ({ element }) => {
    const tree = toTree(element, 'frus1899v09');
    expect(firstDifference(charactersOf(element), charactersOfTree(words(tree.fileLine), tree))).toBeUndefined();
  });
});

describe('and none from there to the file and back, where the reader knows its signs:', () => {
  test.each(documents.filter(({ id }) => id !== 'd11'))('$id', ({ element }) => {
    const tree = toTree(element, 'frus1899v09');
    const read = readDocument(writeDocument('kind: note', tree));
    expect(read.messages).toEqual([]);
    expect(firstDifference(charactersOf(element), charactersOfTree(words(tree.fileLine), read))).toBeUndefined();
  });
});

test('a document is written as an editor would write it', () => {
  expect(written(1)).toMatchInlineSnapshot(`
    "# *The Chargé in Ruritania* (*Gilbert*) *to the Secretary of State*

    <Opener>[Paraphrase]</Opener>

    <Dateline><SmallCaps>Strelsau</SmallCaps>, February 3, 1899—5 p.m.</Dateline>

    <Received>[Received February 3—2:55 p.m.[^2]]</Received>

    39\\. The harvest[^2a] is as good as that of its [*their*] neigh<PageBreak n="2"/>bours, 4[48] bushels, not [then?] counted; see <Ref to="https://history.state.gov/historicaldocuments/frus1899v09/pg_1">*ante*, p. 1</Ref>.

    It was said:

    > “Grain \\* is \\{good\\} & cheap”
    >
    > <Paragraph align="right">A. Miller,<Break/>Strelsau.”</Paragraph>

    and this was repeated.

    . . . . . . .

    <Signature><SmallCaps>Gilbert</SmallCaps></Signature>

    [^2]: Telegram in two sections.

    [^2a]: *Ibid.*, p. 9.
    "
  `);
  expect(written(2)).toMatchInlineSnapshot(`
    "# *The Secretary of State to the Chargé in Ruritania* (*Gilbert*)[^3]

    <Dateline><SmallCaps>[Washington</SmallCaps>,] March 7, 1899.</Dateline>

    <Opener>No. 40</Opener>

    <SmallCaps>Sir</SmallCaps>: These are the points:

    - 1\\. The first,[^*] with

      - (*a*) one
      - <PageBreak n="3"/>(*b*) two

        and a half
    - 2\\. the second.

    |  |  |
    | --- | --: |
    | Grain | 1,000 |
    | Straw<Break/>and hay |  |
    | Total *unknown* | <Across/> |

    Very truly yours,

    <Closer>For the Secretary of State:</Closer>

    <Signature>A. <SmallCaps>Clerk</SmallCaps><Break/>*Chief of Division*</Signature>

    <Postscript>

    [For an answer, see p. 4.]

    </Postscript>

    <Enclosure>

    # <PageBreak n="4"/>[Enclosure—Translation]
    # Act of Nowhere

    <Subheading><SmallCaps>Article</SmallCaps> 1</Subheading>

    It is agreed[^2.3] on the 1<Superscript>st</Superscript> day.

    </Enclosure>

    [^3]: Sent by bag.

    [^*]: A sign. [Footnote in the original.]

    [^2.3]: A second note 3.
    "
  `);
});

test('what the tree cannot say is counted by kind', async () => {
  const counted = async (xml: string) => {
    const [, second] = documentsOf(await readVolume([xml]));
    return second && Object.fromEntries(toTree(second.element, 'frus1899v09').notCarried);
  };
  expect(await counted(inventedXml)).toEqual({});
  const strange = inventedXml
    .replace('"superscript"', '"overline"')
    .replace('<cell cols="2">', '<cell cols="2" rows="2">');
  expect(await counted(strange)).toEqual({ 'cell over rows': 1, 'hi overline': 1 });
});

test('where two texts part, both are shown from there', () => {
  expect(firstDifference('abc', 'abc')).toBeUndefined();
  expect(firstDifference('a harvest is good', 'a harvest was good')).toEqual({
    source: 'a harvest is good',
    ours: 'a harvest was good',
  });
});

test('headings of lists and tables, verse, citations and second lines of a heading stay what they are', async () => {
  const [first] = documentsOf(await readVolume([readFileSync('tests/fixtures/volume/reviewed.xml', 'utf8')]));
  const { body, notCarried } = toTree(first?.element ?? expect.fail('There is no document.'), 'frus1899v10');
  const roles = body.map((block) =>
    block.type === 'paragraph' ? `${block.role}: ${textOf(block.children)}` : block.type,
  );
  expect(roles).toEqual([
    'dateline: Washington, January 29, 1899.',
    'subheading: SUBJECT',
    'list',
    'text: 1. Situation. The NSC met.',
    'subheading: Background',
    expect.stringMatching(/^text: There is 2 and H2O/),
    'quotation',
    'quotation',
    'text: A picture',
    'list',
    'text: A line of verse, and another.',
    'subheading: Table 1',
    'table',
    'signature: Rudolf A. Gilbert',
    'division',
  ]);
  const enclosure = body.at(-1);
  expect(enclosure?.type === 'division' && enclosure.heading.map((line) => textOf(line))).toEqual([
    'Attachment',
    'Paper Prepared by the Staff',
  ]);
  expect([...notCarried.keys()]).toContain('cit');
});
