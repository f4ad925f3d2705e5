import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pageForDisk } from '../../src/integration/disk-page.ts';

test('addresses under a path are relative on a disk, its letters encoded as in Astro’s or not', () => {
  const page = pageForDisk('<a href="/é/about/#x">x</a><img src="/%C3%A9/x.png">', 'citing/index.html', '/é');
  expect(page).toContain('<a href="../about/index.html#x">x</a><img src="../x.png">');
});

test('a link that says where a page is from its own leads to the file of that page', () => {
  const page = pageForDisk(
    '<a href="../citing/#x">x</a><a href="https://a.example/./">x</a>',
    'method/index.html',
    '/',
  );
  expect(page).toContain('<a href="../citing/index.html#x">x</a><a href="https://a.example/./">x</a>');
});

test('a page leads on by itself, searches and finds the site on a disk, and asks for no font ahead', () => {
  const html =
    '<html data-site="/"><head><meta http-equiv="refresh" content="0;url=/citing/"><link rel="preload" href="/x.woff2">' +
    '</head><body><form action="/search/"></form><a href="//a.example/">x</a><a href="/?q=x">x</a></body></html>';
  const page = pageForDisk(html, 'documents/a/index.html', '/');
  expect(page).toContain(
    '<html data-site="../../"><head><meta http-equiv="refresh" content="0;url=../../citing/index.html">',
  );
  expect(page).not.toContain('preload');
  expect(page).toContain(
    '<form action="../../search/index.html"></form><a href="//a.example/">x</a><a href="../../index.html?q=x">',
  );
  expect(pageForDisk(html, 'index.html', '/')).toContain('<html data-site="./">');
});

test('the style of a page finds its fonts on a disk, and its policy allows it', () => {
  const css = "@font-face{src:url('/_astro/x.woff2')}";
  const allowed = (style: string) => `'sha256-${hash('sha256', style, 'base64')}'`;
  const html = `<meta http-equiv="content-security-policy" content="style-src ${allowed(css)}"><style>${css}</style>`;
  const page = pageForDisk(html, 'citing/index.html', '/');
  const [, style = ''] = /<style>(.*)<\/style>/.exec(page) ?? [];
  expect(style).toContain("url('../_astro/x.woff2')");
  expect(page.replaceAll('&#x27;', "'")).toContain(allowed(style));
});
