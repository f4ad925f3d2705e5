/**
 * The edition's own words, from `content/prose/`. Imported straight from the content folder, and not by
 * way of a collection: Astro notes the modules of a collection in one file of the project, which two
 * builds of different content would overwrite for each other.
 */
import type { MDXInstance } from 'astro';
import { z } from 'zod';

const proseSchema = z.strictObject({
  title: z.string().describe('The title of the page.'),
  summary: z.string().describe('What the page says, in one sentence, for search engines.'),
});

export type ProsePage = z.infer<typeof proseSchema> & Pick<MDXInstance<object>, 'Content'>;

/** `@prose` is the folder `prose` of the content folder; see `astro.config.mjs`. */
const modules = import.meta.glob<MDXInstance<object>>('@prose/*.mdx', { eager: true });

/**
 * A page of prose.
 *
 * @param name of its file, without the ending: `method`
 * @throws Error when there is no such file, or its title or summary is missing
 */
export function prosePage(name: string): ProsePage {
  const found = Object.entries(modules).find(([path]) => path.endsWith(`/${name}.mdx`));
  if (found === undefined) throw new Error(`content/prose/${name}.mdx is missing.`);
  const [, { frontmatter, Content }] = found;
  return { ...proseSchema.parse(frontmatter), Content };
}
