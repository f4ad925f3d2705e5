import { describe, expect, it } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { partPath, volumePages } from '../../src/edition/volume-pages.ts';
import { documentsIn, volumesOf } from '../../src/edition/volumes.ts';
import type { VolumeContents } from '../../src/schema/volume-contents.ts';
import { mark, paragraph, telegram } from './documents.ts';

const url = 'https://source.example/v9';
const settings = {
  volumes: {
    v9: { series: 'S', title: 'T', place: 'P', publisher: 'P', published: '1903', url },
    empty: { series: 'S', title: 'E', place: 'P', publisher: 'P', published: '1904', url: 'https://source.example/e' },
  },
};

/** Document `number` of the volume, on these pages, with these references and page breaks in its text. */
function printed(
  number: number | undefined,
  page: string | undefined,
  more: { to?: string; breaks?: string; chapter?: string } = {},
) {
  const { to, breaks, chapter } = more;
  const words = [
    ...(breaks === undefined ? [] : [mark('PageBreak', [], { n: breaks })]),
    ...(to === undefined ? [] : [mark('Ref', 'see', { to })]),
  ];
  const base = telegram([paragraph('p1', 'Words.', ...words)]);
  const source = { ...base.record.source, volume: 'v9', document: number, page, chapter };
  return { ...base, id: `v9-d${number ?? `-${page}`}`, record: { ...base.record, source } } as EditionDocument;
}

const documents = [
  printed(1, '1', { to: `${url}/pg_3` }),
  printed(2, '1', { breaks: '2', to: 'v9-d4#p1' }),
  printed(4, '3', { to: `${url}/d2` }),
];
const contents: VolumeContents = {
  volume: 'v9',
  contents: [
    {
      kind: 'compilation',
      id: 'comp1',
      heading: 'Ruritania:',
      contents: [
        {
          kind: 'chapter',
          id: 'ch1',
          heading: 'The harvest',
          contents: [
            { number: '1', id: 'v9-d1', heading: 'One', page: '1' },
            { number: '2', id: 'v9-d2', heading: 'Two', page: '1', lastPage: '2' },
            { number: '3', heading: 'Three', page: '2' },
          ],
        },
        {
          kind: 'chapter',
          id: 'ch2',
          contents: [{ number: '4', id: 'v9-d4', heading: 'Four', page: '3' }],
        },
        { kind: 'chapter', id: 'page-2', heading: 'See under Zenda', contents: [] },
        { kind: 'chapter', id: 'ch1', heading: 'See under Strelsau', contents: [] },
      ],
    },
  ],
};
const listed = new Map([['v9', contents]]);
const { byKey, places, placeOf } = volumesOf({ documents, settings, contents: listed });
const volume = byKey.get('v9');
const placed = (id: string, of = places) => of.get(id) ?? expect.fail(`${id} has no place`);

