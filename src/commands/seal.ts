/**
 * `npm run seal`: records every document in its newest version in `permalinks.json`.
 *
 *     npm run seal -- --removed moscow-1936-39#p2 "Printed in error." --renamed old-id new-id
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Removal, Renaming } from '../edition/ledger-statements.ts';
import { seal } from '../edition/ledger-seal.ts';
import { writeLedger } from '../edition/ledger.ts';
import type { Problem } from '../edition/problems.ts';
import { formatProblem, sortedProblems, summaryLine } from '../edition/problems.ts';
import { readContent } from '../loader/read-content.ts';
import { PlainFailure, sentenceFor } from '../integration/plain-failure.ts';

try {
  process.exitCode = await sealContent(
    resolve(process.env['CONTENT_DIR'] || 'content'),
    readStatements(process.argv.slice(2)),
  );
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}

/** Seals a content folder and says what was sealed, or why nothing was; gives the exit code. */
async function sealContent(folder: string, statements: { removed: Removal[]; renamed: Renaming[] }): Promise<number> {
  const { documents, ledger, problems } = readContent(folder);
  // Broken promises are judged again below, with what was stated to be removed or renamed.
  const others = problems.filter(({ code }) => !code.startsWith('ledger-') || code === 'ledger-broken');
  if (others.length > 0) return refuse(documents.length, others);
  const sealing = seal(documents, ledger, statements);
  const shown = basename(folder);
  const unkept = sealing.findings.map(({ document, ...found }): Problem => ({
    file: `${shown}/${document === undefined ? 'permalinks.json' : `documents/${document}.mdx`}`,
    ...found,
  }));
  if (unkept.length > 0) return refuse(documents.length, sortedProblems(unkept));
  const written = await replace(join(folder, 'permalinks.json'), writeLedger(sealing.ledger));
  console.log([...sealing.changes, ''].join('\n') + conclusion(shown, written));
  return 0;
}

function refuse(documents: number, problems: readonly Problem[]): number {
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  console.error(`${summaryLine(documents, problems)} Nothing was sealed.`);
  return 1;
}

function conclusion(shown: string, written: boolean): string {
  return written
    ? `Written: ${shown}/permalinks.json. Commit it together with the documents.`
    : 'Everything was sealed already.';
}

/** Replaces a file at one stroke, if its text is another; says whether it was. */
async function replace(path: string, text: string): Promise<boolean> {
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === text) return false;
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return true;
}

/** Reads `--removed id#anchor "sentence"` and `--renamed old new`, each as often as wanted. */
function readStatements(words: readonly string[]): { removed: Removal[]; renamed: Renaming[] } {
  const removed: Removal[] = [];
  const renamed: Renaming[] = [];
  for (let at = 0; at < words.length; at += 3) {
    const [flag, first = '', second = ''] = words.slice(at, at + 3);
    const [document = '', anchor = ''] = first.split('#');
    if (flag === '--removed') removed.push({ document, anchor, sentence: second });
    else if (flag === '--renamed') renamed.push({ from: first, to: second });
    else {
      throw new PlainFailure(
        `\`npm run seal\` does not know “${flag}”. It takes, after \`--\`:\n` +
          '  --removed moscow-1936-39#p2 "One sentence that says why."\n' +
          '  --renamed old-id new-id',
      );
    }
  }
  return { removed, renamed };
}
