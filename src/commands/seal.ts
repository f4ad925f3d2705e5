/**
 * `npm run seal`: records documents in their newest version in the ledger; without ids, every document.
 *
 *     npm run seal moscow-1936-39
 *     npm run seal -- --removed moscow-1936-39#p2 "Printed in error." --renamed old-id new-id
 */
import { basename } from 'node:path';
import type { Removal, Renaming } from '../edition/ledger-seal.ts';
import { formatProblem, summaryLine } from '../edition/problems.ts';
import { sealFolder } from '../loader/write-ledger.ts';
import { documentPaths } from '../loader/read-content.ts';
import { PlainFailure } from '../loader/plain-failure.ts';
import { contentFolder, runCommand } from './command.ts';

const usage =
  '`npm run seal` takes ids of documents, or none for all, and after `--`:\n' +
  '  --removed moscow-1936-39#p2 "One sentence that says why."\n' +
  '  --renamed old-id new-id';

// Says what was sealed, or why nothing was.
await runCommand(() => {
  const { ids, ...stated } = readRequest(process.argv.slice(2));
  const folder = contentFolder();
  const shown = basename(folder);
  const present = documentPaths(folder).map(({ id }) => id);
  const stranger = ids.find((id) => !present.includes(id));
  if (stranger) throw new PlainFailure(`There is no document ${shown}/documents/${stranger}.mdx. ${usage}`);
  const { asked, problems, changes, written } = sealFolder(folder, ids, stated);
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  if (problems.length > 0) console.error(`${summaryLine(asked, problems)} Nothing was sealed.`);
  else {
    const toCommit = `Written: ${shown}/ledger/ and the records. Commit them together with the documents, new files too: \`git add ${shown}\`.`;
    console.log([...changes, written ? toCommit : 'Everything was sealed already.'].join('\n'));
  }
  return problems.length > 0 ? 1 : 0;
});

/** Reads ids, `--removed id#anchor "sentence"` and `--renamed old new`, each as often as wanted. */
function readRequest(words: readonly string[]) {
  const request = { ids: [] as string[], removed: [] as Removal[], renamed: [] as Renaming[] };
  const left = words.values();
  for (const word of left) {
    if (!word.startsWith('-')) request.ids.push(word);
    else {
      const [first = '', second = ''] = [left.next().value, left.next().value];
      const [document = '', anchor = ''] = first.split('#');
      if (word === '--removed' && first) request.removed.push({ document, anchor, sentence: second });
      else if (word === '--renamed' && second) request.renamed.push({ from: first, to: second });
      else {
        const fault = /^--re(?:mov|nam)ed$/.test(word) ? `needs more after ${word}` : `does not know “${word}”`;
        throw new PlainFailure(`\`npm run seal\` ${fault}. ${usage}`);
      }
    }
  }
  return request;
}
