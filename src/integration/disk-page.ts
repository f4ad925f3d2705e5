/** A page of the site as it is opened from a disk: every link within the site relative, and to a file. */
import { hash } from 'node:crypto';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** Attributes that may hold an address of the site. */
const addressed = ['href', 'src', 'action', 'dataSite'] as const;

/**
 * Makes a page anew for a disk. A browser runs no module from there, so what says that searching needs JavaScript
 * stands in the page, until a script has run after all.
 *
 * @param path The page's own, in the site: `documents/moscow-1936-39/index.html`.
 * @param base Path that the site is served under, `/` or `/edition`.
 */
export function pageForDisk(html: string, path: string, base: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const root = base === '/' ? '/' : `${base}/`;
  const local = (address: string): string => {
    if (!`${address}/`.startsWith(root) || address.startsWith('//')) return address;
    const [, file = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(root.length)) ?? [];
    return `${up}${file}${file === '' || file.endsWith('/') ? 'index.html' : ''}${rest}` || './';
  };
  const page = fromHtml(html);
  const elements = elementsIn(page);
  // No browser fetches a font from a disk ahead of its use.
  const isAhead = (child: Nodes): boolean =>
    child.type === 'element' && child.properties['rel']?.toString() === 'preload';
  for (const head of elements.filter(({ tagName }) => tagName === 'head')) {
    head.children = head.children.filter((child) => !isAhead(child));
  }
  for (const { tagName, properties } of elements) {
    for (const name of addressed) {
      const value = properties[name];
      if (typeof value !== 'string') continue;
      properties[name] = name === 'dataSite' ? up || './' : local(value);
    }
    if (tagName === 'meta' && properties['httpEquiv']?.toString() === 'refresh') {
      properties['content'] = String(properties['content']).replace(/(?<=url=).*/, local);
    }
  }
  for (const noscript of elements.filter(({ tagName }) => tagName === 'noscript')) {
    noscript.tagName = 'div';
    noscript.properties = { className: ['unserved'] };
  }
  for (const search of elements.filter(({ properties }) => properties['dataState'] !== undefined)) {
    search.properties['dataState'] = 'unserved';
  }
  allowStyles(elements, (css) => `${css.replace(/(?<=url\(["']?)\/(?!\/)[^)"']*/g, local)}${unserved}`);
  return toHtml(page);
}

/** The sentence goes when a script has run; what only a script fills is not there before. */
const unserved =
  '[data-state]:not([data-state=unserved]) .unserved,[data-state=unserved] :is(.sort,.found){display:none}';

/** Changes the styles of a page, and with them the policy, which allows them by their fingerprints. */
function allowStyles(elements: readonly Element[], change: (css: string) => string): void {
  const policy = elements.find(({ properties }) => properties['httpEquiv']?.toString() === 'content-security-policy');
  for (const { tagName, children } of elements) {
    const [css] = children;
    if (tagName !== 'style' || css?.type !== 'text') continue;
    const allowed = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
    const before = allowed(css.value);
    css.value = change(css.value);
    if (policy) policy.properties['content'] = String(policy.properties['content']).replace(before, allowed(css.value));
  }
}

function elementsIn(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elementsIn)] : own;
}
