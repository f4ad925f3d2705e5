/** citation-js has no types of its own; these are of what the tests use. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly unknown[];
    format(kind: 'bibliography' | 'citation', options: { readonly template: string }): string;
  }
  export const plugins: {
    readonly config: { get(plugin: '@csl'): { readonly styles: { add(name: string, style: string): void } } };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
