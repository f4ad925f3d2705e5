/** What a Node program and all that it starts use. */
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainFailure } from '../../src/loader/plain-failure.ts';
import { runNode } from '../setup/run-node.ts';

export interface Usage {
  /** By the clock. */
  readonly seconds: number;
  /** CPU of its Node processes, user and system. */
  readonly cpuSeconds: number;
  /** CPU of the other programs it ran, which is Pagefind; undefined where the system does not tell. */
  readonly otherCpuSeconds: number | undefined;
  /** Peak of its largest Node process, in megabytes. */
  readonly peakMegabytes: number;
}

const recorder = new URL('record-usage.ts', import.meta.url).href;

/**
 * Runs a program to its end and measures it.
 *
 * @param goodCodes Exit codes that are no failure: an import that refuses a document ends in 1.
 * @throws PlainFailure with all it wrote, when it fails
 */
export async function measure(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
  goodCodes: readonly number[] = [0],
): Promise<Usage> {
  const scratch = mkdtempSync(join(tmpdir(), 'manchuria-file-usage-'));
  const record = join(scratch, 'usage.jsonl');
  const before = childrensCpuSeconds();
  const start = performance.now();
  const { code, output } = await runNode(program, parameters, {
    environment: { ...environment, NODE_OPTIONS: `--import=${recorder}`, BENCH_USAGE: record },
    showOutput: false,
  });
  const seconds = (performance.now() - start) / 1000;
  const after = childrensCpuSeconds();
  const processes = (existsSync(record) ? readFileSync(record, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { seconds: number; megabytes: number });
  rmSync(scratch, { recursive: true });
  if (!goodCodes.includes(code)) throw new PlainFailure(output);
  const cpuSeconds = processes.reduce((sum, one) => sum + one.seconds, 0);
  return {
    seconds,
    cpuSeconds,
    otherCpuSeconds: before === undefined || after === undefined ? undefined : Math.max(0, after - before - cpuSeconds),
    peakMegabytes: Math.max(...processes.map(({ megabytes }) => megabytes)),
  };
}

/** CPU of all processes that this one started and that have ended: only Linux tells. */
function childrensCpuSeconds(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // proc(5): cutime and cstime are fields 16 and 17, counted in hundredths of a second; the name, field 2, may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** Does a step and says so, for whoever waits. */
export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  process.stderr.write(`${what} … `);
  const result = await work();
  process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return result;
}

/** The files in a folder and those below it. */
export function filesUnder(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
}

/** The size of some files together. */
export function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}
