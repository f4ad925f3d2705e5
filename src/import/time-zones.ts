/** How far the clock of a post was from UTC on a day: from the IANA time zone of its city. */

/** Cities whose clock is well known; a post that is not here has no offset. */
const zones: Readonly<Record<string, string>> = {
  Asunción: 'America/Asuncion',
  Baghdad: 'Asia/Baghdad',
  Beirut: 'Asia/Beirut',
  Berlin: 'Europe/Berlin',
  Berne: 'Europe/Zurich',
  Bogotá: 'America/Bogota',
  Brussels: 'Europe/Brussels',
  'Buenos Aires': 'America/Argentina/Buenos_Aires',
  Cairo: 'Africa/Cairo',
  Copenhagen: 'Europe/Copenhagen',
  Geneva: 'Europe/Zurich',
  Habana: 'America/Havana',
  Istanbul: 'Europe/Istanbul',
  Jerusalem: 'Asia/Jerusalem',
  'La Paz': 'America/La_Paz',
  Lima: 'America/Lima',
  London: 'Europe/London',
  Madrid: 'Europe/Madrid',
  Managua: 'America/Managua',
  Montevideo: 'America/Montevideo',
  Moscow: 'Europe/Moscow',
  Nanking: 'Asia/Shanghai',
  Ottawa: 'America/Toronto',
  Paris: 'Europe/Paris',
  Peiping: 'Asia/Shanghai',
  'Rio de Janeiro': 'America/Sao_Paulo',
  Rome: 'Europe/Rome',
  Shanghai: 'Asia/Shanghai',
  Stockholm: 'Europe/Stockholm',
  Tegucigalpa: 'America/Tegucigalpa',
  Teheran: 'Asia/Tehran',
  Tokyo: 'Asia/Tokyo',
  Vienna: 'Europe/Vienna',
  Washington: 'America/New_York',
};

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

/**
 * The offset of a place's clock at a day (`1936-02-03`) and hour (`17:00`) by it: `+03:00`, an inference. Undefined
 * where the place is not known, or its clock was on local mean time, which no offset of whole minutes says.
 */
export function offsetAt(place: string, date: string, hour: string): string | undefined {
  const former = formerClocks[place]?.find(([from]) => date >= from)?.[1];
  if (former !== undefined) return former;
  const timeZone = zones[place];
  if (timeZone === undefined || date.length !== 10) return undefined;
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsetOf = (moment: number): string => {
    const name = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
  };
  // The offset by that clock read as if it were UTC is near; by the moment it gives, it is right.
  const near = offsetOf(Date.parse(`${date}T${hour}Z`));
  if (!/^[+-]\d\d:\d\d$/.test(near)) return undefined;
  const offset = offsetOf(Date.parse(`${date}T${hour}${near}`));
  return /^[+-]\d\d:\d\d$/.test(offset) ? offset : undefined;
}
