/**
 * Loaded into every Node process of a measured build: writes down, when it ends, what it used. A build
 * is several processes, and only each itself knows its own peak.
 */
import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const record = process.env['BENCH_USAGE'];

if (record !== undefined && isMainThread) {
  process.once('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const line = { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1000 };
    appendFileSync(record, `${JSON.stringify(line)}\n`);
  });
}
