/** Every address of the site: contracts that readers and other programs rely on (never reused, never changed). */
import type { Authority } from '../schema/register.ts';

/** Addresses from the site's own root, each with its leading slash. */
export const addresses = {
  home: '/',
  calendar: '/documents/',
  /** A page of the calendar: `1936/01/`, `by-sender/`, `by-file/`. No id of a document is such a word. */
  calendarPage: (path: string) => `/documents/${path}`,
  document: (id: string) => `/documents/${id}/`,
  /** A document in another form: its text, TEI or citation data. */
  file: (id: string, form: string) => `/documents/${id}.${form}`,
  /** What links a document's page and its files, for programs (RFC 9264). */
  linkset: (id: string) => `/documents/${id}.linkset.json`,
  /** The text of a version that a newer one has replaced. */
  version: (id: string, version: number) => `/documents/${id}.v${version}.txt`,
  /** A file of the whole edition: `edition.csv`, and `edition.epub`, the edition as a book. */
  editionFile: (form: string) => `/edition.${form}`,
  volumes: '/volumes/',
  /** A page of a volume's contents, or a place on it: `frus1936v03/`, `frus1936v03/ch6/`, `frus1936v03/#comp1`. */
  volumePage: (path: string) => `/volumes/${path}`,
  /** A file of a volume, beside its contents: `frus1936v03.csv`. */
  volumeFile: (key: string, form: string) => `/volumes/${key}.${form}`,
  /** The catalogue of all books. */
  catalogue: '/opds.xml',
  register: '/register/',
  entry: (id: string) => `/register/${id}/`,
  /** A further page of the register or of an entry: `persons/h/`, `hull-cordell/page-2/`. */
  registerPage: (path: string) => `/register/${path}`,
  search: '/search/',
  method: '/method/',
  citing: '/citing/',
  about: '/about/',
  /** For editors; linked from the method page and the README. */
  editing: '/editing/',
} as const;

/** Puts an address under the path of the site: `under('/edition', '/method/')` is `/edition/method/`. */
export const under = (base: string, address: string): string => base.replace(/\/+$/, '') + address;

/** Makes an address absolute: of a site (`https://example.org`) that is served from the path `base` (`/edition`). */
export const absolute = (site: string, base: string, address: string): string =>
  new URL(under(base, address), site).href;

/** The licences that SPDX, which programs go by, has another address for. */
const spdx: Readonly<Record<string, string>> = {
  'https://creativecommons.org/licenses/by/4.0/': 'CC-BY-4.0',
  'https://creativecommons.org/publicdomain/mark/1.0/': 'CC-PDM-1.0',
  'https://creativecommons.org/publicdomain/zero/1.0/': 'CC0-1.0',
};

/** The address of a licence in the list of SPDX (https://spdx.org/licenses/); its own where it is not there. */
export const inSpdx = (url: string): string => (spdx[url] ? `https://spdx.org/licenses/${spdx[url]}` : url);

/** The authority files: what a reader calls each, and where its identifiers resolve. */
type AuthorityFiles = Readonly<Record<Authority['scheme'], { readonly label: string; readonly address?: string }>>;
export const authorities: AuthorityFiles = {
  wikidata: { label: 'Wikidata', address: 'https://www.wikidata.org/entity/' },
  geonames: { label: 'GeoNames', address: 'https://www.geonames.org/' },
  viaf: { label: 'VIAF', address: 'https://viaf.org/viaf/' },
  lcnaf: { label: 'Library of Congress', address: 'https://id.loc.gov/authorities/names/' },
  gnd: { label: 'GND', address: 'https://d-nb.info/gnd/' },
  // The Office of the Historian’s ids are names in its data, not addresses.
  frus: { label: 'Office of the Historian, Principal Officers data' },
};

/** Where an identifier resolves; undefined where its file has no addresses. */
export function authorityAddress({ scheme, value }: Authority): string | undefined {
  const { address } = authorities[scheme];
  return address && address + value;
}
