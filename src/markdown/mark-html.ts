/** How each group of marks looks in a browser. */
import type { Element, ElementContent, Properties } from 'hast';
import { h } from 'hastscript';
import type { Mark } from '../edition/document.ts';
import { inlinesIn } from '../edition/walk.ts';
import { markRow } from '../edition/marks.ts';
import { targetAddress } from '../edition/reference.ts';

/** Where things that a document refers to are found. */
export interface Links {
  /** Address of another document of the edition. */
  readonly document: (id: string) => string;
}

/** Whether links stand among a mark's words: HTML allows no link inside a link. */
export function holdsLinks(mark: Mark): boolean {
  return inlinesIn(mark.children).some(
    (inline) =>
      inline.type === 'note-reference' ||
      (inline.type === 'mark' && (inline.name === 'Ref' || markRow(inline.name).group !== 'structure')),
  );
}

/**
 * An intervention: its words with what is printed around them, a link to its entry in the
 * apparatus, which also describes it to a screen reader. Where links stand among the words, the
 * printed affixes are the link instead, or a caret where nothing is printed.
 *
 * @param anchor The intervention's own anchor, `m1`; its entry is `a-m1`.
 */
export function interventionHtml(
  mark: Mark,
  words: ElementContent[],
  anchor: string,
  wordsHoldLinks: boolean,
): Element {
  const row = markRow(mark.name);
  const { before, after } = row.printed;
  const kind = mark.name.toLowerCase();
  const link = {
    href: `#a-${anchor}`,
    ariaDescribedBy: [`a-${anchor}`],
    dataGloss: row.gloss,
  };
  const ignored = row.search === 'ignored' ? { dataPagefindIgnore: true } : {};
  const affix = (text: string, linked: boolean): ElementContent[] =>
    text === ''
      ? []
      : [
          linked
            ? h('a.affix', { ...link, ...ignored, ariaLabel: mark.name }, affixHtml(text))
            : h('span.affix', ignored, affixHtml(text)),
        ];
  if (!wordsHoldLinks) {
    return h('a.mark', { id: anchor, className: [kind], ...link }, [
      ...affix(before, false),
      h('span.words', words),
      ...affix(after, false),
    ]);
  }
  const caret = before + after === '' ? [h('a.caret', { ...link, ariaLabel: mark.name })] : [];
  return h('span.mark', { id: anchor, className: [kind] }, [
    ...caret,
    ...affix(before, true),
    h('span.words', words),
    ...affix(after, before === ''),
  ]);
}

/** Words between brackets are set in italics, the brackets upright. */
function affixHtml(text: string): ElementContent[] {
  const [, open, words, close] = /^(\s*\[)([^\]]+)(\])$/.exec(text) ?? [];
  return words === undefined
    ? [{ type: 'text', value: text }]
    : [{ type: 'text', value: open ?? '' }, h('i', words), { type: 'text', value: close ?? '' }];
}

/** A name: leads to its entry on the same page, where the register's first lines stand. */
export function nameHtml(mark: Mark, words: ElementContent[]): ElementContent[] {
  return linked(words, { className: ['name'], href: `#e-${mark.attributes['id']}` });
}

/**
 * Words as a link. Where links stand among them already (a place in the name of a ministry), the
 * words between those are the link: HTML allows no link inside a link.
 */
function linked(words: readonly ElementContent[], link: Properties): ElementContent[] {
  if (!words.some(holdsLink)) return [h('a', link, ...words)];
  return words.flatMap((node): ElementContent[] => {
    if (holdsLink(node)) {
      if (node.type !== 'element' || node.tagName === 'a' || node.tagName === 'sup') return [node];
      return [{ ...node, children: linked(node.children, link) }];
    }
    const isSpace = node.type === 'text' && node.value.trim() === '';
    return isSpace ? [node] : [h('a', link, node)];
  });
}

const holdsLink = (node: ElementContent): boolean =>
  node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));

/** A mark of structure: page break, foreign words, date, reference. */
export function referenceHtml(mark: Mark, words: ElementContent[], links: Links): ElementContent[] {
  const { attributes } = mark;
  switch (mark.name) {
    case 'PageBreak':
      // Empty, and drawn by the style sheet: a page break never divides a word or a copied phrase.
      return [h('span.page-break', { dataN: attributes['n'], dataPagefindIgnore: true })];
    case 'Foreign':
      return [h('i.foreign', { lang: attributes['lang'] }, words)];
    case 'Date':
      return [h('time', { dateTime: attributes['when'] }, words)];
    default: {
      const href = targetAddress(attributes['to'] ?? '', links.document);
      return href === undefined ? [h('span.ref', words)] : linked(words, { className: ['ref'], href });
    }
  }
}
