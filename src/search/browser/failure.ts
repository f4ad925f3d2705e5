/** Why a search cannot be made, in the reader's words. */
import { indexFiles } from '../shared/index-files.ts';

/** Runs the smallest module there is, which is empty. Fails where the page may not run WebAssembly at all. */
export const tryWebAssembly = (): WebAssembly.Module =>
  new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));

/** Why the index of an engine cannot be used, as what went wrong and a look at the index show, in a sentence. */
export async function reasonOfFailure(error: unknown, bundle: string, stamp: string): Promise<string> {
  const isThere = async (name: string) => (await fetch(bundle + name, { cache: 'no-store' })).ok;
  try {
    tryWebAssembly();
  } catch {
    return 'This browser does not let the page run WebAssembly, which the search needs.';
  }
  if (!navigator.onLine) return 'The search cannot be reached: this device seems to be offline.';
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return 'The search index did not answer in time; the line may be slow.';
  }
  try {
    if (!(await isThere('pagefind-entry.json'))) return 'The search index is missing from this copy of the edition.';
    if (await isThere(indexFiles(stamp).contents)) return 'A part of the search index could not be loaded.';
    return 'The search index belongs to another state of the edition than this page. Loading the page again may mend it.';
  } catch {
    return 'A part of the search index could not be loaded: the connection broke.';
  }
}
