/** Validates XML with libxml2 (compiled to WebAssembly) against a schema of the tests' own. */
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

/** The validator's complaints about some files, by file name; none where all are valid. */
export async function complaints(
  schema: 'document' | 'cmif',
  files: Readonly<Record<string, string>>,
): Promise<string[]> {
  const grammar = readFileSync(new URL(`../schemas/${schema}.rng`, import.meta.url), 'utf8');
  const { errors } = await validateXML({
    xml: Object.entries(files).map(([fileName, contents]) => ({ fileName, contents })),
    schema: [{ fileName: 'schema.rng', contents: grammar }],
    extension: 'relaxng',
  });
  return errors.map((error) => error.rawMessage);
}
