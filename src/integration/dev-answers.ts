/** What `dev` answers from the content itself: what is wrong, where a page would be, and the files beside pages. */
import { basename } from 'node:path';
import type { HookParameters } from 'astro';
import { counted } from '../edition/counts.ts';
import { formatProblem, type Problem } from '../edition/problems.ts';
import type { SiteAddress } from '../edition/publish.ts';
import type { ContentReader } from '../loader/edition.ts';
import { text } from '../outputs/xml.ts';
import { headersFor } from './headers.ts';
import { siteFiles } from './site-files.ts';
import type { Typeface } from './typeface.ts';

/** Answers before Astro does, as the content stands. */
export function answerInDev(
  server: HookParameters<'astro:server:setup'>['server'],
  reader: ContentReader,
  at: SiteAddress,
  typeface: Typeface,
): void {
  const base = encodeURI(at.base.replace(/\/+$/, ''));
  server.middlewares.use((request, response, next) => {
    const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname ?? '';
    const inside = path.startsWith(`${base}/`) ? path.slice(base.length) : '';
    const answer = (status: number, mediaType: string, body: string | Uint8Array): void => {
      response.writeHead(status, { 'content-type': mediaType }).end(body);
    };
    if (request.method !== 'GET' || inside === '' || /^\/[@.]|^\/(?:src|node_modules)\//.test(inside)) next();
    else if (/\/$|^\/documents\//.test(inside) && problemsOfPage(reader, inside).length > 0) {
      answer(500, 'text/html; charset=utf-8', problemPage(problemsOfPage(reader, inside)));
    } else {
      const file =
        reader.content().settings && siteFiles(reader, at, typeface).find(({ address }) => address === inside);
      if (file) answer(200, headersFor(inside)['Content-Type'] ?? 'text/plain; charset=utf-8', file.write());
      else next();
    }
  });
}

/**
 * The problems that keep a page from being shown: a document's own on its page and in the files beside it, those of
 * the settings, registers and ledger everywhere.
 */
export function problemsOfPage(reader: Pick<ContentReader, 'content' | 'folder'>, path: string): readonly Problem[] {
  const id = /^\/documents\/([^/.]+)[/.]/.exec(path)?.[1] ?? '';
  const documents = `${basename(reader.folder)}/documents/`;
  return reader.content().problems.filter(({ file }) => !file.startsWith(documents) || basename(file) === `${id}.mdx`);
}

/** A page with the words of some problems; it looks again every two seconds. */
export function problemPage(problems: readonly Problem[]): string {
  const count = counted(problems.length, 'problem');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta http-equiv="refresh" content="2"><meta name="viewport" content="width=device-width">',
    `<title>${count}</title></head><body><h1>${count} in the content</h1>`,
    '<p>This page comes back when the file is mended and saved.</p>',
    ...problems.map((problem) => `<pre style="white-space:pre-wrap">${text(formatProblem(problem))}</pre>`),
    '</body></html>\n',
  ].join('\n');
}
