/** What crawlers may read: everything; and where the list of pages is. */
import type { APIRoute } from 'astro';
import { absolute } from '../edition/addresses.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${absolute(String(site), import.meta.env.BASE_URL, '/sitemap-index.xml')}\n`,
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
