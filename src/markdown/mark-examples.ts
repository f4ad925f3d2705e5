/** An example of every mark as an editor writes it, with what becomes of it: for the method page. */
import type { DocumentText } from '../edition/document.ts';
import { isMarkName, markRow, marks, type MarkAttribute, type MarkName } from '../edition/marks.ts';
import { textOf } from '../edition/text.ts';
import { readExample } from './read-example.ts';

/** What an editor writes: words of telegram 39 where they bear the mark, plain words where none do. */
const written: Readonly<Record<MarkName, string>> = {
  Sic: 'an uneasy feeling that <Sic>on</Sic> the outbreak',
  Supplied: 'the spread of Communism <Supplied>to support such attacks.</Supplied>',
  Corrected: 'the <Corrected was="recieved">received</Corrected> text',
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

/** One mark, explained by an example. */
export interface MarkExample {
  readonly name: MarkName;
  readonly gloss: string;
  readonly written: string;
  readonly printed: string;
  readonly example: DocumentText;
  readonly reading: string;
  /** Attributes that this mark has and others have not. */
  readonly attributes: readonly (MarkAttribute & { readonly name: string })[];
}

/** Attributes of every intervention, which an explanation need give only once. */
export const sharedAttributes = marks.Sic.attributes;

/**
 * Every mark in the order of the register, its example read as a document is.
 *
 * @throws Error when the reader finds a problem in an example.
 */
export function markExamples(): MarkExample[] {
  return Object.keys(marks)
    .filter(isMarkName)
    .map((name) => {
      const example = readExample(name, written[name]);
      const [paragraph] = example.body;
      if (paragraph?.type !== 'paragraph') throw new Error(`The example of ${name} is no words.`);
      const row = markRow(name);
      return {
        name,
        gloss: row.gloss,
        written: written[name],
        example,
        printed: textOf(paragraph.children, 'printed'),
        reading: textOf(paragraph.children, 'reading').replace(/ {2,}/g, ' '),
        attributes: Object.entries(row.attributes)
          .filter(([attribute]) => !Object.hasOwn(sharedAttributes, attribute))
          .map(([attribute, of]) => ({ name: attribute, ...of })),
      };
    });
}
