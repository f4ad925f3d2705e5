/**
 * The register of marks: one row a mark, from which every output takes what it needs. Names are those of the TEI
 * Guidelines, chapters 3 (core), 11 (primary sources) and 13 (names and dates), https://tei-c.org/guidelines/.
 */

/** What an attribute of a mark holds: an id of the register, a date (ISO 8601), a tag (BCP 47), or one of a list. */
export type AttributeType = 'register' | 'date' | 'language' | 'page' | 'words' | readonly string[];

export interface MarkAttribute {
  readonly type: AttributeType;
  readonly required: boolean;
  /** For the editor: what to write here. */
  readonly description: string;
}

export interface MarkRow {
  /** What kind of mark it is: an intervention is listed in the apparatus, a name leads to the register. */
  readonly group: 'intervention' | 'name' | 'structure';
  /** What it means, in one sentence for a reader who meets it. */
  readonly gloss: string;
  /** Whether it holds words of the source, words of whoever made the mark (`own`), or none. */
  readonly content: 'words' | 'own' | 'empty';
  readonly attributes: Readonly<Record<string, MarkAttribute>>;
  /** Text as printed: what the volume prints around the words. */
  readonly printed: { readonly before: string; readonly after: string };
  /** Reading text: the words alone (`words`), or nothing (`omitted`). */
  readonly reading: 'words' | 'omitted';
  /** What search sees of the affixes: `ignored` where they would break a phrase. */
  readonly search: 'kept' | 'ignored';
  /** TEI element that holds the words. */
  readonly tei: string;
}

const required = (type: AttributeType, description: string): MarkAttribute => ({ type, required: true, description });
const optional = (type: AttributeType, description: string): MarkAttribute => ({ type, required: false, description });

/** Most marks hold words, print nothing of their own, and their words are read and searched as they stand. */
const structure = {
  group: 'structure',
  content: 'words',
  printed: { before: '', after: '' },
  reading: 'words',
  search: 'kept',
} as const;

const by = optional(
  ['source', 'edition'],
  'Whose the mark is: `source` (the default) if it is printed in the copy-text, `edition` if we made it.',
);
const reason = optional('words', 'Why, in one sentence; shown in the apparatus.');
const intervention = { ...structure, group: 'intervention', attributes: { by, reason } } as const;
const cert = optional(
  ['low'],
  '`low` where the volume doubts it, with a question mark before the bracket that closes: `[then?]`.',
);

/** A name: its words lead to the entry of the register that `id` gives. */
const name = (what: string) =>
  ({
    ...structure,
    group: 'name',
    gloss: `A ${what} in the register.`,
    attributes: { id: required('register', `The id of the ${what} in content/register/.`) },
  }) as const;

