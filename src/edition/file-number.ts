/**
 * File numbers of the Department’s Central Decimal File, in the order of the shelf.
 *
 * `761.9315 Manchuria/35` is class 7, political relations; 61 and 93 the countries; what follows the
 * point a decimal fraction, so that 761.9315 stands before 761.94; `Manchuria` the subject; 35 the
 * running number in the file, so that /9 stands before /35. A number may have a half or a letter
 * (`/35½`, `/35a`); from 1944 on it is a date: `/8–1445` is August 14, 1945.
 */
import { compareLetters } from './text.ts';

/** The parts of a file number that decide where it is shelved; what is not of the decimal file is all subject. */
function shelfMark(fileNumber: string) {
  const parts = /^(\d+)(?:\.(\w+))?(?![\w.])\s*(.*?)(?:\/([^/]*))?$/s.exec(fileNumber.trim());
  const [, whole = '', fraction = '', subject = fileNumber, running = ''] = parts ?? [];
  return { whole, fraction, subject: subject.trim(), running: running.trim() };
}

/** The file that a document lies in: its file number without the running number, `761.9315 Manchuria`. */
export function fileOf(fileNumber: string): string {
  const { whole, fraction, subject } = shelfMark(fileNumber);
  return `${fraction === '' ? whole : `${whole}.${fraction}`} ${subject}`.trim();
}

/**
 * The order in which archivists shelve: figures before the point by value, those after it as a
 * decimal fraction, then the subject, then the running number. What is no decimal number stands last.
 *
 * @returns Below 0 where `a` stands before `b`, 0 where they are shelved as one.
 */
export function compareFileNumbers(a: string, b: string): number {
  const [left, right] = [shelfMark(a), shelfMark(b)];
  if ((left.whole === '') !== (right.whole === '')) return left.whole === '' ? 1 : -1;
  return (
    Number(left.whole) - Number(right.whole) ||
    compareLetters(left.fraction, right.fraction) ||
    compareLetters(left.subject.toLowerCase(), right.subject.toLowerCase()) ||
    compareParts(runningParts(left.running), runningParts(right.running)) ||
    compareLetters(left.running, right.running)
  );
}

function compareParts(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** A running number as numbers to compare in turn: numbered papers first, then those filed by date. */
function runningParts(running: string): readonly [number, number, number, number] {
  const [, month, day, year] = /^(\d{1,2})[-–—](\d{1,2})(\d{2})$/.exec(running) ?? [];
  if (month !== undefined) return [1, Number(year), Number(month), Number(day)];
  const [, figures = '0', addition = ''] = /^(\d+)\s*[-–—]?\s*(.*)$/.exec(running) ?? [];
  const half = addition.startsWith('½') || addition.startsWith('1/2');
  const letter = /^[a-z]$/i.test(addition) ? addition.toLowerCase().charCodeAt(0) - 96 : 0;
  return [0, Number(figures), half ? 1 : 0, letter];
}
