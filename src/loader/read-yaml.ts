/** Reads YAML by a schema, and says of each problem in which line and column of the file it stands. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import type { z } from 'zod';
import type { Point } from '../edition/document.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { slug } from '../edition/pages.ts';
import { finding, wordsBefore, type Message } from '../edition/problems.ts';

/** A way through a YAML file: names of fields and places in lists. */
export type FieldPath = readonly PropertyKey[];

/** What a YAML file holds. */
export interface YamlReading<Value> {
  /** Absent where there are problems. */
  readonly value: Value | undefined;
  readonly problems: readonly Message[];
  /** Where a field stands in the file; of a missing field, where its parent stands. */
  readonly pointOf: (path: FieldPath) => Point;
}

/** Messages of the YAML parser in an editor's words; the parser's own where none is needed. */
const yamlReasons: Readonly<Record<string, { readonly found: string; readonly mend?: string }>> = {
  DUPLICATE_KEY: {
    found: 'the same field twice',
    mend: 'Remove one of the two, or correct its name.',
  },
  TAB_AS_INDENT: {
    found: 'a tab before a field',
    mend: 'Write two spaces in its place: the field begins under the one above it.',
  },
  BAD_INDENT: {
    found: 'a line that does not begin under the line above it',
    mend: 'Begin the line under its neighbours, with as many spaces.',
  },
  MULTILINE_IMPLICIT_KEY: {
    found: 'a line without a colon, or with one line of a value outside its quotation marks',
  },
  MISSING_CHAR: {
    found: 'a quotation mark or bracket that is not closed',
    mend: 'Close it; an apostrophe between single quotes is written twice.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    found: 'two colons in one line, a value that should be quoted, or a next line that begins too far to the right',
    mend: 'Put single quotes around a value that holds a colon; begin fields that belong together under one another.',
  },
  UNEXPECTED_TOKEN: { found: 'a sign that cannot stand here' },
};

/**
 * Reads `text` by `schema`. `firstLine` is the line of the file in which `text`
 * begins (frontmatter begins in line 2).
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  firstLine = 1,
): YamlReading<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
  });
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const pointOf = (path: FieldPath): Point => pointAt(offsetOf(document.contents, path));
  const pointOfField = (path: FieldPath): Point => pointAt(offsetOf(document.contents, path, true));
  // It looks like a space and is none: a field or a line that begins with it is another.
  const fixed = [...text.matchAll(/[\u00A0\u202F]+/g)].map(({ index }) =>
    finding('fixed-space', pointAt(index), wordsBefore(text, index)),
  );
  if (fixed.length > 0) return { value: undefined, problems: fixed, pointOf };
  // One slip makes YAML stumble several times: only the first is of use.
  const errors = [...document.errors, ...document.warnings];
  const syntax = errors
    .filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY')
    .map((error) => {
      const { found, mend } = reasonOf(error);
      return finding('yaml', pointAt(error.pos[0]), found, mend);
    });
  if (syntax.length > 0) return { value: undefined, problems: syntax, pointOf };
  const data: unknown = withoutEmpty(document.toJS({ maxAliasCount: 0 }));
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [], pointOf };
  const problems = result.error.issues.flatMap((issue) => findingsOf(issue, schema, data, pointOf, pointOfField));
  return { value: undefined, problems, pointOf };
}

const reasonOf = ({ code, message }: { code: string; message: string }) =>
  yamlReasons[code] ?? { found: message.replace(/\s+/g, ' '), mend: undefined };

/** A field with nothing after its colon is a field not written. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const filled = Object.entries(value).filter(([, field]) => field !== '' && field !== null);
  return Object.fromEntries(filled.map(([key, field]) => [key, withoutEmpty(field)]));
}

/** Offset of the node at a path; as far as the path goes. `asKey` gives the offset of a field's name. */
function offsetOf(root: Node | null, path: FieldPath, asKey = false): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === String(step));
      // `oneOrMore` makes a list of a single item: its number is not in the file.
      if (!isPair(pair)) {
        if (typeof step === 'number') continue;
        return offset;
      }
      const key = isScalar(pair.key) ? pair.key.range?.[0] : undefined;
      const value = (pair.value as Node | null)?.range?.[0];
      offset = (asKey ? key : value) ?? key ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (item === undefined) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

/** The schema of a field, through the wrappers of optional, default, list and pipe. */
function fieldsAt(schema: z.core.$ZodType, path: FieldPath): Readonly<Record<string, z.core.$ZodType>> {
  const { def } = schema._zod as unknown as { def: z.core.$ZodTypes['_zod']['def'] };
  switch (def.type) {
    case 'optional':
    case 'default':
      return fieldsAt(def.innerType, path);
    case 'pipe':
      return fieldsAt(def.out, path);
    case 'array':
      return fieldsAt(def.element, path.slice(1));
    case 'record':
      return fieldsAt(def.valueType, path.slice(1));
    case 'object': {
      const [step, ...rest] = path;
      const field = step === undefined ? undefined : def.shape[String(step)];
      return field ? fieldsAt(field, rest) : step === undefined ? def.shape : {};
    }
    default:
      return {};
  }
}

const shown = (path: FieldPath): string =>
  path.reduce<string>(
    (words, step) => (typeof step === 'number' ? words : words === '' ? String(step) : `${words}.${String(step)}`),
    '',
  );

/** What stands at a path of the data read. */
const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (typeof step === 'number' && !Array.isArray(value)) return value;
    return (value as Record<PropertyKey, unknown>)[step];
  }, data);

const kindsOfValue: Readonly<Record<string, string>> = {
  string: 'words',
  array: 'a list, each point after a dash',
  object: 'fields of its own, indented under it',
  record: 'fields of its own, indented under it',
};

/** Puts one issue of zod into the words of the register of problems. */
function findingsOf(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  data: unknown,
  pointOf: (path: FieldPath) => Point,
  pointOfField: (path: FieldPath) => Point,
): Message[] {
  const { path } = issue;
  const parent = path.slice(0, -1);
  const name = String(path.at(-1) ?? 'the file');
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(fieldsAt(schema, path));
    return issue.keys.map((key) =>
      finding(
        'field-unknown',
        pointOfField([...path, key]),
        shown([...path, key]),
        known.join(', '),
        nearestName(key, known),
      ),
    );
  }
  if (issue.code === 'invalid_key') {
    return [finding('entry-id', pointOfField(path), name, slug(name))];
  }
  const value = valueAt(data, path);
  if (value === undefined && path.length > 0) {
    const description = (fieldsAt(schema, parent)[name] as z.ZodType | undefined)?.description ?? '';
    return [finding('field-missing', pointOfField(path), shown(path), description || `It holds ${issue.message}.`)];
  }
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const ours = issue.message.startsWith('Invalid') ? undefined : issue.message;
  const expected =
    ours ??
    (options.length > 0 ? `one of ${options.join(', ')}` : undefined) ??
    (issue.code === 'invalid_type' ? kindsOfValue[issue.expected] : undefined) ??
    issue.message;
  const found =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? 'a list (a value that begins with [ stands between single quotes)'
        : value === undefined
          ? 'nothing'
          : 'fields of its own';
  const suggestion = typeof value === 'string' ? nearestName(value, options) : undefined;
  const at = typeof value === 'string' ? pointOf(path) : pointOfField(path);
  return [finding('field-wrong', at, shown(path) || name, expected, found, suggestion)];
}
