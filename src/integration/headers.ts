/**
 * The HTTP headers the site is served with: one table, for our own server and for the hosts that read
 * a `_headers` file (Netlify, Cloudflare Pages).
 *
 * No header stands in two rows that can match one address: such hosts would join the values.
 */
import { addresses, documentForms } from '../edition/addresses.ts';
import { epubType } from '../outputs/epub.ts';
import { documentFiles, volumeFiles } from '../outputs/files.ts';
import { catalogueType } from '../outputs/opds.ts';

const unchanging = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const checkedEachTime = { 'Cache-Control': 'public, max-age=0, must-revalidate' };
const file = (mediaType: string) => ({ 'Content-Type': mediaType, ...checkedEachTime });

/** Headers by the address below the site's base that they are for; `*` is any run of characters. */
const headerRules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/*': {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    // The pages carry the rest of their policy; this directive counts only as a header.
    'Content-Security-Policy': "frame-ancestors 'none'",
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  },
  // The names of these files change with their content.
  '/_astro/*': unchanging,
  '/pagefind/edition/*': unchanging,
  '/pagefind/index/*': unchanging,
  // Pages end in a slash.
  '/*/': checkedEachTime,
  '/': checkedEachTime,
  // Documents in plain text, and robots.txt.
  '/*.txt': file('text/plain; charset=utf-8'),
  ...Object.fromEntries(
    documentForms
      .filter((form) => form !== 'txt')
      .map((form) => [addresses.file('*', form), file(documentFiles[form].mediaType)]),
  ),
  ...Object.fromEntries(
    Object.entries(volumeFiles).map(([form, { mediaType }]) => [addresses.volumeFile('*', form), file(mediaType)]),
  ),
  [addresses.editionBook]: file(epubType),
  [addresses.catalogue]: file(catalogueType),
  '/edition.json': file('application/json; charset=utf-8'),
  '/feed.xml': file('application/atom+xml; charset=utf-8'),
  '/cmif.xml': file('application/xml; charset=utf-8'),
  '/sitemap-*.xml': file('application/xml; charset=utf-8'),
};

/**
 * The headers of an address.
 *
 * @param pathname below the site's base, with a slash before: `/documents/moscow-1936-39.txt`
 */
export function headersFor(pathname: string): Record<string, string> {
  const matching = Object.entries(headerRules).filter(([pattern]) => expressionOf(pattern).test(pathname));
  return Object.assign({}, ...matching.map(([, headers]) => headers)) as Record<string, string>;
}

/**
 * The text of `_headers`.
 *
 * @param base path the site is served under, `/` at a domain's root
 */
export function headersFile(base: string): string {
  const prefix = base === '/' ? '' : base;
  const blocks = Object.entries(headerRules).map(([pattern, headers]) =>
    [`${prefix}${pattern}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

const expressionOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
