/** What a reader typed → what is to be found. Nothing typed is dropped in silence: what is not understood is explained. */
import { inFigures } from '../../edition/counts.ts';
import type { DateSpan } from '../../edition/date-words.ts';
import { romanValue } from '../../edition/letters.ts';
import { readDays, readSpan } from './dates.ts';
import { fold, wordsIn } from './words.ts';

/** What may stand before a colon, with what it looks in. */
export const fields = {
  file: 'the file number',
  tel: 'the telegram’s number',
  from: 'the sender',
  to: 'the recipient',
  place: 'the places',
  year: 'the year of sending',
  sent: 'the date of sending',
  received: 'the date of receipt',
  kind: 'the kind of document',
  volume: 'the volume',
  page: 'the printed pages',
  doc: 'the document’s number in its volume',
  text: 'the document’s own words',
  note: 'the notes',
  source: 'the notes of the volume',
  edition: 'the notes of this edition',
  summary: 'the summaries',
} as const;
export type Field = keyof typeof fields;

/** Fields that look in a line of the record: a list of all such lines tells which documents answer. */
export const lineFields = ['file', 'tel', 'from', 'to', 'place', 'kind', 'volume', 'page', 'doc'] as const;

/** A word that is asked for. */
export interface Piece {
  readonly folded: string;
  /** How it reads as one with so many that follow. */
  readonly joined?: { readonly folded: string; readonly count: number } | undefined;
  /** What a word must fit wholly, where `*` or `?` were typed. */
  readonly pattern?: RegExp | undefined;
  /** Whether a word that merely begins so is near: it is in no document in any form. */
  readonly begins?: boolean | undefined;
}

/** Words to be found together, in their order. */
export interface Term {
  readonly type: 'term';
  readonly pieces: readonly Piece[];
  /** Where to look; absent, in the whole document and its record. */
  readonly field?: Field | undefined;
  /** Whether it was put in quotation marks, or is a file number: then other forms are not asked for. */
  readonly quoted: boolean;
  /** As they stand anywhere within so many words, in any order. */
  readonly within?: number | undefined;
  /** The days that a field of dates asks for. */
  readonly days?: DateSpan | undefined;
}

/**
 * A query as a tree. An OR that is `implied` stands for its first side, which was typed; a register entry that is
 * `named` for all its spellings, of which `typed` is one.
 */
export type Node =
  | Term
  | { readonly type: 'and' | 'or'; readonly of: readonly Node[]; readonly implied?: true; readonly named?: Named }
  | { readonly type: 'not'; readonly of: Node };

/** What every document answers: for those who choose by date or facet alone. */
export const everything: Node = { type: 'and', of: [] };

/** A name that was typed, as the register spells it, with the other spellings that are searched for. */
export interface Named {
  readonly typed: string;
  readonly others: readonly string[];
}

/** More than anyone types, in characters and in words; a pasted page is cut here, and says so. */
const mostCharacters = 2000;
const mostTerms = 40;
/** Parentheses inside one another. */
const deepest = 20;

/** The number of a paper in its file, up to the stroke: `761.9315 Manchuria/`. */
const upToStroke = String.raw`\d{3}[A-Z]?\.[^\s/]*(?:\s+[\p{L}.]+){0,3}?\s*\/`;

/** A sign of the grammar, or a term: minus, field, then quoted words and how near they are, a file number or word. */
const tokenPattern = new RegExp(
  [
    String.raw`(?<close>\))|(?<operator>\b(?:OR|AND|NOT)(?=[\s(]|$))|`,
    String.raw`(?<minus>[-−](?=[^\s]))?(?:(?<name>\p{L}+):(?=\s|$|["(\p{L}\p{N}\[.*?]))?`,
    String.raw`(?:(?<open>\()|"(?<phrase>[^"]*)(?<closing>"|$)(?:~(?<within>\d+))?|`,
    String.raw`(?<number>${upToStroke}\s*\d+[^\s)]*(?:\s\d\/\d(?![\d/]))?)|`,
    String.raw`(?<bare>[^\s"()](?:[^\s"()]|\([^\s"()]*\))*))?`,
  ].join(''),
  'gu',
);

type Token = Partial<
  Record<'close' | 'operator' | 'minus' | 'name' | 'open' | 'phrase' | 'closing' | 'within' | 'number' | 'bare', string>
> & { readonly whole: string };

/** What is taken for a straight quotation mark. */
const quotationMark = /[“”„‟«»＂]/g;

