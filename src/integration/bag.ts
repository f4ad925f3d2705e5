/** The edition as a bag for an archive (BagIt 1.0, RFC 8493): its sources, and its site as it is opened from a disk. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { newestRevision } from '../edition/document.ts';
import type { ContentReader } from '../loader/edition.ts';
import { pageForDisk } from './disk-page.ts';
import { isPublished } from './output-folder.ts';
import type { BuildSettings } from './settings.ts';

/** One command that verifies a bag, in its folder. */
export const verifying = 'sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt';

/**
 * Writes a bag of sources and published site: the same bytes for the same sources, of the day of the newest revision.
 *
 * @param bag An empty folder, or one that is not there yet.
 * @returns How many files it holds.
 */
export function writeBag(bag: string, { contentDir, outDir, base }: BuildSettings, reader: ContentReader): number {
  const { settings, documents } = reader.edition();
  const ignored = readFileSync('.gitignore', 'utf8').split('\n').filter(Boolean);
  const isIgnored = (path: string): boolean =>
    ['.git', 'content', ...ignored].some((pattern) => matchesGlob(path, pattern.replace(/^\/|\/$/g, '')));
  const payload = new Map<string, () => string | Uint8Array>();
  for (const path of filesIn('.', '', isIgnored)) payload.set(`data/sources/${path}`, () => readFileSync(path));
  for (const path of filesIn(contentDir, '', (name) => isIgnored(`content/${name}`)))
    payload.set(`data/sources/content/${path}`, () => readFileSync(join(contentDir, path)));
  for (const path of filesIn(outDir)) {
    const page = (): string => pageForDisk(readFileSync(join(outDir, path), 'utf8'), path, base);
    payload.set(`data/site/${path}`, path.endsWith('.html') ? page : () => readFileSync(join(outDir, path)));
  }

  let octets = 0;
  const write = (path: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(join(bag, path)), { recursive: true });
    writeFileSync(join(bag, path), content);
    const bytes = Buffer.from(content);
    octets += bytes.length;
    // RFC 8493, 2.1.3: what would end a line of a manifest is written as in an address.
    const written = path.replace(/[%\r\n]/g, encodeURIComponent);
    return `${createHash('sha256').update(bytes).digest('hex')}  ${written}\n`;
  };
  const manifest = [...payload].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, content]) => write(path, content()));
  const information: Readonly<Record<string, string | undefined>> = {
    'Source-Organization': settings.editor,
    'External-Description': `${settings.title}. ${settings.description}`,
    'External-Identifier': reader.publications()[0]?.home,
    'Internal-Sender-Identifier': `version ${settings.version}`,
    'Bagging-Date': newestRevision(documents),
    'Payload-Oxum': `${octets}.${manifest.length}`,
    'Verified-By': verifying,
  };
  const lines = Object.entries(information).flatMap(([label, value]) =>
    value === undefined ? [] : `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`,
  );
  const tags = [
    write('bag-info.txt', lines.join('')),
    write('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    write('manifest-sha256.txt', manifest.join('')),
  ];
  writeFileSync(join(bag, 'tagmanifest-sha256.txt'), tags.join(''));
  return manifest.length;
}

/** The files of a folder, and of those in it, as paths with forward slashes; links as the reader of content takes them. */
function filesIn(folder: string, within = '', skip: (path: string) => boolean = () => false): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry): string[] => {
    const path = within + entry.name;
    if (skip(path)) return [];
    const found = entry.isSymbolicLink() ? statSync(join(folder, path), { throwIfNoEntry: false }) : entry;
    if (found?.isFile()) return [path];
    const isOwn = entry.isDirectory() || (within === '' && folder !== '.' && found?.isDirectory());
    return isOwn && !isPublished(join(folder, path)) ? filesIn(folder, `${path}/`, skip) : [];
  });
}
