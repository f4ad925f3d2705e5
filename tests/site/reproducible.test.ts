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

test(
  'a build that takes over pages of the last gives what a build from nothing gives',
  { timeout: 240_000 },
  async () => {
    const scratch = makeScratch();
    const content = join(scratch, 'content');
    const site = join(scratch, 'site');
    const edition = { CONTENT_DIR: content };
    cpSync('content', content, { recursive: true });
    const document = join(content, 'documents/moscow-1936-39.mdx');
    const text = readFileSync(document, 'utf8');
    const other = text.replace(/^summary: .*$/m, 'summary: Another summary.');
    expect(other).not.toBe(text);
    const persons = join(content, 'register/persons.yaml');
    const register = readFileSync(persons, 'utf8');
    const renamed = register.replaceAll(/^( +)name: (.*)$/gm, '$1name: $2 the Elder');
    expect(renamed).not.toBe(register);

    await build(site, edition);
    writeFileSync(document, other);
    await build(site, edition);
    writeFileSync(persons, renamed);
    await build(site, edition);
    await build(site, edition);

    const fresh = join(scratch, 'fresh');
    await build(fresh, edition);
    expectSame(site, fresh);
  },
);

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
