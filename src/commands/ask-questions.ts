/** Asks an editor what a new document needs, one question after the other. */
import type { Answers, Around } from '../schema/new-answers.ts';
import { questions } from '../schema/new-questions.ts';

/** Where questions are put: a terminal, or a test. */
export interface Interview {
  readonly question: (text: string) => Promise<string>;
}

/**
 * Asks what is not answered yet, each question until its answer will do. An empty answer takes the
 * likely one, which stands in brackets, or leaves an optional question open.
 *
 * @param say Tells the editor something between two questions.
 */
export async function askQuestions(
  given: Answers,
  around: Around,
  interview: Interview,
  say: (sentence: string) => void,
): Promise<Answers> {
  const answers: Record<string, string | undefined> = { ...given };
  say('An empty answer takes what stands in brackets, or leaves an optional question open.');
  for (const question of questions) {
    const need = question.need(answers);
    while (!question.unasked && need !== 'none' && answers[question.flag] === undefined) {
      const likely = question.likely?.(answers, around);
      const hint = likely ? ` [${likely}]` : need === 'optional' ? ' (optional)' : '';
      const written = (await interview.question(`${question.ask}${hint}: `)).trim() || likely;
      if (written) {
        const fault = question.fault?.(written, around, answers);
        if (fault === undefined) answers[question.flag] = written;
        else say(`  ${fault}`);
      } else if (need === 'optional') break;
      else say('  This one is needed.');
    }
  }
  return answers;
}
