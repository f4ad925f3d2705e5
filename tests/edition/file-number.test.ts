import { describe, expect, test } from 'vitest';
import { compareFileNumbers, fileOf } from '../../src/edition/file-number.ts';

/** File numbers in the order of the shelf. */
const shelf = [
  '033.1190/4',
  '711.61/9',
  '761.93/1600',
  '761.93 Outer Mongolia/2',
  '761.9315/1',
  '761.9315 Manchuria/9',
  '761.9315 Manchuria/35',
  '761.9315 Manchuria/35a',
  '761.9315 Manchuria/35½',
  '761.9315 Manchuria/36',
  '761.9315 Manchuria/229',
  '761.9315 Railway/1',
  '761.94/850',
  '761.94/8–1445',
  '761.94/9–145',
  '761.94/1–246',
  '793.94/7600',
  '800.00B Communist International/193',
  '867.00/3000',
  '867D.01/2',
  '867N.00/43',
  '867N.00/283',
  '867N.01/7½',
  '868.51/4',
  'Moscow Embassy Files: Lot F 96',
  'Treaty Series No. 943',
];

test('file numbers stand in the order of the shelf', () => {
  const shuffled = shelf.toSorted((a, b) => (a.at(-1) ?? '').localeCompare(b.at(-1) ?? '') || b.length - a.length);
  expect(shuffled).not.toEqual(shelf);
  expect(shuffled.toSorted(compareFileNumbers)).toEqual(shelf);
});

test('any two file numbers are compared alike from both sides', () => {
  for (const a of shelf) {
    for (const b of shelf) {
      expect(Math.sign(compareFileNumbers(a, b)) + Math.sign(compareFileNumbers(b, a))).toBe(0);
    }
  }
});

describe('the file of a document is its file number without the running number', () => {
  test.each([
    ['761.9315 Manchuria/35', '761.9315 Manchuria'],
    ['793.94/7600', '793.94'],
    ['500.A15A4 General Committee/3', '500.A15A4 General Committee'],
    ['867N.00/283', '867N.00'],
    ['123H875/204', '123H875'],
    ['Moscow Embassy Files: Lot F 96', 'Moscow Embassy Files: Lot F 96'],
  ])('%s lies in %s', (fileNumber, file) => {
    expect(fileOf(fileNumber)).toBe(file);
  });
});
