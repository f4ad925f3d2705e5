/** What the MDX parser says of a file it cannot read, in an editor's words. */
import { isDivision, isElement } from './read-marks.ts';
import type { Source } from './read-source.ts';

/** The parts of a parser's message that we use (`vfile-message`). */
interface ParserMessage {
  readonly reason?: string;
  readonly ruleId?: string;
  readonly source?: string;
  readonly place?: { readonly offset?: number; readonly start?: { readonly offset?: number } };
}

/** Offset of a line and column as the parser prints them in its messages: `(1:1-1:6)`. */
function offsetOf(place: string | undefined, text: string): number | undefined {
  const match = /^(\d+):(\d+)/.exec(place ?? '');
  if (!match) return undefined;
  const lines = text.split('\n').slice(0, Number(match[1]) - 1);
  return lines.reduce((sum, line) => sum + line.length + 1, 0) + Number(match[2]) - 1;
}

/** An attribute whose value has no straight quotation mark before it, or none after it. */
function unquotedAttribute(
  text: string,
  opening: number,
  offset: number,
): { at: number; tag: string; name: string } | undefined {
  const [before, name] = /^<[A-Z][^>]*?\s(\w+)=$/.exec(text.slice(opening, offset)) ?? [];
  if (before !== undefined && name !== undefined && !/["'\s]/.test(text.charAt(offset))) {
    const tag = /^[^>\n]*>?/.exec(text.slice(opening))?.[0] ?? before;
    return { at: opening, tag, name };
  }
  // The parser read on to the next straight mark, and stumbled there.
  const open = /<[A-Z]\w*\s(?:\w+="[^"]*"\s+)*(\w+)="[^"<>]*[“”„‘’][^"<>]*>/.exec(text);
  if (open?.[1] === undefined || open.index > offset) return undefined;
  return { at: open.index, tag: open[0], name: open[1] };
}

const isHtml = (tag: string): boolean => /^[a-z]/.test(tag);

/**
 * Reports a message of the parser. The parser stops at the first, so there is
 * one of these a file at most.
 */
export function reportSyntaxError(error: unknown, source: Source): void {
  const { reason = '', ruleId = '', source: from = '', place } = error as ParserMessage;
  const offset = Math.min(place?.start?.offset ?? place?.offset ?? 0, source.text.length);
  const { text, report } = source;

  const mismatch = /^Unexpected closing tag `<\/([^>`]*)>`, expected corresponding closing tag for `<([^>`]*)>`/.exec(
    reason,
  );
  if (mismatch) {
    const [, closing = '', opening = ''] = mismatch;
    return report('tag-mismatch', offset, closing, opening, isElement(closing));
  }

  const unclosed = /^Expected a closing tag for `<([^>`]*)>` \(([\d:]+)/.exec(reason);
  if (unclosed) {
    const tag = unclosed[1] ?? '';
    const opening = offsetOf(unclosed[2], text) ?? offset;
    if (isHtml(tag)) return report('raw-html', opening, tag);
    return report(isDivision(tag) ? 'division-in-line' : 'tag-unclosed', opening, tag);
  }
  const crosses = /^Expected the closing tag `<\/([^>`]*)>` either after the end of `(\w+)`/.exec(reason);
  if (crosses) {
    const what = crosses[2] === 'strong' ? 'bold words' : crosses[2] === 'emphasis' ? 'italic words' : 'paragraph';
    return report('tag-crosses', offset, crosses[1] ?? '', what);
  }
  if (ruleId === 'unexpected-closing-slash') {
    const opening = text.lastIndexOf('</', offset);
    const tag = /^<\/\s*([^\s>]*)/.exec(text.slice(Math.max(opening, 0)))?.[1] ?? '';
    return report('tag-unopened', Math.max(opening, 0), tag);
  }
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  if (from.includes('esm')) {
    const word = /^\w+/.exec(text.slice(lineStart))?.[0] ?? 'import';
    return report('import-export', lineStart, word);
  }
  if (from.includes('expression')) {
    const opening = text.lastIndexOf('{', Math.max(offset - 1, 0));
    const at = opening >= 0 ? opening : offset;
    return report('expression', at, text.slice(at, at + 40));
  }
  if (from.includes('jsx')) {
    const opening = Math.max(text.lastIndexOf('<', Math.max(offset - 1, 0)), 0);
    const unquoted = unquotedAttribute(text, opening, offset);
    if (unquoted) return report('attribute-quotes', unquoted.at, unquoted.tag, unquoted.name);
    const next = text.charAt(offset);
    const sign =
      next === '' ? 'the end of the file' : next === '\n' ? 'the end of the line' : next === ' ' ? 'a space' : next;
    return report('stray-sign', opening, sign);
  }
  return report('syntax', offset, reason.replace(/\s+/g, ' ') || 'text that cannot be read');
}
