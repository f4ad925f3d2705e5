/** The edition as a whole: what `content/edition.yaml` says, once, for every page and file. */
import type { Register } from './correspondence.ts';
import type { EditionDocument } from './document.ts';

/** A volume that documents are taken from. */
export interface Volume {
  /** `Foreign Relations of the United States` */
  readonly series: string;
  /** `Diplomatic Papers` */
  readonly subseries?: string | undefined;
  /** The year or years the volume covers, as in its title: `1936`. */
  readonly years?: string | undefined;
  /** `The Far East` */
  readonly title: string;
  /** Number of the volume in arabic figures. */
  readonly number?: number | undefined;
  /** Number of the part, where a volume has parts. */
  readonly part?: number | undefined;
  /** Place of publication in full, as Chicago wants it: `Washington, DC`. */
  readonly place: string;
  readonly publisher: string;
  /** Year of publication, `1954`. */
  readonly published: string;
  /** Whether place and publisher are the edition's inference, and why. */
  readonly imprintInferred?: string | undefined;
  readonly url: string;
}

export interface Licence {
  readonly name: string;
  readonly url: string;
}

export interface EditionSettings {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  /** Who edits: a name of the edition, not of a person. */
  readonly editor: string;
  readonly copyright: string;
  /** Version of the edition as a whole. */
  readonly version: string;
  readonly licences: { readonly text: Licence; readonly prose: Licence; readonly code: Licence };
  /** Published address without a final slash, e.g. `https://example.org/manchuria`; absent until there is one. */
  readonly site?: string | undefined;
  /** Base of an outside identifier (DOI, ARK, w3id) that becomes the cited address: `https://w3id.org/x/`. */
  readonly identifier?: string | undefined;
  /** Address for reports of errors; what needs it is hidden while it is absent. */
  readonly contact?: string | undefined;
  readonly volumes: Readonly<Record<string, Volume>>;
}

/** A document with all that an output needs to publish it. */
export interface Publication {
  readonly document: EditionDocument;
  readonly settings: EditionSettings;
  readonly volume: Volume;
  readonly register: Register;
  /** The address to cite: absolute, the outside identifier's where there is one, with a final slash. */
  readonly permalink: string;
  /** Absolute address of the page on this site, with a final slash. */
  readonly address: string;
  /** Absolute address of the site's front page, with a final slash. */
  readonly home: string;
}
