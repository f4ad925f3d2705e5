/** The pages of a book, as XHTML: the text as the site has it, with what a book needs in a browser’s place. */
import { interventions, interventionText, interventionWords, mentions } from '../edition/apparatus.ts';
import { addresses } from '../edition/addresses.ts';
import { dateWords, isoDateWords } from '../edition/date-words.ts';
import { isSent, newestRevision } from '../edition/document.ts';
import { capitalized } from '../edition/letters.ts';
import { placeName } from '../edition/places.ts';
import type { Publication } from '../edition/publish.ts';
import type { PartOfVolume, VolumeHere } from '../edition/volumes.ts';
import type { HistoricalDate } from '../schema/frontmatter.ts';
import { registerKinds, type Register } from '../schema/register.ts';
import type { EditionSettings, Volume } from '../schema/settings.ts';
import { chicagoNote, versionInWords } from './citation-forms.ts';
import { citationRecord, numberInSeries, ownTitle, seriesTitle } from './citation-record.ts';
import { bookHtml, underHeadingHtml } from './html.ts';
import { declaration, element, nothing, text, words, type Attributes, type Xml } from './xml.ts';

/** A volume with those of its documents that are in the edition. */
export type BookVolume = { readonly volume: VolumeHere; readonly documents: readonly Publication[] };

/**
 * The book of the whole edition, or of one volume alone.
 *
 * @param home Absolute address of the site's front page, with a final slash.
 */
export function bookOf(settings: EditionSettings, home: string, volumes: readonly BookVolume[], only?: VolumeHere) {
  const file = only ? addresses.volumeFile(only.key, 'epub') : addresses.editionFile('epub');
  const documents = volumes.flatMap((volume) => volume.documents);
  const { copyright, licences } = settings;
  return {
    settings,
    home,
    volumes,
    documents,
    /** The day of the newest revision; undefined where none is published yet. */
    newest: newestRevision(documents.map(({ document }) => document)),
    /** Under what terms its text and its other words may be used. */
    rights: `Text of the documents: ${licences.text.name}. Other words: © ${copyright}, ${licences.prose.name}.`,
    /** Whether it is of the whole edition: what that says of itself is not true of one volume. */
    isWhole: only === undefined,
    /** Where it lies on the site, and the page that it belongs to. */
    file,
    page: only ? addresses.volumePage(`${only.key}/`) : addresses.home,
    /** Where it is cited, at the outside identifier where there is one: by that programs know it. */
    address: (settings.identifier ?? home).replace(/\/+$/, '') + file,
    /** What it is called, and the lines under that. */
    ...(only ? volumeTitles(only.volume) : { title: settings.title, under: [settings.subtitle] }),
  };
}
export type Book = ReturnType<typeof bookOf>;

/** What a volume is called on its title page: its title, and under it its series and number. */
export function volumeTitles(volume: Volume) {
  const [series, title] = [seriesTitle(volume), ownTitle(volume)];
  const number = numberInSeries(volume, 'Volume', 'Part');
  return { title: title ?? series, under: [title ? series : '', number].filter((line) => line !== '') };
}

/** A page whole. Its path says how far away the style sheet is. */
export function page(path: string, title: string, body: readonly Xml[]): string {
  const css = `${'../'.repeat(path.split('/').length - 1)}book.css`;
  const root = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang: 'en',
      'xml:lang': 'en',
    },
    element('head', {}, words('title', title), element('link', { rel: 'stylesheet', type: 'text/css', href: css })),
    element('body', {}, ...body),
  );
  return `${declaration}<!DOCTYPE html>\n${root}\n`;
}

/** The cover, with its words for those who do not see it. */
export function coverPage({ title, under }: Book): Xml {
  const picture = element('img', { src: 'cover.svg', alt: `Cover: ${[title, ...under].join('. ')}` });
  return element('section', { class: 'cover', 'epub:type': 'cover' }, picture);
}

