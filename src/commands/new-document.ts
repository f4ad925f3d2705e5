/** A new document: its file's text from answers, held against the rest of the content before it is written. */
import { stringify } from 'yaml';
import { assignAnchors } from '../edition/anchors.ts';
import { identifierOf } from '../edition/identifier.ts';
import type { Problem } from '../edition/problems.ts';

import { checkDocument, type Surroundings } from '../loader/check-document.ts';
import { readDocumentFile } from '../loader/read-document-file.ts';
import { writeParagraphs, writeText } from '../markdown/write-text.ts';
import { fieldsOf } from '../schema/fields.ts';
import { frontmatterJsonSchema } from '../schema/json-schema.ts';
import type { Answers } from './new-answers.ts';
import { newRecord } from './new-record.ts';
import type { EditionSettings } from '../schema/settings.ts';

/** A document file that is not written yet. */
export interface NewDocument {
  readonly id: string;
  readonly text: string;
  /** What the checker says of it. */
  readonly problems: readonly Problem[];
}

/** Stands where the text will: the checker takes it, and no reader takes it for the document's. */
const textToCome = '<Gap why="omitted" by="edition" reason="Not yet transcribed.">[Text to come.]</Gap>';

/**
 * Makes a document from answers that are complete.
 *
 * @param plainText Its text, a paragraph a line or with empty lines between; absent where it is to come.
 * @param today The day of the first revision.
 */
export function newDocument(
  answers: Answers,
  around: Surroundings & { readonly settings: EditionSettings },
  plainText: string | undefined,
  today: string,
): NewDocument {
  const record = newRecord(answers, around, around.settings.licences.text.name, today);
  const text = fileText(record, answers, plainText);
  const { document, messages: problems, pointOf } = readDocumentFile('new', text);
  const named = document && identifierOf(document.record);
  const id = [named ?? 'new', answers['letter']].filter(Boolean).join('-');
  const ids = new Set([...around.ids, id]);
  const across = document ? checkDocument(assignAnchors({ ...document, id }), pointOf, { ...around, ids }) : [];
  const file = `documents/${id}.mdx`;
  return { id, text, problems: [...problems, ...across].map((found) => ({ file, ...found })) };
}

function fileText(record: Readonly<Record<string, unknown>>, answers: Answers, plainText: string | undefined): string {
  const heading = (answers['heading'] ?? '')
    .split('|')
    .map((line) => `# ${writeText(line.trim())}`)
    .join('\n');
  const { number } = answers;
  const numeral = number !== undefined && answers['kind'] === 'telegram' ? `${number}\\. ` : '';
  const body = plainText === undefined ? numeral + textToCome : writeParagraphs(plainText);
  const yaml = stringify(record, { lineWidth: 100, singleQuote: true, collectionStyle: 'any' });
  return `---\n${yaml}${unfilled(record)}---\n\n${heading}\n\n${body}\n`;
}

/** The fields that a record may have and does not, as comments for the editor who can fill them. */
function unfilled(record: Readonly<Record<string, unknown>>): string {
  const has = (path: string): boolean => {
    const [top = '', inner] = path.split('.');
    const own = record[top];
    return inner === undefined ? own !== undefined : isObject(own) && own[inner] !== undefined;
  };
  const lines = fieldsOf(frontmatterJsonSchema())
    .filter(({ path, required }) => !required && !has(path))
    .filter(({ path }) => !path.includes('.') || has(path.split('.')[0] ?? ''))
    .filter(({ path }) => !/^(related|revisions)\.|\..+\./.test(path))
    .map(({ path, description }) => `#   ${path}: ${description}`);
  return ['# Also possible, where it is known:', ...lines, ''].join('\n');
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
