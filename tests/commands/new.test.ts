import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { flags, makeDocument, type Answers } from '../../src/commands/new-document.ts';
import { runHere } from '../setup/run-here.ts';
import { runNode } from '../setup/run-node.ts';
import { placeholders } from '../../src/edition/ledger-seal.ts';
import { isSent } from '../../src/edition/document.ts';
import { textOf } from '../../src/edition/text.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { fieldsOf } from '../../src/schema/fields.ts';
import { documentKinds, documentRecord } from '../../src/schema/frontmatter.ts';

const program = fileURLToPath(new URL('../../src/commands/new.ts', import.meta.url));
const base = fileURLToPath(new URL('../fixtures/problems/base', import.meta.url));

let folder: string;
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'new-'));
  await cp(base, folder, { recursive: true });
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const telegram = {
  kind: 'telegram',
  'sender.place': 'harbin',
  telegramNumber: '40',
  fileNumber: '761.9315 Manchuria/95',
  heading: 'The Consul General at Harbin (Nobody) to the Secretary of State',
  'dateSent.date': '1936-03-09',
};
const written = (id = 'harbin-1936-40') => readFile(join(folder, `documents/${id}.mdx`), 'utf8');
const documentNamed = (id: string) => readContent(folder).documents.find((one) => one.id === id);

/** Gives a document of a text, whose file it writes. */
async function withText(text: string, others: Answers = {}): Promise<Answers> {
  const file = join(folder, 'text.txt');
  await writeFile(file, text);
  return { ...telegram, ...others, text: file };
}

