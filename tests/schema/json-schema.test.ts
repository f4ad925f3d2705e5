import { expect, test } from 'vitest';
import { contentJsonSchemas, frontmatterJsonSchema, type JsonSchema } from '../../src/schema/json-schema.ts';

/** Every field of a schema that has fields, under its path. */
function fields(schema: JsonSchema, path = ''): [string, JsonSchema][] {
  const own = Object.entries(schema.properties ?? {}) as [string, JsonSchema][];
  const inner = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])].filter(
    (part): part is JsonSchema => typeof part === 'object' && !Array.isArray(part),
  );
  return [
    ...own.flatMap(([name, field]): [string, JsonSchema][] => [
      [`${path}${name}`, field],
      ...fields(field, `${path}${name}.`),
    ]),
    ...inner.flatMap((part) => fields(part, path)),
  ];
}

test('every field of every file is explained, with its default or "Required"', () => {
  for (const schema of [frontmatterJsonSchema(), ...Object.values(contentJsonSchemas())]) {
    for (const [path, field] of fields(schema)) {
      expect(field.description, `${schema.title}: ${path}`).toMatch(/Required|Default: /);
    }
  }
});

test('what must be written is required, what has a default is not', () => {
  const { required } = frontmatterJsonSchema();
  expect(required).toEqual(['fileNumber', 'kind', 'sender', 'recipient', 'dateSent', 'source', 'summary', 'revisions']);
});

test('an editor’s program is told what a person may write', () => {
  const { properties } = frontmatterJsonSchema() as { properties: Record<string, JsonSchema> };
  expect(properties['kind']?.enum).toEqual(['telegram', 'despatch', 'letter', 'memorandum', 'note']);
  expect(properties['telegramNumber']?.type).toBe('integer');
  expect(properties['fileNumber']?.type).toEqual(['string', 'number']);
  expect(properties['sender']?.anyOf).toMatchObject([{ type: 'object' }, { type: 'array' }]);
});

test('there is a schema for every other file an editor writes', () => {
  expect(Object.keys(contentJsonSchemas())).toEqual([
    'edition.yaml',
    'register/persons.yaml',
    'register/places.yaml',
    'register/organizations.yaml',
    'register/terms.yaml',
  ]);
});
