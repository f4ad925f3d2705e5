import { describe, expect, it } from 'vitest';
import { jsonLd, linkset, metaTags, serializeJsonLd, signpostingLinks } from '../../src/outputs/head.ts';
import { publicationOf, record, withRecord } from '../fixtures/publications/telegram-39.ts';

const page = 'https://edition.example/documents/moscow-1936-39';

describe('the head of a document’s page', () => {
  it('has the tags that Zotero imports exactly, Google Scholar’s three, and no others', () => {
    expect(metaTags(publicationOf()).map(({ name, content }) => `${name}: ${content}`)).toEqual([
      'z:itemType: bookSection',
      'dc:title: The Chargé in the Soviet Union (Henderson) to the Secretary of State [telegram no. 39, January 31, 1936, document 32]',
      'citation_title: The Chargé in the Soviet Union (Henderson) to the Secretary of State [telegram no. 39, January 31, 1936, document 32]',
      'dc:creator: Henderson, Loy W.',
      'citation_author: Henderson, Loy W.',
      'z:bookTitle: Foreign Relations of the United States: Diplomatic Papers, 1936, The Far East',
      'z:shortTitle: Telegram no. 39',
      'z:volume: 4',
      'z:place: Washington, DC',
      'z:publisher: Government Printing Office',
      'z:date: 1954',
      'citation_publication_date: 1954',
      'z:callNumber: 761.9315 Manchuria/35',
      'z:extra: Telegram no. 39 to Cordell Hull; doc. 32; file 761.9315 Manchuria/35; source: https://history.state.gov/historicaldocuments/frus1936v04/d32; version 1 of this edition',
      'z:language: en',
      'z:rights: Public domain',
      `z:url: ${page}/`,
    ]);
  });

  it('names every sender in a tag of its own, and never a recipient', () => {
    const two = withRecord({ sender: [...record.sender, { person: 'ward-angus', office: '' }] });
    const creators = metaTags(publicationOf(two)).filter(({ name }) => name === 'dc:creator');
    expect(creators.map(({ content }) => content)).toEqual(['Henderson, Loy W.', 'Ward, Angus']);
  });

  it('signposts what to cite, the licence and every file with its media type', () => {
    const links = signpostingLinks(publicationOf(undefined, { permalink: 'https://w3id.org/x/1/' }));
    expect(links).toEqual([
      { rel: 'cite-as', href: 'https://w3id.org/x/1/' },
      { rel: 'type', href: 'https://schema.org/WebPage' },
      { rel: 'type', href: 'https://schema.org/Message' },
      { rel: 'license', href: 'https://spdx.org/licenses/CC-BY-4.0' },
      { rel: 'item', href: `${page}.txt`, type: 'text/plain' },
      { rel: 'item', href: `${page}.xml`, type: 'application/tei+xml' },
      {
        rel: 'describedby',
        href: `${page}.csl.json`,
        type: 'application/vnd.citationstyles.csl+json',
      },
      { rel: 'describedby', href: `${page}.bib`, type: 'application/x-bibtex' },
      { rel: 'describedby', href: `${page}.ris`, type: 'application/x-research-info-systems' },
    ]);
  });

  it('keeps its addresses under the path that the site is served from', () => {
    const below = publicationOf(undefined, { home: 'https://edition.example/m/' });
    expect(signpostingLinks(below).map(({ href }) => href)).toContain(
      'https://edition.example/m/documents/moscow-1936-39.txt',
    );
  });

  it('says in the linkset also what the files are to the page, and that the text has a licence of its own', () => {
    const { linkset: contexts } = JSON.parse(linkset(publicationOf())) as { linkset: Record<string, unknown>[] };
    const back = [{ href: `${page}/`, type: 'text/html' }];
    expect(contexts.map(({ anchor }) => anchor)).toEqual([
      `${page}/`,
      ...['txt', 'xml', 'csl.json', 'bib', 'ris'].map((form) => `${page}.${form}`),
    ]);
    expect(contexts[0]).toMatchObject({
      'cite-as': [{ href: `${page}/` }],
      license: [{ href: 'https://spdx.org/licenses/CC-BY-4.0' }],
      type: [{ href: 'https://schema.org/WebPage' }, { href: 'https://schema.org/Message' }],
      item: [
        { href: `${page}.txt`, type: 'text/plain' },
        { href: `${page}.xml`, type: 'application/tei+xml' },
      ],
    });
    expect(contexts[1]).toEqual({
      anchor: `${page}.txt`,
      collection: back,
      license: [{ href: 'https://spdx.org/licenses/CC-PDM-1.0' }],
    });
    expect(contexts[4]).toEqual({ anchor: `${page}.bib`, describes: back });
  });
});

describe('the JSON-LD', () => {
  it('leads from the page to the message, its volume, series and archive', () => {
    const graph = jsonLd(publicationOf());
    expect(graph['@graph']).toMatchObject([
      { '@type': 'WebPage', '@id': `${page}/`, mainEntity: { '@id': `${page}/#document` } },
      {
        '@type': 'Message',
        '@id': `${page}/#document`,
        sender: [
          {
            '@type': 'Person',
            '@id': 'https://edition.example/register/henderson-loy-w/',
            name: 'Loy W. Henderson',
          },
        ],
        recipient: [
          { '@type': 'Person', '@id': 'https://edition.example/register/hull-cordell/', name: 'Cordell Hull' },
        ],
        dateSent: '1936-01-31',
        dateReceived: '1936-01-31T14:55:00-05:00',
        isPartOf: {
          '@type': 'Chapter',
          name: 'The Far Eastern Crisis, Chapter I: January 1–April 15, 1936',
          isPartOf: { '@id': 'https://history.state.gov/historicaldocuments/frus1936v04' },
        },
        isBasedOn: { '@type': 'ArchiveComponent', identifier: '761.9315 Manchuria/35' },
      },
      {
        '@type': 'PublicationVolume',
        volumeNumber: 4,
        isPartOf: {
          '@type': 'BookSeries',
          name: 'Foreign Relations of the United States: Diplomatic Papers, 1936',
        },
      },
    ]);
  });

  it('makes no message of what nobody sent: minutes of several days are a work with contributors', () => {
    const minutes = publicationOf(
      withRecord({
        kind: 'minutes',
        sender: [],
        recipient: [],
        participants: [{ name: 'Mr. Gilbert' }],
        dateSent: { date: '1938-08-02/1938-08-04', supplied: [], inferred: [] },
        dateReceived: undefined,
      }),
    );
    const { ['@graph']: graph } = jsonLd(minutes);
    expect(graph[1]).toMatchObject({
      '@type': 'CreativeWork',
      genre: 'minutes',
      temporalCoverage: '1938-08-02/1938-08-04',
      contributor: [{ '@type': 'Person', name: 'Mr. Gilbert' }],
    });
    expect(graph[1]).not.toHaveProperty('sender');
    expect(signpostingLinks(minutes).map(({ href }) => href)).toContain('https://schema.org/CreativeWork');
  });

  it('cannot end its script, whatever a document says', () => {
    const hostile = publicationOf(withRecord({ summary: '</script><script>alert(1)</script><!--' }));
    const script = serializeJsonLd(jsonLd(hostile));
    expect(script).not.toContain('<');
    expect(JSON.parse(script)).toEqual(JSON.parse(JSON.stringify(jsonLd(hostile))));
  });
});
