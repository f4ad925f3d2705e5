/** Reads YAML by a schema, and says of each problem in which line and column of the file it stands. */
import { isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, Pair, ParsedNode } from 'yaml';
import type { z } from 'zod';
import type { Point } from '../edition/document.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { slug } from '../edition/letters.ts';
import { afterWords, heldIn, meant, saidAt, type Message } from '../edition/problems.ts';
import { explained, shapeAt } from '../schema/fields.ts';

/** A way through a YAML file: names of fields and places in lists. */
export type FieldPath = readonly PropertyKey[];

/** What the YAML parser stumbles over, in an editor’s words: what was found, and how to mend it. */
const yamlReasons: Readonly<Record<string, readonly [found: string, mend?: string]>> = {
  DUPLICATE_KEY: ['the same field twice', 'Remove one of the two, or correct its name.'],
  TAB_AS_INDENT: ['a tab before a field', 'Write two spaces in its place: the field begins under the one above it.'],
  BAD_INDENT: [
    'a line that does not begin under the line above it',
    'Begin the line under its neighbours, with as many spaces.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'a line without a colon and a space after it, or with one line of a value outside its quotation marks',
  ],
  MISSING_CHAR: [
    'a quotation mark or bracket that is not closed',
    'Close it; an apostrophe between single quotes is written twice.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'two colons in one line, a value that should be quoted, or a next line that begins too far to the right',
    'Put single quotes around a value that holds a colon; begin fields that belong together under one another.',
  ],
  MULTIPLE_DOCS: [
    'a line of dots or dashes, which ends the record',
    'Remove it, or put single quotes around the words.',
  ],
  BAD_DQ_ESCAPE: ['a backslash between double quotes', 'Put single quotes around the value.'],
  RESOURCE_EXHAUSTION: ['brackets inside brackets, too deep to read', 'Write each value on a line of its own.'],
  TAG_RESOLVE_FAILED: ['a value that begins with !', 'Put single quotes around it.'],
};

/**
 * Reads `text`, whose lines end in LF and which begins in the `firstLine` of its file (frontmatter in line 2), by
 * `schema`: the value where there are no problems, and where a field stands in the file, a missing one its parent.
 */
export function readYaml<Schema extends z.ZodType>(text: string, schema: Schema, firstLine = 1) {
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false });
  const { pointAt, find } = placesIn(text, firstLine);
  const pointOf = (path: FieldPath): Point => find(path).value;
  const problems: Message[] = [];
  const say = (code: string, at: number) => heldIn(problems, saidAt(pointAt(at), code));
  const failed = { value: undefined, problems, pointOf };
  // It looks like a space and is none: a field or a line that begins with it is another.
  for (const { index } of text.matchAll(/[\u00A0\u202F]+/g))
    say('fixed-space', index)`
      plain spaces in a record or register
      a non-breaking space, as word processors write it, ${afterWords(text, index)}
      Remove it, and write a plain space with the space bar.`;
  if (problems.length > 0) return failed;
  for (const { at, found, mend } of faultsOf(document, text))
    say('yaml', at)`
      fields written as \`name: value\`, one a line
      ${found}
      ${mend}`;
  if (problems.length === 0 && !document.contents)
    say('yaml', 0)`
      fields written as \`name: value\`, one a line: ${Object.keys(shapeAt(schema)).join(', ')}
      no field
      Write them, or restore the file as it was.`;
  if (problems.length > 0) return failed;
  const result = schema.safeParse(document.toJS({ reviver: withoutEmpty }));
  if (result.success) return { value: result.data, problems, pointOf };
  for (const issue of result.error.issues) problems.push(...messagesOf(issue, schema, find));
  return failed;
}