/** A page that names what follows it: a title, the calls of notes after it, and lines under it. */
const headPage = (type: string | undefined, title: string, lines: readonly Xml[], calls = nothing): Xml =>
  element(
    'section',
    { class: 'title', 'epub:type': type },
    element('h1', {}, text(title), calls),
    ...lines.map((line) => paragraph(line)),
  );

const paragraph = (...children: readonly Xml[]): Xml => element('p', {}, ...children);
const section = (title: string, ...children: readonly Xml[]): Xml =>
  element('section', {}, words('h2', title), ...children);
const link = (href: string, name = href): Xml => words('a', name, { href });

/** What the book is, how it is read, and under what terms. */
export function titlePage({ title, under, isWhole, settings, home, newest }: Book, hasRegister: boolean) {
  const { licences, description, editor, version, copyright } = settings;
  const [own, about] = isWhole ? ['', description] : [`From ${settings.title}, ${settings.subtitle}`, ''];
  const revised = newest === undefined ? '' : `, with revisions to ${isoDateWords(newest)}`;
  const lines = [...under, own, `Edited by ${editor}. Version ${version}${revised}.`, about].filter(Boolean);
  return [
    headPage('titlepage', title, lines.map(text)),
    section(
      'How this book is made',
      words('p', `${howMade}${hasRegister ? '; names lead to the register, at the end of the book' : ''}.`),
      paragraph(text('The editorial method: '), link(`${home}method/`)),
      paragraph(
        text(`© ${copyright}. Text of the documents: `),
        link(licences.text.url, licences.text.name),
        text('. The edition’s own words: '),
        link(licences.prose.url, licences.prose.name),
        text('.'),
      ),
    ),
  ];
}

const howMade =
  'The text of each document stands as its source prints it. Numbers and signs call the source’s own notes, letters those of this edition. Brackets and marks that an editor made lead to their reason, below the text';

/** The page before a volume's documents. */
export function volumePage(volume: Volume, title: string, under: readonly string[]): Xml {
  const { place, publisher, published, imprintInferred = [], url } = volume;
  const lines = [...under, `${place}: ${publisher}, ${published}.`, imprintInferred].flat();
  return headPage('volume', title, [...lines.map(text), link(url)]);
}

/** The page before a chapter's documents, in the volume of a publication; see `documentPage` for `ids`. */
export function partPage(part: PartOfVolume, of: Publication | undefined, ids: ReadonlySet<string>) {
  if (part.text === undefined || of === undefined) return [headPage(undefined, part.heading, [])];
  const write = bookElement(of.register);
  const { calls, body, notes } = underHeadingHtml(part.text, write, pagesFrom('../documents/', ids, of), of.volumes);
  const head = headPage(undefined, part.heading, [], calls);
  return [head, element('div', { class: 'introduction' }, body), notesSection(notes)];
}

/** Where documents are, seen from a page from which those of `ids` are under a path: all others are on the web. */
const pagesFrom =
  (path: string, ids: ReadonlySet<string>, { home }: Pick<Publication, 'home'>) =>
  (id: string) =>
    ids.has(id) ? `${path}${id}.xhtml` : home + addresses.document(id).slice(1);

const notesSection = (notes: Xml): Xml =>
  notes === ''
    ? nothing
    : element('section', { class: 'notes', 'epub:type': 'footnotes' }, words('h2', 'Notes'), notes);

