import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { writeEditorSchemas } from '../../src/commands/editor-schemas.ts';
import { openInProgram, type Assistance } from './language-server.ts';

const base = fileURLToPath(new URL('../fixtures/problems/base', import.meta.url));
const file = 'content/documents/harbin-1936-7.mdx';

/** A project with an invented edition, its schemas written. */
async function project(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'Édition of '));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp(base, join(root, 'content'), { recursive: true });
  await writeEditorSchemas(root, join(root, 'content'));
  return root;
}

describe('the editor’s program', () => {
  /** The program with the document open, changed as an editor might. */
  async function open(change: (text: string) => string): Promise<Assistance & { text: string }> {
    const root = await project();
    const text = change(await readFile(join(root, file), 'utf8'));
    const program = await openInProgram(root, file, text);
    onTestFinished(program.close);
    return { ...program, text };
  }

  test('has nothing to say against a document that passes the check', async () => {
    const { problems } = await open((text) => text);
    expect(await problems()).toEqual([]);
  });

  test('offers the fields that are not there yet, and the words that a field may hold', async () => {
    const { complete, text } = await open((whole) => whole.replace(/\n---\n/, '\n\n---\n'));
    const lines = text.split('\n');
    const empty = lines.indexOf('---', 1) - 1;
    expect(await complete(empty, 0)).toContain('fileLine');
    expect(
      await complete(
        lines.findIndex((line) => line.startsWith('kind: ')),
        6,
      ),
    ).toContain('despatch');
  });

  test('explains a field in the schema’s words', async () => {
    const { hover, text } = await open((whole) => whole);
    const at = text.split('\n').findIndex((line) => line.startsWith('fileNumber'));
    expect(await hover(at, 3)).toContain('The file number as printed');
  });

  test('underlines a kind that is none', async () => {
    const { problems } = await open((text) => text.replace(/kind: \w+/, 'kind: telegrm'));
    expect((await problems()).join()).toContain('Value is not accepted');
  });
});

test('the settings of the program name schemas that are written', async () => {
  const file = new URL('../../.vscode/settings.json', import.meta.url);
  const settings = JSON.parse(await readFile(file, 'utf8')) as Record<'yaml.schemas', Record<string, string>>;
  const root = await project();
  for (const [schema, content] of Object.entries(settings['yaml.schemas'])) {
    const { title } = JSON.parse(await readFile(join(root, schema), 'utf8')) as { title: string };
    expect(title.toLowerCase(), content).toContain(basename(content, '.yaml'));
  }
});
