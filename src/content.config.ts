/** The one collection of the site: the documents, by their frontmatter. */
import { defineCollection } from 'astro:content';
import { documentsLoader } from './loader/edition.ts';
import { documentRecord } from './schema/frontmatter.ts';

export const collections = {
  // The text of an entry, a tree, is `loadPublication(id)` of loader/edition.ts: it is too large for Astro's store.
  documents: defineCollection({ loader: documentsLoader, schema: documentRecord }),
};
