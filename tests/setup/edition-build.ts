/** Builds an edition as `npm run build` does, in a process of its own and away from `dist`. */
import { fileURLToPath } from 'node:url';
import { runNode, type NodeResult } from './run-node.ts';

/** The program of `npm run build`, and what it is started with. */
export const buildProgram = fileURLToPath(new URL('../../src/commands/astro.ts', import.meta.url));
export const buildParameters = ['build', '--silent'] as const;

/**
 * What a build is told of addresses and folders; what the caller's environment says does not count.
 *
 * @param outDir Absolute path of a folder to publish into; its cache is kept beside it.
 */
export const buildEnvironment = (outDir: string): Readonly<Record<string, string>> => ({
  CONTENT_DIR: '',
  SITE_URL: '',
  BASE_PATH: '',
  OUT_DIR: outDir,
  CACHE_DIR: `${outDir}.cache`,
  NO_COLOR: '1',
});

/**
 * Runs the build.
 *
 * @param environment any of `CONTENT_DIR`, `SITE_URL`, `BASE_PATH`
 * @returns its exit code and all it wrote
 */
export function buildEdition(
  outDir: string,
  environment: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<NodeResult> {
  return runNode(buildProgram, buildParameters, {
    environment: { ...buildEnvironment(outDir), ...environment },
    signal,
    showOutput: false,
  });
}
