/** Who wrote to whom: correspondents, and the registers they are named in. */

/** One sender or recipient, in the office that the heading gives. */
export interface Correspondent {
  /** Id in the register of persons; absent where nobody is named. */
  readonly person?: string | undefined;
  /** Office as printed: `Chargé in the Soviet Union`. */
  readonly office: string;
  /** Id in the register of places. */
  readonly place?: string | undefined;
}

/** The four registers, in the order in which they are shown. */
export const registerKinds = ['persons', 'places', 'organizations', 'terms'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** An identifier in a public authority file that was seen, never guessed. */
export interface Authority {
  readonly scheme: 'wikidata' | 'geonames' | 'viaf' | 'lcnaf' | 'gnd' | 'frus';
  readonly value: string;
}

/** A statement about an entry, with where it was learned and how sure it is. */
export interface Statement {
  readonly text: string;
  readonly source: string;
  /** `inferred` is printed in words that say so. */
  readonly certainty: 'confirmed' | 'inferred';
}

/** A person, place, organization or term that the documents name. */
export interface RegisterEntry {
  readonly id: string;
  readonly kind: RegisterKind;
  /** The name as a heading: `Loy W. Henderson`, `Moscow`. */
  readonly name: string;
  /** The name as it is filed: `Henderson, Loy W.` Equal to `name` where nothing is inverted. */
  readonly sortName: string;
  /** For a person: parts of the name as citations need them. */
  readonly given?: string | undefined;
  readonly family?: string | undefined;
  /** One line that tells the entry from others: dates of life, what it is. */
  readonly summary: string;
  readonly statements: readonly Statement[];
  readonly authorities: readonly Authority[];
}

/** All registers as one: looks an entry up by its id. */
export type Register = ReadonlyMap<string, RegisterEntry>;
