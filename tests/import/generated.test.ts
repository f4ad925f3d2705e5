/** Whatever a document holds that the Office's schema lets stand in one, it is imported whole. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toTree } from '../../src/import/to-tree.ts';
import { textOf } from '../../src/edition/text.ts';
import { wordsIn } from '../../src/edition/walk.ts';
import { elementOf, headed, written } from './volume.ts';

const element = (name: string, inside: fc.Arbitrary<string>, attributes: fc.Arbitrary<string> = fc.constant('')) =>
  fc.tuple(attributes, inside).map(([said, words]) => `<${name}${said && ` ${said}`}>${words}</${name}>`);
const several = (one: fc.Arbitrary<string>, between = ['', ' ', '\n']) =>
  fc.tuple(fc.array(one, { maxLength: 4 }), fc.constantFrom(...between)).map(([all, space]) => all.join(space));
const rends = (...values: readonly string[]) => fc.constantFrom('', ...values.map((value) => `rend="${value}"`));

type Kind = 'word' | 'note' | 'phrase' | 'inter' | 'block' | 'blocks' | 'end' | 'ends';
/** The content of paragraphs, blocks and the ends of a document, as the schema nests them. */
const { ends, blocks } = fc.letrec<Record<Kind, string>>((tie) => {
  const phrases = several(tie('phrase'));
  const mixed = several(fc.oneof({ weight: 4, arbitrary: tie('phrase') }, tie('inter')));
  const points = several(
    fc.oneof(element('item', mixed), element('label', phrases), fc.constant('<pb n="7"/>'), tie('note')),
  );
  const cells = several(
    element('cell', mixed, fc.constantFrom('', 'cols="2"', 'rows="2"', 'role="label"', 'role="num"')),
  );
  const lines = several(
    fc.oneof(tie('phrase'), ...['dateline', 'salute', 'signed', 'seg', 'byline'].map((name) => element(name, phrases))),
  );
  return {
    word: fc.constantFrom('Alpha', ' beta,', '39. ', '[sic]', '“x”', '*', '#', '5', ': ', '&amp;', '-', '|', '{', '\\'),
    note: element('note', phrases, fc.constantFrom('n="1"', 'n="*"', 'n="a"', 'n="[2]"', 'xml:id="d1fn3"')),
    phrase: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('word'),
      element('hi', phrases, rends('italic', 'strong', 'smallcaps', 'roman', 'sub', 'bold italic')),
      element('ref', phrases, fc.constantFrom('target="#d1"', 'target="x"')),
      ...['persName', 'del', 'unclear', 'title', 'seg'].map((name) => element(name, phrases)),
      fc.constantFrom('<lb/>', '<pb n="5"/>', '<gap/>', '<graphic url="m"/>'),
      tie('note'),
    ),
    inter: fc.oneof(
      { depthSize: 'small' },
      element('list', points, fc.constantFrom('', 'type="participants"')),
      element('table', several(element('row', cells, fc.constantFrom('', 'role="label"')))),
      element('quote', mixed, rends('blockquote')),
      element('lg', several(element('l', phrases))),
      element('figure', element('head', phrases)),
    ),
    block: fc.oneof(element('p', mixed, rends('center', 'right', 'italic', 'flushleft')), tie('inter')),
    blocks: several(tie('block'), ['', '\n']),
    end: fc.oneof(
      { depthSize: 'small' },
      element('closer', lines),
      element('postscript', tie('blocks')),
      ...['frus:attachment', 'div'].map((name) =>
        fc
          .tuple(phrases, tie('blocks'), tie('ends'))
          .map(([head, body, after]) => `<${name}><head>${head}</head>${body}${after}</${name}>`),
      ),
    ),
    ends: several(tie('end'), ['']),
  };
});

test('every character of a generated document comes back from its file', async () => {
  await fc.assert(
    fc.asyncProperty(blocks, ends, async (body, end) => {
      await written(headed('Paper', `${body}<p>x</p>${end}`));
    }),
    { numRuns: 60 },
  );
});

test('and words that stand in lines of their own are never joined', async () => {
  const line = fc.constantFrom('p', 'item', 'cell', 'l', 'head', 'byline', 'figDesc', 'dateline');
  await fc.assert(
    fc.asyncProperty(
      line,
      line,
      fc.constantFrom('closer/signed', 'p', 'figure', 'head', 'opener'),
      async (one, other, path) => {
        const names = path.split('/');
        const inside = `<${one}>Alpha</${one}><${other}>Beta</${other}>`;
        const content = names.reduceRight((words, name) => `<${name}>${words}</${name}>`, inside);
        const element = await elementOf(names[0] === 'head' ? `${content}<p>x</p>` : headed('Paper', content));
        const { heading, body } = toTree(element, 'frus1899v09');
        expect([...heading, ...wordsIn(body)].map((words) => textOf(words)).join('\n')).not.toContain('AlphaBeta');
      },
    ),
  );
});
