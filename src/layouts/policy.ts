/** The Content Security Policy of a page: nothing is allowed but what that page uses. */
import { hash } from 'node:crypto';

/**
 * The policy, as the value of `<meta http-equiv="content-security-policy">`.
 *
 * @param css The page's one style sheet, allowed by its SHA-256.
 * @param searches Whether the page runs the search, which compiles WebAssembly.
 */
export function policyOf(css: string, searches: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self'${searches ? " 'wasm-unsafe-eval'" : ''}`,
    `style-src 'sha256-${hash('sha256', css, 'base64')}'`,
    "font-src 'self'",
    `img-src 'self'${/url\(["']?data:image/.test(css) ? ' data:' : ''}`,
    // Auditing tools fetch robots.txt from inside the page; the site itself only when it searches.
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join(';');
}