describe('a volume whose contents are known', () => {
  it('gives every document its parts, its position and its neighbours, past one that is not here', () => {
    const { above, position, previous, next } = placed('v9-d4');
    expect(above.map(({ id, heading }) => [id, heading])).toEqual([
      ['comp1', 'Ruritania'],
      ['ch2', ''],
    ]);
    expect(position).toBe(4);
    expect(previous?.document.id).toBe('v9-d2');
    expect(next).toBeUndefined();
    expect(placed('v9-d1').previous).toBeUndefined();
  });

  it('knows where each printed page begins: in the text, or with a heading', () => {
    expect([...(volume?.pages.values() ?? [])]).toEqual([
      { id: 'v9-d1', anchor: 'page-1' },
      { id: 'v9-d2', anchor: 'page-2' },
      { id: 'v9-d4', anchor: 'page-3' },
    ]);
    expect([...places.values()].map(({ beginsPage }) => beginsPage)).toEqual(['1', undefined, '3']);
  });

  it('leads from an address of the source to the document or page that is here, and nowhere else', () => {
    expect(placeOf(`${url}/d4`)).toEqual({ id: 'v9-d4' });
    expect(placeOf(`${url}/pg_2`)).toEqual({ id: 'v9-d2', anchor: 'page-2' });
    for (const lost of ['d3', 'pg_9', 'd40']) expect(placeOf(`${url}/${lost}`), lost).toBeUndefined();
  });

  it('tells a document who refers to it, by itself or by a page that it stands on', () => {
    const told = (id: string) => placed(id).referrals.map(({ by, place, page }) => [by.id, place, page]);
    expect(told('v9-d4')).toEqual([
      ['v9-d1', 'p1', '3'],
      ['v9-d2', 'p1', undefined],
    ]);
    expect(told('v9-d2')).toEqual([['v9-d4', 'p1', undefined]]);
    expect(told('v9-d1')).toEqual([]);
  });

  it('tells it of relations of a record too, save those of the order, and of nothing that it says of itself', () => {
    const related = [
      { relation: 'answer', title: 'By its id', id: 'v9-d1' },
      { relation: 'enclosure', title: 'By its address', url: `${url}/d2` },
      { relation: 'previous', title: 'In order', id: 'v9-d2' },
      { relation: 'next', title: 'In order', id: 'v9-d1' },
      { relation: 'answer', title: 'Elsewhere', url: 'https://source.example/v8/d1' },
    ] as const;
    const last = printed(4, '3', { to: `${url}/pg_3` });
    const by = { ...last, record: { ...last.record, related } };
    const { places: all } = volumesOf({ documents: [...documents.slice(0, 2), by], settings, contents: listed });
    const told = (id: string) =>
      placed(id, all).referrals.flatMap((one) => (one.by === by ? [[one.relation, one.place]] : []));
    expect(['v9-d1', 'v9-d2', 'v9-d4'].map(told)).toEqual([[['answer', undefined]], [['enclosure', undefined]], []]);
  });

  it('tells of a page every document that stands on it, begins in it or ends there', () => {
    const by = printed(7, '9', { to: `${url}/pg_2` });
    const { places: all } = volumesOf({
      documents: [printed(1, '1', { breaks: '2' }), printed(2, '1'), printed(4, '2'), by],
      settings,
      contents: listed,
    });
    expect([...all].filter(([, { referrals }]) => referrals.length > 0).map(([id]) => id)).toEqual([
      'v9-d1',
      'v9-d2',
      'v9-d4',
    ]);
  });

  it('has a document under an id of its own where the contents give none, with what they say of its pages', () => {
    const own = { ...printed(3, undefined), id: 'strelsau-1899-3' };
    const { byKey: all } = volumesOf({ documents: [...documents, own], settings, contents: listed });
    expect(all.get('v9')?.listed[2]).toMatchObject({ document: own, page: '2', url: `${url}/d3` });
    expect(all.get('v9')?.listed[1]?.lastPage).toBe('2');
    const { document, ...elsewhere } = volume?.listed[2] ?? {};
    expect([document, elsewhere]).toEqual([
      undefined,
      { type: 'document', number: '3', heading: 'Three', page: '2', lastPage: undefined, url: `${url}/d3` },
    ]);
  });

  it('keeps the address that the source has for a document of the volume, whatever its number', () => {
    const appended = printed(1, '1');
    const source = { ...appended.record.source, document: 'A', url: `${url}/appA` };
    const { placeOf: find } = volumesOf({
      documents: [{ ...appended, record: { ...appended.record, source } }],
      settings,
      contents: listed,
    });
    expect(find(`${url}/appA/`)).toEqual({ id: appended.id });
    const unnumbered = printed(undefined, '9');
    const { placeOf: findIt } = volumesOf({ documents: [unnumbered], settings, contents: listed });
    expect(findIt(unnumbered.record.source.url)).toEqual({ id: unnumbered.id });
  });

  it('begins no page with a document where another has reached it, here or not, or its own text says where', () => {
    const all = [printed(1, '1', { breaks: '1' }), printed(2, '1'), printed(4, '2')];
    const known = volumesOf({ documents: all, settings, contents: listed });
    expect([...known.places.values()].map(({ beginsPage }) => beginsPage)).toEqual([undefined, undefined, undefined]);
    expect([...(known.byKey.get('v9')?.pages ?? [])]).toEqual([
      ['1', { id: 'v9-d1', anchor: 'page-1' }],
      ['2', { id: 'v9-d4', anchor: undefined }],
    ]);
  });

  it('keeps a document that the contents do not list, at the end', () => {
    const more = [...documents, printed(99, '9')];
    const { byKey: all } = volumesOf({ documents: more, settings, contents: listed });
    expect(all.get('v9')?.listed.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '99']);
  });

  it('is not there where none of its documents is', () => {
    expect([...byKey.keys()]).toEqual(['v9']);
  });
});

