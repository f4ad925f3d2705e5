/** In `dev`, shows what the checker says where a page would be, until it is mended. */
import { formatProblem, type Problem } from '../edition/problems.ts';

/**
 * The problems that keep a page from being shown: a document's own on its page,
 * those of the settings, registers and ledger on every page.
 *
 * @param folder name of the content folder, as problems name it
 * @param path path of the page under the site's base: `/documents/moscow-1936-39/`
 */
export function problemsOfPage(problems: readonly Problem[], folder: string, path: string): readonly Problem[] {
  const id = /^\/documents\/([^/]+)\/$/.exec(path)?.[1];
  const documents = `${folder}/documents/`;
  return problems.filter(({ file }) => !file.startsWith(documents) || file === `${documents}${id ?? ''}.mdx`);
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page with the words of some problems; it looks again every two seconds. */
export function problemPage(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta http-equiv="refresh" content="2"><meta name="viewport" content="width=device-width">',
    `<title>${count}</title></head><body><h1>${count} in the content</h1>`,
    '<p>This page comes back when the file is mended and saved.</p>',
    ...problems.map((problem) => `<pre style="white-space:pre-wrap">${escaped(formatProblem(problem))}</pre>`),
    '</body></html>\n',
  ].join('\n');
}
