/** Citation files and tags, read back with parsers that share nothing with their writers. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { bibtex, cslItem, cslJson, fieldsIn, ris } from '../../src/outputs/citation-files.ts';
import { citationRecord } from '../../src/outputs/citation-record.ts';
import { jsonLd, metaTags } from '../../src/outputs/head.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { publicationOf, record, volume, withRecord } from '../fixtures/publications/telegram-39.ts';
import { call, mark, paragraph, set, words } from '../fixtures/publications/tree.ts';
import type { Block } from '../../src/edition/document.ts';
import type { Publication } from '../../src/edition/publish.ts';

const awkward = {
  ...withRecord({
    sender: [
      { person: 'litvinov-cyrillic', office: '' },
      { person: 'ohashi', office: '' },
      { office: 'Chargé d’Affaires & Consul' },
    ],
    source: { ...record.source, document: undefined, pages: '32–33' },
  }),
  heading: [words('Chargé—“50 % & $5” #1 of A_B {x} } ~y ^z \\n – 満洲')],
};

/** Publications that differ in what a citation can say. */
const publications: Readonly<Record<string, Publication>> = {
  'telegram 39': publicationOf(),
  'a despatch': publicationOf(everything),
  'an awkward one': publicationOf(awkward),
  'a volume in parts, under an outside identifier': publicationOf(undefined, {
    volume: { ...volume, part: 2 },
    permalink: 'https://w3id.org/x/moscow-1936-39/',
  }),
  'a volume without number or year': publicationOf(
    withRecord({ dateSent: { date: '1936', supplied: [], inferred: [] } }),
    { volume: { ...volume, number: undefined, years: undefined } },
  ),
};

/** A file read back as one CSL item, less what the parser adds of its own. */
const readBack = (file: string): Record<string, unknown> => {
  const [item] = new Cite(file).data as Record<string, unknown>[];
  const { _graph, id: _id, 'citation-key': _key, ...fields } = item ?? {};
  return fields;
};

/** What a CSL item should say, of the fields that one format carries and a reader of it takes up. */
const expected = (publication: Publication, format: 'bibtex' | 'ris'): Record<string, unknown> => {
  const item = cslItem(citationRecord(publication));
  const fields = fieldsIn(format, citationRecord(publication)).flatMap(({ name, csl }): [string, unknown][] =>
    csl === undefined || name === 'extra' ? [] : [[csl, item[csl]]],
  );
  const language = format === 'bibtex' ? { language: 'english' } : {};
  return { type: item['type'], ...Object.fromEntries(fields), ...language };
};

