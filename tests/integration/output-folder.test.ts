import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { claimOutputFolder, markerFile } from '../../src/integration/output-folder.ts';

interface Fixture {
  folder: string;
  content: string;
  site: string;
}

/** A process number that no process has. */
const dead = 999_999_999;

beforeEach<Fixture>((context) => {
  context.folder = realpathSync(mkdtempSync(join(tmpdir(), 'manchuria-file-')));
  const { folder } = context;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  context.content = join(folder, 'content');
  context.site = join(folder, 'site');
  mkdirSync(context.content);
});

/** A site of ours, told by its words. */
function makeSite(folder: string, words: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), words);
  writeFileSync(join(folder, markerFile), 'stamp\n');
}

const read = (site: string): string => readFileSync(join(site, 'index.html'), 'utf8');

/** Publishes a site with the given words, as a build does. */
async function publish(site: string, content: string, words: string): Promise<void> {
  const output = claimOutputFolder(site, content);
  mkdirSync(output.building, { recursive: true });
  writeFileSync(join(output.building, 'index.html'), words);
  await output.publish('stamp');
  output.release();
}

test<Fixture>('a site is published to a new folder, and in the place of the last one', async ({
  folder,
  content,
  site,
}) => {
  await publish(site, content, 'first');
  expect(read(site)).toBe('first');
  await publish(site, content, 'second');
  expect(read(site)).toBe('second');
  expect(readdirSync(folder).sort()).toEqual(['content', 'site']);
});

describe('what is not a site of ours is left alone:', () => {
  const refusal = /holds something other than a built site/;

  test<Fixture>('a folder with a page of somebody else', ({ content, site }) => {
    mkdirSync(site);
    writeFileSync(join(site, 'index.html'), 'foreign');
    expect(() => claimOutputFolder(site, content)).toThrow(refusal);
    expect(read(site)).toBe('foreign');
  });

  test<Fixture>('a bag of ours, and for a bag a site of ours', ({ content, site }) => {
    makeSite(site, 'ours');
    expect(() => claimOutputFolder(site, content, 'bag')).toThrow(/holds something other than a bag of this edition/);
    expect(read(site)).toBe('ours');
    renameSync(join(site, markerFile), join(site, '.manchuria-file-bag'));
    expect(() => claimOutputFolder(site, content)).toThrow(refusal);
  });

  test<Fixture>('the content, and a folder that holds it, even where a marker stands', ({ folder, content }) => {
    for (const target of [content, folder]) {
      makeSite(target, 'ours');
      expect(() => claimOutputFolder(target, content)).toThrow(refusal);
      expect(read(target)).toBe('ours');
    }
  });

  test<Fixture>('the content where only a link leads to it', ({ folder, site }) => {
    makeSite(site, 'ours');
    mkdirSync(join(site, 'real'));
    symlinkSync(join(site, 'real'), join(folder, 'linked'));
    expect(() => claimOutputFolder(site, join(folder, 'linked'))).toThrow(refusal);
    expect(read(site)).toBe('ours');
  });

  test<Fixture>('the project and a folder that holds it', ({ content }) => {
    expect(() => claimOutputFolder(process.cwd(), content)).toThrow(refusal);
    expect(existsSync('package.json')).toBe(true);
  });

  test<Fixture>('and nothing of the refused build stays behind', ({ folder, content, site }) => {
    mkdirSync(site);
    writeFileSync(join(site, 'letter.txt'), 'foreign');
    expect(() => claimOutputFolder(site, content)).toThrow(refusal);
    expect(readdirSync(folder).sort()).toEqual(['content', 'site']);
  });
});

test<Fixture>('a link to a folder is followed, and stays a link', async ({ folder, content, site }) => {
  makeSite(join(folder, 'real'), 'last');
  symlinkSync(join(folder, 'real'), site);
  await publish(site, content, 'next');
  expect(realpathSync(site)).toBe(join(folder, 'real'));
  expect(read(join(folder, 'real'))).toBe('next');
});

test<Fixture>('a link to a folder that is not there yet is followed too, and to one that a killed build moved away', async ({
  folder,
  content,
  site,
}) => {
  symlinkSync('real/site', site);
  const real = join(folder, 'real/site');
  await publish(site, content, 'first');
  expect(read(real)).toBe('first');
  renameSync(real, `${real}.old-${dead}`);
  claimOutputFolder(site, content).release();
  expect(read(site)).toBe('first');
});

test<Fixture>('a project in which nothing can be written is said at the beginning, and nothing stays behind', ({
  folder,
  content,
  site,
}) => {
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(join(folder, 'project'));
  onTestFinished(() => cwd.mockRestore());
  expect(() => claimOutputFolder(site, content)).toThrow(join(folder, 'project', 'dist.building'));
  expect(readdirSync(folder)).toEqual(['content']);
});

test<Fixture>('a second build into one folder is refused in a sentence while the first is at work', async ({
  content,
  site,
}) => {
  const first = claimOutputFolder(site, content);
  expect(readFileSync(`${site}.lock`, 'utf8')).toBe(String(process.pid));
  writeFileSync(`${site}.lock`, String(process.ppid));
  expect(() => claimOutputFolder(site, content)).toThrow(
    `Another build is publishing to ${site} (process ${process.ppid}). ` +
      `Wait until it is done, or give OUT_DIR; if none is at work, remove ${site}.lock.`,
  );
  first.release();
  await publish(site, content, 'second');
  expect(read(site)).toBe('second');
});

test<Fixture>('a lock whose process runs no more, or that is damaged, counts no more', async ({ content, site }) => {
  // In a container the process of a build may have the number that the killed one had.
  for (const left of [String(dead), String(process.pid), '', 'x']) {
    writeFileSync(`${site}.lock`, left);
    mkdirSync(`${site}.next-${left}`);
    await publish(site, content, left);
    expect(read(site)).toBe(left);
  }
});

test<Fixture>('after a kill between the two moves of publishing, the last good site comes back by itself', ({
  folder,
  content,
  site,
}) => {
  makeSite(`${site}.old-${dead}`, 'last good');
  makeSite(`${site}.next-${dead}`, 'never finished');
  claimOutputFolder(site, content).release();
  expect(read(site)).toBe('last good');
  expect(readdirSync(folder).sort()).toEqual(['content', 'site']);
});

test<Fixture>('what killed builds left is removed, and what others at work have is not', ({
  folder,
  content,
  site,
}) => {
  makeSite(site, 'last good');
  mkdirSync(`${site}.next-${dead}`);
  makeSite(`${site}.old-${dead}`, 'older');
  mkdirSync(`${site}.next-${process.ppid}`);
  claimOutputFolder(site, content).release();
  expect(readdirSync(folder).sort()).toEqual(['content', 'site', `site.next-${process.ppid}`]);
  expect(read(site)).toBe('last good');
});

test<Fixture>('a signal leaves nothing behind, from the first moment that the folder is held', ({
  folder,
  content,
  site,
}) => {
  makeSite(site, 'last good');
  const module = JSON.stringify(resolve('src/integration/output-folder.ts'));
  const program = `
    import { claimOutputFolder } from ${module};
    claimOutputFolder(${JSON.stringify(site)}, ${JSON.stringify(content)});
    process.kill(process.pid, 'SIGTERM');
    setInterval(() => {}, 1000);`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program]);
  expect(stderr.toString()).toBe('Stopped; nothing was changed.\n');
  expect(status).toBe(1);
  expect(readdirSync(folder).sort()).toEqual(['content', 'site']);
  expect(read(site)).toBe('last good');
});
