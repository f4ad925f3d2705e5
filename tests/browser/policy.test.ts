import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, test } from 'vitest';
import { complaintsOf, openLastingPage, siteFolder, siteUrl } from '../setup/site.ts';

/** Every page of the site, but of the register's entries, which are all alike, only one. */
const pages = globSync('**/index.html', { cwd: siteFolder })
  .map(
    (file) =>
      `/${file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`,
  )
  .filter((address) => !/^\/register\/.+/.test(address) || address === '/register/litvinov-maxim/');

const page = await openLastingPage();
const complaints = complaintsOf(page);
page.on('request', (request) => {
  if (new URL(request.url()).origin !== siteUrl) complaints.push(request.url());
});

test.each([...pages, '/search/?q=Litvinov'])(
  '%s breaks none of its own policy and asks no other host for anything',
  async (address) => {
    complaints.length = 0;
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(complaints).toEqual([]);
  },
);
