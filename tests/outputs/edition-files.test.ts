import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fingerprint } from '../../src/edition/fingerprint.ts';
import { sealOf } from '../../src/edition/ledger-check.ts';
import { seal } from '../../src/edition/ledger-seal.ts';
import { editionFile, editionSchema } from '../../src/schema/edition-file.ts';
import { editionJson } from '../../src/outputs/edition-json.ts';
import { feed } from '../../src/outputs/atom.ts';
import { documentFiles, documentForms, listFiles } from '../../src/outputs/files.ts';
import { everything } from '../fixtures/publications/everything.ts';
import {
  document,
  emptyLedger,
  publicationOf,
  record,
  settings,
  withRecord,
} from '../fixtures/publications/telegram-39.ts';
import { words } from '../fixtures/publications/tree.ts';
import { elements, find, parse } from './read-tei.ts';

const home = 'https://edition.example/';
const publications = [publicationOf(), publicationOf(everything)];

describe('the feed', () => {
  const atom = find(parse(feed(settings, home, publications)), 'feed');
  const entries = atom ? elements(atom).filter(({ name }) => name === 'entry') : [];
  const textOf = (entry: (typeof entries)[number] | undefined, name: string) =>
    entry &&
    find(entry, name)
      ?.children.filter((child) => typeof child === 'string')
      .join('');

  it('gives the document that was revised last first, under its permalink', () => {
    expect(entries.map((entry) => textOf(entry, 'id'))).toEqual([
      'https://edition.example/documents/moscow-despatch-1234/',
      'https://edition.example/documents/moscow-1936-39/',
    ]);
    expect(textOf(entries[1], 'title')).toBe('Loy W. Henderson to Cordell Hull, telegram no. 39, January 31, 1936');
  });

  it('takes its dates from the revisions', () => {
    expect(textOf(atom, 'updated')).toBe('2026-12-01T00:00:00Z');
    expect(textOf(entries[0], 'published')).toBe('2026-11-23T00:00:00Z');
    expect(textOf(entries[0], 'updated')).toBe('2026-12-01T00:00:00Z');
    expect(textOf(entries[0], 'summary')).toMatch(
      /^Version 2, December 1, 2026: A misprint corrected & marked <so>\. The usual/,
    );
  });

  it('is the same whatever the order of the documents', () => {
    expect(feed(settings, home, publications.toReversed())).toBe(feed(settings, home, publications));
  });

  it('gives the documents of one day in the order of their numbers', () => {
    const imported = ['frus1936v03-d10', 'frus1936v03-d9'].map((id) => publicationOf({ ...document, id }));
    const written = feed(settings, home, imported);
    expect(written.indexOf('-d9/')).toBeLessThan(written.indexOf('-d10/'));
  });
});

describe('edition.json', () => {
  it('gives every document its version, its seal and the fingerprint of its text', () => {
    const { ledger } = seal([document], emptyLedger);
    const sealed = publications.map((one) => ({ ...one, seal: sealOf(one.document, ledger) }));
    const edition = JSON.parse(editionJson(settings, home, sealed)) as {
      documents: Record<string, unknown>[];
    };
    expect(edition.documents).toMatchObject([
      {
        id: 'moscow-1936-39',
        number: '39',
        fileNumber: '761.9315 Manchuria/35',
        sender: [{ name: 'Loy W. Henderson', office: 'Chargé in the Soviet Union' }],
        dateSent: {
          date: '1936-01-31',
          inferred: ['month', 'day'],
          reason: 'The copy-text has no dateline.',
        },
        source: { volume: { key: 'frus1936v04', title: 'The Far East' } },
        version: 1,
        sealed: true,
        sha256: fingerprint(documentFiles.txt.write(publicationOf())),
      },
      { id: 'moscow-despatch-1234', version: 2, sealed: false },
    ]);
    expect(edition.documents[0]?.['files']).toHaveLength(documentForms.length);
  });

  it('is what its JSON Schema says, which it names', () => {
    const text = editionJson(settings, home, publications);
    expect(() => editionFile.parse(JSON.parse(text))).not.toThrow();
    const schema = JSON.parse(editionSchema(home)) as Record<string, unknown>;
    expect(schema).toMatchObject({ $id: `${home}edition.schema.json`, type: 'object', additionalProperties: false });
    expect(JSON.parse(text)).toMatchObject({ $schema: schema['$id'] });
    // The published schema, not only the one that it was made from, takes the file and refuses another.
    const published = z.fromJSONSchema(schema);
    expect(published.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(published.safeParse({ ...(JSON.parse(text) as object), title: 1 }).success).toBe(false);
  });

  it('leads to the text of every version that a newer one has replaced', () => {
    const first = seal([document], emptyLedger).ledger;
    const again = { version: 2, date: '2026-11-24', change: 'The summary is another.' };
    const revised = withRecord({ revisions: [...record.revisions, again] });
    const { ledger } = seal([revised], first);
    const sealed = [publicationOf(revised, { seal: sealOf(revised, ledger) })];
    const { documents } = JSON.parse(editionJson(settings, home, sealed)) as { documents: { versions: object[] }[] };
    const sha256 = fingerprint(documentFiles.txt.write(publicationOf()));
    expect(documents[0]?.versions).toEqual([
      { ...again, sha256 },
      { ...record.revisions[0], sha256, url: `${home}documents/moscow-1936-39.v1.txt` },
    ]);
  });
});

describe('the files of many documents', () => {
  it.each(['bib', 'ris', 'csl.json'] as const)('hold in .%s each document, as its own file does', (form) => {
    const items = new Cite(listFiles[form].write(publications)).data as { title: string }[];
    const own = publications.map((one) => new Cite(documentFiles[form].write(one)).data as object[]);
    expect(items).toHaveLength(2);
    const plain = (item: object) => JSON.stringify({ ...item, _graph: undefined });
    expect(items.map(plain)).toEqual(own.flat().map(plain));
  });

  it('hold in .csv a row a document, which a spreadsheet reads with its letters and without reckoning', () => {
    const participants = [{ person: 'litvinov-cyrillic' }, { name: 'Gilbert', office: 'Chargé' }];
    const awkward = { ...withRecord({ summary: 'Says “no”, "never"; 満洲.', participants }), heading: [words('=1+1')] };
    const table = listFiles.csv.write([publicationOf(), publicationOf(awkward)]);
    const [head, first, second, ...rest] = table.split('\r\n');
    expect(head).toBe(
      '\u{feff}id,title,kind,number,file_number,from,from_place,to,to_place,sent,sent_inferred,received,volume,document,pages,summary,version,permalink,source,participants',
    );
    expect(first).toBe(
      'moscow-1936-39,The Chargé in the Soviet Union (Henderson) to the Secretary of State,telegram,39,761.9315 Manchuria/35,Loy W. Henderson,Moscow,Cordell Hull,"Washington, D.C.",1936-01-31,month day,1936-01-31,"Foreign Relations of the United States: Diplomatic Papers, 1936, vol. 4, The Far East",32,,The usual emissary of the Kremlin tells Henderson of an uneasy feeling.,1,https://edition.example/documents/moscow-1936-39/,https://history.state.gov/historicaldocuments/frus1936v04/d32,',
    );
    expect(second).toMatch(
      /^moscow-1936-39,'=1\+1,telegram,.*,"Says “no”, ""never""; 満洲\.",1,.*,Максим Максимович Литвинов; Gilbert$/,
    );
    expect(rest).toEqual(['']);
  });
});
