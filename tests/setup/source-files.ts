/** The project's own sources, as the architecture test reads them. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the project's root, with forward slashes: `src/edition/marks.ts`. */
  readonly path: string;
  readonly text: string;
  /** What it imports, types included: a path from the root, `node:fs`, or the name of a package. */
  readonly imports: readonly string[];
}

/**
 * Reads the files of a pattern.
 *
 * @param pattern a glob from the project's root
 */
export function readSources(pattern: string): SourceFile[] {
  return globSync(pattern)
    .map((file) => file.split(sep).join('/'))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const script = path.endsWith('.astro') ? scriptsOf(text) : text;
      const { importedFiles } = ts.preProcessFile(script, true, true);
      return { path, text, imports: importedFiles.map(({ fileName }) => targetOf(path, fileName)) };
    });
}

/** The frontmatter of an Astro file and the scripts it sends to the browser. */
function scriptsOf(text: string): string {
  const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)];
  return [frontmatter, ...scripts.map(([, script]) => script)].join('\n');
}

/** A relative import as a path from the root; any other as its package, `@scope/name` or `name`. */
function targetOf(importer: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const path = relative('.', resolve(join(dirname(importer), specifier)));
    return path.split(sep).join('/').replace(/\?.*$/, '');
  }
  if (/^[a-z]+:/.test(specifier)) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
