import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { volumesOf } from '../../src/edition/volumes.ts';
import { importVolume, type ImportOptions } from '../../src/import/import-volume.ts';
import { PlainFailure } from '../../src/loader/plain-failure.ts';
import { readContent } from '../../src/loader/read-content.ts';
import type { VolumeContents } from '../../src/schema/volume-contents.ts';
import { runHere } from '../setup/run-here.ts';
import { runNode } from '../setup/run-node.ts';

const base = fileURLToPath(new URL('../fixtures/problems/base', import.meta.url));
const xml = fileURLToPath(new URL('../fixtures/volume/invented.xml', import.meta.url));
const program = fileURLToPath(new URL('../../src/commands/import.ts', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** A content folder of its own, with the invented volume in it. */
let made = 0;
const fresh = async (): Promise<string> => {
  const content = join(folder, String((made += 1)), 'content');
  await cp(base, content, { recursive: true });
  return content;
};
const run = (content: string, options: Partial<ImportOptions> = {}, path = xml) =>
  importVolume(path, { folder: content, dryRun: false, day: '2026-01-31', ...options });
const imported = async (): Promise<string> => {
  const content = await fresh();
  await run(content);
  return content;
};
const fileOf = (content: string, number: number) => join(content, `documents/frus1899v09/frus1899v09-d${number}.mdx`);
/** Every file of a folder with its text. */
const everything = async (content: string): Promise<Record<string, string>> => {
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, 'utf8')] as const)),
  );
};

test('a reviewed volume is imported whole, and again without a change', async () => {
  const content = await fresh();
  const reviewed = fileURLToPath(new URL('../fixtures/volume/reviewed.xml', import.meta.url));
  const { counts, summaries } = await run(content, {}, reviewed);
  expect(counts).toMatchObject({ written: 5, refused: 0 });
  expect(summaries).toEqual({ 'list-of-papers': 0, volume: 1, 'first-words': 4 });
  const { documents, problems } = readContent(content);
  expect(problems).toEqual([]);
  expect(documents.find(({ id }) => id === 'frus1899v10-d3')?.record).toMatchObject({
    kind: 'memorandum-of-conversation',
    participants: [{ name: 'Rudolf A. Gilbert, Assistant to the President' }, { name: 'Ambassador Michael' }],
  });
  expect(documents.find(({ id }) => id === 'frus1899v10-d5')?.record).toMatchObject({
    summary: 'Thanks.',
    summaryFrom: 'volume',
  });
  const before = await everything(content);
  expect((await run(content, {}, reviewed)).counts).toMatchObject({ unchanged: 5 });
  expect(await everything(content)).toEqual(before);
});

test('documents that are counted otherwise are imported like others, and again without a change', async () => {
  const content = await fresh();
  const path = join(folder, 'appendix.xml');
  const odd = (await readFile(xml, 'utf8'))
    .replace('xml:id="d10" n="10"', 'xml:id="eta_d1" n="ETA–1"')
    .replace('xml:id="d12" n="12"', 'xml:id="appA" n="331 "')
    .replace('Nothing is wanting.', 'On board, see <ref target="#eta_d1">ETA–1</ref>.')
    .replace('<hi rend="smallcaps">Zenda</hi></placeName>, <date>April 6', 'Aboard Ship</placeName>, <date>April 6');
  await writeFile(path, odd);
  expect((await run(content, {}, path)).counts).toMatchObject({ written: 11, elsewhere: 0 });
  const { documents, problems, settings, contents } = readContent(content);
  expect(problems).toEqual([]);
  const [lettered, appended] = ['eta-d1', 'appa'].map((id) => documents.find((one) => one.id === `frus1899v09-${id}`));
  expect(lettered?.record.source.document).toBe('ETA–1');
  expect(appended?.record).toMatchObject({ sender: [{ name: 'Mr. A. Root' }], source: { document: 331 } });
  // A ship is no place of the register.
  expect(appended?.record.sender[0]?.place).toBeUndefined();
  const { placeOf } = volumesOf({ documents, settings: settings ?? { volumes: {} }, contents });
  expect(placeOf(lettered?.record.source.url ?? '')).toEqual({ id: 'frus1899v09-eta-d1' });
  expect((await run(content, {}, path)).counts).toMatchObject({ unchanged: 11, elsewhere: 0 });
});

