/**
 * `npm run seal`: records documents in their newest version in the ledger; without ids, every document.
 *
 *     npm run seal moscow-1936-39
 *     npm run seal -- --removed moscow-1936-39#p2 "Printed in error." --renamed old-id new-id
 */
import { basename, resolve } from 'node:path';
import { concerns, seal, type Removal, type Renaming } from '../edition/ledger-seal.ts';
import { formatProblem, sortedProblems, summaryLine } from '../edition/problems.ts';
import { documentPaths, readContent } from '../loader/read-content.ts';
import { readLedgerFolder } from '../loader/read-records.ts';
import { writeLedger } from '../loader/write-ledger.ts';
import { PlainFailure, sentenceFor } from '../integration/plain-failure.ts';

interface Request {
  readonly ids: readonly string[];
  readonly removed: readonly Removal[];
  readonly renamed: readonly Renaming[];
}

const usage =
  '`npm run seal` takes ids of documents, or none for all, and after `--`:\n' +
  '  --removed moscow-1936-39#p2 "One sentence that says why."\n' +
  '  --renamed old-id new-id';

try {
  const folder = resolve(process.env['CONTENT_DIR'] || 'content');
  process.exitCode = sealContent(folder, readRequest(process.argv.slice(2)));
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

/** Seals a content folder and says what was sealed, or why nothing was; gives the exit code. */
function sealContent(folder: string, { ids, removed, renamed }: Request): number {
  const shown = basename(folder);
  const content = readContent(folder);
  const { ledger, problems } = readLedgerFolder(folder);
  const paths = new Map(documentPaths(folder).map(({ id, file }) => [id, file]));
  const present = new Set(paths.keys());
  const stranger = ids.find((id) => !present.has(id));
  if (stranger !== undefined)
    throw new PlainFailure(`There is no document ${shown}/documents/${stranger}.mdx. ${usage}`);
  const stated = [...removed.map(({ document }) => document), ...renamed.map(({ to }) => to)];
  const chosen = ids.length > 0 ? new Set([...ids, ...stated]) : present;
  // Whether the documents keep their promises is judged by `seal`, with what was stated to be removed or renamed.
  const others = content.problems.filter(({ code }) => !code.startsWith('ledger-'));
  const unreadable = [...others, ...problems.filter(({ code }) => code !== 'ledger-unlisted')];
  const inTheWay = unreadable.filter(({ file }) => concerns(file, chosen, present));
  const sealing = seal(content.documents, ledger, { ids: chosen, removed, renamed, present });
  const broken = sealing.problems.map((one) => ({ ...one, file: `${shown}/${one.file}` }));
  const found = sortedProblems(inTheWay.length > 0 ? inTheWay : broken);
  if (found.length > 0) {
    for (const problem of found) console.error(`${formatProblem(problem)}\n`);
    console.error(`${summaryLine(chosen.size, found)} Nothing was sealed.`);
    return 1;
  }
  const documents = content.documents.filter(({ id }) => chosen.has(id));
  const written = writeLedger(folder, ledger, sealing.ledger, documents, renamed);
  const conclusion = written
    ? `Written: ${shown}/ledger/ and the records. Commit them together with the documents.`
    : 'Everything was sealed already.';
  console.log([...sealing.changes, conclusion].join('\n'));
  return 0;
}

/** Reads ids, `--removed id#anchor "sentence"` and `--renamed old new`, each as often as wanted. */
function readRequest(words: readonly string[]): Request {
  const ids: string[] = [];
  const removed: Removal[] = [];
  const renamed: Renaming[] = [];
  const left = words.values();
  for (const word of left) {
    if (!word.startsWith('-')) {
      ids.push(word);
      continue;
    }
    if (word !== '--removed' && word !== '--renamed') {
      throw new PlainFailure(`\`npm run seal\` does not know “${word}”. ${usage}`);
    }
    const [first = '', second = ''] = [left.next().value, left.next().value];
    const [document = '', anchor = ''] = first.split('#');
    if (word === '--removed') removed.push({ document, anchor, sentence: second });
    else renamed.push({ from: first, to: second });
  }
  return { ids, removed, renamed };
}
