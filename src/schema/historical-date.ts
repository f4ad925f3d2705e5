/** A date of a document as an editor writes it. */
import { z } from 'zod';

import { identifier, matching, partialDate, words, type Immutable } from './scalars.ts';

/** The parts of a date that can be known separately. */
export const dateParts = ['year', 'month', 'day', 'hour', 'offset'] as const;
export type DatePart = (typeof dateParts)[number];

const part = z.enum(dateParts);
const offset = () => matching(/^[+-](0\d|1[0-4]):[0-5]\d$/, 'an offset from UTC, such as -05:00');

/** Dates are known to some precision, and each part has its standing. */
export const historicalDate = z
  .strictObject({
    printed: words()
      .optional()
      .describe(
        'The line as printed, brackets and all: `[Received January 31—2:55 p.m.]`. Default: the copy-text prints none.',
      ),
    date: partialDate().describe(
      'The date in figures, to the precision that is known: `1936-01-31`, `1936-01` or `1936`. Required.',
    ),
    hour: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour of 24 with minutes, such as 14:55')
      .optional()
      .describe('The hour by the local clock, of 24: `14:55`. Default: not known.'),
    offset: offset()
      .optional()
      .describe(
        'How far that clock was from UTC: `-05:00` for Washington in winter, `+03:00` for Moscow. Default: not known.',
      ),
    clock: identifier('the id of a place')
      .optional()
      .describe('Whose clock that is: the id of the place in register/places.yaml. Default: not said.'),
    otherClocks: z
      .array(
        z.strictObject({
          place: identifier('the id of a place').describe('The id of the place. Required.'),
          offset: offset().describe('The offset of its clock from UTC on that day: `+03:00`. Required.'),
        }),
      )
      .optional()
      .describe('Other places whose clocks the record shows for the same moment. Default: none.'),
    supplied: z
      .array(part)
      .default([])
      .describe('Parts that the copy-text does not print but its volume fixes, such as `[year]`. Default: none.'),
    inferred: z
      .array(part)
      .default([])
      .describe('Parts that are the edition’s inference, such as `[month, day]`. Default: none.'),
    reason: words().optional().describe('Why, in one sentence. Required as soon as a part is supplied or inferred.'),
  })
  .superRefine((value, context) => {
    if (value.supplied.length + value.inferred.length > 0 && value.reason === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'one sentence that says why parts are supplied or inferred',
      });
    }
    for (const [field, parts] of [
      ['supplied', value.supplied],
      ['inferred', value.inferred],
    ] as const) {
      parts.forEach((known, index) => {
        const there = {
          year: true,
          month: value.date.length > 4,
          day: value.date.length > 7,
          hour: value.hour,
          offset: value.offset,
        };
        if (there[known] === undefined || there[known] === false) {
          context.addIssue({
            code: 'custom',
            path: [field, index],
            message: 'a part that this date gives',
          });
        }
      });
    }
  });

/** A date as the edition knows it: strings, each part with its standing. */
export type HistoricalDate = Immutable<z.output<typeof historicalDate>>;