describe('a volume is imported:', () => {
  let content: string;
  let report: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    content = await fresh();
    report = await run(content);
  });

  test('the report counts what became of each document', () => {
    expect(report.counts).toEqual({
      written: 11,
      rewritten: 0,
      unchanged: 0,
      kept: 0,
      elsewhere: 0,
      deleted: 0,
      wordless: 0,
      refused: 1,
    });
  });

  test('what would not come back whole is not written but listed, with its line and the passage', () => {
    expect(report.refused).toHaveLength(1);
    expect(report.refused[0]).toMatch(/^d11, line \d+ of invented\.xml: .*\n {4}.*har/);
  });

  test('what stands beside the documents is listed, since it is not imported', async () => {
    expect(report.besides).toEqual([]);
    const introduced = join(folder, 'introduced.xml');
    const after = `<div type="chapter" xml:id="ch9"><div type="document" xml:id="d90" n="90"><p>x</p></div>
      <p>${'Long '.repeat(20)}</p><list><item>x</item></list></div></body>`;
    await writeFile(introduced, (await readFile(xml, 'utf8')).replace('</body>', after));
    const { besides } = await run(await fresh(), { dryRun: true }, introduced);
    expect(besides).toEqual([expect.stringMatching(/^ch9, line \d+: “Long Long .*…”, and 1 more$/)]);
    const map = '<pb n="[Map 9]"/><figure><graphic url="m"/></figure><pb n="[]"/></div></body>';
    await writeFile(introduced, (await readFile(xml, 'utf8')).replace(/<\/div>\s*<\/body>/, map));
    expect((await run(await fresh(), { dryRun: true }, introduced)).besides).toEqual([
      expect.stringMatching(/^\w+, line \d+: a picture$/),
    ]);
    const papers = [
      'xml:id="preface" type="section"',
      'xml:id="p1" subtype="historical-document"',
      'xml:id="message-2"',
    ];
    const front = papers.map((attributes) => `<div ${attributes}><head>Message</head><p>x</p></div>`).join('');
    await writeFile(introduced, (await readFile(xml, 'utf8')).replace('</front>', `${front}</front>`));
    expect((await run(await fresh(), { dryRun: true }, introduced)).besides).toEqual([
      expect.stringMatching(/^p1, line \d+: “Message”, and 1 more$/),
      expect.stringMatching(/^message-2, line \d+: “Message”, and 1 more$/),
    ]);
  });

  test('what stands under the heading of a chapter is carried as a document is, or refused', async () => {
    const introduced = join(folder, 'introduced.xml');
    const chapter = `<div type="chapter" xml:id="ch9"><head>Conference<note n="1">Held late.</note></head><head>Second
      part</head><note rend="inline" type="source">Lot 3</note><p>The <hi rend="italic">Delegates</hi><note n="2"><p>Of
      two</p><p>kinds.</p></note>:</p><pb n="900"/><list><item>A. Beet, Grower.</item><item><pb n="901"/>C. Dill.
      </item></list><p rend="center">[Here the list ends.]</p><p rend="hanging">Or so.</p></div></body>`;
    await writeFile(introduced, (await readFile(xml, 'utf8')).replace('</body>', chapter));
    const here = await fresh();
    const { besides, notCarried } = await run(here, {}, introduced);
    expect(besides).toEqual([]);
    expect([...notCarried]).toEqual([...report.notCarried, ['p hanging', 1]]);
    const contents = parse(await readFile(join(here, 'volumes/frus1899v09.yaml'), 'utf8')) as VolumeContents;
    expect(contents.contents.at(-1)).toEqual({
      kind: 'chapter',
      id: 'ch9',
      heading: 'Conference',
      text: [
        '# Conference[^1]',
        '<Subheading>Second part</Subheading>',
        '<Opener>Lot 3</Opener>',
        'The *Delegates*[^2]\\:',
        '- <PageBreak n="900"/>A. Beet, Grower.\n- <PageBreak n="901"/>C. Dill.',
        '<Subheading>[Here the list ends.]</Subheading>',
        'Or so.',
        '[^1]: Held late.',
        '[^2]: Of two\n\n    kinds.',
      ].join('\n\n'),
    });
    expect(readContent(here).problems).toEqual([]);
    const odd = chapter.replace('Grower', 'Grower<note n="%">Of beets.</note>');
    await writeFile(introduced, (await readFile(xml, 'utf8')).replace('</body>', odd));
    expect((await run(await fresh(), { dryRun: true }, introduced)).refused.at(-1)).toMatch(
      /^What stands under the heading of ch9, line \d+ of introduced\.xml: expected .*\n {4}.*\[\^%\]/,
    );
  });

  test('a heading that looks like a mark or a slip of a word processor passes the check as it is printed', async () => {
    const headings = ['Of &lt;Sic&gt;grain&lt;/Sic&gt;', '‘Peace and plenty’', '“[No title]”'];
    const odd = headings.map(
      (head, at) => `<div type="document" n="${at + 70}" xml:id="d${at + 70}"><head>${head}</head>
      <dateline><date>May 1, 1899</date></dateline><p>The harvest was good.</p></div>`,
    );
    const path = join(folder, 'headings.xml');
    await writeFile(path, (await readFile(xml, 'utf8')).replace('</body>', `${odd.join('')}</body>`));
    const here = await fresh();
    const { counts } = await run(here, {}, path);
    const { problems, documents } = readContent(here);
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(1 + counts.written);
    expect(await readFile(join(here, 'volumes/frus1899v09.yaml'), 'utf8')).toContain('Of <Sic>grain</Sic>');
  });

  test('the edition passes its check with the volume in it', () => {
    const { problems, documents } = readContent(content);
    expect(problems).toEqual([]);
    expect(documents.filter(({ id }) => id.startsWith('frus1899v09-d')).map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12].map((number) => `frus1899v09-d${number}`),
    );
  });

  test('what the records say is what is printed, and nobody is identified', () => {
    const records = new Map(readContent(content).documents.map(({ id, record }) => [id, record]));
    const record = (number: number) => records.get(`frus1899v09-d${number}`);
    expect(record(1)).toMatchObject({
      fileLine: '700.01 Harvest/22: Telegram (part air)',
      kind: 'telegram',
      telegramNumber: '39',
      sender: [{ name: 'Gilbert', office: 'Chargé in Ruritania', place: 'strelsau' }],
      recipient: [{ office: 'Secretary of State' }],
      dateSent: { date: '1899-02-03', hour: '17:00', supplied: [], inferred: [] },
      dateReceived: { date: '1899-02-03', offset: '-05:00', supplied: ['year'], inferred: ['offset'] },
      source: {
        volume: 'frus1899v09',
        document: 1,
        page: '1',
        pages: '1–2',
        import: { id: 'd1', file: 'invented.xml' },
      },
      summary: 'Report of a harvest.',
      summaryFrom: 'list-of-papers',
    });
    expect(record(3)).toMatchObject({ kind: 'aide-memoire', dateSent: { date: '1899-03-09' } });
    expect(record(4)).toMatchObject({
      kind: 'memorandum-of-conversation',
      sender: [],
      recipient: [],
      participants: [{ name: 'The King' }, { name: 'Mr. Gilbert' }],
      dateSent: { date: '1899-04-01/1899-04-02' },
    });
    expect(record(4)).not.toHaveProperty('fileNumber');
    expect(record(5)).toMatchObject({ kind: 'editorial-note', undated: 'The volume prints no dateline.' });
    expect(record(6)).toMatchObject({
      telegramNumber: 'L–561',
      recipient: [{ office: 'Certain Diplomatic Missions' }],
    });
    expect(record(8)).toMatchObject({ kind: 'treaty', fileLine: 'Treaty Series No. 830' });
    expect(record(9)).toMatchObject({
      kind: 'despatch',
      despatchNumber: '41',
      undated: 'The dateline says that it is undated.',
    });
    expect(record(10)).toMatchObject({ kind: 'memorandum', dateSent: { date: '1899-04' }, recipient: [] });
    expect(record(12)).toMatchObject({ kind: 'letter', sender: [{ name: 'Mr. A. Root', place: 'zenda' }] });
  });

  test('a summary is the volume’s own where page and day agree, else the first words', () => {
    const summaries = readContent(content).documents.map(({ record }) => [record.summaryFrom, record.summary]);
    expect(summaries).toContainEqual(['list-of-papers', 'First of two of a day. (Footnote: Also to others.)']);
    expect(summaries).toContainEqual(['first-words', 'Dear Sir, Nothing is wanting.']);
  });

  test('a document received before it was sent by inferred clocks is listed, and the clocks are left out', () => {
    expect(report.remarks).toEqual([
      expect.stringMatching(
        /^d7, line \d+: sent 1936-04-03 14:00 \+02:00, received 1936-04-03 06:00 -05:00: the clocks/,
      ),
    ]);
    const { documents } = readContent(content);
    const record = documents.find(({ id }) => id === 'frus1899v09-d7')?.record;
    expect(record?.dateSent).not.toHaveProperty('offset');
    expect(record?.dateReceived?.inferred).toEqual([]);
  });

  test('a reference leads to the page or document at the Office of the Historian', async () => {
    const text = await readFile(fileOf(content, 6), 'utf8');
    expect(text).toContain('<Ref to="https://history.state.gov/historicaldocuments/frus1898v02/pg_7">p. 7</Ref>');
    expect(text).toContain('<Ref to="https://history.state.gov/historicaldocuments/frus1899v09/d1">note 2</Ref>');
  });

  test('edition.yaml and the register keep every line, and have what was missing', async () => {
    for (const name of ['edition.yaml', 'register/places.yaml']) {
      const before = (await readFile(join(base, name), 'utf8')).trimEnd();
      expect((await readFile(join(content, name), 'utf8')).startsWith(before)).toBe(true);
    }
    const { settings, register } = readContent(content);
    expect(settings?.volumes['frus1899v09']).toMatchObject({ title: 'The Invented East', number: 9, years: '1899' });
    expect(register.get('strelsau')).toMatchObject({ kind: 'places', name: 'Strelsau' });
  });

  test('the contents of the volume are written in its order, with the ids of what is here', async () => {
    const text = await readFile(join(content, 'volumes/frus1899v09.yaml'), 'utf8');
    expect(text).toContain('heading: The harvest\n');
    expect([...text.matchAll(/ id: (frus\S+)/g)].map(([, id]) => id)).toHaveLength(11);
    expect([...text.matchAll(/- number: (\d+)/g)].map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });
});

