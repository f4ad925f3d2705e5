import { describe, expect, it } from 'vitest';
import { documentForms } from '../../src/edition/addresses.ts';
import { fingerprint } from '../../src/edition/fingerprint.ts';
import { sealOf } from '../../src/edition/ledger-check.ts';
import { seal } from '../../src/edition/ledger-seal.ts';
import { emptyLedger } from '../../src/edition/ledger.ts';
import { editionJson } from '../../src/outputs/edition-json.ts';
import { feed } from '../../src/outputs/feed.ts';
import { documentFiles } from '../../src/outputs/files.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { document, publicationOf, settings } from '../fixtures/publications/telegram-39.ts';
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
});

describe('edition.json', () => {
  it('gives every document its version, its seal and the fingerprint of its text', () => {
    const { ledger } = seal([document], emptyLedger);
    const sealed = publications.map((publication) => ({
      publication,
      seal: sealOf(publication.document, ledger),
    }));
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
        version: 1,
        sealed: true,
        sha256: fingerprint(documentFiles.txt.write(publicationOf())),
      },
      { id: 'moscow-despatch-1234', version: 2, sealed: false },
    ]);
    expect(edition.documents[0]?.['files']).toHaveLength(documentForms.length);
  });
});
