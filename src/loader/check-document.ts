/** What only the whole edition can tell of a document: whom it names, where it comes from, what it is called. */
import { placedMarks } from '../edition/apparatus.ts';
import type { EditionDocument, Point } from '../edition/document.ts';
import { inFigures, isBefore } from '../edition/date-words.ts';
import { identifierAgrees, identifierOf, isDocumentId } from '../edition/identifier.ts';
import { capitalized } from '../edition/letters.ts';
import { isMarkIn, type MarkNameIn } from '../edition/marks.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { fileStart, meant, saidAt, type Message } from '../edition/problems.ts';
import { disagreements } from '../edition/record-and-print.ts';
import { parseTarget } from '../edition/reference.ts';
import { anchoredBlocks } from '../edition/walk.ts';
import type { RegisterKind } from '../schema/register.ts';
import { idMeant, oddSign } from '../schema/scalars.ts';
import type { Draft } from './read-document-file.ts';
import type { Records } from './read-records.ts';
import type { FieldPath } from './read-yaml.ts';

/** What documents are held against. */
interface Surroundings extends Pick<Records, 'register' | 'broken' | 'settings'> {
  readonly ledger: Pick<Records['ledger'], 'redirects'>;
  /** Ids of all documents. */
  readonly ids: ReadonlySet<string>;
  /** Numbers of documents in their volumes, each with the first document that has it. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The documents, as far as they could be read. */
  readonly drafts: ReadonlyMap<string, Draft>;
}

type Found = Iterable<Message>;

const registerOf: Record<MarkNameIn<'name'>, RegisterKind> = {
  Person: 'persons',
  Place: 'places',
  Organization: 'organizations',
  Term: 'terms',
};

/** Holds what could be read of a document against the registers, the settings and the other documents. */
export function checkDocument(draft: Draft, pointOf: (path: FieldPath) => Point, around: Surroundings): Message[] {
  const { record } = draft;
  return [...(record ? checkRecord({ ...draft, record }, pointOf, around) : []), ...checkMarks(draft, around)];
}

function* checkEntry({ register, broken }: Surroundings, kind: RegisterKind, at: () => Point, id?: string): Found {
  const entry = register.get(id ?? '');
  // An empty id is a problem of its mark.
  if (!id || broken.has(kind) || entry?.kind === kind) return;
  const known = [...register.values()].filter((candidate) => candidate.kind === kind).map((candidate) => candidate.id);
  if (entry)
    yield saidAt(at(), 'entry-wrong-register')`
      the id of an entry in register/${kind}.yaml
      ${id}, which stands in register/${entry.kind}.yaml
      Use the mark or field that names such an entry, or correct the id.`;
  else
    yield saidAt(at(), 'entry-unknown')`
      the id of an entry in register/${kind}.yaml
      ${id}
      ${meant(nearestName(id, known))}Correct the id, or add the entry to register/${kind}.yaml.`;
}

function* checkRecord(document: EditionDocument, pointOf: (path: FieldPath) => Point, around: Surroundings): Found {
  const { settings, ids } = around;
  const { source, dateSent, dateReceived, related, revisions, ...record } = document.record;
  const entry = (kind: RegisterKind, id: string | undefined, ...path: FieldPath) =>
    checkEntry(around, kind, () => pointOf(path), id);
  const say = (code: string, ...path: FieldPath) => saidAt(pointOf(path), code);

  for (const field of ['sender', 'recipient', 'participants'] as const) {
    for (const [index, { person, place }] of record[field].entries()) {
      yield* entry('persons', person, field, index, 'person');
      yield* entry('places', place, field, index, 'place');
    }
  }
  for (const [field, date] of Object.entries({ dateSent, dateReceived })) {
    yield* entry('places', date?.clock, field, 'clock');
    for (const [index, { place }] of (date?.otherClocks ?? []).entries())
      yield* entry('places', place, field, 'otherClocks', index, 'place');
    const role = field === 'dateSent' ? 'dateline' : 'received';
    const line = document.body.find((block) => block.type === 'paragraph' && block.role === role);
    if (line?.type === 'paragraph' && date?.printed !== undefined)
      yield saidAt(line.at, 'line-twice')`
        the line either in the record, as ${field}.printed, or in the text, as <${capitalized(role)}>
        both
        Remove the one that is not printed; if the document prints two, write both in the text.`;
  }
  if (settings && !Object.hasOwn(settings.volumes, source.volume))
    yield say('volume-unknown', 'source', 'volume')`
      the key of a volume in edition.yaml
      ${source.volume}
      ${meant(nearestName(source.volume, Object.keys(settings.volumes)))}Correct the key, or add the volume to edition.yaml.`;
  if (dateReceived && dateSent && isBefore(dateReceived, dateSent))
    yield say('received-before-sent', 'dateReceived', 'date')`
      a date of receipt not before the date sent, ${inFigures(dateSent)}
      ${inFigures(dateReceived)}
      Correct one of the two. If only the clocks of two places differ, give hour and offset of both.`;
  yield* checkId(document, ids);
  for (const [index, { id }] of related.entries()) {
    if (id === undefined || ids.has(id)) continue;
    yield say('document-unknown', 'related', index, 'id')`
      the id of a document of this edition
      ${id}
      ${meant(nearestDocument(id, around))}Correct the id, or remove the field while the document is not here.`;
  }
  for (const [index, { version, date }] of revisions.entries()) {
    const previous = revisions[index - 1];
    if (version !== index + 1)
      yield say('revisions-order', 'revisions', index, 'version')`
        version ${index + 1} here: revisions stand in order, from version 1
        version ${version}
        Number the revisions 1, 2, 3 … with the newest last.`;
    if (previous && date < previous.date)
      yield say('revisions-dates', 'revisions', index, 'date')`
        a date not before ${previous.date}, the date of the revision before
        ${date}
        Correct the date.`;
  }
  const twin = around.numbers.get(numberIn(source));
  if (twin !== undefined && twin !== document.id)
    yield say('document-number-twice', 'source', 'document')`
      a number that no other document of ${source.volume} has
      ${source.document ?? ''}, which is also that of ${twin}
      Correct the number in one of the two.`;
  // Where the registers or the settings have problems, nobody can say yet what disagrees with them.
  const years = settings?.volumes[source.volume]?.years;
  yield* disagreements(document, around.register, pointOf, years);
}

