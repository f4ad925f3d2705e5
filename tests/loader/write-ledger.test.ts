import { expect, test } from 'vitest';
import { withFingerprint } from '../../src/loader/write-ledger.ts';

const sha256 = 'a'.repeat(64);

const file = (...revisions: string[]) =>
  ['---', '# A comment: kept', "kind:  'note'", 'revisions:', ...revisions, '---', '', '# Heading', ''].join('\n');

test('a fingerprint is written under the date of its revision, and nothing else changes', () => {
  const first = [
    '  - version: 1',
    "    date: '2026-01-01'   # seen",
    '    change: >-',
    '      First',
    '      published.',
  ];
  const second = ['  - change: Mended.', '    date: 2026-02-01', '    version: 2'];
  const text = file(...first, ...second);
  expect(withFingerprint(text, 1, sha256)).toBe(
    file(...first.slice(0, 2), `    sha256: ${sha256}`, ...first.slice(2), ...second),
  );
  expect(withFingerprint(text, 2, sha256)).toBe(
    file(...first, ...second.slice(0, 2), `    sha256: ${sha256}`, '    version: 2'),
  );
  expect(withFingerprint(withFingerprint(text, 1, sha256) ?? '', 1, sha256)).toBe(withFingerprint(text, 1, sha256));
});

test('it is written in the line ends that the file has, after a date of several lines', () => {
  const text = file('  - version: 1', '    date: 2026-01-01', '    change: First.').replaceAll('\n', '\r\n');
  expect(withFingerprint(text, 1, sha256)).toBe(
    text.replace('2026-01-01\r\n', `2026-01-01\r\n    sha256: ${sha256}\r\n`),
  );
  const folded = file('  - version: 1', '    date: >-', '      2026-01-01', '    change: First.');
  expect(withFingerprint(folded, 1, sha256)).toBe(folded.replace('    change', `    sha256: ${sha256}\n    change`));
});

test('it is not written where there is another, an empty one, a revision in one line, or no such revision', () => {
  const one = (...lines: string[]) => file('  - version: 1', '    date: 2026-01-01', ...lines, '    change: First.');
  expect(withFingerprint(one(`    sha256: ${'b'.repeat(64)}`), 1, sha256)).toBeUndefined();
  expect(withFingerprint(one('    sha256:'), 1, sha256)).toBeUndefined();
  expect(withFingerprint(one(), 2, sha256)).toBeUndefined();
  expect(withFingerprint(file('  - { version: 1, date: 2026-01-01, change: First. }'), 1, sha256)).toBeUndefined();
  expect(withFingerprint('# No frontmatter\n', 1, sha256)).toBeUndefined();
});
