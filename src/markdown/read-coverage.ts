/** No character is lost: each is in a run of text or a sign around it; what else Markdown swallowed is a problem. */
import type { Nodes } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { offsetOf, refuse, type Source } from './read-source.ts';

const tag = /^<\/?[A-Za-z][\w.-]*(?:\s+[A-Za-z_][\w-]*\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>$/;
const nothing = /^$/;
const space = /^\s*$/;
const quoted = /^[\s>]*$/;
const underHead = /^[\s>]*(\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?)?[\s>]*$/;

/** What may stand in a construct beside what it holds: before the first, between, after the last. */
const signs: Partial<Record<Nodes['type'], readonly [RegExp, RegExp, RegExp]>> = {
  root: [space, space, space],
  paragraph: [space, /^[ \t\n]*$/, space],
  heading: [/^# +$/, nothing, space],
  emphasis: [/^[*_]$/, nothing, /^[*_]$/],
  strong: [/^(\*\*|__)$/, nothing, /^(\*\*|__)$/],
  blockquote: [/^> ?\s*$/, quoted, quoted],
  list: [nothing, quoted, quoted],
  listItem: [/^(\d+[.)]|-)[\s>]*$/, quoted, quoted],
  table: [nothing, underHead, underHead],
  tableCell: [/^\|?\s*$/, nothing, /^\s*\|?\s*$/],
  footnoteDefinition: [/^\[\^[^\]]+\]:\s*$/, space, space],
};

/** Reports what of a file, or of the node between two offsets, stands in no run of text and is no sign. */
export function checkCoverage(node: Nodes, source: Source, start = 0, end = source.text.length): void {
  const hold = (isSign: (written: string) => boolean, from: number, to: number): void => {
    const written = source.text.slice(from, to);
    if (!isSign(written)) refuse('text-would-change', written, from, source);
  };
  if (node.type === 'text')
    // Nearly every run is exactly what was written; only the others need the comparison.
    return hold((run) => run === node.value || bare(decodeString(run)) === bare(node.value), start, end);
  if (!('children' in node)) return;
  const isElement = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
  const isTag = (written: string) => tag.test(written.replace(/^[\s>]+|(?<=>)[\s>]+$/g, ''));
  const isSign = (place: 0 | 1 | 2) => (written: string) =>
    isElement && place !== 1
      ? isTag(written)
      : (isElement ? quoted : (signs[node.type]?.[place] ?? nothing)).test(written);
  let at = start;
  node.children.forEach((child, index) => {
    const from = offsetOf(child);
    hold(isSign(index === 0 ? 0 : 1), at, from);
    // In a note, a point of a list is said to end behind the marker of the next one.
    const next = node.children[index + 1];
    at = Math.min(child.position?.end.offset ?? from, next === undefined ? end : offsetOf(next));
    checkCoverage(child, source, from, at);
  });
  if (node.children.length > 0) hold(isSign(2), at, end);
  else if (!isElement) hold((written) => /^[\s|]*$/.test(written), start, end);
}

/** A run for comparison with what was written: without white space and signs of quotation at line ends. */
const bare = (text: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t>]+/, '')).trimEnd())
    .join('\n');
