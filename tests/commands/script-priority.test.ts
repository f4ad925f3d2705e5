import { expect, test } from 'vitest';
import { withLateScripts } from '../../src/commands/script-priority.ts';

test('each script file of a page is asked for last', () => {
  const page = (attributes: string) =>
    `<head><link rel="preload" href="/a.woff2" as="font"></head><p>x</p>` +
    `<script type="module"${attributes} src="/a.js"></script>` +
    `<script type="module"${attributes} src="/b.js"></script>`;
  expect(withLateScripts(page(''))).toBe(page(' fetchpriority="low"'));
});

test('what is no script file stays as it is', () => {
  const html =
    '<script type="application/ld+json">{"a":1}</script><script type="module">f()</script>' +
    '<p>&lt;script type="module" src="/a.js"></p>';
  expect(withLateScripts(html)).toBe(html);
});
