/**
 * An edition that tries the site: a document as long and as full of notes as the printed volumes have
 * them, two with more notes than text, and one whose every word is hostile.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { importVolume } from '../../src/import/import-volume.ts';
import { writeIds, writeLedgerFile } from '../../src/edition/ledger.ts';

/** Words that try to leave wherever a page puts them: an element, an attribute, a script, a style, a comment. */
export function hostileWords(place: string): string {
  return `${place} </script></style></title></textarea>--><script>ran()</script><img src=x onerror=ran()>" autofocus onfocus="ran()" ' onclick='ran()' \${ran()} &lt;script&gt;`;
}

/** Ids of the documents of the trial edition, and the volume that was imported into it. */
export const trial = {
  hostile: 'moscow-1936-1',
  dense: 'moscow-1936-2',
  /** Where the telegram of this edition is said to have stood before. */
  former: 'moscow-1936-40',
  volume: 'frus1899v09',
} as const;

/** Documents whose notes are many beside their text. */
export const annotated = {
  paragraphs: 10,
  notesEach: 4,
  /** Long paragraphs with room for their notes, and short ones whose notes far outrun them: words before each call. */
  documents: { 'moscow-1936-801': 12, 'moscow-1936-802': 1 },
} as const;

/**
 * Writes the trial edition into a folder, which may then be given as `CONTENT_DIR`: this edition's
 * content, with the trial's documents and an invented volume beside its own.
 */
export async function makeTrialEdition(folder: string): Promise<void> {
  await cp('content', folder, { recursive: true });
  await mkdir(join(folder, 'documents'), { recursive: true });
  await writeFile(join(folder, 'documents', `${trial.hostile}.mdx`), hostileDocument());
  await writeFile(join(folder, 'documents', `${trial.dense}.mdx`), denseDocument({ paragraphs: 60, notes: 80 }));
  for (const [id, words] of Object.entries(annotated.documents)) {
    await writeFile(join(folder, 'documents', `${id}.mdx`), annotatedDocument(Number(id.split('-').at(-1)), words));
  }
  for (const register of ['persons', 'places', 'organizations', 'terms']) {
    const file = join(folder, 'register', `${register}.yaml`);
    const entries = parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, stringify({ ...entries, ...hostileEntry(register) }));
  }
  const ledger = join(folder, 'ledger');
  await writeFile(join(ledger, `${trial.former}.json`), writeLedgerFile(trial.former, { movedTo: 'moscow-1936-39' }));
  await writeFile(join(ledger, 'ids.txt'), writeIds(['moscow-1936-39', trial.former]));
  const settings = join(folder, 'edition.yaml');
  const edition = parse(await readFile(settings, 'utf8')) as Record<string, unknown>;
  const hostile = ['title', 'subtitle', 'description', 'editor', 'copyright'];
  await writeFile(
    settings,
    stringify({
      ...edition,
      contact: 'errors@edition.example',
      ...Object.fromEntries(hostile.map((field) => [field, hostileWords(field)])),
    }),
  );
  await importVolume('tests/fixtures/volume/invented.xml', { folder, dryRun: false, day: '2026-01-31' });
  const contents = join(folder, 'volumes', `${trial.volume}.yaml`);
  // A part of which no heading is printed.
  await writeFile(contents, (await readFile(contents, 'utf8')).replace(/ *heading: 'Papers of other kinds:'\n/, ''));
}

function hostileEntry(register: string): Record<string, unknown> {
  const words = (field: string) => hostileWords(`${register} ${field}`);
  const names = register === 'persons' ? { given: words('given'), family: words('family') } : {};
  return {
    [`hostile-${register}`]: {
      ...names,
      name: words('name'),
      sortName: words('sortName'),
      summary: words('summary'),
      statements: [{ text: words('text'), source: words('source'), certainty: 'confirmed' }],
      authorities: [],
    },
  };
}

/** The record that both documents have, its free words given by `words`. */
function recordOf(telegramNumber: number, person: string, words: (field: string) => string): string {
  return stringify({
    fileNumber: words('fileNumber'),
    kind: 'telegram',
    telegramNumber,
    sender: { person, office: words('office'), place: 'moscow' },
    recipient: { person: 'hull-cordell', office: words('office'), place: 'washington' },
    dateSent: {
      printed: words('dateline'),
      date: '1936-01-31',
      supplied: ['year'],
      inferred: ['day'],
      reason: words('reason'),
    },
    dateReceived: {
      printed: words('received'),
      date: '1936-02-01',
      supplied: ['year'],
      inferred: [],
      reason: words('reason'),
    },
    source: {
      volume: 'frus1936v04',
      document: telegramNumber,
      chapter: `${words('chapter')}.`,
      copyText: words('copyText'),
      url: 'https://history.state.gov/historicaldocuments/frus1936v04',
      rights: words('rights'),
      collated: false,
      collation: words('collation'),
      // The long telegram does not say where its original is.
      ...(telegramNumber === 1 && { archive: words('archive') }),
    },
    summary: words('summary'),
    absent: [words('absent')],
    related: [
      { relation: 'answer', title: words('related'), page: words('page') },
      { relation: 'next', title: words('related'), id: 'moscow-1936-39' },
    ],
    revisions: [{ version: 1, date: '2026-11-23', change: words('change') }],
  });
}

