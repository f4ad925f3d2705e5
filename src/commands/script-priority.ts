/** When a built page asks for its scripts: after whatever its text is drawn with. */

/**
 * The page with its scripts asked for last. None is needed to read, and a browser would else ask for
 * them as urgently as for the typeface.
 *
 * @param html the page as Astro writes it, which gives a script no attribute of ours
 */
export function withLateScripts(html: string): string {
  return html.replaceAll(
    '<script type="module" src="',
    '<script type="module" fetchpriority="low" src="',
  );
}
