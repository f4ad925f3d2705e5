/** What `dev` answers from the content itself, before Astro is asked: problems where a page would be, and the files beside pages. */
import { basename } from 'node:path';
import type { AstroIntegration } from 'astro';
import { documentForms } from '../edition/addresses.ts';
import type { SiteAddress } from '../edition/publish.ts';
import { filesOf } from './document-files.ts';
import { problemPage, problemsOfPage } from './problem-pages.ts';
import { readContent, type Content, type KeptFiles } from './read-content.ts';

interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string;
}

/** Answers as the content stands, in `dev` only; a build is checked before it begins. */
export function contentInDev(folder: string, at: SiteAddress): AstroIntegration {
  return {
    name: 'edition-content-in-dev',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const kept: KeptFiles = new Map();
        const base = server.config.base.replace(/\/+$/, '');
        server.middlewares.use((request, response, next) => {
          const path = decodeURI((request.url ?? '').split('?', 1)[0] ?? '').slice(base.length);
          const isPage = request.method === 'GET' && path.endsWith('/');
          const isFile = documentForms.some((form) => path.endsWith(`.${form}`));
          if (!isPage && !isFile) {
            next();
            return;
          }
          readContent(folder, kept).then((content) => {
            const answer = isPage ? problemAnswer(content, basename(folder), path) : fileAnswer(content, at, path);
            if (answer === undefined) {
              next();
              return;
            }
            response.writeHead(answer.status, { 'content-type': answer.mediaType });
            response.end(answer.body);
          }, next);
        });
      },
    },
  };
}

/** Undefined where nothing is wrong that keeps the page from being shown. */
function problemAnswer({ problems }: Content, folder: string, path: string): Answer | undefined {
  const shown = problemsOfPage(problems, folder, path);
  if (shown.length === 0) return undefined;
  return { status: 500, mediaType: 'text/html; charset=utf-8', body: problemPage(shown) };
}

/** Undefined where no document has such a file. */
function fileAnswer({ settings, ...read }: Content, at: SiteAddress, path: string): Answer | undefined {
  const files = settings === undefined ? [] : filesOf({ ...read, settings }, at);
  const file = files.find(({ address }) => address === path);
  return file && { status: 200, mediaType: file.mediaType, body: file.write() };
}
