/** `npm run build`: the site, checked, built, indexed and verified, into `dist/`. */
import { relative } from 'node:path';
import { sentenceFor } from './plain-failure.ts';
import { readBuildSettings } from './build-settings.ts';
import { buildSite } from './site-build.ts';
import { stopSignal } from './stop-signal.ts';

try {
  const start = performance.now();
  const settings = readBuildSettings();
  const { documents } = await buildSite(settings, stopSignal());
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counted = documents === 1 ? '1 document' : `${documents} documents`;
  console.log(`Built ${counted} in ${seconds} s: ${relative('.', settings.outDir)}`);
  if (settings.addressIsLocal) {
    console.log(
      `No address is set, so permalinks point at ${settings.origin}: give “site” in ` +
        `edition.yaml, or SITE_URL, before you publish.`,
    );
  }
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}
