/** How far the clock of a post was from UTC on a day: from the IANA time zone of its city. */
import { slug } from '../edition/letters.ts';

/** Zones by the cities that they are named after, those whose clock is well known. */
const named = `Africa/Cairo America/Argentina/Buenos_Aires America/Asuncion America/Bogota America/La_Paz America/Lima
  America/Managua America/Montevideo America/Tegucigalpa Asia/Baghdad Asia/Beirut Asia/Jerusalem Asia/Shanghai
  Asia/Tokyo Europe/Berlin Europe/Brussels Europe/Copenhagen Europe/Istanbul Europe/London Europe/Madrid Europe/Moscow
  Europe/Paris Europe/Rome Europe/Stockholm Europe/Vienna`;
/** By city, as an address has it; a post that is not here has no offset. */
const zones = new Map([
  ...named.split(/\s+/).map((zone) => [slug(zone.replace(/.*\//, '')), zone] as const),
  ['berne', 'Europe/Zurich'],
  ['geneva', 'Europe/Zurich'],
  ['habana', 'America/Havana'],
  ['nanking', 'Asia/Shanghai'],
  ['ottawa', 'America/Toronto'],
  ['peiping', 'Asia/Shanghai'],
  ['peking', 'Asia/Shanghai'],
  ['rio-de-janeiro', 'America/Sao_Paulo'],
  ['teheran', 'Asia/Tehran'],
  ['washington', 'America/New_York'],
]);

/** The city of a place that is printed with its country or house: `Geneva, Switzerland`; the place itself if none is known. */
export const cityIn = (place: string): string => place.split(', ').find((part) => zones.has(slug(part))) ?? place;

/** Where clocks differed from their zone's of today, since when: https://github.com/eggert/tz/blob/main/backzone. */
const formerClocks: Readonly<Record<string, readonly (readonly [from: string, offset: string | undefined])[]>> = {
  // Between the wars it kept no summer time, as New York did: by New York's clock, telegrams of the summers of 1930 and
  // 1936 reach it before they are sent.
  Washington: [
    ['1942-02-09', undefined],
    ['1923-01-01', '-05:00'],
  ],
  // Its mean time was 02:35:20 from Greenwich; Italy brought that of its colonies.
  'Addis Ababa': [
    ['1936-05-05', '+03:00'],
    ['1870-01-01', '+02:35'],
  ],
};

/** The offset of a place's clock at a day and hour by it, an inference; undefined if not known or local mean time. */
export function offsetAt(place: string, date: string, hour: string): string | undefined {
  const former = formerClocks[place]?.find(([from]) => date >= from)?.[1];
  if (former !== undefined) return former;
  const timeZone = zones.get(slug(place));
  if (timeZone === undefined || date.length !== 10) return undefined;
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsetOf = (moment: number): string => format.format(moment).split('GMT')[1] || '+00:00';
  // The offset by that clock read as if it were UTC is near; by the moment it gives, it is right.
  const near = offsetOf(Date.parse(`${date}T${hour}Z`));
  if (!/^[+-]\d\d:\d\d$/.test(near)) return undefined;
  const offset = offsetOf(Date.parse(`${date}T${hour}${near}`));
  return /^[+-]\d\d:\d\d$/.test(offset) ? offset : undefined;
}
