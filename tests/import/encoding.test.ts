/** What the Office of the Historian's rules of encoding let a document contain: each in an invented one. */
import { describe, expect, test } from 'vitest';
import { toTree } from '../../src/import/to-tree.ts';
import { elementOf, headed, written } from './volume.ts';

/** What stands in the file under the heading, where the body of a document is that. */
const bodyOf = async (body: string): Promise<string> =>
  (await written(headed('Paper', body))).replace('# Paper\n\n', '').trimEnd();
const notCarried = async (body: string) => toTree(await elementOf(headed('Paper', body)), 'frus1899v09').notCarried;

describe('words are set apart as the volume sets them:', () => {
  test.each([
    ['H<hi rend="sub">2</hi>O', 'H<Subscript>2</Subscript>O'],
    ['<hi rendition="#underline">by no means</hi>', '<Underline>by no means</Underline>'],
    ['<hi rend="bold italic">both</hi>', '**_both_**'],
    ['<hi rend="italic">The <hi rend="roman">Lusitania</hi> sank</hi>', '*The* Lusitania *sank*'],
  ])('%s', async (words, expected) => {
    expect(await bodyOf(`<p>${words}</p>`)).toBe(expected);
    expect([...(await notCarried(`<p>${words}</p>`))]).toEqual([]);
  });

  test('all of a paragraph too', async () => {
    expect(await bodyOf('<p rend="strong">One<note n="1">N.</note></p><p rend="italic">two</p>')).toBe(
      '**One[^1]**\n\n*two*\n\n[^1]: N.',
    );
  });

  test('roman in words that nothing sets apart is counted, since a heading may', async () => {
    const title = '<p rend="sectiontitleital">Sources for <hi rend="roman">The Trade</hi></p>';
    expect(await bodyOf(title)).toBe('<Subheading>Sources for The Trade</Subheading>');
    expect([...(await notCarried(title))]).toEqual([['hi roman', 1]]);
  });
});

test('words that were struck out or written in have their marks, but for one in itself', async () => {
  const struck =
    '<p>a <del rend="strikethrough">b <add>c</add></del> <hi rend="strikethrough">d</hi> <del>e <del>f</del></del></p>';
  expect(await bodyOf(struck)).toBe(
    'a <Deleted>b <Added>c</Added></Deleted> <Deleted>d</Deleted> e <Deleted>f</Deleted>',
  );
  expect([...(await notCarried(struck))]).toEqual([['Deleted in itself', 1]]);
});

test('words in another language are marked with it, a whole paragraph too; English is not', async () => {
  expect(
    await bodyOf('<p xml:lang="fr" rend="flushleft">Bonjour.</p><p xml:lang="en">A <seg xml:lang="de">Wort</seg></p>'),
  ).toBe(
    '<Paragraph align="left"><Foreign lang="fr">Bonjour.</Foreign></Paragraph>\n\nA <Foreign lang="de">Wort</Foreign>',
  );
});

describe('a reference leads', () => {
  const at = 'https://history.state.gov/historicaldocuments/frus';
  test.each([
    ['#d5at1', `${at}1899v09/d5`],
    ['#in_A1', `${at}1899v09/index#in_A1`],
    ['frus1950v01#pg_IV', `${at}1950v01/pg_IV`],
  ])('by %s to %s', async (target, address) => {
    expect(await bodyOf(`<p><ref target="${target}">x</ref></p>`)).toBe(`<Ref to="${address}">x</Ref>`);
  });

  test.each(['#d5 #d6', 'frus1950v01/d5', '/d5', 'mailto:a@example.org', ''])('nowhere by “%s”', async (target) => {
    expect(await bodyOf(`<p><ref target="${target}">x</ref></p>`)).toBe('x');
    expect([...(await notCarried(`<p><ref target="${target}">x</ref></p>`))]).toEqual([['ref', 1]]);
  });
});

test('spaces and line ends at the edges of italics and references stand outside them, and none is lost', async () => {
  const words =
    'see<ref target="#d5"> Document 5 </ref>and<hi rend="italic"><lb/>a<lb/></hi>b <ref target="#d5"><hi rend="bold">c<lb/></hi></ref>d';
  const ref = (inner: string) =>
    `<Ref to="https://history.state.gov/historicaldocuments/frus1899v09/d5">${inner}</Ref>`;
  expect(await bodyOf(`<p>${words}</p>`)).toBe(
    `see ${ref('Document 5')} and<Break/>*a*<Break/>b ${ref('**c**')}<Break/>d`,
  );
});

test('a reference without words is no reference, and is counted', async () => {
  const words = '<p>a <ref target="#d5"/>b<ref target="#d5"> </ref>c</p>';
  expect(await bodyOf(words)).toBe('a b c');
  expect([...(await notCarried(words))]).toEqual([['Ref without words', 2]]);
});
