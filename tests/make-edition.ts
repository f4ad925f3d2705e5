/**
 * Makes a synthetic edition of any size, the same for the same seed: for tests and measurements
 * that one telegram cannot give. `node tests/make-edition.ts <folder> <documents> [seed]`
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a synthetic document is known by. */
export interface SyntheticDocument {
  readonly id: string;
  readonly fileNumber: string;
  readonly telegramNumber: number;
  /** A phrase of frequent words that stands in this document alone, once. */
  readonly phrase: string;
}

/** The edition's own settings, registers and prose, around which the documents are made. */
const realContent = fileURLToPath(new URL('../content', import.meta.url));

const posts = [
  { place: 'moscow', office: 'Chargé in the Soviet Union', person: 'henderson-loy-w' },
  { place: 'london', office: 'Ambassador in Great Britain', person: undefined },
  { place: 'germany', office: 'Ambassador in Germany', person: undefined },
] as const;

/** The documents are sent from 1930 on, in so many years. */
const years = 7;
/** Nouns that nearly every document has; four of them in order tell ten thousand documents apart. */
const nouns = 'government minister ambassador telegram department army railway frontier troops consul'.split(' ');
const frequent =
  'the of to and in that a was it be by on for with had which as this not would is were from at has been they there he been'.split(
    ' ',
  );
const usual =
  'Soviet Japanese Chinese German British American foreign military political economic recent serious possible certain present northern eastern border incident attack alliance agreement protest note conversation opinion policy question situation attitude relations negotiations conflict interests territory officers soldiers officials press report statement reply instructions yesterday today spring summer commission commerce treaty pact mission secretary commissar anxiety activities charges feeling pretext hostilities'.split(
    ' ',
  );
/** What is written in more than one way, or in letters of its own: every fifth document has one. */
const oddities = [
  'The U. S. S. R. will re-examine it; S[umner] W[elles] asked for addition[al] words.',
  'The U.S.S.R. did not reexamine what H.M.S. Tamar carried, 1,000,000 yen.',
  'The USSR and HMS Hood were named, with 1000000 yen and the coöperation of Łódź.',
  'The H. M. S. Ærø left for Ålesund in co-operation with the Straße; see 761.93/35½.',
  'The 満洲事件 and the 事件 of Ch’ang-ch’un asked the coöperation of the ﬂeet.',
];
const monthNames = 'January February March April May June July August September October November December'.split(' ');
const syllables = 'ba chi dal fen gu hai ji kan lo men ning or pei qui ran shan tao ur vla wei xin yen zai'.split(' ');

/**
 * Writes an edition of so many documents into a folder, which may then be given as `CONTENT_DIR`.
 *
 * @param folder Is made if it is not there.
 * @param count Documents; at most 10,000.
 * @param seed Another seed makes other words.
 */
export async function makeEdition(folder: string, count: number, seed = 1936): Promise<SyntheticDocument[]> {
  await cp(realContent, folder, {
    recursive: true,
    filter: (path) => !/documents\/.|content\/ledger$/.test(path),
  });
  await mkdir(join(folder, 'documents'), { recursive: true });
  // Of the years of the documents: a warning for each would be measured as well.
  const settings = join(folder, 'edition.yaml');
  await writeFile(settings, (await readFile(settings, 'utf8')).replace("years: '1936'", 'years: 1930–1939'));
  const random = randomNumbers(seed);
  const documents = syntheticDocuments(count);
  for (const [index, document] of documents.entries()) {
    await writeFile(join(folder, 'documents', `${document.id}.mdx`), textOf(document, index, random));
  }
  return documents;
}

/** The documents of an edition of so many, as they are known. */
export function syntheticDocuments(count: number): SyntheticDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const telegramNumber = 1 + Math.floor(index / (posts.length * years));
    return {
      id: `${postOf(index).place}-${yearOf(index)}-${telegramNumber}`,
      fileNumber: `761.93${twoFigures(index % 20)} Manchuria/${index + 1}`,
      telegramNumber,
      phrase: phraseOf(index),
    };
  });
}

const postOf = (index: number) => posts[index % posts.length] ?? posts[0];
const yearOf = (index: number) => 1930 + (Math.floor(index / posts.length) % years);
const twoFigures = (value: number) => String(value).padStart(2, '0');

