import { describe, expect, test } from 'vitest';

import { fieldsOf } from '../../src/schema/fields.ts';
import { frontmatterJsonSchema } from '../../src/schema/json-schema.ts';
import { dateAsPrinted, dateInFigures } from '../../src/commands/new-date.ts';
import type { Around } from '../../src/commands/new-answers.ts';
import { questions } from '../../src/commands/new-questions.ts';
import { readAnswers } from '../../src/commands/read-answers.ts';
import type { RegisterEntry, RegisterKind } from '../../src/schema/register.ts';

const entry = (kind: RegisterKind, id: string, family?: string): [string, RegisterEntry] => [
  id,
  { id, kind, name: id, sortName: id, family, summary: id, statements: [], authorities: [] },
];
const volume = {
  series: 'Invented Papers',
  title: 'The North',
  place: 'Nowhere',
  publisher: 'Nobody',
  published: '1950',
  url: 'https://example.org/volume',
};
const around: Around = {
  register: new Map([
    entry('places', 'harbin'),
    entry('places', 'washington'),
    entry('persons', 'brown-amelia', 'Brown'),
    entry('persons', 'gray-edmund', 'Gray'),
  ]),
  volumes: { invented: volume },
  taken: new Set(['harbin-1936-8', 'harbin-1936-8-b']),
  textFault: (path) => (path === 'here.txt' ? undefined : `There is no file ${path}.`),
};
const given = {
  kind: 'telegram',
  'file-number': '000.00/1',
  heading: 'The Consul General at Harbin (Brown) to the Secretary of State',
  post: 'harbin',
  number: '7',
  sent: 'Harbin, March 1, 1936—5 p.m.',
  document: '3',
};

test('every field that a question fills is a field of the schema', () => {
  const known = fieldsOf(frontmatterJsonSchema()).map(({ path }) => path);
  const like = (path: string) => path.replace(/^recipient/, 'sender').replace(/^dateReceived/, 'dateSent');
  const stray = questions.map(({ field }) => field).filter((field) => field !== '' && !known.includes(like(field)));
  expect(stray).toEqual([]);
});

describe('what is likely', () => {
  const { answers, taken, missing, faults } = readAnswers(given, around);

  test('is taken from the heading, the register and the volume', () => {
    expect(answers).toMatchObject({
      to: 'washington',
      year: '1936',
      sender: 'brown-amelia',
      'sender-office': 'Consul General at Harbin',
      'recipient-office': 'Secretary of State',
      volume: 'invented',
      url: 'https://example.org/volume/d3',
    });
    expect(taken).toContain('sender');
    expect([...missing, ...faults]).toEqual([]);
  });

  test('names nobody whom the heading does not name', () => {
    expect(answers['recipient']).toBeUndefined();
  });

  test('knows somebody who is entered in three lines by the last word of the name', () => {
    const register = new Map([...around.register]);
    register.set('brown-amelia', { ...entry('persons', 'brown-amelia')[1], name: 'Amelia Brown' });
    expect(readAnswers(given, { ...around, register }).answers['sender']).toBe('brown-amelia');
  });

  test('names nobody where two persons of the register bear the name', () => {
    const register = new Map([...around.register, entry('persons', 'brown-ada', 'Brown')]);
    expect(readAnswers(given, { ...around, register }).answers['sender']).toBeUndefined();
  });
});

