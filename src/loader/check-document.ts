/** What only the whole edition can tell of a document: whom it names, where it comes from, what it is called. */

import { placedMarks } from '../edition/apparatus.ts';
import type { EditionDocument, Point } from '../edition/document.ts';
import { isBefore } from '../edition/historical-date.ts';
import { identifierAgrees, identifierOf, isDocumentId } from '../edition/identifier.ts';
import type { MarkName } from '../edition/marks.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { finding, type Message } from '../edition/problems.ts';

import { textOf } from '../edition/text.ts';
import type { FieldPath } from './read-yaml.ts';
import type { Draft } from './read-document-file.ts';
import type { Correspondent } from '../schema/frontmatter.ts';
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

const registerOf: Partial<Record<MarkName, RegisterKind>> = {
  Person: 'persons',
  Place: 'places',
  Organization: 'organizations',
  Term: 'terms',
};

/** Holds what could be read of a document against the registers, the settings and the other documents. */
export function checkDocument(draft: Draft, pointOf: (path: FieldPath) => Point, around: Surroundings): Message[] {
  const { record } = draft;
  const document = record && { ...draft, record };
  return [
    ...(document ? checkCorrespondents(document, pointOf, around) : []),
    ...(document ? checkRecord(document, pointOf, around) : []),
    ...(document ? checkNumber(document, pointOf) : []),
    ...checkMarks(draft, around),
  ];
}

function checkEntry({ register, broken }: Surroundings, kind: RegisterKind, id: string, at: Point): Message[] {
  const entry = register.get(id);
  if (broken.has(kind)) return [];
  if (entry?.kind === kind) return [];
  if (entry) return [finding('entry-wrong-register', at, kind, id, entry.kind)];
  const known = [...register.values()].filter((candidate) => candidate.kind === kind);
  return [
    finding(
      'entry-unknown',
      at,
      kind,
      id,
      nearestName(
        id,
        known.map((candidate) => candidate.id),
      ),
    ),
  ];
}

function checkCorrespondents(
  { record }: EditionDocument,
  pointOf: (path: FieldPath) => Point,
  around: Surroundings,
): Message[] {
  const check = (field: 'sender' | 'recipient', { person, place }: Correspondent, index: number): Message[] => [
    ...(person === undefined ? [] : checkEntry(around, 'persons', person, pointOf([field, index, 'person']))),
    ...(place === undefined ? [] : checkEntry(around, 'places', place, pointOf([field, index, 'place']))),
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
  around: Surroundings,
): Message[] {
  const found: Message[] = [];
  const { settings, ids } = around;
  const { source, dateSent, dateReceived, revisions } = record;
  for (const field of ['dateSent', 'dateReceived'] as const) {
    const date = record[field];
    if (date?.clock !== undefined) found.push(...checkEntry(around, 'places', date.clock, pointOf([field, 'clock'])));
    date?.otherClocks?.forEach(({ place }, index) => {
      found.push(...checkEntry(around, 'places', place, pointOf([field, 'otherClocks', index, 'place'])));
    });
  }
  if (settings && !Object.hasOwn(settings.volumes, source.volume)) {
    const suggestion = nearestName(source.volume, Object.keys(settings.volumes));
    found.push(finding('volume-unknown', pointOf(['source', 'volume']), source.volume, suggestion));
  }
  if (dateReceived && isBefore(dateReceived, dateSent)) {
    const at = pointOf(['dateReceived', 'date']);
    found.push(finding('received-before-sent', at, shownDate(dateSent), shownDate(dateReceived)));
  }
  const expected = identifierOf(record);
  // A name that is no id at all is reported as that.
  if (expected !== undefined && isDocumentId(id) && !identifierAgrees(id, expected)) {
    found.push(finding('id-disagrees', { line: 1, column: 1 }, id, expected));
  }
  record.related.forEach((related, index) => {
    if (related.id !== undefined && !ids.has(related.id)) {
      found.push(
        finding('document-unknown', pointOf(['related', index, 'id']), related.id, nearestName(related.id, ids)),
      );
    }
  });
  revisions.forEach(({ version, date }, index) => {
    const previous = revisions[index - 1];
    if (version !== index + 1) {
      found.push(finding('revisions-order', pointOf(['revisions', index, 'version']), index + 1, version));
    }
    if (previous && date < previous.date) {
      found.push(finding('revisions-dates', pointOf(['revisions', index, 'date']), previous.date, date));
    }
  });
  return found;
}

/** The number that the text begins with is the record's. */
function checkNumber({ record, body }: EditionDocument, pointOf: (path: FieldPath) => Point): Message[] {
  if (record.telegramNumber === undefined) return [];
  const first = anchoredBlocks(body).find((block) => block.type === 'paragraph' && block.role === 'text');
  if (first?.type !== 'paragraph') return [];
  const printed = /^(\d+)\. /.exec(textOf(first.children))?.[1];
  if (printed === undefined || Number(printed) === record.telegramNumber) return [];
  return [finding('telegram-number', pointOf(['telegramNumber']), record.telegramNumber, `${printed}. `)];
}

/** Every address in a document's page that a reference can lead to. */
function anchorsOf({ body, notes }: Draft): Set<string> {
  return new Set([
    'heading',
    'received',
    ...anchoredBlocks(body).flatMap((block) => block.anchor ?? []),
    ...notes.map((note) => note.anchor),
  ]);
}

/** Marks without what they need are the reader's to report; here it is asked whether it exists. */
function checkMarks(draft: Draft, around: Surroundings): Message[] {
  return placedMarks(draft)
    .map(({ mark }) => mark)
    .flatMap((mark): Message[] => {
      const kind = registerOf[mark.name];
      const { id, to } = mark.attributes;
      if (kind) return id === undefined ? [] : checkEntry(around, kind, id, mark.at);
      if (mark.name !== 'Ref' || to === undefined) return [];
      if (to === 'not-printed' || /^https?:\/\/\S+$/.test(to)) return [];
      const [targetId = '', anchor] = to.split('#');
      const target = targetId === '' ? draft : around.drafts.get(targetId);
      const missing = target && anchor !== undefined && !anchorsOf(target).has(anchor);
      if (!missing && (targetId === '' || around.ids.has(targetId))) return [];
      const meant = missing ? undefined : nearestName(targetId, around.ids);
      return [finding('reference-unknown', mark.at, to, meant)];
    });
}