/** The file of a document. */
function textOf(document: SyntheticDocument, index: number, random: () => number): string {
  const { fileNumber, telegramNumber } = document;
  const post = postOf(index);
  const month = 1 + Math.floor(random() * 12);
  const day = 1 + Math.floor(random() * 28);
  const date = `${yearOf(index)}-${twoFigures(month)}-${twoFigures(day)}`;
  const paragraphs = Array.from({ length: 3 + Math.floor(random() * 4) }, () => paragraph(random));
  const at = Math.floor(random() * paragraphs.length);
  const oddity = index % 5 === 4 ? ` ${oddities[Math.floor(index / 5) % oddities.length] ?? ''}` : '';
  paragraphs[at] = `${paragraphs[at] ?? ''}${oddity} It was said ${document.phrase} again.`;
  return `---
fileNumber: ${fileNumber}
kind: telegram
telegramNumber: ${telegramNumber}
sender:
${post.person ? `  person: ${post.person}\n` : ''}  office: ${post.office}
  place: ${post.place}
recipient:
  person: hull-cordell
  office: Secretary of State
  place: washington
dateSent:
  date: '${date}'
  supplied: []
  inferred: [year, month, day]
  reason: Synthetic.
dateReceived:
  printed: '[Received ${monthNames[month - 1]} ${day}.]'
  date: '${date}'
  supplied: [year]
  inferred: []
  reason: Synthetic.
source:
  volume: frus1936v04
  document: ${index + 101}
  page: '${index + 201}'
  copyText: Synthetic.
  url: https://history.state.gov/historicaldocuments/frus1936v04/d${index + 101}
  rights: Public domain
  collated: false
  collation: Synthetic.
summary: A synthetic document, ${index + 1} of its edition.
absent: []
related: []
revisions:
  - version: 1
    date: '2026-11-23'
    change: First published.
---

# The ${post.office} to the <Person id="hull-cordell">Secretary of State</Person>

${telegramNumber}\\. ${paragraphs.join('\n\n')} <Person id="litvinov-maxim">Litvinov</Person>[^1] was told.

The <Place id="japan">Japanese</Place> press[^2] <Sic reason="Synthetic.">have</Sic>[^a] cited <Organization id="pravda">Pravda</Organization> of <Date when="${date}" event="A synthetic event">yesterday</Date>, and the <Term id="kremlin">Kremlin</Term> <Supplied>was asked to reply.</Supplied>

[^1]: ${sentence(random, 8)}

[^2]: ${sentence(random, 12)}

[^a]: ${sentence(random, 20)} See <Ref to="${post.place}-1930-1">the first</Ref>.
`;
}

function phraseOf(index: number): string {
  const [a, b, c, d] = String(index)
    .padStart(4, '0')
    .split('')
    .map((digit) => nouns[Number(digit)]);
  return `that on the ${a} of the ${b} in the ${c} to the ${d}`;
}

function paragraph(random: () => number): string {
  return Array.from({ length: 3 + Math.floor(random() * 4) }, () =>
    sentence(random, 12 + Math.floor(random() * 20)),
  ).join(' ');
}

function sentence(random: () => number, length: number): string {
  const words = Array.from({ length }, () => word(random)).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Half of all words are a few, a third the usual ones of diplomacy, the rest names, seldom the same twice. */
function word(random: () => number): string {
  const kind = random();
  if (kind < 0.5) return pick(frequent, random);
  if (kind < 0.55) return pick(nouns, random);
  if (kind < 0.9) return pick(usual, random);
  const name = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables, random)).join('');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Earlier ones of a list more often than later ones. */
function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() ** 2 * list.length)] ?? '';
}

/** Numbers from 0 to 1 in an order that the seed fixes (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

if (import.meta.main) {
  const [folder, documents, seed] = process.argv.slice(2);
  if (folder === undefined || !Number.isInteger(Number(documents))) {
    process.stderr.write(
      'Give a folder and how many documents: node tests/make-edition.ts <folder> <documents> [seed]\n',
    );
    process.exitCode = 1;
  } else {
    const made = await makeEdition(folder, Number(documents), seed === undefined ? undefined : Number(seed));
    process.stdout.write(`${made.length} documents in ${folder}\n`);
  }
}
