/** A volume's TEI → its documents, its contents, its place in edition.yaml and its posts in the register. */
import { createReadStream, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import { formatProblem } from '../edition/problems.ts';
import { PlainFailure } from '../loader/plain-failure.ts';
import { documentPaths } from '../loader/read-content.ts';
import { readRecords } from '../loader/read-records.ts';
import { replaceFile, textIn } from '../loader/text-file.ts';
import { normalized } from '../markdown/read-source.ts';
import type { EditionSettings } from '../schema/settings.ts';
import { contentsFile, placesOf, volumeSettings, withPlaces, withVolume } from './content-files.ts';
import { firstDifference, type Refusal } from './fidelity.ts';
import { summariesOf } from './list-of-papers.ts';
import { documentsOf, readVolume, RefusedVolume, wordsOf } from './read-volume.ts';
import { fileOf, fingerprintOf, mapped, type Mapped, type Origin } from './write-file.ts';

/** What is imported, and how. */
export interface ImportOptions {
  /** The content folder. */
  readonly folder: string;
  /** Numbers of documents (`20`, `20a`); all where it is undefined. */
  readonly chosen?: ((number: string) => boolean) | undefined;
  /** Whether nothing is written. */
  readonly dryRun: boolean;
  /** The repository that has the TEI, by default the Office of the Historian’s, and the commit. */
  readonly repository?: string | undefined;
  readonly commit?: string | undefined;
  /** The day of the import: `2026-01-31`. */
  readonly day: string;
  /** Told how far it is. */
  readonly progress?: ((done: number, all: number) => void) | undefined;
}

/** What becomes of a document, in the words of the report. */
export const outcomes = {
  written: 'written',
  rewritten: 'rewritten, untouched since the last import',
  unchanged: 'unchanged',
  kept: 'kept, because edited or sealed',
  elsewhere: 'here under another id',
  deleted: 'deleted before, and not brought back',
  wordless: 'without words under a heading, and so in the contents alone',
  refused: 'refused',
} as const;
type Outcome = keyof typeof outcomes;

/** Imports a volume. Throws PlainFailure where the file is none or the content cannot be read: nothing was written. */
export async function importVolume(path: string, options: ImportOptions) {
  const { folder, chosen = () => true, dryRun, day, progress } = options;
  const { settings, register, problems } = readRecords(folder);
  const { volume, added } = await readFile(path, settings?.volumes ?? {});
  const contentsPath = `volumes/${volume.key}.yaml`;
  // The contents of a volume are written whole by its import, whatever two branches have made of them.
  const inTheWay = problems.filter(({ file }) => !/\/volumes\/[^/]+\.yaml$/.test(file));
  if (!settings || inTheWay.length > 0)
    throw new PlainFailure([...inTheWay.map(formatProblem), 'Nothing was imported: mend this first.'].join('\n\n'));
  const origin: Origin = {
    volume: volume.key,
    repository:
      options.repository ?? `https://github.com/HistoryAtState/${volume.isReviewed ? 'frus' : 'frus-not-yet-reviewed'}`,
    commit: options.commit,
    file: basename(path),
    rights: settings.licences.text.name,
    year: volume.titles['subseries'],
  };
  const files = new Map(documentPaths(folder).map(({ id, file }) => [id, file]));
  const elsewhere = numbersUnderOtherIds(folder, files, origin.volume);
  /** The ids that earlier imports list, though a merge may have left the file in pieces. */
  const imported = new Set(Array.from(textOf(folder, contentsPath).matchAll(/^ +id: (\S+)/gm), ([, id]) => id));
  const places = placesOf(register);
  const all = documentsOf(volume).map((document) => mapped(document, origin));
  const summaries = summariesOf(volume, all);

  /** What the import did; every list is of sentences for the editor. */
  const report = {
    volume: volume.key,
    counts: Object.fromEntries(Object.keys(outcomes).map((outcome) => [outcome, 0])) as Record<Outcome, number>,
    /** Documents that are not written, with line, reason and passage. */
    refused: [] as string[],
    /** Documents that differ from the import, because an editor changed or sealed them. */
    kept: [] as string[],
    /** Documents that stand in the edition under another id, or were deleted. */
    leftAlone: [] as string[],
    /** What stands in the volume, but in no document, and is not imported: its first words, by part. */
    besides: volume.besides.map(({ part, elements }) => {
      const words = wordsOf(elements[0]);
      const shown = words.length < 70 ? words : `${words.slice(0, words.lastIndexOf(' ', 70))} …`;
      const others = elements.length > 1 ? `, and ${elements.length - 1} more` : '';
      return `${part}, line ${elements[0]?.line}: ${words ? `“${shown}”` : 'a picture'}${others}`;
    }),
    /** What is strange in documents that are written. */
    remarks: [] as string[],
    /** Markup that the edition cannot say yet, by kind. */
    notCarried: new Map<string, number>(),
    /** Summaries by where they come from. */
    summaries: { 'list-of-papers': 0, volume: 0, 'first-words': 0 },
  };
  const refusedInWords = (id: string, line: number, { reason, passage }: Refusal): string =>
    `${id}, line ${line} of ${origin.file}: ${reason}.${passage && `\n    ${passage}`}`;
  const leaveOut = (notCarried: ReadonlyMap<string, number>): void => {
    for (const [kind, number] of notCarried) report.notCarried.set(kind, (report.notCarried.get(kind) ?? 0) + number);
  };
  const toWrite = new Map<string, string>();
  /** The ids of documents that are or were here, by their ids in the TEI. */
  const here = new Map<string, string>();
  const seen = new Set<string>();
  const decide = (one: Mapped): Outcome => {
    const { id, document, dates, tree } = one;
    const { line } = document.element;
    const refuse = (refusal: Refusal): Outcome => {
      report.refused.push(refusedInWords(document.id, line, refusal));
      return 'refused';
    };
    const leave = (outcome: Outcome, why: string): Outcome => {
      report.leftAlone.push(`${document.id}: ${why}`);
      return outcome;
    };
    if (seen.has(id)) return refuse({ reason: 'a second document with this number', passage: '' });
    seen.add(id);
    const other = elsewhere.get(document.number);
    if (other !== undefined && other !== id) return leave('elsewhere', `is ${other} in this edition`);
    const existing = files.get(id);
    if (existing === undefined && imported.has(id) && options.chosen === undefined)
      return leave('deleted', `${id} was deleted; --documents ${document.number} brings it back`);
    if (existing === undefined && tree.heading.length > 0 && tree.body.length === 0)
      return leave('wordless', 'nothing but a heading, as of a picture or of what is withheld');
    const before = existing && normalized(textOf(folder, existing));
    const said = recordOf(before ?? '');
    const file = fileOf(one, { origin, summary: summaries.get(one), placeId: places.idOf, day: said.day ?? day });
    if ('reason' in file) return refuse(file);
    leaveOut(tree.notCarried);
    report.summaries[file.summaryFrom] += 1;
    if (dates.remark !== undefined) report.remarks.push(`${document.id}, line ${line}: ${dates.remark}`);
    const now = before === undefined ? undefined : fingerprintOf(before);
    if (now === fingerprintOf(file.text)) return 'unchanged';
    if (before === undefined || (now === said.sha256 && !said.isSealed)) {
      toWrite.set(existing ?? `documents/${volume.key}/${id}.mdx`, file.text);
      return before === undefined ? 'written' : 'rewritten';
    }
    const { source = '', ours = '' } = firstDifference(file.text, before) ?? {};
    const inLine = (words: string): string => words.replace(/\s+/g, ' ').trim();
    report.kept.push(`${id}, kept: it has “${inLine(ours)}” where the import has “${inLine(source)}”`);
    return 'kept';
  };
  for (const [index, one] of all.entries()) {
    const { id, document } = one;
    if (chosen(document.number)) {
      const outcome = decide(one);
      report.counts[outcome] += 1;
      if (!(outcome === 'refused' || outcome === 'wordless') || files.has(id))
        here.set(document.id, elsewhere.get(document.number) ?? id);
      progress?.(index + 1, all.length);
    } else if (imported.has(id) || files.has(id)) here.set(document.id, id);
  }

  const contents = contentsFile(volume, here, {
    refuse: ({ id = 'a part', above }, refusal) =>
      report.refused.push(`What stands under the heading of ${refusedInWords(id, above[0]?.line ?? 1, refusal)}`),
    leaveOut,
  });
  if (!dryRun) {
    const write = (name: string, text: string): void => {
      if (text !== textOf(folder, name)) replaceFile(join(folder, name), text);
    };
    if (added) write('edition.yaml', withVolume(textOf(folder, 'edition.yaml'), volume.key, added));
    write('register/places.yaml', withPlaces(textOf(folder, 'register/places.yaml'), places.added));
    toWrite.forEach((text, name) => replaceFile(join(folder, name), text));
    write(contentsPath, contents);
  }
  return report;
}

export type ImportReport = Awaited<ReturnType<typeof importVolume>>;

/** Reads a volume, and what is `added` of it to those that are known; says in a sentence why it cannot be one. */
async function readFile(path: string, known: EditionSettings['volumes']) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true)
    throw new PlainFailure(`There is no file ${path}. Give the file of a volume’s TEI, such as frus1936v03.xml.`);
  try {
    const volume = await readVolume(createReadStream(path, 'utf8') as AsyncIterable<string>);
    if (!/^[a-z0-9-]+$/i.test(volume.key)) throw new RefusedVolume(1, `“${volume.key}” can be no key of a volume.`);
    return { volume, added: Object.hasOwn(known, volume.key) ? undefined : volumeSettings(volume) };
  } catch (error) {
    throw error instanceof RefusedVolume ? new PlainFailure(`${path}:${error.message} Nothing was written.`) : error;
  }
}

