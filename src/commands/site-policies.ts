/** Finishes a built site: each page's own policy and the order it asks in, and the headers' file for hosts. */
import { glob, readFile, writeFile } from 'node:fs/promises';
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
export async function writePolicies(site: string): Promise<void> {
  for await (const page of glob('**/*.html', { cwd: site })) {
    const file = join(site, page);
    const html = await readFile(file, 'utf8');
    const searches = page === searchPage;
    await writeFile(file, withPolicy(searches ? html : withLateScripts(html), { searches }));
  }
}

/** Writes `_headers`, which Netlify and Cloudflare Pages read. */
export async function writeHeadersFile(site: string, base: string): Promise<void> {
  await writeFile(join(site, '_headers'), headersFile(base));
}
