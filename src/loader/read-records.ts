/** The edition's settings, registers and ledger, from their files. */
import { join } from 'node:path';
import type { Ledger } from '../edition/ledger.ts';
import type { Point } from '../edition/document.ts';
import { messageAt, type Message, type Problem } from '../edition/problems.ts';
import { normalized } from '../markdown/read-source.ts';
import {
  completeEntry,
  registerFile,
  registerKinds,
  type RegisterEntry,
  type RegisterKind,
} from '../schema/register.ts';
import { editionSettings, type EditionSettings } from '../schema/settings.ts';
import { readLedgerFolder } from './read-ledger.ts';
import { readYaml } from './read-yaml.ts';
import { readTextFile } from './text-file.ts';

/** What a content folder holds besides its documents. */
export interface Records {
  /** Absent where edition.yaml has problems. */
  readonly settings: EditionSettings | undefined;
  readonly register: ReadonlyMap<string, RegisterEntry>;
  /** Registers with problems of their own: nobody can say yet what stands in them. */
  readonly broken: ReadonlySet<RegisterKind>;
  /** What was sealed, as far as its files can be read. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  /** The texts of the files, for a fingerprint of all content. */
  readonly texts: readonly string[];
}

/** Reads edition.yaml, the four registers and the ledger. `shown` is the folder's name in problems. */
export function readRecords(folder: string, shown: string): Records {
  const problems: Problem[] = [];
  const texts: string[] = [];
  const report = (file: string, messages: readonly Message[]): void => {
    problems.push(...messages.map((message) => ({ file: `${shown}/${file}`, ...message })));
  };
  /** The text of a file; undefined where there is none, which is reported unless the file is `optional`. */
  const textOf = (name: string, optional: boolean): string | undefined => {
    const file = readTextFile(join(folder, name), `${shown}/${name}`);
    if ('text' in file) {
      texts.push(name, file.text);
      return normalized(file.text);
    }
    if (!optional || file.problem.code !== 'file-missing') report(name, [file.problem]);
    return undefined;
  };

  const settingsText = textOf('edition.yaml', false);
  const settings = settingsText === undefined ? undefined : readYaml(settingsText, editionSettings);
  report('edition.yaml', settings?.problems ?? []);

  const register = new Map<string, RegisterEntry>();
  const broken = new Set<RegisterKind>();
  for (const kind of registerKinds) {
    const name = `register/${kind}.yaml`;
    const before = problems.length;
    const text = textOf(name, true);
    // A register without entries needs no file, and no entry.
    if (text !== undefined && text.replace(/^#.*$/gm, '').trim() !== '') {
      const { value, problems: found, pointOf } = readYaml(text, registerFile[kind]);
      report(name, found);
      for (const [id, entry] of Object.entries(value ?? {})) {
        const earlier = register.get(id);
        if (earlier) report(name, [entryTwice(pointOf([id]), id, earlier.kind)]);
        else register.set(id, completeEntry(kind, id, entry));
      }
      if (value === undefined) broken.add(kind);
    } else if (problems.length > before) broken.add(kind);
  }

  const { ledger, problems: inLedger } = readLedgerFolder(folder);
  texts.push(JSON.stringify(ledger));
  return { settings: settings?.value, register, broken, ledger, problems: [...problems, ...inLedger], texts };
}

const entryTwice = (at: Point, id: string, kind: RegisterKind): Message =>
  messageAt(at, 'entry-twice', {
    expected: 'ids that are unique across the four registers',
    actual: `${id}, already given in register/${kind}.yaml`,
    mend: 'Give one of the two entries another id, also where documents name it.',
  });