test('importing twice changes nothing, on another day too', async () => {
  const content = await imported();
  const before = await everything(content);
  const { counts } = await run(content, { day: '2026-02-01' });
  expect(counts).toMatchObject({ written: 0, rewritten: 0, unchanged: 11, refused: 1 });
  expect(await everything(content)).toEqual(before);
});

test('nothing is written where it is only asked what would be', async () => {
  const content = await fresh();
  const before = await everything(content);
  expect((await run(content, { dryRun: true })).counts.written).toBe(11);
  expect(await everything(content)).toEqual(before);
});

test('what an editor has changed is kept, and the report says what differs', async () => {
  const content = await imported();
  const file = fileOf(content, 12);
  const edited = (await readFile(file, 'utf8')).replace('Nothing is wanting', 'Nothing at all is wanting');
  await writeFile(file, edited);
  const { counts, kept } = await run(content);
  expect(counts).toMatchObject({ kept: 1, unchanged: 10 });
  expect(kept).toEqual([expect.stringMatching(/^frus1899v09-d12, kept: .*Nothing at all/)]);
  expect(await readFile(file, 'utf8')).toBe(edited);
});

test('Windows line ends and a byte-order mark are no change of an editor’s, and hide none', async () => {
  const content = await imported();
  const file = fileOf(content, 12);
  const onWindows = async () => writeFile(file, `\uFEFF${(await readFile(file, 'utf8')).replaceAll('\n', '\r\n')}`);
  await onWindows();
  expect((await run(content)).counts).toMatchObject({ unchanged: 11 });
  await writeFile(file, (await readFile(file, 'utf8')).replace('Nothing is wanting', 'Nothing at all is wanting'));
  expect((await run(content)).kept).toEqual([
    expect.stringMatching(/^frus1899v09-d12, kept: it has “.*Nothing at all/),
  ]);
});

