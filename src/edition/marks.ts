/**
 * The register of marks: one row a mark. Every output takes what it needs from
 * the row, so a new mark is one row here, one rendering, one fixture.
 *
 * Names are those of the TEI Guidelines, chapters 3 (core), 11 (primary
 * sources) and 13 (names and dates), https://tei-c.org/guidelines/.
 */

/** What an attribute of a mark may hold. */
export type AttributeType =
  /** Id of an entry in the register that the mark names. */
  | 'register'
  /** ISO 8601 date to the known precision. */
  | 'date'
  /** BCP 47 language tag. */
  | 'language'
  /** Number of a page of the volume: `33`, `33a`, `xiv`. */
  | 'page'
  /** Free words. */
  | 'words'
  /** One of the listed words. */
  | readonly string[];

export interface MarkAttribute {
  readonly type: AttributeType;
  readonly required: boolean;
  /** For the editor: what to write here. */
  readonly description: string;
}

/** What stands around the words of a mark. */
export interface Affixes {
  readonly before: string;
  readonly after: string;
}

export interface MarkRow {
  /** What kind of mark it is: an intervention is listed in the apparatus, a name leads to the register. */
  readonly group: 'intervention' | 'name' | 'structure';
  /** What it means, in one sentence for a reader who meets it. */
  readonly gloss: string;
  /** Whether it holds words. */
  readonly content: 'words' | 'empty';
  readonly attributes: Readonly<Record<string, MarkAttribute>>;
  /** Text as printed: what the volume prints around the words. */
  readonly printed: Affixes;
  /** Reading text: the words alone (`words`), or nothing (`omitted`). */
  readonly reading: 'words' | 'omitted';
  /** What search sees of the affixes: `ignored` where they would break a phrase. */
  readonly search: 'kept' | 'ignored';
  /** TEI element that holds the words. */
  readonly tei: string;
}

/** Most marks print nothing of their own, and their words are read and searched as they stand. */
const plain = { printed: { before: '', after: '' }, reading: 'words', search: 'kept' } as const;

/** Whose an intervention is; by default the source's. */
const by: MarkAttribute = {
  type: ['source', 'edition'],
  required: false,
  description: 'Whose the mark is: `source` (the default) if it is printed in the copy-text, `edition` if we made it.',
};
const reason: MarkAttribute = {
  type: 'words',
  required: false,
  description: 'Why, in one sentence; shown in the apparatus.',
};
/** A name: its words lead to the entry of the register that `id` gives. */
const name = <Element extends string>(what: string, gloss: string, tei: Element) =>
  ({
    group: 'name',
    gloss,
    content: 'words',
    attributes: {
      id: { type: 'register', required: true, description: `The id of the ${what} in content/register/.` },
    },
    ...plain,
    tei,
  }) as const;

