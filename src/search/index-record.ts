/** A built page → what the index has of it: the words that find it, and the document that is then shown. */
import { indexWords } from './index-words.ts';
import type { IndexedPage } from './page-passages.ts';
import type { Passage } from './passage.ts';
import { fieldWordsOfRecord, recordLabels } from './record-words.ts';

/** A document as the search page has it back from the index. */
export interface IndexedDocument {
  readonly title: string;
  /** `761.9315 Manchuria/35 · Telegram 39 · Loy W. Henderson to Cordell Hull · January 31, 1936` */
  readonly recordLine: string;
  /** The text, then the record, as passages to be checked and shown. */
  readonly passages: readonly Passage[];
}

/** Makes the document of a page: its text, then its record in words, so that plain words find it too. */
export function toIndexedDocument(page: IndexedPage): IndexedDocument {
  return {
    title: page.meta['title'] ?? '',
    recordLine: recordLine(page),
    passages: [...page.passages, ...recordPassages(page)],
  };
}

/** The words that find a document: its own, and those that fields ask for. */
export function wordsOfDocument({ passages }: IndexedDocument): string {
  return [...indexWords(passages), ...fieldWordsOfRecord(passages)].join(' ');
}

function recordPassages({ meta }: IndexedPage): Passage[] {
  return Object.keys(recordLabels).flatMap((anchor) => {
    const text = meta[anchor];
    return text === undefined ? [] : [{ anchor, text }];
  });
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
