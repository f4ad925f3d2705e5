/** A date of a document as an editor writes it. */
import { z } from 'zod';

import { edtfDate, identifier, matching, optional, several, words, type Immutable } from './scalars.ts';

/** The parts of a date that can be known separately. */
export const dateParts = ['year', 'month', 'day', 'hour', 'offset'] as const;
export type DatePart = (typeof dateParts)[number];

const part = z.enum(dateParts);
const place = identifier('the id of a place');
const offset = () => matching(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC, such as -05:00');
const clock = z.strictObject({
  place: place.describe('The id of the place.'),
  offset: offset().describe('The offset of its clock from UTC on that day: `+03:00`.'),
});

/** Dates are known to some precision, and each part has its standing. */
export const historicalDate = z
  .strictObject({
    printed: optional(
      words(),
      'The line as printed, brackets and all: `[Received January 31—2:55 p.m.]`.',
      'the copy-text prints none',
    ),
    date: edtfDate().describe(
      'The date in figures, to the precision that is known: `1936-01-31`, `1936-01` or `1936`; a span of them: `1938-08-02/1938-08-04`.',
    ),
    hour: optional(
      matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'an hour of 24 with minutes, such as 14:55'),
      'The hour by the local clock, of 24: `14:55`; `12:00` is noon, `24:00` the midnight that ends the day.',
      'not known',
    ),
    offset: optional(
      offset(),
      'How far that clock was from UTC: `-05:00` for Washington in winter, `+03:00` for Moscow.',
      'not known',
    ),
    clock: optional(place, 'Whose clock that is: the id of the place in register/places.yaml.', 'not said'),
    otherClocks: optional(z.array(clock), 'Other places whose clocks the record shows for the same moment.', 'none'),
    supplied: several(part, 'Parts that the copy-text does not print but its volume fixes, such as `[year]`.', 'none'),
    inferred: several(part, 'Parts that are the edition’s inference, such as `[month, day]`.', 'none'),
    reason: optional(
      words(),
      'Why, in one sentence; required as soon as a part is supplied or inferred.',
      'no part is supplied or inferred',
    ),
  })
  .refine(({ supplied, inferred, reason }) => supplied.length + inferred.length === 0 || reason !== undefined, {
    path: ['reason'],
    error: 'one sentence that says why parts are supplied or inferred',
  })
  .superRefine(({ date, hour, offset, ...standing }, context) => {
    const [first = ''] = date.split('/');
    const given = [...dateParts.slice(0, first.split('-').length), hour && 'hour', offset && 'offset'];
    if (hour !== undefined && date.length !== 10)
      context.addIssue({ code: 'custom', path: ['hour'], message: 'left out where the date is not one day' });
    for (const field of ['supplied', 'inferred'] as const) {
      standing[field].forEach((known, index) => {
        if (given.includes(known)) return;
        context.addIssue({ code: 'custom', path: [field, index], message: 'a part that this date gives' });
      });
    }
  });

/** A date as the edition knows it: strings, each part with its standing. */
export type HistoricalDate = Immutable<z.output<typeof historicalDate>>;
