/**
 * An independent judge of the search: it scans the texts from end to end, by rules of its own that share no code with
 * the search, and says which documents a query must find exactly.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document as it lies beside the index. */
export interface ScannedDocument {
  readonly id: string;
  readonly sent: string;
  readonly received: string;
  readonly passages: readonly { readonly anchor: string; readonly text: string }[];
}

/** A query as a reader types it, with what it means. */
export interface JudgedQuery {
  readonly kind: string;
  readonly typed: string;
  readonly holds: (document: Scan) => boolean;
}

/** Reads every document of a built site. */
export function readScanned(siteFolder: string): ScannedDocument[] {
  const edition = join(siteFolder, 'pagefind/edition');
  const folder = join(edition, readdirSync(edition)[0] ?? '', 'documents');
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as ScannedDocument);
}

const letters: Readonly<Record<string, string>> = { ł: 'l', ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd' };

/** Text as small letters and figures with one space between words. */
function plain(text: string): string {
  return ` ${text
    .replace(/([½¼¾])/g, ' $1 ')
    .replace(/(\p{L})[[\]]+(?=\p{L})/gu, '$1')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[łßæøœđ]/g, (letter) => letters[letter] ?? '')
    .replace(/(?=[\u3040-\u30ff\u4e00-\u9fff])|(?<=[\u3040-\u30ff\u4e00-\u9fff])/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** The same with initials, groups of figures, words with a hyphen and names with an apostrophe read as one. */
function closedUp(text: string): string {
  return plain(
    text
      .replace(/\b\p{L}(?:\. ?\p{L}(?!\p{L})){2,}\.?/gu, (initials) => `${initials.replace(/[. ]/g, '')} `)
      .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
      .replace(/(?<=\p{L})(?:-|['’](?!(?:s|t|d|m|ll|re|ve)(?!\p{L})))(?=\p{L})/giu, ''),
  );
}

/** The same without a word in brackets that follows another: `its [their] Government` says `its Government` too. */
const withoutCorrections = (text: string): string =>
  text.replace(/(?<=[\p{L}\p{N}] |\p{N})\[[\p{L}\p{N}]+\](?!\p{L})/gu, '');

/** What a document says, made ready to be scanned. */
export class Scan {
  readonly document: ScannedDocument;
  readonly #readings: { anchor: string; texts: string[] }[];

  constructor(document: ScannedDocument) {
    this.document = document;
    this.#readings = document.passages.map(({ anchor, text }) => ({
      anchor,
      texts: [...new Set([plain(text), closedUp(text), plain(withoutCorrections(text))])],
    }));
  }

  /** Whether words stand in a row in a passage whose anchor fits. */
  says(words: string, where: RegExp = anywhere): boolean {
    const asked = [plain(words), closedUp(words)];
    return this.#some(where, (text) => asked.some((one) => text.includes(one)));
  }

  /** Whether a word fits a pattern of `*` and `?`. */
  fits(pattern: string, where: RegExp = anywhere): boolean {
    const folded = pattern
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();
    const shape = new RegExp(`^${folded.replace(/\*/g, '[^ ]*').replace(/\?/g, '[^ ]')}$`, 'u');
    return this.#some(where, (text) => text.split(' ').some((word) => word !== '' && shape.test(word)));
  }

  /** Whether two words stand with at most so many between them. */
  near(one: string, other: string, within: number): boolean {
    return this.#some(anywhere, (text) => {
      const words = text.trim().split(' ');
      return words.some(
        (word, at) =>
          word === one && words.some((far, to) => far === other && to !== at && Math.abs(to - at) - 1 <= within),
      );
    });
  }

  #some(where: RegExp, test: (text: string) => boolean): boolean {
    return this.#readings.some(({ anchor, texts }) => where.test(anchor) && texts.some(test));
  }
}

const anywhere = /^(?!record-(?:kind|volume|page|doc|summary)$)/;
const zones: Readonly<Record<string, RegExp>> = {
  text: /^(?:[pl]\d|heading|dateline|received)/,
  note: /^n/,
  source: /^n(?:\d|-)/,
  edition: /^n[a-z]/,
  summary: /^record-summary$/,
};

/** Makes queries of every kind from what documents say, the same for the same seed. */
export function makeQueries(documents: readonly Scan[], count: number, seed: number): JudgedQuery[] {
  const random = randomNumbers(seed);
  const pick = <One>(list: readonly One[]): One => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  };
  const passage = (where: RegExp = anywhere) => {
    for (;;) {
      const passages = pick(documents).document.passages.filter(({ anchor }) => where.test(anchor));
      if (passages.length > 0) return pick(passages);
    }
  };
  const wordsOf = (text: string) =>
    text.split(/[\s—]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word) && !/[()":*?]/.test(word));
  const clean = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\]]+$/gu, '');
  const dated = documents.filter(({ document }) => document.sent !== '');
  const having = new Map<string, number>();
  for (const { document } of documents) {
    const words = new Set(document.passages.flatMap(({ text }) => plain(text).split(' ')));
    for (const one of words) having.set(one, (having.get(one) ?? 0) + 1);
  }
  // What nearly every document has is asked for seldom, since every one is then looked through.
  const isAskable = (one: string) => (having.get(plain(one).trim()) ?? 0) <= documents.length / 10 || random() < 0.02;
  const word = (where?: RegExp): string => {
    for (;;) {
      const words = wordsOf(passage(where).text)
        .map(clean)
        .filter((one) => /^\p{L}{4,}$/u.test(one) && isAskable(one));
      if (words.length > 0) return pick(words);
    }
  };
  /** A part of a word that not many words have: what fits hundreds is refused. */
  const fittingFew = (partOf: (word: string) => string, side: 'startsWith' | 'endsWith'): string => {
    for (;;) {
      const part = partOf(word());
      if ([...having.keys()].filter((known) => known[side](plain(part).trim())).length < 100) return part;
    }
  };
  const odd = (): string => {
    for (;;) {
      const words = wordsOf(passage(/^p/).text)
        .map(clean)
        .filter((one) => /[^a-zA-Z]/.test(one) && one.length > 2 && !/\.$/.test(one));
      if (words.length > 0) return pick(words);
    }
  };
  const phrase = (where: RegExp = /^(?:p|n)/): string => {
    for (;;) {
      const words = passage(where).text.replace(/["“”]/g, '').split(' ');
      const at = Math.floor(random() * words.length);
      const some = words.slice(at, at + 2 + Math.floor(random() * 5)).join(' ');
      if (/[\p{L}\p{N}].* .*[\p{L}\p{N}]/u.test(some)) return some;
    }
  };
  const kinds: Readonly<Record<string, () => Omit<JudgedQuery, 'kind'>>> = {
    word: () => {
      const one = word();
      return { typed: one, holds: (scan) => scan.says(one) };
    },
    'odd word': () => {
      const one = odd();
      return { typed: `"${one}"`, holds: (scan) => scan.says(one) };
    },
    'closed up': () => {
      const one = pick([
        'USSR',
        'U.S.S.R.',
        'HMS',
        'H. M. S.',
        'reexamine',
        're-examine',
        '1000000',
        '1,000,000',
        'cooperation',
        'co-operation',
        'coöperation',
      ]);
      return { typed: `"${one}"`, holds: (scan) => scan.says(one) };
    },
    'two words': () => {
      const [one, other] = [word(), word()];
      return { typed: `${one} ${other}`, holds: (scan) => scan.says(one) && scan.says(other) };
    },
    phrase: () => {
      const one = phrase();
      return { typed: `“${one}”`, holds: (scan) => scan.says(one) };
    },
    'question in quotation marks': () => {
      const one = phrase();
      return { typed: `"${one}?"`, holds: (scan) => scan.says(one) };
    },
    'phrase that may be nowhere': () => {
      const one = `${word()} ${word()}`;
      return { typed: `"${one}"`, holds: (scan) => scan.says(one) };
    },
    minus: () => {
      const [one, other] = [word(), phrase()];
      return { typed: `${one} -"${other}"`, holds: (scan) => scan.says(one) && !scan.says(other) };
    },
    NOT: () => {
      const [one, other, third] = [word(), word(), word()];
      return {
        typed: `${one} NOT (${other} OR ${third})`,
        holds: (scan) => scan.says(one) && !scan.says(other) && !scan.says(third),
      };
    },
    OR: () => {
      const [one, other, third] = [word(), phrase(), word()];
      return {
        typed: `(${one} OR "${other}") ${third}`,
        holds: (scan) => (scan.says(one) || scan.says(other)) && scan.says(third),
      };
    },
    'loose OR': () => {
      const [one, other, third] = [word(), word(), word()];
      return {
        typed: `${one} ${other} OR ${third}`,
        holds: (scan) => (scan.says(one) && scan.says(other)) || scan.says(third),
      };
    },
    beginning: () => {
      const one = `${fittingFew((some) => some.slice(0, 4), 'startsWith')}*`;
      return { typed: one, holds: (scan) => scan.fits(one) };
    },
    pattern: () => {
      const one = word();
      const shape = `${one.slice(0, 2)}?${one.slice(3)}`;
      return { typed: shape, holds: (scan) => scan.fits(shape) };
    },
    ending: () => {
      const one = `*${fittingFew((some) => some.slice(2), 'endsWith')}`;
      return { typed: one, holds: (scan) => scan.fits(one) };
    },
    within: () => {
      const [one, other] = pick([[word(), word()], pick([phrase().split(' ')])]).map(
        (some) => plain(some).trim().split(' ')[0] ?? '',
      );
      const within = Math.floor(random() * 12) + 1;
      if (!one || !other || one === other)
        return { typed: '"uneasy feeling"', holds: (scan) => scan.says('uneasy feeling') };
      return { typed: `"${one} ${other}"~${within}`, holds: (scan) => scan.near(one, other, within) };
    },
    zone: () => {
      const zone = pick(Object.keys(zones));
      const where = zones[zone] ?? anywhere;
      const one = word(where);
      return { typed: `${zone}:${one}`, holds: (scan) => scan.says(one, where) };
    },
    'zone of a phrase': () => {
      const zone = pick(Object.keys(zones));
      const one = phrase();
      return { typed: `${zone}:"${one}"`, holds: (scan) => scan.says(one, zones[zone]) };
    },
    correspondents: () => {
      const field = pick(['from', 'to', 'place']);
      const line = passage(new RegExp(`^record-${field}$`)).text;
      const one = pick(
        wordsOf(line)
          .map(clean)
          .filter((some) => some.length > 2),
      );
      return { typed: `${field}:${one}`, holds: (scan) => scan.says(one, new RegExp(`^record-${field}$`)) };
    },
    file: () => {
      const number = passage(/^record-file$/)
        .text.slice(0, 5 + Math.floor(random() * 12))
        .trim();
      const start = number.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
      const starts = (text: string) =>
        text
          .replace(/[^\p{L}\p{N}]/gu, '')
          .toLowerCase()
          .startsWith(start);
      return {
        typed: `file:"${number}"`,
        holds: ({ document }) => document.passages.some(({ anchor, text }) => anchor === 'record-file' && starts(text)),
      };
    },
    'file number': () => {
      const number = passage(/^record-file$/).text;
      const isHalf = ({ document }: Scan) =>
        document.passages.some(({ text }) => /^[½¼¾]/.test(text.split(number)[1] ?? ''));
      return { typed: number, holds: (scan) => scan.says(number) && !isHalf(scan) };
    },
    tel: () => {
      const number = passage(/^record-tel$/).text.replace(/\D+/g, '');
      return {
        typed: `tel:${number}`,
        holds: ({ document }) =>
          document.passages.some(({ anchor, text }) => anchor === 'record-tel' && text === `Telegram ${number}`),
      };
    },
    year: () => {
      const from = 1929 + Math.floor(random() * 12);
      const to = from + Math.floor(random() * 3);
      return { typed: `year:${from}-${to}`, holds: ({ document }) => within(document.sent, String(from), String(to)) };
    },
    date: () => {
      const field = pick(['sent', 'received'] as const);
      const [from, to] = [pick(dated).document.sent.slice(0, pick([4, 7, 10])), pick(dated).document.sent].sort();
      const [first = '', last = ''] = [from, to];
      const typed = pick([`${first}/${last}`, `${first}..${last}`]);
      return { typed: `${field}:${typed}`, holds: ({ document }) => within(document[field], first, last) };
    },
    'open date with a word': () => {
      const [one, day] = [word(), pick(dated).document.sent];
      return {
        typed: `sent:${day}/.. ${one}`,
        holds: (scan) => within(scan.document.sent, day, '9999') && scan.says(one),
      };
    },
    'field and words': () => {
      const [one, year] = [phrase(), pick(dated).document.sent.slice(0, 4)];
      return {
        typed: `"${one}" -year:${year}`,
        holds: (scan) => scan.says(one) && !within(scan.document.sent, year, year),
      };
    },
  };
  const names = Object.keys(kinds);
  return Array.from({ length: count }, (_, at) => {
    const kind = names[at % names.length] ?? '';
    const made = kinds[kind]?.();
    if (made === undefined) throw new Error(`There is no kind ${kind}.`);
    return { kind, ...made };
  });
}

/** Whether a whole date lies between two, which may be years or months. */
const within = (date: string, first: string, last: string): boolean =>
  date !== '' && date >= first && date.slice(0, last.length) <= last;

/** Numbers from 0 to 1 in an order that the seed fixes (a linear congruence; Numerical Recipes, 7.1). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
