/**
 * `npm run seal`: records documents in their newest version in the ledger; without ids, every document.
 *
 *     npm run seal moscow-1936-39
 *     npm run seal -- --removed moscow-1936-39#p2 "Printed in error." --renamed old-id new-id
 */
import { basename, resolve } from 'node:path';
import { concerns, seal, type Removal, type Renaming } from '../edition/ledger-seal.ts';
import { nearestName } from '../edition/nearest-name.ts';
import type { Problem } from '../edition/problems.ts';
import { formatProblem, sortedProblems, summaryLine } from '../edition/problems.ts';
import { meant } from '../edition/wording.ts';
import { documentIds, readContent } from '../loader/read-content.ts';
import { readLedgerFolder } from '../loader/read-ledger.ts';
import { writeLedger } from '../loader/write-ledger.ts';
import { PlainFailure, sentenceFor } from './plain-failure.ts';

interface Request {
  readonly ids: string[];
  readonly removed: Removal[];
  readonly renamed: Renaming[];
}

try {
  const folder = resolve(process.env['CONTENT_DIR'] || 'content');
  process.exitCode = await sealContent(folder, readRequest(process.argv.slice(2)));
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

/** Seals a content folder and says what was sealed, or why nothing was; gives the exit code. */
async function sealContent(folder: string, { ids, removed, renamed }: Request): Promise<number> {
  const content = await readContent(folder);
  const { ledger, problems } = readLedgerFolder(folder);
  const present = new Set(await documentIds(folder));
  const stranger = ids.find((id) => !present.has(id));
  if (stranger !== undefined) {
    throw new PlainFailure(`There is no document ${stranger}. ${meant(nearestName(stranger, present))}${usage}`);
  }
  const named = [...ids, ...removed.map(({ document }) => document), ...renamed.map(({ to }) => to)];
  const chosen = new Set(ids.length > 0 ? named : present);
  // Whether the documents keep their promises is judged below, with what was stated to be removed or renamed.
  const others = content.problems.filter(({ code }) => !code.startsWith('ledger-'));
  const inTheWay = [...others, ...problems.filter(({ code }) => code !== 'ledger-unlisted')].filter(({ file }) =>
    concerns(file, chosen, present),
  );
  if (inTheWay.length > 0) return refuse(chosen.size, inTheWay);
  const sealing = seal(content.documents, ledger, { ids: chosen, removed, renamed, present });
  const shown = basename(folder);
  if (sealing.problems.length > 0) {
    return refuse(
      chosen.size,
      sealing.problems.map((one) => ({ ...one, file: `${shown}/${one.file}` })),
    );
  }
  const documents = content.documents.filter(({ id }) => chosen.has(id));
  const written = writeLedger(folder, ledger, sealing.ledger, documents, renamed);
  const conclusion = written
    ? `Written: ${shown}/ledger/ and the records. Commit them together with the documents.`
    : 'Everything was sealed already.';
  console.log([...sealing.changes, conclusion].join('\n'));
  return 0;
}

function refuse(documents: number, problems: readonly Problem[]): number {
  const sorted = sortedProblems(problems);
  for (const problem of sorted) console.error(`${formatProblem(problem)}\n`);
  console.error(`${summaryLine(documents, sorted)} Nothing was sealed.`);
  return 1;
}

const usage =
  '`npm run seal` takes ids of documents, or none for all, and after `--`:\n' +
  '  --removed moscow-1936-39#p2 "One sentence that says why."\n' +
  '  --renamed old-id new-id';

/** Reads ids, `--removed id#anchor "sentence"` and `--renamed old new`, each as often as wanted. */
function readRequest(words: readonly string[]): Request {
  const [word, first = '', second = ''] = words;
  if (word === undefined) return { ids: [], removed: [], renamed: [] };
  if (!word.startsWith('-')) {
    const { ids, ...rest } = readRequest(words.slice(1));
    return { ids: [word, ...ids], ...rest };
  }
  const { ids, removed, renamed } = readRequest(words.slice(3));
  const [document = '', anchor = ''] = first.split('#');
  switch (word) {
    case '--removed':
      return { ids, removed: [{ document, anchor, sentence: second }, ...removed], renamed };
    case '--renamed':
      return { ids, removed, renamed: [{ from: first, to: second }, ...renamed] };
    default:
      throw new PlainFailure(`\`npm run seal\` does not know “${word}”. ${usage}`);
  }
}
