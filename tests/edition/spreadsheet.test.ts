import { expect, test } from 'vitest';
import { spreadsheet } from '../../src/edition/spreadsheet.ts';

test.each(['=1', '+1', '-1', '- at Harbin', '@x'])('%s is words to a spreadsheet, and no formula', (cell) => {
  expect(spreadsheet([[cell, '—', '1936-01-31']])).toBe(`\u{feff}'${cell},—,1936-01-31\r\n`);
});