export const marks = {
  // FRUS prints [sic] after the words it vouches for.
  Sic: {
    ...intervention,
    gloss: 'So in the source: the words stand thus in the copy-text.',
    printed: { before: '', after: ' [sic]' },
    search: 'ignored',
    tei: 'sic',
  },
  // FRUS’s later method (1958–60, vol. II, preface) brackets omissions; for 1936 that is inferred.
  Supplied: {
    ...intervention,
    content: 'own',
    gloss: 'Supplied: words that an editor has put in, in brackets.',
    attributes: { cert, by, reason },
    printed: { before: '[', after: ']' },
    tei: 'supplied',
  },
  // FRUS prints most corrections beside the wrong word, which stays: `its [their]`, `4[48]`.
  Corrected: {
    ...intervention,
    content: 'own',
    gloss: 'Corrected: the words in brackets are right where the source has an error.',
    attributes: {
      was: required('words', 'The wrong words.'),
      printed: optional(
        ['beside', 'joined'],
        'Where the volume prints the wrong words too: `beside` the right ones, `its [their]`, or `joined` to them, `4[48]`. Left out, it prints the right ones alone, `[their]`.',
      ),
      cert,
      by,
      reason,
    },
    printed: { before: '[', after: ']' },
    tei: 'corr',
  },
  Unclear: {
    ...intervention,
    gloss: 'Unclear: the reading of these words is doubtful.',
    printed: { before: '', after: ' [?]' },
    search: 'ignored',
    tei: 'unclear',
  },
  // The words inside are what the volume prints in place of what is missing: [garbled group], . . .
  Gap: {
    ...intervention,
    content: 'own',
    gloss: 'Gap: something is missing here.',
    attributes: {
      why: required(
        ['omitted', 'garbled', 'classified'],
        'Why words are missing: omitted by the editors, garbled in transmission, or still classified.',
      ),
      by,
      reason,
    },
    tei: 'gap',
  },
  Added: { ...intervention, gloss: 'Added: written into the source after it was first set down.', tei: 'add' },
  Deleted: { ...intervention, gloss: 'Deleted: struck out in the source.', reading: 'omitted', tei: 'del' },
  // A milestone: it never divides a word, a phrase or a copied quotation.
  PageBreak: {
    ...structure,
    gloss: 'Here a new page of the printed volume begins.',
    content: 'empty',
    attributes: { n: required('page', 'The number of the page that begins.') },
    tei: 'pb',
  },
  Foreign: {
    ...structure,
    gloss: 'Words in another language.',
    attributes: { lang: required('language', 'The language: `fr`, `ru-Latn`.') },
    tei: 'foreign',
  },
  Person: { ...name('person'), tei: 'persName' },
  Place: { ...name('place'), tei: 'placeName' },
  Organization: { ...name('organization'), gloss: 'An organization in the register.', tei: 'orgName' },
  Term: { ...name('term'), gloss: 'A term explained in the register.', tei: 'term' },
  Date: {
    ...structure,
    gloss: 'A date.',
    attributes: {
      when: required('date', 'The date meant, in figures: `1936-01-29`.'),
      event: optional('words', 'What happened then; makes the date an entry of the chronology.'),
      inferred: optional('words', 'Why the date is the edition’s inference, if it is one.'),
    },
    tei: 'date',
  },
  // supra, ante, p. 33, Not printed: a reference by the source to something elsewhere.
  Ref: {
    ...structure,
    gloss: 'A reference to another document or page.',
    attributes: {
      to: required(
        'words',
        'A document id of this edition, an anchor in this document (`#p3`), an address, or `not-printed`.',
      ),
    },
    tei: 'ref',
  },
} as const satisfies Record<string, MarkRow>;

export type MarkName = keyof typeof marks;

/** The names of the marks of a group: a switch over them is whole, or it does not compile. */
export type MarkNameIn<Group extends MarkRow['group']> = {
  [Name in MarkName]: (typeof marks)[Name]['group'] extends Group ? Name : never;
}[MarkName];

/** The row of a mark, with the general type. */
export const markRow = (markName: MarkName): MarkRow => marks[markName];

/** What the text as printed has of a mark: of the edition's own, unless `withOurs`, only the words that it corrects. */
export function printingOf(
  name: MarkName,
  { by, was = '', printed, cert }: Readonly<Record<string, string>>,
  withOurs = false,
) {
  const row = markRow(name);
  const isOurs = by === 'edition';
  if (isOurs && !withOurs) return { was, before: '', words: row.content !== 'own', after: '' };
  const stands = isOurs ? 'beside' : printed;
  return {
    /** The words that it says were wrong. */
    was: stands === undefined ? '' : was,
    /** The signs around its own words, and whether those are printed. */
    before: (stands === 'beside' && was !== '' ? ' ' : '') + row.printed.before,
    words: true,
    after: (cert === 'low' ? '?' : '') + row.printed.after,
  };
}

/** Whether a name is that of a registered mark. */
export const isMarkName = (candidate: string): candidate is MarkName => Object.hasOwn(marks, candidate);

/** Whether a mark is one of a group. */
export const isMarkIn = <Group extends MarkRow['group']>(mark: MarkName, group: Group): mark is MarkNameIn<Group> =>
  marks[mark].group === group;
