/** The characters of a document: which of them no reader sees, or would not survive to what is made of it. */
import { decodeString } from 'micromark-util-decode-string';
import { quote, wordsBefore, type Wording } from '../edition/problems.ts';

/** What is wrong with one character of some words. */
export interface CharacterFault extends Wording {
  readonly code: string;
  /** Offset of the character in the words. */
  readonly index: number;
  readonly character: string;
}

/** Control and format characters, private use, half a pair of surrogates, separators, what is no character, the sign for a lost one. */
const unreadable = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFFD]/gu;

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
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = names.find(([form]) => form.test(character))?.[1];
  return name === undefined ? `U+${number}` : `U+${number}, a ${name},`;
}

/**
 * The characters of some words that cannot be read, and letters with a separate accent, which the
 * text as printed (it is NFC) would not keep.
 */
export function characterFaults(words: string): CharacterFault[] {
  const faults = Array.from(words.matchAll(unreadable), ({ 0: character, index }): CharacterFault => {
    if (character === '\uFFFD') {
      return {
        code: 'lost-character',
        index,
        character,
        expected: 'the character that is printed',
        actual: '�, the sign that a program puts for a character it could not read',
        mend: 'Write the character that stands in the source.',
      };
    }
    const before = wordsBefore(words, index);
    return {
      code: 'control-character',
      index,
      character,
      expected: 'characters that can be read',
      actual: `the invisible character ${called(character)} ${before === '' ? 'at the beginning of the line' : `after “${before}”`}`,
      mend: 'Remove it; where it cannot be seen, write the word anew.',
    };
  });
  if (words.normalize('NFC') === words) return faults;
  for (const { 0: character, index } of words.matchAll(/\P{M}\p{M}*/gu)) {
    const composed = character.normalize('NFC');
    if (composed === character) continue;
    faults.push({
      code: 'not-composed',
      index,
      character,
      expected: `${composed} as one character (Unicode NFC)`,
      actual: `${character} as a letter and a separate accent`,
      mend: `Write ${composed}.`,
    });
  }
  return faults;
}

/** Signs that join what stands before them: at the beginning of words that would be a bracket or tag of an output. */
const joining = /^[\p{M}\u1160-\u11FF]/u;

/**
 * What is wrong with words after references and escapes in them are resolved and the file does not
 * show it: `written` is what the file shows.
 */
export function resolvedFaults(words: string, written: string): CharacterFault[] {
  const faults =
    words === written ? [] : characterFaults(words).filter(({ character }) => !written.includes(character));
  if (!joining.test(words)) return faults;
  const accent: CharacterFault = {
    code: 'accent-alone',
    index: 0,
    character: words.charAt(0),
    expected: 'a letter before each accent, in the same words',
    actual: `an accent on no letter, at the beginning of ${quote(words)}`,
    mend: 'Write the letter with its accent, both inside or both outside of a mark.',
  };
  return [accent, ...faults];
}

/** A backslash with the sign it protects, or a character reference. */
const resolved = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]*);/g;

/**
 * What a run of text becomes and the file does not show: an accent at its beginning, character
 * references (`&shy;`, `&#13;`) to what cannot be read or would not be kept. Places are those of `written`.
 */
export function runFaults(value: string, written: string): CharacterFault[] {
  const faults = resolvedFaults(value, value);
  if (!written.includes('&')) return faults;
  for (const { 0: reference, index } of written.matchAll(resolved)) {
    const character = reference.startsWith('&') ? decodeString(reference) : reference;
    // A plain space by reference is one that Markdown keeps: the writer of documents needs it at the end of italics.
    const isSpace = /^[\t\r\n\f]$/.test(character);
    const isAccent = joining.test(character);
    if (character === reference || !(isSpace || isAccent || characterFaults(character).length > 0)) continue;
    const invisible =
      character === '\uFFFD' ? 'no character' : `the invisible character ${called(character)}`.replace(/,$/, '');
    faults.push({
      code: 'reference-character',
      index,
      character,
      expected: 'characters that can be read, written as they are',
      actual: `${reference}, which stands for ${isSpace ? 'a space or the end of a line' : isAccent ? 'an accent without its letter' : invisible}`,
      mend: 'Remove it, or write the character that is printed.',
    });
  }
  return faults;
}
