import { appendFile, cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyLedger } from '../fixtures/publications/telegram-39.ts';
import { formatProblem } from '../../src/edition/problems.ts';
import { documentPaths, readContent } from '../../src/loader/read-content.ts';
import { sealFolder } from '../../src/loader/write-ledger.ts';
import { withContent } from './problem-fixtures.ts';

const telegram = (folder: string): string => join(folder, 'documents', 'harbin-1936-7.mdx');

/** Reads the good content after a change to it, and says what is wrong. */
const saidAfter = (change: (folder: string) => Promise<unknown>): Promise<string[]> =>
  withContent(undefined, async (folder) => {
    await change(folder);
    return readContent(folder).problems.map(formatProblem);
  });

test('a content folder without problems gives documents, registers, settings and an empty ledger', async () => {
  const content = await withContent(undefined, (folder) => readContent(folder));
  expect(content.problems).toEqual([]);
  expect(content.documents.map(({ id }) => id)).toEqual(['harbin-1936-7']);
  expect([...content.register.keys()]).toEqual(['brown-amelia', 'gray-edmund', 'harbin', 'washington']);
  expect(content.register.get('gray-edmund')).toMatchObject({
    kind: 'persons',
    sortName: 'Gray, Edmund',
    statements: [],
  });
  expect(content.settings?.volumes['invented1936']?.years).toBe('1936');
  expect(content.ledger).toEqual(emptyLedger);
});

test('while a document cannot be read, no printed name is said to be nobody’s', async () => {
  const codes = await withContent('a printed name is nobody’s', async (folder) => {
    await writeFile(telegram(folder), '');
    return readContent(folder).problems.map(({ code }) => code);
  });
  expect(codes).toEqual(['frontmatter-missing']);
});

test('a register may have no entry yet', async () => {
  for (const text of ['', '# Nobody yet.\n', '\n# None.\n\n'])
    expect(await saidAfter((folder) => writeFile(join(folder, 'register/terms.yaml'), text))).toEqual([]);
});

test('the contents of a volume and what introduces their parts are read', async () => {
  const contents =
    'volume: invented1936\ncontents:\n  - kind: chapter\n    text: "# Harvest\\n\\nLate."\n    contents: []\n';
  const content = await withContent(undefined, async (folder) => {
    await mkdir(join(folder, 'volumes'));
    await writeFile(join(folder, 'volumes/invented1936.yaml'), contents);
    return readContent(folder);
  });
  expect(content.problems).toEqual([]);
  expect([...content.contents.keys()]).toEqual(['invented1936']);
  expect(content.texts.get('# Harvest\n\nLate.')).toMatchObject({ body: [{ children: [{ value: 'Late.' }] }] });
});

test('only persons are asked for the name under which they are filed, and none whose name is one word or divided', async () => {
  const content = await withContent(undefined, async (folder) => {
    const persons = [
      'plato:\n  name: Plato\n  summary: X',
      'hull:\n  name: Mr. Hull\n  given: Cordell\n  family: Hull\n  summary: X',
    ];
    await appendFile(join(folder, 'register/persons.yaml'), `${persons.join('\n')}\n`);
    await appendFile(join(folder, 'register/places.yaml'), 'new-york:\n  name: New York\n');
    return readContent(folder);
  });
  expect(content.register.get('new-york')?.name).toBe('New York');
  expect(content.warnings).toEqual([]);
});

test('a document is read however deep in documents/ its folder is', async () => {
  const ids = await withContent(undefined, async (folder) => {
    await mkdir(join(folder, 'documents/drafts/1936'), { recursive: true });
    const text = await readFile(telegram(folder), 'utf8');
    const eight = text.replace('Number: 7', 'Number: 8').replace('7\\.', '8\\.').replaceAll('90', '91');
    await writeFile(join(folder, 'documents/drafts/1936/harbin-1936-8.mdx'), eight);
    return readContent(folder).documents.map(({ id }) => id);
  });
  expect(ids).toEqual(['harbin-1936-7', 'harbin-1936-8']);
});

test('an id stands once, whatever the folder of its file', async () => {
  const said = await saidAfter(async (folder) => {
    await mkdir(join(folder, 'documents/other'));
    await cp(telegram(folder), join(folder, 'documents/other/harbin-1936-7.mdx'));
  });
  expect(said).toEqual([
    [
      'content/documents/other/harbin-1936-7.mdx:1:1 id-twice',
      '  expected: each id once, whatever folder its file stands in',
      '  found:    harbin-1936-7, which is also content/documents/harbin-1936-7.mdx',
      '  to mend:  Rename or remove one of the two files.',
    ].join('\n'),
  ]);
});

test('what the ledger has against a document is said of its file, whatever folder that stands in', async () => {
  const said = await saidAfter(async (folder) => {
    sealFolder(folder);
    const text = await readFile(telegram(folder), 'utf8');
    await mkdir(join(folder, 'documents/other'));
    await rm(telegram(folder));
    await writeFile(join(folder, 'documents/other/harbin-1936-7.mdx'), text.replace('has melted', 'melts'));
  });
  expect(said.map((one) => one.split('\n', 1)[0])).toEqual([
    'content/documents/other/harbin-1936-7.mdx:39:1 ledger-text-changed',
  ]);
});

test('a record keeps what the editor wrote: numbers as printed, dates and offsets as strings', async () => {
  const { documents } = await withContent(undefined, (folder) => readContent(folder));
  expect(documents[0]?.record).toMatchObject({
    telegramNumber: '7',
    sender: [{ person: 'brown-amelia', office: 'Consul General at Harbin', place: 'harbin' }],
    dateSent: { date: '1936-03-02', supplied: [], inferred: [] },
    dateReceived: { date: '1936-03-03', hour: '04:10', offset: '-05:00' },
    source: { collated: false, document: 90 },
    absent: [],
    related: [],
  });
});