describe('a new document', () => {
  test('is written from flags, long or short, and passes the check', async () => {
    const given = {
      kind: 'telegram',
      post: 'harbin',
      number: '40',
      'file-number': '711.10',
      heading: 'The Consul to the Minister',
      sent: '1936-03-09',
      dateline: 'Harbin, March 9, 1936—5 p.m.',
      received: '1936-03-10',
      'dateReceived.printed': '[Received March 10—2:55 p.m.]',
      document: '77',
    };
    const words = Object.entries(given).flatMap(([flag, value]) => [`--${flag}`, value]);
    const environment = { CONTENT_DIR: folder };
    const { code, output } = await runNode(program, words, { environment, showOutput: false });
    expect(output).toContain('harbin-1936-40.mdx. It passes the check.');
    expect(code).toBe(0);
    expect(readContent(folder).problems).toEqual([]);
    const document = documentNamed('harbin-1936-40');
    expect(document?.record).toMatchObject({
      fileNumber: '711.10',
      telegramNumber: '40',
      dateSent: { printed: 'Harbin, March 9, 1936—5 p.m.', supplied: [], inferred: [] },
      dateReceived: {
        supplied: ['year'],
        inferred: [],
        reason: 'The line gives no year: that of the volume is supplied.',
      },
      source: { volume: 'invented1936', document: 77, url: 'https://example.org/invented1936/d77', collated: false },
    });
  });

  test('has every field of the schema, written or as a comment that says what it holds', async () => {
    await makeDocument(folder, telegram);
    const text = await written();
    for (const { path, otherwise, description } of fieldsOf(documentRecord)) {
      const [, inner] = path.split('.');
      if (inner !== undefined && !/^(sender|recipient|dateSent|source)\.\w+$/.test(path)) continue;
      // An import alone writes it.
      if (path === 'source.import') continue;
      const name = path.split('.').at(-1) ?? '';
      const comment = `# ${name}: ${description} Default: ${otherwise}.`;
      expect(text.includes(comment) || new RegExp(`^ *${name}:`, 'm').test(text), path).toBe(true);
    }
  });

  test('guesses nothing: what nobody said has a placeholder that is not sealed, or is left out', async () => {
    await makeDocument(folder, telegram);
    const document = documentNamed('harbin-1936-40');
    expect(document?.record).toMatchObject({
      sender: [{ office: placeholders.office, place: 'harbin' }],
      recipient: [{ office: placeholders.office }],
      summary: placeholders.summary,
      dateSent: { supplied: ['year'], inferred: ['month', 'day'] },
    });
    expect(document?.record.recipient[0]).not.toHaveProperty('place');
    const [first] = document?.body ?? [];
    expect(first?.type === 'paragraph' && textOf(first.children, 'reading')).toBe(`40. ${placeholders.text}`);
  });

  test('has the text that was given, sign for sign', async () => {
    await makeDocument(folder, await withText('40. The troops * * * are *here*.\n\nNothing\nmore.\n'));
    expect(await written()).toMatch(/\n40\\\. The troops \\\* \\\* \\\* are \\\*here\\\*\.\n\nNothing more\.\n$/);
    expect(readContent(folder).problems).toEqual([]);
  });

  test('has the paragraphs that empty lines divide, their lines joined, else one a line', async () => {
    await makeDocument(folder, await withText('1. One\r\ntwo.\r\n\r\nThree.\n', { telegramNumber: '1' }));
    expect(await written('harbin-1936-1')).toMatch(/\n\n1\\\. One two\.\n\nThree\.\n$/);
    await makeDocument(folder, await withText('2. One.\nTwo.', { telegramNumber: '2' }));
    expect(await written('harbin-1936-2')).toMatch(/\n\n2\\\. One\.\n\nTwo\.\n$/);
  });

  test('takes a text as it is pasted: what prints nothing is left out, and said', async () => {
    const pasted =
      '\uFEFF40. A soft\u00ADhyphen and\u200B cafe\u0301.\r\n\r\nA line\vends,\u2028a page\fends,\ta tab.\r\n';
    await makeDocument(folder, await withText(pasted));
    expect(await written()).toContain('40\\. A softhyphen and café.\n\nA line ends, a page ends, a tab.\n');
    expect(said.join('\n')).toContain('Left out of the text, since it prints nothing: U+00AD, U+200B.\n');
    await makeDocument(folder, await withText('41. Plain.', { telegramNumber: '41' }));
    expect(said.at(-1)).not.toContain('Left out');
  });

  test('may have paragraphs that begin as a program’s lines do', async () => {
    await makeDocument(
      folder,
      await withText('40. One.\n\nexport duties were raised.\n\nimport of arms was refused.\n'),
    );
    const { body = [] } = documentNamed('harbin-1936-40') ?? {};
    expect(body.map((block) => block.type === 'paragraph' && textOf(block.children))).toEqual([
      '40. One.',
      'export duties were raised.',
      'import of arms was refused.',
    ]);
  });

  test('never takes the place of one that is here: one of the same name gets a letter', async () => {
    await makeDocument(folder, telegram);
    const before = await written();
    await expect(makeDocument(folder, { ...telegram, fileNumber: '000.00/1' })).rejects.toThrow(
      'harbin-1936-40 is here already, and stays as it is. --letter is missing: ',
    );
    await makeDocument(folder, { ...telegram, letter: 'b' });
    expect(await written()).toBe(before);
    expect(await readdir(join(folder, 'documents'))).toContain('harbin-1936-40-b.mdx');
    await expect(makeDocument(folder, { ...telegram, letter: 'b' })).rejects.toThrow('Take the next letter.');
  });

  test.each([
    [{ kind: 'letter', telegramNumber: undefined }, 'letter-harbin-1936-03-09'],
    [{ kind: 'despatch', telegramNumber: undefined, despatchNumber: '12' }, 'harbin-1936-despatch-12'],
    [{ 'sender.place': 'washington', 'recipient.place': 'harbin' }, 'washington-harbin-1936-40'],
    [{ kind: 'instruction', telegramNumber: undefined, despatchNumber: '561' }, 'harbin-1936-instruction-561'],
    [{ kind: 'circular', 'sender.place': 'washington', telegramNumber: undefined }, 'circular-washington-1936-03-09'],
    [{ kind: 'aide-memoire', telegramNumber: undefined }, 'aide-memoire-harbin-1936-03-09'],
    [
      { kind: 'minutes', telegramNumber: undefined, 'dateSent.date': '1936-03-09/1936-03-11' },
      'minutes-harbin-1936-03-09',
    ],
    [{ telegramNumber: undefined, 'dateSent.date': undefined, undated: 'No line.' }, 'telegram-harbin-undated'],
  ])('is named after what it is: %o', async (others, id) => {
    await makeDocument(folder, { ...telegram, ...others });
    expect(documentNamed(id)).toBeDefined();
  });
});