describe('what is wrong is said in plain words', () => {
  test.each([
    [
      { post: 'harbinn' },
      '--post: “harbinn” is not in register/places.yaml. Did you mean harbin? A new one is entered there first, in three lines: its id, name: and summary:.',
    ],
    [
      { recipient: 'gray' },
      '--recipient: “gray” is not in register/persons.yaml. Did you mean gray-edmund? A new one is entered there first, in three lines: its id, name: and summary:.',
    ],
    [{ kind: 'cable' }, '--kind: A document is a telegram, despatch, letter, memorandum, note; not “cable”.'],
    [{ number: 'VII' }, '--number: A number is in figures, such as 40, not “VII”.'],
    [
      { sent: 'yesterday', year: '1936' },
      '--sent: No day can be read from “yesterday”. Write the line as printed, with its month and day, or the date in figures: 1936-02-03.',
    ],
    [{ sent: 'Harbin, February 30, 1936.' }, '--sent: There is no “February 30”: compare it with the source.'],
    [
      { sent: 'Harbin, February 29, 1935.', year: '1935' },
      '--sent: There is no “February 29”: compare it with the source.',
    ],
    [{ sent: '1936-13-01', 'sent-reason': 'x' }, '--sent: There is no “1936-13-01”: compare it with the source.'],
    [{ sent: 'Harbin, March 1, 1936—25 p.m.' }, '--sent: There is no “25 p.m.”: compare it with the source.'],
    [
      { received: '[Received February 29—5 p.m.]' },
      '--received: “[Received February 29—5 p.m.]” is before the date sent, 1936-03-01. If only the clocks of two places differ, leave it out here, and write it into the file with the hour and offset of both.',
    ],
    [
      { to: 'tokyo' },
      '--to: “tokyo” is not in register/places.yaml. It has harbin, washington. A new one is entered there first, in three lines: its id, name: and summary:.',
    ],
    [{ text: 'gone.txt' }, '--text: There is no file gone.txt.'],
    [{ letter: 'b' }, '--letter: Leave it out: this document needs none.'],
    [{ number: '8', letter: 'b' }, '--letter: harbin-1936-8-b is here too. Take the next letter.'],
    [{ number: '8', letter: 'bb' }, '--letter: A letter from b to z, not “bb”.'],
    [{ year: '1935' }, '--year: The date sent, “Harbin, March 1, 1936—5 p.m.”, is of another year than 1935.'],
    [{ volume: 'frus' }, '--volume: “frus” is no volume of edition.yaml; it has invented.'],
    [{ url: 'example.org' }, '--url: A web address begins with https://, unlike “example.org”.'],
    [{ kind: 'letter' }, '--number: Leave it out: this document needs none.'],
  ])('%o', (wrong, fault) => {
    expect(readAnswers({ ...given, ...wrong }, around).faults).toEqual([fault]);
  });

  test('a name that is taken is said with the question that it raises', () => {
    const { answers, missing } = readAnswers({ ...given, number: '8' }, around);
    expect(missing.map(({ flag }) => flag)).toEqual(['letter']);
    expect(missing[0]?.because?.(answers)).toBe('harbin-1936-8 is here already, and stays as it is.');
  });

  test('all that is missing is named at once', () => {
    expect(readAnswers({}, around).missing.map(({ flag }) => flag)).toEqual([
      'file-number',
      'heading',
      'post',
      'number',
      'year',
      'sent',
      'sender-office',
      'recipient-office',
      'url',
    ]);
  });
});

describe('a line as printed becomes a date', () => {
  const year = { number: '1936', of: 'volume' } as const;

  test('with its hour', () => {
    expect(dateAsPrinted('Harbin, March 1, 1936—5 p. m.', year)).toEqual({
      printed: 'Harbin, March 1, 1936—5 p. m.',
      date: '1936-03-01',
      hour: '17:00',
    });
  });

  test('the year it lacks being supplied', () => {
    expect(dateAsPrinted('[Received March 2—12:05 a.m.]', year)).toEqual({
      printed: '[Received March 2—12:05 a.m.]',
      date: '1936-03-02',
      hour: '00:05',
      supplied: ['year'],
      reason: 'The line gives no year: that of the volume is supplied.',
    });
  });

  test('of the day of sending, where it gives the hour alone', () => {
    expect(dateAsPrinted('[Received 2:55 p.m.]', year, '1936-03-01')).toMatchObject({
      date: '1936-03-01',
      hour: '14:55',
      inferred: ['month', 'day'],
    });
  });

  test('but not without a day at all', () => {
    expect(dateAsPrinted('[Received in the spring]', year, '1936-03-01')).toBeUndefined();
  });
});

test('a date in figures is the edition’s inference, for the reason given', () => {
  expect(dateInFigures('1936-02', 'It is filed in February.')).toEqual({
    date: '1936-02',
    supplied: ['year'],
    inferred: ['month'],
    reason: 'It is filed in February.',
  });
});
