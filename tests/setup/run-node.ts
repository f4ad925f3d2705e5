/** Runs one of the project's Node programs in a process of its own. */
import { spawn } from 'node:child_process';

export interface NodeRun {
  /** Added to the environment of this process, or, where `undefined`, taken from it. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Ends the program, politely, when it fires. */
  readonly signal?: AbortSignal | undefined;
  /** Whether the program writes straight to this terminal; otherwise what it writes is returned. */
  readonly showOutput: boolean;
}

export interface NodeResult {
  /** Exit code, 1 when a signal ended the program. */
  readonly code: number;
  /** All it wrote, in order, empty when shown. */
  readonly output: string;
}

/**
 * Runs a program with this very Node.
 *
 * @param program path of a script
 * @param parameters its arguments
 */
export function runNode(
  program: string,
  parameters: readonly string[],
  { environment = {}, signal, showOutput }: NodeRun,
): Promise<NodeResult> {
  const { promise, resolve, reject } = Promise.withResolvers<NodeResult>();
  const child = spawn(process.execPath, [program, ...parameters], {
    env: { ...process.env, ...environment },
    stdio: showOutput ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const written: Buffer[] = [];
  const keep = (chunk: Buffer): number => written.push(chunk);
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  // An aborted child reports 'error' first; it has gone only once it is closed.
  child.on('error', (error) => {
    if (error.name !== 'AbortError') reject(error);
  });
  child.on('close', (code) => {
    resolve({ code: code ?? 1, output: Buffer.concat(written).toString('utf8') });
  });
  return promise;
}
