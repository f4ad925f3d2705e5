/** A new document: what is asked for it, and its file, a template made from the schema. */
import { basename, join, resolve } from 'node:path';
import { Document, stringify } from 'yaml';
import { z } from 'zod';
import { addresses } from '../edition/addresses.ts';
import { isSent, type Block, type Inline } from '../edition/document.ts';
import { identifierOf } from '../edition/identifier.ts';
import { codeOf } from '../edition/letters.ts';
import { placeholders } from '../edition/ledger-seal.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { fileStart, formatProblem, meant } from '../edition/problems.ts';
import { checkDocument, numbersIn } from '../loader/check-document.ts';
import { PlainFailure } from '../loader/plain-failure.ts';
import { documentPaths } from '../loader/read-content.ts';
import { readDocumentFile } from '../loader/read-document-file.ts';
import { readRecords } from '../loader/read-records.ts';
import { readYaml } from '../loader/read-yaml.ts';
import { createFile, readTextFile } from '../loader/text-file.ts';
import { invisible } from '../markdown/read-characters.ts';
import { normalized } from '../markdown/read-source.ts';
import { writeDocument } from '../markdown/write-document.ts';
import { explained, fieldsOf, shapeAt } from '../schema/fields.ts';
import { documentKinds, documentRecord, unfiledKinds, type DocumentKind } from '../schema/frontmatter.ts';
import type { EditionSettings } from '../schema/settings.ts';
import { writeEditorSchemas } from './editor-schemas.ts';
import { today } from './command.ts';

/** Answers by flag: the path of a field (`sender.place`), or the name of a question that fills none. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** What cannot be left out, or is better asked than forgotten. */
interface Question {
  readonly flag: string;
  readonly ask?: string;
  readonly optional?: true;
  /** The flag of the next question, which may be answered in its place. */
  readonly otherwise?: string;
  /** Whether it arises; by default it does. */
  readonly when?: (answers: Answers, content: Existing) => boolean;
}

const kindOf = ({ kind }: Answers) => documentKinds.find((one) => one === kind) ?? 'telegram';
const goes = (answers: Answers): boolean => isSent({ kind: kindOf(answers), recipient: [] });
const isOf =
  (...kinds: readonly DocumentKind[]) =>
  (answers: Answers): boolean =>
    kinds.includes(kindOf(answers));

/** Whether a line above the heading is still to be had: some kinds lie in no file. */
const isFiled = (answers: Answers): boolean => answers['fileLine'] === undefined && !unfiledKinds.has(kindOf(answers));

/** Fields that a flag can fill: all that hold words, outside of lists. */
const fields = new Map(
  fieldsOf(documentRecord)
    .filter(({ schema }) => !(schema as z.ZodType).safeParse([]).success && Object.keys(shapeAt(schema)).length === 0)
    .filter(({ path }) => !/^(participants|related|revisions|source\.import)\.|otherClocks/.test(path))
    .map((field) => [field.path, field]),
);

