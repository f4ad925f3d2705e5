import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeEditorSchemas } from '../../src/commands/editor-schemas.ts';
import { startProgram, type Assistance } from './language-server.ts';

const base = fileURLToPath(new URL('../fixtures/problems/base', import.meta.url));
const file = 'content/documents/harbin-1936-7.mdx';

/** A project with an invented edition, its schemas written. */
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'Édition of '));
  await cp(base, join(root, 'content'), { recursive: true });
  await writeEditorSchemas(root, join(root, 'content'));
});
afterAll(() => rm(root, { recursive: true }));

describe('the editor’s program', () => {
  let program: Assistance;
  let written: string;
  beforeAll(async () => {
    program = await startProgram(root);
    written = await readFile(join(root, file), 'utf8');
  });
  afterAll(() => program.close());

  test('has nothing to say against a document that passes the check', async () => {
    program.open(file, written);
    expect(await program.problems()).toEqual([]);
  });

  test('offers the fields that are not there yet, and the words that a field may hold', async () => {
    const text = written.replace(/\n---\n/, '\n\n---\n');
    program.open(file, text);
    const lines = text.split('\n');
    expect(await program.complete(lines.indexOf('---', 1) - 1, 0)).toContain('fileLine');
    const kind = lines.findIndex((line) => line.startsWith('kind: '));
    expect(await program.complete(kind, 6)).toContain('despatch');
  });

  test('explains a field in the schema’s words', async () => {
    program.open(file, written);
    const at = written.split('\n').findIndex((line) => line.startsWith('fileNumber'));
    expect(await program.hover(at, 3)).toContain('The file number as printed');
  });

  test('underlines a kind that is none', async () => {
    program.open(file, written.replace(/kind: \w+/, 'kind: telegrm'));
    expect((await program.problems()).join()).toContain('Value is not accepted');
  });
});

test('the settings of the program name schemas that are written', async () => {
  const file = new URL('../../.vscode/settings.json', import.meta.url);
  const settings = JSON.parse(await readFile(file, 'utf8')) as Record<'yaml.schemas', Record<string, string>>;
  for (const [schema, content] of Object.entries(settings['yaml.schemas'])) {
    const { title } = JSON.parse(await readFile(join(root, schema), 'utf8')) as { title: string };
    expect(title.toLowerCase(), content).toContain(basename(content, '.yaml'));
  }
});
