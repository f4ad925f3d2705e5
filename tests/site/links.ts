/** Whether what a site's pages lead to is there. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltEdition } from '../setup/editions.ts';
import { attribute, type BuiltPage } from './built-site.ts';

/** What a page leads to, as the page writes it. */
interface Link {
  readonly page: BuiltPage;
  readonly written: string;
}

/** Attributes that hold an address or, after `#`, an id. */
const addresses = ['href', 'src', 'action'] as const;
const ids = ['popoverTarget', 'htmlFor', 'ariaDescribedBy', 'ariaLabelledBy', 'ariaControls'];

/**
 * Every link within a site that leads nowhere: to a file that is not there, an anchor that its page
 * lacks, an address outside the base. One line each: the page, and what it says. Links to other
 * hosts are not followed.
 */
export function brokenLinks(site: BuiltEdition, pages: readonly BuiltPage[]): string[] {
  const anchors = new Map(pages.map((page) => [page.address, anchorsOf(page)]));
  return pages
    .flatMap(linksOf)
    .filter(({ page, written }) => {
      const url = new URL(written, `${site.origin}${page.address}`);
      if (url.origin !== site.origin || !/^https?:$/.test(url.protocol)) return false;
      const path = decodeURIComponent(url.pathname);
      if (!isThere(site, path)) return true;
      const anchor = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/, '');
      return anchor !== '' && anchors.get(path)?.has(anchor) !== true;
    })
    .map(({ page, written }) => `${page.address} leads to ${written}`);
}

function linksOf(page: BuiltPage): Link[] {
  return page.elements.flatMap((element) => {
    const written = [
      ...addresses.map((name) => attribute(element, name)),
      ...ids.flatMap((name) =>
        attribute(element, name)
          ?.split(' ')
          .map((id) => `#${id}`),
      ),
      // Pictures for previews are the one address that stands in a <meta>.
      ...(attribute(element, 'property') === 'og:image' ? [attribute(element, 'content')] : []),
    ];
    return written.filter((link) => link !== undefined).map((link) => ({ page, written: link }));
  });
}

function anchorsOf({ elements }: BuiltPage): Set<string> {
  return new Set(elements.flatMap((element) => attribute(element, 'id') ?? []));
}

/** A page's address ends in a slash, a file's does not: hosts differ in what else they forgive. */
function isThere({ folder, base }: BuiltEdition, path: string): boolean {
  const prefix = base === '/' ? '/' : `${base}/`;
  if (!path.startsWith(prefix)) return false;
  const inside = path.slice(prefix.length);
  if (inside === '' || inside.endsWith('/')) return existsSync(join(folder, inside, 'index.html'));
  return existsSync(join(folder, inside)) && statSync(join(folder, inside)).isFile();
}