/** All questions, in the order in which they are asked; one without words of its own begins as the schema does. */
const questions: readonly Question[] = [
  { flag: 'kind', ask: `What it is: ${documentKinds.join(', ')}` },
  {
    flag: 'fileNumber',
    ask: 'File number as printed',
    when: (answers) => isFiled(answers) && answers['absent'] === undefined,
    otherwise: 'absent',
  },
  {
    flag: 'absent',
    ask: 'What the copy-text lacks, in one sentence, as “No file number is printed”',
    when: (answers) => isFiled(answers) && answers['fileNumber'] === undefined,
  },
  { flag: 'heading', ask: 'Heading, as printed (with | between two lines of it)' },
  {
    flag: 'sender.place',
    ask: 'The post that sends it: the id of a place; washington, if it is the Department',
    when: goes,
  },
  {
    flag: 'recipient.place',
    ask: 'The post that receives it: the id of a place',
    when: (answers) => answers['sender.place'] === 'washington' && goes(answers) && !isOf('circular')(answers),
  },
  {
    flag: 'participants',
    ask: 'Who takes part, as printed, with a semicolon between two',
    optional: true,
    when: isOf('memorandum-of-conversation', 'minutes'),
  },
  { flag: 'telegramNumber', optional: true, when: isOf('telegram', 'circular') },
  { flag: 'despatchNumber', optional: true, when: isOf('despatch', 'instruction', 'note') },
  {
    flag: 'dateSent.date',
    ask: 'Date sent, in figures, as far as it is known; a span as 1938-08-02/1938-08-04',
    when: ({ undated }) => undated === undefined,
    otherwise: 'undated',
  },
  { flag: 'undated', when: (answers) => answers['dateSent.date'] === undefined },
  {
    flag: 'dateSent.printed',
    ask: 'Dateline as printed',
    optional: true,
    when: (answers) => answers['dateSent.date'] !== undefined,
  },
  { flag: 'source.volume', when: (_answers, { settings }) => Object.keys(settings.volumes).length !== 1 },
  {
    flag: 'letter',
    ask: 'A letter, from b on, if this is another document of that name',
    when: (answers, { settings, taken }) => taken.has(idOf(answers, settings) ?? ''),
  },
  { flag: 'text', ask: 'A plain-text file with its paragraphs, if you have one', optional: true },
];

