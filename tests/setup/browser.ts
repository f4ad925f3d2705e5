/** Finds, or unpacks, a browser for the tests, and starts it. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import manifest from '../../package.json' with { type: 'json' };
import { runNode } from './run-node.ts';

/** A browser, and what it is started with. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Added to the environment it starts in. */
  readonly environment: Readonly<Record<string, string>>;
}

/** It asks no host for updates, and needs neither a screen nor a graphics card. */
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser, which ends with this process where nobody closes it before. */
export const startBrowser = ({ executablePath, environment }: FoundBrowser): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags, env: { ...process.env, ...environment } });

/**
 * Finds a browser: `CHROMIUM_PATH`, else an installed Chrome, Chromium or Edge, else the one that npm brought.
 *
 * @throws Error saying how to get one, where there is none
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { executablePath: named, environment: {} };
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file.`);
  }
  const installed = usualPlaces().find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, environment: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser();
  throw new Error(
    'No browser was found for the tests. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to ' +
      'the program file of one.',
  );
}

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((name) => process.env[name])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => join(folder, `${name}.app/Contents/MacOS`, name)),
      );
    default:
      return (process.env['PATH'] ?? '')
        .split(delimiter)
        .flatMap((folder) =>
          ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].map((name) =>
            join(folder, name),
          ),
        );
  }
}

/** Unpacks the browser once; the folder has its name only when it is whole. */
async function unpackBrowser(): Promise<FoundBrowser> {
  const version = manifest.devDependencies['@sparticuz/chromium'];
  const cache = resolve('node_modules/.cache/manchuria-file');
  const folder = join(cache, `browser-${version}`);
  if (!existsSync(folder)) {
    const unpacking = join(cache, `browser-${version}.unpacking-${process.pid}`);
    mkdirSync(unpacking, { recursive: true });
    const { code, output } = await runNode(fileURLToPath(new URL('unpack-browser.ts', import.meta.url)), [], {
      // The package brings its shared libraries only where it believes itself on AWS Lambda.
      environment: { TMPDIR: unpacking, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
      showOutput: false,
    });
    if (code !== 0) throw new Error(`The tests' browser could not be unpacked:\n${output}`);
    // Its list of fonts names the folder that AWS Lambda would have unpacked them into.
    const fontList = join(unpacking, 'fonts/fonts.conf');
    const fonts = readFileSync(fontList, 'utf8').replaceAll('/tmp/fonts', join(folder, 'fonts'));
    writeFileSync(fontList, fonts);
    if (existsSync(folder)) rmSync(unpacking, { recursive: true });
    else renameSync(unpacking, folder);
  }
  return {
    executablePath: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  };
}
