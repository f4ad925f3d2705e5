import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { fieldsOf, jsonSchema } from '../../src/schema/fields.ts';
import { documentKinds, documentRecord } from '../../src/schema/frontmatter.ts';
import { registerFile } from '../../src/schema/register.ts';
import { editionSettings } from '../../src/schema/settings.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const schemas = { 'a document': documentRecord, 'edition.yaml': editionSettings, ...registerFile };
const documentFields = fieldsOf(documentRecord);
const field = (path: string) => documentFields.find((one) => one.path === path);

describe.each(Object.entries(schemas))('in the schema of %s', (_file, schema) => {
  test('every field is described, in sentences', () => {
    for (const { path, description } of fieldsOf(schema)) expect(description, path).toMatch(/^[A-Z`].*[.…`]$/);
  });

  test('a field may be left out exactly where it is said what then holds', () => {
    for (const { path, otherwise, schema: own } of fieldsOf(schema)) {
      const optional = (own as z.ZodType).safeParse(undefined).success;
      expect(otherwise === undefined, path).toBe(!optional);
    }
  });

  test('what a message gives as an example may be written so', () => {
    for (const { path, schema: own } of fieldsOf(schema)) {
      const field = own as z.ZodType;
      for (const { message } of field.safeParse('% ').error?.issues ?? []) {
        const example = /such as (.+)$/.exec(message)?.[1];
        if (example !== undefined) expect(field.safeParse(example).success, `${path}: ${example}`).toBe(true);
      }
    }
  });

  test('the fields that an editor’s program requires are those, each explained', () => {
    expect(jsonFields(jsonSchema(schema, 'x'))).toEqual(
      fieldsOf(schema).map(({ path, otherwise, description }) => ({
        path,
        required: otherwise === undefined,
        explained: `${description} ${otherwise === undefined ? 'Required.' : `Default: ${otherwise}.`}`,
      })),
    );
  });
});

/** Every field of a JSON schema, under its path. */
function jsonFields(
  schema: JsonSchema,
  parent = '',
): { path: string; required: boolean; explained?: string | undefined }[] {
  const own = Object.entries(schema.properties ?? {}) as [string, JsonSchema][];
  const inner = [schema.items, schema.additionalProperties, schema.anyOf?.[0]].filter(
    (part): part is JsonSchema => typeof part === 'object' && !Array.isArray(part),
  );
  return [
    ...own.flatMap(([name, of]) => [
      { path: `${parent}${name}`, required: schema.required?.includes(name) ?? false, explained: of.description },
      ...jsonFields(of, `${parent}${name}.`),
    ]),
    ...inner.flatMap((part) => jsonFields(part, parent)),
  ];
}

test('what must be written is required, what has a default is not', () => {
  expect(jsonSchema(documentRecord, 'x').required).toEqual(['kind', 'source', 'summary', 'revisions']);
  expect(field('telegramNumber')).toMatchObject({ otherwise: 'it has none' });
});

test('fields within a field that may be a list are found', () => {
  expect(field('related.title')).toMatchObject({ otherwise: undefined });
  expect(field('sender.office')).toMatchObject({ otherwise: 'none is printed' });
});

test('a field knows an earlier one that has the same fields', () => {
  expect(documentFields.filter(({ like }) => like).map(({ path, like }) => [path, like])).toEqual([
    ['recipient', 'sender'],
    ['participants', 'sender'],
    ['dateReceived', 'dateSent'],
    ['dateReceived.otherClocks', 'dateSent.otherClocks'],
  ]);
});

test('an editor’s program is told what a person may write', () => {
  const properties = jsonSchema(documentRecord, 'x').properties as Record<string, JsonSchema>;
  expect(properties['kind']?.enum).toEqual([...documentKinds]);
  expect(properties['telegramNumber']?.type).toEqual(['string', 'number']);
  expect(properties['fileNumber']?.type).toEqual(['string', 'number']);
  expect(properties['sender']?.anyOf).toMatchObject([{ type: 'object' }, { type: 'array' }]);
  const source = properties['source']?.properties as Record<string, JsonSchema>;
  expect(source['collated']).toMatchObject({ type: 'boolean', enum: [true, false] });
});
