/** Reads YAML by a schema, and says of each problem in which line and column of the file it stands. */
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { z } from 'zod';
import type { Point } from '../edition/document.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { slug } from '../edition/pages.ts';
import { afterWords, meant, messageAt, saidAt, type Message, type Wording } from '../edition/problems.ts';
import { explained, shapeAt } from '../schema/fields.ts';

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

/** What the YAML parser stumbles over, in an editor’s words: what was found, and how to mend it. */
const yamlReasons: Readonly<Record<string, readonly [found: string, mend?: string]>> = {
  DUPLICATE_KEY: ['the same field twice', 'Remove one of the two, or correct its name.'],
  TAB_AS_INDENT: ['a tab before a field', 'Write two spaces in its place: the field begins under the one above it.'],
  BAD_INDENT: [
    'a line that does not begin under the line above it',
    'Begin the line under its neighbours, with as many spaces.',
  ],
  MULTILINE_IMPLICIT_KEY: ['a line without a colon, or with one line of a value outside its quotation marks'],
  MISSING_CHAR: [
    'a quotation mark or bracket that is not closed',
    'Close it; an apostrophe between single quotes is written twice.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'two colons in one line, a value that should be quoted, or a next line that begins too far to the right',
    'Put single quotes around a value that holds a colon; begin fields that belong together under one another.',
  ],
  UNEXPECTED_TOKEN: ['a sign that cannot stand here'],
  RESOURCE_EXHAUSTION: ['brackets inside brackets, too deep to read', 'Write each value on a line of its own.'],
  TAG_RESOLVE_FAILED: ['a value that begins with !', 'Put single quotes around it.'],
};

/**
 * Reads `text`, whose lines end in LF, by `schema`. Never throws: what is wrong is in `problems`.
 *
 * @param firstLine The line of the file in which `text` begins (frontmatter begins in line 2).
 */
export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  firstLine = 1,
): YamlReading<z.output<Schema>> {
  const lines = new LineCounter();
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const faults = faultsOf(document);
  const pointOf = (path: FieldPath, asKey = false): Point => pointAt(offsetOf(document.contents, path, asKey));
  const failed = (problems: Message[]) => ({ value: undefined, problems, pointOf });
  // It looks like a space and is none: a field or a line that begins with it is another.
  const fixed = [...text.matchAll(/[\u00A0\u202F]+/g)].map(
    ({ index }) =>
      saidAt(pointAt(index), 'fixed-space')`
      plain spaces in a record or register
      a non-breaking space, as word processors write it, ${afterWords(text, index)}
      Remove it, and write a plain space with the space bar.`,
  );
  if (fixed.length > 0) return failed(fixed);
  if (faults.length > 0) return failed(faults.map(({ at, words }) => messageAt(pointAt(at), 'yaml', words)));
  const data = withoutEmpty(document.toJS());
  const result = schema.safeParse(data);
  if (!result.success) return failed(result.error.issues.flatMap((issue) => messagesOf(issue, schema, data, pointOf)));
  return { value: result.data, problems: [], pointOf };
}

/** What the parser stumbles over, and what it would read as something else than the words that stand there. */
function faultsOf(document: Document.Parsed): { readonly at: number; readonly words: Wording }[] {
  const fault = (at: number, found: string, mend = unclear) => ({
    at,
    words: { expected: 'fields written as `name: value`, one a line', actual: found, mend },
  });
  const faults = [...document.errors, ...document.warnings]
    // One slip makes YAML stumble several times: only the first is of use.
    .filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY')
    .map(({ code, message, pos: [at] }) => fault(at, ...(yamlReasons[code] ?? [message.replace(/\s+/g, ' ')])));
  if (faults.length > 0) return faults;
  const report = (node: unknown, found: string, mend = quoted): void => {
    faults.push(fault((isNode(node) && node.range?.[0]) || 0, found, mend));
  };
  visit(document, {
    // Signs of YAML that would vanish from the words.
    Alias: (_key, node) => report(node, `*${node.source}, which stands for another value`),
    Value: (_key, node) => {
      if (node.anchor !== undefined) report(node, `&${node.anchor} before a value`);
      if (node.tag !== undefined) report(node, `${node.tag} before a value`);
    },
    Pair: (_key, { key }) => {
      if (!isScalar(key)) report(key, 'a name that is no word', 'Write one word before the colon.');
      else if (key.value === '__proto__') report(key, '__proto__, which can be no name', 'Give it another name.');
    },
  });
  return faults;
}

const unclear =
  'Correct the line. A value that holds a colon, a # or begins with [ or a quotation mark stands between single quotes.';
const quoted = 'Write the value itself; one that begins with &, * or ! stands between single quotes.';

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

const shown = (path: FieldPath): string => path.filter((step) => typeof step !== 'number').join('.');

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

/** What is wrong with a field, for an editor. */
function messagesOf(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  data: unknown,
  pointOf: (path: FieldPath, asKey?: boolean) => Point,
): Message[] {
  const { path } = issue;
  const parent = path.slice(0, -1);
  const name = String(path.at(-1) ?? 'the file');
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeAt(schema, path));
    return issue.keys.map((key) =>
      messageAt(pointOf([...path, key], true), 'field-unknown', {
        expected: `only these fields here: ${known.join(', ')}`,
        actual: shown([...path, key]),
        mend: `${meant(nearestName(key, known))}Correct the name, or remove the field.`,
      }),
    );
  }
  const at = pointOf(path, true);
  const message = (code: string, expected: string, actual: string, mend: string, point = at): Message[] => [
    messageAt(point, code, { expected, actual, mend }),
  ];
  if (issue.code === 'invalid_key') {
    const mend = `Write \`${slug(name)}:\`, also where documents name it.`;
    return message('entry-id', 'an id of small letters, figures and hyphens', name, mend);
  }
  const value = valueAt(data, path);
  const field = shown(path) || name;
  if (value === undefined && path.length > 0) {
    const within = shown(parent);
    // A field that another one makes necessary says so in the issue.
    const says = issue.code === 'custom' ? undefined : explained(shapeAt(schema, parent)[name]);
    const expected = `the field ${field}. ${says ?? `It holds ${issue.message}.`}`;
    const mend = `Write \`${name}: …\`${within && `, indented under ${within}`}.`;
    return message('field-missing', expected, 'no such field, or nothing after its colon', mend);
  }
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const expected = !issue.message.startsWith('Invalid')
    ? issue.message
    : options.length > 0
      ? `one of ${options.join(', ')}`
      : (issue.code === 'invalid_type' && kindsOfValue[issue.expected]) || issue.message;
  const suggestion = typeof value === 'string' ? nearestName(value, options) : undefined;
  const example = suggestion ?? /such as (.+)$/.exec(expected)?.[1];
  const last = field.split('.').at(-1);
  const mend = example === undefined ? `Correct ${field}.` : `Write it like this: \`${last}: ${example}\``;
  const point = typeof value === 'string' ? pointOf(path) : at;
  return message('field-wrong', `${field} to be ${expected}`, foundAs(value), meant(suggestion) + mend, point);
}

/** What stands in a field, for the message that something else was expected. */
function foundAs(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll('\n', '\\n');
  if (Array.isArray(value)) return 'a list (a value that begins with [ stands between single quotes)';
  return value === undefined ? 'nothing' : 'fields of its own';
}
