/** What the MDX parser says of a file it cannot read, in an editor's words. */
import { quote } from '../edition/problems.ts';
import { reportDivision } from './read-inlines.ts';
import { isDivision, isElement, reportExpression, reportHtml } from './read-marks.ts';
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
  const [before, name] = /^<[A-Z][^>]*\s(\w+)=$/.exec(text.slice(opening, offset)) ?? [];
  if (before !== undefined && name !== undefined && !/["'\s]/.test(text.charAt(offset))) {
    const tag = /^[^>\n]*>?/.exec(text.slice(opening))?.[0] ?? before;
    return { at: opening, tag, name };
  }
  // The parser read on to the next straight mark, and stumbled there.
  const near = Math.max(offset - 5_000, 0);
  const open = /<[A-Z]\w*\s(?:\w+="[^"]*"\s+)*(\w+)="[^"<>]*[“”„‘’][^"<>]*>/.exec(text.slice(near, offset + 1_000));
  if (open?.[1] === undefined || near + open.index > offset) return undefined;
  return { at: near + open.index, tag: open[0], name: open[1] };
}

/**
 * Reports a message of the parser. The parser stops at the first, so there is
 * one of these a file at most.
 */
export function reportSyntaxError(error: unknown, source: Source): void {
  const { reason = '', ruleId = '', source: from = '', place } = error as ParserMessage;
  const { text, report } = source;
  const offset = Math.min(place?.start?.offset ?? place?.offset ?? 0, text.length);

  const [mismatch, closing = '', opening = ''] =
    /^Unexpected closing tag `<\/([^>`]*)>`, expected corresponding closing tag for `<([^>`]*)>`/.exec(reason) ?? [];
  if (mismatch !== undefined) {
    return report('tag-mismatch', offset, {
      expected: `</${opening}>, because <${opening}> was opened last`,
      actual: `</${closing}>`,
      mend: isElement(closing)
        ? `Write </${opening}> first: marks are closed in the reverse order of their opening.`
        : `Write </${opening}>: a mark is closed by the name that opened it.`,
    });
  }
  const [unclosed, tag = '', opened] = /^Expected a closing tag for `<([^>`]*)>` \(([\d:]+)/.exec(reason) ?? [];
  if (unclosed !== undefined) {
    const at = offsetOf(opened, text) ?? offset;
    if (/^[a-z]/.test(tag)) return reportHtml(tag, at, source);
    if (isDivision(tag)) return reportDivision(tag, at, source);
    return report('tag-unclosed', at, {
      expected: `a closing </${tag}> in the same paragraph`,
      actual: `<${tag}> is opened and not closed`,
      mend: `Write </${tag}> after the words that it marks.`,
    });
  }
  const [crosses, crossing, outer] =
    /^Expected the closing tag `<\/([^>`]*)>` either after the end of `(\w+)`/.exec(reason) ?? [];
  if (crosses !== undefined) {
    const what = outer === 'strong' ? 'bold words' : outer === 'emphasis' ? 'italic words' : 'paragraph';
    return report('tag-crosses', offset, {
      expected: `<${crossing}> and its ${what} one inside the other`,
      actual: `<${crossing}> begins and ends on different sides of ${what}`,
      mend: `Close <${crossing}> inside the ${what}, or open it before.`,
    });
  }
  if (ruleId === 'unexpected-closing-slash') {
    const at = Math.max(text.lastIndexOf('</', offset), 0);
    const name = /^<\/\s*([^\s>]*)/.exec(text.slice(at, at + 100))?.[1] ?? '';
    return report('tag-unopened', at, {
      expected: `an opening <${name}> before it`,
      actual: `</${name}> closes a mark that was not opened`,
      mend: `Write <${name}> before the words, or remove </${name}>.`,
    });
  }
  if (from.includes('expression')) {
    const brace = text.lastIndexOf('{', Math.max(offset - 1, 0));
    const at = brace >= 0 ? brace : offset;
    return reportExpression(text.slice(at, at + 40), at, source);
  }
  if (from.includes('jsx')) {
    const at = Math.max(text.lastIndexOf('<', Math.max(offset - 1, 0)), 0);
    const unquoted = unquotedAttribute(text, at, offset);
    if (unquoted) {
      const { name } = unquoted;
      return report('attribute-quotes', unquoted.at, {
        expected: `a straight quotation mark before and after what ${name} says: ${name}="…"`,
        actual: quote(unquoted.tag),
        mend: `Write ${name}="…" with the plain sign " on both sides; a word processor makes “ and ” of it.`,
      });
    }
    const next = text.charAt(offset);
    const sign =
      next === '' ? 'the end of the file' : next === '\n' ? 'the end of the line' : next === ' ' ? 'a space' : next;
    return report('stray-sign', at, {
      expected: 'a mark, such as <Sic>, after the sign <',
      actual: `the sign < followed by ${sign}`,
      mend: 'If the sign is part of the text, write \\<. A comment is written {/* like this */}.',
    });
  }
  return report('syntax', offset, {
    expected: 'marks that are opened and closed: <Sic>on</Sic>',
    actual: reason.replace(/\s+/g, ' ') || 'text that cannot be read',
    mend: 'Close the mark, or write \\< or \\{ if the sign is part of the text.',
  });
}
