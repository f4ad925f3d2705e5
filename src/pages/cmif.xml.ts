import type { APIRoute } from 'astro';
import { absolute, addresses } from '../edition/addresses.ts';
import { loadEdition, siteAddress } from '../loader/edition.ts';
import { publicationsOf } from '../loader/publications.ts';
import { cmif } from '../outputs/cmif.ts';

/** Who wrote to whom, for services that gather correspondence. */
export const GET: APIRoute = async ({ site }) => {
  const edition = await loadEdition();
  const home = absolute(String(site), import.meta.env.BASE_URL, addresses.home);
  return new Response(cmif(edition.settings, home, publicationsOf(edition, siteAddress)), {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  });
};
