/** Runs some work; the seconds are of processor time, from which other programs of a busy machine take nothing. */
export function timed<Result>(work: () => Result): { result: Result; seconds: number } {
  const begun = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(begun);
  return { result, seconds: (user + system) / 1e6 };
}
