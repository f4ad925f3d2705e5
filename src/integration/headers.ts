/**
 * The HTTP headers the site is served with: one table, for our own server and for the hosts that read
 * a `_headers` file (Netlify, Cloudflare Pages).
 *
 * No header stands in two rows that can match one address: such hosts would join the values.
 */
import { addresses } from '../edition/addresses.ts';
import { epubType } from '../outputs/epub.ts';
import { documentFiles, documentForms, listFiles, volumeFiles } from '../outputs/files.ts';
import { catalogueType } from '../outputs/atom.ts';

const unchanging = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const checkedEachTime = { 'Cache-Control': 'public, max-age=0, must-revalidate' };
/** The list that tells of a document's files and fingerprints; from the file’s own address, wherever the site stands. */
const inEdition = { Link: '<../edition.json>; rel="collection"; type="application/json"' };
const file = (mediaType: string) => ({ 'Content-Type': mediaType, ...checkedEachTime });
const filesOf = (forms: Readonly<Record<string, { mediaType: string }>>, address: (form: string) => string) =>
  Object.fromEntries(Object.entries(forms).map(([form, { mediaType }]) => [address(form), file(mediaType)]));

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
  '/documents/*.txt': inEdition,
  ...Object.fromEntries(
    documentForms
      .filter((form) => form !== 'txt')
      .map((form) => [addresses.file('*', form), { ...file(documentFiles[form].mediaType), ...inEdition }]),
  ),
  ...filesOf(volumeFiles, (form) => addresses.volumeFile('*', form)),
  [addresses.editionFile('epub')]: file(epubType),
  [addresses.catalogue]: file(catalogueType),
  [addresses.linkset('*')]: { ...file('application/linkset+json; charset=utf-8'), ...inEdition },
  ...filesOf(listFiles, addresses.editionFile),
  '/edition.json': file('application/json; charset=utf-8'),
  '/edition.schema.json': file('application/schema+json; charset=utf-8'),
  '/feed.xml': file('application/atom+xml; charset=utf-8'),
  '/cmif.xml': file('application/xml; charset=utf-8'),
  '/sitemap-*.xml': file('application/xml; charset=utf-8'),
};

/** The headers of an address below the site's base: `/documents/moscow-1936-39.txt`. */
export function headersFor(pathname: string): Record<string, string> {
  const form = (pattern: string) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
  const matching = Object.entries(headerRules).filter(([pattern]) => form(pattern).test(pathname));
  return Object.assign({}, ...matching.map(([, headers]) => headers)) as Record<string, string>;
}

/**
 * What only those say who publish the site: it is never asked for in the open again. Of this host alone, since others
 * of its domain may be another’s; our own server is no such host.
 */
const published = { 'Strict-Transport-Security': 'max-age=31536000' };

/** The text of `_headers`, for a site at a domain's root (`/`) or under a path. */
export function headersFile(base: string): string {
  const prefix = base === '/' ? '' : base;
  const rules = { ...headerRules, '/*': { ...headerRules['/*'], ...published } };
  const blocks = Object.entries(rules).map(([pattern, headers]) =>
    [`${prefix}${pattern}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}
