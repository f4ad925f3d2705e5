import { expect, test } from 'vitest';
import { marks } from '../../src/edition/marks.ts';
import { markExamples } from '../../src/markdown/mark-examples.ts';
import { exampleHtml } from '../../src/outputs/html.ts';

test('every mark has an example in which it stands', () => {
  const examples = markExamples();
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(marks));
  for (const { name, written } of examples) expect(written).toContain(`<${name}`);
});

test('an example shows what becomes of the mark in both views', () => {
  const [sic] = markExamples();
  expect(sic).toMatchObject({
    written: 'an uneasy feeling that <Sic>on</Sic> the outbreak',
    printed: 'an uneasy feeling that on [sic] the outbreak',
    reading: 'an uneasy feeling that on the outbreak',
  });
  expect(sic && exampleHtml(sic.example)).toBe(
    '<p>an uneasy feeling that <span class="mark sic"><span class="words">on</span><span class="affix"> [<i>sic</i>]</span></span> the outbreak</p>',
  );
});
