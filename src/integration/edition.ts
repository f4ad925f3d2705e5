/**
 * The edition in Astro: the one integration that drives a build from inside, and answers from the content in
 * `dev`. In a build, in this order: the output folder is claimed, the content is read and checked, Astro
 * renders the pages beside the published site, the files and the index are written next to them, and the
 * finished site takes the place of the last one.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { documentsInWords } from '../edition/counts.ts';
import { formatProblem, summaryLine } from '../edition/problems.ts';
import { introductionsIn } from '../edition/volume-pages.ts';
import { openReader, shareReader, type ContentReader } from '../loader/edition.ts';
import { replaceFile } from '../loader/text-file.ts';
import { writeIndex } from '../search/node/write-index.ts';
import { answerInDev } from './dev-answers.ts';
import { claimOutputFolder, type OutputFolder } from './output-folder.ts';
import { PlainFailure, sentenceFor } from '../loader/plain-failure.ts';
import { readBuildSettings, type BuildSettings } from './settings.ts';
import { siteFiles } from './site-files.ts';
import { stampOf } from './stamp.ts';
import { typefaceFiles, type Typeface } from './typeface.ts';

/** The integration, for `astro.config.mjs`. What it needs to know stands in the environment and the content folder. */
export function edition(): AstroIntegration {
  const began = performance.now();
  let settings: BuildSettings;
  let reader: ContentReader;
  let output: OutputFolder;
  let typeface: Typeface;
  return {
    name: 'edition',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) =>
        inPlainWords(async () => {
          settings = readBuildSettings();
          const { contentDir, outDir, cacheDir, site, base } = settings;
          reader = shareReader(openReader(contentDir, settings, command === 'build' ? stampOf(settings) : ''));
          const alias = { '@prose': join(contentDir, 'prose'), '@typeface': join(cacheDir, 'typeface') };
          updateConfig({
            site,
            base,
            cacheDir: folderUrl(cacheDir),
            vite: { cacheDir: join(cacheDir, 'vite'), resolve: { alias }, server: { watch: { ignored: ofBuilds } } },
          });
          if (command === 'build') {
            output = claimOutputFolder(outDir, contentDir);
            checkContent(reader);
            updateConfig({ outDir: folderUrl(output.building) });
          }
          mkdirSync(alias['@typeface'], { recursive: true });
          // Types are made without it.
          if (command === 'sync') return;
          // Made anew whenever Astro starts, so that none can be stale or damaged; another build may be reading them.
          typeface = await typefaceFiles();
          for (const [name, content] of typeface) replaceFile(join(alias['@typeface'], name), content);
        }),
      'astro:server:setup': ({ server }) => answerInDev(server, reader, settings, typeface),
      'astro:build:done': () =>
        inPlainWords(async () => {
          const { building } = output;
          for (const { address, write } of siteFiles(reader, settings, typeface))
            writeFileSync(join(building, address), write());
          const publications = reader.publications();
          const pages = [...reader.content().pages, ...introductionsIn(reader.edition().volumes)];
          await writeIndex(building, publications, reader.stamp, pages);
          verify(building, reader);
          await output.publish(reader.stamp);
          output.release();
          const { site, outDir, addressIsLocal } = settings;
          const seconds = ((performance.now() - began) / 1000).toFixed(1);
          console.log(`Built ${documentsInWords(publications.length)} in ${seconds} s: ${relative('.', outDir)}`);
          const advice = 'give “site” in edition.yaml, or SITE_URL, before you publish.';
          if (addressIsLocal) console.log(`No address is set, so permalinks point at ${site}: ${advice}`);
        }),
    },
  };
}

/** What a build writes is nothing that `dev` shows: each page would be said, and load the reader’s anew. */
const ofBuilds = /[\\/]dist\.[a-z]+-\d+(?:[\\/]|$)/;

const folderUrl = (path: string): URL => pathToFileURL(`${path}${sep}`);

/** Says everything that is wrong with the content; a build ends there. */
function checkContent(reader: ContentReader): void {
  const { documents, problems, warnings } = reader.content();
  for (const problem of problems) console.log(`${formatProblem(problem)}\n`);
  console.log(summaryLine(documents.length, problems, warnings.length));
  if (problems.length > 0) throw new PlainFailure('The content has problems, so nothing was built.');
}

/** A whole site has its front page, its page 404, a search index, and a page for each document. */
function verify(site: string, reader: ContentReader): void {
  const ids = reader.content().documents.map(({ id }) => id);
  const needed = ['index.html', '404.html', 'pagefind/pagefind.js', ...ids.map((id) => `documents/${id}/index.html`)];
  const missing = needed.filter((file) => !existsSync(join(site, file)));
  if (missing.length === 0) return;
  throw new PlainFailure(`The built site lacks ${missing.join(', ')}, so it was not published.`);
}

/** Runs a step; where it fails, says why in a sentence and ends the process, since Astro would show a stack. */
async function inPlainWords(step: () => void | Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    console.error(sentenceFor(error));
    process.exit(1);
  }
}
