import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { formatProblem } from '../../src/edition/problems.ts';
import astroConfig from '../../astro.config.mjs';
import { proseNames, readProse } from '../../src/loader/read-prose.ts';

const about = '---\ntitle: About\nsummary: What it is.\n---\n\nWords of *the* edition.\n';
let folder = '';
const write = (name: string, text: string) => writeFile(join(folder, `prose/${name}.mdx`), text);
/** The page “about” as it is read, and what is said of it, when this is its file. */
const read = async (text: string) => {
  await write('about', text);
  const { pages, problems } = readProse(folder);
  return { page: pages.find(({ address }) => address === '/about/'), problems: problems.map(formatProblem) };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prose-'));
  await mkdir(join(folder, 'prose'));
});
beforeEach(() => Promise.all(proseNames.map((name) => write(name, about))));
afterAll(() => rm(folder, { recursive: true }));

test('a page is read alike with Windows line ends and a byte-order mark', async () => {
  const page = { address: '/about/', title: 'About', text: 'Words of the edition.' };
  for (const text of [about, `\uFEFF${about.replaceAll('\n', '\r\n')}`])
    expect(await read(text)).toEqual({ page, problems: [] });
});

test('a page that the site does not have is not read for search', async () => {
  await write('thanks', about);
  expect(readProse(folder).pages.map(({ address }) => address)).toEqual(proseNames.map((name) => `/${name}/`));
});

test('a page that is missing is a problem', async () => {
  await rm(join(folder, 'prose/citing.mdx'));
  expect(readProse(folder).problems).toMatchObject([
    { code: 'file-missing', file: join(basename(folder), 'prose/citing.mdx') },
  ]);
});

test('a page may have components, code and imports', async () => {
  const code = "import { a } from './a.js'\n\n<MarksTable of={a} /> {'{'} <b>bold</b> {`}`}\n\n```\n{ <\n```\n";
  expect((await read(about + code)).problems).toEqual([]);
});

test.each([
  ['a brace that is not closed', '\nA {brace.\n', '8:10', 'Unexpected end of file in expression'],
  ['a tag that is not closed', '\n<Table>\n\nWords.\n', '8:1', 'Expected a closing tag for `<Table>`'],
  ['what is no JavaScript', '\nWords {a b}.\n', '8:9', 'Could not parse expression with acorn'],
])('%s is a problem at its place', async (_, added, place, reason) => {
  const { problems } = await read(about + added);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`prose/about.mdx:${place} syntax`);
  expect(problems[0]).toContain(reason);
  expect(problems[0]).toContain('if a sign < or { is meant as a sign, write \\< or \\{.');
  const windows = await read((about + added).replaceAll('\n', '\r\n'));
  expect(windows.problems).toEqual(problems);
});

test('every component that nobody gives is a problem at its place, with the name that was probably meant', async () => {
  const named =
    "\nimport Own from './Own.astro'\n\n<Own /> <Contacts /> <b />\n\n{[1].map((Item) => <Item><Other /></Item>)}\n";
  const { problems } = await read(about + named);
  expect(problems).toEqual([
    expect.stringContaining('prose/about.mdx:10:9 component-unknown'),
    expect.stringContaining('prose/about.mdx:12:26 component-unknown'),
  ]);
  expect(problems[0]).toContain('found:    <Contacts>');
  expect(problems[0]).toContain('to mend:  Did you mean <Contact>? Correct the name, or import');
  expect(problems[1]).toContain('to mend:  Correct the name, or import');
});

test('no page of this edition says what it or another has said already', () => {
  const { pages } = readProse('content');
  const words = pages.flatMap(({ text }) => text.split(/\s+/));
  const runs = words.map((_, index) => words.slice(index, index + 12).join(' '));
  expect(runs.filter((run, index) => runs.indexOf(run) < index)).toEqual([]);
});

// By default it makes other quotation marks and dashes of them, and joins words across line ends.
test('Astro changes no sign of a page and joins no words', async () => {
  const renderer = await astroConfig.markdown?.processor?.createRenderer({});
  const words = '"its" -- ... it\'s ~one~';
  expect((await renderer?.render(words))?.code).toBe(`<p>${words}</p>`);
  expect(astroConfig.compressHTML).toBe(true);
});
