import type { APIRoute } from 'astro';
import { absolute, addresses } from '../edition/addresses.ts';
import { loadEdition, loadPublications } from '../loader/edition.ts';
import { editionJson } from '../outputs/edition-json.ts';

/** Metadata of all documents with their fingerprints. */
export const GET: APIRoute = async ({ site }) => {
  const { settings } = await loadEdition();
  const home = absolute(String(site), import.meta.env.BASE_URL, addresses.home);
  return new Response(editionJson(settings, home, await loadPublications()), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
