/** What is refused in one way wherever it stands: what Markdown would make of words, and a document does not have. */
import type { Nodes } from 'mdast';
import { quote, type Words } from '../edition/problems.ts';

/** Each with what is said of it; `written` is what an editor wrote, or the name of an element or note. */
const refusals = {
  link: (say, written) => say`
    words as printed; a document holds no links
    a link: ${quote(written)}
    If the brackets are printed, write \\[ and \\]. A reference of the source is written <Ref to="…">words</Ref>.`,
  image: (say, written) => say`
    words as printed; a document holds no pictures
    a picture: ${quote(written)}
    If the signs are printed, write \\!\\[.`,
  code: (say, written) => say`
    words as printed; a document holds no code
    words between backticks: ${quote(written)}
    If the backtick is printed, write \\\`; quotation marks are written “ ” or '.`,
  strikethrough: (say, written) => say`
    words as printed
    words that Markdown strikes through, dropping the signs: ${quote(written)}
    Words struck out in the source are written <Deleted>words</Deleted>; if the signs are printed, write \\~\\~.`,
  'hard-break': (say) => say`
    a line that ends with a word
    a backslash or two spaces at the end of a line, which Markdown turns into a line break
    Remove them; a line break that is printed is written <Break/>.`,
  'thematic-break': (say, written) => say`
    words as printed
    a line that Markdown turns into a rule: ${quote(written)}
    If it is printed, write ${written.slice(0, 60).trim().replace(/[*_-]/g, '\\$&')}.`,
  'link-definition': (say, written) => say`
    words as printed; a document holds no links
    a line that Markdown takes for the address of a link, and drops: ${quote(written)}
    Write \\[ instead of [ if the words are printed; a note is written [^56]: with a circumflex.`,
  'raw-html': (say, tag) => say`
    registered marks only, written with a capital: <Sic>, <Person id="…">
    raw HTML: <${tag}>
    Remove <${tag}>; italics are written *like this*, bold **like this**, a line break inside a paragraph <Break/>.`,
  expression: (say, written) => say`
    words; braces hold comments only: {/* like this */}
    braces: ${quote(written)}
    If the brace is part of the text, write \\{ and \\}. A document never runs code.`,
  'set-piece-in-text': (say, name) => say`
    <${name}> as a paragraph of its own
    <${name}> inside other words
    Put <${name}>…</${name}> on a line of its own, with an empty line before and after.`,
  'division-in-line': (say, name) => say`
    <${name}> and </${name}> each on a line of its own
    <${name}> in a line with words
    Put <${name}> alone on its line, then an empty line, then what it holds, then </${name}> alone on its line.`,
  'note-misplaced': (say, written) => say`
    notes at the end of the file, each at the beginning of a line
    the note ${written.slice(0, written.indexOf(']:') + 1)} inside another part of the text
    Move it to the end of the file, without spaces before it.`,
  'nested-too-deeply': (say) => say`
    quotations, lists, parts and marks one in the other a few times at most
    many of them one in the other
    Close the outer ones first; if the signs > or - are part of the text, put a backslash before each.`,
  'text-would-change': (say, written) => say`
    text that Markdown leaves as it is
    ${quote(written)}, of which Markdown would drop or change something
    Put a backslash before the sign that is meant as text.`,
} as const satisfies Record<string, (say: Words<void>, written: string) => void>;

type Reporter = { readonly report: (code: string, at: number) => Words<void> };

/** Reports what is refused in one way wherever it stands. */
export function refuse(code: keyof typeof refusals, written: string, at: number, source: Reporter): void {
  refusals[code](source.report(code, at), written);
}

/** The nodes of Markdown that have no place in a document. */
const refusedNodes: Partial<Record<Nodes['type'], keyof typeof refusals>> = {
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
  inlineCode: 'code',
  code: 'code',
  delete: 'strikethrough',
  break: 'hard-break',
  thematicBreak: 'thematic-break',
  definition: 'link-definition',
  footnoteDefinition: 'note-misplaced',
  html: 'raw-html',
};

/** Reports a node of Markdown that has no place in a document; of one nobody foresaw, that it would change. */
export function refuseNode({ type }: Nodes, written: string, at: number, source: Reporter): void {
  refuse(refusedNodes[type] ?? 'text-would-change', written, at, source);
}
