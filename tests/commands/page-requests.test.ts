import { expect, test } from 'vitest';
import { withFontsFirst, withScriptsLast } from '../../src/commands/page-requests.ts';

test('each font that the styles name is asked for in the head, once', () => {
  const rest =
    '<style>@font-face{src:url(/a.woff2)format("woff2")}@font-face{src:url("/b.woff2")}</style>' +
    '<style>@font-face{src:url(/a.woff2)}</style></head><p>url(/c.woff2)</p>';
  const link = (font: string) => `<link rel="preload" href="/${font}.woff2" as="font" type="font/woff2" crossorigin>`;
  expect(withFontsFirst(`<head><meta charset="utf-8">${rest}`)).toBe(
    `<head><meta charset="utf-8">${link('a')}${link('b')}${rest}`,
  );
});

test('each script file of a page is asked for last', () => {
  const page = (attributes: string) =>
    `<head><link rel="preload" href="/a.woff2" as="font"></head><p>x</p>` +
    `<script type="module"${attributes} src="/a.js"></script>` +
    `<script type="module"${attributes} src="/b.js"></script>`;
  expect(withScriptsLast(page(''))).toBe(page(' fetchpriority="low"'));
});

test('what is no script file stays as it is', () => {
  const html =
    '<script type="application/ld+json">{"a":1}</script><script type="module">f()</script>' +
    '<p>&lt;script type="module" src="/a.js"></p>';
  expect(withScriptsLast(html)).toBe(html);
});