/** The words of a question, without a stop. */
const wordsOf = ({ flag, ask = fields.get(flag)?.description ?? '' }: Question) => ask.replace(/(?:: `|\. |\.$).*/, '');

/** Every flag with what it says. */
export const flags: ReadonlyMap<string, string> = new Map([
  ...questions.map((question) => [question.flag, `${wordsOf(question)}.`] as const),
  ...[...fields.values()].map(({ path, description }) => [path, description] as const),
]);

/** Puts a question to the editor; rejects when the editor stops. */
type Ask = (question: string) => Promise<string>;

/**
 * Makes a document in a content folder, and says what was made and what comes next; `ask` is absent where nobody can be
 * asked. Throws PlainFailure when something is missing or wrong, or the editor stops; nothing is then written.
 */
export async function makeDocument(folder: string, given: Answers, ask?: Ask): Promise<void> {
  const answers = await complete(folder, given, ask);
  const content = readExisting(folder);
  const { plainText, leftOut } = readPlainText(answers['text']);
  const named = idOf(answers, content.settings);
  if (named === undefined)
    throw new PlainFailure(
      'No name can be made for the document: give --sender.place, --dateSent.date or --source.document. Nothing was written.',
    );
  const id = [named, answers['letter']].filter(Boolean).join('-');
  const text = documentText(answers, content.settings, plainText);
  const { document, messages, pointOf } = readDocumentFile(id, text);
  const number = answers['source.document'];
  const numbers = number === undefined ? new Map<string, never>() : numbersLike(number, folder);
  const surroundings = { ...content, numbers, ids: new Set([...content.ids, id]) };
  const across = document ? checkDocument(document, pointOf, surroundings) : [];
  const path = `documents/${id}.mdx`;
  const shown = `${basename(folder)}/${path}`;
  const problems = [...messages, ...across.filter(({ isWarning }) => !isWarning)];
  if (problems.length > 0) {
    const said = problems.map((one) => formatProblem({ file: path, ...one }));
    throw new PlainFailure([...said, `Nothing was written to ${shown}.`].join('\n\n'));
  }
  if (!createFile(join(folder, path), text))
    throw new PlainFailure(`There is a file ${shown} already. Nothing was written.`);
  if (folder === resolve('content')) await writeEditorSchemas('.', folder).catch(() => undefined);
  const first =
    plainText === undefined
      ? ', and write the text in place of [Text to come.].'
      : ', compare the text with the copy-text, and mark what wants a mark.';
  const said = leftOut.length > 0 ? `\nLeft out of the text, since it prints nothing: ${leftOut.join(', ')}.` : '';
  console.log(`Written: ${shown}. It passes the check.${said}
Next:
  1. Open it: fill in the record${first}
  2. npm run check
  3. npm start, and read it at http://localhost:4321${addresses.document(id)}
  4. npm run seal, when it is ready to be published.`);
}

/** A plain text with letters in one character each (NFC), without what prints nothing; what that is, by its code. */
function readPlainText(path: string | undefined): { plainText?: string; leftOut: readonly string[] } {
  const file = path === undefined ? undefined : readTextFile(path, '');
  if (file === undefined || 'problem' in file) return { leftOut: [] };
  // Word processors end a line inside a paragraph, a page or a column with a sign of its own.
  const lines = normalized(file.text).replace(/[\v\f\u0085\u2028\u2029]/g, '\n');
  const unseen = new RegExp(invisible, 'gu');
  const codes = new Set(lines.match(unseen)?.map(codeOf));
  return { plainText: lines.replace(unseen, '').normalize('NFC'), leftOut: [...codes] };
}

/** What a new document is held against; an editor may enter a new place while a question is open. */
function readExisting(folder: string) {
  const { settings, problems, ledger, ...records } = readRecords(folder);
  if (!settings || problems.length > 0)
    throw new PlainFailure([...problems.map(formatProblem), 'Nothing was written: mend this first.'].join('\n\n'));
  const ids = new Set(documentPaths(folder).map(({ id }) => id));
  /** Ids that documents have or had: a new one takes another. */
  const taken = new Set([...ids, ...ledger.documents.keys(), ...ledger.redirects.keys()]);
  // A plain text refers to no other document, so none is read for it.
  return { ...records, ledger, settings, ids, taken, drafts: new Map<string, never>() };
}

/** Which documents have a number in their volumes, among those whose files may say it: no others are read. */
function numbersLike(number: string, folder: string) {
  const drafts = documentPaths(folder).flatMap(({ id, file }) => {
    const read = readTextFile(join(folder, file), file);
    const text = 'problem' in read ? '' : read.text;
    const said = [...text.matchAll(/document: *['"]?([^\s'",}]+)/g)].map(([, one]) => one);
    return said.includes(number) ? [readDocumentFile(id, text).draft] : [];
  });
  return numbersIn(drafts);
}

type Existing = ReturnType<typeof readExisting>;

/** Asks for what no flag gives, each until its answer will do; without an editor, says all that is missing or wrong. */
async function complete(folder: string, given: Answers, ask: Ask | undefined): Promise<Answers> {
  const answers: Record<string, string | undefined> = { ...given };
  let content = readExisting(folder);
  const failures: string[] = [];
  for (const [flag, answer] of Object.entries(given)) {
    const fault = answer === undefined ? undefined : faultIn(flag, answer, answers, content);
    if (fault !== undefined) failures.push(`--${flag}: ${fault}`);
  }
  if (ask && failures.length === 0) console.log('Ctrl+C stops, and writes nothing.');
  for (const question of questions) {
    const { flag, optional, otherwise, when = () => true } = question;
    if (answers[flag] !== undefined || !when(answers, content)) continue;
    const because = flag === 'letter' ? `${idOf(answers, content.settings)} is here already, and stays as it is. ` : '';
    if (!ask || failures.length > 0) {
      const isSaid = questions.some((one) => one.otherwise === flag);
      const or = otherwise === undefined ? '' : ` (or --${otherwise} in its place)`;
      if (!optional && !isSaid) failures.push(`${because}--${flag} is missing${or}: ${wordsOf(question)}.`);
      continue;
    }
    const more = optional ? ' (optional)' : otherwise === undefined ? '' : ' (nothing, if there is none)';
    while (answers[flag] === undefined) {
      const answer = (await ask(`${because}${wordsOf(question)}${more}: `)).trim();
      if (answer === '' && (optional || otherwise !== undefined)) break;
      try {
        content = readExisting(folder);
      } catch {
        // A register that the editor has half written is looked at again later.
      }
      const fault = answer === '' ? 'This one is needed.' : faultIn(flag, answer, answers, content);
      if (fault === undefined) answers[flag] = answer;
      else console.log(`  ${fault}`);
    }
  }
  if (failures.length === 0) return answers;
  const advice = 'Nothing was written. `npm run new -- --help` lists all that can be said.';
  throw new PlainFailure([...failures, advice].join('\n'));
}

/** What is wrong with an answer, in a sentence; undefined where nothing is. */
function faultIn(flag: string, answer: string, answers: Answers, content: Existing): string | undefined {
  const { register, settings, taken } = content;
  if (flag === 'text') {
    const file = readTextFile(answer, '');
    // A word processor’s own format, and that of a web page, may be letters throughout.
    if ('text' in file && !/^\s*(?:\{\\rtf|<!doctype|<html|<\?xml)/i.test(file.text)) return undefined;
    const { code, actual } = 'text' in file ? { code: '', actual: 'a page with its markup' } : file.problem;
    return code === 'file-missing'
      ? `There is no file ${answer}. Give its way from this folder, or in full.`
      : `${answer} is not plain text in UTF-8, but ${actual}. Save it again as such: a word processor’s own format cannot be read.`;
  }
  const name = flag.split('.').at(-1) ?? flag;
  const field = fields.get(flag);
  if (field) {
    const [problem] = readYaml(stringify({ [name]: answer }), z.object({ [name]: field.schema })).problems;
    if (problem) return `“${answer}”: expected ${problem.expected}.`;
  }
  const kind = { person: 'persons', place: 'places', clock: 'places' }[name];
  if (kind !== undefined && register.get(answer)?.kind !== kind) {
    const known = [...register.values()].filter((entry) => entry.kind === kind).map(({ id }) => id);
    const near = known.find((id) => id.startsWith(`${answer}-`)) ?? nearestName(answer, known);
    return `“${answer}” is not in register/${kind}.yaml. ${meant(near)}A new one is entered there first, in three lines: its id, name: and summary:.`;
  }
  const volumes = Object.keys(settings.volumes);
  if (flag === 'source.volume' && !volumes.includes(answer))
    return `“${answer}” is no volume of edition.yaml; it has ${volumes.join(', ')}.`;
  const id = flag === 'letter' ? idOf(answers, settings) : undefined;
  if (id === undefined) return undefined;
  if (!taken.has(id)) return `Leave it out: ${id} is not here yet.`;
  if (!/^[b-z]$/.test(answer)) return `A letter from b to z, not “${answer}”.`;
  return taken.has(`${id}-${answer}`) ? `${id}-${answer} is here too. Take the next letter.` : undefined;
}

/** The id that a document with these answers has, without a letter; undefined while they do not tell. */
function idOf(answers: Answers, settings: EditionSettings): string | undefined {
  const { data } = documentRecord.safeParse(recordOf(answers, settings));
  return data && identifierOf(data);
}

/** A document file; its plain text, where it is not to come, has a paragraph a line, or empty lines between them. */
function documentText(answers: Answers, settings: EditionSettings, plainText: string | undefined): string {
  const { heading = '', telegramNumber } = answers;
  const attributes = { why: 'omitted', by: 'edition', reason: 'Not yet transcribed.' };
  const toCome: Inline = { type: 'mark', name: 'Gap', attributes, children: [words(placeholders.text)], at: fileStart };
  const numeral = telegramNumber === undefined ? [] : [words(`${telegramNumber}. `)];
  return writeDocument(template(documentRecord, recordOf(answers, settings)), {
    heading: heading.split('|').map((line) => [words(line.trim())]),
    body: plainText === undefined ? [paragraph(...numeral, toCome)] : paragraphsOf(plainText),
    notes: [],
  });
}

const words = (value: string): Inline => ({ type: 'text', value });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', role: 'text', children, at: fileStart });

/** Paragraphs of a plain text: where empty lines divide them their lines are joined, else each line is one. */
function paragraphsOf(text: string): Block[] {
  const whole = text.trim();
  const paragraphs = whole.split(/\n[ \t]*\n\s*/.test(whole) ? /\n[ \t]*\n\s*/ : '\n');
  const lines = paragraphs.map((part) => part.trim().replace(/\s*\n\s*|[ \t]+/g, ' ')).filter((line) => line !== '');
  return lines.map((line) => paragraph(words(line)));
}

/** The record as far as the answers go, and what holds for every new document. */
function recordOf(answers: Answers, settings: EditionSettings): Record<string, unknown> {
  const volume = answers['source.volume'] ?? Object.keys(settings.volumes)[0];
  const document = answers['source.document'];
  const at = volume === undefined ? undefined : settings.volumes[volume]?.url;
  const url = answers['source.url'] ?? (at && document ? `${at}/d${document}` : at);
  // Nobody is invented: a memorandum, minutes or a treaty may have neither sender nor recipient.
  const isFilled = (field: string) => goes(answers) || answers[`${field}.place`] !== undefined;
  const participants = answers['participants']?.split(';').map((name) => ({ name: name.trim() }));
  const all = {
    ...(isFilled('sender') && { 'sender.office': placeholders.office }),
    ...(isFilled('recipient') && { 'recipient.office': placeholders.office }),
    participants: participants?.filter(({ name }) => name !== ''),
    ...unprintedParts('dateSent', answers),
    ...unprintedParts('dateReceived', answers),
    'source.volume': volume,
    'source.copyText': `The text of ${document === undefined ? 'the document' : `document ${document}`} of the volume, as ${URL.parse(url ?? '')?.hostname} shows it.`,
    'source.url': url,
    'source.rights': settings.licences.text.name,
    'source.collated': 'false',
    'source.collation': 'Not collated with the printed page.',
    summary: placeholders.summary,
    absent: answers['absent'] === undefined ? undefined : [answers['absent']],
    revisions: [{ version: '1', date: today(), change: 'First published.' }],
    ...Object.fromEntries(Object.entries(answers).filter(([flag]) => fields.has(flag))),
  };
  const record = new Document({});
  for (const [path, value] of Object.entries(all)) if (value !== undefined) record.setIn(path.split('.'), value);
  return record.toJS() as Record<string, unknown>;
}

/** What of a date in figures the copy-text does not print: the year is the volume’s, the rest an inference. */
function unprintedParts(field: 'dateSent' | 'dateReceived', answers: Answers): Record<string, unknown> {
  const [date, printed] = [answers[`${field}.date`], answers[`${field}.printed`]];
  if (date === undefined || printed?.includes(date.slice(0, 4))) return {};
  const inferred = printed === undefined ? ['month', 'day'].slice(0, date.split('-').length - 1) : [];
  return {
    [`${field}.supplied`]: ['year'],
    ...(inferred.length > 0 && { [`${field}.inferred`]: inferred }),
    [`${field}.reason`]:
      printed === undefined
        ? 'The copy-text prints no such line; the year is that of the volume.'
        : 'The line gives no year: that of the volume is supplied.',
  };
}

/** How values are written: every one a string, since the schema says what is a number. */
const style = { schema: 'failsafe', lineWidth: 100, singleQuote: true, collectionStyle: 'any' } as const;

/** A record in the order of its schema; a field that it lacks is a comment, for the editor who can fill it. */
function template(schema: z.core.$ZodType, record: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(shapeAt(schema)).flatMap(([name, field]) => {
    const value = record[name];
    if (value === undefined) return name === 'import' ? [] : `# ${name}: ${explained(field)}`;
    if (typeof value !== 'object' || Array.isArray(value)) return stringify({ [name]: value }, style).trimEnd();
    return `${name}:\n${template(field, value as Record<string, unknown>).replace(/^/gm, '  ')}`;
  });
  return lines.join('\n');
}
