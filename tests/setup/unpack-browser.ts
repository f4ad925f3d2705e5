/**
 * Unpacks the browser that comes with `npm ci` into the folder that TMPDIR names. A process of its own,
 * because the package reads where to unpack, and whether to bring its libraries, from the environment.
 */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
