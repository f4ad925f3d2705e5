/** Who wrote to whom, when and where: `correspDesc`, the same in a document's TEI and in CMIF. */

import { citedName } from '../citation/record.ts';
import { isInferred, machineDate } from '../machine-date.ts';
import type { Attributes, Xml } from '../xml.ts';
import { block, element, nothing, words } from '../xml.ts';
import type { Correspondent } from '../../schema/frontmatter.ts';
import type { RegisterEntry } from '../../schema/register.ts';
import type { HistoricalDate } from '../../schema/historical-date.ts';
import type { Publication } from '../../edition/publish.ts';

/** Addresses of the authority files that programs resolve. */
const authorityAddresses: Readonly<Record<string, string>> = {
  geonames: 'https://www.geonames.org/',
  gnd: 'https://d-nb.info/gnd/',
  lcnaf: 'https://id.loc.gov/authorities/names/',
  viaf: 'https://viaf.org/viaf/',
  wikidata: 'https://www.wikidata.org/entity/',
};

/** How each schema wants the description. */
export interface CorrespondenceStyle {
  readonly attributes: Attributes;
  /** Whether the reasons for what is inferred may stand in notes. */
  readonly reasons: boolean;
}

/** The description of a document's correspondence. */
export function correspDesc(publication: Publication, { attributes, reasons }: CorrespondenceStyle): Xml {
  const { record } = publication.document;
  const reason = (date: HistoricalDate | undefined) =>
    reasons && date?.reason !== undefined ? words('note', date.reason) : nothing;
  return block(
    'correspDesc',
    attributes,
    block(
      'correspAction',
      { type: 'sent' },
      ...record.sender.flatMap((one) => party(one, publication)),
      record.dateSent.date === '' ? undefined : dateElement(record.dateSent),
      reason(record.dateSent),
    ),
    block(
      'correspAction',
      { type: 'received' },
      ...record.recipient.flatMap((one) => party(one, publication)),
      record.dateReceived && dateElement(record.dateReceived),
      reason(record.dateReceived),
    ),
  );
}

/** A correspondent and the place, each with an identifier that resolves, where one was seen. */
function party(correspondent: Correspondent, { register }: Publication): Xml[] {
  const { person, place } = correspondent;
  const { name, office } = citedName(correspondent, register);
  const who = words(office ? 'orgName' : 'persName', name, { ref: authority(person, register) });
  const where = place === undefined ? undefined : register.get(place);
  return where ? [who, words('placeName', where.name, { ref: authority(place, register) })] : [who];
}

/** CMIF asks for one identifier: GeoNames for places, which it prefers, else the first that resolves. */
function authority(id: string | undefined, register: ReadonlyMap<string, RegisterEntry>): string | undefined {
  const known = (register.get(id ?? '')?.authorities ?? []).filter(
    ({ scheme }) => authorityAddresses[scheme] !== undefined,
  );
  const chosen = known.find(({ scheme }) => scheme === 'geonames') ?? known[0];
  return chosen && `${authorityAddresses[chosen.scheme]}${chosen.value}`;
}

function dateElement(date: HistoricalDate): Xml {
  return element('date', {
    when: machineDate(date).slice(0, 10),
    cert: isInferred(date) ? 'low' : undefined,
  });
}
