/** `npm run check`: says what is wrong with the content or to be looked at; `--format json` for tools. */
import { resolve } from 'node:path';
import { formatProblem, summaryLine } from '../edition/problems.ts';
import { PlainFailure } from '../loader/plain-failure.ts';
import { readContent } from '../loader/read-content.ts';
import { contentFolder, runCommand } from './command.ts';
import { writeEditorSchemas } from './editor-schemas.ts';

const written = process.argv.slice(2).join(' ');
const format = /^(?:--format[ =](text|json))?$/.exec(written);
// Code 2 is no fault of the content: an option that is not known, or the disk is full.
await runCommand(() => {
  if (format) return check(format[1] === 'json');
  throw new PlainFailure(`\`npm run check\` takes --format text or --format json, not ${written}.`);
}, 2);

/** Checks the content folder and prints what was found; gives the exit code. */
async function check(asJson: boolean): Promise<number> {
  const folder = contentFolder();
  const { documents, problems, warnings } = readContent(folder);
  // Completion is for who edits this folder here; where it cannot be had, the check is no worse.
  if (folder === resolve('content')) await writeEditorSchemas('.', folder).catch(() => undefined);
  const report = asJson
    ? JSON.stringify({ documents: documents.length, problems, warnings }, null, 2)
    : [
        ...[...warnings, ...problems].map((problem) => `${formatProblem(problem)}\n`),
        summaryLine(documents.length, problems, warnings.length),
      ].join('\n');
  // A reader that stops early (`npm run check | head`) is no failure of ours.
  process.stdout.on('error', () => undefined);
  process.stdout.write(`${report}\n`);
  return problems.length === 0 ? 0 : 1;
}
