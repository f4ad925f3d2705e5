/** Whether the parts of the index that Pagefind loaded are whole: it says nothing of those that it could not load. */

/** The files loaded from one folder, as the browser's own record of requests tells; https://w3c.github.io/resource-timing/ */
export class LoadedFiles {
  readonly #folder: string;
  readonly #observer: PerformanceObserver;
  /** Addresses not yet examined. */
  readonly #unknown = new Set<string>();
  #broken = false;

  /** @param folder Absolute address, with a final slash. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#observer = new PerformanceObserver((list) => {
      this.#note(list.getEntries());
    });
    this.#observer.observe({ type: 'resource' });
  }

  /** Whether no request is known to have failed. */
  look(): boolean {
    this.#note(this.#observer.takeRecords());
    return !this.#broken;
  }

  /** Reads every file again that was loaded, from the browser's cache, and says whether all are whole. */
  async examine(): Promise<boolean> {
    // A request is recorded a moment after its answer was read.
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (!this.look()) return false;
    for (const address of this.#unknown) {
      if (!(await isWhole(address))) return false;
      this.#unknown.delete(address);
    }
    return true;
  }

  forget(): void {
    this.look();
    this.#unknown.clear();
    this.#broken = false;
  }

  #note(entries: PerformanceEntryList): void {
    for (const entry of entries) {
      if (!entry.name.startsWith(this.#folder)) continue;
      this.#unknown.add(entry.name);
      // Not every browser tells the status; 0 is a connection that broke.
      const { responseStatus: status = 200 } = entry as Partial<PerformanceResourceTiming>;
      if (status === 0 || status >= 400) this.#broken = true;
    }
  }
}

/** Parts of the index are compressed, which ends with a checksum. */
async function isWhole(address: string): Promise<boolean> {
  try {
    const { ok, body } = await fetch(address, { cache: 'force-cache' });
    if (!ok || body === null) return false;
    await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
