/** In which order a built page asks for what it needs: its typeface at once, its scripts last. */

/**
 * The page with the fonts that its styles name asked for in the head: a browser would else find them
 * only when it lays out the text. Written here and not by the page's own component, because two
 * fonts imported there change places in Astro's fingerprint of the page from build to build, and no
 * page would be kept (measured).
 *
 * @param html the page as Astro writes it, with its styles in it
 */
export function withFontsFirst(html: string): string {
  const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => css).join('');
  const fonts = new Set([...styles.matchAll(/url\(["']?([^)"']+\.woff2)/g)].map(([, url]) => url));
  const links = [...fonts].map((url) => `<link rel="preload" href="${url}" as="font" type="font/woff2" crossorigin>`);
  return html.replace('<meta charset="utf-8">', (charset) => charset + links.join(''));
}

/**
 * The page with its scripts asked for last. None is needed to read, and a browser would else ask for
 * them as urgently as for the typeface.
 *
 * @param html the page as Astro writes it, which gives a script no attribute of ours
 */
export function withScriptsLast(html: string): string {
  return html.replaceAll('<script type="module" src="', '<script type="module" fetchpriority="low" src="');
}
