import { describe, expect, it } from 'vitest';
import { citedTitle, cslItem } from '../../src/outputs/citation-files.ts';
import { chicagoNote, chicagoSubject, citations, versionInWords } from '../../src/outputs/citation-forms.ts';
import { citationRecord } from '../../src/outputs/citation-record.ts';
import { volumeTitles } from '../../src/outputs/epub-pages.ts';
import { listFiles } from '../../src/outputs/files.ts';
import { document, publicationOf, record, volume, withRecord } from '../fixtures/publications/telegram-39.ts';
import type { DocumentRecord } from '../../src/schema/frontmatter.ts';
import type { Publication } from '../../src/edition/publish.ts';
import type { Volume } from '../../src/schema/settings.ts';

const permalink = 'https://edition.example/documents/moscow-1936-39/';
const series = 'Foreign Relations of the United States: Diplomatic Papers, 1936';
const title = 'The Chargé in the Soviet Union (Henderson) to the Secretary of State';

/** All five forms, italics between asterisks. */
const cited = (publication: Publication): Record<string, string> =>
  Object.fromEntries(
    citations(citationRecord(publication)).map(({ key, html }) => [
      key,
      html.replace(/<\/?i>/g, '*').replaceAll('&amp;', '&'),
    ]),
  );

const varied = (changes: Partial<DocumentRecord>, volumeChanges: Partial<Volume> = {}, heading = document.heading) =>
  cited(publicationOf({ ...withRecord(changes), heading }, { volume: { ...volume, ...volumeChanges } }));

