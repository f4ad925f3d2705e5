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
