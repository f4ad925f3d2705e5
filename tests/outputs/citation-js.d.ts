/** citation-js has no types of its own; these are of what the tests use. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: string);
    readonly data: unknown;
    format(kind: 'bibliography', options: { template: string }): string;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
