import { expect, test } from 'vitest';
import { pageKeys } from '../../src/loader/page-keys.ts';
import { readContent } from '../../src/loader/read-content.ts';

test('a page has another key when anything it is given or any entry of the register is another', async () => {
  const { documents, register } = await readContent('content');
  const [document] = documents;
  const key = pageKeys(register)(document);
  expect(pageKeys(new Map(register))(structuredClone(document))).toBe(key);

  expect(pageKeys(register)({ ...document, heading: [] })).not.toBe(key);
  const [id, entry] = [...register][0] ?? [];
  if (id === undefined || entry === undefined) throw new Error('the register is empty');
  const changed = new Map(register).set(id, { ...entry, summary: 'Somebody else.' });
  expect(pageKeys(changed)(document)).not.toBe(key);
});
