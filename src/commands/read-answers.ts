/** Holds the answers about a new document against the register of questions. */
import type { Answers, Around } from './new-answers.ts';
import { questions, type Question } from './new-questions.ts';

/** What is missing from some answers, and what is wrong with them, once the likely ones are taken. */
export interface Reading {
  readonly answers: Answers;
  /** Flags whose answers were taken as likely. */
  readonly taken: readonly string[];
  readonly missing: readonly Question[];
  readonly faults: readonly string[];
}

/** Holds answers against the register of questions. */
export function readAnswers(given: Answers, around: Around): Reading {
  const answers: Record<string, string | undefined> = { ...given };
  const taken: string[] = [];
  const missing: Question[] = [];
  const faults: string[] = [];
  for (const question of questions) {
    const need = question.need(answers, around);
    const written = answers[question.flag];
    if (written === undefined && need !== 'none') {
      const likely = question.likely?.(answers, around);
      if (likely) {
        answers[question.flag] = likely;
        taken.push(question.flag);
      } else if (need === 'required') missing.push(question);
      continue;
    }
    if (written === undefined) continue;
    const fault =
      need === 'none' ? 'Leave it out: this document needs none.' : question.fault?.(written, around, answers);
    if (fault !== undefined) faults.push(`--${question.flag}: ${fault}`);
  }
  return { answers, taken, missing, faults };
}