describe('a new document of each kind', () => {
  const nobody = { kind: 'treaty', heading: 'A treaty', 'dateSent.date': '1936-03-09' };
  test.each(documentKinds)('passes the check, and nobody is invented: %s', async (kind) => {
    const goes = isSent({ kind, recipient: [] });
    const answers = { ...nobody, kind, fileNumber: '711.10/1', ...(goes && { 'sender.place': 'harbin' }) };
    await makeDocument(folder, answers);
    expect(readContent(folder).problems).toEqual([]);
    const made = readContent(folder).documents.find(({ id }) => id !== 'harbin-1936-7');
    expect(made?.record.kind).toBe(kind);
    expect([made?.record.sender.length, made?.record.recipient.length]).toEqual(goes ? [1, 1] : [0, 0]);
  });

  test('needs no file number where it lies in no file', async () => {
    await makeDocument(folder, {
      ...nobody,
      kind: 'editorial-note',
      'source.document': '35',
      undated: 'It is the volume’s.',
      'dateSent.date': undefined,
    });
    expect(documentNamed('editorial-note-invented1936-d35')?.record).toMatchObject({ undated: 'It is the volume’s.' });
  });

  test('says that no file number is printed, where it is told so or asked for none', async () => {
    const answers = { ...nobody, kind: 'memorandum', 'sender.place': 'harbin' };
    await makeDocument(folder, { ...answers, absent: 'No file number is printed.' });
    await makeDocument(folder, { ...answers, 'dateSent.date': '1936-03-10' }, (question) =>
      Promise.resolve(question.startsWith('What the copy-text lacks') ? 'The volume prints no file number.' : ''),
    );
    const made = ['09', '10'].map((day) => documentNamed(`memorandum-harbin-1936-03-${day}`)?.record);
    expect(made.map((record) => [record?.fileNumber, record?.absent])).toEqual([
      [undefined, ['No file number is printed.']],
      [undefined, ['The volume prints no file number.']],
    ]);
    expect(readContent(folder).problems).toEqual([]);
  });

  test('has those who take part in a conversation', async () => {
    const kind = 'memorandum-of-conversation';
    const answers = { ...nobody, kind, fileNumber: '711.10/1', 'sender.place': 'washington' };
    await makeDocument(folder, { ...answers, participants: 'The Ambassador; Mr. White' });
    expect(documentNamed('memorandum-of-conversation-washington-1936-03-09')?.record.participants).toEqual([
      { name: 'The Ambassador' },
      { name: 'Mr. White' },
    ]);
  });

  test('asks why, where no date can be given', async () => {
    const { 'dateSent.date': _date, ...others } = telegram;
    const asked: string[] = [];
    await makeDocument(folder, { ...others, telegramNumber: undefined }, (question) => {
      asked.push(question);
      return Promise.resolve(question.startsWith('Why no date') ? 'None is printed.' : '');
    });
    expect(asked).toContainEqual(expect.stringMatching(/^Date sent, in figures, .* \(nothing, if there is none\): $/));
    expect(documentNamed('telegram-harbin-undated')?.record.undated).toBe('None is printed.');
  });
});

test('the first document of an edition makes the folder that Git does not keep while it is empty', async () => {
  await rm(join(folder, 'documents'), { recursive: true });
  await makeDocument(folder, telegram);
  expect(readContent(folder)).toMatchObject({ documents: [{ id: 'harbin-1936-40' }], problems: [] });
});

