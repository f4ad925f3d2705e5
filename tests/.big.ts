import { chromium } from 'playwright-core';
import { startBrowser } from './setup/browser.ts';
import { serveSite } from './setup/served-site.ts';
import { costOfFirstSearch, timesOfKeystrokes } from './browser/search-bytes.ts';
const started = await startBrowser(); const browser = await chromium.connect(started.wsEndpoint());
const site = await serveSite({ folder: process.argv[2]! });
const qs = process.argv.slice(3);
for (const q of qs) {
  const c = await browser.newContext({viewport:{width:1280,height:900}}); const p = await c.newPage(); await p.goto(site.url + '/search/');
  const cost = await costOfFirstSearch(p, q);
  await p.waitForFunction(() => !document.querySelector('[aria-busy]'), undefined, { timeout: 60000 }).catch(()=>{});
  await p.waitForTimeout(1200);
  console.log(q, JSON.stringify(cost), '|', await p.textContent('#search-status'), '|', (await p.$$eval('#search-results > li h2', (l) => l.slice(0, 3).map((x) => x.textContent))).join(' // '));
  const note = await p.$$eval('#search-notices p, #search-spellings p', (l) => l.map((x) => x.textContent)); if (note.length) console.log('   NOTE', note.join(' / '));
  await c.close();
}
await browser.close(); await started.close(); site.stop();