function hostileDocument(): string {
  // In the text, every sign that Markdown could take for its own is escaped, as an editor is told to.
  const text = (place: string) => hostileWords(place).replaceAll(/[\\<>{}$&[\]*_`'"!#()-]/g, (sign) => `\\${sign}`);
  const reason = (place: string) => `reason='${hostileWords(place).replaceAll("'", '’')}'`;
  return `---
${recordOf(1, 'hostile-persons', hostileWords)}---

# ${text('heading')} <Person id="hostile-persons">${text('name in heading')}</Person>

1\\. ${text('paragraph')} <Sic ${reason('sic')}>${text('sic')}</Sic> <Supplied by="edition" ${reason('supplied')}>${text('supplied')}</Supplied> <Corrected was='${hostileWords('was').replaceAll("'", '’')}'>${text('corrected')}</Corrected>

<Place id="hostile-places">${text('place')}</Place>[^1] <Organization id="hostile-organizations">${text('organization')}</Organization>[^a] <Term id="hostile-terms">${text('term')}</Term> <Date when="1936-01-30" event='${hostileWords('event').replaceAll("'", '’')}'>yesterday</Date> <Ref to="https://example.org/'onmouseover='ran()'">${text('reference')}</Ref><PageBreak n="32"/>

[^1]: ${text('note')}

[^a]: ${text('edition’s note')}
`;
}

const nouns =
  'government minister ambassador telegram department army railway frontier troops consul treaty pact incident protest report';
const others =
  'the of to and in that was it by on for with had which as this not would from at has been Soviet Japanese Chinese British German foreign military recent serious certain northern';

/** Different words each time, and the same in every run: prose that compresses as prose does. */
function* wordsInTurn(): Generator<string, never> {
  const list = `${nouns} ${others} ${others}`.split(' ');
  let state = 1936;
  for (;;) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    yield list[(state >>> 16) % list.length] ?? '';
  }
}

function denseDocument({ paragraphs, notes }: { paragraphs: number; notes: number }): string {
  const words = wordsInTurn();
  const sentence = (length: number) => `${Array.from({ length }, () => words.next().value).join(' ')}.`;
  const body = Array.from({ length: paragraphs }, (_, index) => {
    const from = Math.round((index * notes) / paragraphs);
    const to = Math.round(((index + 1) * notes) / paragraphs);
    const called = Array.from({ length: to - from }, (_, at) => `[^${from + at + 1}]`);
    return [sentence(40), ...called.map((call) => sentence(30).replace(/\.$/, `${call}.`))].join(' ');
  });
  const written = Array.from({ length: notes }, (_, index) => `[^${index + 1}]: ${sentence(20)}`);
  return `---
${recordOf(2, 'henderson-loy-w', (field) => `The ${field} of a long telegram`)}---

# The <Person id="henderson-loy-w">Chargé</Person> to the Secretary of State

2\\. ${[...body, ...written].join('\n\n')}
`;
}

/** What stands to the right, and what is wider than a phone, in an enclosure that follows the text. */
const enclosure = `<Enclosure>

# [Enclosure]

<Opener>No. 1</Opener>
<Dateline>Nowhere, March 1, 1936.</Dateline>

The enclosed words.

| Place | Officers | Soldiers | Horses | Field guns | Ammunition |
|:------|---------:|---------:|-------:|-----------:|-----------:|
| Somewhere | 12 | 1,200 | 350 | 16 | 20,000 |

</Enclosure>`;

/** A telegram of ten paragraphs that call forty notes, every fifth note of two paragraphs; `words` before each call. */
function annotatedDocument(id: number, words: number): string {
  const { paragraphs, notesEach } = annotated;
  const numbers = Array.from({ length: paragraphs * notesEach }, (_, index) => index + 1);
  const text = Array.from({ length: paragraphs }, (_, paragraph) => {
    const calls = numbers.slice(paragraph * notesEach, (paragraph + 1) * notesEach);
    const filler = Array.from({ length: words }, () => 'invented').join(' ');
    return calls.map((number) => `${filler} word${number}[^${number}]`).join(' ') + '.';
  });
  const notes = numbers.map((number) => {
    const more = number % 5 === 0 ? '\n\n    A second paragraph of this invented note.' : '';
    return `[^${number}]: Invented note ${number}, for a test of how many notes stand beside a text.${more}`;
  });
  return `---
fileNumber: 000.00/${id}
kind: telegram
telegramNumber: ${id}
sender: { person: henderson-loy-w, office: Chargé, place: moscow }
recipient: { person: hull-cordell, office: Secretary of State, place: washington }
dateSent: { date: '1936-02-01' }
source:
  volume: frus1936v04
  document: ${id}
  copyText: Invented.
  url: https://example.org/
  rights: Invented.
  collated: false
  collation: Invented.
summary: An invented telegram with forty …
summaryFrom: first-words
revisions:
  - { version: 1, date: '2026-01-01', change: First published. }
---

# An Invented Chargé to an Invented Secretary

${text.join('\n\n')}

${enclosure}

${notes.join('\n\n')}
`;
}