/** A document: its text and notes as printed, then what the edition says of it. All but `ids` are linked on the web. */
export function documentPage(publication: Publication, ids: ReadonlySet<string>): Xml[] {
  const { document, permalink, register, seal } = publication;
  const { record } = document;
  const { source, absent, dateSent, dateReceived, undated } = record;
  const pageOf = pagesFrom('', ids, publication);
  const { heading, text: printed, notes } = bookHtml(document, bookElement(register), pageOf, publication.volumes);
  const citation = citationRecord(publication);
  const marks = interventions(document).map((one) =>
    element(
      'li',
      { id: `a-${one.anchor}` },
      link(`#${one.anchor}`, placeName(one.place)),
      text(' '),
      words('q', interventionText(one)),
      text(`: ${interventionWords(one)}`),
    ),
  );
  const dated = (term: string, date: HistoricalDate | undefined, reason = date?.reason): string[] =>
    date || reason ? [[`${term}: ${dateWords(date)}`, reason].filter(Boolean).join(' — ')] : [];
  const dates = [...dated(isSent(record) ? 'Sent' : 'Date', dateSent, undated), ...dated('Received', dateReceived)];
  const sentences = [
    source.copyText,
    source.collation,
    ...absent,
    source.archive && `Original: ${source.archive}.`,
    `Rights in the text: ${source.rights}.`,
  ];
  const promise = seal.sealed
    ? 'SHA-256 of the text: '
    : 'Unsealed: this text is not yet promised to stay as it is. SHA-256: ';
  return [
    element('article', {}, heading, printed),
    notesSection(notes),
    element(
      'aside',
      { class: 'after', 'aria-label': 'What the edition says of the document' },
      marks.length === 0 ? nothing : section('Marks in the text', element('ul', {}, ...marks)),
      section(
        'Cite this document',
        paragraph(chicagoNote(citation) as Xml),
        paragraph(text(`Permalink, ${versionInWords(citation)}: `), link(permalink)),
      ),
      section(
        'Source and version',
        ...[...dates, sentences.filter(Boolean).join(' ')].map((line) => words('p', line)),
        paragraph(text(promise), words('code', seal.sha256)),
      ),
    ),
  ];
}

/** What the documents of a book name, register by register; empty where they name nothing. */
export function registerPage(documents: readonly Publication[]): Xml[] {
  const named = new Set(documents.flatMap(({ document }) => [...mentions(document, true).keys()]));
  const { register, home = '' } = documents[0] ?? {};
  const entries = [...named].flatMap((id) => register?.get(id) ?? []);
  const { compare } = new Intl.Collator('en');
  const sections = registerKinds.flatMap((kind) => {
    const own = entries.filter((entry) => entry.kind === kind).toSorted((a, b) => compare(a.sortName, b.sortName));
    const items = own.map(({ id, name, summary }) => {
      const says = text(summary === undefined ? '' : `: ${summary}`);
      return element('li', { id: `e-${id}` }, link(home + addresses.entry(id).slice(1), name), says);
    });
    return items.length === 0 ? [] : [section(capitalized(kind), element('ul', {}, ...items))];
  });
  if (sections.length === 0) return [];
  return [element('section', { class: 'register' }, words('h1', 'Named in this book'), ...sections)];
}

/** What an element of a page is in a book, by its role or class there (https://www.w3.org/TR/epub-ssv-11/). */
const inBook: Readonly<Record<string, { readonly type: string; readonly tag?: string; readonly role?: string }>> = {
  'doc-noteref': { type: 'noteref' },
  'doc-backlink': { type: 'backlink' },
  note: { type: 'footnote', tag: 'aside', role: 'doc-footnote' },
  'page-break': { type: 'pagebreak', role: 'doc-pagebreak' },
};

/** Writes elements as a book has them: nothing for a script or a search, no link to what the register lacks. */
function bookElement(register: Register) {
  return (tag: string, attributes: Attributes, ...children: readonly Xml[]): Xml => {
    const { class: className = '', id, role = '', href = '', lang, 'data-n': number, ...others } = attributes;
    const isName = className === 'name';
    const isNowhere = isName && !register.has(href.replace('#e-', ''));
    const special = inBook[role || className];
    return element(
      isNowhere ? 'span' : (special?.tag ?? tag),
      {
        'epub:type': special?.type,
        role: special && (special.role ?? role),
        id,
        class: className || undefined,
        href: isNowhere || href === '' ? undefined : isName ? `../register.xhtml${href}` : href,
        lang,
        'xml:lang': lang,
        scope: others['scope'],
        colspan: others['colspan'],
        datetime: others['datetime'],
        'aria-label': className === 'page-break' ? number : tag === 'a' ? others['aria-label'] : undefined,
        'aria-describedby': others['aria-describedby'],
      },
      ...children,
    );
  };
}