/** The signs and terms of what was typed, what is forgiven mended. */
function tokensOf(typed: string): Token[] {
  const text = typed
    .slice(0, mostCharacters)
    .normalize('NFC')
    .replace(quotationMark, '"')
    .replace(/\[\s*(?:sic|\?)\s*(?:[.!]\s*)?\]/gi, ' ')
    .replace(/(?<![\p{L}.])(?:\p{L}\.\s+){2,}\p{L}(?!\p{L})/gu, (initials) => initials.replace(/\s+/g, ''));
  const found = Array.from(text.matchAll(tokenPattern), ({ 0: whole, groups }) => ({ ...groups, whole }));
  return found.filter(({ whole }) => whole !== '');
}

/**
 * Reads a query: `"uneasy feeling" (Comintern OR Pravda) -Litvinov file:761.93 embargo*`. The tree is undefined where
 * there is nothing to be found; `notices` are sentences for the reader: what was not understood, and done instead.
 *
 * Curly quotation marks are straight ones, `[sic]` and `[?]` are forgiven, brackets and dashes are spaces, accents are
 * nothing. A word with a hyphen, a stroke or a colon inside is a phrase, and so are a file number and initials
 * (`U. S. S. R.`). OR binds less than standing beside one another; `-` and NOT take away.
 */