test('a fingerprint that sealing writes is no change of an editor’s', async () => {
  const content = await imported();
  const file = fileOf(content, 12);
  const sealed = (await readFile(file, 'utf8')).replace(
    /( +)(change: Imported.*\n)/,
    `$1$2$1sha256: ${'a'.repeat(64)}\n`,
  );
  await writeFile(file, sealed);
  expect((await run(content)).counts).toMatchObject({ unchanged: 11, kept: 0 });
  expect(await readFile(file, 'utf8')).toBe(sealed);
});

test('what nobody has touched follows the volume', async () => {
  const content = await imported();
  const changed = join(content, '..', 'invented.xml');
  await writeFile(changed, (await readFile(xml, 'utf8')).replace('There is peace.', 'There is peace at last.'));
  expect((await run(content, {}, changed)).counts).toMatchObject({ rewritten: 1, unchanged: 10 });
  expect(await readFile(fileOf(content, 8), 'utf8')).toContain('There is peace at last.');
});

test('a deleted document comes back only where its number is named', async () => {
  const content = await imported();
  await rm(fileOf(content, 12));
  const { counts, leftAlone } = await run(content);
  expect(counts).toMatchObject({ deleted: 1, written: 0 });
  expect(leftAlone).toEqual(['d12: frus1899v09-d12 was deleted; --documents 12 brings it back']);
  expect((await run(content, { chosen: (number) => number === '12' })).counts).toMatchObject({ written: 1 });
  expect((await run(content)).counts).toMatchObject({ unchanged: 11, deleted: 0 });
});

