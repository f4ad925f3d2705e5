/** What pasting leaves in a text: markers, names of pages, other programs’ signs. Warnings: the print may have them. */
import type { FootnoteDefinition } from 'mdast';
import { codeOf } from '../edition/letters.ts';
import { quote, type Words } from '../edition/problems.ts';
import { labelOf } from './read-notes.ts';
import { offsetOf, writtenOf, type Source } from './read-source.ts';

type Say = (say: Words<void>, found: string) => void;

/** Each with the form by which it is known, and what is said of it; the first group is what was found. */
const forms: Readonly<Record<string, readonly [form: RegExp, say: Say]>> = {
  'glued-figure': [
    /(?<![\p{L}\p{N}])(\p{L}*\p{Ll}{3}[.,;]?\d{1,3})(?![\p{L}\p{N}½¼¾]|[.,:/–-]\d)/gu,
    (say, found) => say`
      words and figures apart
      ${quote(found)}, as a copy leaves the marker of a note
      If it is a note, write ${found.replace(/\d+$/, '')}[^${/\d+$/.exec(found)?.[0] ?? ''}] and its words at the end of the file.`,
  ],
  'superscript-figure': [
    /([⁰¹²³⁴-⁹]+)/gu,
    (say, found) => say`
      notes called as [^56]
      the raised figure ${found}
      If it is a note, write [^${found.normalize('NFKC')}] and its words at the end of the file.`,
  ],
  'page-name': [
    /(\\?\[(?:Page|page|p\.|P\.) ?\d+\\?\])/g,
    (say, found) => say`
      the beginning of a printed page marked as <PageBreak n="…"/>
      ${quote(found.replaceAll('\\', ''))}, as a page of the Office of the Historian has it
      Write <PageBreak n="${/\d+/.exec(found)?.[0] ?? ''}"/>.`,
  ],
  'odd-space': [
    /([\u00A0\u2000-\u200A\u202F\u205F\u3000])/g,
    (say, found) => say`
      plain spaces between words
      ${codeOf(found)}, a space that does not break or has a width of its own
      Write a plain space.`,
  ],
  'odd-sign': [
    /([\uFB00-\uFB06]|(?<=[\p{Script=Latin}\d] ?)[\uFF01-\uFF5E])/gu,
    (say, found) => say`
      letters and signs as a keyboard writes them
      ${found} (${codeOf(found)}), one character for joined letters, or as wide as a Chinese one
      Write ${found.normalize('NFKC')}.`,
  ],
  'mixed-alphabets': [
    /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])(\p{L}+)/gu,
    (say, found) => say`
      words in letters of one alphabet
      ${quote(found)}, with ${Array.from(found.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu) ?? [], (letter) => `${letter} (${codeOf(letter)})`).join(', ')}, which no search for the word finds
      Write the word anew; if it is printed so, leave it.`,
  ],
  'wrong-encoding': [
    /([ÂÃ][\u0080-\u00BF]|â€\S?)/g,
    (say, found) => say`
      letters and quotation marks as they are printed
      ${quote(found)}, as a program shows a letter or sign when it reads UTF-8 as another encoding
      Write what is printed, and look through the whole file: such signs come in numbers.`,
  ],
  'glued-number-sign': [
    /(?<![\p{L}\p{N}#&\\])(#+)(?=[\p{L}[])/gu,
    (say, found) => say`
      a space between the # of a heading and its words
      ${found} directly before a word, which is printed
      If the line is a heading, write a space after one #; if the sign is printed, write \\#.`,
  ],
  'single-star': [
    /(?<![\\*] ?)(\*)(?! ?\*)/g,
    (say) => say`
      a star before italic words and one after them
      one star alone
      Write the other star; if it is printed, write \\*.`,
  ],
};

const typographic = /[“”‘’—–]/g;
/** A typewriter's quotation marks and dashes, save those of feet and inches. */
const typewritten = /(?<!\d)["']|(?<!-)--(?!-)/g;

/** Warns of everything that pasting seems to have left in the runs of text of a document, and in its notes. */
export function warnOfLeftovers(notes: readonly FootnoteDefinition[], source: Source): void {
  const labels = notes.map(labelOf);
  for (const note of notes) {
    warnOfSwallowed(note, labels, source);
    warnOfCount(note, labels, source);
  }
  const straight: number[] = [];
  let curly = 0;
  for (const { at, written } of source.runs) {
    curly += written.match(typographic)?.length ?? 0;
    straight.push(...Array.from(written.matchAll(typewritten), ({ index }) => at + index));
    for (const [code, [form, say]] of Object.entries(forms))
      for (const { index, 1: words = '' } of written.matchAll(form)) say(source.warn(code, at + index), words);
  }
  const [first] = straight;
  if (first !== undefined && curly > straight.length)
    source.warn('typewriter-sign', first)`
      quotation marks and dashes as in the rest of the text: “ ” ’ —
      ${straight.length === 1 ? 'one sign' : `${straight.length} signs, the first of them here,`} of a typewriter: ${quote(source.text.slice(first, first + 20))}
      Write “ and ”, ’ or —; if the print has a typewriter’s, leave it.`;
}

/** A note may hold the number after its own, and the words that belong to it. */
function warnOfSwallowed(note: FootnoteDefinition, labels: readonly string[], source: Source): void {
  const label = labelOf(note);
  const next = String(Number(label) + 1);
  if (!/^\d+$/.test(label) || labels.includes(next)) return;
  const text = writtenOf(note, source);
  if (!text.includes(next)) return;
  const form = new RegExp(String.raw`(?<=[.”)\]] |\n\s*)\\?\[?${next}(?:\\?[.)\]] ?|\s)(?=[\p{Lu}“])`, 'u');
  const at = form.exec(text)?.index;
  if (at !== undefined)
    source.warn('note-in-note', offsetOf(note) + at)`
      each note beginning with its own [^…]:
      ${quote(text.slice(at, at + 40))} inside of note ${label}
      If note ${next} begins here, put it in a line of its own: [^${next}]: …`;
}

/** A note's label may count what is printed once: `1.2` is the first note with the printed 2, and not the second 1. */
function warnOfCount(note: FootnoteDefinition, labels: readonly string[], source: Source): void {
  const label = labelOf(note);
  const [, count, printed] = /^(\d+)\.(\d+[a-z]?)$/.exec(label) ?? [];
  if (count === undefined || printed === undefined) return;
  const isAgain = labels.some((one) => one !== label && one.replace(/^\d+\./, '') === printed);
  if (!isAgain && labels.includes(count))
    source.warn('note-count', offsetOf(note))`
      a count before the point only where a printed number returns: [^2.8] is the second note with the printed 8
      [^${label}], the only note with the printed ${printed}
      If it is note ${count} once more, write [^${printed}.${count}]; if ${printed} is printed, [^${printed}].`;
}
