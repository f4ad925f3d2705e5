/**
 * `npm run import`: makes a volume of Foreign Relations part of the edition, from its TEI.
 *
 *     npm run import -- frus1936v03.xml --documents 20,32-40 --dry-run
 */
import { parseArgs } from 'node:util';
import { importVolume, outcomes, type ImportReport } from '../import/import-volume.ts';
import { documentsInWords } from '../edition/counts.ts';
import { notCarriedInWords } from '../import/not-carried.ts';
import { PlainFailure, sentenceFor } from '../loader/plain-failure.ts';
import { isDocumentNumber } from '../schema/scalars.ts';
import { contentFolder, runCommand, today } from './command.ts';

const usage =
  '`npm run import -- VOLUME.xml …` takes files of TEI, and\n' +
  '  --documents 20,32-40    only these documents, also such as were deleted\n' +
  '  --dry-run               only says what it would do\n' +
  '  --repository ADDRESS    where the file is from, --commit COMMIT of it';

await runCommand(async () => {
  const { paths, ...options } = readRequest(process.argv.slice(2));
  let refused = 0;
  for (const path of paths) {
    const started = performance.now();
    const progress = (done: number, all: number) =>
      process.stderr.isTTY && process.stderr.write(done === all ? '\r\u001B[K' : `\r${path}: ${done} of ${all}`);
    const report = await importVolume(path, { folder: contentFolder(), day: today(), ...options, progress });
    console.log(reportWords(report, options.dryRun, (performance.now() - started) / 1000));
    refused += report.refused.length;
  }
  const unmet = options.chosen?.unmet() ?? [];
  if (unmet.length > 0) throw new PlainFailure(`There is no document with the number ${unmet.join(', ')}.`);
  return refused > 0 ? 1 : 0;
});

function readRequest(words: readonly string[]) {
  const options = {
    documents: { type: 'string' },
    'dry-run': { type: 'boolean' },
    repository: { type: 'string' },
    commit: { type: 'string' },
  } as const;
  try {
    const { values, positionals: paths } = parseArgs({ args: [...words], options, allowPositionals: true });
    const { documents, 'dry-run': dryRun = false, repository, commit } = values;
    if (paths.length === 0) throw new PlainFailure(usage);
    if (repository !== undefined && !/^https?:\/\/[^\s<>"]+$/.test(repository))
      throw new PlainFailure(`--repository takes a web address that begins with https://.`);
    if (commit !== undefined && !/^[0-9a-f]{7,40}$/.test(commit))
      throw new PlainFailure(`--commit takes 7 to 40 figures and letters to f.`);
    return { paths, chosen: documents === undefined ? undefined : chosenBy(documents), dryRun, repository, commit };
  } catch (error) {
    throw error instanceof PlainFailure
      ? error
      : new PlainFailure(`${sentenceFor(error).split('. ', 1)[0]}.\n${usage}`);
  }
}

/** `20,32-40` as a question about a number, which remembers what no number has met. */
function chosenBy(list: string) {
  const ranges = list.split(',').map((one) => {
    const range = one.trim();
    const [, from, to = from] = /^(\d+[a-z]*)(?:[-–](\d+))?$/.exec(range) ?? [];
    if ((from === undefined && !isDocumentNumber(range)) || Number(to) < Number(from))
      throw new PlainFailure(`--documents takes numbers and ranges, such as 20,32-40, not “${one}”.`);
    return { range, from, to };
  });
  const met = new Set<string>();
  const isChosen = (number: string): boolean => {
    const asking = ranges.filter(
      ({ range, from, to }) => number === range || (Number(from) <= Number(number) && Number(number) <= Number(to)),
    );
    for (const { range } of asking) met.add(range);
    return asking.length > 0;
  };
  return Object.assign(isChosen, {
    unmet: () => ranges.flatMap(({ range }) => (met.has(range) ? [] : [range])),
  });
}

/** The report: what asks for an editor first, the counts last. */
function reportWords(report: ImportReport, dryRun: boolean, seconds: number): string {
  const { volume, counts, notCarried, summaries } = report;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ''];
  const numbered = ([words, number]: readonly [string, number]): string => `${String(number).padStart(6)} ${words}`;
  const became = Object.entries(outcomes).map(
    ([outcome, words]) => [words, counts[outcome as keyof typeof outcomes]] as const,
  );
  const all = became.reduce((sum, [, number]) => sum + number, 0);
  return [
    ...list('Refused', report.refused),
    ...list('Changed here', report.kept),
    ...list('Left alone', report.leftAlone),
    ...list('Beside the documents, and so not imported', report.besides),
    ...list('Received before sent', report.remarks),
    ...list('Markup that the edition cannot say (its words are kept)', notCarriedInWords(notCarried).map(numbered)),
    `${volume}${dryRun ? ' (nothing was written)' : ''}: ${documentsInWords(all)} in ${seconds.toFixed(1)} s`,
    ...became.filter(([, number]) => number > 0).map(numbered),
    `Summaries: ${summaries['list-of-papers']} from the List of Papers, ${summaries.volume ? `${summaries.volume} from notes of the volume, ` : ''}${summaries['first-words']} from first words.`,
  ].join('\n');
}
