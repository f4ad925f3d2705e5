/** The collections of the site: documents, registers, settings, ledger. */
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';

import type { EditionDocument } from './edition/document.ts';
import type { Ledger } from './edition/ledger.ts';

import { documentsLoader, recordsLoader } from './loader/content-loader.ts';
import type { RegisterEntry } from './schema/register.ts';
import type { EditionSettings } from './schema/settings.ts';

export const collections = {
  documents: defineCollection({
    loader: documentsLoader(),
    schema: z.custom<EditionDocument>(),
  }),
  register: defineCollection({
    loader: recordsLoader('register', ({ register }) =>
      [...register.values()].map((entry) => ({ id: entry.id, data: { ...entry } })),
    ),
    schema: z.custom<RegisterEntry>(),
  }),
  edition: defineCollection({
    loader: recordsLoader('settings', ({ settings }) => (settings ? [{ id: 'settings', data: { ...settings } }] : [])),
    schema: z.custom<EditionSettings>(),
  }),
  ledger: defineCollection({
    // Always one entry: Astro warns of an empty collection at every page.
    loader: recordsLoader('ledger', ({ ledger }) => [{ id: 'permalinks', data: { ...ledger } }]),
    schema: z.custom<Ledger>(),
  }),
};
