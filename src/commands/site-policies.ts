/** Writes into a built site what protects it: each page's own policy, and the headers' file for hosts. */
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withPolicy } from './content-security-policy.ts';
import { headersFile } from './site-headers.ts';

/** The one page that runs the search. */
const searchPage = join('search', 'index.html');

/** Gives every HTML page of a built site its Content Security Policy. */
export async function writePolicies(site: string): Promise<void> {
  for await (const page of glob('**/*.html', { cwd: site })) {
    const file = join(site, page);
    const html = await readFile(file, 'utf8');
    await writeFile(file, withPolicy(html, { searches: page === searchPage }));
  }
}

/** Writes `_headers`, which Netlify and Cloudflare Pages read. */
export async function writeHeadersFile(site: string, base: string): Promise<void> {
  await writeFile(join(site, '_headers'), headersFile(base));
}