export const marks = {
  // FRUS prints [sic] after the words it vouches for.
  Sic: {
    group: 'intervention',
    gloss: 'So in the source: the words stand thus in the copy-text.',
    content: 'words',
    attributes: { by, reason },
    printed: { before: '', after: ' [sic]' },
    reading: 'words',
    search: 'ignored',
    tei: 'sic',
  },
  // FRUS’s later method (1958–60, vol. II, preface) brackets omissions; for 1936 that is inferred.
  Supplied: {
    group: 'intervention',
    gloss: 'Supplied: words that an editor has put in, in brackets.',
    content: 'words',
    attributes: { by, reason },
    printed: { before: '[', after: ']' },
    reading: 'words',
    search: 'kept',
    tei: 'supplied',
  },
  Corrected: {
    group: 'intervention',
    gloss: 'Corrected: the words in brackets replace an error of the source.',
    content: 'words',
    attributes: {
      was: { type: 'words', required: true, description: 'The words before the correction.' },
      by,
      reason,
    },
    printed: { before: '[', after: ']' },
    reading: 'words',
    search: 'kept',
    tei: 'corr',
  },
  Unclear: {
    group: 'intervention',
    gloss: 'Unclear: the reading of these words is doubtful.',
    content: 'words',
    attributes: { by, reason },
    printed: { before: '', after: ' [?]' },
    reading: 'words',
    search: 'ignored',
    tei: 'unclear',
  },
  // The words inside are what the volume prints in place of what is missing: [garbled group], . . .
  Gap: {
    group: 'intervention',
    gloss: 'Gap: something is missing here.',
    content: 'words',
    attributes: {
      why: {
        type: ['omitted', 'garbled', 'classified'],
        required: true,
        description: 'Why words are missing: omitted by the editors, garbled in transmission, or still classified.',
      },
      by,
      reason,
    },
    ...plain,
    tei: 'gap',
  },
  Added: {
    group: 'intervention',
    gloss: 'Added: written into the source after it was first set down.',
    content: 'words',
    attributes: { by, reason },
    ...plain,
    tei: 'add',
  },
  Deleted: {
    group: 'intervention',
    gloss: 'Deleted: struck out in the source.',
    content: 'words',
    attributes: { by, reason },
    ...plain,
    reading: 'omitted',
    tei: 'del',
  },
  // A milestone: it never divides a word, a phrase or a copied quotation.
  PageBreak: {
    group: 'structure',
    gloss: 'Here a new page of the printed volume begins.',
    content: 'empty',
    attributes: {
      n: { type: 'page', required: true, description: 'The number of the page that begins.' },
    },
    ...plain,
    search: 'ignored',
    tei: 'pb',
  },
  Foreign: {
    group: 'structure',
    gloss: 'Words in another language.',
    content: 'words',
    attributes: {
      lang: { type: 'language', required: true, description: 'The language: `fr`, `ru-Latn`.' },
    },
    ...plain,
    tei: 'foreign',
  },
  Person: name('person', 'A person in the register.', 'persName'),
  Place: name('place', 'A place in the register.', 'placeName'),
  Organization: name('organization', 'An organization in the register.', 'orgName'),
  Term: name('term', 'A term explained in the register.', 'term'),
  Date: {
    group: 'structure',
    gloss: 'A date.',
    content: 'words',
    attributes: {
      when: {
        type: 'date',
        required: true,
        description: 'The date meant, in figures: `1936-01-29`.',
      },
      event: {
        type: 'words',
        required: false,
        description: 'What happened then; makes the date an entry of the chronology.',
      },
      inferred: {
        type: 'words',
        required: false,
        description: 'Why the date is the edition’s inference, if it is one.',
      },
    },
    ...plain,
    tei: 'date',
  },
  // supra, ante, p. 33, Not printed: a reference by the source to something elsewhere.
  Ref: {
    group: 'structure',
    gloss: 'A reference to another document or page.',
    content: 'words',
    attributes: {
      to: {
        type: 'words',
        required: true,
        description: 'A document id of this edition, an anchor in this document (`#p3`), an address, or `not-printed`.',
      },
    },
    ...plain,
    tei: 'ref',
  },
} as const satisfies Record<string, MarkRow>;

export type MarkName = keyof typeof marks;

/** The names of the marks of a group: a switch over them is whole, or it does not compile. */
export type MarkNameIn<Group extends MarkRow['group']> = {
  [Name in MarkName]: (typeof marks)[Name]['group'] extends Group ? Name : never;
}[MarkName];

/** The row of a mark, with the general type. */
export function markRow(markName: MarkName): MarkRow {
  return marks[markName];
}

/** Whether a name is that of a registered mark. */
export function isMarkName(candidate: string): candidate is MarkName {
  return Object.hasOwn(marks, candidate);
}

/** Whether a mark is one of a group. */
export function isMarkIn<Group extends MarkRow['group']>(
  markName: MarkName,
  group: Group,
): markName is MarkNameIn<Group> {
  return marks[markName].group === group;
}