describe('a volume of which only some documents are known', () => {
  const some = [printed(38, '42', { chapter: 'II' }), printed(7, '9', { chapter: 'I' }), printed(9, '9')];
  const known = volumesOf({ documents: some, settings, contents: new Map() });

  it('has them in the order of their numbers, under their chapters', () => {
    expect(known.byKey.get('v9')?.listed.map(({ number }) => number)).toEqual(['7', '9', '38']);
    expect(placed('v9-d38', known.places)).toMatchObject({ position: undefined, above: [{ heading: 'II' }] });
    expect(placed('v9-d9', known.places).above).toEqual([]);
    expect(placed('v9-d38', known.places).previous?.document.id).toBe('v9-d9');
  });

  it('calls none its neighbour by the order of their names, only by numbers, or by pages where neither has a number', () => {
    const more = [...some, printed(undefined, '40'), printed(undefined, '8'), printed(undefined, undefined)];
    const { places: all } = volumesOf({ documents: more, settings, contents: new Map() });
    const beside = (id: string) => [placed(id, all).previous, placed(id, all).next].map((one) => one?.document.id);
    expect(beside('v9-d38')).toEqual(['v9-d9', undefined]);
    expect(beside('v9-d-8')).toEqual([undefined, 'v9-d-40']);
    expect(beside('v9-d-40')).toEqual(['v9-d-8', undefined]);
    expect(beside('v9-d-undefined')).toEqual([undefined, undefined]);
    const whole = volumesOf({ documents: more, settings, contents: listed }).places;
    expect(placed('v9-d-8', whole)).toMatchObject({ previous: undefined, position: undefined });
  });

  it('has pages in Roman numerals, as those of an introduction are, by what they say and before the others', () => {
    const more = ['7', undefined, 'XXIII', '12', 'ix', 'XL', 'V'].map((page) => printed(undefined, page));
    const { byKey: all } = volumesOf({ documents: more, settings, contents: new Map() });
    const pages = all.get('v9')?.listed.map(({ page }) => page);
    expect(pages).toEqual(['V', 'ix', 'XXIII', 'XL', '7', '12', undefined]);
  });

  it('does not claim that a page begins with one of them', () => {
    expect(placed('v9-d38', known.places).beginsPage).toBeUndefined();
    expect(known.placeOf(`${url}/pg_42`)).toEqual({ id: 'v9-d38', anchor: undefined });
  });
});

describe('the pages of a volume', () => {
  const pages = volume ? volumePages(volume) : [];

  it('are its contents, and one of each part that holds documents', () => {
    expect(pages.map(({ path }) => path)).toEqual(['v9/', 'v9/ch1/', 'v9/ch2/']);
    expect(pages[1]?.after?.id).toBe('ch2');
    expect(pages[2]?.before?.id).toBe('ch1');
    expect(pages[1]?.printed.map(([page]) => page)).toEqual(['1', '2']);
  });

  it('lead on from a volume that is too long for one page to its parts, and cut a part that is', () => {
    const long = volume ? volumePages(volume, 2) : [];
    expect(long.map(({ path }) => path)).toEqual(['v9/', 'v9/ch1/', 'v9/ch1/page-2/', 'v9/ch2/']);
    expect(long[0]?.showsDocuments).toBe(false);
    expect(long.slice(1, 3).map(({ contents: shown }) => documentsIn(shown).map(({ number }) => number))).toEqual([
      ['1', '2'],
      ['3'],
    ]);
  });

  it('show what stands in no part of a long volume on its own, whatever else they leave to its parts', () => {
    const more = [...documents, printed(98, '8'), printed(99, '9')];
    const known = volumesOf({ documents: more, settings, contents: listed }).byKey.get('v9');
    const shown = (pageSize: number) =>
      (known ? volumePages(known, pageSize) : [])
        .filter(({ part }) => part === undefined)
        .map(({ path, contents: some }) => [path, ...some.map((one) => (one.type === 'part' ? one.id : one.number))]);
    expect(shown(4)).toEqual([['v9/', 'comp1', '98', '99']]);
    expect(shown(1)).toEqual([
      ['v9/', 'comp1', '98'],
      ['v9/page-2/', '99'],
    ]);
  });

  it('give no part an address that a further page of a list has, or another part', () => {
    const [part] = volume?.contents ?? [];
    const parts = part?.type === 'part' ? part.contents : [];
    expect(volume && parts.map((one) => one.type === 'part' && partPath(volume, one))).toEqual([
      'v9/ch1/',
      'v9/ch2/',
      'v9/#part-4',
      'v9/#part-5',
    ]);
  });

  it('cut a volume without known contents, under the headings that its documents give', () => {
    const many = Array.from({ length: 5 }, (_, index) => printed(index + 1, '1', { chapter: index < 3 ? 'I' : 'II' }));
    const known = volumesOf({ documents: many, settings, contents: new Map() }).byKey.get('v9');
    const cut = known ? volumePages(known, 2) : [];
    expect(cut.map(({ path }) => path)).toEqual(['v9/', 'v9/page-2/', 'v9/page-3/']);
    expect(cut[1]?.contents.map((one) => one.type === 'part' && [one.heading, one.contents.length])).toEqual([
      ['I', 1],
      ['II', 1],
    ]);
  });
});