/** The numbers of a volume that the edition has under ids of its own: `32` → `moscow-1936-39`. */
function numbersUnderOtherIds(folder: string, files: ReadonlyMap<string, string>, volume: string): Map<string, string> {
  return new Map(
    [...files].flatMap(([id, file]) => {
      // What an import has written needs no reading: its id says what it is.
      if (/-d\d+[a-z]*$/.test(id)) return [];
      const record = recordOf(normalized(textOf(folder, file)));
      return record.volume === volume && record.number !== undefined ? [[record.number, id] as const] : [];
    }),
  );
}

/** What an import asks of the record in a document's file, which an editor may have left half written. */
function recordOf(text: string) {
  const [, yaml = ''] = /^---\n([^]*?)\n---/.exec(text) ?? [];
  const record = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent' });
  const words = (...path: (string | number)[]): string | undefined => {
    const value = record.hasIn(path) ? record.getIn(path) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const revisions = record.get('revisions');
  return {
    volume: words('source', 'volume'),
    number: words('source', 'document'),
    /** What an import wrote, by its fingerprint. */
    sha256: words('source', 'import', 'sha256'),
    /** The day of the first version. */
    day: words('revisions', 0, 'date'),
    isSealed: isSeq(revisions) && revisions.items.some((_, index) => words('revisions', index, 'sha256') !== undefined),
  };
}

/** The text of a file; empty where there is none. */
const textOf = (folder: string, name: string): string => textIn(join(folder, name)) ?? '';
