/** The characters of a document: which of them no reader sees, or would not survive to what is made of it. */
import { decodeString } from 'micromark-util-decode-string';
import { codeOf } from '../edition/letters.ts';
import { afterWords, quote, type Words } from '../edition/problems.ts';

/** Says what is wrong with the character at an offset of some words. */
type Say = (code: string, index: number) => Words<void>;

/** Control and format characters and what is none, but for white space and the signs that Arabic sets over numbers. */
export const invisible =
  /[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}](?<![\t\n\r\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])/u;
/** Those, separators, characters of private use, half a surrogate pair, the sign for a lost character. */
const unreadable = new RegExp(`${invisible.source}|[\\r\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\\uFFFD]`, 'gu');

/** What those are called that word processors and web pages put into a text. */
const names: readonly (readonly [RegExp, string])[] = [
  [/\u00AD/, 'soft hyphen'],
  [/\u200B/, 'space of no width'],
  [/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/, 'mark of direction'],
  [/\u180E/, 'separator of vowels'],
  [/\u2060/, 'joiner of words'],
  [/\uFEFF/, 'byte-order mark'],
  [/[\u{E0000}-\u{E007F}]/u, 'tag'],
  [/\p{Co}/u, 'sign of private use'],
];

/** What a character is called in a message: `U+00AD, a soft hyphen,`. */
function called(character: string): string {
  const name = names.find(([form]) => form.test(character))?.[1];
  return name === undefined ? codeOf(character) : `${codeOf(character)}, a ${name},`;
}

/** Says which characters cannot be read or are not in NFC, as the text as printed is; not what is `shown` already. */
export function sayUnreadable(words: string, say: Say, shown = ''): void {
  for (const { 0: character, index } of words.matchAll(unreadable)) {
    if (shown.includes(character)) continue;
    if (character === '\uFFFD')
      say('lost-character', index)`
        the character that is printed
        �, the sign that a program puts for a character it could not read
        Write the character that stands in the source.`;
    else
      say('control-character', index)`
        characters that can be read
        the invisible character ${called(character)} ${afterWords(words, index)}
        Remove it; where it cannot be seen, write the word anew.`;
  }
  if (words.normalize('NFC') === words) return;
  for (const { 0: character, index } of words.matchAll(/\P{M}\p{M}*/gu)) {
    const composed = character.normalize('NFC');
    if (composed !== character && !shown.includes(character))
      say('not-composed', index)`
        ${composed} as one character (Unicode NFC)
        ${character} as a letter and a separate accent
        Write ${composed}.`;
  }
}

/** Signs that join what stands before them: at the beginning of words that would be a bracket or tag of an output. */
const joining = /^[\p{M}\u1160-\u11FF]/u;

/** Says what is wrong with words whose references and escapes are resolved, and what is `written` does not show. */
export function sayResolved(words: string, written: string, say: Say): void {
  if (joining.test(words))
    say('accent-alone', 0)`
      a letter before each accent, in the same words
      an accent on no letter, at the beginning of ${quote(words)}
      Write the letter with its accent, both inside or both outside of a mark.`;
  if (/[\\&]/.test(written)) sayUnreadable(words, say, written);
}

/** A backslash with the sign it protects, or a character reference. */
const resolved = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]*);/g;

/** Whether a character cannot be read, or the text as printed would not keep it. */
const isFaulty = (character: string) => character.search(unreadable) >= 0 || character.normalize('NFC') !== character;

/** Says what a run of text becomes and the file does not show: an accent at its beginning, references (`&shy;`). */
export function sayRun(value: string, written: string, say: Say): void {
  sayResolved(value, value, say);
  if (!written.includes('&')) return;
  for (const { 0: reference, index } of written.matchAll(resolved)) {
    const character = reference.startsWith('&') ? decodeString(reference) : reference;
    // A plain space by reference is one that Markdown keeps: the writer of documents needs it at the end of italics.
    const isSpace = /^[\t\r\n\f]$/.test(character);
    const isAccent = joining.test(character);
    if (character === reference || !(isSpace || isAccent || isFaulty(character))) continue;
    const meaning = isSpace
      ? 'a space or the end of a line'
      : isAccent
        ? 'an accent without its letter'
        : character === '\uFFFD'
          ? 'no character'
          : `the invisible character ${called(character).replace(/,$/, '')}`;
    say('reference-character', index)`
      characters that can be read, written as they are
      ${reference}, which stands for ${meaning}
      Remove it, or write the character that is printed.`;
  }
}