test('contents that a merge has left in pieces are written anew, and what was deleted stays so', async () => {
  const content = await imported();
  const contents = join(content, 'volumes/frus1899v09.yaml');
  const whole = await readFile(contents, 'utf8');
  await rm(fileOf(content, 12));
  const [line = ''] = /^ +id: frus1899v09-d12$/m.exec(whole) ?? [];
  await writeFile(contents, whole.replace(line, `<<<<<<< HEAD\n${line}\n=======\n>>>>>>> other`));
  expect(readContent(content).problems).toMatchObject([
    { code: 'not-merged', mend: 'Import the volume again, which writes the file anew.' },
  ]);
  expect((await run(content)).counts).toMatchObject({ unchanged: 10, deleted: 1 });
  expect(await readFile(contents, 'utf8')).toBe(whole);
  await writeFile(join(content, 'register/places.yaml'), '<<<<<<< HEAD\n=======\n>>>>>>> other\n');
  await expect(run(content)).rejects.toThrow(/^content\/register\/places\.yaml:1:1 not-merged[^]*mend this first\.$/);
});

test('only the documents that were asked for are written, and a later import brings the others', async () => {
  const content = await fresh();
  expect((await run(content, { chosen: (number) => number === '6' })).counts).toMatchObject({ written: 1, refused: 0 });
  expect(readContent(content).problems).toEqual([]);
  expect((await run(content)).counts).toMatchObject({ written: 10, unchanged: 1, deleted: 0 });
});