const numberIn = ({ volume, document }: EditionDocument['record']['source']): string => `${volume} ${document}`;

/** The numbers of documents in their volumes, each with the first document that has it. */
export function numbersIn(drafts: Iterable<Draft>): Map<string, string> {
  const numbered = [...drafts].flatMap(({ id, record }) =>
    record?.source.document === undefined ? [] : [[numberIn(record.source), id] as const],
  );
  return new Map(numbered.toReversed());
}

/** The file is named as its record says; a name that cannot be an id is reported where the file is read. */
function* checkId({ id, record }: EditionDocument, ids: ReadonlySet<string>): Found {
  const expected = identifierOf(record);
  if (expected === undefined || !isDocumentId(id) || identifierAgrees(id, expected)) return;
  const name = Array.from('bcdefgh', (letter) => `${expected}-${letter}`).find((free) => !ids.has(free));
  const number = 'the place, year or number in the record';
  const mend = ids.has(expected)
    ? `Correct ${number}: there is a file ${expected}.mdx already. If both are right, rename this one to ${name ?? expected}.mdx.`
    : `Rename the file to ${expected}.mdx, or correct ${number}.`;
  yield saidAt(fileStart, 'id-disagrees')`
    the file to be named ${expected}.mdx, as its record says
    ${id}.mdx
    ${mend}`;
}

/** Every address in a document's page that a reference can lead to. */
function anchorsOf({ record, body, notes }: Draft): Set<string> {
  return new Set([
    'heading',
    // What a record with problems would print is not known: it is no second problem.
    ...(record === undefined || record.dateSent?.printed !== undefined ? ['dateline'] : []),
    ...(record === undefined || record.dateReceived?.printed !== undefined ? ['received'] : []),
    ...anchoredBlocks(body).flatMap((block) => block.anchor ?? []),
    ...notes.map((note) => note.anchor),
  ]);
}

/** Marks without what they need are the reader's to report; here it is asked whether it exists. */
function* checkMarks(draft: Draft, around: Surroundings): Found {
  for (const { mark } of placedMarks(draft)) {
    const { name, attributes, at } = mark;
    const { id, to } = attributes;
    if (isMarkIn(name, 'name')) yield* checkEntry(around, registerOf[name], () => at, id);
    else if (name === 'Ref' && to !== undefined) yield* checkReference(to, at, draft, around);
  }
}

function* checkReference(to: string, at: Point, draft: Draft, around: Surroundings): Found {
  const { ids, drafts } = around;
  const target = parseTarget(to);
  if (target && target.kind !== 'place') return;
  const { id, anchor } = target ?? {};
  const isKnown = id === undefined || ids.has(id);
  const place = id === undefined ? draft : drafts.get(id);
  if (target && isKnown && (anchor === undefined || place === undefined || anchorsOf(place).has(anchor))) return;
  const asWritten = /^(.*?)(#.*)?$/.exec(to)?.[1] ?? '';
  const suggestion = isKnown && id !== undefined ? undefined : nearestDocument(id ?? asWritten, around);
  yield saidAt(at, 'reference-unknown')`
    a document of this edition, a paragraph or note that it has (#p3, moscow-1936-39#p3), an address (https://…), or not-printed
    ${to}${target === undefined ? oddSign(to) : ''}
    ${meant(suggestion)}Correct the target of the reference.`;
}

/** The document that an unknown id probably means: what was called so, else one with the same figures. */
function nearestDocument(id: string, { ids, ledger }: Surroundings): string | undefined {
  const now = ledger.redirects.get(id);
  const meantId = idMeant(id) ?? id;
  const figures = (of: string): string => (of.match(/\d+/g) ?? []).join(' ');
  const alike = [...ids].filter((one) => figures(one) === figures(meantId));
  return now ?? nearestName(meantId, alike);
}
