import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/schema/fields.ts';
import { frontmatterJsonSchema } from '../../src/schema/json-schema.ts';

const fields = fieldsOf(frontmatterJsonSchema());
const field = (path: string) => fields.find((one) => one.path === path);

test('every field is described', () => {
  expect(fields.filter(({ description }) => description === '')).toEqual([]);
});

test('a field is required, or says what holds without it', () => {
  const silent = fields.filter(({ required, otherwise }) => !required && otherwise === undefined);
  expect(silent.map(({ path }) => path)).toEqual(['dateSent.reason']);
  expect(field('fileNumber')).toMatchObject({ required: true, otherwise: undefined });
  expect(field('telegramNumber')).toMatchObject({ required: false, otherwise: 'it has none' });
});

test('fields within a field that may be a list are found', () => {
  expect(field('related.title')?.required).toBe(true);
  expect(field('sender.office')?.required).toBe(true);
});

test('what two fields have alike is told once', () => {
  expect(field('recipient')?.like).toBe('sender');
  expect(field('recipient.office')).toBeUndefined();
});
