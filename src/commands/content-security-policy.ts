/**
 * The Content Security Policy of a built page: nothing is allowed but what that page uses, its inline
 * scripts and styles by their SHA-256.
 */
import { createHash } from 'node:crypto';

/** What a page was seen to use. */
interface PageUse {
  readonly inlineScripts: string[];
  readonly inlineStyles: string[];
  scriptFiles: boolean;
  styleFiles: boolean;
  images: boolean;
  manifest: boolean;
}

export interface PolicyOptions {
  /** Whether the page runs the search, which fetches its index and compiles WebAssembly. */
  readonly searches: boolean;
}

/**
 * A comment or a whole tag with its quoted attributes. Tags are read one after another, so that what
 * looks like a tag inside an attribute never counts as one.
 */
const commentOrTag = /<!--[\s\S]*?-->|<(\/?[a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;

/** Elements whose content is text, whatever it looks like. */
const textElements = new Set(['script', 'style', 'textarea', 'title']);

/** Types of `<script>` that a browser acts on; any other is data, which no policy governs. */
const activeScript = /^(?:|module|importmap|speculationrules|(?:text|application)\/javascript)$/i;

/**
 * The policy for a page, as the value of `<meta http-equiv="content-security-policy">`.
 *
 * @param html the page as built, well-formed
 */
export function policyFor(html: string, { searches }: PolicyOptions): string {
  const use = useOf(html);
  const styles = use.inlineStyles.join('\n');
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': [
      ...(use.scriptFiles || searches ? ["'self'"] : []),
      ...(searches ? ["'wasm-unsafe-eval'"] : []),
      ...hashes(use.inlineScripts),
    ],
    'style-src': [...(use.styleFiles ? ["'self'"] : []), ...hashes(use.inlineStyles)],
    'font-src': use.styleFiles || styles.includes('@font-face') ? ["'self'"] : [],
    'img-src': [...(use.images ? ["'self'"] : []), ...(/url\(["']?data:image/.test(styles) ? ['data:'] : [])],
    // Auditing tools fetch robots.txt from inside the page; the site itself only when it searches.
    'connect-src': ["'self'"],
    'manifest-src': use.manifest ? ["'self'"] : [],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  };
  return Object.entries(directives)
    .filter(([, sources]) => sources.length > 0)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join(';');
}

/**
 * The page with its policy in the head, right after the declaration of its encoding, so that it comes
 * before everything it governs.
 */
export function withPolicy(html: string, options: PolicyOptions): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policyFor(html, options)}">`;
  const place = /<meta charset=[^>]*>/i.exec(html) ?? /<head[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = place === null ? 0 : place.index + place[0].length;
  return html.slice(0, at) + meta + html.slice(at);
}

function useOf(html: string): PageUse {
  const use: PageUse = {
    inlineScripts: [],
    inlineStyles: [],
    scriptFiles: false,
    styleFiles: false,
    images: false,
    manifest: false,
  };
  const tags = new RegExp(commentOrTag);
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined) continue;
    const attributes = match[2] ?? '';
    note(use, name, attributes);
    if (!textElements.has(name)) continue;
    const start = tags.lastIndex;
    const closing = new RegExp(`</${name}`, 'gi');
    closing.lastIndex = start;
    tags.lastIndex = closing.exec(html)?.index ?? html.length;
    const content = html.slice(start, tags.lastIndex);
    if (name === 'style') use.inlineStyles.push(content);
    if (name === 'script' && attribute(attributes, 'src') === undefined) {
      if (activeScript.test(attribute(attributes, 'type') ?? '')) use.inlineScripts.push(content);
    }
  }
  return use;
}

function note(use: PageUse, name: string, attributes: string): void {
  if (name === 'script') use.scriptFiles ||= attribute(attributes, 'src') !== undefined;
  if (name === 'img') use.images = true;
  if (name !== 'link') return;
  const relations = (attribute(attributes, 'rel') ?? '').toLowerCase().split(/\s+/);
  use.styleFiles ||= relations.includes('stylesheet');
  use.scriptFiles ||= relations.includes('modulepreload');
  use.images ||= relations.includes('icon') || relations.includes('apple-touch-icon');
  use.manifest ||= relations.includes('manifest');
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(attributes);
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3]);
}

function hashes(contents: readonly string[]): string[] {
  const unique = [...new Set(contents)];
  return unique.map((content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`);
}
