/** The register of questions that make a new document: one row a question, which is also a flag of `npm run new`. */

import { isBefore } from '../edition/historical-date.ts';
import { nearestName } from '../edition/nearest-name.ts';
import { answeredDate, answeredName, sideOf, type Answers, type Around } from './new-answers.ts';
import { impossibleIn, isInFigures, yearIn, type NewDate } from './new-date.ts';
import type { RegisterKind } from '../schema/register.ts';
import { documentKinds } from '../schema/frontmatter.ts';
import { isRealDate } from '../schema/scalars.ts';
import type { HistoricalDate } from '../schema/historical-date.ts';

/** One question. */
export interface Question {
  /** Its name on the command line, without `--`. */
  readonly flag: string;
  /** What is asked. */
  readonly ask: string;
  /** The field of the record that the answer fills; the schema says what it holds. Empty where it fills none. */
  readonly field: string;
  /** Whether it must be answered, may be, or does not arise. */
  readonly need: (answers: Answers, around: Around) => 'required' | 'optional' | 'none';
  /** Why it is asked at all, where that wants a sentence. */
  readonly because?: (answers: Answers) => string;
  /** The likely answer, from those before it. */
  readonly likely?: (answers: Answers, around: Around) => string | undefined;
  /** What is wrong with an answer, in a sentence. */
  readonly fault?: (answer: string, around: Around, answers: Answers) => string | undefined;
}

const required = () => 'required' as const;
const optional = () => 'optional' as const;

/** An id that must stand in a register; offers the nearest. */
const entryOf =
  (kind: RegisterKind) =>
  (id: string, { register }: Around): string | undefined => {
    if (register.get(id)?.kind === kind) return undefined;
    const ids = [...register.values()].filter((entry) => entry.kind === kind).map(({ id }) => id);
    const near = ids.find((known) => known.startsWith(`${id}-`)) ?? nearestName(id, ids);
    const has = ids.length > 20 ? '' : ` It has ${ids.join(', ')}.`;
    const meant = near === undefined ? has : ` Did you mean ${near}?`;
    return `“${id}” is not in register/${kind}.yaml.${meant} A new one is entered there first, in three lines: its id, name: and summary:.`;
  };

const wholeNumber = (answer: string): string | undefined =>
  /^[1-9]\d{0,8}$/.test(answer) ? undefined : `A number is in figures, such as 40, not “${answer}”.`;

/** The one person of the register with the family name that the heading gives. */
const namedPerson =
  (which: 0 | 1) =>
  (answers: Answers, { register }: Around): string | undefined => {
    const { name } = sideOf(answers, which);
    const found = [...register.values()].filter(
      (entry) => entry.kind === 'persons' && (entry.family ?? entry.name.split(' ').at(-1)) === name,
    );
    return found.length === 1 ? found[0]?.id : undefined;
  };

const dateFault =
  (flag: 'sent' | 'received') =>
  (answer: string, _around: Around, answers: Answers): string | undefined => {
    const impossible = isInFigures(answer) ? !isRealDate(answer) && answer : impossibleIn(answer);
    if (impossible) return `There is no “${impossible}”: compare it with the source.`;
    const date = answeredDate(flag, { ...answers, [flag]: answer });
    if (!date)
      return `No day can be read from “${answer}”. Write the line as printed, with its month and day, or the date in figures: 1936-02-03.`;
    const sent = flag === 'received' ? answeredDate('sent', answers) : undefined;
    if (!sent || !isBefore(whole(date), whole(sent))) return undefined;
    return `“${answer}” is before the date sent, ${sent.date}. If only the clocks of two places differ, leave it out here, and write it into the file with the hour and offset of both.`;
  };

const whole = (date: NewDate): HistoricalDate => ({ supplied: [], inferred: [], ...date });

/** Where the name of the document is taken, a letter tells the two apart. */
const letterNeed = (answers: Answers, { taken }: Around): 'required' | 'none' => {
  const name = answeredName(answers);
  return name !== undefined && taken.has(name) ? 'required' : 'none';
};

/** Telegrams and despatches are numbered; of a kind that is misspelt nobody knows. */
const numberNeed = ({ kind }: Answers): 'required' | 'optional' | 'none' => {
  if (kind === 'telegram' || kind === 'despatch') return 'required';
  return documentKinds.some((known) => known === kind) ? 'none' : 'optional';
};

/** A date in figures needs its reason. */
const reasonNeed =
  (flag: 'sent' | 'received') =>
  (answers: Answers): 'required' | 'none' =>
    isInFigures(answers[flag] ?? '') && (answers[flag]?.length ?? 0) > 4 ? 'required' : 'none';

