/**
 * Builds the site away from the published one and puts it in its place when it is whole. Whatever
 * fails, the last good site stays as it was.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDocumentFiles } from '../loader/document-files.ts';
import { readEdition } from '../loader/edition-file.ts';
import { documentIds } from '../loader/read-content.ts';
import { indexSite } from '../search/build-index.ts';
import type { BuildSettings } from './build-settings.ts';
import { keepStamp, stampOf } from './build-stamp.ts';
import { PlainFailure, sayingOf } from './plain-failure.ts';
import { astroProgram, runNode } from './node-process.ts';
import { writeHeadersFile, writePolicies } from './site-policies.ts';

/**
 * Names of Vite's and Astro's own values for the pages. A variable of such a name, as a test runner
 * sets, would overrule them: pages under a sub-path would link to the root.
 */
const vitesOwn = {
  BASE_URL: undefined,
  MODE: undefined,
  DEV: undefined,
  PROD: undefined,
  SSR: undefined,
  SITE: undefined,
  ASSETS_PREFIX: undefined,
  NODE_ENV: undefined,
};

const checkProgram = fileURLToPath(new URL('check.ts', import.meta.url));

export interface BuiltSite {
  /** How many documents it has. */
  readonly documents: number;
}

/**
 * Checks the content, builds, indexes and verifies the site, then publishes it to the output folder.
 *
 * @param signal stops the build; nothing of it is left behind
 * @throws PlainFailure saying in a sentence what stopped it
 */
export async function buildSite(settings: BuildSettings, signal: AbortSignal): Promise<BuiltSite> {
  const { contentDir, outDir, cacheDir, origin, base } = settings;
  refuseForeignFolder(outDir);
  const stamp = stampOf(settings);
  mkdirSync(cacheDir, { recursive: true });
  const checked = join(cacheDir, 'edition.jsonl');

  // Astro keeps two builds apart only in folders of the project; the output folder may be elsewhere.
  const building = ownFolder(resolve('dist'), 'building');
  const next = ownFolder(outDir, 'next');
  removeAbandoned(resolve('dist'));
  removeAbandoned(outDir);
  try {
    await checkContent(settings, checked, signal);
    // What can not be written at the end is said at the beginning.
    mkdirSync(dirname(next), { recursive: true });
    mkdirSync(next);
    await buildPages(settings, checked, building, signal);
    writeDocumentFiles(building, readEdition(checked), { site: origin, base });
    const { documents } = await indexSite(building);
    writePolicies(building);
    writeHeadersFile(building, base);
    await verify(building, contentDir, documents);
    signal.throwIfAborted();
    await moveFolder(building, next);
    publish(next, outDir);
    keepStamp(settings, stamp);
    return { documents };
  } finally {
    rmSync(building, { recursive: true, force: true });
    rmSync(next, { recursive: true, force: true });
    rmSync(checked, { force: true });
  }
}

async function checkContent(
  { contentDir, cacheDir }: BuildSettings,
  checked: string,
  signal: AbortSignal,
): Promise<void> {
  const { code } = await runNode(checkProgram, [], {
    environment: { CONTENT_DIR: contentDir, CACHE_DIR: cacheDir, EDITION_FILE: checked },
    signal,
    showOutput: true,
  });
  signal.throwIfAborted();
  if (code === 1) throw new PlainFailure('The content has problems, so nothing was built.');
  if (code !== 0) throw new PlainFailure('The content was not checked, so nothing was built.');
}

async function buildPages(
  { contentDir, origin, base, cacheDir }: BuildSettings,
  checked: string,
  building: string,
  signal: AbortSignal,
): Promise<void> {
  const { code, output } = await runNode(astroProgram, ['build', '--silent'], {
    environment: {
      ...vitesOwn,
      CONTENT_DIR: contentDir,
      OUT_DIR: building,
      CACHE_DIR: cacheDir,
      EDITION_FILE: checked,
      SITE_URL: origin,
      BASE_PATH: base,
      NO_COLOR: '1',
    },
    signal,
    showOutput: false,
  });
  signal.throwIfAborted();
  if (code !== 0) {
    throw new PlainFailure(`The pages could not be built. Astro says:\n${sayingOf(output)}`);
  }
}

/** A whole site has its front page, its page 404, and a page and an indexed entry for each document. */
async function verify(site: string, contentDir: string, indexed: number): Promise<void> {
  const ids = (await documentIds(contentDir)) ?? [];
  const pages = ['index.html', '404.html', ...ids.map((id) => `documents/${id}/index.html`)];
  const missing = pages.filter((page) => !existsSync(join(site, page)));
  if (missing.length > 0) {
    throw new PlainFailure(`The built site lacks ${missing.join(', ')}, so it was not published.`);
  }
  if (indexed !== ids.length) {
    throw new PlainFailure(
      `The search index has ${indexed} documents and the content ${ids.length}, ` + `so the site was not published.`,
    );
  }
}

/** Moves a folder to an empty one, which may be on another disk. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    rmdirSync(to);
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // Not cpSync, which calls a full disk an input/output error.
    await cp(from, to, { recursive: true });
  }
}

/** Puts a finished site, which stands beside it, in the place of the published one. */
function publish(next: string, outDir: string): void {
  const old = ownFolder(outDir, 'old');
  const replaces = existsSync(outDir);
  if (replaces) renameSync(outDir, old);
  try {
    renameSync(next, outDir);
  } catch (error) {
    if (replaces) renameSync(old, outDir);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** An output folder is replaced whole, so one that is not a site of ours is left alone. */
function refuseForeignFolder(outDir: string): void {
  const toProject = relative(outDir, resolve('.'));
  const holdsProject = !toProject.startsWith('..') && !isAbsolute(toProject);
  const isForeign = existsSync(outDir) && readdirSync(outDir).length > 0 && !existsSync(join(outDir, 'index.html'));
  if (holdsProject || isForeign) {
    throw new PlainFailure(
      `The output folder ${outDir} holds something other than a built site, and a build would ` +
        `replace it. Choose a folder that is empty or not there yet: OUT_DIR.`,
    );
  }
}

/** A folder beside another, and so on the same disk, that is this process's own. */
function ownFolder(folder: string, purpose: string): string {
  return join(dirname(folder), `${basename(folder)}.${purpose}-${process.pid}`);
}

/** Removes what builds left beside a folder that were killed before they could tidy up. */
function removeAbandoned(folder: string): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`${basename(folder)}.`)) continue;
    const rest = name.slice(basename(folder).length);
    const pid = /^\.(?:building|next|old)-(\d+)$/.exec(rest)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
