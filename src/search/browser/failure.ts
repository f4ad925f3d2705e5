/** Why a search cannot be made, in the reader's words. */

/** The causes that are told apart, with what the reader is told. */
export const failureWords = {
  offline: 'The search cannot be reached: this device seems to be offline.',
  missing: 'The search index is missing from this copy of the edition.',
  'other-build':
    'The search index belongs to another state of the edition than this page. Loading the page again may mend it.',
  'no-webassembly': 'This browser does not let the page run WebAssembly, which the search needs.',
  broken: 'A part of the search index could not be loaded.',
} as const;
export type FailureCause = keyof typeof failureWords;

/** A search that cannot be made or finished. */
export class SearchFailure extends Error {
  override readonly name = 'SearchFailure';
  readonly failure: FailureCause;

  constructor(failure: FailureCause, options?: ErrorOptions) {
    super(failureWords[failure], options);
    this.failure = failure;
  }
}

/** Whether the page may run WebAssembly at all: the smallest module there is, which is empty. */
export function canRunWebAssembly(): boolean {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/**
 * Why the index cannot be used, as a look at it shows.
 *
 * @param bundle Absolute address of the index, with a final slash.
 * @param ours A file that the index of this page's own build has, below `bundle`.
 */
export async function causeOfFailure(bundle: string, ours: string): Promise<FailureCause> {
  if (!navigator.onLine) return 'offline';
  try {
    const isThere = async (name: string) => (await fetch(bundle + name, { cache: 'no-store' })).ok;
    if (!(await isThere('pagefind-entry.json'))) return 'missing';
    return (await isThere(ours)) ? 'broken' : 'other-build';
  } catch {
    return 'offline';
  }
}
