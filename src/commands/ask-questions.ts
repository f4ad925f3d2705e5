/** Asks an editor what a new document needs, one question after the other. */
import type { Answers, Around } from './new-answers.ts';
import { questions } from './new-questions.ts';

/** Where questions are put: a terminal, or a test. */
export interface Interview {
  readonly question: (text: string) => Promise<string>;
}

/**
 * Asks what is not answered yet, each question until its answer will do. An empty answer takes the
 * likely one, which stands in brackets, or leaves an optional question open.
 *
 * @param look Reads what answers are held against, before each: an editor may enter somebody new meanwhile.
 * @param say Tells the editor something between two questions.
 */
export async function askQuestions(
  given: Answers,
  look: () => Promise<Around>,
  interview: Interview,
  say: (sentence: string) => void,
): Promise<Answers> {
  const answers: Record<string, string | undefined> = { ...given };
  say('An empty answer takes what stands in brackets, or leaves an optional question open.');
  say('Ctrl+C stops, and writes nothing.');
  for (const question of questions) {
    const need = question.need(answers, await look());
    if (need === 'none' || answers[question.flag] !== undefined) continue;
    if (question.because) say(question.because(answers));
    while (answers[question.flag] === undefined) {
      const around = await look();
      const likely = question.likely?.(answers, around);
      const hint = likely ? ` [${likely}]` : need === 'optional' ? ' (optional)' : '';
      const written = (await interview.question(`${question.ask}${hint}: `)).trim() || likely;
      if (written) {
        const fault = question.fault?.(written, await look(), answers);
        if (fault === undefined) answers[question.flag] = written;
        else say(`  ${fault}`);
      } else if (need === 'optional') break;
      else say('  This one is needed.');
    }
  }
  return answers;
}