describe('nothing is written', () => {
  afterEach(async () => expect(await readdir(join(folder, 'documents'))).toEqual(['harbin-1936-7.mdx']));

  const unknown = 'A new one is entered there first, in three lines: its id, name: and summary:.';
  test.each([
    [{ kind: 'telegrm' }, `--kind: “telegrm”: expected kind to be one of ${documentKinds.join(', ')}.`],
    [
      { 'sender.place': 'harbn' },
      `--sender.place: “harbn” is not in register/places.yaml. Did you mean harbin? ${unknown}`,
    ],
    [{ 'recipient.person': 'gray' }, `register/persons.yaml. Did you mean gray-edmund? ${unknown}`],
    [{ telegramNumber: 'VII' }, 'expected telegramNumber to be a number as printed, such as 39.'],
    [
      { 'dateSent.date': 'Harbin, March 9' },
      'expected date to be a date as year-month-day in figures, such as 1936-01-31.',
    ],
    [{ 'dateSent.date': '1936-02-30' }, 'expected date to be a date that is in the calendar'],
    [{ 'dateReceived.date': '1936-02-29' }, 'expected: a date of receipt not before the date sent, 1936-03-09'],
    [{ 'source.volume': 'frus' }, '--source.volume: “frus” is no volume of edition.yaml; it has invented1936.'],
    [{ 'source.document': '90' }, 'found:    90, which is also that of harbin-1936-7'],
    [{ 'source.url': 'example.org' }, 'expected url to be a web address that begins with https://.'],
    [{ letter: 'b' }, '--letter: Leave it out: harbin-1936-40 is not here yet.'],
    [{ telegramNumber: '7', letter: 'bb' }, '--letter: A letter from b to z, not “bb”.'],
    [
      { kind: 'editorial-note', 'sender.place': undefined, 'dateSent.date': undefined, undated: 'None.', letter: 'b' },
      'No name can be made for the document: give --sender.place, --dateSent.date or --source.document.',
    ],
    [{ text: 'gone.txt' }, '--text: There is no file gone.txt. Give its way from this folder, or in full.'],
    [{ heading: 'A to B\u0007' }, 'U+0007'],
  ])('when the answers have a fault: %o', async (wrong, saying) => {
    await expect(makeDocument(folder, { ...telegram, ...wrong })).rejects.toThrow(saying);
  });

  test.each(['{\\rtf1\\ansi 40. One.}', '<!DOCTYPE html><p>40. One.', '<?xml version="1.0"?><p>40. One.</p>'])(
    'when the text is a page with its markup: %s',
    async (text) => {
      await expect(makeDocument(folder, await withText(text))).rejects.toThrow('is not plain text in UTF-8');
    },
  );

  test('when something is missing, all of which is named at once', async () => {
    const message = String(await makeDocument(folder, {}).catch((error: unknown) => error));
    expect(message).toContain('--fileNumber is missing (or --absent in its place): File number as printed.\n');
    expect(message.match(/--[\w.]+ is missing/g)).toEqual(
      ['kind', 'fileNumber', 'heading', 'sender.place', 'dateSent.date'].map((flag) => `--${flag} is missing`),
    );
  });

  test('when the disk takes no more, and where is said', () => {
    // The shell's limit on the size of files, 1 kB at most, stops writing as a full disk does.
    const flags = Object.entries(telegram).flatMap(([flag, answer]) => [`--${flag}`, answer]);
    const command = ['-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, program, ...flags];
    const { status, stderr } = spawnSync('sh', command, { env: { ...process.env, CONTENT_DIR: folder } });
    expect(stderr.toString()).toBe(
      `This could not be done at ${folder}/documents/harbin-1936-40.mdx: a file would be larger than this system allows.\n`,
    );
    expect(status).toBe(1);
  });

  test('when a flag is unknown, and no stack is shown', async () => {
    const { code, output } = await runHere(program, ['--heding', 'x'], { CONTENT_DIR: folder });
    expect(output).toContain("Unknown option '--heding'.\nDid you mean --heading? ");
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  test('when a value begins with a dash', async () => {
    const { code, output } = await runHere(program, ['--heading', '- - -'], { CONTENT_DIR: folder });
    expect(output).toMatch(/^Option '--heading' argument is ambiguous\.\n/);
    expect(output).toContain('those that begin with a dash follow an =');
    expect(code).toBe(1);
  });

  test('when the editor stops at any question', async () => {
    for (let answered = 0; answered < 5; answered += 1) {
      const replies = ['telegram', '000.00/1', 'A to B', 'harbin', '9'].slice(0, answered);
      const stopped = makeDocument(folder, {}, () =>
        replies.length > 0 ? Promise.resolve(replies.shift() ?? '') : Promise.reject(new Error('Stopped')),
      );
      await expect(stopped).rejects.toThrow('Stopped');
    }
  });
});

describe('an editor who is asked', () => {
  test('is asked few questions, may err, and is asked again', async () => {
    const replies = [
      'cable',
      'telegram',
      '000.00/1',
      '',
      'The Minister to the Secretary of State',
      'harbn',
      'tsitsihar',
    ];
    const asked: string[] = [];
    await makeDocument(folder, {}, async (question) => {
      asked.push(question);
      if (said.some((line) => line.includes('harbn'))) await addPlace('tsitsihar');
      return replies.shift() ?? (question.startsWith('Date sent') ? '1936-03' : '');
    });
    expect(new Set(asked).size).toBeLessThanOrEqual(8);
    expect(said).toContain('  This one is needed.');
    expect(said.find((line) => line.includes('cable'))).toContain('expected kind to be one of telegram');
    expect(documentNamed('telegram-tsitsihar-1936-03')).toBeDefined();
  });

  test('hears of an id that is taken before the last question', async () => {
    const asked: string[] = [];
    const { 'dateSent.date': _date, ...others } = telegram;
    await makeDocument(folder, { ...others, telegramNumber: '7' }, (question) => {
      asked.push(question);
      return Promise.resolve(question.startsWith('Date sent') ? '1936-03-02' : question.includes('letter') ? 'b' : '');
    });
    expect(asked.at(-2)).toMatch(/^harbin-1936-7 is here already, and stays as it is\. A letter/);
    expect(asked.at(-1)).toMatch(/^A plain-text file/);
    expect(documentNamed('harbin-1936-7-b')).toBeDefined();
  });

  /** Enters a place, as the editor may while a question stands. */
  const addPlace = async (id: string): Promise<void> => {
    const file = join(folder, 'register/places.yaml');
    const text = await readFile(file, 'utf8');
    if (!text.includes(id)) await writeFile(file, `${text}\n${id}:\n  name: ${id}\n  summary: A town.\n`);
  };
});

test('every flag says what it fills', () => {
  for (const [flag, says] of flags) expect(says, flag).toMatch(/^[A-Z].*\.$/);
  expect([...flags.keys()]).toEqual(expect.arrayContaining(['summary', 'source.pages', 'dateReceived.printed']));
});
