import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { readSources, type SourceFile } from './setup/source-files.ts';

/** What the files of a folder of `src/` may import, besides one another. */
interface Reach {
  /** Folders of `src/`. */
  readonly folders: readonly string[];
  /** Packages, and Node's and Astro's own modules. */
  readonly packages: RegExp;
}

/** What npm has written down of a package. */
interface Locked {
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const anything = /^/;
const unifiedFamily =
  /^(unified|unist|mdast|hast|hastscript|vfile(-location)?|micromark|(remark|mdast-util|hast-util|unist-util|micromark-(extension|util))-[\w-]+)$/;

const below = ['schema', 'edition', 'markdown', 'outputs', 'import', 'search', 'loader'];
const belowPages = [...below, 'components', 'layouts', 'styles'];
/** Names that stand for a folder of the content, and for the typeface that the build makes. */
const aliases = /^@(?:prose|typeface)\b/;

/** The arrows: a folder that is not named here fails the test, so a new one says where it stands. */
const reaches: Readonly<Record<string, Reach>> = {
  schema: { folders: [], packages: /^zod$/ },
  // Of the schema, types alone.
  edition: { folders: ['schema'], packages: /^(node:crypto|diff|fastest-levenshtein)$/ },
  markdown: { folders: ['edition', 'schema'], packages: unifiedFamily },
  import: { folders: ['edition', 'schema', 'markdown', 'loader'], packages: /^(saxes|yaml|node:(crypto|fs|path))$/ },
  outputs: { folders: ['edition', 'schema'], packages: /^(fflate|schema-dts)$/ },
  search: {
    folders: ['edition', 'schema', 'styles'],
    packages: /^(pagefind|porter2|node:(events|fs|http|net|path|url))$/,
  },
  loader: {
    folders: ['edition', 'schema', 'markdown', 'outputs'],
    packages: /^(astro|yaml|zod|node:.+)$/,
  },
  styles: { folders: [], packages: aliases },
  integration: { folders: below, packages: anything },
  commands: { folders: [...below, 'integration'], packages: anything },
  components: { folders: belowPages, packages: anything },
  layouts: { folders: belowPages, packages: anything },
  pages: { folders: belowPages, packages: anything },
  'content.config.ts': {
    folders: ['edition', 'schema', 'loader'],
    packages: /^(astro|astro:.+|zod)$/,
  },
};

const sources = readSources('src/**/*.{ts,astro}');
const tests = readSources('tests/**/*.ts');
const styles = readSources('src/**/*.css');
const everything = [...sources, ...tests, ...styles];

/** The part of a path that says where a file stands: the folder in `src/`, or a file's own name there. */
const placeOf = (path: string): string => path.split('/')[1] ?? '';

describe('imports run one way', () => {
  test.each(Object.entries(reaches))('src/%s imports only what it may', (place, reach) => {
    const strays = sources
      .filter(({ path }) => placeOf(path) === place)
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) =>
            target.startsWith('src/')
              ? placeOf(target) !== place && !reach.folders.includes(placeOf(target))
              : !reach.packages.test(target),
          )
          .map((target) => `${path} imports ${target}`),
      );
    expect(strays).toEqual([]);
  });

  test('every folder of src/ has its place in the order', () => {
    const places = new Set(sources.map(({ path }) => placeOf(path)));
    expect([...places].filter((place) => !(place in reaches))).toEqual([]);
  });

  test('no file imports itself by way of others, not even a type', () => {
    expect(findCycle(sources)).toEqual([]);
  });

  test('every package that is imported is pinned in package.json', () => {
    const known = new Set([...Object.keys(manifest.devDependencies), 'astro']);
    const unknown = [...sources, ...tests].flatMap(({ path, imports }) =>
      imports
        .filter(
          (target) =>
            !/^(src|tests|content)\/|^[a-z]+:|^(package\.json|astro\.config\.mjs)$/.test(target) &&
            !aliases.test(target),
        )
        .filter((name) => !known.has(name) && !known.has(`@types/${name}`))
        .map((name) => `${path} imports ${name}`),
    );
    expect(unknown).toEqual([]);
    const loose = Object.entries({ ...manifest.devDependencies, ...manifest.optionalDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
      .map(([name]) => name);
    expect(loose).toEqual([]);
  });

  // What npm writes on one platform may lack what a package needs on others: `npm ci` then refuses it there.
  test('the lock file has what every platform needs, and no package runs a script unless package.json says so', () => {
    const locked = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> })
      .packages;
    const places = Object.keys(locked).filter((place) => locked[place]?.integrity !== undefined);
    const optional = Object.values(locked).flatMap((one) => Object.keys(one.optionalDependencies ?? {}));
    expect(optional.filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`)))).toEqual([]);
    const scripts = places.filter((place) => locked[place]?.hasInstallScript);
    expect(scripts.map((place) => place.replace(/^.*node_modules\//, ''))).toEqual(Object.keys(manifest.allowScripts));
  });
});

describe('files are well named', () => {
  test('components are PascalCase, pages are addresses, every other file is kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(config|test|d))?\.(ts|css)$/;
    const pascal = /^([A-Z][a-z0-9]*)+\.astro$/;
    const address = /^\[?(\.\.\.)?[a-z0-9]+(-[a-z0-9]+)*\]?(\.\[?[a-z]+\]?)*\.(ts|astro)$/;
    const misnamed = everything.filter(({ path }) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      if (placeOf(path) === 'pages' && path.startsWith('src/')) return !address.test(name);
      if (path === 'src/content.config.ts') return false;
      return !(path.endsWith('.astro') ? pascal : kebab).test(name);
    });
    expect(misnamed.map(({ path }) => path)).toEqual([]);
  });

  test('no name says nothing', () => {
    const empty = /(^|[/.-])(utils?|helpers?|common|misc|libs?|stuff)([/.-]|$)/;
    expect(everything.map(({ path }) => path).filter((path) => empty.test(path))).toEqual([]);
  });
});

describe('modules hold no state', () => {
  test('no module has a variable of its own that changes', () => {
    const changing = sources
      .filter(({ path }) => path.endsWith('.ts'))
      .flatMap(({ path, text }) => changingVariables(path, text));
    expect(changing).toEqual([]);
  });
});

describe('the README’s map is true', () => {
  test('every folder and file that it names is there', () => {
    const readme = readFileSync('README.md', 'utf8');
    const named = readme.match(/\b(?:src|content|tests|public)\/[\w./-]*[\w/]/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect([...new Set(named)].filter((path) => !existsSync(path))).toEqual([]);
  });

  test('every folder of src/ is on it', () => {
    const readme = readFileSync('README.md', 'utf8');
    const folders = Object.keys(reaches).filter((place) => !place.includes('.'));
    expect(folders.filter((folder) => !readme.includes(`${folder}/`))).toEqual([]);
  });
});

/** The first circle of imports, as the paths along it; empty where there is none. */
function findCycle(files: readonly SourceFile[]): string[] {
  const imports = new Map(files.map((file) => [file.path, file.imports]));
  const done = new Set<string>();
  const follow = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of imports.get(path) ?? []) {
      const cycle = follow(target, [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  for (const { path } of files) {
    const cycle = follow(path, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

/** Top-level `let` and `var`, and top-level collections that start empty, so are there to be filled. */
function changingVariables(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const constant = (declarationList.flags & ts.NodeFlags.Const) !== 0;
    return declarationList.declarations
      .filter(({ initializer }) => !constant || isEmptyCollection(initializer))
      .map(({ name }) => `${path}: ${name.getText(file)}`);
  });
}

function isEmptyCollection(value: ts.Expression | undefined): boolean {
  if (value === undefined) return false;
  if (ts.isArrayLiteralExpression(value)) return value.elements.length === 0;
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0;
  return ts.isNewExpression(value) && (value.arguments ?? []).length === 0;
}
