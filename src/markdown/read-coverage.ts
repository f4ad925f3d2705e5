/**
 * The guarantee that no character is lost: every character of a file is either
 * in a run of text that Markdown gave us, unchanged, or part of a sign that the
 * construct around it consists of. Whatever else Markdown swallowed is a problem.
 */
import type { Nodes, Root } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { reportChange } from './read-blocks.ts';
import { offsetOf } from './read-marks.ts';
import type { Source } from './read-source.ts';

const tag = /^<\/?[A-Za-z][\w.-]*(?:\s+[A-Za-z_][\w-]*\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>$/;

/** What may stand in a construct beside what it holds: before the first, between, after the last. */
const signs: Partial<Record<Nodes['type'], readonly [RegExp, RegExp, RegExp]>> = {
  root: [/^\s*$/, /^\s*$/, /^\s*$/],
  paragraph: [/^\s*$/, /^[ \t\n]*$/, /^\s*$/],
  heading: [/^# +$/, /^$/, /^\s*$/],
  emphasis: [/^[*_]$/, /^$/, /^[*_]$/],
  strong: [/^(\*\*|__)$/, /^$/, /^(\*\*|__)$/],
  blockquote: [/^> ?\s*$/, /^[\s>]*$/, /^[\s>]*$/],
  list: [/^$/, /^[\s>]*$/, /^[\s>]*$/],
  listItem: [/^(\d+[.)]|-)[\s>]*$/, /^[\s>]*$/, /^[\s>]*$/],
  table: [
    /^$/,
    /^[\s>]*(\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?)?[\s>]*$/,
    /^[\s>]*(\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?)?$/,
  ],
  tableRow: [/^$/, /^$/, /^$/],
  tableCell: [/^\|?\s*$/, /^$/, /^\s*\|?\s*$/],
  footnoteDefinition: [/^\[\^[^\]]+\]:\s*$/, /^\s*$/, /^\s*$/],
};

/** Reports what of a file stands in no run of text and is no sign. */
export function checkCoverage(root: Root, source: Source): void {
  check({ ...root, position: undefined }, 0, source.text.length, source);
}

function check(node: Nodes, start: number, end: number, source: Source): void {
  if (node.type === 'text') {
    if (!isVerbatim(source.text.slice(start, end), node.value)) {
      reportChange(source.text.slice(start, end), start, source);
    }
    return;
  }
  if (!('children' in node)) return;
  const isElement = node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement';
  const rules = signs[node.type];
  let at = start;
  const gap = (to: number, place: 0 | 1 | 2): void => {
    const written = source.text.slice(at, to);
    const isSign = isElement
      ? place === 1
        ? /^[\s>]*$/.test(written)
        : tag.test(written.replace(/^[\s>]+|(?<=>)[\s>]+$/g, '')) || tag.test(written.trim())
      : (rules?.[place] ?? /^$/).test(written);
    if (!isSign) reportChange(written, at, source);
  };
  node.children.forEach((child, index) => {
    const from = offsetOf(child);
    gap(from, index === 0 ? 0 : 1);
    // In a note, a point of a list is said to end behind the marker of the next one.
    const next = node.children[index + 1];
    at = Math.min(child.position?.end.offset ?? from, next === undefined ? end : offsetOf(next));
    check(child, from, at, source);
  });
  if (node.children.length > 0) gap(end, 2);
  else if (!isElement && !/^[\s|]*$/.test(source.text.slice(start, end))) {
    reportChange(source.text.slice(start, end), start, source);
  }
}

/**
 * Whether a run of text is what was written, its escapes and references resolved, but for the white
 * space and the signs of quotation at line ends.
 */
function isVerbatim(written: string, value: string): boolean {
  // Nearly every run is exactly what was written; only the others need the comparison.
  return written === value || bare(decodeString(written)) === bare(value);
}

const bare = (text: string): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(/^[ \t>]+/, '')).trimEnd())
    .join('\n');
