import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildEdition } from '../setup/edition-build.ts';
import { siteFolder } from '../setup/site.ts';
import { filesOf } from './built-site.ts';

test('two builds, in two folders, are byte for byte the same', { timeout: 120_000 }, async () => {
  const again = join(makeScratch(), 'again');
  await build(again);
  expectSame(again, siteFolder);
});

test('what a failed build left and what is damaged in a cache is never published', { timeout: 240_000 }, async () => {
  const scratch = makeScratch();
  const content = join(scratch, 'content');
  const site = join(scratch, 'site');
  const edition = { CONTENT_DIR: content };
  cpSync('content', content, { recursive: true });
  const files = ['documents/moscow-1936-39.mdx', 'register/persons.yaml', 'prose/about.mdx'].map((file) =>
    join(content, file),
  );
  const [document = '', persons = '', prose = ''] = files;
  const before = files.map((file) => readFileSync(file, 'utf8'));
  const change = (file: string, from: RegExp, to: string): void => {
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(from);
    writeFileSync(file, text.replace(from, to));
  };

  // A build that fails at a page of prose has seen an undone summary, and an undone word of the register.
  change(document, /^summary: >-$/m, 'summary: >-\n  Undone.');
  change(persons, /^( +)summary: /m, '$1summary: Undone, ');
  writeFileSync(prose, `${before[2]}\n<Missing />\n`);
  expect((await buildEdition(site, edition)).code).toBe(1);
  for (const [index, file] of files.entries()) writeFileSync(file, before[index] ?? '');
  await build(site, edition);
  expectSame(site, siteFolder);

  // Every file of the cache is damaged, in several ways.
  const damages = [
    (text: string) => text.slice(0, text.length * 0.6),
    (text: string) => text.replaceAll('emissary', 'ambassador').replaceAll('telegram', 'letter'),
    () => '',
  ];
  const kept = filesOf(`${site}.cache`);
  expect(kept.length).toBeGreaterThan(0);
  for (const damage of damages) {
    for (const file of kept) {
      const path = join(`${site}.cache`, file);
      writeFileSync(path, damage(readFileSync(path, 'utf8')));
    }
    await build(site, edition);
    expectSame(site, siteFolder);
  }
});

function makeScratch(): string {
  const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  return scratch;
}

async function build(site: string, environment: Record<string, string> = {}): Promise<void> {
  const { code, output } = await buildEdition(site, environment);
  expect(code, output).toBe(0);
}

function expectSame(site: string, expected: string): void {
  const files = filesOf(expected);
  expect(filesOf(site)).toEqual(files);
  const different = files.filter((file) => !readFileSync(join(site, file)).equals(readFileSync(join(expected, file))));
  expect(different).toEqual([]);
}
