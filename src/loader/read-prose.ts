/** The edition's own pages, from `content/prose/`: what stands at the head of each, and its words for search. */
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Message, Problem } from '../edition/problems.ts';
import { readProsePage } from '../markdown/read-prose-page.ts';
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

/** Reads the pages: what search shows of each, its words, and what is wrong with them. Never throws. */
export function readProse(folder: string) {
  const problems: Problem[] = [];
  const pages = proseNames.flatMap((name) => {
    const path = `prose/${name}.mdx`;
    const shown = `${basename(folder)}/${path}`;
    const report = (...found: readonly Message[]) => problems.push(...found.map((one) => ({ file: shown, ...one })));
    const file = readTextFile(join(folder, path), shown);
    if ('problem' in file) {
      report(file.problem);
      return [];
    }
    const text = normalized(file.text);
    const [whole = '', head = ''] = /^---\n(.*?)^---\n/ms.exec(text) ?? [];
    const { value, problems: inHead } = readYaml(head, proseRecord, 2);
    // Empty lines for the head: places count in the file.
    const { words, problems: inBody } = readProsePage(whole.replace(/.+/g, '') + text.slice(whole.length));
    report(...inHead, ...inBody);
    return value ? [{ address: `/${name}/`, title: value.title, text: words }] : [];
  });
  return { pages, problems };
}
