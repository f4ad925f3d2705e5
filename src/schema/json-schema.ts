/** JSON schemas of the content files, so that an editor's program completes and explains every field. */
import { z } from 'zod';
import { documentRecord } from './frontmatter.ts';
import { registerFile } from './register.ts';
import { scalarMeta } from './scalars.ts';
import { editionSettings } from './settings.ts';

/** A JSON schema, as `zod` makes it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * A schema of what an editor writes, made from one of what the edition reads:
 * fields with a default are not required, a single item may stand for a list,
 * and a number may stand where words are meant (`years: 1936`).
 */
function asWritten(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'output',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      const scalar = scalarMeta.get(zodSchema as unknown as z.ZodType);
      if (scalar) Object.assign(jsonSchema, scalar);
      if (def.type === 'object' && jsonSchema.properties) {
        const { shape } = def as z.core.$ZodObjectDef;
        jsonSchema.required = Object.entries(shape)
          .filter(([, field]) => !z.safeParse(field, undefined).success)
          .map(([name]) => name);
      }
      if (def.type === 'pipe' && jsonSchema.type === 'array' && jsonSchema.items) {
        jsonSchema.anyOf = [jsonSchema.items as JsonSchema, { type: 'array', items: jsonSchema.items }];
        delete jsonSchema.type;
        delete jsonSchema.items;
        delete jsonSchema.minItems;
      }
    },
  });
}

/** The schema of a document's frontmatter. */
export function frontmatterJsonSchema(): JsonSchema {
  return { ...asWritten(documentRecord), title: 'The record of a document' };
}

/** The schemas of the other files an editor writes, under their paths in the content folder. */
export function contentJsonSchemas(): Record<string, JsonSchema> {
  const registers = Object.entries(registerFile).map(([kind, file]): [string, JsonSchema] => [
    `register/${kind}.yaml`,
    { ...asWritten(file), title: `The register of ${kind}` },
  ]);
  return Object.fromEntries([['edition.yaml', { ...asWritten(editionSettings), title: 'The edition' }], ...registers]);
}
