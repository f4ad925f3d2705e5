/** The fixtures of bad input: folders named by their situation, with what the checker says of each. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../fixtures/problems', import.meta.url));

/** Names of the situations of one kind, in order. */
export async function situations(kind: 'text' | 'content'): Promise<string[]> {
  return (await readdir(join(root, kind))).sort();
}

/** Path of a file of a situation. */
export const fixture = (kind: 'text' | 'content', situation: string, file: string): string =>
  join(root, kind, situation, file);

/**
 * Lends a content folder: the good one, or that with the files of a situation
 * laid over it, where a document takes the place of the good one.
 */
export async function withContent<Result>(
  situation: string | undefined,
  use: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const parent = await mkdtemp(join(tmpdir(), 'content-'));
  const folder = join(parent, 'content');
  try {
    await cp(join(root, 'base'), folder, { recursive: true });
    if (situation !== undefined) {
      const over = join(root, 'content', situation);
      if ((await readdir(over)).includes('documents')) await rm(join(folder, 'documents'), { recursive: true });
      await cp(over, folder, { recursive: true, filter: (path) => !path.endsWith('problems.txt') });
    }
    return await use(folder);
  } finally {
    await rm(parent, { recursive: true });
  }
}
