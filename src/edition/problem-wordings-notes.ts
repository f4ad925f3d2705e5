/** The register of problems: notes. */
import { quote, type Wording } from './wording.ts';

export const noteWordings = {
  'note-not-written': (label: string): Wording => ({
    expected: `a note [^${label}]: somewhere at the end of the file`,
    actual: `[^${label}] calls a note that is not written`,
    mend: `Write the note at the end of the file: [^${label}]: …`,
  }),
  'note-not-called': (label: string): Wording => ({
    expected: `[^${label}] somewhere in the text`,
    actual: `the note [^${label}] is written but not called`,
    mend: `Write [^${label}] after the word to which the note belongs, or remove the note.`,
  }),
  'note-twice': (label: string, line: number): Wording => ({
    expected: 'each note written once',
    actual: `the note [^${label}] is already written in line ${line}`,
    mend: `Give one of them another label. Where printed numbers restart, write [^1.${label}], [^2.${label}].`,
  }),
  'note-called-twice': (label: string, line: number): Wording => ({
    expected: 'each note called once',
    actual: `[^${label}] is already called in line ${line}`,
    mend: `Give one of them another label. Where printed numbers restart, write [^1.${label}], [^2.${label}].`,
  }),
  'note-label': (label: string): Wording => ({
    expected:
      'the printed number of the note (56, 60a; 1.2 for the second 2) or a small letter for a note of the edition (a)',
    actual: `[^${label}]`,
    mend: 'Write the label as described.',
  }),
  'note-empty': (label: string): Wording => ({
    expected: `the words of the note after [^${label}]:`,
    actual: 'no words',
    mend: 'Write the note in the same line, directly after the colon, or remove it.',
  }),
  'note-without-colon': (label: string): Wording => ({
    expected: `a colon after [^${label}], where the note is written`,
    actual: `a line that begins with [^${label}] and no colon`,
    mend: `Write [^${label}]: before the words of the note.`,
  }),
  'note-misplaced': (label: string): Wording => ({
    expected: 'notes at the end of the file, each at the beginning of a line',
    actual: `the note [^${label}] inside another part of the text`,
    mend: 'Move it to the end of the file, without spaces before it.',
  }),
  'text-after-notes': (written: string): Wording => ({
    expected: 'nothing but notes after the first note',
    actual: `text after a note: ${quote(written)}`,
    mend: 'Move the notes to the end; if it is a further paragraph of the note, begin its lines with four spaces.',
  }),
} as const;
