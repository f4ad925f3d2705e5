/** The same documents as anyone would publish them with Astro and MDX: what our build is measured against. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { marks } from '../../src/edition/marks.ts';

/**
 * Writes a stock project: a collection of MDX files, one page each, marks as plain components.
 *
 * @param project folder to write, which is made
 * @param documents folder of the documents
 */
export function makeStockSite(project: string, documents: string): void {
  const files = {
    'package.json': '{ "type": "module" }',
    'astro.config.mjs': `import mdx from '@astrojs/mdx';
export default { integrations: [mdx()], site: 'http://localhost:4321' };
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
export const collections = {
  documents: defineCollection({
    loader: glob({ base: ${JSON.stringify(resolve(documents))}, pattern: '*.mdx' }),
    schema: z.looseObject({ summary: z.string() }),
  }),
};
`,
    'src/components/Mark.astro': '<span><slot /></span>\n',
    'src/pages/documents/[id].astro': `---
import { getCollection, render } from 'astro:content';
import Mark from '../../components/Mark.astro';
export async function getStaticPaths() {
  return (await getCollection('documents')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
const components = { ${Object.keys(marks)
      .map((name) => `${name}: Mark`)
      .join(', ')} };
---
<html lang="en">
  <head><meta charset="utf-8" /><title>{entry.id}</title><meta name="description" content={entry.data.summary} /></head>
  <body><main><Content components={components} /></main></body>
</html>
`,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(project, file, '..'), { recursive: true });
    writeFileSync(join(project, file), text);
  }
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'), 'junction');
}