/** Names as one string each, since formats divide names that have no parts in their own ways. */
const flat = (fields: Record<string, unknown>): Record<string, unknown> => ({
  ...fields,
  author: (fields['author'] as Record<string, string>[]).map(
    ({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', '),
  ),
  ...(typeof fields['page'] === 'string' && { page: fields['page'].replace(/--|-/, '–') }),
});

describe.each(Object.entries(publications))('the record of %s', (_, publication) => {
  const cited = citationRecord(publication);

  it('is read back from .bib, every character of it', () => {
    expect(flat(readBack(bibtex([cited])))).toEqual(flat(expected(publication, 'bibtex')));
  });

  it('is read back from .ris, every character of it', () => {
    expect(flat(readBack(ris([cited])))).toEqual(flat(expected(publication, 'ris')));
  });

  it('is read back from .csl.json, every character of it', () => {
    expect(readBack(cslJson([cited]))).toEqual(readBack(JSON.stringify([cslItem(cited)])));
    expect(JSON.parse(cslJson([cited]))).toEqual([cslItem(cited)]);
  });

  it('is the same in the tags of the page, for every field that they can carry', () => {
    const item = cslItem(cited);
    const tags = metaTags(publication);
    const tagged = fieldsIn('meta', cited);
    expect(tagged.length).toBeGreaterThan(12);
    for (const { name: meta, csl, value: text } of tagged) {
      const contents = tags.filter(({ name }) => name === meta).map(({ content }) => content);
      if (typeof text !== 'string') {
        expect(contents).toEqual(flat(item)['author']);
        continue;
      }
      expect(contents).toEqual([text]);
      const value = csl === undefined ? text : item[csl];
      const parts = (value as { 'date-parts'?: number[][] })['date-parts']?.[0];
      const asText = parts ? parts.map((part) => String(part).padStart(2, '0')).join('-') : value;
      expect(asText).toBe(text);
    }
  });
});

describe('the citation files of a document in another language', () => {
  const french = (...parts: string[]) => mark('Foreign', { lang: 'fr' }, ...parts);
  const publication = (...body: Block[]) => publicationOf({ ...withRecord({}), body });
  const cited = (...body: Block[]) => citationRecord(publication(...body));
  const note = [paragraph(french('Le Ministre a reçu'), ' ', call('1'), french('la note.')), paragraph(french('Fin.'))];

  it('say so where all of its text is marked, and English of its title', () => {
    const one = cited(set('dateline', 'Paris, May 1, 1936.'), ...note);
    expect(ris([one])).toContain('LA  - fr\r\n');
    expect(cslItem(one)).toMatchObject({ language: 'fr' });
    expect(bibtex([one])).toContain('langid = {english}');
    expect(jsonLd(publication(...note))['@graph'][1]).toMatchObject({ inLanguage: 'fr' });
  });

  it('say English where a part is not, or there is no text', () => {
    for (const body of [[...note, paragraph('The end.')], [set('dateline', french('Paris'))]])
      expect(cslItem(cited(...body))).toMatchObject({ language: 'en' });
  });
});

describe('the citation files of a document whose printed pages are known', () => {
  const paged = (pages: { page: string; pages?: string }) =>
    citationRecord(publicationOf(withRecord({ source: { ...record.source, ...pages } })));

  it('give them beside its number in the volume', () => {
    const cited = paged({ page: '32', pages: '32–33' });
    expect(ris([cited])).toContain('SP  - 32\r\nEP  - 33\r\n');
    expect(bibtex([cited])).toContain('pages = {32--33}');
    expect(cslItem(cited)).toMatchObject({ page: '32–33', title: expect.stringContaining('document 32]') as string });
  });

  it('give one where it begins and ends on the same', () => {
    expect(ris([paged({ page: '32' })])).toContain('SP  - 32\r\nCY  - ');
  });
});

describe('the citation files of telegram 39', () => {
  const cited = citationRecord(publicationOf());
  const title =
    'The Chargé in the Soviet Union (Henderson) to the Secretary of State [telegram no. 39, January 31, 1936, document 32]';
  const book = 'Foreign Relations of the United States: Diplomatic Papers, 1936, The Far East';
  const summary = 'The usual emissary of the Kremlin tells Henderson of an uneasy feeling.';
  const extra =
    'Telegram no. 39 to Cordell Hull; doc. 32; file 761.9315 Manchuria/35; source: https://history.state.gov/historicaldocuments/frus1936v04/d32; version 1 of this edition';
  const address = 'https://edition.example/documents/moscow-1936-39/';

  it('hold in RIS exactly the tags that survive an import', () => {
    expect(ris([cited])).toBe(
      [
        'TY  - CHAP',
        'ID  - moscow-1936-39',
        `TI  - ${title}`,
        'AU  - Henderson, Loy W.',
        `T2  - ${book}`,
        'ST  - Telegram no. 39',
        'VL  - 4',
        'CY  - Washington, DC',
        'PB  - Government Printing Office',
        'PY  - 1954',
        'CN  - 761.9315 Manchuria/35',
        `AB  - ${summary}`,
        `N1  - ${extra}`,
        'LA  - en',
        `UR  - ${address}`,
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('hold in BibTeX nothing that is printed beside the citation, and titles that keep their capitals', () => {
    expect(bibtex([cited])).toBe(
      [
        '@incollection{moscow-1936-39,',
        `  title = {{${title}}},`,
        '  author = {Henderson, Loy W.},',
        `  booktitle = {{${book}}},`,
        '  shorttitle = {{Telegram no. 39}},',
        '  volume = {4},',
        '  address = {Washington, DC},',
        '  publisher = {Government Printing Office},',
        '  year = {1954},',
        `  abstract = {${summary}},`,
        `  extra = {${extra}},`,
        '  langid = {english},',
        `  url = {${address}},`,
        '}',
        '',
      ].join('\n'),
    );
  });

  it('hold in CSL-JSON the recipient, and neither an original date nor an archive', () => {
    expect(cslItem(cited)).toEqual({
      id: 'moscow-1936-39',
      type: 'chapter',
      title,
      author: [{ family: 'Henderson', given: 'Loy W.' }],
      recipient: [{ family: 'Hull', given: 'Cordell' }],
      'container-title': book,
      'title-short': 'Telegram no. 39',
      volume: '4',
      'publisher-place': 'Washington, DC',
      publisher: 'Government Printing Office',
      issued: { 'date-parts': [[1954]] },
      'call-number': '761.9315 Manchuria/35',
      abstract: summary,
      note: extra,
      language: 'en',
      URL: address,
    });
  });

  it('say in brackets after the heading only what is known', () => {
    const changed = withRecord({
      telegramNumber: undefined,
      dateSent: undefined,
      undated: 'No date is printed.',
      source: { ...record.source, document: undefined },
    });
    expect(cslItem(citationRecord(publicationOf(changed)))['title']).toMatch(
      / to the Secretary of State \[telegram\]$/,
    );
  });

  it('say in the short title and the note only what is known', () => {
    const bare = {
      kind: 'memorandum',
      telegramNumber: undefined,
      fileNumber: undefined,
      revisions: [],
      source: { ...record.source, document: undefined },
    } as const;
    const item = (changes: Parameters<typeof withRecord>[0]) =>
      cslItem(citationRecord(publicationOf(withRecord({ ...bare, ...changes }))));
    expect(item({})['title-short']).toBe('Memorandum, January 31, 1936');
    expect(item({ dateSent: undefined })['title-short']).toBe('Memorandum');
    expect(item({})['note']).toBe(`Memorandum to Cordell Hull; source: ${record.source.url}`);
  });

  it('have a line a tag in RIS, whatever line ends stand in a summary', () => {
    const written = ris([citationRecord(publicationOf(withRecord({ summary: 'Snow.\nER  - \nTY  - BOOK' })))]);
    expect(written).toContain('\r\nAB  - Snow. ER - TY - BOOK\r\n');
    expect(written.match(/^(?:TY|ER) {2}-/gm)).toHaveLength(2);
  });

  it('give an address in BibTeX as it is opened, save for braces', () => {
    const permalink = 'https://example.org/a_b~{c}/#p1';
    const file = bibtex([citationRecord(publicationOf(undefined, { permalink }))]);
    expect(file).toContain('url = {https://example.org/a_b~%7Bc%7D/#p1}');
  });

  it('say no kind beside a title that begins with it, unless there is a number', () => {
    const [heading, telegramNumber] = [[words('Telegram From the Embassy')], undefined];
    const titled = (changes: Parameters<typeof withRecord>[0]) =>
      cslItem(citationRecord(publicationOf({ ...withRecord(changes), heading })))['title'];
    expect(titled({})).toBe('Telegram From the Embassy [telegram no. 39, January 31, 1936, document 32]');
    expect(titled({ telegramNumber })).toBe('Telegram From the Embassy [January 31, 1936, document 32]');
    const source = { ...record.source, document: undefined };
    expect(titled({ telegramNumber, dateSent: undefined, source })).toBe('Telegram From the Embassy');
  });

  it('close every brace that they open in BibTeX, which counts the escaped ones too', () => {
    for (const title of ['a { lone brace', 'a } lone brace', '}{']) {
      const file = bibtex([citationRecord(publicationOf({ ...withRecord({}), heading: [words(title)] }))]);
      let depth = 0;
      for (const brace of file.replace(/[^{}]/g, '')) {
        depth += brace === '{' ? 1 : -1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(readBack(file)['title']).toBe(`${title} [telegram no. 39, January 31, 1936, document 32]`);
    }
  });

  it('are set by an ordinary style sheet without a stray number or genre', () => {
    const apa = new Cite(cslJson([citationRecord(publicationOf())])).format('bibliography', {
      template: 'apa',
    });
    expect(apa.trim()).toBe(
      'Henderson, L. W. (1954). The Chargé in the Soviet Union (Henderson) to the Secretary of State [telegram no. 39, January 31, 1936, document 32]. In Foreign Relations of the United States: Diplomatic Papers, 1936, The Far East (Vol. 4). Government Printing Office. https://edition.example/documents/moscow-1936-39/',
    );
  });
});
