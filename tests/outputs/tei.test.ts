import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignAnchors } from '../../src/edition/anchors.ts';

import type { Block, Division, EditionDocument } from '../../src/edition/document.ts';
import { printedText as plainText } from '../../src/edition/printed-text.ts';
import { tei } from '../../src/outputs/tei.ts';
import { anyDocument } from '../fixtures/publications/arbitrary.ts';
import { everything } from '../fixtures/publications/everything.ts';
import { document, publicationOf, record, volume, withRecord } from '../fixtures/publications/telegram-39.ts';
import { mark, paragraph, set, words } from '../fixtures/publications/tree.ts';
import { elements, find, parse, printedFromTei, readTei } from './read-tei.ts';
import { complaints } from './validate-xml.ts';
import { anchoredBlocks } from '../../src/edition/walk.ts';

const teiOf = (one: EditionDocument) => tei(publicationOf(assignAnchors(one)));

const bare = withRecord({
  sender: [],
  recipient: [],
  revisions: [],
  absent: [],
  dateSent: undefined,
  dateReceived: undefined,
  source: { ...record.source, document: undefined, pages: '32–33', archive: undefined },
});

describe('the TEI of a document', () => {
  it('is, for telegram 39, what the golden file holds', () => {
    const golden = new URL('../fixtures/telegram-39/document.xml', import.meta.url);
    expect(teiOf(document)).toBe(readFileSync(golden, 'utf8'));
  });

  it('is valid, whatever the document holds', async () => {
    const generated = fc.sample(anyDocument, { numRuns: 60, seed: 39 });
    const files: Record<string, string> = {
      'telegram.xml': teiOf(document),
      'everything.xml': teiOf(everything),
      'bare.xml': tei(
        publicationOf({ ...bare, body: [paragraph('x')], notes: [] }, { volume: { ...volume, number: undefined } }),
      ),
    };
    for (const [index, one] of generated.entries()) files[`${index}.xml`] = teiOf(one);
    expect(await complaints('document', files)).toEqual([]);
  });

  it('is valid with a postscript of a set piece or a heading alone, or with one in another', async () => {
    const postscript = (...children: Block[]): Division => ({
      type: 'division',
      kind: 'postscript',
      heading: [],
      children,
    });
    const bodies: Block[][] = [
      [paragraph('x'), postscript(set('salutation', 'Sir:'))],
      [paragraph('x'), postscript(paragraph('y'), postscript(paragraph('z')))],
      [paragraph('x'), { ...postscript(), heading: [words('P. S.')] }],
    ];
    const files = bodies.map((body, index) => [`${index}.xml`, teiOf({ ...document, body, notes: [] })] as const);
    expect(await complaints('document', Object.fromEntries(files))).toEqual([]);
  });

  it('gives the text as printed when it is read back through the register of marks', () => {
    expect(printedFromTei(teiOf(document))).toBe(plainText(document));
    expect(printedFromTei(teiOf(everything))).toBe(plainText(everything));
  });

  it('loses, adds and moves no character of any document', () => {
    fc.assert(
      fc.property(anyDocument, (one) => {
        expect(printedFromTei(tei(publicationOf(one)))).toBe(plainText(one));
      }),
      { numRuns: 300 },
    );
  });

  it('tells the source’s notes, under their printed numbers, from the edition’s', () => {
    expect(readTei(teiOf(document)).notes).toEqual([
      {
        number: 'a',
        type: 'edition',
        resp: '#edition',
        lines: ['a. The emissary is unnamed in the copy-text of Foreign Relations.'],
      },
      {
        number: '56',
        type: 'source',
        resp: '#copy-text',
        lines: ['56. Soviet Commissar for Foreign Affairs.'],
      },
    ]);
  });

  it('gives every paragraph and note the anchor of the page', () => {
    const xml = teiOf(everything);
    const numbered = assignAnchors(everything);
    for (const { anchor } of [...anchoredBlocks(numbered.body), ...everything.notes]) {
      expect(xml).toContain(` xml:id="${anchor}"`);
    }
  });

  it('has place and date of despatch in the text only where the copy-text prints them', () => {
    const body = (xml: string) => xml.slice(xml.indexOf('<body>'));
    expect(body(teiOf(document))).not.toContain('xml:id="dateline"');
    expect(body(teiOf(document))).toContain(
      '<dateline xml:id="received">[Received <date when="1936-01-31T14:55:00">January 31—2:55 p.m.</date>]</dateline>',
    );
    expect(body(teiOf(everything))).toContain(
      '<dateline xml:id="dateline">Moscow, <date when="1936-01-31">January 31, 1936</date>.',
    );
  });

  it('leads to a place in another document as in this one', () => {
    const xml = teiOf({
      ...document,
      body: [
        paragraph(
          mark('Ref', { to: 'moscow-1936-1#p2' }, 'there'),
          mark('Ref', { to: '#p1' }, 'here'),
          mark('Ref', { to: 'not-printed' }, 'nowhere'),
        ),
      ],
      notes: [],
    });
    expect(xml).toContain('<ref target="https://edition.example/documents/moscow-1936-1/#p2">there</ref>');
    expect(xml).toContain('<ref target="#p1">here</ref><ref type="not-printed">nowhere</ref>');
  });

  it('says whose each intervention is, and why it was made', () => {
    const xml = teiOf(everything);
    expect(xml).toContain('<choice><sic>recieved</sic><corr xml:id="m3" resp="#edition">received</corr></choice>');
    expect(xml).toContain('<note target="#m3" resp="#edition">A misprint.</note>');
    expect(xml).toContain('<gap xml:id="m5" resp="#copy-text" reason="garbled"><desc>[garbled group]</desc></gap>');
  });

  it('marks what the edition infers in the correspondence as uncertain, with the reason', () => {
    const description = find(parse(teiOf(document)), 'correspDesc');
    const [sent, received] = description ? elements(description) : [];
    expect(sent && find(sent, 'date')?.attributes).toEqual({ when: '1936-01-31', cert: 'low' });
    expect(received && find(received, 'date')?.attributes).toEqual({ when: '1936-01-31' });
    expect(sent && find(sent, 'note')?.children).toEqual(['The copy-text has no dateline.']);
  });

  it('lists the revisions, newest first', () => {
    const changes = find(parse(teiOf(everything)), 'revisionDesc');
    expect(changes && elements(changes).map(({ attributes, children }) => [attributes['n'], children])).toEqual([
      ['2', ['A misprint corrected & marked <so>.']],
      ['1', ['First published.']],
    ]);
  });
});
