/** The Content Security Policy of a page: nothing is allowed but what that page uses. */
import { hash } from 'node:crypto';

/**
 * The policy, as the value of `<meta http-equiv="content-security-policy">`.
 *
 * @param css The page's one style sheet, allowed by its SHA-256.
 * @param searches Whether the page runs the search, which compiles WebAssembly.
 */
export function policyOf(css: string, searches: boolean): string {
  const directives: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': searches ? "'self' 'wasm-unsafe-eval'" : "'self'",
    'style-src': `'sha256-${hash('sha256', css, 'base64')}'`,
    'font-src': "'self'",
    'img-src': /url\(["']?data:image/.test(css) ? "'self' data:" : "'self'",
    // Auditing tools fetch robots.txt from inside the page; the site itself only when it searches.
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'self'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join(';');
}
