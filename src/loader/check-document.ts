/** What only the whole edition can tell of a document: whom it names, where it comes from, what it is called. */

import { placedMarks } from '../edition/apparatus.ts';
import type { EditionDocument, Point } from '../edition/document.ts';
import { isBefore } from '../edition/date-words.ts';
import { identifierAgrees, identifierOf, isDocumentId } from '../edition/identifier.ts';
import { isMarkIn, type MarkNameIn } from '../edition/marks.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { fileStart, meant, messageAt, type Message, type Wording } from '../edition/problems.ts';
import { parseTarget } from '../edition/reference.ts';

import { textOf } from '../edition/text.ts';
import type { FieldPath } from './read-yaml.ts';
import type { Draft } from './read-document-file.ts';
import type { Correspondent, DocumentRecord } from '../schema/frontmatter.ts';
import type { Register, RegisterKind } from '../schema/register.ts';
import type { HistoricalDate } from '../schema/historical-date.ts';
import type { EditionSettings } from '../schema/settings.ts';
import { anchoredBlocks } from '../edition/walk.ts';

/** What documents are held against. */
export interface Surroundings {
  readonly register: Register;
  /** Registers that cannot be asked, because they have problems of their own. */
  readonly broken: ReadonlySet<RegisterKind>;
  readonly settings: EditionSettings | undefined;
  /** Ids of all documents. */
  readonly ids: ReadonlySet<string>;
  /** The documents, as far as they could be read. */
  readonly drafts: ReadonlyMap<string, Draft>;
}

const registerOf: Record<MarkNameIn<'name'>, RegisterKind> = {
  Person: 'persons',
  Place: 'places',
  Organization: 'organizations',
  Term: 'terms',
};

/** Holds what could be read of a document against the registers, the settings and the other documents. */
export function checkDocument(
  draft: Draft,
  pointOf: (path: FieldPath) => Point,
  surroundings: Surroundings,
): Message[] {
  const { record } = draft;
  const document = record && { ...draft, record };
  return [
    ...(document ? checkCorrespondents(document, pointOf, surroundings) : []),
    ...(document ? checkRecord(document, pointOf, surroundings) : []),
    ...(document ? checkNumber(document, pointOf) : []),
    ...checkMarks(draft, surroundings),
  ];
}

function checkEntry({ register, broken }: Surroundings, kind: RegisterKind, id: string, at: Point): Message[] {
  const entry = register.get(id);
  if (broken.has(kind) || entry?.kind === kind) return [];
  const expected = `the id of an entry in register/${kind}.yaml`;
  if (entry) {
    const actual = `${id}, which stands in register/${entry.kind}.yaml`;
    const mend = 'Use the mark or field that names such an entry, or correct the id.';
    return [messageAt(at, 'entry-wrong-register', { expected, actual, mend })];
  }
  const known = [...register.values()].filter((candidate) => candidate.kind === kind).map((candidate) => candidate.id);
  const mend = `${meant(nearestName(id, known))}Correct the id, or add the entry to register/${kind}.yaml.`;
  return [messageAt(at, 'entry-unknown', { expected, actual: id, mend })];
}

function checkCorrespondents(
  { record }: EditionDocument,
  pointOf: (path: FieldPath) => Point,
  surroundings: Surroundings,
): Message[] {
  const check = (field: 'sender' | 'recipient', { person, place }: Correspondent, index: number): Message[] => [
    ...(person === undefined ? [] : checkEntry(surroundings, 'persons', person, pointOf([field, index, 'person']))),
    ...(place === undefined ? [] : checkEntry(surroundings, 'places', place, pointOf([field, index, 'place']))),
  ];
  return (['sender', 'recipient'] as const).flatMap((field) =>
    record[field].flatMap((correspondent, index) => check(field, correspondent, index)),
  );
}

const shownDate = ({ date, hour, offset }: HistoricalDate): string =>
  [date, hour, offset].filter((part) => part !== undefined).join(' ');