test('a document that is nothing but a heading stands in the contents alone, and is no failure', async () => {
  const content = await fresh();
  const map = join(content, '..', 'map.xml');
  const whole = await readFile(xml, 'utf8');
  await writeFile(
    map,
    whole.replace(/(xml:id="d12"[^]*?<\/head>)[^]*?(?=<\/div>)/, '$1<figure><graphic url="m"/></figure>'),
  );
  const { counts, leftAlone } = await run(content, { chosen: (number) => number === '12' }, map);
  expect(counts).toMatchObject({ wordless: 1, written: 0, refused: 0 });
  expect(leftAlone).toEqual(['d12: nothing but a heading, as of a picture or of what is withheld']);
  expect(readContent(content).problems).toEqual([]);
  expect(await readFile(join(content, 'volumes/frus1899v09.yaml'), 'utf8')).not.toContain('frus1899v09-d12');
});

test('a volume whose header lacks what citations need is imported where edition.yaml has it', async () => {
  const content = await fresh();
  const older = join(content, '..', 'older.xml');
  await writeFile(older, (await readFile(xml, 'utf8')).replace(/<pubPlace>.*<\/pubPlace>/, ''));
  await expect(run(content, {}, older)).rejects.toThrow('no place of publication; citations need it. Write the volume');
  const other = await imported();
  await cp(join(other, 'edition.yaml'), join(content, 'edition.yaml'));
  const before = await readFile(join(content, 'edition.yaml'), 'utf8');
  expect((await run(content, {}, older)).counts).toMatchObject({ written: 11 });
  expect(await readFile(join(content, 'edition.yaml'), 'utf8')).toBe(before);
});

test('a number that the edition has under another id is not written a second time', async () => {
  const content = await imported();
  const own = (await readFile(fileOf(content, 12), 'utf8')).replace(/ {2}import:\n(?: {4}.*\n)+/, '');
  await rm(join(content, 'documents/frus1899v09'), { recursive: true });
  await rm(join(content, 'volumes'), { recursive: true });
  await writeFile(join(content, 'documents/letter-zenda-1899-04-06.mdx'), own);
  const { counts, leftAlone } = await run(content);
  expect(counts).toMatchObject({ elsewhere: 1, written: 10 });
  expect(leftAlone).toEqual(['d12: is letter-zenda-1899-04-06 in this edition']);
  expect(readContent(content).problems).toEqual([]);
});

describe('nothing is written of a file', () => {
  test.each([
    ['that is not there', undefined, 'There is no file'],
    ['that declares entities', '<!DOCTYPE TEI [<!ENTITY a "b">]><TEI/>', 'declares a document type'],
    ['of another kind', '<html/>', 'begins with <html>'],
    ['whose header lacks what citations need', 'title', 'The header gives no publisher'],
  ])('%s', async (_what, text, says) => {
    const content = await fresh();
    const path = join(content, '..', 'other.xml');
    const whole = await readFile(xml, 'utf8');
    if (text !== undefined)
      await writeFile(path, text === 'title' ? whole.replace(/<publisher>.*<\/publisher>/, '') : text);
    const before = await everything(content);
    const failure: unknown = await run(content, {}, path).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PlainFailure);
    expect(String(failure)).toContain(says);
    expect(await everything(content)).toEqual(before);
  });
});

