/** Finishes a built site: each page's own policy and the order it asks in, and the headers' file for hosts. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicy } from './content-security-policy.ts';
import { withLateScripts } from './script-priority.ts';
import { headersFile } from './site-headers.ts';

/** The one page that runs the search. */
const searchPage = join('search', 'index.html');

/**
 * Gives every HTML page of a built site its Content Security Policy, and puts its scripts last, save
 * where the script is what the page is for.
 */
export function writePolicies(site: string): void {
  for (const page of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (!page.endsWith('.html')) continue;
    const file = join(site, page);
    const html = readFileSync(file, 'utf8');
    const searches = page === searchPage;
    writeFileSync(file, withPolicy(searches ? html : withLateScripts(html), { searches }));
  }
}

/** Writes `_headers`, which Netlify and Cloudflare Pages read. */
export function writeHeadersFile(site: string, base: string): void {
  writeFileSync(join(site, '_headers'), headersFile(base));
}
