/** An example of every set piece, and of what Markdown has for a document: for the method page. */
import type { DocumentText } from '../edition/document.ts';
import { divisions, lineBreak, setPieces } from '../edition/set-pieces.ts';
import { readExample } from './read-example.ts';

/** What is written without a name. */
const forms = {
  'Numbered points': {
    gloss: 'Each on a line of its own, from 1. After the number a full stop, as printed.',
    written: '1. The first point.\n2. The second.',
  },
  'Points without a number': {
    gloss: 'The dash is written, and is not printed.',
    written: '- One point.\n- Another.',
  },
  Table: {
    gloss: 'The first line is its head; under it stands a line of dashes.',
    written: '| Place | Men |\n|---|---|\n| London | 12 |\n| Moscow | 9 |',
  },
  'Words set in': {
    gloss: 'What the text quotes at length, set in on the page.',
    written: '> The words that are quoted.',
  },
  Italics: {
    gloss: 'Words that are printed in italics.',
    written: 'in the *Morning Post* of that day',
  },
  'A note of the source': {
    gloss: 'Called under its printed number, and written at the end of the file.',
    written: 'Undoubtedly Litvinov[^56] while in London\n\n[^56]: Soviet Commissar for Foreign Affairs.',
  },
  'A note of the edition': {
    gloss: 'Under a small letter; it ends with its source.',
    written: 'the Kremlin[^a] who in past conversations\n\n[^a]: Unnamed in the copy-text. Source: the copy-text.',
  },
  'A number at the beginning': {
    gloss: 'A backslash says that the next sign is printed.',
    written: '39\\. The usual emissary of the Kremlin',
  },
} as const;

type FormName = keyof typeof forms;
type ElementName = keyof typeof setPieces | keyof typeof divisions | typeof lineBreak.name;

/** What an editor writes for each element. */
const written: Readonly<Record<ElementName, string>> = {
  Opener: '<Opener>No. 412</Opener>',
  Dateline: '<Dateline>Moscow, undated.</Dateline>',
  Salutation: '<Salutation>Sir:</Salutation>',
  Closer: '<Closer>Respectfully yours,</Closer>',
  Signature: '<Signature>Henderson</Signature>',
  Break: 'For the Secretary of State:<Break/>\nThe Under Secretary',
  Enclosure: '<Enclosure>\n\n# The Embassy to the Foreign Office\n\nIts text.\n\n</Enclosure>',
  Section: '<Section>\n\n# II. The frontier\n\nIts text.\n\n</Section>',
  Quoted: '<Quoted>\n\n# Telegram from Tokyo\n\nIts text.\n\n</Quoted>',
};

/** One set piece, explained by an example. */
export interface SetPieceExample {
  readonly name: FormName | ElementName;
  readonly gloss: string;
  readonly written: string;
  readonly example: DocumentText;
}

/**
 * Every set piece in the order of the register, then what has no name.
 *
 * @throws Error when the reader finds a problem in an example.
 */
export function setPieceExamples(): SetPieceExample[] {
  const glosses = {
    ...setPieces,
    [lineBreak.name]: lineBreak,
    ...divisions,
  } as const satisfies Readonly<Record<ElementName, { gloss: string }>>;
  return [
    ...(Object.keys(glosses) as ElementName[]).map((name) => ({
      name,
      gloss: glosses[name].gloss,
      written: written[name],
    })),
    ...(Object.keys(forms) as FormName[]).map((name) => ({ name, ...forms[name] })),
  ].map((one) => ({ ...one, example: readExample(one.name, one.written) }));
}