/** Where things stand in a file, parsed again only when that is asked: kept, what the parser makes fills the memory. */
function placesIn(text: string, firstLine: number) {
  const parse = () => {
    const lines = new LineCounter();
    return { lines, ...parseDocument(text, { schema: 'failsafe', lineCounter: lines }) };
  };
  let parsed: ReturnType<typeof parse> | undefined;
  const pointAt = (offset: number): Point => {
    const { line, col } = (parsed ??= parse()).lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  /** What stands at a path, if it goes so far, and where its name and value begin; else where its parent's do. */
  const find = (path: FieldPath) => {
    let node: ParsedNode | null | undefined = (parsed ??= parse()).contents;
    let value = node?.range[0] ?? 0;
    let name = value;
    for (const step of path) {
      // `oneOrMore` makes a list of a single item: its number is not in the file.
      if (typeof step === 'number' && !isSeq(node)) continue;
      const isStep = ({ key }: { key: ParsedNode }) => isScalar(key) && key.value === String(step);
      const pair: Pair<ParsedNode, ParsedNode | null> | undefined = isMap(node) ? node.items.find(isStep) : undefined;
      node = isSeq(node) ? node.items[Number(step)] : pair?.value;
      name = (pair?.key ?? node)?.range[0] ?? name;
      value = node?.range[0] ?? (pair ? name : value);
    }
    return { name: pointAt(name), value: pointAt(value), node };
  };
  return { pointAt, find };
}
type Find = ReturnType<typeof placesIn>['find'];

/** A field with nothing after its colon is one not written; a point of a list stays. Words under > or | end as words. */
function withoutEmpty(this: unknown, _name: unknown, value: unknown): unknown {
  const read = typeof value === 'string' ? value.replace(/\n+$/, '') : value;
  return (read === '' || read === null) && !Array.isArray(this) ? undefined : read;
}

/** What the parser stumbles over, and what it would read as something else than the words that stand there. */
function faultsOf({ errors, warnings, contents }: Document.Parsed, text: string) {
  const faults = [...errors, ...warnings]
    // One slip makes YAML stumble several times: only the first is of use.
    .filter((error, index) => index === 0 || error.code === 'DUPLICATE_KEY')
    .map(({ code, pos: [at] }) => {
      // What an open bracket swallows is said to stand under nothing; what is missing may also be the colon of a field.
      const opening = /^(?:MISSING_CHAR|BAD_INDENT)$/.test(code) ? openingBefore(at, contents) : undefined;
      const alone = code === 'MISSING_CHAR' ? 'MULTILINE_IMPLICIT_KEY' : code;
      const reason = opening === undefined ? alone : 'MISSING_CHAR';
      const [found, mend = unclear] = yamlReasons[reason] ?? [strange];
      return { at: opening ?? at, found, mend };
    });
  if (faults.length > 0) return faults;
  const report = (node: unknown, found: string, mend = quoted): void => {
    faults.push({ at: (isNode(node) && node.range?.[0]) || 0, found, mend });
  };
  visit(contents, {
    // Signs of YAML that would vanish from the words.
    Alias: (_key, node) => report(node, `*${node.source}, which stands for another value`),
    Value: (_key, node) => {
      if (node.anchor !== undefined) report(node, `&${node.anchor} before a value`);
      if (node.tag !== undefined) report(node, `${node.tag} before a value`);
      const at = node.range?.[1] ?? 0;
      const [sign] = isScalar(node) ? (/^[ \t]*#/.exec(text.slice(at)) ?? []) : [];
      // A comment has a space after its sign: one that has none was meant as words.
      if (sign === undefined || node.comment?.startsWith(' ') !== false) return;
      const mend = 'Put single quotes around the whole value; a comment has a space after its #.';
      faults.push({ at: at + sign.length - 1, found: 'a # after a space: what follows it is not read', mend });
    },
    Pair: (_key, { key }) => {
      if (!isScalar(key)) report(key, 'a name that is no word', 'Write one word before the colon.');
      else if (key.value === '__proto__') report(key, '__proto__, which can be no name', 'Give it another name.');
    },
  });
  return faults;
}

/** Where the quotation mark or bracket stands that is still open at an offset; undefined where none is. */
function openingBefore(offset: number, contents: Document.Parsed['contents']): number | undefined {
  let opening: number | undefined;
  visit(contents, {
    Node: (_key, node) => {
      const [from, to] = node.range ?? [0, 0];
      const canBeOpen = isScalar(node) ? node.type?.startsWith('QUOTE') : isCollection(node) && node.flow;
      if (canBeOpen && from < offset && offset <= to) opening = from;
    },
  });
  return opening;
}

const strange = 'a sign that cannot stand here';
const unclear =
  'Correct the line. A value that holds a colon, a # or begins with [ or a quotation mark stands between single quotes, in which an apostrophe is written twice.';
const quoted = 'Write the value itself; one that begins with &, * or ! stands between single quotes.';

const shown = (path: FieldPath): string => path.filter((step) => typeof step !== 'number').join('.');

const kindsOfValue: Readonly<Record<string, string>> = {
  string: 'words',
  array: 'a list, each point after a dash',
  object: 'fields of its own, indented under it',
  record: 'fields of its own, indented under it',
};

type Found = Generator<Message, void, void>;

/** What is wrong with a field, for an editor. */
function* messagesOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType, find: Find): Found {
  const { path } = issue;
  const parent = path.slice(0, -1);
  const name = String(path.at(-1) ?? 'the file');
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(shapeAt(schema, path));
    for (const key of issue.keys)
      yield saidAt(find([...path, key]).name, 'field-unknown')`
        only these fields here: ${known.join(', ')}
        ${shown([...path, key])}
        ${meant(nearestName(key, known))}Correct the name, or remove the field.`;
    return;
  }
  const found = find(path);
  if (issue.code === 'invalid_key')
    return yield saidAt(found.name, 'entry-id')`
      an id of small letters, figures and hyphens
      ${name}
      Write \`${slug(name)}:\`, also where documents name it.`;
  const value = isScalar(found.node) ? String(found.node.value) : undefined;
  const field = shown(path) || name;
  if ((!found.node || (value === '' && typeof path.at(-1) !== 'number')) && path.length > 0) {
    const within = shown(parent);
    // A field that another one makes necessary says so in the issue.
    const says = issue.code === 'custom' ? undefined : explained(shapeAt(schema, parent)[name]);
    return yield saidAt(found.name, 'field-missing')`
      the field ${field}. ${says ?? `It holds ${issue.message}.`}
      no such field, or nothing after its colon
      Write \`${name}: …\`${within && `, indented under ${within}`}.`;
  }
  const options = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const expected = !issue.message.startsWith('Invalid')
    ? issue.message
    : options.length > 0
      ? `one of ${options.join(', ')}`
      : (issue.code === 'invalid_type' && kindsOfValue[issue.expected]) || issue.message;
  const suggestion = value === undefined ? undefined : nearestName(value, options);
  const example = suggestion ?? /such as ([^,]+)/.exec(expected)?.[1];
  const isEmpty = isSeq(found.node) && found.node.items.length === 0;
  const aList = isEmpty ? 'an empty list' : 'a list (a value that begins with [ stands between single quotes)';
  yield saidAt(value === undefined ? found.name : found.value, 'field-wrong')`
    ${field} to be ${expected}
    ${value?.replaceAll('\n', '\\n') ?? (isSeq(found.node) ? aList : 'fields of its own')}
    ${meant(suggestion)}${example === undefined ? `Correct ${field}.` : `Write it like this: \`${field.split('.').at(-1)}: ${example}\``}`;
}
