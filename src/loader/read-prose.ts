/** The edition's own pages, from `content/prose/`: what stands at the head of each, and its words for search. */
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Problem } from '../edition/problems.ts';
import { normalized } from '../markdown/read-source.ts';
import { readYaml } from './read-yaml.ts';
import { readTextFile } from './text-file.ts';

/** The pages there are: `prose/<name>.mdx` of a content folder, published at `/<name>/`. */
export const proseNames = ['about', 'citing', 'editing', 'method'] as const;

/** What stands at the head of such a page. */
export const proseRecord = z.strictObject({
  title: z.string().describe('The title of the page.'),
  summary: z.string().describe('What the page says, in one sentence, for search engines.'),
});

/** Reads the pages: what search shows of each, its words, and what is wrong with their heads. Never throws. */
export function readProse(folder: string) {
  const problems: Problem[] = [];
  const pages = proseNames.flatMap((name) => {
    const path = `prose/${name}.mdx`;
    const shown = `${basename(folder)}/${path}`;
    const file = readTextFile(join(folder, path), shown);
    if ('problem' in file) {
      if (file.problem.code !== 'file-missing') problems.push({ file: shown, ...file.problem });
      return [];
    }
    const [, head = '', body = ''] = /^---\n(.*?)^---\n(.*)$/ms.exec(normalized(file.text)) ?? [];
    const { value, problems: found } = readYaml(head, proseRecord, 2);
    problems.push(...found.map((one) => ({ file: shown, ...one })));
    return value ? [{ address: `/${name}/`, title: value.title, text: plainWords(body) }] : [];
  });
  return { pages, problems };
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
