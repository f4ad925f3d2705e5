/** What is said above the results: how many there are, and how sure that is. */
import type { CheckedResults } from './checked-results.ts';

/** The sentence for the reader, announced to screen readers too. */
export function countWords(results: CheckedResults, typed: string): string {
  const { found, complete, checked, candidates } = results;
  const exact = found.filter(({ match }) => match.exact).length;
  const near = found.length - exact;
  const asked = /["“”„«»]/.test(typed) ? typed.trim() : `“${typed.trim()}”`;
  if (found.length === 0) {
    return complete
      ? `No hit for ${asked}.`
      : `No hit for ${asked} among the first ${checked} of ${candidates} documents that may answer.`;
  }
  const number = `${complete ? '' : 'At least '}${documents(found.length)}`;
  const unchecked = complete ? '' : ` ${checked} of ${candidates} that may answer were looked through.`;
  if (exact === 0) return `No exact hit for ${asked}. ${number} near it.${unchecked}`;
  return `${number} for ${asked}${near === 0 ? '' : `, ${near} of them near`}.${unchecked}`;
}

function documents(count: number): string {
  return count === 1 ? '1 document' : `${count.toLocaleString('en')} documents`;
}
