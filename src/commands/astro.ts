/** Starts Astro's own command line, the same on every system: it asks no other host, and Vite sets its own variables. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A build that another command waits for ends where that does, however it is ended.
process.once('disconnect', () => process.exit(1)).channel?.unref();
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// It would ask another host whether it is the newest, and advise an editor to put that in place of the pinned one.
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
// What a build asks of its own search index goes through no proxy; where both are set, Node reads the small letters.
const { no_proxy: direct = process.env['NO_PROXY'] } = process.env;
process.env['no_proxy'] = [direct, '127.0.0.1'].filter(Boolean).join();
// A test runner sets some of these for itself: pages under a sub-path would link to the root.
const vitesOwn = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'SITE', 'ASSETS_PREFIX', 'NODE_ENV'];
for (const name of vitesOwn) Reflect.deleteProperty(process.env, name);

// Its package does not export the program, so it is found beside the manifest.
const manifest = createRequire(import.meta.url).resolve('astro/package.json');
await import(pathToFileURL(join(dirname(manifest), 'bin/astro.mjs')).href);
