/** The fields of a content file, one by one, as the schema describes them: for tables and for questions. */
import type { JsonSchema } from './json-schema.ts';

/** One field that an editor may write. */
export interface Field {
  /** Its way through the file, with full stops: `sender.office`. */
  readonly path: string;
  readonly required: boolean;
  /** For the editor; code stands between backticks. */
  readonly description: string;
  /** What holds where the editor leaves it out; absent where nothing does. */
  readonly otherwise?: string | undefined;
  /** An earlier field that has the same fields of its own, which are then not repeated. */
  readonly like?: string | undefined;
}

/** The schema of what stands in a field: of one item, where there may be several. */
function itemOf(schema: JsonSchema): JsonSchema {
  const one = schema.anyOf?.[0] ?? schema;
  return one.type === 'array' && typeof one.items === 'object' ? (one.items as JsonSchema) : one;
}

/** Every field of a schema, parents before their children, in the order of the schema. */
export function fieldsOf(schema: JsonSchema, parent = ''): Field[] {
  const seen = new Map<string, string>();
  return Object.entries(schema.properties ?? {}).flatMap(([name, of]): Field[] => {
    const own = of as JsonSchema;
    const path = parent === '' ? name : `${parent}.${name}`;
    const [description = '', otherwise] = (own.description ?? '').split(/ ?Default: /);
    const { properties } = itemOf(own);
    const inner = properties && JSON.stringify(properties);
    const like = inner === undefined ? undefined : seen.get(inner);
    if (inner !== undefined && like === undefined) seen.set(inner, path);
    const field = {
      path,
      required: schema.required?.includes(name) ?? false,
      description: description.replace(/ ?Required\.$/, ''),
      otherwise: otherwise?.replace(/\.$/, ''),
      like,
    };
    return [field, ...(like === undefined ? fieldsOf(itemOf(own), path) : [])];
  });
}
