/** The register of problems, second part: frontmatter, registers, settings and the files themselves. */
import { meant, type Wording } from './wording.ts';

export const contentWordings = {
  'content-missing': (folder: string): Wording => ({
    expected: `a folder ${folder} with edition.yaml, documents/ and register/`,
    actual: 'no such folder',
    mend: 'Create it, or set CONTENT_DIR to the folder that holds the content.',
  }),
  'file-missing': (file: string): Wording => ({
    expected: `the file ${file}`,
    actual: 'no such file',
    mend: 'Create it; the README says what it holds.',
  }),
  'file-unreadable': (reason: string): Wording => ({
    expected: 'a file that can be read',
    actual: reason,
    mend: 'See that it is a plain file and that you may read it.',
  }),
  'file-name': (name: string): Wording => ({
    expected: 'a name of small letters, figures and hyphens, ending in .mdx: moscow-1936-39.mdx',
    actual: name,
    mend: 'Rename the file; what is no document is kept outside of documents/.',
  }),
  'not-utf-8': (): Wording => ({
    expected: 'a file in UTF-8',
    actual: 'bytes that are not UTF-8',
    mend: 'Save the file again with the encoding UTF-8, and see that its accents and quotation marks are right.',
  }),
  'frontmatter-missing': (): Wording => ({
    expected: '--- in the first line, then the record, then --- again',
    actual: 'a file that begins otherwise',
    mend: 'Write the record between two lines of ---; `npm run new` makes a document with all its fields.',
  }),
  'frontmatter-unclosed': (): Wording => ({
    expected: 'a second line of --- after the record',
    actual: 'none',
    mend: 'Write --- on a line of its own before the heading.',
  }),
  'telegram-number': (field: number, printed: string): Wording => ({
    expected: `the text to begin with “${field}. ”, the telegramNumber of the record`,
    actual: `“${printed}”`,
    mend: `Correct telegramNumber, or the number at the beginning of the text (written ${field}\\.).`,
  }),
  'id-disagrees': (id: string, expected: string): Wording => ({
    expected: `the file to be named ${expected}.mdx, as its record says`,
    actual: `${id}.mdx`,
    mend: `Rename the file to ${expected}.mdx, or correct the place, year or number in the record.`,
  }),
  'received-before-sent': (sent: string, received: string): Wording => ({
    expected: `a date of receipt not before the date sent, ${sent}`,
    actual: received,
    mend: 'Correct one of the two. If only the clocks of two places differ, give hour and offset of both.',
  }),
  'revisions-order': (expected: number, found: number): Wording => ({
    expected: `version ${expected} here: revisions stand in order, from version 1`,
    actual: `version ${found}`,
    mend: 'Number the revisions 1, 2, 3 … with the newest last.',
  }),
  'revisions-dates': (previous: string, found: string): Wording => ({
    expected: `a date not before ${previous}, the date of the revision before`,
    actual: found,
    mend: 'Correct the date.',
  }),
  'entry-unknown': (kind: string, id: string, suggestion: string | undefined): Wording => ({
    expected: `the id of an entry in register/${kind}.yaml`,
    actual: id,
    mend: `${meant(suggestion)}Correct the id, or add the entry to register/${kind}.yaml.`,
  }),
  'entry-wrong-register': (kind: string, id: string, foundIn: string): Wording => ({
    expected: `the id of an entry in register/${kind}.yaml`,
    actual: `${id}, which stands in register/${foundIn}.yaml`,
    mend: 'Use the mark or field that names such an entry, or correct the id.',
  }),
  'entry-twice': (id: string, where: string): Wording => ({
    expected: 'ids that are unique across the four registers',
    actual: `${id}, already given in ${where}`,
    mend: 'Give one of the two entries another id, also where documents name it.',
  }),
  'volume-unknown': (key: string, suggestion: string | undefined): Wording => ({
    expected: 'the key of a volume in edition.yaml',
    actual: key,
    mend: `${meant(suggestion)}Correct the key, or add the volume to edition.yaml.`,
  }),
  'document-unknown': (id: string, suggestion: string | undefined): Wording => ({
    expected: 'the id of a document of this edition',
    actual: id,
    mend: `${meant(suggestion)}Correct the id, or remove the field while the document is not here.`,
  }),
  'reference-unknown': (target: string, suggestion: string | undefined): Wording => ({
    expected:
      'a document of this edition, a paragraph or note that it has (#p3, moscow-1936-39#p3), an address (https://…), or not-printed',
    actual: target,
    mend: `${meant(suggestion)}Correct the target of the reference.`,
  }),
} as const;
