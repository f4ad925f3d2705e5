import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dateWords } from '../../src/edition/date-words.ts';
import { formatProblem } from '../../src/edition/problems.ts';
import { volumesOf } from '../../src/edition/volumes.ts';
import { publicationOf } from '../../src/edition/publish.ts';
import { readContent } from '../../src/loader/read-content.ts';
import { citations } from '../../src/outputs/citation-forms.ts';
import { citationRecord } from '../../src/outputs/citation-record.ts';
import { jsonLd } from '../../src/outputs/head.ts';
import { tei } from '../../src/outputs/tei.ts';
import { withContent } from '../loader/problem-fixtures.ts';
import { complaints } from './validate-xml.ts';

const kinds = fileURLToPath(new URL('../fixtures/kinds', import.meta.url));
const names = (await readdir(kinds)).filter((name) => name.endsWith('.mdx')).map((name) => name.replace('.mdx', ''));

const { documents, problems, warnings, settings, ...rest } = await withContent(undefined, async (folder) => {
  await cp(kinds, join(folder, 'documents'), { recursive: true, filter: (path) => !path.endsWith('.txt') });
  return readContent(folder);
});
if (!settings) throw new Error('The settings have problems.');
const edition = { documents, settings, ...rest };
const at = { site: 'https://edition.example', base: '/' };

/** What is made of a document's record, as a golden file that one can read. */
function described(id: string): { text: string; xml: string } {
  const document = documents.find((one) => one.id === id);
  const publication = document && publicationOf(document, { ...edition, volumes: volumesOf(edition) }, at);
  if (!publication) throw new Error(`There is no document ${id}.`);
  const xml = tei(publication);
  const [profile = ''] = /<profileDesc>[^]*<\/profileDesc>/.exec(xml) ?? [];
  const cited = citations(citationRecord(publication)).map(({ html }) => html);
  const work = JSON.stringify(jsonLd(publication)['@graph'][1], null, 2);
  return { text: [dateWords(publication.document.record.dateSent), ...cited, profile, work, ''].join('\n\n'), xml };
}

/** Documents of every kind, in the shape of printed ones: golden files are re-made by `--update`. */
describe('a document of each kind', () => {
  test('passes the check, which finds record and print in agreement', () => {
    expect([...problems, ...warnings].map(formatProblem)).toEqual([]);
    expect(names.length).toBe(9);
  });

  test.each(names)('is dated, cited and described: %s', async (id) => {
    await expect(described(id).text).toMatchFileSnapshot(`${kinds}/${id}.txt`);
  });

  test('is valid TEI', async () => {
    const files = Object.fromEntries(names.map((id) => [`${id}.xml`, described(id).xml]));
    expect(await complaints('document', files)).toEqual([]);
  });
});
