/** What of Pagefind's JavaScript interface is used; https://pagefind.app/docs/api/ */

export interface PagefindModule {
  readonly createInstance: (options: { basePath: string; language: string; noWorker: true }) => PagefindInstance;
}

export interface PagefindInstance {
  search(term: string): Promise<PagefindResponse>;
}

export interface PagefindResponse {
  readonly results: readonly PagefindResult[];
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  /** The record behind the result; `url` is that which it was given, below the site's root. */
  readonly data: () => Promise<{ url: string }>;
}