test('the command prints the report, its counts last, and ends with 1 where something was refused', async () => {
  const content = await fresh();
  const environment = { CONTENT_DIR: content };
  const all = await runNode(program, [xml], { environment, showOutput: false });
  expect(all.code).toBe(1);
  expect(all.output).toMatch(/Refused:\n {2}d11, line/);
  expect(all.output).toMatch(
    /frus1899v09: 12 documents in [\d.]+ s\n {4}11 written\n {5}1 refused\nSummaries: \d+ from/,
  );
  expect(all.output).toMatch(/\nReceived before sent:\n {2}d7, line \d+: sent 1936-04-03 14:00/);
  const markup = '<hi rend="allcaps">A</hi><figure><graphic url="m"/></figure>&#xAD;<gap/><other>x</other>';
  const odd = join(folder, 'odd.xml');
  const after =
    '<div xml:id="ch9"><div type="document" xml:id="d90" n="90"><p>x</p></div><p>It is late.</p></div></body>';
  const text = (await readFile(xml, 'utf8')).replace('Nothing is wanting.', markup).replace('</body>', after);
  await writeFile(odd, text);
  const { output } = await runHere(program, [odd, '--documents', '12', '--dry-run'], environment);
  expect(output).toMatch(/Beside the documents, and so not imported:\n {2}ch9, line \d+: “It is late\.”\n/);
  expect(output).toContain(
    '(its words are kept):\n' +
      '       2 pictures, with their captions where they have words (figure, graphic)\n' +
      '       1 ways of setting words apart, or paragraphs (hi allcaps)\n' +
      '       1 characters that print nothing (U+00AD)\n' +
      '       1 places where words or signs are missing (gap)\n' +
      '       1 other markup (other)\n',
  );
  const some = await runHere(program, [xml, '--documents', '6-8,12'], environment);
  expect(some.output).toContain('4 unchanged');
  expect(some.code).toBe(0);
  const lettered = join(folder, 'lettered.xml');
  await writeFile(lettered, (await readFile(xml, 'utf8')).replace('xml:id="d12" n="12"', 'xml:id="appA" n="A"'));
  expect((await runHere(program, [lettered, '--documents', 'A'], environment)).output).toContain('1 written');
  const none = await runHere(program, [xml, '--documents', '6,99,200-300'], environment);
  expect(none.output).toMatch(/: 1 document in .*There is no document with the number 99, 200-300\.\n$/s);
  expect(none.code).toBe(1);
});

test.each([
  [[], 'repository: https://github.com/HistoryAtState/frus\n    file: invented.xml\n    id: d12'],
  [
    ['--repository', 'https://edition.example/tei', '--commit', '0123abc'],
    'repository: https://edition.example/tei\n    commit: 0123abc\n    file: invented.xml\n    id: d12',
  ],
])('the record says where a document is from: %j', async (parameters, says) => {
  const content = await fresh();
  await runHere(program, [xml, '--documents', '12', ...parameters], { CONTENT_DIR: content });
  expect(await readFile(join(content, 'documents/frus1899v09/frus1899v09-d12.mdx'), 'utf8')).toContain(says);
});

test.each([
  ['a draft, whose titles it has not named anew, is from its drafts', /(?<=\btype="\w+)-/g, 'frus-not-yet-reviewed'],
  ['a volume of whose documents it says no kind yet is from its volumes', / subtype="[^"]*"/g, 'frus'],
])('by the Office’s own habit, %s', async (_habit, without, repository) => {
  const content = await fresh();
  const path = join(content, '..', 'other.xml');
  await writeFile(path, (await readFile(xml, 'utf8')).replaceAll(without, ''));
  await run(content, { chosen: (number: string) => number === '12' }, path);
  expect(await readFile(join(content, 'documents/frus1899v09/frus1899v09-d12.mdx'), 'utf8')).toContain(
    `repository: https://github.com/HistoryAtState/${repository}\n`,
  );
});

test.each([
  ['six', '--documents takes numbers and ranges, such as 20,32-40, not “six”.'],
  ['8-6', '--documents takes numbers and ranges, such as 20,32-40, not “8-6”.'],
])('the command refuses --documents %s', async (list, says) => {
  const wrong = await runHere(program, [xml, '--documents', list]);
  expect(wrong.output).toContain(says);
  expect(wrong.code).toBe(1);
});

test('the command says in one sentence which option it does not know, and what it takes', async () => {
  const { output, code } = await runHere(program, [xml, '--document', '6']);
  expect(output).toMatch(/^Unknown option '--document'\.\n`npm run import -- VOLUME\.xml …` takes files of TEI/);
  expect(code).toBe(1);
});
