/** The frontmatter of a document: what the edition knows about it, in the editor's words. */
import { z } from 'zod';

import { historicalDate } from './historical-date.ts';
import {
  address,
  day,
  identifier,
  matching,
  oneOrMore,
  trueOrFalse,
  wholeNumber,
  words,
  type Immutable,
} from './scalars.ts';

/** The kinds of document that FRUS prints. */
export const documentKinds = ['telegram', 'despatch', 'letter', 'memorandum', 'note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

const correspondent = z.strictObject({
  person: identifier('the id of a person')
    .optional()
    .describe('The id of the person in register/persons.yaml. Default: nobody is named.'),
  office: words().describe('The office as the heading prints it: `Chargé in the Soviet Union`. Required.'),
  place: identifier('the id of a place')
    .optional()
    .describe('The id of the place in register/places.yaml. Default: not known.'),
});

const sourceRecord = z.strictObject({
  volume: words().describe('The key of the volume in edition.yaml: `frus1936v04`. Required.'),
  document: wholeNumber(32).optional().describe('The number of the document in the volume. Default: it has none.'),
  pages: words().optional().describe('The pages of the printed volume: `32–33`. Default: not seen.'),
  chapter: words().optional().describe('The chapter of the volume. Default: none.'),
  copyText: words().describe('What was transcribed, in one sentence. Required.'),
  url: address().describe('The address of the copy-text. Required.'),
  rights: words().describe('Under what rights the copy-text stands. Required.'),
  collated: trueOrFalse().describe(
    'Whether the transcription was compared with the printed page: `true` or `false`. Required.',
  ),
  collation: words().describe('What was compared with what, in one sentence. Required.'),
  archive: words().optional().describe('Where the original is held. Default: not known.'),
});

const relatedDocument = z.strictObject({
  relation: z
    .enum(['previous', 'next', 'answer', 'paraphrase', 'enclosure'])
    .describe(
      'How it is related: `previous` or `next` in the volume, an `answer`, a `paraphrase` or an `enclosure`. Required.',
    ),
  title: words().describe('What it is, in the words of the source. Required.'),
  document: wholeNumber(33).optional().describe('Its number in the volume. Default: not seen.'),
  page: words().optional().describe('Its page in the printed volume, where no number was seen. Default: not seen.'),
  fileNumber: words().optional().describe('Its file number: `761.9315 Manchuria/36`. Default: not seen.'),
  url: address().optional().describe('Its address elsewhere. Default: not seen.'),
  id: identifier('the id of a document').optional().describe('Its id in this edition. Default: it is not here.'),
});

const revision = z.strictObject({
  version: wholeNumber(1).describe('The version that this change makes: 1, 2, 3 … Required.'),
  date: day().describe('The day of the change: `2026-01-31`. Required.'),
  change: words().describe('What changed, in one sentence. Required.'),
  sha256: matching(/^[0-9a-f]{64}$/, 'a fingerprint of 64 figures and small letters')
    .optional()
    .describe('The fingerprint of the text, which `npm run seal` writes. Default: not sealed.'),
});

/** All fields of a document's record. */
export const documentRecord = z.strictObject({
  fileNumber: words('a file number, such as 761.9315 Manchuria/35').describe(
    'The file number as printed: `761.9315 Manchuria/35`. Required.',
  ),
  fileLine: words()
    .optional()
    .describe(
      'The line above the heading, only where it is neither `<file number>: Telegram` (for a telegram) nor the file number alone. Default: derived.',
    ),
  kind: z
    .enum(documentKinds)
    .describe('What it is: `telegram`, `despatch`, `letter`, `memorandum` or `note`. Required.'),
  telegramNumber: wholeNumber(39).optional().describe('The number of the telegram as sent. Default: it has none.'),
  despatchNumber: wholeNumber(412).optional().describe('The number of the despatch. Default: it has none.'),
  sender: oneOrMore(correspondent).describe('Who sends it: person, office, place; one or a list. Required.'),
  recipient: oneOrMore(correspondent).describe('To whom it is sent: person, office, place; one or a list. Required.'),
  dateSent: historicalDate.describe(
    'When it was sent. Required; parts not printed are listed as supplied or inferred.',
  ),
  dateReceived: historicalDate.optional().describe('When it was received. Default: not printed.'),
  source: sourceRecord.describe('Where the text comes from. Required.'),
  summary: words().describe('What it says, in one or two sentences; shown in lists and in search engines. Required.'),
  absent: z
    .array(words())
    .default([])
    .describe('What the copy-text lacks and a reader would look for, one sentence each. Default: nothing.'),
  related: z.array(relatedDocument).default([]).describe('Documents that belong to it. Default: none.'),
  revisions: z
    .array(revision)
    .min(1, { error: 'at least the revision that first published the document' })
    .describe('Every published change, oldest first; the first is version 1. Required.'),
});

/** What the edition knows about a document: its typed frontmatter. */
export type DocumentRecord = Immutable<z.output<typeof documentRecord>>;
/** One sender or recipient, in the office that the heading gives. */
export type Correspondent = DocumentRecord['sender'][number];
/** Where the text comes from. */
export type SourceRecord = DocumentRecord['source'];
/** Another document of the same volume, or an answer to this one. */
export type RelatedDocument = DocumentRecord['related'][number];
/** A change to a published document. */
export type Revision = DocumentRecord['revisions'][number];
