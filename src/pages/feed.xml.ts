import type { APIRoute } from 'astro';
import { absolute, addresses } from '../edition/addresses.ts';
import { loadEdition, siteAddress } from '../loader/edition.ts';
import { publicationsOf } from '../loader/publications.ts';
import { feed } from '../outputs/feed.ts';

/** New and revised documents. */
export const GET: APIRoute = async ({ site }) => {
  const edition = await loadEdition();
  const home = absolute(String(site), import.meta.env.BASE_URL, addresses.home);
  return new Response(feed(edition.settings, home, publicationsOf(edition, siteAddress)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
