/**
 * The folder that a site is published to: held by one build at a time, replaced only where it is ours, and
 * at one stroke, so that whatever fails, the last good site stands.
 */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { PlainFailure } from '../loader/plain-failure.ts';

/** The file by which a built site is known as ours; it holds the stamp of what the site was built from. */
export const markerFile = '.manchuria-file';

/** What is published to a folder of its own: the file by which it is known, and how its refusals speak of it. */
const kinds = {
  site: { marker: markerFile, is: 'a built site', writer: 'a build', choice: 'OUT_DIR' },
  bag: {
    marker: '.manchuria-file-bag',
    is: 'a bag of this edition',
    writer: 'a new bag',
    choice: 'npm run package -- FOLDER',
  },
} as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** Whether a folder is one that a site or a bag of ours was published to. */
export const isPublished = (folder: string): boolean =>
  Object.values(kinds).some(({ marker }) => existsSync(join(folder, marker)));

/** A folder that this process holds. */
export type OutputFolder = ReturnType<typeof claimOutputFolder>;

/**
 * Claims the output folder for this process, until it is released or the process ends, by a signal too; brings back
 * the last good site where a build was killed while it published, and removes what killed builds left.
 *
 * @param outDir Absolute; a link is followed.
 * @param content The content folder, which no site may replace.
 * @param of What is published there; it replaces only its own kind.
 * @throws PlainFailure where another build is at work, or where the folder holds something other than a site of ours.
 */
export function claimOutputFolder(outDir: string, content: string, of: keyof typeof kinds = 'site') {
  const kind = kinds[of];
  // A link may lead to a folder that is not there yet, or that a killed build had just moved away.
  const isLink = lstatSync(outDir, { throwIfNoEntry: false })?.isSymbolicLink();
  const target = real(isLink ? resolve(real(dirname(outDir)), readlinkSync(outDir)) : outDir);
  const building = beside(resolve('dist'), 'building');
  const next = beside(target, 'next');
  const old = beside(target, 'old');
  const lock = `${target}.lock`;
  const release = (): void => {
    for (const folder of [building, next]) rmSync(folder, { recursive: true, force: true });
    rmSync(lock, { force: true });
    process.off('exit', release);
    for (const signal of endings) process.off(signal, stop);
  };
  mkdirSync(dirname(target), { recursive: true });
  // Heard before anything is made: a signal that came in between would leave it behind.
  for (const signal of endings) process.once(signal, stop);
  lockFor(lock, target);
  process.once('exit', release);
  try {
    for (const folder of [target, resolve('dist')]) tidy(folder, kind);
    refuseForeign(target, content, kind);
    // What cannot be written at the end is said at the beginning.
    for (const folder of [building, next]) mkdirSync(folder);
  } catch (error) {
    release();
    throw error;
  }
  return {
    /** Where the site is built: a folder of the project, since Astro keeps builds apart in no other. */
    building,
    /** Removes what this build left, and lets the next one in. May be called again, and while the process ends. */
    release,
    /** Puts the built site, marked with its stamp, in the place of the published one. */
    async publish(stamp: string): Promise<void> {
      writeFileSync(join(building, kind.marker), `${stamp}\n`);
      await move(building, next);
      if (existsSync(target)) renameSync(target, old);
      renameSync(next, target);
      rmSync(old, { recursive: true, force: true });
    },
  };
}

/** The stamp that a published site carries; undefined where there is no site of ours. */
export function publishedStamp(outDir: string): string | undefined {
  const file = join(outDir, markerFile);
  return existsSync(file) && existsSync(join(outDir, 'index.html')) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** What ends a process from outside, where it may still tidy up. */
const endings = ['SIGINT', 'SIGTERM'] as const;
const stop = (): never => {
  console.error('Stopped; nothing was changed.');
  process.exit(1);
};

/** Where a folder is, without links; as it is given while it is not there. */
const real = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : folder);

/** A folder beside another, and so on the same disk, that is this process's own. */
const beside = (folder: string, purpose: string): string =>
  join(dirname(folder), `${basename(folder)}.${purpose}-${process.pid}`);

/** One build at a time: the lock names its process, and one that a killed process left counts no more. */
function lockFor(lock: string, folder: string, isFree = false): void {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(readFileSync(lock, 'utf8'));
    if (isFree || (holder > 0 && isRunning(holder))) {
      const who = `Another build is publishing to ${folder} (process ${holder || 'unknown'}).`;
      throw new PlainFailure(`${who} Wait until it is done, or give OUT_DIR; if none is at work, remove ${lock}.`);
    }
    rmSync(lock, { force: true });
    lockFor(lock, folder, true);
  }
}

/** Puts back a site that a killed build had moved away, and removes the folders of builds that run no more. */
function tidy(folder: string, { marker }: Kind): void {
  const parent = dirname(folder);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const rest = name.startsWith(`${basename(folder)}.`) ? name.slice(basename(folder).length) : '';
    const [, purpose, pid] = /^\.(building|next|old)-(\d+)$/.exec(rest) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const left = join(parent, name);
    const isLastGood = purpose === 'old' && !existsSync(folder) && existsSync(join(left, marker));
    if (isLastGood) renameSync(left, folder);
    else rmSync(left, { recursive: true, force: true });
  }
}

/** A site replaces a folder whole: one that is not marked as ours, or that holds project or content, is left alone. */
function refuseForeign(target: string, content: string, { marker, is, writer, choice }: Kind): void {
  const holds = (folder: string): boolean => `${real(folder)}${sep}`.startsWith(`${target}${sep}`);
  const isForeign = existsSync(target) && readdirSync(target).length > 0 && !existsSync(join(target, marker));
  if (isForeign || holds(resolve('.')) || holds(content)) {
    throw new PlainFailure(
      `The output folder ${target} holds something other than ${is}, and ${writer} would replace it. Choose a folder that is empty or not there yet: ${choice}.`,
    );
  }
}

/** Moves a folder to an empty one, which may be on another disk. */
async function move(from: string, to: string): Promise<void> {
  rmSync(to, { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // Not cpSync, which calls a full disk an input/output error.
    await cp(from, to, { recursive: true });
  }
}

function isRunning(pid: number): boolean {
  // In a container or after a restart another had this number before; a process claims its folder once.
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
