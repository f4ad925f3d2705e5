import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignAnchors } from '../../src/edition/anchors.ts';
import type { Block, EditionDocument, Inline } from '../../src/edition/document.ts';
import { volumesOf } from '../../src/edition/volumes.ts';
import { documentHtml, partHtml, wholeHtml } from '../../src/outputs/html.ts';
import { textPassages } from '../../src/search/shared/passages.ts';
import { call, mark, note, paragraph, telegram, words } from '../edition/documents.ts';
import { anyDocument } from '../fixtures/publications/arbitrary.ts';
import { passagesOfPage } from '../search/page-passages.ts';

const htmlOf = (document: EditionDocument): string => {
  const { heading, text } = documentHtml(document, (id) => `/documents/${id}/`);
  return heading + text;
};
const body = (...blocks: Parameters<typeof telegram>[0]) => htmlOf(telegram(blocks));

describe('the text in HTML', () => {
  test('begins with the file line, the heading, the dateline and the received line as printed', () => {
    const document = telegram([paragraph('p1', '1. Words.')], [], {
      dateSent: {
        printed: 'Moscow, January 31, 1936—9 p.m.',
        date: '1936-01-31',
        supplied: [],
        inferred: [],
      },
      dateReceived: {
        printed: '[Received 9:30 p.m.]',
        date: '1936-01-31',
        supplied: [],
        inferred: [],
      },
    });
    expect(htmlOf(document)).toMatch(
      /^<header class="heading"><p class="file-line">000\.00\/1: Telegram<\/p><h1 id="heading">The Chargé to the Secretary of State<\/h1><\/header><p class="dateline" id="dateline">Moscow, January 31, 1936—9 p\.m\.<\/p><p class="received" id="received">\[Received 9:30 p\.m\.\]<\/p>/,
    );
  });

  test('sets a heading in the text under that of the part it stands in, where that has one', () => {
    const within = { ...paragraph('l1', 'Rule'), role: 'subheading' } as const;
    const part = (...heading: ReturnType<typeof words>[]): Block => ({
      type: 'division',
      kind: 'enclosure',
      heading,
      children: [within],
    });
    expect(body(part())).toContain('<h2 id="l1"');
    expect(body(part(words('Enclosure')))).toMatch(/<h2>Enclosure<\/h2><h3 id="l1"/);
  });

  test('draws a paragraph’s number from an attribute, so that it is never copied', () => {
    expect(body(paragraph('p1a', 'Words.'))).toContain(
      '<p id="p1a"><a class="pn" href="#p1a" data-n="1a" aria-label="Paragraph 1a" data-pagefind-ignore=""></a>Words.</p>',
    );
  });

  test('prints [sic] after its words and keeps it out of phrases', () => {
    expect(body(paragraph('p1', 'that ', mark('Sic', 'on'), ' the'))).toContain(
      '>that <a class="mark sic" id="m1" href="#a-m1" aria-describedby="a-m1" data-gloss="So in the source: the words stand thus in the copy-text."><span class="words">on</span><span class="affix" data-pagefind-ignore=""> [<i>sic</i>]</span></a> the</p>',
    );
  });

  test('puts supplied words in brackets that search may see', () => {
    expect(body(paragraph('p1', mark('Supplied', 'to support.')))).toContain(
      '<span class="affix">[</span><span class="words">to support.</span><span class="affix">]</span>',
    );
  });

  test('puts no link inside a link: where names stand among the words, the affix is the link', () => {
    const html = body(paragraph('p1', mark('Supplied', [mark('Person', 'Hull', { id: 'hull' })])));
    expect(html).toContain('<span class="mark supplied" id="m1"><a class="affix" href="#a-m1"');
    expect(html).toContain('<span class="affix">]</span></span>');
    expect(html).toContain('<a class="name" href="#e-hull">Hull</a>');
    const withRef = (to: string) => body(paragraph('p1', mark('Sic', [mark('Ref', 'p. 7', { to })])));
    expect(withRef('#p1')).toContain(
      '<span class="mark sic" id="m1"><span class="words"><a class="ref" href="#p1">p. 7</a></span><a class="affix"',
    );
    const added = mark('Added', [...words('of '), mark('Person', 'Hull', { id: 'hull' })]);
    expect(body(paragraph('p1', added))).toContain('<span class="mark added" id="m1"><a class="caret" href="#a-m1"');
    // In the words of another link, those around it are that link.
    expect(body(paragraph('p1', mark('Ref', [added], { to: '#p1' })))).toContain('<a class="ref" href="#p1">of </a>');
    // One that leads nowhere is no link.
    expect(withRef('not-printed')).toContain('<a class="mark sic" id="m1"');
  });

  test('never divides a word by a page break', () => {
    expect(body(paragraph('p1', 'Man', mark('PageBreak', [], { n: '33' }), 'churia'))).toContain(
      'Man<span class="page-break" id="page-33" data-n="33" data-pagefind-ignore=""></span>churia',
    );
  });

  test('gives an address to the first break before a page alone, since an address is unique', () => {
    const [first, again] = [1, 2].map(() => mark('PageBreak', [], { n: '33' }));
    const html = body(paragraph('p1', 'One', first ?? '', 'two', again ?? '', 'three'));
    expect(html).toMatch(/One<span [^>]*id="page-33"[^>]*><\/span>two<span (?![^>]*id=)[^>]*><\/span>three/);
  });

  test('leads to a place in another document as in this one', () => {
    const html = body(
      paragraph(
        'p1',
        mark('Ref', 'there', { to: 'moscow-1936-39#p2' }),
        mark('Ref', 'here', { to: '#p1' }),
        mark('Ref', 'it', { to: 'moscow-1936-39' }),
      ),
    );
    const hrefs = [...html.matchAll(/class="ref" href="([^"]*)"/g)].map(([, address]) => address);
    expect(hrefs).toEqual(['/documents/moscow-1936-39/#p2', '#p1', '/documents/moscow-1936-39/']);
  });

  test('has no link of a space between two names in a reference', () => {
    const names: Inline[] = [
      mark('Person', 'Hull', { id: 'hull-cordell' }),
      { type: 'text', value: ' ' },
      mark('Place', 'there', { id: 'moscow' }),
    ];
    expect(body(paragraph('p1', mark('Ref', names, { to: '#p1' })))).toContain('Hull</a> <a class="name"');
  });

  test('escapes what would be markup', () => {
    expect(body(paragraph('p1', '<b> & "x"'))).toContain('&lt;b&gt; &amp; "x"');
  });
});

