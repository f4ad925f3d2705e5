/**
 * File numbers of the Department’s Central Decimal File: `761.9315 Manchuria/35` has a class and a decimal fraction, a
 * subject, a running number: with a half or letter (`/35½`, `/35a`), from 1944 on a date (`/8–1445`: August 14, 1945).
 * A class may have letters after its figures: `867N.00/283`.
 */
import { compareLetters } from './letters.ts';

/** The parts of a file number that decide where it is shelved; what is not of the decimal file is all subject. */
function shelfMark(fileNumber: string) {
  const parts = /^(\d+)([A-Z]\w*)?(?:\.(\w+))?(?![\w.])\s*(.*?)(?:\/([^/]*))?$/s.exec(fileNumber);
  const [, whole = '', letters = '', fraction = '', subject = fileNumber, running = ''] = parts ?? [];
  return { whole, letters, fraction, subject: subject.trim(), running: running.trim() };
}

/** The file that a document lies in: its file number without the running number, `761.9315 Manchuria`. */
export function fileOf(fileNumber: string): string {
  const { whole, letters, fraction, subject } = shelfMark(fileNumber);
  return `${whole}${letters}${fraction && `.${fraction}`} ${subject}`.trim();
}

/** The order in which archivists shelve: by value, decimal fraction, subject, running number; other numbers last. */
export const compareFileNumbers = (a: string, b: string): number => compareLetters(shelfKey(a), shelfKey(b));

/** A file number to be compared letter by letter: what ends a part stands before every letter. */
function shelfKey(fileNumber: string): string {
  const { whole, letters, fraction, subject, running } = shelfMark(fileNumber);
  const value = whole === '' ? 'other' : whole.padStart(9, '0');
  return [value, letters, fraction, subject.toLowerCase(), runningKey(running), running].join('\0');
}

/** A running number to be compared letter by letter: numbered papers first, then those filed by date. */
function runningKey(running: string): string {
  const key = (...parts: readonly (string | number)[]) => parts.map((part) => String(part).padStart(9, '0')).join();
  const [, month = '', day = '', year] = /^(\d{1,2})[-–—](\d{1,2})(\d{2})$/.exec(running) ?? [];
  if (year !== undefined) return key(1, year, month, day);
  const [, figures = '0', addition = ''] = /^(\d+)\s*[-–—]?\s*(.*)$/.exec(running) ?? [];
  const half = addition.startsWith('½') || addition.startsWith('1/2');
  const letter = /^[a-z]$/i.test(addition) ? addition.toLowerCase() : '';
  return key(0, figures, half ? 1 : 0, letter);
}
