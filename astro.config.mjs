// @ts-check
import { join } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import remarkGfm from 'remark-gfm';
import { readBuildSettings } from './src/commands/build-settings.ts';
import { contentInDev } from './src/loader/content-in-dev.ts';
import { formerAddresses } from './src/loader/former-addresses.ts';

const { contentDir, origin, base, outDir, cacheDir } = readBuildSettings();
const former = formerAddresses(contentDir, origin, base);

export default defineConfig({
  site: origin,
  base,
  outDir,
  cacheDir,
  output: 'static',
  trailingSlash: 'always',
  // The text of a page is readable after one request: its styles come with it, its scripts later.
  build: { format: 'directory', inlineStylesheets: 'always' },
  vite: {
    cacheDir: join(cacheDir, 'vite'),
    build: { assetsInlineLimit: 0 },
    resolve: { alias: { '@prose': join(contentDir, 'prose') } },
  },
  // Astro's default, 'jsx', joins words across line breaks.
  compressHTML: true,
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
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !page.endsWith('/404/') && !former.has(page) }),
    contentInDev(contentDir, { site: origin, base }),
  ],
  // A document whose tree, register, settings and sources are as they were keeps its page.
  experimental: { incrementalBuild: true },
  prefetch: false,
  devToolbar: { enabled: false },
});
