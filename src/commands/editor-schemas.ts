/**
 * JSON schemas by which an editor’s program completes and explains fields, where those for Astro and YAML look.
 * Astro makes none for a register or `edition.yaml`, and takes a single sender for an error where a list may stand.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentPaths } from '../loader/read-content.ts';
import { jsonSchema } from '../schema/fields.ts';
import { documentRecord } from '../schema/frontmatter.ts';
import { registerFile, registerKinds } from '../schema/register.ts';
import { editionSettings } from '../schema/settings.ts';

/** Not the name of a collection of the site: Astro writes schemas of its own for those. */
const name = 'record';

/** Writes the schemas into `.astro/`, and which files are documents: known so whatever is wrong with them. */
export async function writeEditorSchemas(root: string, content: string): Promise<void> {
  // The Astro extension compares decoded addresses in small letters.
  const address = (file: string): string => decodeURIComponent(pathToFileURL(join(content, file)).href).toLowerCase();
  const files = {
    [`${name}.schema.json`]: jsonSchema(documentRecord, 'The record of a document'),
    'edition.file.json': jsonSchema(editionSettings, 'The edition'),
    ...Object.fromEntries(
      registerKinds.map((kind) => [`${kind}.file.json`, jsonSchema(registerFile[kind], `The register of ${kind}`)]),
    ),
    'collections.json': {
      collections: [{ hasSchema: true, name }],
      entries: Object.fromEntries(documentPaths(content).map(({ file }) => [address(file), name])),
    },
  };
  const folder = join(root, '.astro/collections');
  await mkdir(folder, { recursive: true });
  for (const [file, value] of Object.entries(files)) {
    await writeFile(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  }
}
