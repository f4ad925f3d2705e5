/** The fields of content files, as their schema documents them: for messages, tables, templates, editors’ programs. */
import { z } from 'zod';

type Schema = z.core.$ZodType;
type Shape = Readonly<Record<string, Schema>>;

/** One field that an editor may write. */
export interface Field {
  /** Its way through the file, with full stops: `sender.office`. */
  readonly path: string;
  /** For the editor; code stands between backticks. */
  readonly description: string;
  /** What holds where the editor leaves it out; absent where it must be written. */
  readonly otherwise: string | undefined;
  /** An earlier field that has the same fields of its own. */
  readonly like: string | undefined;
  readonly schema: Schema;
}

/** The fields at a path of a file (names and places in lists), or of one item where there may be several. */
export function shapeAt(schema: Schema, path: readonly PropertyKey[] = []): Shape {
  const [step, ...rest] = path;
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'optional':
    case 'default':
      return shapeAt(def.innerType, path);
    case 'pipe':
      return shapeAt(def.out, path);
    case 'array':
      return shapeAt(def.element, rest);
    case 'record':
      return shapeAt(def.valueType, rest);
    case 'object': {
      if (step === undefined) return def.shape;
      const field = Object.hasOwn(def.shape, step) ? def.shape[String(step)] : undefined;
      return field ? shapeAt(field, rest) : {};
    }
    default:
      return {};
  }
}

/** Every field of a schema, parents before their children, in the order of the schema. */
export function fieldsOf(schema: Schema, parent = '', seen = new Map<Shape, string>()): Field[] {
  return Object.entries(shapeAt(schema)).flatMap(([name, field]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    const { description = '', otherwise } = z.globalRegistry.get(field) ?? {};
    const shape = shapeAt(field);
    const like = seen.get(shape);
    if (like === undefined) seen.set(shape, path);
    return [{ path, description, otherwise, like, schema: field }, ...fieldsOf(field, path, seen)];
  });
}

/** A field in one line for an editor: what it says, and whether it must be written. */
export function explained(field: Schema | undefined): string | undefined {
  const { description, otherwise } = (field && z.globalRegistry.get(field)) ?? {};
  return description && `${description} ${otherwise === undefined ? 'Required.' : `Default: ${otherwise}.`}`;
}

/** The JSON schema of what an editor writes, in which a single item may stand for a list. */
export function jsonSchema(schema: z.ZodType, title: string): z.core.JSONSchema.BaseSchema {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ zodSchema, jsonSchema: written }) => {
      const description = explained(zodSchema);
      if (description !== undefined) written.description = description;
      if (zodSchema._zod.def.type !== 'pipe' || written.type !== 'array' || !written.items) return;
      const items = written.items as z.core.JSONSchema.BaseSchema;
      written.anyOf = [items, { type: 'array', items }];
      delete written.type;
      delete written.items;
    },
  });
  return { ...json, title };
}
