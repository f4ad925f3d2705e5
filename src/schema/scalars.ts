/**
 * The scalars of YAML files, read without guessing types: `711.61` keeps its last zero, `1936-01-01` stays as written,
 * and a number or a yes/no is made here. `type` tells an editor’s program that it may stand without quotation marks.
 */
import { z } from 'zod';

declare module 'zod' {
  interface GlobalMeta {
    /** What holds where an editor leaves the field out; a field that has none must be written. */
    otherwise?: string | undefined;
  }
}

/** A value that nobody changes, all the way down: what a schema gives is only ever read. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

const isoDay = z.iso.date();
/** Whether a date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD` is in the (Gregorian) calendar. */
export const isRealDate = (date: string): boolean =>
  /^(?!0000)\d{4}(-\d{2}(-\d{2})?)?$/.test(date) && isoDay.safeParse(date + '-01-01'.slice(date.length - 4)).success;

const scalar = (schema: z.ZodString): z.ZodString => schema.meta({ type: ['string', 'number'] as never });

/** Words: at least one character, no space at either end. */
export const words = (expected = 'words'): z.ZodString =>
  scalar(
    z
      .string({ error: expected })
      .regex(/^\S(?:[\s\S]*\S)?$/, { error: `${expected}, without spaces at the ends` })
      // Here their signs would be printed.
      .regex(/^(?![^]*(?:<\/[A-Z]\w*>|<[A-Z][^<>]*\/>))/, {
        error: `${expected}, without marks: only the text has them`,
      })
      // A word processor writes ‘ for ', or “ for ", and the quotation marks would be printed.
      .regex(/^(?!‘[^’]*’$|“\[.*\]”$)/, { error: `${expected}, between straight quotation marks: ' and not ‘ or “` }),
  );

/** Words of a given form; `expected` says which. */
export const matching = (form: RegExp, expected: string): z.ZodString =>
  scalar(z.string({ error: expected }).regex(form, { error: expected, abort: true }));

/** A whole number from 1, in figures. */
export const wholeNumber = (example: number) =>
  matching(/^[1-9]\d{0,8}$/, `a whole number in figures, such as ${example}`)
    .transform(Number)
    .meta({ type: 'integer' });

const numberOfDocument = /^(?:[1-9]\d{0,8}[A-Za-z]?|[A-Z]{1,4}(?:–[1-9]\d{0,8})?)$/;
/** Whether some words can be the number of a document in its volume. */
export const isDocumentNumber = (words: string): boolean => numberOfDocument.test(words);

/** The number of a document in its volume: 32, and in few `373a`, `ETA–1`, of an appendix `A`. */
export const documentNumber = () =>
  matching(numberOfDocument, 'the number of a document in its volume, without a d before it, such as 32')
    .transform((words): number | string => (/^\d+$/.test(words) ? Number(words) : words))
    .meta({ type: ['integer', 'string'] });

/** `true` or `false`. */
export const trueOrFalse = () =>
  z
    .enum(['true', 'false'], { error: '`true` or `false`' })
    .transform((value) => value === 'true')
    .meta({ type: 'boolean', enum: [true, false] });

/** An absolute web address. */
export const address = () => matching(/^https?:\/\/[^\s<>"]+$/, 'a web address that begins with https://');

/** What is wrong with a date, as what was expected; undefined where it is one. */
function dateFault(written: string): string | undefined {
  const plain = 'a date as year-month-day in figures, such as 1936-01-31';
  if (/[?~%]/.test(written))
    return 'a date in figures alone: what is not sure is listed under `inferred`, with the reason';
  const ends = written.split('/');
  if (!ends.every((end) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(end)) || ends.length > 2) {
    const [, day, last = ''] = /^(\d{4}-\d{2}-\d{2})(?:\s*[-–—]\s*|\s+to\s+)([\d-]+)$/.exec(written) ?? [];
    const span = day === undefined ? '1938-08-02/1938-08-04' : `${day}/${day.slice(0, -last.length || -2)}${last}`;
    // Figures in another order, or with dashes for hyphens, are no span: 1/31/1936.
    const isSpan =
      day !== undefined || (/\d\s*(?:[–—/]|\bto\b)/.test(written) && !/^\d+([–—/])\d+\1\d+$/.test(written));
    return isSpan ? `a span from one date to another with a stroke between them, such as ${span.slice(0, 21)}` : plain;
  }
  if (!ends.every(isRealDate)) return 'a date that is in the calendar, such as 1936-01-31';
  const [first = '', last = first] = ends;
  if (ends.length === 1) return undefined;
  return last.length === first.length && last > first
    ? undefined
    : 'a span whose second date is after its first and as exact, such as 1938-08-02/1938-08-04';
}

/** A date as far as it is known, or a span, in EDTF (ISO 8601-2); with its day left open, `1938-08-XX`, the month. */
export const edtfDate = () =>
  scalar(
    z.string({ error: 'a date as year-month-day in figures, such as 1936-01-31' }).superRefine((written, context) => {
      const message = dateFault(written.replace(/-XX/g, ''));
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    }),
  ).transform((written) => written.replace(/-XX/g, ''));

/** A day. */
export const day = () =>
  matching(/^\d{4}-\d{2}-\d{2}$/, 'a day as year-month-day in figures, such as 1936-01-31').refine(isRealDate, {
    error: 'a day that is in the calendar, such as 1936-01-31',
  });

/** A word as the id it means, with hyphens for dashes, spaces, underlines; undefined where it is one or can be none. */
export function idMeant(written: string): string | undefined {
  const mended = written.toLowerCase().replace(/[-\u2010-\u2015\u2212_\s]+/g, '-');
  return mended !== written && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(mended) ? mended : undefined;
}

/** What a word has that an id cannot: `a dash (–), where a hyphen belongs`; empty where it is another fault. */
export function oddSign(written: string): string {
  const [dash] = /[\u2010-\u2015\u2212]/.exec(written) ?? [];
  return dash === undefined ? '' : `, with a dash (${dash}) where a hyphen belongs`;
}

/** An id: small letters, figures, hyphens. */
export const identifier = (what: string) => {
  const expected = (written: string): string =>
    `${what}: small letters, figures and hyphens${oddSign(written) && ' (-), not dashes'}, such as ${idMeant(written) ?? 'henderson'}`;
  const error = ({ input }: { readonly input?: unknown }) => expected(String(input));
  return scalar(z.string({ error: expected('') }).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error, abort: true }));
};

/** One or several, or none: an editor may leave the dashes of a list away where there is one. */
export const oneOrMore = <Item extends z.ZodType>(item: Item, description: string, otherwise: string) => {
  const listed = (value: unknown): unknown => (Array.isArray(value) ? value : [value]);
  return z.preprocess(listed, z.array(item)).default([]).meta({ description, otherwise });
};

/** A field that may be left out: what it says, and what holds without it. Others are only described. */
export const optional = <Value extends z.ZodType>(value: Value, description: string, otherwise: string) =>
  value.optional().meta({ description, otherwise });

/** A field of any number of items, none where it is left out. */
export const several = <Item extends z.ZodType>(item: Item, description: string, otherwise: string) =>
  z.array(item).default([]).meta({ description, otherwise });
