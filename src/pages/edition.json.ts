import type { APIRoute } from 'astro';
import { absolute, addresses } from '../edition/addresses.ts';
import { loadEdition, sealedPublications } from '../loader/edition.ts';
import { editionJson } from '../outputs/edition-json.ts';

/** Metadata of all documents with their fingerprints. */
export const GET: APIRoute = async ({ site }) => {
  const edition = await loadEdition();
  const home = absolute(String(site), import.meta.env.BASE_URL, addresses.home);
  return new Response(editionJson(edition.settings, home, await sealedPublications(edition)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
