// @ts-check
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { edition } from './src/integration/edition.ts';
import { inSitemap, isListed } from './src/integration/site-files.ts';

// Where content is read, where the site is published and at which address it stands: src/integration/settings.ts.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory' },
  // Scripts stay files: the policy of a page allows none in it.
  vite: { build: { assetsInlineLimit: 0 } },
  // Astro's default, 'jsx', joins words across line breaks.
  compressHTML: true,
  // For the edition's own prose; documents are read by src/markdown/.
  markdown: {
    // Only unified() runs remark plugins. Smart punctuation would rewrite quotations;
    // gfm comes from our own plugin, so that a single tilde stays a tilde.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [[remarkGfm, { singleTilde: false }]],
    }),
    syntaxHighlight: false,
  },
  // The last checks the content before anything is built, and publishes the site when all else is done.
  integrations: [mdx(), sitemap({ filter: isListed, serialize: inSitemap }), edition()],
  prefetch: false,
  devToolbar: { enabled: false },
});
