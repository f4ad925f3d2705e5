/** The frontmatter of a document: what the edition knows about it, in the editor's words. */
import { z } from 'zod';

import { address, day, documentNumber, edtfDate, identifier, matching, oneOrMore, optional } from './scalars.ts';
import { several, trueOrFalse, wholeNumber, words, type Immutable } from './scalars.ts';

/** The kinds of document that FRUS prints. */
export const documentKinds = [
  'telegram',
  'despatch',
  'instruction',
  'circular',
  'letter',
  'note',
  'memorandum',
  'memorandum-of-conversation',
  'aide-memoire',
  'minutes',
  'statement',
  'treaty',
  'editorial-note',
  'paper',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Kinds that lie in no file: the volume’s editors wrote them, or they were published elsewhere. */
export const unfiledKinds: ReadonlySet<DocumentKind> = new Set(['editorial-note', 'treaty']);

/** Whether a rule of several fields can be asked: also where others have problems of their own. */
const hasFields = ({ value }: { readonly value: unknown }): boolean => typeof value === 'object' && value !== null;

const person = identifier('the id of a person');
const place = identifier('the id of a place');
const commit = matching(/^[0-9a-f]{7,40}$/, 'a commit in 7 to 40 figures and letters to f');
const fingerprint = matching(/^[0-9a-f]{64}$/, 'a fingerprint of 64 figures and small letters');

const correspondent = z
  .strictObject({
    person: optional(person, 'The id of the person in register/persons.yaml.', 'nobody is identified'),
    name: optional(words(), 'The name as printed, while nobody has said who it is: `Gilbert`.', 'none'),
    office: optional(words(), 'The office as the heading prints it: `Chargé in the Soviet Union`.', 'none is printed'),
    place: optional(place, 'The id of the place in register/places.yaml.', 'not known'),
  })
  .refine(({ person, name, office }) => (person ?? name ?? office) !== undefined, {
    path: ['office'],
    error: 'the office as printed, or at least a person or a name',
    when: hasFields,
  });

/** The parts of a date that can be known separately. */
export const dateParts = ['year', 'month', 'day', 'hour', 'offset'] as const;
export type DatePart = (typeof dateParts)[number];

const part = z.enum(dateParts);
const offset = () => matching(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC, such as -05:00');
const clock = z.strictObject({
  place: place.describe('The id of the place.'),
  offset: offset().describe('The offset of its clock from UTC on that day: `+03:00`.'),
});

/** Dates are known to some precision, and each part has its standing. */
export const historicalDate = z
  .strictObject({
    printed: optional(
      words(),
      'The line as printed, brackets and all: `[Received January 31—2:55 p.m.]`.',
      'the copy-text prints none',
    ),
    date: edtfDate().describe(
      'The date in figures, to the precision that is known: `1936-01-31`, `1936-01` or `1936`; a span of them: `1938-08-02/1938-08-04`.',
    ),
    hour: optional(
      matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'an hour of 24 with minutes, such as 14:55'),
      'The hour by the local clock, of 24: `14:55`; `12:00` is noon, `24:00` the midnight that ends the day.',
      'not known',
    ),
    offset: optional(
      offset(),
      'How far that clock was from UTC: `-05:00` for Washington in winter, `+03:00` for Moscow.',
      'not known',
    ),
    clock: optional(place, 'Whose clock that is: the id of the place in register/places.yaml.', 'not said'),
    otherClocks: optional(z.array(clock), 'Other places whose clocks the record shows for the same moment.', 'none'),
    supplied: several(part, 'Parts that the copy-text does not print but its volume fixes, such as `[year]`.', 'none'),
    inferred: several(part, 'Parts that are the edition’s inference, such as `[month, day]`.', 'none'),
    reason: optional(
      words(),
      'Why, in one sentence; required as soon as a part is supplied or inferred.',
      'no part is supplied or inferred',
    ),
  })
  .refine(({ supplied, inferred, reason }) => supplied.length + inferred.length === 0 || reason !== undefined, {
    path: ['reason'],
    error: 'one sentence that says why parts are supplied or inferred',
  })
  .superRefine(({ date, hour, offset, ...standing }, context) => {
    const [first = ''] = date.split('/');
    const given = [...dateParts.slice(0, first.split('-').length), hour && 'hour', offset && 'offset'];
    if (hour !== undefined && date.length !== 10)
      context.addIssue({ code: 'custom', path: ['hour'], message: 'left out where the date is not one day' });
    for (const field of ['supplied', 'inferred'] as const) {
      standing[field].forEach((known, index) => {
        if (given.includes(known)) return;
        context.addIssue({ code: 'custom', path: [field, index], message: 'a part that this date gives' });
      });
    }
  });

/** A date as the edition knows it: strings, each part with its standing. */
export type HistoricalDate = Immutable<z.output<typeof historicalDate>>;

/** A number of a series of messages: not always a number in the sense of arithmetic. */
const printedNumber = () => matching(/^(?=.*\d)[\dA-Z][\dA-Za-z–/. -]*$/, 'a number as printed, such as 39');

/** What `npm run import` says of a document that it wrote. */
const importRecord = z.strictObject({
  repository: address().describe('The address of the repository that has the TEI.'),
  commit: optional(commit, 'The commit that the file is of.', 'not said'),
  file: words().describe('The name of the file: `frus1936v03.xml`.'),
  id: words().describe('The `xml:id` of the document in it: `d340`.'),
  sha256: fingerprint.describe(
    'The fingerprint of what was written; another one now shows that an editor has changed it.',
  ),
});

const sourceRecord = z.strictObject({
  volume: words().describe('The key of the volume in edition.yaml: `frus1936v04`.'),
  document: optional(documentNumber(), 'The number of the document in the volume.', 'it has none'),
  page: optional(words(), 'The printed page on which it begins: `32`.', 'not seen'),
  pages: optional(words(), 'The pages of the printed volume: `32–33`.', 'not seen'),
  chapter: optional(words(), 'The chapter of the volume.', 'none'),
  copyText: words().describe('What was transcribed, in one sentence.'),
  url: address().describe('The address of the copy-text.'),
  rights: words().describe('Under what rights the copy-text stands.'),
  collated: trueOrFalse().describe('Whether the transcription was compared with the printed page: `true` or `false`.'),
  collation: words().describe('What was compared with what, in one sentence.'),
  archive: optional(words(), 'Where the original is held.', 'not known'),
  import: optional(importRecord, 'Where `npm run import` has it from; written by that command alone.', 'not imported'),
});

const relatedDocument = z.strictObject({
  relation: z
    .enum(['previous', 'next', 'answer', 'paraphrase', 'enclosure'])
    .describe('How it is related: `previous` or `next` in the volume, an `answer`, a `paraphrase` or an `enclosure`.'),
  title: words().describe('What it is, in the words of the source.'),
  document: optional(wholeNumber(33), 'Its number in the volume.', 'not seen'),
  page: optional(words(), 'Its page in the printed volume, where no number was seen.', 'not seen'),
  fileNumber: optional(words(), 'Its file number: `761.9315 Manchuria/36`.', 'not seen'),
  url: optional(address(), 'Its address elsewhere.', 'not seen'),
  id: optional(identifier('the id of a document'), 'Its id in this edition.', 'it is not here'),
});

const revision = z.strictObject({
  version: wholeNumber(1).describe('The version that this change makes: 1, 2, 3 …'),
  date: day().describe('The day of the change: `2026-01-31`.'),
  change: words().describe('What changed, in one sentence.'),
  sha256: optional(fingerprint, 'The fingerprint of the text, which `npm run seal` writes.', 'not sealed'),
});

const none = 'none is printed';

/** All fields of a document's record. */
export const documentRecord = z
  .strictObject({
    fileNumber: optional(
      words('a file number, such as 761.9315 Manchuria/35'),
      'The file number as printed: `761.9315 Manchuria/35`. Required unless `fileLine` is given, `absent` says that no file number is printed, or it is an editorial note or treaty.',
      'the document has none',
    ),
    fileLine: optional(
      words(),
      'The line above the heading, only where it is neither `<file number>: Telegram` (for a telegram) nor the file number alone.',
      'derived',
    ),
    kind: z.enum(documentKinds).describe(`What it is: ${documentKinds.map((kind) => `\`${kind}\``).join(', ')}.`),
    telegramNumber: optional(printedNumber(), 'The number of the telegram as sent.', 'it has none'),
    despatchNumber: optional(printedNumber(), 'The number of the despatch, instruction or note.', 'it has none'),
    sender: oneOrMore(correspondent, 'Who sends it: person or name, office, place; one or a list.', none),
    recipient: oneOrMore(correspondent, 'To whom it is sent: person or name, office, place; one or a list.', none),
    participants: several(correspondent, 'Who takes part in a conversation or meeting.', none),
    dateSent: optional(
      historicalDate,
      'When it was sent; parts not printed are listed as supplied or inferred. Required unless `undated` is given.',
      'not known',
    ),
    undated: optional(words(), 'Why no date can be given, in one sentence.', 'it has a date'),
    dateReceived: optional(historicalDate, 'When it was received.', 'not printed'),
    source: sourceRecord.describe('Where the text comes from.'),
    summary: words().describe('What it says, in one or two sentences; shown in lists and in search engines.'),
    summaryFrom: z.enum(['edition', 'list-of-papers', 'volume', 'first-words']).default('edition').meta({
      description:
        'Whose words the summary is: the `edition`’s, those of the volume in its `list-of-papers` or with the text (`volume`), or the document’s `first-words`.',
      otherwise: '`edition`',
    }),
    absent: several(words(), 'What the copy-text lacks and a reader would look for, one sentence each.', 'nothing'),
    related: several(relatedDocument, 'Documents that belong to it.', 'none'),
    revisions: z
      .array(revision)
      .min(1, { error: 'at least the revision that first published the document' })
      .describe('Every published change, oldest first; the first is version 1.'),
  })
  .refine(
    ({ kind, fileNumber, fileLine, source, absent }) =>
      unfiledKinds.has(kind) ||
      // Of a record with other problems the last two may be missing.
      (fileNumber ??
        fileLine ??
        (source as { import?: unknown } | undefined)?.import ??
        (absent as readonly string[] | undefined)?.find((one) => /file number/i.test(one))) !== undefined,
    {
      path: ['fileNumber'],
      error:
        'a file number, such as 761.9315 Manchuria/35, the line that is printed in its place as fileLine, or a sentence under absent that says that no file number is printed',
      when: hasFields,
    },
  )
  .refine(({ dateSent, undated }) => (dateSent === undefined) !== (undated === undefined), {
    path: ['dateSent'],
    error: 'either a date, or `undated` with the reason why none can be given',
    when: hasFields,
  });

/** What the edition knows about a document: its typed frontmatter. */
export type DocumentRecord = Immutable<z.output<typeof documentRecord>>;
/** One sender or recipient, in the office that the heading gives. */
export type Correspondent = DocumentRecord['sender'][number];
/** A change to a published document. */
export type Revision = DocumentRecord['revisions'][number];