describe('the five forms of citation', () => {
  it('are, for telegram 39, exactly those of the design', () => {
    expect(cited(publicationOf())).toEqual({
      'chicago-note': `Loy W. Henderson to Cordell Hull, telegram no. 39, January 31, 1936, in *${series}*, vol. 4, *The Far East* (Washington, DC: Government Printing Office, 1954), doc. 32, ${permalink}.`,
      'chicago-bibliography': `Henderson, Loy W., to Cordell Hull. Telegram no. 39, January 31, 1936. In *${series}*, vol. 4, *The Far East*, doc. 32. Washington, DC: Government Printing Office, 1954. ${permalink}.`,
      'office-of-the-historian': `*${series}, Volume IV, The Far East* (Washington: Government Printing Office, 1954), Document 32, ${permalink}.`,
      mla: `Henderson, Loy W. “${title}.” 31 Jan. 1936. *The Far East*, Government Printing Office, 1954, doc. 32, ${permalink}. Vol. 4 of *${series}*.`,
      apa: `Henderson, L. W. (1954). ${title} (Document 32). In *Foreign Relations of the United States: Diplomatic papers, 1936: Vol. 4. The Far East*. Government Printing Office. ${permalink} (Original work written January 31, 1936)`,
    });
  });

  it('name a volume that has no title of its own by its series and number, once', () => {
    const series = 'Papers Relating to the Foreign Relations of the United States';
    const untitled = { series, subseries: undefined, years: '1930', title: `${series}, 1930, Volume I`, number: 1 };
    const publication = publicationOf(document, { volume: { ...volume, ...untitled } });
    expect(cslItem(citationRecord(publication))).toMatchObject({ 'container-title': `${series}, 1930`, volume: '1' });
    expect(volumeTitles(publication.volume)).toEqual({ title: `${series}, 1930`, under: ['Volume 1'] });
    expect(listFiles.csv.write([publication])).toContain(`${series}, 1930, vol. 1"`);
    expect(cited(publication)).toEqual({
      'chicago-note': `Loy W. Henderson to Cordell Hull, telegram no. 39, January 31, 1936, in *${series}, 1930*, vol. 1 (Washington, DC: Government Printing Office, 1954), doc. 32, ${permalink}.`,
      'chicago-bibliography': `Henderson, Loy W., to Cordell Hull. Telegram no. 39, January 31, 1936. In *${series}, 1930*, vol. 1, doc. 32. Washington, DC: Government Printing Office, 1954. ${permalink}.`,
      'office-of-the-historian': `*${series}, 1930, Volume I* (Washington: Government Printing Office, 1954), Document 32, ${permalink}.`,
      mla: `Henderson, Loy W. “${title}.” 31 Jan. 1936. *${series}, 1930*, vol. 1, Government Printing Office, 1954, doc. 32, ${permalink}.`,
      apa: `Henderson, L. W. (1954). ${title} (Document 32). In *${series}, 1930: Vol. 1*. Government Printing Office. ${permalink} (Original work written January 31, 1936)`,
    });
    const single = { ...untitled, title: `${series}, 1930`, number: undefined };
    expect(varied({}, single)['chicago-note']).toContain(`, in *${series}, 1930* (Washington, DC: `);
    expect(varied({}, { ...single, title: `${series}: Brazil` })['chicago-note']).toContain(
      `*${series}, 1930, ${series}: Brazil* (`,
    );
  });

  it('name a telegram without a number by its kind alone', () => {
    const forms = varied({ telegramNumber: undefined });
    expect(forms['chicago-note']).toMatch(/^Loy W\. Henderson to Cordell Hull, telegram, January 31, 1936, in /);
    expect(forms['chicago-bibliography']).toContain(' to Cordell Hull. Telegram, January 31, 1936. In ');
  });

  it('number a despatch as a despatch', () => {
    const forms = varied({ kind: 'despatch', telegramNumber: undefined, despatchNumber: '1234' });
    expect(forms['chicago-note']).toContain('Cordell Hull, despatch no. 1234, January 31, 1936, in ');
    expect(forms['chicago-bibliography']).toContain('. Despatch no. 1234, ');
  });

  it('call a telegram of a series by its name, and a document by its letters', () => {
    const source = { ...record.source, document: 'ETA–1' };
    const forms = varied({ telegramNumber: 'Secto 20', source });
    expect(forms['chicago-note']).toContain('Cordell Hull, telegram Secto 20, January 31, 1936, in ');
    expect(forms['chicago-bibliography']).toContain('. Telegram Secto 20, January 31, 1936. In ');
    for (const form of ['chicago-note', 'mla']) expect(forms[form]).toContain(', doc. ETA–1, ');
    expect(forms['office-of-the-historian']).toContain(', Document ETA–1, ');
  });

  it('call an unnamed recipient, or sender, by the office', () => {
    const toOffice = varied({ recipient: [{ office: 'Secretary of State' }] });
    expect(toOffice['chicago-note']).toMatch(/^Loy W\. Henderson to the Secretary of State, telegram/);
    expect(toOffice['chicago-bibliography']).toMatch(/^Henderson, Loy W\., to the Secretary of State\. /);
    const fromOffice = varied({ sender: [{ office: 'Chargé in the Soviet Union' }] });
    expect(fromOffice['chicago-note']).toMatch(/^The Chargé in the Soviet Union to Cordell Hull, /);
    expect(fromOffice['chicago-bibliography']).toMatch(/^Chargé in the Soviet Union to Cordell Hull\. /);
    expect(fromOffice['mla']).toMatch(/^Chargé in the Soviet Union\. “The/);
    expect(fromOffice['apa']).toMatch(/^Chargé in the Soviet Union\. \(1954\)\. /);
  });

  it('begin with the title where nobody signs, and stop at the sender where nobody is addressed', () => {
    const unsigned = varied({ sender: [], kind: 'memorandum', telegramNumber: undefined });
    expect(unsigned['chicago-note']).toMatch(`“${title},” memorandum, January 31, 1936, in *`);
    expect(unsigned['chicago-bibliography']).toMatch(`“${title}.” Memorandum, January 31, 1936. In *`);
    expect(unsigned['mla']).toMatch(/^“The Chargé/);
    expect(unsigned['apa']).toMatch(`${title} (Document 32). (1954). In *Foreign`);
    const toNobody = varied({ recipient: [], kind: 'memorandum', telegramNumber: undefined });
    expect(toNobody['chicago-note']).toMatch(/^Loy W\. Henderson, memorandum, January/);
    expect(toNobody['chicago-bibliography']).toMatch(/^Henderson, Loy W\. Memorandum, January/);
  });

  it('leave out of a title the number that newer volumes print before it, and the kind that it is', () => {
    const heading = [[{ type: 'text' as const, value: '32. Editorial Note' }]];
    const note = withRecord({ sender: [], recipient: [], kind: 'editorial-note', telegramNumber: undefined });
    const forms = cited(publicationOf({ ...note, heading }));
    expect(forms['chicago-note']).toMatch(/^“Editorial Note,” January 31, 1936, in .*, doc\. 32, /);
    expect(forms['apa']).toMatch(/^Editorial Note \(Document 32\)\. /);
  });

  it('leave out of a title the full stop that older volumes set after a heading, and no other', () => {
    const titled = (value: string) => varied({}, {}, [[{ type: 'text', value }]])['apa'];
    expect(titled('Mr. Seward to Mr. Adams.')).toContain(' (1954). Mr. Seward to Mr. Adams (Document 32). In ');
    for (const title of ['Meeting, 8 p. m.', 'Mr. Seward to Mr. Adams, Jr.', 'Notes . . .', 'To Mr. Pike, &c.'])
      expect(titled(title)).toContain(` ${title} (Document 32). `);
  });

  it('leave out of a title a line that is no more than the day, or says how much is printed', () => {
    const lines = (...values: string[]) => values.map((value) => [{ type: 'text' as const, value }]);
    const day = 'September 12, 1944, noon';
    expect(varied({}, {}, lines(day, 'Minutes of the Staff'))['apa']).toContain(' (1954). Minutes of the Staff (Doc');
    expect(varied({}, {}, lines('[Telegram.—Extract.]', 'To Mr. Fish.'))['apa']).toContain(' (1954). To Mr. Fish (Doc');
    for (const alone of [day, '[Extract.]'])
      expect(varied({}, {}, lines(alone))['apa']).toContain(` (1954). ${alone} (Document 32)`);
  });

  it('name two senders, the first inverted', () => {
    const forms = varied({
      sender: [...record.sender, { person: 'ward-angus', office: 'Second Secretary of Embassy' }],
    });
    expect(forms['chicago-note']).toMatch(/^Loy W\. Henderson and Angus Ward to Cordell Hull, /);
    expect(forms['chicago-bibliography']).toMatch(/^Henderson, Loy W\., and Angus Ward to Cordell Hull\. /);
    expect(forms['mla']).toMatch(/^Henderson, Loy W\., and Angus Ward\. “/);
    expect(forms['apa']).toMatch(/^Henderson, L\. W\., & Ward, A\. \(1954\)\. /);
  });

  it('name three senders, in MLA the first alone', () => {
    const forms = varied({
      sender: [...record.sender, { person: 'ward-angus', office: '' }, { person: 'ohashi', office: '' }],
    });
    expect(forms['chicago-note']).toMatch(/^Loy W\. Henderson, Angus Ward, and 大橋忠一 to Cordell Hull, /);
    expect(forms['chicago-bibliography']).toMatch(/^Henderson, Loy W\., Angus Ward, and 大橋忠一 to /);
    expect(forms['mla']).toMatch(/^Henderson, Loy W\., et al\. “/);
    expect(forms['apa']).toMatch(/^Henderson, L\. W\., Ward, A\., & 大橋忠一\. \(1954\)\. /);
  });

  it('number the part of a volume in parts', () => {
    const forms = varied({}, { part: 2 });
    expect(forms['chicago-note']).toContain(`*${series}*, vol. 4, pt. 2, *The Far East* (`);
    expect(forms['chicago-bibliography']).toContain(', vol. 4, pt. 2, *The Far East*, doc. 32.');
    expect(forms['office-of-the-historian']).toContain('1936, Volume IV, Part 2, The Far East* (');
    expect(forms['mla']).toContain(`. Vol. 4, pt. 2 of *${series}*.`);
    expect(forms['apa']).toContain(', 1936: Vol. 4, Pt. 2. The Far East*. ');
  });

  it('join the titles of a volume without a number', () => {
    const forms = varied({}, { number: undefined });
    expect(forms['chicago-note']).toContain(`, in *${series}, The Far East* (Washington, DC`);
    expect(forms['office-of-the-historian']).toMatch(`*${series}, The Far East* (`);
    expect(forms['mla']).toContain(`. Part of *${series}*.`);
    expect(forms['apa']).toContain(', 1936: The Far East*. ');
  });

  it('give pages where the volume has no document numbers', () => {
    const source = { ...record.source, document: undefined, pages: '32–33' };
    const forms = varied({ source });
    expect(forms['chicago-note']).toContain(', 1954), 32–33, https://');
    expect(forms['chicago-bibliography']).toContain(', *The Far East*, 32–33. Washington, DC');
    expect(forms['office-of-the-historian']).toContain(', 1954), pp. 32–33, https://');
    expect(forms['mla']).toContain(', 1954, pp. 32–33, https://');
    expect(forms['apa']).toContain('Secretary of State. In *Foreign');
    expect(forms['apa']).toContain('The Far East* (pp. 32–33). Government');
    expect(varied({ source: { ...source, pages: '32' } })['mla']).toContain(', p. 32, ');
  });

  it('give the number where there are both, and APA, which asks for pages, these too', () => {
    const forms = varied({ source: { ...record.source, pages: '32–33' } });
    expect(Object.entries(forms).flatMap(([key, form]) => (form.includes('32–33') ? key : []))).toEqual(['apa']);
    expect(forms['chicago-note']).toContain(', 1954), doc. 32, https://');
    expect(forms['apa']).toContain('The Far East* (pp. 32–33). Government');
  });

  it('leave out a year that neither the series title nor the document gives', () => {
    const undatedSeries = 'Foreign Relations of the United States: Diplomatic Papers';
    const forms = varied({ dateSent: undefined }, { years: undefined });
    expect(forms['chicago-note']).toMatch(
      `, telegram no. 39, n.d., in *${undatedSeries}*, vol. 4, *The Far East* (Washington, DC: Government Printing Office, 1954), doc. 32, `,
    );
    expect(forms['chicago-bibliography']).toContain('. Telegram no. 39, n.d. In *');
    expect(forms['mla']).toBe(
      `Henderson, Loy W. “${title}.” *The Far East*, Government Printing Office, 1954, doc. 32, ${permalink}. Vol. 4 of *${undatedSeries}*.`,
    );
    expect(forms['apa']?.endsWith(permalink)).toBe(true);
  });

  it('give a date to the precision that is known', () => {
    const forms = varied({ dateSent: { date: '1936-09', supplied: [], inferred: [] } });
    expect(forms['chicago-note']).toContain(', September 1936, in ');
    expect(forms['mla']).toContain('.” Sept. 1936. *The Far East*');
    expect(forms['apa']).toContain('(Original work written September 1936)');
  });

  it('keep names in other scripts, with initials only where the script has capitals', () => {
    const han = varied({ sender: [{ person: 'ohashi', office: '' }] });
    expect(han['chicago-note']).toMatch(/^大橋忠一 to Cordell Hull, /);
    expect(han['chicago-bibliography']).toMatch(/^大橋忠一 to Cordell Hull\. /);
    expect(han['apa']).toMatch(/^大橋忠一\. \(1954\)/);
    const cyrillic = varied({ sender: [{ person: 'litvinov-cyrillic', office: '' }] });
    expect(cyrillic['chicago-bibliography']).toMatch(/^Литвинов, Максим Максимович, to Cordell Hull\. /);
    expect(cyrillic['apa']).toMatch(/^Литвинов, М\. М\. \(1954\)/);
  });

  it('lower no proper name of a subseries in APA', () => {
    expect(varied({}, { subseries: 'The Soviet Union' })['apa']).toContain(': The Soviet Union, 1936: Vol. 4.');
  });

  it('give a span as its words, and a title alone where nobody signs', () => {
    const span = { date: '1938-08-02/1938-08-04', supplied: [], inferred: [] };
    const minutes = varied({ kind: 'minutes', sender: [], recipient: [], telegramNumber: undefined, dateSent: span });
    expect(minutes['chicago-note']).toContain(`“${title},” August 2–4, 1938, in *`);
    expect(minutes['mla']).toContain('” 2–4 Aug. 1938. ');
    const note = {
      ...document,
      heading: [[{ type: 'text' as const, value: 'Editorial Note' }]],
      record: {
        ...record,
        kind: 'editorial-note' as const,
        sender: [],
        recipient: [],
        telegramNumber: undefined,
        dateSent: undefined,
      },
    };
    expect(cited(publicationOf(note))['chicago-note']).toMatch(/^“Editorial Note,” in \*/);
    expect(cited(publicationOf(note))['chicago-bibliography']).toMatch(/^“Editorial Note\.” In \*/);
    expect(chicagoSubject(citationRecord(publicationOf(note)))).toBe('“Editorial Note”');
  });

  it('say a day once that the title alone says already', () => {
    const words = 'Treaty Between Two, Signed at Zenda, May 3, 1899';
    const heading = [[{ type: 'text' as const, value: words }]];
    const dateSent = { date: '1899-05-03', supplied: [], inferred: [] };
    const ofTreaty = { kind: 'treaty' as const, sender: [], recipient: [], telegramNumber: undefined, dateSent };
    const treaty = publicationOf({ ...document, heading, record: { ...record, ...ofTreaty } });
    expect(cited(treaty)['chicago-note']).toContain(`“${words},” in *`);
    expect(cited(treaty)['chicago-bibliography']).toContain(`“${words}.” In *`);
    expect(citedTitle(citationRecord(treaty))).toBe(`${words} [document 32]`);
    const paper = { ...record, ...ofTreaty, kind: 'paper' as const, undated: 'No day.', dateSent: undefined };
    expect(cited(publicationOf({ ...document, heading, record: paper }))['chicago-note']).toContain(
      `“${words},” n.d., in *`,
    );
  });

  it('give an office its article only where the heading does', () => {
    const heading = [[{ type: 'text' as const, value: 'The Secretary of State to Certain Diplomatic Missions' }]];
    const circular = {
      ...document,
      heading,
      record: {
        ...record,
        kind: 'circular' as const,
        sender: [{ office: 'Secretary of State' }],
        recipient: [{ office: 'Certain Diplomatic Missions' }],
      },
    };
    expect(cited(publicationOf(circular))['chicago-note']).toMatch(
      /^The Secretary of State to Certain Diplomatic Missions, circular no\. 39, /,
    );
  });

  it('cite the outside identifier wherever there is one', () => {
    const forms = cited(publicationOf(undefined, { permalink: 'https://w3id.org/x/moscow-1936-39/' }));
    for (const form of Object.values(forms)) expect(form).toContain('https://w3id.org/x/moscow-1936-39/');
    for (const form of Object.values(forms)) expect(form).not.toContain('edition.example');
  });
});

describe('a citation to copy', () => {
  it('keeps its italics as rich text and loses nothing as plain text', () => {
    const note = chicagoNote(citationRecord(publicationOf()));
    expect(note).toContain(`, in <i>${series}</i>, vol. 4, <i>The Far East</i> (`);
    expect(note.replace(/<[^>]*>/g, '')).toContain(`, in ${series}, vol. 4, The Far East (`);
  });

  it('turns no character of a document into markup', () => {
    const publication = publicationOf(
      { ...document, heading: [[{ type: 'text', value: '<b> & "c"' }]] },
      { volume: { ...volume, title: '<b> & "c"' } },
    );
    const mla = citations(citationRecord(publication)).find(({ key }) => key === 'mla')?.html;
    expect(mla).toContain(' “&lt;b&gt; &amp; "c".” ');
    expect(mla).toContain(' <i>&lt;b&gt; &amp; "c"</i>, ');
  });

  it('goes with the version that is cited', () => {
    expect(versionInWords(citationRecord(publicationOf()))).toBe('version 1 (November 23, 2026)');
    expect(versionInWords({ revision: undefined })).toBe('not yet in a numbered version');
  });
});
