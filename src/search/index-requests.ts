/** Watches what is requested of the search index: Pagefind swallows most failures and then finds nothing. */
import type { FailureCause } from './failure.ts';

/** The requests to one index, from the moment this is made. */
export class IndexRequests {
  readonly #bundle: string;
  readonly #stamp: string;
  readonly #fetch = globalThis.fetch.bind(globalThis);
  #failure: FailureCause | undefined;

  /**
   * Begins to watch; Pagefind has no other place to do so than the page's own `fetch`.
   *
   * @param bundle Absolute address of the index, with a final slash.
   * @param stamp The index that is expected there.
   */
  constructor(bundle: string, stamp: string) {
    this.#bundle = bundle;
    this.#stamp = stamp;
    globalThis.fetch = (...request) => this.#watched(...request);
  }

  /** What failed since the last `forget`. */
  get failure(): FailureCause | undefined {
    return this.#failure;
  }

  forget(): void {
    this.#failure = undefined;
  }

  /** Why the index cannot be used: what was seen to fail, or else what a look at it shows. */
  async diagnose(): Promise<FailureCause> {
    if (this.#failure !== undefined) return this.#failure;
    if (!navigator.onLine) return 'offline';
    try {
      const { ok } = await this.#fetch(`${this.#bundle}pagefind-entry.json`, { cache: 'no-store' });
      return ok ? 'broken' : 'missing';
    } catch {
      return 'offline';
    }
  }

  async #watched(...request: Parameters<typeof fetch>): Promise<Response> {
    const [asked] = request;
    const { href, pathname } = new URL(asked instanceof Request ? asked.url : asked, location.href);
    if (!href.startsWith(this.#bundle)) return this.#fetch(...request);
    const isEntry = pathname.endsWith('/pagefind-entry.json');
    const response = await this.#fetch(...request).catch((cause: unknown) => {
      this.#failure = 'offline';
      throw cause;
    });
    if (!response.ok) {
      this.#failure = isEntry ? 'missing' : 'broken';
      throw new Error(`${href}: ${response.status}`);
    }
    if (isEntry) {
      const { stamp } = (await response.clone().json()) as { stamp?: string };
      if (stamp !== this.#stamp) this.#failure = 'other-build';
    }
    return response;
  }
}
