/** Examples of marks and set pieces: what an editor writes, read as a document is, and shown as its page shows it. */
import { markRow, marks, type MarkAttribute, type MarkName } from '../edition/marks.ts';
import { divisions, setPieceAttributes, setPieces, signs, styles } from '../edition/set-pieces.ts';
import { textOf } from '../edition/text.ts';
import { isSetPiece } from '../markdown/read-inlines.ts';
import { readDocument } from '../markdown/read-document.ts';
import { exampleHtml } from '../outputs/html.ts';

/** In the order of the register; words of telegram 39 where they bear the mark, plain words where none do. */
const marked: Readonly<Record<MarkName, string>> = {
  Sic: 'an uneasy feeling that <Sic>on</Sic> the outbreak',
  Supplied: 'the spread of Communism <Supplied>to support such attacks.</Supplied>',
  Corrected: 'the Government lost <Corrected was="its" printed="beside">their</Corrected> train',
  Unclear: 'at <Unclear>eight</Unclear> o’clock',
  Gap: 'the train <Gap why="garbled">[garbled group]</Gap> arrived',
  Added: 'the <Added>whole</Added> company',
  Deleted: 'the <Deleted>very</Deleted> same day',
  PageBreak: 'the Man<PageBreak n="33"/>churian soldiers',
  Foreign: 'an <Foreign lang="fr">aide-mémoire</Foreign> was left',
  Person: 'Undoubtedly <Person id="litvinov-maxim">Litvinov</Person>',
  Place: 'while in <Place id="london">London</Place>',
  Organization: 'as reported in the <Organization id="pravda">Pravda</Organization>',
  Term: 'The usual emissary of the <Term id="kremlin">Kremlin</Term>',
  Date: 'on <Date when="1936-01-29">January 29th</Date>',
  Ref: 'see <Ref to="moscow-1936-39">telegram 39</Ref>',
};

const pieces = { ...setPieces, ...signs, ...styles, ...divisions };

const piecesWritten: Readonly<Record<keyof typeof pieces, string>> = {
  Opener: '<Opener>No. 412</Opener>',
  Dateline: '<Dateline>Moscow, undated.</Dateline>',
  Received: '<Received>[Received January 31—2:55 p.m.]</Received>',
  Salutation: '<Salutation>Sir:</Salutation>',
  Subheading: '<Subheading>Article 2</Subheading>',
  Paragraph: '<Paragraph align="center">Done in two copies</Paragraph>',
  Closer: '<Closer>Respectfully yours,</Closer>',
  Signature: '<Signature>Henderson</Signature>',
  Break: 'For the Secretary of State:<Break/>\nThe Under Secretary',
  Across: '| Place | Men | Horses |\n|---|---|---|\n| London | none | <Across/> |',
  Italic: 'the 20<Italic>th</Italic> instant',
  Bold: 'Article 3<Bold>a</Bold>',
  SmallCaps: '<SmallCaps>Henderson</SmallCaps>',
  Superscript: 'le 1<Superscript>er</Superscript> février',
  Subscript: 'H<Subscript>2</Subscript>O',
  Underline: 'by <Underline>no</Underline> means',
  Enclosure: '<Enclosure>\n\n# The Embassy to the Foreign Office\n\nIts text.\n\n</Enclosure>',
  Section: '<Section>\n\n# II. The frontier\n\nIts text.\n\n</Section>',
  Quoted: '<Quoted>\n\n# Telegram from Tokyo\n\nIts text.\n\n</Quoted>',
  Postscript: '<Postscript>\n\nP. S. The train has arrived.\n\n</Postscript>',
};

