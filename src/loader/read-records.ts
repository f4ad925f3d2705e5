/** The edition's settings, registers and ledger, from their files. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { foreignFile, readLedger, type Ledger } from '../edition/ledger.ts';
import { fileStart, heldIn, meant, problemIn, quote, warnedAt } from '../edition/problems.ts';
import type { Message, Problem } from '../edition/problems.ts';
import type { DocumentText, Point } from '../edition/document.ts';
import { readPartText } from '../markdown/read-document.ts';
import { normalized } from '../markdown/read-source.ts';
import { completeEntry, registerFile, registerKinds } from '../schema/register.ts';
import type { RegisterEntry, RegisterKind } from '../schema/register.ts';
import { editionSettings } from '../schema/settings.ts';
import { volumeContents, type VolumeContents } from '../schema/volume-contents.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { readYaml, type FieldPath } from './read-yaml.ts';
import { readTextFile } from './text-file.ts';

/** What a content folder holds besides its documents. */
export type Records = ReturnType<typeof readRecords>;

/** Reads edition.yaml, the four registers, the contents of volumes, the ledger. Never throws. */
export function readRecords(folder: string) {
  const shown = basename(folder);
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const report = (file: string, ...messages: readonly Message[]): void => {
    problems.push(...messages.map((message) => ({ file: `${shown}/${file}`, ...message })));
  };
  const say = (file: string, code: string, at: Point) => heldIn(problems, problemIn(`${shown}/${file}`, code, at));
  const nothing = { value: undefined, pointOf: (): Point => fileStart };
  /** What a file holds, and where; nothing where it cannot be read, which is reported. An `optional` one may be empty. */
  const read = <Schema extends z.ZodType>(name: string, schema: Schema, optional = false) => {
    const file = readTextFile(join(folder, name), `${shown}/${name}`);
    if ('problem' in file) {
      if (!optional || file.problem.code !== 'file-missing') report(name, file.problem);
      return nothing;
    }
    const text = normalized(file.text);
    if (optional && text.replace(/^#.*$/gm, '').trim() === '') return nothing;
    const found = readYaml(text, schema);
    report(name, ...found.problems);
    return found;
  };

  const { value: settings } = read('edition.yaml', editionSettings);
  const register = new Map<string, RegisterEntry>();
  const broken = new Set<RegisterKind>();
  let personAt: (path: FieldPath) => Point = nothing.pointOf;
  for (const kind of registerKinds) {
    const name = `register/${kind}.yaml`;
    const before = problems.length;
    // A register without entries needs no file, and no entry.
    const { value, pointOf } = read(name, registerFile[kind], true);
    if (problems.length > before) broken.add(kind);
    if (kind === 'persons') personAt = pointOf;
    for (const [id, entry] of Object.entries(value ?? {})) {
      const earlier = register.get(id);
      if (earlier)
        say(name, 'entry-twice', pointOf([id]))`
          ids that are unique across the four registers
          ${id}, already given in register/${earlier.kind}.yaml
          Give one of the two entries another id, also where documents name it.`;
      else register.set(id, completeEntry(kind, id, entry));
      const unfiled = kind === 'persons' && entry.sortName === undefined && register.get(id)?.sortName === entry.name;
      if (unfiled && entry.name.includes(' '))
        warnings.push({ file: `${shown}/${name}`, ...filedUnder(pointOf([id, 'name']), entry.name) });
    }
  }

  const contents = new Map<string, VolumeContents>();
  const texts = new Map<string, DocumentText>();
  for (const { name } of filesIn(join(folder, 'volumes'))) {
    const path = `volumes/${name}`;
    const { value, pointOf } = read(path, volumeContents);
    const key = basename(name, '.yaml');
    const isKnown = Object.hasOwn(settings?.volumes ?? {}, value?.volume ?? '');
    if (value && settings && (value.volume !== key || !isKnown))
      say(path, 'volume-unknown', pointOf(['volume']))`
        a file that is named after its volume, and that volume in edition.yaml
        ${name}, which says that it is of ${value.volume}
        ${isKnown ? `Name the file ${value.volume}.yaml` : `${meant(nearestName(value.volume, Object.keys(settings.volumes)))}Add the volume to edition.yaml`}; \`npm run import\` does so by itself.`;
    else if (value) contents.set(key, value);
    for (const { written, at } of textsIn(value?.contents ?? [], ['contents'])) {
      const { text, messages } = readPartText(written);
      texts.set(written, text);
      report(path, ...messages.map((one) => ({ ...one, ...pointOf(at) })));
    }
  }

  const { ledger, problems: inLedger } = readLedgerFolder(folder);
  return {
    /** Absent where edition.yaml has problems. */
    settings,
    register,
    /** Registers with problems of their own: nobody can say yet what stands in them. */
    broken,
    /** Where something stands in the register of persons. */
    personAt,
    /** The contents of volumes, by the key of the volume. */
    contents,
    /** The texts of their parts, by how they are written there. */
    texts,
    /** What was sealed, as far as its files can be read. */
    ledger,
    problems: [...problems, ...inLedger],
    /** What is only to be looked at. */
    warnings,
  };
}

/** The texts of the parts among some contents, with where they stand. */
const textsIn = (contents: VolumeContents['contents'], path: FieldPath): { written: string; at: FieldPath }[] =>
  contents.flatMap((one, index) => {
    if (!('contents' in one)) return [];
    const own = one.text === undefined ? [] : [{ written: one.text, at: [...path, index, 'text'] }];
    return [...own, ...textsIn(one.contents, [...path, index, 'contents'])];
  });

/** What a person without a filing name is filed under now, and probably should be. */
function filedUnder(at: Point, name: string): Message {
  const [, given = '', family = '', suffix = ''] = /^(.+?) (\S+?)(,? (?:Jr|Sr)\.|,? I{2,3})?$/.exec(name) ?? [];
  return warnedAt(at, 'sort-name')`
    under which name ${name} is filed
    neither sortName nor family, so that it is filed under ${quote(name.split(' ', 1)[0] ?? '')}
    Write \`sortName: ${family}, ${given}${suffix}\`, \`given: ${given}\` and \`family: ${family}\`; if it is filed as it stands, \`sortName: ${name}\`.`;
}

/** The ledger of a content folder and what is wrong with its files; empty where nothing was sealed yet. Never throws. */
export function readLedgerFolder(folder: string): { ledger: Ledger; problems: Problem[] } {
  const files = new Map<string, Uint8Array>();
  const foreign: Problem[] = [];
  const read = ({ name, isPlain }: { name: string; isPlain: boolean }): void => {
    try {
      if (isPlain) files.set(name, readFileSync(join(folder, 'ledger', name)));
      else foreign.push(foreignFile(name, 'no plain file'));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      foreign.push(foreignFile(name, `a file that this program may not read (${code})`));
    }
  };
  // The list is read before the folder: who seals meanwhile puts an id into it only when its file is there.
  for (const isList of [true, false])
    for (const file of filesIn(join(folder, 'ledger'))) if ((file.name === 'ids.txt') === isList) read(file);
  const { ledger, problems } = readLedger(files);
  const file = basename(folder);
  return { ledger, problems: [...foreign, ...problems].map((one) => ({ ...one, file: `${file}/${one.file}` })) };
}

/** Whether a system, a word processor or an editor's program hides a file of this name. */
export const isHidden = (name: string): boolean => /^[.~]|^(?:Thumbs\.db|desktop\.ini)$/i.test(name);

/** What a folder holds, save what a system hides; something without a name where it is no folder. */
export function filesIn(folder: string): { name: string; isPlain: boolean }[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isHidden(name));
    return entries.map((entry) => ({ name: entry.name, isPlain: entry.isFile() }));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : [{ name: '', isPlain: false }];
  }
}