describe('notes in HTML', () => {
  const document = telegram(
    [paragraph('p1', 'Litvinov', call('56'), call('a')), paragraph('p2', 'Again')],
    [note('56', 'Soviet Commissar.'), note('a', 'Ours.')],
  );
  const html = htmlOf(document);

  test('stand once, after the paragraph that calls them', () => {
    expect(html.match(/id="n56"/g)).toHaveLength(1);
    expect(html.indexOf('id="n56"')).toBeGreaterThan(html.indexOf('id="p1"'));
    expect(html.indexOf('id="n56"')).toBeLessThan(html.indexOf('id="p2"'));
  });

  test('are called by their printed number, and lead back to the call', () => {
    expect(html).toContain('role="doc-noteref" id="r56">56</a>');
    expect(html.match(/id="r56"/g)).toHaveLength(1);
    expect(html).toContain('href="#r56"');
  });

  const section: Block = {
    type: 'division',
    kind: 'section',
    heading: [words('Of Litvinov', call('56'))],
    children: [paragraph('p1', 'He', call('57'))],
  };
  const holders: Record<string, Block> = {
    'a list': { type: 'list', items: [{ marker: '1.', children: [section] }] },
    'a quotation': { type: 'quotation', children: [section] },
    'another section': { type: 'division', kind: 'enclosure', heading: [], children: [section] },
  };

  test.each(Object.entries(holders))('stand once where %s holds a section that calls them', (_, holder) => {
    const held = telegram([holder], [note('56', 'Soviet Commissar.'), note('57', 'Again.')]);
    const page = htmlOf(held);
    expect(page.match(/ id="n\d+"/g)).toEqual([' id="n56"', ' id="n57"']);
    expect(passagesOfPage(page)).toEqual(textPassages(held));
  });

  test('stand once, wherever parts stand one in the other', () => {
    fc.assert(
      fc.property(anyDocument, (one) => {
        const ids = [...htmlOf(assignAnchors(one)).matchAll(/<div id="(n[\w.-]+)"/g)].map(([, id]) => id);
        expect(ids.toSorted()).toEqual(one.notes.map(({ anchor }) => anchor).toSorted());
      }),
      { numRuns: 200, seed: 39 },
    );
  });

  test('tell the source’s series from the edition’s', () => {
    expect(html).toContain('<sup class="marker edition" data-n="a" data-pagefind-ignore="">');
    expect(html).toContain('aria-label="Edition’s note a"');
  });
});

describe('one text of many on a page', () => {
  const volumes = volumesOf({ documents: [], settings: { volumes: {} }, contents: new Map(), texts: new Map() });
  const page = (id: string) => `/documents/${id}/`;
  const text = paragraph('p1', mark('Person', 'Somebody', { id: 'somebody' }), ' ', mark('Deleted', 'came'), call('1'));

  test('leads within itself, and to its own page for what that alone has', () => {
    const html = wholeHtml(telegram([text], [note('1', 'A note.')]), page, volumes);
    expect(html).toContain('<p id="moscow-1936-1.p1">');
    expect(html).toContain('<a class="name" href="/documents/moscow-1936-1/#e-somebody">Somebody</a>');
    expect(html).toContain('class="mark deleted" href="/documents/moscow-1936-1/#a-m1">');
    expect(html).toContain('href="#moscow-1936-1.n1">1</a>');
  });

  test('leads nowhere from the marks in what introduces a part of a volume, which has no page of its own', () => {
    const introduction = { heading: [words('Harvest')], body: [text], notes: [note('1', 'A note.')] };
    const part = { type: 'part', kind: 'chapter', id: 'ch1', heading: 'Harvest', contents: [] } as const;
    const html: string = partHtml({ ...part, text: introduction }, page, volumes).introduction;
    expect(html).toContain('<span id="ch1.m1" class="mark deleted"><span class="words">came</span></span>');
    expect(html).toContain('href="#ch1.n1">1</a>');
  });
});
