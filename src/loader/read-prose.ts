/** The edition's own pages as words, for search: their sources without what is no prose. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Reads `prose/<name>.mdx` of a content folder, published at `/<name>/`: what search shows of each, and its words. */
export function prosePages(folder: string): { address: string; title: string; text: string }[] {
  const files = readdirSync(join(folder, 'prose')).filter((file) => file.endsWith('.mdx'));
  return files.sort().map((file) => {
    const [, frontmatter = '', body = ''] =
      /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(join(folder, 'prose', file), 'utf8')) ?? [];
    const { title } = parse(frontmatter) as { title: string };
    return { address: `/${file.replace(/\.mdx$/, '')}/`, title, text: plainWords(body) };
  });
}

/** Markdown without its signs: blocks of code, imports and components are left out, of a link its words stay. */
const plainWords = (markdown: string): string =>
  markdown
    .replace(/^```.*?^```$/gms, ' ')
    .replace(/^(?:import|export) .*$/gm, ' ')
    .replace(/<[^>]*>|\{[^}]*\}/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#+ (.*)$/gm, '$1.')
    .replace(/[*_`|\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
