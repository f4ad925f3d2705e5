/** The List of Papers in the front of a volume → a summary for each document that it surely describes. */
import { monthNumber } from '../edition/date-words.ts';
import { readDateline } from '../edition/printed-date.ts';
import { elementsNamed, headOf, isLineEnd, wordsOf, type Volume, type XmlElement } from './read-volume.ts';
import type { Mapped } from './write-file.ts';

/** The summaries of documents by page and day of sending, else of receipt, then number, then order. */
export function summariesOf({ front }: Pick<Volume, 'front'>, documents: readonly Mapped[]): Map<Mapped, string> {
  const rows = Map.groupBy(front ? papersIn(front) : [], ({ page, day }) => `${page} ${day}`);
  const found = new Map<Mapped, string>();
  const asked = Map.groupBy(documents, ({ document: { firstPage = '' }, dates }) => {
    const { date = '' } = dates.dateSent ?? dates.dateReceived ?? {};
    return `${firstPage} ${date.slice(5)}`;
  });
  for (const [key, group] of asked) {
    const papers = new Set(rows.get(key));
    const left = group.filter((one) => {
      const paper = [...papers].find(({ number }) => number !== undefined && number === one.printed.number);
      if (paper === undefined) return true;
      papers.delete(paper);
      found.set(one, paper.summary);
      return false;
    });
    if (left.length !== papers.size) continue;
    [...papers].forEach(({ summary }, index) => {
      const one = left[index];
      if (one) found.set(one, summary);
    });
  }
  return new Map([...found].filter(([, summary]) => !isDitto(summary)));
}

/** The rows of the list. */
function papersIn(front: XmlElement) {
  const lists = elementsNamed('div', front).filter(
    (part) => part.attributes['xml:id'] === 'papers' || /^list of papers/i.test(wordsOf(headOf(part))),
  );
  let day = '';
  // Volumes before 1917 have number and correspondents in columns of their own.
  let columns = [2, 3, 4];
  const papers = lists
    .flatMap((list) => elementsNamed('row', list))
    .flatMap((row) => {
      const cells = elementsNamed('cell', row);
      const isOlder = cells.length === 5;
      const named = ['Date', 'Subject', 'Page'].map((name) =>
        cells.findIndex((cell) => wordsOf(cell).startsWith(name)),
      );
      if (isOlder && !named.includes(-1)) {
        columns = named;
        return [];
      }
      const [when, subject, page] = isOlder ? columns.map((column) => cells[column]) : cells;
      const printed = wordsOf(when);
      // A cell that is empty, or says ditto, means the day above; its year is printed only where it changes, and the
      // page tells it.
      if (!/^[\W_]*(?:do[\W_]*)?$/i.test(printed)) day = dayOf(printed);
      const lines = subject?.children ?? [];
      const after = lines.findIndex(isLineEnd);
      if (subject === undefined || day === '' || (after < 0 && !isOlder)) return [];
      const summary = isOlder ? wordsOf(subject) : wordsOf({ ...subject, children: lines.slice(after + 1) });
      // What stands in brackets after the day: `2570`.
      const number = isOlder ? wordsOf(cells[0]) : /\((?:No\. )?([^()]+)\)$/.exec(printed)?.[1];
      return summary === '' ? [] : [{ page: wordsOf(page), day, number, summary }];
    });
  // A second list may give the same papers by countries.
  return [...new Map(papers.map((paper) => [Object.values(paper).join('\n'), paper])).values()];
}

/** What is listed as the same again says nothing of it. */
const isDitto = (summary: string): boolean => /^[\W_]*(?:do|(?:the )?same(?: subject)?)[\W_]*$/i.test(summary);

/** `1936 Feb. 26 (2570)` → `02-26`, `Undated [Rec’d Sept. 18] (63)` → `09-18`; empty where no day is printed. */
function dayOf(printed: string): string {
  const [, name = '', day = ''] = /(?<!\p{L})(\p{L}+)\.? \[?(\d{1,2})(?!\d)/u.exec(printed) ?? [];
  const month = monthNumber(name);
  if (month === 0) return readDateline(printed).date?.slice(-5) ?? '';
  return `${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
