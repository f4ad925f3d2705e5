/** Where a build reads and writes, and the address it is made for: the environment, then `edition.yaml`. */
import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { parse } from 'yaml';
import { fingerprint } from '../edition/fingerprint.ts';
import { PlainFailure } from '../loader/plain-failure.ts';

export type BuildSettings = ReturnType<typeof readBuildSettings>;

/**
 * Signs in a folder's path that Astro and its tools take for others: files or fonts would be missing. In the project's
 * own a percent sign alone is enough, and a quotation mark or a line end ends in a stack.
 */
const misread = { project: /[#?*\\%"\r\n]/, other: /[#?*\\]|%[0-9a-f]{2}/i };

/**
 * Reads the settings of a build. The address is `SITE_URL`, else `site` of `edition.yaml`, else this machine's. Its
 * path is the base, unless `BASE_PATH` says another.
 *
 * @param project Absolute path of the project's folder.
 * @throws PlainFailure when `SITE_URL` or `site` is not a web address, `BASE_PATH` no path, or a folder that Astro
 * reads has a name it misreads.
 */
export function readBuildSettings(environment: NodeJS.ProcessEnv = process.env, project = process.cwd()) {
  const contentDir = resolve(environment['CONTENT_DIR'] || 'content');
  const outDir = resolve(environment['OUT_DIR'] || 'dist');
  const key = fingerprint(`${contentDir}\n${outDir}`).slice(0, 12);
  const cacheDir = environment['CACHE_DIR'] || resolve(project, 'node_modules/.cache/manchuria-file', key);
  for (const folder of [project, contentDir, cacheDir]) {
    const [sign] = misread[folder === project ? 'project' : 'other'].exec(folder.replaceAll(sep, '/')) ?? [];
    if (sign !== undefined)
      throw new PlainFailure(
        `A folder of the project is “${folder}”. Astro takes “${sign}” in its name for something else, and the site ` +
          `would not be whole. Rename the folder.`,
      );
  }
  const given = environment['SITE_URL'] || siteOfEdition(contentDir);
  // Until the edition has an address of its own, permalinks point where `npm start` serves it.
  const address = URL.parse(given ?? 'http://localhost:4321');
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new PlainFailure(
      `The site’s address must be a web address such as https://example.org, not “${given}”. ` +
        `Mend SITE_URL, or “site” in edition.yaml.`,
    );
  }
  const path = environment['BASE_PATH'] || address.pathname;
  // Undefined where what stands for letters (`%C3%A9`) stands for none.
  const letters = unlessItFails(() => decodeURI(path));
  // A terminal of Git for Windows makes a folder of a path that begins with a slash.
  if (letters === undefined || /^\w+:/.test(path))
    throw new PlainFailure(
      `BASE_PATH must be a path such as edition, not “${path}”. Write it in letters, without a slash before it.`,
    );
  return {
    /** Absolute path of the content folder, `CONTENT_DIR` or `content`. */
    contentDir,
    /** Absolute path of the folder the site is published to, `OUT_DIR` or `dist`. */
    outDir,
    /** Scheme and host, without a final slash: `https://example.org`. */
    site: address.origin,
    /** Path the site is served under, with a slash before and none after, letters as they are; `/` at a domain's root. */
    base: `/${letters.split('/').filter(Boolean).join('/')}`,
    /** Whether nobody has given an address, so that permalinks point at this machine. */
    addressIsLocal: given === undefined,
    /** Absolute path of this content's and this output's own cache, so that two builds never share one. */
    cacheDir,
  };
}

/** `site` of `edition.yaml`. A file that is missing or broken is the check's to report, not ours. */
function siteOfEdition(contentDir: string): string | undefined {
  const file = join(contentDir, 'edition.yaml');
  const edition = unlessItFails(() => parse(readFileSync(file, 'utf8')) as { site?: unknown } | null);
  return typeof edition?.site === 'string' && edition.site !== '' ? edition.site : undefined;
}

function unlessItFails<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch {
    return undefined;
  }
}