export function parseQuery(typed: string): { tree: Node | undefined; notices: string[] } {
  const notices: string[] = [];
  const tokens = tokensOf(typed);
  let at = 0;
  let terms = 0;

  /** What stands between OR, up to a closing parenthesis. */
  const alternatives = (depth: number, field?: Field): Node | undefined => {
    const sides = [together(depth, field)];
    while (tokens[at]?.operator === 'OR') {
      at += 1;
      sides.push(together(depth, field));
    }
    if (sides.length > 1 && sides.includes(undefined)) notices.push('OR needs something to find on both sides.');
    return joined('or', sides);
  };
  /** What stands side by side. */
  const together = (depth: number, field?: Field): Node | undefined => {
    const all: (Node | undefined)[] = [];
    while (tokens[at] && tokens[at]?.operator !== 'OR' && !(tokens[at]?.close !== undefined && depth > 0))
      all.push(one(depth, field));
    return joined('and', all);
  };
  const one = (depth: number, outer?: Field): Node | undefined => {
    const token = tokens[at++];
    if (token === undefined) return undefined;
    const { whole, operator, close, minus, name, open } = token;
    if (operator === 'AND') {
      if (at === 1 || at === tokens.length) notices.push('AND needs something to find on both sides.');
      return undefined;
    }
    if (operator === 'NOT') {
      const next = tokens[at];
      const of =
        next === undefined || next.operator === 'OR' || next.close !== undefined ? undefined : one(depth, outer);
      if (of === undefined) notices.push('NOT needs something after it that is not to be found.');
      return of && { type: 'not', of };
    }
    if (close !== undefined) {
      notices.push('A parenthesis is closed that was not opened; it was passed over.');
      return undefined;
    }
    const field = Object.keys(fields).find((known): known is Field => name !== undefined && known === fold(name));
    // A colon with a space after it is one of the text: `Sir: I have`.
    if (name !== undefined && field === undefined && !whole.endsWith(':')) notices.push(unknownField(name));
    let found: Node | undefined;
    if (open !== undefined && depth < deepest) {
      found = alternatives(depth + 1, field ?? outer);
      if (tokens[at]?.close === undefined)
        notices.push('A parenthesis is not closed; it was taken to the end of the line.');
      else at += 1;
      if (found === undefined && terms <= mostTerms) notices.push(nothingIn(`${whole.trim()})`));
    } else {
      found = termOf(token, field ?? outer, name !== undefined && field === undefined ? name : undefined);
    }
    return found && minus !== undefined ? { type: 'not', of: found } : found;
  };
  const termOf = (
    { whole, phrase, closing, within, number, bare, minus }: Token,
    field?: Field,
    unknown?: string,
  ): Node | undefined => {
    if (closing === '') notices.push(unclosed);
    if (/~\d+$/.test(bare ?? ''))
      notices.push('How near words stand is said after quotation marks: "Soviet treaty"~5.');
    // In quotation marks, `?` at the end of a word is a question mark.
    const words = phrase?.replace(/\?+(?![\p{L}\p{N}*?])/gu, ' ') ?? number ?? bare ?? '';
    // A field that does not exist is taken for a word: `Subject:tin` looks for both words together.
    const value = unknown === undefined ? words : `${unknown} ${words}`;
    const pieces = piecesOf(value);
    const days = /^(?:year|sent|received)$/.test(field ?? '') ? readSpan(value.trim().replace(/–/g, '-')) : undefined;
    const problem = field === undefined ? undefined : fieldProblem(field, value.trim(), days);
    if (problem !== undefined) notices.push(problem);
    else if (pieces.length === 0) {
      if (minus !== undefined || /["[\]()*]/.test(whole)) notices.push(nothingIn(whole.trim()));
    } else if (pieces.every(({ pattern, folded }) => pattern !== undefined && !/[\p{L}\p{N}]/u.test(folded))) {
      notices.push(`“${whole.trim()}” fits every word; give at least one letter beside * or ?.`);
    } else if ((terms += 1) <= mostTerms) {
      // A whole file number is meant to the letter; a day is known by no other form.
      const quoted = days === undefined && (phrase ?? number) !== undefined;
      const others = within === undefined ? undefined : Number(within);
      const term: Term = { type: 'term', pieces, field, quoted, within: others, days };
      // A telegram prints its number without the “No.” by which it is cited: `telegram no. 39`.
      const cited = [tokens[at - 2]?.bare, bare, tokens[at]?.bare].join(' ');
      const [, numbered] = (field === undefined && /^telegram no\.? (\d+)/i.exec(cited)) || [];
      if (numbered === undefined) return term;
      const asNumber: Term = { type: 'term', pieces: piecesOf(numbered), field: 'tel', quoted: false };
      return { type: 'or', of: [term, asNumber], implied: true };
    }
    return undefined;
  };

  // A parenthesis too many is passed over where it stands.
  const tree = alternatives(0);
  if (typed.length > mostCharacters) {
    notices.push(`The query is long; only its first ${inFigures(mostCharacters)} characters were read.`);
  }
  if (terms > mostTerms)
    notices.push(`The query is long; only its first ${mostTerms} words and phrases were looked for.`);
  const answerable = tree && isAnswerable(tree) ? tree : undefined;
  if (answerable !== tree) notices.push('A minus or NOT only takes away. Give at least one word that is to be found.');
  if (answerable === undefined && notices.length === 0 && typed.trim() !== '') notices.push(nothingIn(typed.trim()));
  return { tree: answerable, notices: [...new Set(notices)] };
}

function joined(type: 'and' | 'or', nodes: readonly (Node | undefined)[]): Node | undefined {
  const of = nodes.filter((node) => node !== undefined);
  return of.length > 1 ? { type, of } : of[0];
}

/** Whether there is something to be found, whichever side of an OR is taken. */
function isAnswerable(node: Node): boolean {
  if (node.type === 'term') return true;
  if (node.type === 'not') return false;
  return node.type === 'and' ? node.of.some(isAnswerable) : node.of.every(isAnswerable);
}

/** Letters of no living script, which stand for `*` and `?` while words are told apart. */
const [many, single] = ['ꟿ', 'ꟾ'];

/**
 * The words of what was typed, `*` being any letters, `?` one; at the end of a word one or none, since it may be a
 * question mark. A correction that was typed (`its [their]`) is not passed over.
 */
export function piecesOf(value: string): Piece[] {
  const typed = value.replace(/(?<![\p{L}\p{N}*?])\?+(?![\p{L}\p{N}*?])/gu, ' ');
  const words = wordsIn(typed.replace(/\*+/g, many).replace(/\?/g, single));
  return words.map(({ folded, joined }): Piece => {
    if (!folded.includes(many) && !folded.includes(single)) {
      return { folded, joined: joined?.folded === folded ? undefined : joined };
    }
    const parts = folded.split(/(ꟿ|ꟾ)/).map((part) => (part === many ? '.*' : part === single ? '.' : part));
    return {
      folded: folded.replaceAll(many, '*').replaceAll(single, '?'),
      pattern: new RegExp(`^${parts.join('').replace(/\.$/, '.?')}$`, 'u'),
    };
  });
}

/** Every term that is to be found, in the order in which they were typed. */
export function soughtTerms(node: Node | undefined): Term[] {
  if (node === undefined || node.type === 'not') return [];
  return node.type === 'term' ? [node] : node.of.flatMap(soughtTerms);
}

/** The words of a query, in their order: without a field or a distance, and neither beside an OR that was typed nor after a minus. */
export function wordsInRow(node: Node | undefined): readonly Piece[] {
  if (node === undefined || node.type === 'not') return [];
  if (node.type === 'term') return node.field !== undefined || node.within !== undefined ? [] : node.pieces;
  if (node.type === 'and') return node.of.flatMap(wordsInRow);
  return node.implied ? node.of.slice(0, 1).flatMap(wordsInRow) : [];
}

/** What the values of some fields look like, and how that is said; those without a pattern are dates. */
const values: Partial<Record<Field, readonly [expected: string, pattern?: RegExp]>> = {
  tel: ['a number, such as tel:39', /^\p{L}{0,3}[-–. ]?\d+$/u],
  page: ['the number of a page or two, such as page:42 or page:42-45', /^(?:\d+(?:[-–]\d+)?|[ivxlc]+)$/i],
  doc: ['the number of a document or two, such as doc:32 or doc:32-40', /^\d+(?:[a-z]|[-–]\d+)?$|^[a-z]{2,4}[-–]\d+$/i],
  year: ['a year, such as year:1936, or two, such as year:1934-1936'],
  sent: ['a date or two, such as sent:1936-02, sent:1936-01-31/1936-02-04 or sent:1936-02/..'],
  received: ['a date or two, such as received:1936-01-31 or received:1936-01/1936-03'],
};

function fieldProblem(field: Field, value: string, days: DateSpan | undefined): string | undefined {
  const expects = `After “${field}:” the search expects`;
  if (value === '') return `${expects} what to look for in ${fields[field]}, without a space between.`;
  const [expected, pattern] = values[field] ?? [];
  if (days && days.first > days.last) return `“${field}:${value}” ends before it begins, so nothing can match.`;
  const fits = pattern?.test(value) ?? days !== undefined;
  return expected === undefined || fits ? undefined : `${expects} ${expected}; it found “${value}”.`;
}

function unknownField(name: string): string {
  const known = Object.keys(fields).map((field) => `${field}:`);
  return `There is no field “${name}:”; it was taken for a word. The fields are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}.`;
}

const unclosed = 'A quotation mark is not closed; the phrase was taken to the end of the line.';
const nothingIn = (typed: string): string => `There is no word or number to look for in “${typed}”.`;

/** The words and phrases of a query as they were typed, where they merely stand side by side; else none. */
export function sideBySide(typed: string): string[] {
  const tokens = tokensOf(typed);
  if (tokens.some(({ operator, open, close }) => operator ?? open ?? close)) return [];
  return tokens.map(({ whole }) => whole.trim());
}

/** A query whose phrases are words that may stand anywhere. */
export const unquoted = (typed: string): string => typed.replace(quotationMark, '"').replace(/"(?:~\d+)?/g, '');

/** A page or a document of a volume, as it is cited: `FRUS 1936, vol. III, p. 83`, `1936, Volume III, …, Document 340`. */
const citation = new RegExp(
  String.raw`^.*?(?<!\d)(?<year>\d{4})[\s,:/v]+(?:vol(?:ume|\.)?\s*)?(?<volume>\d{1,2}|[ivx]+)\b` +
    String.raw`(?:[\s,:]+|.*?\b(?:(?<document>d(?:oc(?:ument)?)?)|p(?:p|ages?)?)\.?\s*)(?<number>\d+(?:[-–]\d+)?)(?!\d).*$`,
  'is',
);

/**
 * A query in which a day, a volume, a page or a document of one, a paper in its file, or what the id or address of a
 * document says of it is asked for by the fields that would find it, or words are asked for without the number of a note
 * that was copied with them, or the ending of a genitive. A citation is read for what it leads to.
 */
export function readOtherwise(typed: string): string[] {
  if (typed.length > mostCharacters) return [];
  const paper = new RegExp(String.raw`(?<![^\s(])(?:file:)?((${upToStroke})\s*\d[^\s)]*)`, 'u');
  const readings = [
    ...readDays(typed),
    typed.replace(citation, (...match) => {
      const { year, volume = '', document, number } = match.at(-1) as Record<string, string | undefined>;
      const figures = String(Number(volume) || romanValue(volume)).padStart(2, '0');
      return `volume:frus${year}v${figures} ${document === undefined ? 'page' : 'doc'}:${number}`;
    }),
    typed.replace(/(?<![^\s(])(?:doc(?:ument)?\.? *|d)(\d+)(?![^\s)])/gi, 'doc:$1'),
    typed.replace(/(?<![^\s(])tel(?:egram)?\.? *(?:no\.? *)?(\d+)(?![^\s)])/gi, 'tel:$1'),
    typed.replace(/(?<![^\s(])p(?:p|ages?)?\.? *(\d+(?:[-–]\d+)?)(?![^\s)])/gi, 'page:$1'),
    typed.replace(/(?<![^\s(])(?!-)\S*?(frus\w+)[-/]d(\d+)\S*/g, 'volume:$1 doc:$2'),
    typed.replace(/(?<![^\s(])(?!-)\S*?\b([a-z]+(?:-[a-z]+)*)-(\d{4})-(\d+)\b\S*/g, 'place:"$1" year:$2 $3'),
    typed.replace(/(?<![^\s(])frus\d\w+(?![^\s)])/g, 'volume:$&'),
    typed.replace(paper, 'file:"$1"'),
    typed.replace(paper, 'file:"$2"'),
    typed.replace(/(?<=\p{L}{3}\p{Ll}[.,;’”"]?)\d{1,3}(?![\p{L}\d])/gu, ''),
    typed.replace(/['’]s(?![\p{L}\p{N}])/gu, ''),
  ];
  return [...new Set(readings)].filter((one) => one !== typed);
}
