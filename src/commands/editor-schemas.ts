/**
 * JSON schemas for the editor's program, so that it completes and explains every field while one
 * writes. They are made anew from the one schema by `npm run check`, `new`, `build` and `start`, and
 * lie where the Astro extension (for documents) and the YAML extension (for the rest) look for them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentPaths } from '../loader/read-content.ts';
import { contentJsonSchemas, frontmatterJsonSchema } from '../schema/json-schema.ts';

/** Not the name of a collection of the site: Astro writes schemas of its own for those. */
const name = 'record';

/**
 * Writes the schemas, and the list that says which files are documents: the program then knows
 * them whatever is wrong with them.
 *
 * @param root Folder of the project, whose `.astro/` they are written to.
 * @param content The content folder.
 */
export async function writeEditorSchemas(root: string, content: string): Promise<void> {
  const folder = join(root, '.astro/collections');
  await mkdir(folder, { recursive: true });
  const write = (file: string, value: object): Promise<void> =>
    writeFile(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
  // The Astro extension compares decoded addresses in small letters.
  const address = (file: string): string => decodeURIComponent(pathToFileURL(join(content, file)).href).toLowerCase();
  await write(`${name}.schema.json`, frontmatterJsonSchema());
  for (const [file, schema] of Object.entries(contentJsonSchemas())) {
    await write(`${basename(file, '.yaml')}.file.json`, schema);
  }
  await write('collections.json', {
    collections: [{ hasSchema: true, name }],
    entries: Object.fromEntries(documentPaths(content).map(({ file }) => [address(file), name])),
  });
}
