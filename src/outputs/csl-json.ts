/** `/documents/<id>.csl.json`: the citation as CSL-JSON 1.0, for everyone's own styles. */
import type { CitationRecord, CitedName } from './citation/record.ts';
import { filledFields } from './citation/fields.ts';
import type { FilledField } from './citation/fields.ts';

/** A name in CSL: a person in parts, an office or an undivided name as a literal. */
type CslName = { family: string; given: string } | { literal: string };
/** A date in CSL: the known parts, or words that are no date. */
type CslDate = { 'date-parts': number[][] } | { literal: string };
type CslValue = string | CslName[] | CslDate;

/** One item of CSL-JSON: a `chapter` of the volume. */
export function cslItem(record: CitationRecord): Readonly<Record<string, CslValue>> {
  const fields = filledFields(record).flatMap((field): [string, CslValue][] =>
    field.csl === undefined ? [] : [[field.csl, cslValue(field, record)]],
  );
  return { id: record.id, type: 'chapter', ...Object.fromEntries(fields) };
}

/** The file: an array of one item. */
export function cslJson(record: CitationRecord): string {
  return `${JSON.stringify([cslItem(record)], null, 2)}\n`;
}

function cslValue(field: FilledField, record: CitationRecord): CslValue {
  if (field.type === 'names') return record.senders.map(cslName);
  return field.type === 'date' ? cslDate(field.text) : field.text;
}

function cslName({ family, given, name }: CitedName): CslName {
  return family && given ? { family, given } : { literal: name };
}

function cslDate(date: string): CslDate {
  return /^\d{4}(-\d\d){0,2}$/.test(date) ? { 'date-parts': [date.split('-').map(Number)] } : { literal: date };
}