function checkRecord(
  { id, record }: EditionDocument,
  pointOf: (path: FieldPath) => Point,
  surroundings: Surroundings,
): Message[] {
  const found: Message[] = [];
  const say = (path: FieldPath, code: string, words: Wording): void => {
    found.push(messageAt(pointOf(path), code, words));
  };
  const { settings, ids } = surroundings;
  const { source, dateSent, dateReceived, revisions } = record;
  for (const field of ['dateSent', 'dateReceived'] as const) {
    const date = record[field];
    if (date?.clock !== undefined)
      found.push(...checkEntry(surroundings, 'places', date.clock, pointOf([field, 'clock'])));
    date?.otherClocks?.forEach(({ place }, index) => {
      found.push(...checkEntry(surroundings, 'places', place, pointOf([field, 'otherClocks', index, 'place'])));
    });
  }
  if (settings && !Object.hasOwn(settings.volumes, source.volume)) {
    const suggestion = nearestName(source.volume, Object.keys(settings.volumes));
    say(['source', 'volume'], 'volume-unknown', {
      expected: 'the key of a volume in edition.yaml',
      actual: source.volume,
      mend: `${meant(suggestion)}Correct the key, or add the volume to edition.yaml.`,
    });
  }
  if (dateReceived && isBefore(dateReceived, dateSent)) {
    say(['dateReceived', 'date'], 'received-before-sent', {
      expected: `a date of receipt not before the date sent, ${shownDate(dateSent)}`,
      actual: shownDate(dateReceived),
      mend: 'Correct one of the two. If only the clocks of two places differ, give hour and offset of both.',
    });
  }
  found.push(...checkId(id, record, ids));
  record.related.forEach((related, index) => {
    if (related.id === undefined || ids.has(related.id)) return;
    say(['related', index, 'id'], 'document-unknown', {
      expected: 'the id of a document of this edition',
      actual: related.id,
      mend: `${meant(nearestName(related.id, ids))}Correct the id, or remove the field while the document is not here.`,
    });
  });
  revisions.forEach(({ version, date }, index) => {
    const previous = revisions[index - 1];
    if (version !== index + 1) {
      say(['revisions', index, 'version'], 'revisions-order', {
        expected: `version ${index + 1} here: revisions stand in order, from version 1`,
        actual: `version ${version}`,
        mend: 'Number the revisions 1, 2, 3 … with the newest last.',
      });
    }
    if (previous && date < previous.date) {
      say(['revisions', index, 'date'], 'revisions-dates', {
        expected: `a date not before ${previous.date}, the date of the revision before`,
        actual: date,
        mend: 'Correct the date.',
      });
    }
  });
  return found;
}

/** The file is named as its record says; a name that cannot be an id is reported where the file is read. */
function checkId(id: string, record: DocumentRecord, ids: ReadonlySet<string>): Message[] {
  const expected = identifierOf(record);
  if (expected === undefined || !isDocumentId(id) || identifierAgrees(id, expected)) return [];
  const letters = ['', '-b', '-c', '-d', '-e', '-f', '-g', '-h'];
  const name = letters.map((letter) => expected + letter).find((free) => !ids.has(free)) ?? expected;
  const number = 'the place, year or number in the record';
  return [
    messageAt(fileStart, 'id-disagrees', {
      expected: `the file to be named ${expected}.mdx, as its record says`,
      actual: `${id}.mdx`,
      mend:
        name === expected
          ? `Rename the file to ${expected}.mdx, or correct ${number}.`
          : `Correct ${number}: there is a file ${expected}.mdx already. If both are right, rename this one to ${name}.mdx.`,
    }),
  ];
}

/** The number that the text begins with is the record's. */
function checkNumber({ record, body }: EditionDocument, pointOf: (path: FieldPath) => Point): Message[] {
  if (record.telegramNumber === undefined) return [];
  const first = anchoredBlocks(body).find((block) => block.type === 'paragraph' && block.role === 'text');
  if (first?.type !== 'paragraph') return [];
  const printed = /^(\d+)\. /.exec(textOf(first.children))?.[1];
  if (printed === undefined || Number(printed) === record.telegramNumber) return [];
  return [
    messageAt(pointOf(['telegramNumber']), 'telegram-number', {
      expected: `the text to begin with “${record.telegramNumber}. ”, the telegramNumber of the record`,
      actual: `“${printed}. ”`,
      mend: `Correct telegramNumber, or the number at the beginning of the text (written ${record.telegramNumber}\\.).`,
    }),
  ];
}

/** Every address in a document's page that a reference can lead to. */
function anchorsOf({ record, body, notes }: Draft): Set<string> {
  return new Set([
    'heading',
    // What a record with problems would print is not known: it is no second problem.
    ...(record === undefined || record.dateSent.printed !== undefined ? ['dateline'] : []),
    ...(record === undefined || record.dateReceived?.printed !== undefined ? ['received'] : []),
    ...anchoredBlocks(body).flatMap((block) => block.anchor ?? []),
    ...notes.map((note) => note.anchor),
  ]);
}

/** Marks without what they need are the reader's to report; here it is asked whether it exists. */
function checkMarks(draft: Draft, surroundings: Surroundings): Message[] {
  return placedMarks(draft).flatMap(({ mark: { name, attributes, at } }): Message[] => {
    const { id, to } = attributes;
    if (isMarkIn(name, 'name')) return id === undefined ? [] : checkEntry(surroundings, registerOf[name], id, at);
    return name === 'Ref' && to !== undefined ? checkReference(to, at, draft, surroundings) : [];
  });
}

function checkReference(to: string, at: Point, draft: Draft, { ids, drafts }: Surroundings): Message[] {
  const target = parseTarget(to);
  let suggestion: string | undefined;
  if (target?.kind === 'place') {
    const { id, anchor } = target;
    const place = id === undefined ? draft : drafts.get(id);
    const isKnown = id === undefined || ids.has(id);
    if (isKnown && (anchor === undefined || place === undefined || anchorsOf(place).has(anchor))) return [];
    if (!isKnown) suggestion = nearestName(id, ids);
  } else if (target) return [];
  return [
    messageAt(at, 'reference-unknown', {
      expected:
        'a document of this edition, a paragraph or note that it has (#p3, moscow-1936-39#p3), an address (https://…), or not-printed',
      actual: to,
      mend: `${meant(suggestion)}Correct the target of the reference.`,
    }),
  ];
}
