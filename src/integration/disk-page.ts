/** A page of the site as it is opened from a disk: every link within the site relative, and to a file. */
import { hash } from 'node:crypto';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

/** What says that searching needs JavaScript is there at once; what only a script fills is not. */
const unserved = '#search-unserved{animation:none}.search:has(#search-unserved) :is(.sort,.found){display:none}';

/**
 * Makes a page anew for a disk. A browser runs no module from there, so searching has none of what it needs.
 *
 * @param path The page's own, in the site: `documents/moscow-1936-39/index.html`.
 * @param base Path that the site is served under, `/` or `/edition`.
 */
export function pageForDisk(html: string, path: string, base: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  const root = base === '/' ? '/' : `${base}/`;
  const local = (address: string): string => {
    // Astro encodes the base in some addresses; prose says where a page is from its own: ../citing/#checking-a-text
    const written = [root, encodeURI(root)].find((one) => `${address}/`.startsWith(one));
    if (address.startsWith('//') || (written === undefined && !address.startsWith('.'))) return address;
    const [, file = '', rest = ''] = /^([^?#]*)(.*)$/.exec(address.slice(written?.length ?? 0)) ?? [];
    const from = written === undefined ? '' : up;
    return `${from}${file}${file === '' || file.endsWith('/') ? 'index.html' : ''}${rest}`;
  };
  const page = fromHtml(html);
  const elements = elementsIn(page);
  const policy = elements.find(({ properties }) => properties['httpEquiv']?.toString() === 'content-security-policy');
  for (const element of elements) {
    const { tagName, properties, children } = element;
    for (const name of ['href', 'src', 'action']) {
      if (typeof properties[name] === 'string') properties[name] = local(properties[name]);
    }
    if (properties['dataSite'] !== undefined) properties['dataSite'] = up || './';
    if (properties['httpEquiv']?.toString() === 'refresh')
      properties['content'] = String(properties['content']).replace(/(?<=url=).*/, local);
    // No browser fetches a font from a disk ahead of its use.
    element.children = children.filter(
      (one) => !('properties' in one) || one.properties['rel']?.toString() !== 'preload',
    );
    const [css] = children;
    if (tagName !== 'style' || css?.type !== 'text') continue;
    // The policy allows styles by their fingerprints.
    const allowed = (): string => `'sha256-${hash('sha256', css.value, 'base64')}'`;
    const before = allowed();
    css.value = `${css.value.replace(/(?<=url\(["']?)\/(?!\/)[^)"']*/g, local)}${unserved}`;
    if (policy) policy.properties['content'] = String(policy.properties['content']).replace(before, allowed());
  }
  return toHtml(page);
}

function elementsIn(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elementsIn)] : own;
}