/** All questions, in the order in which they are asked. */
export const questions: readonly Question[] = [
  {
    flag: 'kind',
    ask: `What it is: ${documentKinds.join(', ')}`,
    field: 'kind',
    need: required,
    likely: () => 'telegram',
    fault: (answer) =>
      documentKinds.some((kind) => kind === answer)
        ? undefined
        : `A document is a ${documentKinds.join(', ')}; not “${answer}”.`,
  },
  {
    flag: 'file-number',
    ask: 'File number, as printed',
    field: 'fileNumber',
    need: required,
  },
  {
    flag: 'heading',
    ask: 'Heading, as printed (with | between two lines of it)',
    field: '',
    need: required,
  },
  {
    flag: 'post',
    ask: 'The post that sends it: the id of a place; washington for a message from the Department',
    field: 'sender.place',
    need: required,
    fault: entryOf('places'),
  },
  {
    flag: 'to',
    ask: 'The post that receives it: the id of a place',
    field: 'recipient.place',
    need: ({ post }) => (post === 'washington' ? 'required' : 'optional'),
    likely: ({ post }, { register }) =>
      post !== 'washington' && register.has('washington') ? 'washington' : undefined,
    fault: entryOf('places'),
  },
  {
    flag: 'number',
    ask: 'Number of the telegram or despatch',
    field: 'telegramNumber',
    need: numberNeed,
    fault: wholeNumber,
  },
  {
    flag: 'year',
    ask: 'Year of the document',
    field: '',
    need: required,
    likely: ({ sent, received }) => yearIn(sent ?? '') ?? yearIn(received ?? ''),
    fault: (answer, _around, { sent }) => {
      if (!/^\d{4}$/.test(answer)) return `A year is in four figures, such as 1936, not “${answer}”.`;
      const own = yearIn(sent ?? '');
      return own === undefined || own === answer
        ? undefined
        : `The date sent, “${sent}”, is of another year than ${answer}.`;
    },
  },
  {
    flag: 'sent',
    ask: 'Dateline as printed; where none is printed, the date in figures, as far as it is known',
    field: 'dateSent',
    need: required,
    likely: ({ year }) => year,
    fault: dateFault('sent'),
  },
  {
    flag: 'letter',
    ask: 'A letter, from b on, if this is another document of that name',
    field: '',
    need: letterNeed,
    because: (answers) => `${answeredName(answers)} is here already, and stays as it is.`,
    fault: (answer, { taken }, answers) => {
      if (!/^[b-z]$/.test(answer)) return `A letter from b to z, not “${answer}”.`;
      const name = `${answeredName(answers)}-${answer}`;
      return taken.has(name) ? `${name} is here too. Take the next letter.` : undefined;
    },
  },
  {
    flag: 'sent-reason',
    ask: 'Why that day, which the copy-text does not print: one sentence',
    field: 'dateSent.reason',
    need: reasonNeed('sent'),
  },
  {
    flag: 'received',
    ask: 'Line of receipt as printed, brackets and all',
    field: 'dateReceived',
    need: optional,
    fault: dateFault('received'),
  },
  {
    flag: 'received-reason',
    ask: 'Why it was received that day, which the copy-text does not print: one sentence',
    field: 'dateReceived.reason',
    need: reasonNeed('received'),
  },
  {
    flag: 'sender',
    ask: 'Who sends it: the id of a person',
    field: 'sender.person',
    need: optional,
    likely: namedPerson(0),
    fault: entryOf('persons'),
  },
  {
    flag: 'sender-office',
    ask: 'The sender’s office, as the heading prints it',
    field: 'sender.office',
    need: required,
    likely: (answers) => sideOf(answers, 0).office,
  },
  {
    flag: 'recipient',
    ask: 'To whom: the id of a person',
    field: 'recipient.person',
    need: optional,
    likely: namedPerson(1),
    fault: entryOf('persons'),
  },
  {
    flag: 'recipient-office',
    ask: 'The recipient’s office, as the heading prints it',
    field: 'recipient.office',
    need: required,
    likely: (answers) => sideOf(answers, 1).office,
  },
  {
    flag: 'volume',
    ask: 'Key of the volume in edition.yaml',
    field: 'source.volume',
    need: required,
    likely: (_answers, { volumes }) => {
      const keys = Object.keys(volumes);
      return keys.length === 1 ? keys[0] : undefined;
    },
    fault: (answer, { volumes }) => {
      const keys = Object.keys(volumes);
      return keys.includes(answer) ? undefined : `“${answer}” is no volume of edition.yaml; it has ${keys.join(', ')}.`;
    },
  },
  {
    flag: 'document',
    ask: 'Number of the document in the volume',
    field: 'source.document',
    need: optional,
    fault: wholeNumber,
  },
  {
    flag: 'url',
    ask: 'Address of the copy-text',
    field: 'source.url',
    need: required,
    likely: ({ volume = '', document }, { volumes }) => {
      const address = volumes[volume]?.url;
      return address && document ? `${address}/d${document}` : undefined;
    },
    fault: (answer) =>
      /^https?:\/\/[^\s<>"]+$/.test(answer) ? undefined : `A web address begins with https://, unlike “${answer}”.`,
  },
  {
    flag: 'summary',
    ask: 'What it says, in one or two sentences',
    field: 'summary',
    need: optional,
  },
  {
    flag: 'text',
    ask: 'A plain-text file with its paragraphs, if you have one',
    field: '',
    need: optional,
    fault: (answer, { textFault }) => textFault(answer),
  },
];
