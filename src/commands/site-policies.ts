/** Finishes a built site: each page's own policy and the order it asks in, and the headers' file for hosts. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicy } from './content-security-policy.ts';
import { withFontsFirst, withScriptsLast } from './page-requests.ts';
import { headersFile } from './site-headers.ts';

/** The one page that runs the search. */
const searchPage = join('search', 'index.html');

/**
 * Gives every HTML page of a built site its Content Security Policy, and lets it ask for its fonts
 * first and for its scripts last, save where the script is what the page is for.
 */
export function writePolicies(site: string): void {
  for (const page of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (!page.endsWith('.html')) continue;
    const file = join(site, page);
    const html = withFontsFirst(readFileSync(file, 'utf8'));
    const searches = page === searchPage;
    writeFileSync(file, withPolicy(searches ? html : withScriptsLast(html), { searches }));
  }
}

/** Writes `_headers`, which Netlify and Cloudflare Pages read. */
export function writeHeadersFile(site: string, base: string): void {
  writeFileSync(join(site, '_headers'), headersFile(base));
}
