import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { markerFile } from '../../src/integration/output-folder.ts';
import { buildEdition } from '../setup/edition-build.ts';

const aBuild = 120_000;

interface Fixture {
  /** A folder to work in. */
  folder: string;
  /** A copy of this edition's content, to be spoilt. */
  content: string;
  /** The folder of the last good site. */
  site: string;
}

beforeEach<Fixture>((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(context.folder, { recursive: true }));
  context.content = join(context.folder, 'content');
  context.site = join(context.folder, 'site');
  cpSync('content', context.content, { recursive: true });
  mkdirSync(context.site);
  writeFileSync(join(context.site, 'index.html'), 'the last good site');
  writeFileSync(join(context.site, markerFile), '');
});

/** The build ended in plain words, and left the last good site and nothing else of its own. */
function expectFailure({ folder, site }: Fixture, code: number, output: string): void {
  expect(code, output).toBe(1);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('the last good site');
  expect(readdirSync(site)).toEqual([markerFile, 'index.html']);
  const left = readdirSync(folder).filter((name) => !['content', 'site', 'site.cache'].includes(name));
  expect(left).toEqual([]);
}

test<Fixture>(
  'a document with a problem stops the build before anything is built',
  { timeout: aBuild },
  async (context) => {
    const file = join(context.content, 'documents/moscow-1936-39.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^fileNumber:.*$/m, ''));
    const { code, output } = await buildEdition(context.site, { CONTENT_DIR: context.content });
    expectFailure(context, code, output);
    expect(output).toMatch(/moscow-1936-39\.mdx:\d+:\d+ /);
    expect(output).toContain('fileNumber');
    expect(output).toContain('The content has problems, so nothing was built.');
  },
);

test<Fixture>('a content folder that is not there stops it', { timeout: aBuild }, async (context) => {
  const { code, output } = await buildEdition(context.site, {
    CONTENT_DIR: join(context.folder, 'nowhere'),
  });
  expectFailure(context, code, output);
  expect(output).toContain('nowhere');
});

test<Fixture>('a page that cannot be built stops it, in Astro’s words', { timeout: aBuild }, async (context) => {
  writeFileSync(join(context.content, 'prose/about.mdx'), '---\ntitle: x\nsummary: y\n---\n\n<Missing />\n');
  const { code, output } = await buildEdition(context.site, { CONTENT_DIR: context.content });
  expectFailure(context, code, output);
  expect(output).toContain('Missing');
});

test<Fixture>('a build that is stopped midway tidies up', { timeout: aBuild }, async (context) => {
  const stop = new AbortController();
  const build = buildEdition(context.site, { CONTENT_DIR: context.content }, stop.signal);
  while (!readdirSync(context.folder).some((name) => name.includes('.next-'))) {
    await setTimeout(50);
  }
  stop.abort();
  const { code, output } = await build;
  expectFailure(context, code, output);
  expect(output).toContain('Stopped; nothing was changed.');
});

test<Fixture>('an output folder that cannot be made is named', { timeout: aBuild }, async (context) => {
  const file = join(context.site, 'index.html');
  const { code, output } = await buildEdition(join(file, 'site'), {
    CONTENT_DIR: context.content,
  });
  expectFailure(context, code, output);
  expect(output).toContain('a file stands where a folder is expected');
});

test<Fixture>('an output folder that holds something else is left alone', { timeout: aBuild }, async (context) => {
  const { code, output } = await buildEdition(context.content, { CONTENT_DIR: context.content });
  expectFailure(context, code, output);
  expect(output).toContain('holds something other than a built site');
});
