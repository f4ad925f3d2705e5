/** Builds an edition as `npm run build` does, in a process of its own and away from `dist`. */
import { fileURLToPath } from 'node:url';
import { runNode, type NodeResult } from '../../src/commands/node-process.ts';

const program = fileURLToPath(new URL('../../src/commands/build.ts', import.meta.url));

/**
 * Runs the build. What the caller's environment says of addresses and folders does not count.
 *
 * @param outDir absolute path of a folder to publish into; its cache is kept beside it
 * @param environment any of `CONTENT_DIR`, `SITE_URL`, `BASE_PATH`
 * @returns its exit code and all it wrote
 */
export function buildEdition(
  outDir: string,
  environment: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<NodeResult> {
  return runNode(program, [], {
    environment: {
      CONTENT_DIR: '',
      SITE_URL: '',
      BASE_PATH: '',
      ...environment,
      OUT_DIR: outDir,
      CACHE_DIR: `${outDir}.cache`,
    },
    signal,
    showOutput: false,
  });
}
