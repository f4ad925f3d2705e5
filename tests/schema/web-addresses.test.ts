/** No field that becomes a link takes an address that a browser would run. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readContent } from '../../src/loader/read-content.ts';
import { withContent } from '../loader/problem-fixtures.ts';

const hostile = ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x'];

const settings = [
  ['site'],
  ['identifier'],
  ['contact'],
  ['licences', 'text', 'url'],
  ['volumes', 'invented1936', 'url'],
];

/** A copy with a value put at a path. */
function withValue(tree: unknown, [key, ...rest]: readonly string[], value: string): unknown {
  if (key === undefined) return value;
  const branch = tree as Record<string, unknown>;
  return { ...branch, [key]: withValue(branch[key], rest, value) };
}

test.each(settings.map((path) => [path.join('.'), path] as const))('edition.yaml: %s', async (_name, path) => {
  for (const address of hostile) {
    await withContent(undefined, (folder) => {
      const file = join(folder, 'edition.yaml');
      const edition: unknown = parse(readFileSync(file, 'utf8'));
      writeFileSync(file, stringify(withValue(edition, path, address)));
      const { problems } = readContent(folder);
      expect(problems.map((problem) => problem.actual)).toContain(address);
    });
  }
});

test.each([
  ['the address of the copy-text', /^( *url: ).*$/m],
  ['the target of a reference', /^(?=\[\^1\]:)/m],
])('%s', async (_what, place) => {
  for (const address of hostile) {
    await withContent(undefined, (folder) => {
      const file = join(folder, 'documents/harbin-1936-7.mdx');
      const text = readFileSync(file, 'utf8');
      const reference = `See <Ref to='${address}'>there</Ref>.\n\n`;
      writeFileSync(
        file,
        text.replace(place, (_all, key?: string) => (typeof key === 'string' ? `${key}'${address}'` : reference)),
      );
      const { problems } = readContent(folder);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.actual).toContain(address);
    });
  }
});