/** What is written without a name of its own: name, gloss, example. */
const unnamed = [
  [
    'Numbered points',
    'Each on a line of its own, from 1. After the number a full stop, as printed.',
    '1. The first point.\n2. The second.',
  ],
  ['Points without a number', 'The dash is written, and is not printed.', '- One point.\n- Another.'],
  [
    'Table',
    'The first line is its head; under it stands a line of dashes. A table without a head has a first line of empty cells: `| | |`.',
    '| Place | Men |\n|---|---|\n| London | 12 |\n| Moscow | 9 |',
  ],
  ['Words set in', 'What the text quotes at length, set in on the page.', '> The words that are quoted.'],
  ['A row of dots', 'As printed; such a row is not counted among the paragraphs.', '. . . . . . .'],
  ['Italics', 'Words that are printed in italics.', 'in the *Morning Post* of that day'],
  [
    'A note of the source',
    'Called under its printed number, and written at the end of the file. It may be called anywhere in the text, and in the lines that the record prints: `fileLine`, `dateSent.printed`, `dateReceived.printed`.',
    'Undoubtedly Litvinov[^56] while in London\n\n[^56]: Soviet Commissar for Foreign Affairs.',
  ],
  [
    'A note by sign',
    'Under the sign that is printed: a star, a dagger. What returns in one document is counted: `[^2.*]` is its second star, `[^2.8]` its second 8. A letter of the source is always counted, `[^1.a]`, since letters alone are the edition’s.',
    'the delegates[^*] met again[^2.*]\n\n[^*]: Of both Governments.\n[^2.*]: On March 3.',
  ],
  [
    'A note of the edition',
    'Under a small letter; it ends with its source.',
    'the Kremlin[^a] who in past conversations\n\n[^a]: Unnamed in the copy-text. Source: the copy-text.',
  ],
  [
    'Brackets that explain',
    'Another name, a translation, a sum in other money: they stand as printed, without a mark, in both views.',
    'from Zaozernaya [Changkufeng] to Harbin',
  ],
  [
    'A number at the beginning',
    'A backslash says that the next sign is printed.',
    '39\\. The usual emissary of the Kremlin',
  ],
] as const;

const attributesIn = (rows: Readonly<Record<string, MarkAttribute>>) =>
  Object.entries(rows).map(([name, row]) => ({ name, ...row }));

/** Attributes of every intervention, which an explanation need give only once. */
export const sharedAttributes = attributesIn(marks.Sic.attributes);

/** What has an example: every mark, every set piece in the order of the register, then what has no name. */
const explained = {
  marks: Object.entries(marked).map(([name, written]) => {
    const { gloss, attributes } = markRow(name as MarkName);
    const own = attributesIn(attributes).filter((one) => sharedAttributes.every((shared) => shared.name !== one.name));
    return { name, gloss, written, attributes: own };
  }),
  'set pieces': [
    ...Object.entries(piecesWritten).map(([name, written]) => {
      const { gloss } = pieces[name as keyof typeof pieces];
      return { name, gloss, written, attributes: isSetPiece(name) ? attributesIn(setPieceAttributes(name)) : [] };
    }),
    ...unnamed.map(([name, gloss, written]) => ({ name, gloss, written, attributes: [] })),
  ],
};

/**
 * What an editor writes, explained by examples: each as the page of a document shows it, to be looked at only, without
 * addresses and links, and in the words of the reading text where they are other words.
 *
 * @throws Error when the reader finds a problem in an example.
 */
export function examplesOf(kind: keyof typeof explained) {
  return explained[kind].map((one) => {
    const { html, words } = readExample(one.name, one.written);
    const reading = textOf(words, 'reading').replace(/ {2,}/g, ' ');
    return { ...one, html, reading: reading === textOf(words) ? 'the same' : reading };
  });
}

/** Reads an example; throws when the reader finds a problem in it. */
export function readExample(name: string, written: string) {
  // A document begins with a paragraph: before a list, a number would be that of the telegram.
  const { messages, heading, body: all, notes } = readDocument(`---\nx: y\n---\n\n# Example\n\nWords.\n\n${written}\n`);
  if (messages.length > 0) throw new Error(`The example of ${name} cannot be read: ${messages[0]?.actual}`);
  const body = all.slice(1);
  const [first] = body;
  return { html: exampleHtml({ heading, body, notes }), words: first?.type === 'paragraph' ? first.children : [] };
}
