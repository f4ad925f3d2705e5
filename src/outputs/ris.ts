/**
 * `/documents/<id>.ris`: the citation as RIS, in UTF-8 with CRLF line ends as
 * the format asks. Only tags that reference managers were seen to keep.
 */
import { authors, filledFields } from './citation/fields.ts';
import type { CitationRecord } from './citation/record.ts';

/** The file: one record of type `CHAP`. */
export function ris(record: CitationRecord): string {
  const lines = filledFields(record).flatMap((field): [string, string][] => {
    if (field.ris === undefined) return [];
    if (field.type === 'names') {
      return authors(record).map((name) => [field.ris ?? '', name]);
    }
    if (field.type === 'pages') {
      const [first = '', last] = field.text.split(/[–-]/);
      return last === undefined
        ? [['SP', first]]
        : [
            ['SP', first],
            ['EP', last],
          ];
    }
    return [[field.ris, field.text]];
  });
  return [['TY', 'CHAP'], ...lines, ['ER', '']]
    .map(([tag = '', value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
    .join('');
}
