/** A document ↔ its record in the Pagefind index. */
import { fromIndexText, toIndexText } from './index-text.ts';
import type { IndexedPage } from './page-passages.ts';
import type { Passage } from './passage.ts';
import { fieldWordsAnchor, fieldWordsOfRecord, recordLabels } from './record-words.ts';

/** What Pagefind's `addCustomRecord` takes. */
export interface IndexRecord {
  readonly url: string;
  readonly content: string;
  readonly language: string;
  readonly meta: Record<string, string>;
  readonly sort: Record<string, string>;
}

/** A document as the search page has it back from the index. */
export interface IndexedDocument {
  readonly title: string;
  /** `761.9315 Manchuria/35 · Telegram 39 · Loy W. Henderson to Cordell Hull · January 31, 1936` */
  readonly recordLine: string;
  /** The text, then the record, as passages to be checked and shown. */
  readonly passages: readonly Passage[];
}

/**
 * Makes the record of a page: its text, then its record in words, so that plain words find it
 * too, then the words that fields ask for.
 *
 * @param url Address of the page from the site's root, `/documents/x/`.
 */
export function toIndexRecord(url: string, page: IndexedPage): IndexRecord {
  const record = Object.keys(recordLabels).flatMap((anchor): Passage[] => {
    const text = page.meta[anchor];
    return text === undefined ? [] : [{ anchor, text }];
  });
  const words = fieldWordsOfRecord(record).join(' ');
  const { content, passages } = toIndexText([
    ...page.passages,
    ...record,
    { anchor: fieldWordsAnchor, text: words },
  ]);
  return {
    url,
    content,
    language: 'en',
    meta: { title: page.meta['title'] ?? '', line: recordLine(page), passages },
    sort: page.sort,
  };
}

/** Reads a record of the index back. */
export function fromIndexRecord({
  content,
  meta,
}: Pick<IndexRecord, 'content' | 'meta'>): IndexedDocument {
  const { title = '', line = '', passages = '' } = meta;
  return {
    title,
    recordLine: line,
    passages: fromIndexText({ content, passages }).filter(
      ({ anchor }) => anchor !== fieldWordsAnchor,
    ),
  };
}

function recordLine({ meta, filters }: IndexedPage): string {
  const { sender = [], recipient = [] } = filters;
  return [
    meta['record-file'],
    meta['record-tel'] ?? meta['record-despatch'],
    `${sender.join(', ')} to ${recipient.join(', ')}`,
    meta['record-date'],
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
