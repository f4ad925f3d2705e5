/** Answers about a new document → its record, as its file will write it. */
import { dateWords } from '../edition/date-words.ts';

import type { NewDate } from './new-date.ts';
import { answeredDate, type Answers, type Around } from './new-answers.ts';
import type { Register } from '../schema/register.ts';

/**
 * Makes the record.
 *
 * @param answers Complete and without fault, as `readAnswers` gives them.
 * @param rights Under what rights the text of the edition stands.
 * @param today The day of the first revision, `YYYY-MM-DD`.
 * @throws Error when the date sent cannot be read, which `readAnswers` would have found.
 */
export function newRecord(
  answers: Answers,
  { register }: Pick<Around, 'register'>,
  rights: string,
  today: string,
): Record<string, unknown> {
  const { kind = '', number, volume = '', document, url = '' } = answers;
  const dateSent = answeredDate('sent', answers);
  if (!dateSent) throw new Error('The date sent cannot be read.');
  const dateReceived = answeredDate('received', answers);
  const side = (who: 'sender' | 'recipient', place: string | undefined) => ({
    ...(answers[who] && { person: answers[who] }),
    office: answers[`${who}-office`],
    ...(place && { place }),
  });
  const where = document ? `document ${document}` : 'the document';
  return {
    fileNumber: answers['file-number'],
    kind,
    ...(number && { [kind === 'despatch' ? 'despatchNumber' : 'telegramNumber']: Number(number) }),
    sender: side('sender', answers['post']),
    recipient: side('recipient', answers['to']),
    dateSent,
    ...(dateReceived && { dateReceived }),
    source: {
      volume,
      ...(document && { document: Number(document) }),
      copyText: `The text of ${where} of the volume, as ${new URL(url).hostname} shows it.`,
      url,
      rights,
      collated: false,
      collation: 'Not collated with the printed page.',
    },
    summary: answers['summary'] ?? plainSummary(answers, dateSent, register),
    ...(dateSent.printed === undefined && {
      absent: ['The copy-text has no dateline; whether the printed page has one was not seen.'],
    }),
    revisions: [{ version: 1, date: today, change: 'First published.' }],
  };
}

/** What can be said of a document before it is read: `Telegram 40 from Moscow, February 3, 1936.` */
function plainSummary(answers: Answers, sent: NewDate, register: Register): string {
  const { kind = '', number, post = '' } = answers;
  const date = dateWords({ supplied: [], inferred: [], ...sent, hour: undefined });
  const name = [kind.charAt(0).toUpperCase() + kind.slice(1), number].filter(Boolean).join(' ');
  return `${name} from ${register.get(post)?.name ?? post}, ${date}.`;
}
