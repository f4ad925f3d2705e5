/** A built site as a list of files and parsed pages, for what is checked over all of them. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { BuiltEdition } from '../setup/editions.ts';

export interface BuiltPage {
  /** Path it is served at, the base included: `/edition/documents/`. */
  readonly address: string;
  readonly html: string;
  /** All its elements, in order. */
  readonly elements: readonly Element[];
}

/** Every HTML page of a site, in the order of their addresses. */
export function pagesOf({ folder, base }: BuiltEdition): BuiltPage[] {
  return filesOf(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const address = `${base === '/' ? '' : base}/${file.replace(/(^|\/)index\.html$/, '$1')}`;
      return { address, html, elements: elementsIn(fromHtml(html)) };
    });
}

/** Every file of a folder as a path with forward slashes, in order. */
export function filesOf(folder: string): string[] {
  return globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.split(sep).join('/'))
    .sort();
}

/** Bytes of a text or file as a host sends them, compressed with gzip. */
export function compressedSize(content: string | Buffer): number {
  return gzipSync(content, { level: 9 }).length;
}

/** An attribute as text: lists are joined by spaces. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** The text of an element that holds nothing else: `script`, `style`, `title`. */
export function textOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

function elementsIn(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elementsIn)] : own;
}
