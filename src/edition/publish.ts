/** Publishes a document: gives it the addresses that its page and files say. */
import type { Register } from '../schema/register.ts';
import type { EditionSettings } from '../schema/settings.ts';
import { absolute, addresses } from './addresses.ts';
import type { EditionDocument } from './document.ts';
import type { Ledger } from './ledger.ts';
import { sealOf } from './ledger-check.ts';
import type { Volumes } from './volumes.ts';

/** Everything that pages and files are made from. */
export interface Edition {
  /** In the order of their ids, their anchors assigned. */
  readonly documents: readonly EditionDocument[];
  readonly register: Register;
  readonly settings: EditionSettings;
  /** All volumes, and where in them each document stands. */
  readonly volumes: Volumes;
  /** What has been promised; empty where nothing was sealed yet. */
  readonly ledger: Ledger;
}

/** Where the site stands. */
export interface SiteAddress {
  /** Origin, with or without a path: `https://example.org`. */
  readonly site: string;
  /** Path the site is served from: `/`, `/edition`. */
  readonly base: string;
}

/** A document with all that an output needs to publish it; undefined where its volume is not in the settings. */
export function publicationOf(
  document: EditionDocument,
  { settings, register, volumes, ledger }: Edition,
  at: SiteAddress,
) {
  const place = volumes.places.get(document.id);
  if (place === undefined) return undefined;
  const page = addresses.document(document.id);
  const address = absolute(at.site, at.base, page);
  return {
    document,
    settings,
    volume: place.volume.volume,
    volumes,
    /** Where it stands in its volume. */
    place,
    register,
    /** The address to cite: absolute, the outside identifier's where there is one, with a final slash. */
    permalink: settings.identifier === undefined ? address : settings.identifier.replace(/\/+$/, '') + page,
    /** Absolute address of the page on this site, with a final slash. */
    address,
    /** Absolute address of the site's front page, with a final slash. */
    home: absolute(at.site, at.base, addresses.home),
    /** What the ledger promises of it. */
    seal: sealOf(document, ledger),
  };
}
export type Publication = NonNullable<ReturnType<typeof publicationOf>>;
