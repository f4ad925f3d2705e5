/** The List of Papers in the front of a volume → a summary for each document that it surely describes. */
import { readDateline } from '../edition/printed-date.ts';
import { elementsNamed, headOf, wordsOf, type Volume, type XmlElement } from './read-volume.ts';

/** What of a document the list is asked by. */
interface Listed {
  readonly page: string | undefined;
  /** `1936-02-26`, of sending; where none is known, of receipt. */
  readonly date: string | undefined;
  readonly number: string | undefined;
}

/** The summaries of documents by page and day, then number, then order; undefined where the list is silent. */
export function summariesOf(volume: Pick<Volume, 'front'>, documents: readonly Listed[]): (string | undefined)[] {
  const rows = Map.groupBy(volume.front ? papersIn(volume.front) : [], ({ page, day }) => `${page} ${day}`);
  const found = new Map<Listed, string>();
  const asked = Map.groupBy(documents, ({ page = '', date = '' }) => `${page} ${date.slice(5)}`);
  for (const [key, group] of asked) {
    const papers = new Set(rows.get(key));
    const left = group.filter((document) => {
      const paper = [...papers].find(({ number }) => number !== undefined && number === document.number);
      if (paper === undefined) return true;
      papers.delete(paper);
      found.set(document, paper.summary);
      return false;
    });
    if (left.length !== papers.size) continue;
    [...papers].forEach(({ summary }, index) => {
      const document = left[index];
      if (document) found.set(document, summary);
    });
  }
  return documents.map((document) => found.get(document) || undefined);
}

/** The rows of the list. */
function papersIn(front: XmlElement) {
  const lists = elementsNamed('div', front).filter(
    (part) => part.attributes['xml:id'] === 'papers' || /^list of papers/i.test(wordsOf(headOf(part))),
  );
  let day = '';
  return lists
    .flatMap((list) => elementsNamed('row', list))
    .flatMap((row) => {
      const cells = elementsNamed('cell', row);
      // Volumes before 1906 list number, correspondents, day, subject and page.
      const isOlder = cells.length === 5;
      const [when, subject, page] = isOlder ? cells.slice(2) : cells;
      const printed = wordsOf(when);
      // A cell that is empty, or says ditto, means the day above; its year is printed only where it changes, and the page tells it.
      if (!/^\W*(?:do\W*)?$/i.test(printed)) day = dayOf(printed);
      if (isOlder && subject !== undefined) {
        const summary = wordsOf(subject);
        // Of what is listed as the same again, nothing is said.
        const said = /^\W*(?:do|ditto|(?:the )?same(?: subject)?)\W*$/i.test(summary) ? '' : summary;
        return summary === '' ? [] : [{ page: wordsOf(page), day, number: wordsOf(cells[0]), summary: said }];
      }
      const lines = subject?.children ?? [];
      const after = lines.findIndex((child) => typeof child !== 'string' && child.name === 'lb');
      if (subject === undefined || after < 0 || day === '') return [];
      const summary = wordsOf({ ...subject, children: lines.slice(after + 1) });
      // What stands in brackets after the day: `2570`.
      const number = /\((?:No\. )?([^()]+)\)$/.exec(printed)?.[1];
      return summary === '' ? [] : [{ page: wordsOf(page), day, number, summary }];
    });
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** `1936 Feb. 26 (2570)` → `02-26`, `Undated [Rec’d Sept. 18] (63)` → `09-18`; empty where no day is printed. */
function dayOf(printed: string): string {
  const [, name = '', day = ''] = /(?<!\p{L})(\p{L}+)\.? \[?(\d{1,2})(?!\d)/u.exec(printed) ?? [];
  const month = months.findIndex((short) => name.startsWith(short.slice(0, 3)));
  if (month < 0) return readDateline(printed).date?.slice(-5) ?? '';
  return `${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
