/** Runs one of the project's commands in this process, where a process of its own, which takes a second, is not the matter. */
import { vi } from 'vitest';
import type { NodeResult } from './run-node.ts';

let runs = 0;

/**
 * Runs a command, one at a time.
 *
 * @param program path of a script
 * @param parameters its arguments
 * @param environment Added to that of this process.
 */
export async function runHere(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<NodeResult> {
  const before = { argv: process.argv, env: process.env };
  const written: string[] = [];
  const write = (words: unknown): boolean => written.push(String(words)) > 0;
  const line = (words: unknown): void => void write(`${String(words)}\n`);
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(write),
    vi.spyOn(process.stderr, 'write').mockImplementation(write),
    vi.spyOn(console, 'log').mockImplementation(line),
    vi.spyOn(console, 'error').mockImplementation(line),
  ];
  Object.assign(process, { argv: [process.execPath, program, ...parameters], env: { ...process.env, ...environment } });
  try {
    // A module is run once: under another address it is another one.
    await import(/* @vite-ignore */ `${program}?run=${(runs += 1)}`);
    return { code: Number(process.exitCode ?? 0), output: written.join('') };
  } finally {
    Object.assign(process, before, { exitCode: undefined });
    for (const spy of spies) spy.mockRestore();
  }
}
