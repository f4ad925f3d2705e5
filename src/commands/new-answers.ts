/** Answers about a new document, and what can be read from them. */

import { identifierOf } from '../edition/identifier.ts';

import { dateAsPrinted, dateInFigures, isInFigures, yearIn, type NewDate } from './new-date.ts';
import type { Register } from '../schema/register.ts';
import { documentKinds } from '../schema/frontmatter.ts';
import { isRealDate } from '../schema/scalars.ts';
import type { Volume } from '../schema/settings.ts';

/** What answers are held against. */
export interface Around {
  readonly register: Register;
  readonly volumes: Readonly<Record<string, Volume>>;
  /** Names that documents have or had: a new one takes another. */
  readonly taken: ReadonlySet<string>;
  /** What is wrong with a plain-text file, in a sentence; undefined where it can be read. */
  readonly textFault: (path: string) => string | undefined;
}

/** Answers by flag; one that is not there was not given. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** The two sides of a heading such as `The Chargé in the Soviet Union (Henderson) to the Secretary of State`. */
export function sideOf(answers: Answers, which: 0 | 1): { office?: string; name?: string } {
  const heading = (answers['heading'] ?? '').replaceAll('|', ' ').replace(/\s+/g, ' ');
  const side = /^(.+?) to (.+)$/.exec(heading)?.[which + 1];
  const [, office, name] = /^(?:[Tt]he )?(.+?)(?: \(([^)]+)\))?$/.exec(side ?? '') ?? [];
  return { ...(office && { office }), ...(name && { name }) };
}

/** A date as the answers give it; undefined where it cannot be read. */
export function answeredDate(flag: 'sent' | 'received', answers: Answers): NewDate | undefined {
  const answer = answers[flag];
  if (answer === undefined) return undefined;
  if (isInFigures(answer)) {
    return isRealDate(answer) ? dateInFigures(answer, answers[`${flag}-reason`]) : undefined;
  }
  const number = answers['year'] ?? yearIn(answer);
  if (number === undefined) return undefined;
  const of = flag === 'received' && yearIn(answers['sent'] ?? '') ? 'dateline' : 'volume';
  const sent = flag === 'received' ? answeredDate('sent', answers)?.date : undefined;
  const read = dateAsPrinted(answer, { number, of }, sent);
  return read && isRealDate(read.date) ? read : undefined;
}

/** The name that a document with these answers has, without a letter; undefined while they do not tell. */
export function answeredName(answers: Answers): string | undefined {
  const kind = documentKinds.find((known) => known === answers['kind']);
  const sent = answeredDate('sent', answers);
  const number = answers['number'] === undefined ? undefined : Number(answers['number']);
  if (kind === undefined || sent === undefined) return undefined;
  const at = (place: string | undefined) => [{ office: '', ...(place && { place }) }];
  return identifierOf({
    kind,
    ...(number !== undefined && {
      [kind === 'despatch' ? 'despatchNumber' : 'telegramNumber']: number,
    }),
    sender: at(answers['post']),
    recipient: at(answers['to']),
    dateSent: { supplied: [], inferred: [], ...sent },
  });
}
