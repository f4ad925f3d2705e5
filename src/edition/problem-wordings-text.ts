/** The register of problems, first part: the text of a document and how it is written. */
import { meant, quote, type Wording } from './wording.ts';

export const textWordings = {
  syntax: (reason: string): Wording => ({
    expected: 'marks that are opened and closed: <Sic>on</Sic>',
    actual: reason,
    mend: 'Close the mark, or write \\< or \\{ if the sign is part of the text.',
  }),
  'tag-unclosed': (tag: string): Wording => ({
    expected: `a closing </${tag}> in the same paragraph`,
    actual: `<${tag}> is opened and not closed`,
    mend: `Write </${tag}> after the words that it marks.`,
  }),
  'tag-mismatch': (closing: string, opening: string, isMark: boolean): Wording => ({
    expected: `</${opening}>, because <${opening}> was opened last`,
    actual: `</${closing}>`,
    mend: isMark
      ? `Write </${opening}> first: marks are closed in the reverse order of their opening.`
      : `Write </${opening}>: a mark is closed by the name that opened it.`,
  }),
  'tag-unopened': (tag: string): Wording => ({
    expected: `an opening <${tag}> before it`,
    actual: `</${tag}> closes a mark that was not opened`,
    mend: `Write <${tag}> before the words, or remove </${tag}>.`,
  }),
  'tag-crosses': (tag: string, what: string): Wording => ({
    expected: `<${tag}> and its ${what} one inside the other`,
    actual: `<${tag}> begins and ends on different sides of ${what}`,
    mend: `Close <${tag}> inside the ${what}, or open it before.`,
  }),
  'stray-sign': (sign: string): Wording => ({
    expected: 'a mark, such as <Sic>, after the sign <',
    actual: `the sign < followed by ${sign}`,
    mend: 'If the sign is part of the text, write \\<. A comment is written {/* like this */}.',
  }),
  'attribute-quotes': (tag: string, name: string): Wording => ({
    expected: `a straight quotation mark before and after what ${name} says: ${name}="…"`,
    actual: quote(tag),
    mend: `Write ${name}="…" with the plain sign " on both sides; a word processor makes “ and ” of it.`,
  }),
  expression: (written: string): Wording => ({
    expected: 'words; braces hold comments only: {/* like this */}',
    actual: `braces: ${quote(written)}`,
    mend: 'If the brace is part of the text, write \\{ and \\}. A document never runs code.',
  }),
  'import-export': (written: string): Wording => ({
    expected: 'words of the document; it never runs code',
    actual: `a line that begins with ${written}`,
    mend: `Remove the line. If the word is part of the text, write it as &#${written.charCodeAt(0)};${written.slice(1)}.`,
  }),
  'raw-html': (tag: string): Wording => ({
    expected: 'registered marks only, written with a capital: <Sic>, <Person id="…">',
    actual: `raw HTML: <${tag}>`,
    mend: `Remove <${tag}>; italics are written *like this*, bold **like this**, a line break inside a paragraph <Break/>.`,
  }),
  'mark-unknown': (name: string, known: string, suggestion: string | undefined): Wording => ({
    expected: `one of the registered marks: ${known}`,
    actual: `<${name}>`,
    mend: `${meant(suggestion && `<${suggestion}>`)}Write a registered mark.`,
  }),
  'attribute-unknown': (mark: string, name: string, known: string, suggestion: string | undefined): Wording => ({
    expected: known === '' ? `<${mark}> without attributes` : `<${mark}> with no attributes but ${known}`,
    actual: `the attribute ${name}`,
    mend: `${meant(suggestion)}Remove ${name}, or correct its name.`,
  }),
  'attribute-missing': (mark: string, name: string, description: string): Wording => ({
    expected: `<${mark} ${name}="…">. ${description}`,
    actual: `<${mark}> without ${name}`,
    mend: `Write <${mark} ${name}="…">.`,
  }),
  'attribute-wrong': (mark: string, name: string, expected: string, found: string): Wording => ({
    expected: `${name} to be ${expected}`,
    actual: `<${mark} ${name}=${found}>`,
    mend: `Write ${expected} between quotation marks: ${name}="…".`,
  }),
  'attribute-twice': (mark: string, name: string): Wording => ({
    expected: `each attribute of <${mark}> once`,
    actual: `${name} twice`,
    mend: `Remove one ${name}.`,
  }),
  'mark-empty': (mark: string): Wording => ({
    expected: `words between <${mark}> and </${mark}>`,
    actual: `<${mark}> around nothing`,
    mend: `Write the words that are marked, or remove <${mark}>.`,
  }),
  'mark-not-empty': (mark: string): Wording => ({
    expected: `<${mark} … /> without words`,
    actual: `<${mark}> around words`,
    mend: `Close it in itself, <${mark} … />, and leave the words outside.`,
  }),
  'mark-in-itself': (mark: string): Wording => ({
    expected: `<${mark}> not inside another <${mark}>`,
    actual: `<${mark}> inside <${mark}>`,
    mend: 'Close the outer one first, or remove one of the two.',
  }),
  'mark-around-paragraphs': (mark: string): Wording => ({
    expected: `<${mark}> inside a paragraph, in one line with its words`,
    actual: `<${mark}> on a line of its own`,
    mend: `Write <${mark}> directly before the first word and </${mark}> directly after the last, in each paragraph.`,
  }),
  'set-piece-in-text': (name: string): Wording => ({
    expected: `<${name}> as a paragraph of its own`,
    actual: `<${name}> inside other words`,
    mend: `Put <${name}>…</${name}> on a line of its own, with an empty line before and after.`,
  }),
  'division-in-line': (name: string): Wording => ({
    expected: `<${name}> and </${name}> each on a line of its own`,
    actual: `<${name}> in a line with words`,
    mend: `Put <${name}> alone on its line, then an empty line, then what it holds, then </${name}> alone on its line.`,
  }),
  'page-break-alone': (): Wording => ({
    expected: 'a paragraph after <PageBreak/> to which it belongs',
    actual: '<PageBreak/> with no paragraph after it',
    mend: 'Put <PageBreak n="…"/> into the line, where the new page begins.',
  }),
  'break-alone': (): Wording => ({
    expected: '<Break/> at the end of a line of words',
    actual: '<Break/> on a line of its own, where Markdown ends the paragraph',
    mend: 'Write <Break/> directly after the last word before the line break.',
  }),
  link: (written: string): Wording => ({
    expected: 'words as printed; a document holds no links',
    actual: `a link: ${quote(written)}`,
    mend: 'If the brackets are printed, write \\[ and \\]. A reference of the source is written <Ref to="…">words</Ref>.',
  }),
  'link-definition': (written: string): Wording => ({
    expected: 'words as printed; a document holds no links',
    actual: `a line that Markdown takes for the address of a link, and drops: ${quote(written)}`,
    mend: 'Write \\[ instead of [ if the words are printed; a note is written [^56]: with a circumflex.',
  }),
  image: (written: string): Wording => ({
    expected: 'words as printed; a document holds no pictures',
    actual: `a picture: ${quote(written)}`,
    mend: 'If the signs are printed, write \\!\\[.',
  }),
  code: (written: string): Wording => ({
    expected: 'words as printed; a document holds no code',
    actual: `words between backticks: ${quote(written)}`,
    mend: "If the backtick is printed, write \\`; quotation marks are written “ ” or '.",
  }),
  'thematic-break': (written: string): Wording => ({
    expected: 'words as printed',
    actual: `a line that Markdown turns into a rule: ${quote(written)}`,
    mend: `If it is printed, write ${written.trim().replace(/[*_-]/g, '\\$&')}.`,
  }),
  'underlined-heading': (written: string): Wording => ({
    expected: 'a heading written with # before it',
    actual: `a line of signs under a text, which Markdown drops: ${quote(written)}`,
    mend: 'Remove the line of signs; if it is printed, put a backslash before its first sign.',
  }),
  'heading-level': (written: string): Wording => ({
    expected: 'one # before each line of a heading',
    actual: quote(written),
    mend: 'Write one # and a space; a part with a heading of its own is a <Section> or an <Enclosure>.',
  }),
  'heading-misplaced': (written: string): Wording => ({
    expected: 'headings at the beginning of the document or of a <Section>, <Enclosure> or <Quoted>',
    actual: `a heading after text: ${quote(written)}`,
    mend: 'Put the part into <Section>…</Section>, or write \\# if the sign is printed.',
  }),
  'heading-empty': (): Wording => ({
    expected: 'words after #',
    actual: 'a # alone',
    mend: 'Write the line of the heading after #, or remove the #.',
  }),
  'heading-missing': (): Wording => ({
    expected: 'the heading as printed, one # before each of its lines, after the second ---',
    actual: 'no heading',
    mend: 'Write it: # The Chargé in the Soviet Union (Henderson) to the Secretary of State',
  }),
  'text-missing': (): Wording => ({
    expected: 'the text of the document after its heading',
    actual: 'no text',
    mend: 'Write the paragraphs of the document, with an empty line between them.',
  }),
  'hard-break': (): Wording => ({
    expected: 'a line that ends with a word',
    actual: 'a backslash or two spaces at the end of a line, which Markdown turns into a line break',
    mend: 'Remove them; a line break that is printed is written <Break/>.',
  }),
  'line-end-backslash': (): Wording => ({
    expected: 'a backslash only before the sign it protects',
    actual: 'a backslash at the end of a paragraph',
    mend: 'Remove it; if it is printed, write \\\\.',
  }),
  'emphasis-in-word': (written: string): Wording => ({
    expected: 'italic or bold words that begin and end where words do',
    actual: `stars inside a word, which Markdown drops: ${quote(written)}`,
    mend: 'If the stars are printed, write \\*.',
  }),
  strikethrough: (written: string): Wording => ({
    expected: 'words as printed',
    actual: `words that Markdown strikes through, dropping the signs: ${quote(written)}`,
    mend: 'Words struck out in the source are written <Deleted>words</Deleted>; if the signs are printed, write \\~\\~.',
  }),
  'task-list': (): Wording => ({
    expected: 'words as printed',
    actual: 'a box [ ] or [x] at the beginning of a point, which Markdown drops',
    mend: 'If it is printed, write \\[ instead of [.',
  }),
  'number-is-list': (written: string, escaped: string): Wording => ({
    expected:
      'a paragraph that begins with its number, or a list from 1 of two points or more, after the first paragraph',
    actual: `${quote(written)}, which Markdown takes for a list`,
    mend: `Write ${escaped} at the beginning of the paragraph.`,
  }),
  'sign-is-list': (written: string): Wording => ({
    expected: 'points without a number written with -',
    actual: `${quote(written)}, which Markdown takes for a list, dropping the sign`,
    mend: `If the sign is printed, write \\${written.trim().charAt(0)}; if it is a point of a list, write -.`,
  }),
  'no-empty-line': (written: string): Wording => ({
    expected: 'an empty line between two parts of the text',
    actual: `${quote(written)} directly under other text, where Markdown begins a new part`,
    mend: 'Leave an empty line before it; if the line belongs to the paragraph, join it to the line above, or put a backslash before its first sign.',
  }),
  'table-ragged': (cells: number, columns: number): Wording => ({
    expected: `${columns} cells in each row, as in the first`,
    actual: `a row of ${cells}`,
    mend: 'Add or join cells; a | that is printed is written \\|.',
  }),
  'table-without-line': (written: string): Wording => ({
    expected: 'a line of dashes under the first row of a table: |---|---|',
    actual: `${quote(written)}, which is no table without it`,
    mend: 'Write that line, with as many parts as the table has columns; a | that is printed at the beginning of a line is written \\|.',
  }),
  tab: (): Wording => ({
    expected: 'spaces between words',
    actual: 'a tab',
    mend: 'Write a space.',
  }),
  'space-run': (count: number): Wording => ({
    expected: 'one space between words',
    actual: `${count} spaces`,
    mend: 'Write one space.',
  }),
  'control-character': (code: string, name: string | undefined, before: string): Wording => ({
    expected: 'characters that can be read',
    actual: `the invisible character ${name === undefined ? code : `${code}, a ${name},`} ${before === '' ? 'at the beginning of the line' : `after “${before}”`}`,
    mend: 'Remove it; where it cannot be seen, write the word anew.',
  }),
  'lost-character': (): Wording => ({
    expected: 'the character that is printed',
    actual: '�, the sign that a program puts for a character it could not read',
    mend: 'Write the character that stands in the source.',
  }),
  'not-composed': (written: string, composed: string): Wording => ({
    expected: `${composed} as one character (Unicode NFC)`,
    actual: `${written} as a letter and a separate accent`,
    mend: `Write ${composed}.`,
  }),
  'text-would-change': (written: string): Wording => ({
    expected: 'text that Markdown leaves as it is',
    actual: `${quote(written)}, of which Markdown would drop or change something`,
    mend: 'Put a backslash before the sign that is meant as text.',
  }),
} as const;
