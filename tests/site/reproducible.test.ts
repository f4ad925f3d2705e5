/** What a build leaves to the next, whatever became of it: nothing that is ever published. The steps follow each other. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { buildEdition, buildEnvironment, buildParameters, buildProgram } from '../setup/edition-build.ts';
import { expectLastGoodSite, writeLastGoodSite } from '../setup/last-good-site.ts';
import { siteFolder } from '../setup/site.ts';
import { filesOf } from './built-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'manchuria-file-'));
afterAll(() => rmSync(folder, { recursive: true }));
const site = join(folder, 'site');
const content = join(folder, 'content');
const edition = { CONTENT_DIR: content };
cpSync('content', content, { recursive: true });
writeLastGoodSite(site);

/** The folder in the project that the killed build worked in. */
let killed: string;

test('a build that is killed midway leaves the last good site', async () => {
  const child = spawn(process.execPath, [buildProgram, ...buildParameters], {
    env: { ...process.env, ...buildEnvironment(site), ...edition },
    stdio: 'ignore',
    // A group of its own, so that what Astro starts is killed with it, as it is when a machine goes down.
    detached: true,
  });
  killed = `dist.building-${child.pid}`;
  // The last of its folders to be made: it is killed with both. The first may be gone at once: any build tidies the project.
  const next = join(folder, `site.next-${child.pid}`);
  const ended = once(child, 'close');
  while (!existsSync(next) && child.exitCode === null) await setTimeout(20);
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended;
  expectLastGoodSite(site);
  expect(existsSync(next)).toBe(true);
});

test('a page that cannot be built stops the next one, in Astro’s words', async () => {
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
  // It has seen an undone summary, and an undone word of the register.
  change(document, /^summary: >-$/m, 'summary: >-\n  Undone.');
  change(persons, /^( +)summary: /m, '$1summary: Undone, ');
  writeFileSync(prose, `${before[2]}\n<Missing />\n`);
  const { code, output } = await buildEdition(site, edition);
  for (const [index, file] of files.entries()) writeFileSync(file, before[index] ?? '');
  expect(code).toBe(1);
  expect(output).toContain('Missing');
  expectLastGoodSite(site);
});

test('the next build tidies up, and its site is byte for byte that of another folder', async () => {
  await buildAndCompare();
  expect(existsSync(killed)).toBe(false);
  expect(readdirSync(folder).sort()).toEqual(['content', 'site', 'site.cache']);
});

test.each<[how: string, damage: (text: string, index: number) => string]>([
  ['changed', (text) => text.replaceAll('emissary', 'ambassador').replaceAll('telegram', 'letter')],
  ['cut short or emptied', (text, index) => text.slice(0, index % 2 === 0 ? text.length * 0.6 : 0)],
])('what is %s in a cache is never published', async (_, damage) => {
  const kept = filesOf(`${site}.cache`).map((file) => join(`${site}.cache`, file));
  expect(kept.length).toBeGreaterThan(0);
  for (const [index, file] of kept.entries()) writeFileSync(file, damage(readFileSync(file, 'utf8'), index));
  await buildAndCompare();
});

async function buildAndCompare(): Promise<void> {
  const { code, output } = await buildEdition(site, edition);
  expect(code, output).toBe(0);
  const files = filesOf(siteFolder);
  expect(filesOf(site)).toEqual(files);
  const different = files.filter(
    (file) => !readFileSync(join(site, file)).equals(readFileSync(join(siteFolder, file))),
  );
  expect(different).toEqual([]);
}
