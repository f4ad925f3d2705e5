/** The edition's settings, registers and ledger, from their files. */
import { join } from 'node:path';

import { emptyLedger, readLedger, type Ledger } from '../edition/ledger.ts';
import { finding, messageAt, type Message, type Problem } from '../edition/problems.ts';

import { normalized } from '../markdown/read-source.ts';
import { completeEntry, registerFile } from '../schema/register.ts';
import { readYaml } from './read-yaml.ts';
import { editionSettings } from '../schema/settings.ts';
import { readTextFile } from './text-file.ts';
import { registerKinds, type RegisterEntry, type RegisterKind } from '../schema/register.ts';
import type { EditionSettings } from '../schema/settings.ts';

/** What a content folder holds besides its documents. */
export interface Records {
  /** Absent where edition.yaml has problems. */
  readonly settings: EditionSettings | undefined;
  readonly register: ReadonlyMap<string, RegisterEntry>;
  /** Registers with problems of their own: nobody can say yet what stands in them. */
  readonly broken: ReadonlySet<RegisterKind>;
  /** What was sealed: nothing, where there is no `permalinks.json` yet or it is broken. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/** Reads edition.yaml, the four registers and the ledger. `shown` is the folder's name in problems. */
export async function readRecords(folder: string, shown: string): Promise<Records> {
  const problems: Problem[] = [];
  const inFile = (file: string, findings: readonly Message[]): void => {
    problems.push(...findings.map((found) => ({ file: `${shown}/${file}`, ...found })));
  };
  const settings = await readSettings(folder, shown, inFile);
  const register = new Map<string, RegisterEntry>();
  const broken = new Set<RegisterKind>();
  for (const kind of registerKinds) {
    const name = `register/${kind}.yaml`;
    const file = await readTextFile(join(folder, name), `${shown}/${name}`);
    if ('problem' in file) {
      // A register without entries needs no file.
      if (file.problem.code === 'file-missing') continue;
      inFile(name, [file.problem]);
      broken.add(kind);
      continue;
    }
    const text = normalized(file.text);
    if (text.replace(/^#.*$/gm, '').trim() === '') continue;
    const { value, problems: found, pointOf } = readYaml(text, registerFile[kind]);
    inFile(name, found);
    if (value === undefined) broken.add(kind);
    for (const [id, entry] of Object.entries(value ?? {})) {
      const earlier = register.get(id);
      if (earlier) {
        const twice = messageAt(pointOf([id]), 'entry-twice', {
          expected: 'ids that are unique across the four registers',
          actual: `${id}, already given in register/${earlier.kind}.yaml`,
          mend: 'Give one of the two entries another id, also where documents name it.',
        });
        inFile(name, [twice]);
      } else register.set(id, completeEntry(kind, id, entry));
    }
  }
  const ledger = await readPermalinks(folder, shown, inFile);
  return { settings, register, broken, ledger, problems };
}

type Reporter = (file: string, findings: readonly Message[]) => void;

async function readSettings(folder: string, shown: string, inFile: Reporter): Promise<EditionSettings | undefined> {
  const file = await readTextFile(join(folder, 'edition.yaml'), `${shown}/edition.yaml`);
  if ('problem' in file) {
    inFile('edition.yaml', [file.problem]);
    return undefined;
  }
  const { value, problems } = readYaml(normalized(file.text), editionSettings);
  inFile('edition.yaml', problems);
  return value;
}

async function readPermalinks(folder: string, shown: string, inFile: Reporter): Promise<Ledger> {
  const file = await readTextFile(join(folder, 'permalinks.json'), `${shown}/permalinks.json`);
  if ('problem' in file) {
    if (file.problem.code !== 'file-missing') inFile('permalinks.json', [file.problem]);
    return emptyLedger;
  }
  const { ledger, broken } = readLedger(normalized(file.text));
  if (ledger) return ledger;
  inFile('permalinks.json', [finding('ledger-broken', { line: 1, column: 1 }, broken)]);
  return emptyLedger;
}
