/** The situations of `tests/fixtures/documents`, each a document of an edition. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { parse, stringify } from 'yaml';
import { assignAnchors } from '../../src/edition/anchors.ts';
import type { EditionDocument } from '../../src/edition/document.ts';
import { readDocumentFile } from '../../src/loader/read-document-file.ts';
import { inventedSource } from '../edition/documents.ts';

/** The folder of the fixtures. */
export const root = fileURLToPath(new URL('../fixtures/documents', import.meta.url));
/** Their names, in order. */
export const situations = (await readdir(root)).sort();

/** What a fixture's record need not say. */
const usual = {
  kind: 'telegram',
  sender: { office: 'Invented Sender' },
  recipient: { office: 'Invented Recipient' },
  dateSent: { date: '1936-03-01' },
  source: { ...inventedSource, volume: 'frus1936v04' },
  summary: 'Invented.',
  revisions: [{ version: 1, date: '2026-01-01', change: 'First published.' }],
};

/** A fixture as a document of an edition; it must have no problem. */
export async function readSituation(situation: string): Promise<EditionDocument> {
  const input = await readFile(`${root}/${situation}/input.mdx`, 'utf8');
  const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(input) ?? [];
  const record = stringify({ ...usual, ...(parse(frontmatter) as object) });
  const { document, messages: problems } = readDocumentFile('harbin-1936-1', `---\n${record}---\n${body}`);
  expect(problems).toEqual([]);
  if (!document) throw new Error('There is no document.');
  return assignAnchors(document);
}
