/**
 * The HTTP headers the site is served with: one table, for our own server and for the hosts that read
 * a `_headers` file (Netlify, Cloudflare Pages).
 *
 * No header stands in two rows that can match one address: such hosts would join the values.
 */
import { addresses, documentForms } from '../edition/addresses.ts';
import { documentFiles } from '../outputs/files.ts';

interface HeaderRule {
  /** Address below the site's base; `*` is any run of characters. */
  readonly pattern: string;
  readonly headers: Readonly<Record<string, string>>;
}

const unchanging = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const checkedEachTime = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

const headerRules: readonly HeaderRule[] = [
  {
    pattern: '/*',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      // The pages carry the rest of their policy; this directive counts only as a header.
      'Content-Security-Policy': "frame-ancestors 'none'",
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    },
  },
  // The names of these files change with their content.
  { pattern: '/_astro/*', headers: unchanging },
  { pattern: '/pagefind/edition/*', headers: unchanging },
  { pattern: '/pagefind/index/*', headers: unchanging },
  // Pages end in a slash.
  { pattern: '/*/', headers: checkedEachTime },
  { pattern: '/', headers: checkedEachTime },
  {
    pattern: '/*.txt',
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...checkedEachTime },
  },
  // Plain text has its row above, with robots.txt.
  ...documentForms
    .filter((form) => form !== 'txt')
    .map((form) => ({
      pattern: addresses.file('*', form),
      headers: { 'Content-Type': documentFiles[form].mediaType, ...checkedEachTime },
    })),
  {
    pattern: '/edition.json',
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...checkedEachTime },
  },
  {
    pattern: '/feed.xml',
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', ...checkedEachTime },
  },
  {
    pattern: '/cmif.xml',
    headers: { 'Content-Type': 'application/xml; charset=utf-8', ...checkedEachTime },
  },
  {
    pattern: '/sitemap-*.xml',
    headers: { 'Content-Type': 'application/xml; charset=utf-8', ...checkedEachTime },
  },
];

/**
 * The headers of an address.
 *
 * @param pathname below the site's base, with a slash before: `/documents/moscow-1936-39.txt`
 */
export function headersFor(pathname: string): Record<string, string> {
  const matching = headerRules.filter(({ pattern }) => expressionOf(pattern).test(pathname));
  return Object.assign({}, ...matching.map(({ headers }) => headers)) as Record<string, string>;
}

/**
 * The text of `_headers`.
 *
 * @param base path the site is served under, `/` at a domain's root
 */
export function headersFile(base: string): string {
  const prefix = base === '/' ? '' : base;
  const blocks = headerRules.map(({ pattern, headers }) =>
    [`${prefix}${pattern}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

function expressionOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
}
