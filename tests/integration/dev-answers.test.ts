import { expect, test } from 'vitest';
import { problemIn } from '../../src/edition/problems.ts';
import { answerInDev, problemPage, problemsOfPage } from '../../src/integration/dev-answers.ts';
import { openReader, type ContentReader } from '../../src/loader/edition.ts';
import type { Content } from '../../src/loader/read-content.ts';

const at = { line: 3, column: 1 };
const problem = (file: string) =>
  problemIn(file, 'mark-unknown', at)`
    a mark
    <Sik>
    Did you mean <Sic>?`;
const problems = [
  'content/documents/a-1936-1.mdx',
  'content/documents/frus1936v03/b-1936-1.mdx',
  'content/edition.yaml',
].map(problem);
const reader = { folder: '/somewhere/content', content: () => ({ problems }) as unknown as Content };
const files = (path: string): string[] => problemsOfPage(reader, path).map(({ file }) => file);

test('the page of a document shows its own problems and those of the edition', () => {
  expect(files('/documents/a-1936-1/')).toEqual(['content/documents/a-1936-1.mdx', 'content/edition.yaml']);
  expect(files('/documents/b-1936-1/')).toEqual(['content/documents/frus1936v03/b-1936-1.mdx', 'content/edition.yaml']);
});

test('a file beside the page of a document says the same problems', () => {
  expect(files('/documents/a-1936-1.txt')).toEqual(files('/documents/a-1936-1/'));
  expect(files('/documents/a-1936-1.csl.json')).toEqual(files('/documents/a-1936-1/'));
});

test('any other page shows those of the edition alone', () => {
  expect(files('/')).toEqual(['content/edition.yaml']);
  expect(files('/documents/')).toEqual(['content/edition.yaml']);
});

test('the words of a problem are text, not markup', () => {
  expect(problemPage(problems)).toContain('<title>3 problems</title>');
  expect(problemPage(problems)).toContain('found:    &lt;Sik&gt;');
  expect(problemPage(problems)).toContain('<meta http-equiv="refresh" content="2">');
});

test('dev answers with the problems of a page and with the files beside pages, and leaves all else to Astro', () => {
  const at = { site: 'https://example.org', base: '/é' };
  /** The answer to an address under the base: status, media type and words, or that Astro is to answer. */
  const asked = (of: ContentReader, path: string, method = 'GET', base = '/%C3%A9') => {
    const answers: string[] = [];
    const response = {
      writeHead(status: number, headers: Record<string, string>) {
        answers.push(String(status), ...Object.values(headers));
        return response;
      },
      end: (body: string) => answers.push(body),
    };
    const use = (answer: (...given: unknown[]) => void) =>
      answer({ method, url: base + path }, response, () => answers.push('Astro'));
    answerInDev({ middlewares: { use } } as never, of, at, new Map());
    return answers;
  };
  const own = openReader('content', at);
  const broken = { ...own, ...reader };
  const page = problemPage(problemsOfPage(reader, '/documents/a-1936-1/'));
  expect(asked(broken, '/documents/a-1936-1/?q=x')).toEqual(['500', 'text/html; charset=utf-8', page]);
  expect(asked(broken, '/documents/a-1936-1.txt')[0]).toBe('500');
  expect(asked(broken, '/')[2]).toBe(problemPage(problems.slice(2)));
  expect(asked(broken, '/feed.xml')).toEqual(['Astro']);
  expect(asked(own, '/robots.txt')).toEqual(['200', 'text/plain; charset=utf-8', expect.stringContaining('Sitemap:')]);
  expect(asked(own, '/_headers').slice(0, 2)).toEqual(['200', 'text/plain; charset=utf-8']);
  expect(asked(own, '/documents/moscow-1936-39.bib').slice(0, 2)).toEqual([
    '200',
    'application/x-bibtex; charset=utf-8',
  ]);
  for (const path of ['/', '/documents/moscow-1936-39/', '/nothing.txt']) expect(asked(own, path)).toEqual(['Astro']);
  for (const path of ['/@vite/client/', '/.astro/', '/src/pages/', '/node_modules/x/'])
    expect(asked(broken, path)).toEqual(['Astro']);
  expect(asked(broken, '/', 'POST')).toEqual(['Astro']);
  expect(asked(broken, '/documents/a-1936-1/', 'GET', '')).toEqual(['Astro']);
});
