import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { policyFor, withPolicy } from '../../src/commands/content-security-policy.ts';

const page = { searches: false };
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the policy of a page', () => {
  test('a page of words alone may load nothing and fetch only from its own site', () => {
    expect(policyFor('<p>The usual emissary</p>', page)).toBe(
      "default-src 'none';connect-src 'self';base-uri 'none';form-action 'self'",
    );
  });

  test('inline scripts and styles are allowed by their hash, each once', () => {
    const html = '<style>a{}</style><script>f()</script><script>f()</script>';
    const policy = policyFor(html, page);
    expect(policy).toContain(`script-src ${hashOf('f()')};`);
    expect(policy).toContain(`style-src ${hashOf('a{}')};`);
  });

  test('what only looks like a script, in an attribute, a comment or a text, is not allowed', () => {
    const html =
      '<p title="<script>a()</script>">x</p><!-- <script>b()</script> -->' +
      "<p data-x='<style>c{}</style>'></p><textarea><script>d()</script></textarea>" +
      '<title><script>e()</script></title>';
    expect(policyFor(html, page)).not.toMatch(/script-src|style-src/);
  });

  test('data in a script element needs no permission', () => {
    const html = '<script type="application/ld+json">{"a":1}</script>';
    expect(policyFor(html, page)).not.toContain('script-src');
  });

  test('a module is code, and so is a script without a type', () => {
    expect(policyFor('<script type="module">g()</script>', page)).toContain(hashOf('g()'));
    expect(policyFor('<SCRIPT >g()</SCRIPT>', page)).toContain(hashOf('g()'));
  });

  test('files of the site are allowed where the page names some', () => {
    const policy = policyFor(
      '<link rel="stylesheet" href="/a.css"><link rel="icon" href="/i.svg">' +
        '<script type="module" src="/a.js"></script>',
      page,
    );
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("img-src 'self'");
  });

  test('only the search page may compile WebAssembly', () => {
    const html = '<script type="module" src="/search.js"></script>';
    expect(policyFor(html, page)).not.toContain('wasm');
    const policy = policyFor(html, { searches: true });
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });
});

describe('the place of the policy', () => {
  test('it comes right after the declaration of the encoding, before all it governs', () => {
    const html = withPolicy('<!doctype html><html><head><meta charset="utf-8"><style>a{}</style></head></html>', page);
    expect(html).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="[^"]+"><style>/,
    );
  });

  test('a page without a head, such as a redirect, has it too', () => {
    expect(withPolicy('<!doctype html><title>Moved</title>', page)).toMatch(
      /^<!doctype html><meta http-equiv="content-security-policy"/,
    );
  });
});
