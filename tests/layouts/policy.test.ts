import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policyOf } from '../../src/layouts/policy.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('a page may use its own style sheet, and scripts, fonts and pictures of the site, and nothing else', () => {
  expect(policyOf('a{}', false)).toBe(
    `default-src 'none';script-src 'self';style-src ${hashOf('a{}')};font-src 'self';img-src 'self';` +
      "connect-src 'self';base-uri 'none';form-action 'self'",
  );
});

test('a picture that stands in the style sheet is allowed where there is one', () => {
  expect(policyOf('a{background:url(data:image/svg+xml,x)}', false)).toContain("img-src 'self' data:;");
});

test('only the search page may compile WebAssembly', () => {
  expect(policyOf('', false)).not.toContain('wasm');
  expect(policyOf('', true)).toContain("script-src 'self' 'wasm-unsafe-eval';");
});
