/** Writing a file so that nobody ever reads half of it. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes beside a file under a hidden name of this process alone, which no reader of content sees; gives its path. */
export function writeBeside(file: string, content: string | Uint8Array): string {
  const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(beside, content);
  return beside;
}

/** Replaces a file, or makes it with the folders above it, at one stroke. */
export function replaceFile(file: string, content: string | Uint8Array): void {
  renameSync(writeBeside(file, content), file);
}
