/** What the MDX parser says of a file it cannot read, in an editor's words. */
import { location } from 'vfile-location';
import type { Point } from '../edition/document.ts';
import { quote } from '../edition/problems.ts';
import { isDivision, isElement } from './read-inlines.ts';
import { refuse, type Source } from './read-source.ts';

/** The parts of a parser's message that we use (`vfile-message`). */
type ParserMessage = Partial<Point & Readonly<Record<'reason' | 'ruleId' | 'source', string>>>;

/** An attribute whose value has no straight quotation mark before it, or none after it. */
function unquotedAttribute(text: string, opening: number, offset: number) {
  const [before, name] = /^<[A-Z][^>]*\s(\w+)=$/.exec(text.slice(opening, offset)) ?? [];
  if (before !== undefined && name !== undefined && !/["'\s]/.test(text.charAt(offset))) {
    const tag = /^[^>\n]*>?/.exec(text.slice(opening))?.[0] ?? before;
    return { at: opening, tag, name };
  }
  // The parser read on to the next straight mark, and stumbled there.
  const near = Math.max(offset - 5_000, 0);
  const open = /<[A-Z]\w*\s(?:\w+="[^"]*"\s+)*(\w+)="[^"<>]*(?:[“”„‘’][^"<>]*>|>(?=[^"<]*<))/.exec(
    text.slice(near, offset + 1_000),
  );
  if (open?.[1] === undefined || near + open.index > offset) return undefined;
  return { at: near + open.index, tag: open[0], name: open[1] };
}

/** Reports a message of the parser, which stops at the first: there is one of these a file at most. */
export function reportSyntaxError(error: unknown, source: Source): void {
  const { reason = '', ruleId = '', source: from = '', line = 1, column = 1 } = error as ParserMessage;
  const { text, report } = source;
  const places = location(text);
  const offset = places.toOffset({ line, column }) ?? text.length;

  const [mismatch, closing = '', opening = ''] =
    /^Unexpected closing tag `<\/([^>`]*)>`, expected corresponding closing tag for `<([^>`]*)>`/.exec(reason) ?? [];
  if (mismatch !== undefined)
    return report('tag-mismatch', offset)`
      </${opening}>, because <${opening}> was opened last
      </${closing}>
      Write </${opening}>${isElement(closing) ? ' first: marks are closed in the reverse order of their opening' : ': a mark is closed by the name that opened it'}.`;
  const [unclosed, tag = '', openedIn, openedAt] =
    /^Expected a closing tag for `<([^>`]*)>` \((\d+):(\d+)/.exec(reason) ?? [];
  if (unclosed !== undefined) {
    // The parser prints the place of the opening tag.
    const at = places.toOffset({ line: Number(openedIn), column: Number(openedAt) }) ?? offset;
    if (/^[a-z]/.test(tag)) return refuse('raw-html', tag, at, source);
    const isAlone = isDivision(tag) && /^<[^>\n]*> *(?:\n|$)/.test(text.slice(at));
    if (isDivision(tag) && !isAlone) return refuse('division-in-line', tag, at, source);
    return report('tag-unclosed', at)`
      a closing </${tag}> ${isAlone ? 'on a line of its own' : 'in the same paragraph'}
      <${tag}> is opened and not closed
      Write </${tag}> after ${isAlone ? 'what it holds, with an empty line before it' : 'the words that it marks'}.`;
  }
  const [crosses, crossing = '', outer] =
    /^Expected the closing tag `<\/([^>`]*)>` either after the end of `(\w+)`/.exec(reason) ?? [];
  if (crosses !== undefined && isDivision(crossing)) return refuse('division-in-line', crossing, offset, source);
  if (crosses !== undefined) {
    const what = outer === 'strong' ? 'bold words' : outer === 'emphasis' ? 'italic words' : 'paragraph';
    return report('tag-crosses', offset)`
      <${crossing}> and its ${what} one inside the other
      <${crossing}> begins and ends on different sides of ${what}
      Close <${crossing}> inside the ${what}, or open it before.`;
  }
  if (ruleId === 'unexpected-closing-slash') {
    const at = Math.max(text.lastIndexOf('</', offset), 0);
    const name = /^<\/\s*([^\s>]*)/.exec(text.slice(at, at + 100))?.[1] ?? '';
    return report('tag-unopened', at)`
      an opening <${name}> before it
      </${name}> closes a mark that was not opened
      Write <${name}> before the words, or remove </${name}>.`;
  }
  if (from.includes('expression')) {
    const brace = text.lastIndexOf('{', Math.max(offset - 1, 0));
    const at = brace >= 0 ? brace : offset;
    return refuse('expression', text.slice(at, at + 40), at, source);
  }
  if (from.includes('jsx')) {
    const at = Math.max(text.lastIndexOf('<', Math.max(offset - 1, 0)), 0);
    const unquoted = unquotedAttribute(text, at, offset);
    if (unquoted)
      return report('attribute-quotes', unquoted.at)`
        a straight quotation mark before and after what ${unquoted.name} says: ${unquoted.name}="…"
        ${quote(unquoted.tag)}
        Write ${unquoted.name}="…" with the plain sign " on both sides; a word processor makes “ and ” of it.`;
    const [, name = ''] = /^<(\w+)\s/.exec(text.slice(at, at + 100)) ?? [];
    if (isElement(name))
      return report('mark-unended', at)`
        the sign > at the end of <${name}
        ${quote(text.slice(at, offset + 1))}
        Write > after the mark’s name and what it says, before the words that it marks.`;
    const next = text.charAt(offset);
    const names: Record<string, string> = { '': 'the end of the file', '\n': 'the end of the line', ' ': 'a space' };
    return report('stray-sign', at)`
      a mark, such as <Sic>, after the sign <
      the sign < followed by ${names[next] ?? next}
      If the sign is part of the text, write \\<. A comment is written {/* like this */}.`;
  }
  return report('syntax', offset)`
    marks that are opened and closed: <Sic>on</Sic>
    ${reason || 'text that cannot be read'}
    Close the mark, or write \\< or \\{ if the sign is part of the text.`;
}