test('a file number that looks like a number keeps its last zero', async () => {
  const { documents } = await withContent(undefined, async (folder) => {
    const text = await readFile(telegram(folder), 'utf8');
    await writeFile(telegram(folder), text.replace('761.9315 Manchuria/90', '761.9310'));
    return readContent(folder);
  });
  expect(documents[0]?.record.fileNumber).toBe('761.9310');
});

test('documents come in the order of their numbers', async () => {
  const { documents } = await withContent(undefined, async (folder) => {
    const text = await readFile(telegram(folder), 'utf8');
    for (const number of ['39', '10']) {
      const other = text.replace('telegramNumber: 7', `telegramNumber: ${number}`).replace('7\\.', `${number}\\.`);
      await writeFile(join(folder, 'documents', `harbin-1936-${number}.mdx`), other);
    }
    return readContent(folder);
  });
  expect(documents.map(({ id }) => id)).toEqual(['harbin-1936-7', 'harbin-1936-10', 'harbin-1936-39']);
});

test('a file that a system or a word processor hides beside a document is no document', async () => {
  const hide = (folder: string) => writeFile(join(folder, 'documents', '~$harbin-1936-7.mdx'), 'open');
  expect(await saidAfter(hide)).toEqual([]);
  for (const name of ['.DS_Store', 'Thumbs.db', 'desktop.ini'])
    expect(await saidAfter((folder) => writeFile(join(folder, 'documents', name), ''))).toEqual([]);
});

test('a missing content folder is one plain problem', async () => {
  const said = await saidAfter((folder) => rm(folder, { recursive: true }));
  expect(said).toEqual([
    [
      'content:1:1 content-missing',
      '  expected: a folder content with edition.yaml, documents/ and register/',
      '  found:    no such folder',
      '  to mend:  Create it, or set CONTENT_DIR to the folder that holds the content.',
    ].join('\n'),
  ]);
});

test('a folder that cannot be read is one plain problem, and no document is said to be gone or to be none', async () => {
  const said = await saidAfter(async (folder) => {
    await rm(join(folder, 'documents'), { recursive: true });
    // A link to itself, since permissions stop no administrator.
    await symlink('documents', join(folder, 'documents'));
    expect(() => documentPaths(folder)).toThrow(/documents/);
  });
  expect(said).toEqual([
    [
      'content/documents:1:1 folder-unreadable',
      '  expected: a folder that can be read',
      '  found:    one that this program may not read (ELOOP)',
      '  to mend:  See that it is a folder and that you may read it.',
    ].join('\n'),
  ]);
});

test('a missing edition.yaml is said once, and documents are not blamed for it', async () => {
  const said = await saidAfter((folder) => rm(join(folder, 'edition.yaml')));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('content/edition.yaml:1:1 file-missing');
});

test('a register that is broken is said once, and documents are not blamed for it', async () => {
  const said = await saidAfter((folder) => writeFile(join(folder, 'register', 'persons.yaml'), 'brown: [\n'));
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('content/register/persons.yaml:1:8 yaml');
});

test.each(['Thé snow', 'Thï snow'])(
  'a file that is not UTF-8, %s, is said with the place of its first bad byte',
  async (words) => {
    const said = await saidAfter(async (folder) => {
      const text = await readFile(telegram(folder), 'utf8');
      await writeFile(telegram(folder), Buffer.from(text.replace('The snow', words), 'latin1'));
    });
    expect(said).toEqual([
      [
        'content/documents/harbin-1936-7.mdx:38:7 not-utf-8',
        '  expected: a file in UTF-8',
        '  found:    bytes that are not UTF-8',
        '  to mend:  Save the file again with the encoding UTF-8, and see that its accents and quotation marks are right.',
      ].join('\n'),
    ]);
  },
);

test('a folder in place of a file is a problem, not a failure', async () => {
  const said = await saidAfter(async (folder) => {
    await rm(join(folder, 'register', 'places.yaml'));
    await mkdir(join(folder, 'register', 'places.yaml'));
  });
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('content/register/places.yaml:1:1 file-unreadable');
});

test('lines and columns inside the record hold with Windows line ends and a byte-order mark', async () => {
  const change = (lineEnd: string, mark: string) => async (folder: string) => {
    const text = (await readFile(telegram(folder), 'utf8')).replace('telegramNumber: 7', 'telegramNumber: seven');
    await writeFile(telegram(folder), mark + text.replaceAll('\n', lineEnd));
  };
  const said = await saidAfter(change('\r\n', '\uFEFF'));
  expect(said).toEqual(await saidAfter(change('\n', '')));
  expect(said[0]).toContain('harbin-1936-7.mdx:5:17 field-wrong');
});

test('problems of many files come together, sorted by file and place', async () => {
  const said = await saidAfter(async (folder) => {
    await cp(telegram(folder), join(folder, 'documents', 'harbin-1936-9.mdx'));
    await writeFile(join(folder, 'documents', 'harbin-1936-8.mdx'), 'nothing');
    await writeFile(join(folder, 'register', 'terms.yaml'), 'x:\n  name: X\n');
  });
  expect(said.map((problem) => problem.split(' ', 1)[0])).toEqual([
    'content/documents/harbin-1936-8.mdx:1:1',
    'content/documents/harbin-1936-9.mdx:1:1',
    'content/documents/harbin-1936-9.mdx:23:13',
    'content/register/terms.yaml:1:1',
  ]);
});
