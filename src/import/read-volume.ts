/** The TEI of a volume, as the Office of the Historian writes it → its metadata, parts, documents as elements. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { codeOf } from '../edition/letters.ts';
import { withoutStop } from '../edition/printed-heading.ts';
import { invisible } from '../markdown/read-characters.ts';

/** An element of the TEI: names without prefix in TEI's own namespace, `frus:attachment` in the Office's. */
export interface XmlElement {
  readonly name: string;
  /** By their names as written: `xml:id`, `rend`, `frus:doc-dateTime-min`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Nodes;
  /** Line of the file in which its tag ends, from 1. */
  readonly line: number;
}

export type Nodes = readonly (XmlElement | string)[];

/** A document of the volume. */
export interface VolumeDocument {
  readonly type: 'document';
  /** `d20`. */
  readonly id: string;
  /** The number under which the Office of the Historian counts it: `20`. */
  readonly number: string;
  readonly heading: string;
  /** The headings of the parts that hold it, outermost first. */
  readonly chapter: string;
  /** The printed pages on which it begins and ends; absent where the file marks none. */
  readonly firstPage: string | undefined;
  readonly lastPage: string | undefined;
  readonly element: XmlElement;
}

/** A compilation, chapter or the like: what it holds stands in the order of the volume. */
export interface VolumePart {
  readonly type: 'part';
  readonly kind: string;
  readonly id: string | undefined;
  readonly heading: string;
  /** Its heading, and what stands between it and what the part holds. */
  readonly above: readonly XmlElement[];
  readonly children: readonly (VolumePart | VolumeDocument)[];
}

/** Why a file is not imported: a line of it, from 1, and a sentence for an editor. */
export class RefusedVolume extends Error {
  constructor(line: number, sentence: string) {
    super(`${line}: ${sentence}`);
  }
}

const namespaces: Readonly<Record<string, string>> = {
  'http://www.tei-c.org/ns/1.0': '',
  'http://history.state.gov/frus/ns/1.0': 'frus:',
};

const apart = new RegExp(`(${invisible.source})`, 'u');

/** The largest volume has 9 MB and is nowhere deeper than 20 elements. */
const limits = { characters: 64_000_000, depth: 200 };

type Growing = Omit<XmlElement, 'children'> & { readonly children: (Growing | string)[] };

/** Reads a volume from the text of its file, in any pieces. Throws RefusedVolume where it is none of the Office's. */
export const readVolume = async (chunks: AsyncIterable<string> | Iterable<string>) => volumeOf(await readTei(chunks));

/** Reads a TEI file: what holds its root. Throws RefusedVolume where it is ill-formed, no TEI, too large or deep. */
export async function readTei(chunks: AsyncIterable<string> | Iterable<string>): Promise<XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const top: Growing = { name: '', attributes: {}, children: [], line: 0 };
  const open: Growing[] = [top];
  const refuse = (message: string): never => {
    throw new RefusedVolume(parser.line, message);
  };
  parser.on('error', (error) => refuse(`The file is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`));
  parser.on('doctype', () =>
    refuse('The file declares a document type; entities and outside references are not read.'),
  );
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (open.length > limits.depth) refuse(`Elements stand more than ${limits.depth} deep in one another.`);
    const attributes = Object.fromEntries(Object.entries(tag.attributes).map(([name, { value }]) => [name, value]));
    // A page of the web in a volume that shows films has elements of the same names as TEI.
    const name = (namespaces[tag.uri] ?? `${tag.prefix || 'other'}:`) + tag.local;
    if (open.length === 1 && name !== 'TEI') {
      refuse(`A TEI P5 volume of the Office of the Historian was expected; this file begins with <${tag.name}>.`);
    }
    const element: Growing = { name, attributes, children: [], line: parser.line };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    // What the Office has noted for itself of a facsimile is no text of the document.
    if (/^frus:(?:page-count|problem)/.test(closed?.name ?? '')) closed?.children.splice(0);
    if (closed) closeUp(closed.children);
  });
  const text = (words: string): void => {
    const into = (open.at(-1) ?? top).children;
    // What prints nothing is an element without words, `U+00AD`.
    words.split(apart).forEach((part, index) => {
      const last = into.at(-1);
      if (index % 2 === 1) into.push({ name: codeOf(part), attributes: {}, children: [], line: parser.line });
      else if (typeof last === 'string') into[into.length - 1] = (last + part).normalize('NFC');
      else if (part !== '') into.push(part.normalize('NFC'));
    });
  };
  parser.on('text', text);
  parser.on('cdata', text);
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limits.characters) refuse(`The file has more than ${limits.characters / 1e6} million characters.`);
    parser.write(chunk);
  }
  parser.close();
  return top;
}

/**
 * Takes from elements the white space with which a program has indented what they hold, where they touch a bracket or a
 * sign of punctuation: `(<persName>⏎ <hi>Fish</hi>⏎ </persName>)`.
 */
function closeUp(children: readonly (Growing | string)[]): void {
  children.forEach((child, index) => {
    if (typeof child === 'string') return;
    const [before, after] = [children[index - 1], children[index + 1]];
    if (typeof before === 'string' && /[([“‘]$/.test(before)) trimEdge(child, 0);
    // Full stops that go on, each apart, are words left out.
    if (typeof after === 'string' && /^(?:[,;:?!)\]”’]|\.(?! ?\.))/.test(after)) trimEdge(child, -1);
  });
}

/** Takes the white space from the beginning or the end of an element. */
function trimEdge({ children }: Growing, edge: 0 | -1): void {
  const one = children.at(edge);
  if (typeof one === 'object') trimEdge(one, edge);
  else if (one !== undefined) children.splice(edge, 1, one.replace(edge === 0 ? /^\s*\n\s*/ : /\s*\n\s*$/, ''));
}

function volumeOf(top: XmlElement) {
  const [header, front, body, back] = ['teiHeader', 'front', 'body', 'back'].map((name) => elementsNamed(name, top)[0]);
  const key = header && elementsNamed('idno', header).find(({ attributes }) => attributes['type'] === 'frus');
  if (header === undefined || body === undefined || key === undefined) {
    throw new RefusedVolume(
      1,
      'A header with <idno type="frus"> and a body were expected; this TEI is not of the Office of the Historian.',
    );
  }
  const titles = elementsNamed('titleStmt', header).flatMap((statement) => elementsNamed('title', statement));
  const said = (name: string): string => {
    const all = elementsNamed('publicationStmt', header).flatMap((one) => elementsNamed(name, one));
    // Another date is that of the documents.
    const one = all.find(({ attributes }) => attributes['type'] === 'publication-date') ?? all[0];
    // An office may stand in lines above that of which it is part.
    return wordsOf(one && { ...one, children: one.children.map((child) => (isLineEnd(child) ? ', ' : child)) });
  };
  const parts: VolumePart['children'] = partsOf(body, { page: undefined });
  const volume = {
    /** `frus1936v03`. */
    key: wordsOf(key),
    /** Whether the Office has taken it up from its drafts: from then on, two types of titles have a hyphen. */
    isReviewed: titles.some(({ attributes: { type = '' } }) => type.includes('-')),
    /** By their type, without hyphen: `complete`, `series`, `subseries`, `volumenumber`, `volume`. */
    titles: Object.fromEntries(
      titles.map((title) => [title.attributes['type']?.replace('-', '') ?? '', wordsOf(title)]),
    ),
    publisher: said('publisher'),
    place: said('pubPlace'),
    year: said('date'),
    parts,
    /** What stands beside the documents: papers before and after them, words after those of a chapter. */
    besides: [...[front, back].flatMap((part) => papersBeside(part)), ...besidesIn(body)],
    /** The front matter, which holds the List of Papers. */
    front,
  };
  if (documentsOf(volume).length === 0) {
    throw new RefusedVolume(body.line, 'No <div type="document"> was found: there is nothing to import.');
  }
  return volume;
}
export type Volume = ReturnType<typeof volumeOf>;

/** Whether a part of some type is a document; one that is still withheld has a number and a heading too. */
const isDocument = (type: string): boolean => type === 'document' || type === 'document-pending';

/** The documents and parts in an element, in parts of some headings; `at.page` is the printed page that is reached. */
function partsOf(
  parent: XmlElement,
  at: { page: string | undefined },
  above: readonly string[] = [],
): (VolumePart | VolumeDocument)[] {
  return elementsIn(parent.children).flatMap((element): (VolumePart | VolumeDocument)[] => {
    const { attributes } = element;
    at.page = pageAt(element) ?? at.page;
    if (element.name !== 'div') return [];
    const kind = attributes['type'] ?? '';
    // A note to it is not of it.
    const head = headOf(element)?.children.filter((child) => typeof child === 'string' || child.name !== 'note');
    const heading = wordsOf({ ...element, children: head ?? [] });
    if (isDocument(kind)) {
      const pages = pagesOf(element, at);
      const firstPage = pages.length > 0 ? pages[0] : at.page;
      const lastPage = firstPage && (pages.at(-1) ?? firstPage);
      const id = attributes['xml:id'] ?? '';
      // Numbers that the volume does not print may stand in brackets, or a description: [Unnumbered document …].
      const [, number = id.replace(/^d(?=\d)/, '')] = /^\[?([^\s\]]+)\]?$/.exec(attributes['n']?.trim() ?? '') ?? [];
      return [{ type: 'document', id, number, heading, chapter: above.join(': '), firstPage, lastPage, element }];
    }
    const children = partsOf(element, at, [...above, withoutStop(heading.replace(/:$/, ''))].filter(Boolean));
    return [{ type: 'part', kind, id: attributes['xml:id'], heading, above: elementsAbove(element), children }];
  });
}

/**
 * The page of the volume that begins with an element, without brackets; undefined where none does: a volume that was
 * never printed marks those of each facsimile, `d138-04`.
 */
export const pageAt = ({ name, attributes: { n = '', type, 'xml:id': id = '' } }: XmlElement): string | undefined =>
  name === 'pb' && type !== 'facsimile' && !/^d\d/.test(id)
    ? /^\[?(\d+[a-z]?|[ivxlcdm]+)\]?$/i.exec(n)?.[1]
    : undefined;

/** The pages of the words of an element, one by one; `at.page` is that of its end, where one may begin without words. */
const pagesOf = ({ children }: XmlElement, at: { page: string | undefined }): (string | undefined)[] =>
  children.flatMap((child) => {
    if (typeof child === 'string') return child.trim() === '' ? [] : [at.page];
    at.page = pageAt(child) ?? at.page;
    return pagesOf(child, at);
  });

/** The papers of the time that stand before or after all documents; drafts tell a President’s message by its id alone. */
const papersBeside = (part: XmlElement | undefined) =>
  (part ? elementsNamed('div', part) : []).flatMap(({ attributes, children }) => {
    const { 'xml:id': id = '', subtype, type } = attributes;
    const isPaper = subtype === 'historical-document' || type === 'document' || id.startsWith('message');
    return isPaper ? [{ part: id, elements: elementsIn(children) }] : [];
  });

/** The heading of a part, and the words and page breaks that stand between it and the first part or document in it. */
function elementsAbove(part: XmlElement): XmlElement[] {
  const inside = elementsIn(part.children);
  const first = inside.findIndex(({ name }) => name === 'div');
  const head = headOf(part);
  const others = inside.slice(0, first < 0 ? undefined : first).filter((one) => one !== head);
  return [...(head ? [head] : []), ...others.filter((one) => one.name === 'pb' || wordsOf(one) !== '')];
}

/** The words that stand in a part of the volume after a document of it, and pictures without any, by the part’s id. */
function besidesIn(part: XmlElement): ReturnType<typeof papersBeside> {
  const { type = '', 'xml:id': id = 'body' } = part.attributes;
  if (isDocument(type)) return [];
  const inside = elementsIn(part.children);
  // What stands above its documents is carried by the contents of the volume.
  const carried = part.name === 'div' ? elementsAbove(part) : [];
  const isSomething = (one: XmlElement): boolean => one.name === 'figure' || wordsOf(one) !== '';
  const elements = inside.filter((one) => one.name !== 'div' && !carried.includes(one) && isSomething(one));
  return [
    ...(elements.length > 0 ? [{ part: id, elements }] : []),
    ...inside.filter(({ name }) => name === 'div').flatMap(besidesIn),
  ];
}

/** The documents of a volume or part, in its order. */
export const documentsOf = ({ parts }: Pick<Volume, 'parts'>): VolumeDocument[] =>
  parts.flatMap((part) => (part.type === 'document' ? [part] : documentsOf({ parts: part.children })));

/** The elements among some nodes. */
export const elementsIn = (nodes: Nodes): XmlElement[] => nodes.filter((node) => typeof node !== 'string');

/** Whether a printed line ends here. */
export const isLineEnd = (node: XmlElement | string): boolean => typeof node !== 'string' && node.name === 'lb';

/** Every element of a name in another, in the order of the file. */
export const elementsNamed = (name: string, { children }: XmlElement): XmlElement[] =>
  elementsIn(children).flatMap((one) => [...(one.name === name ? [one] : []), ...elementsNamed(name, one)]);

/** The first heading of an element itself, not of what it holds. */
export const headOf = (element: XmlElement): XmlElement | undefined =>
  elementsIn(element.children).find(({ name }) => name === 'head');

/** The characters of an element as they stand, notes where they are called; white space and all. */
export const textOfElement = ({ name, children }: XmlElement): string =>
  name === 'lb' ? '\n' : children.map((child) => (typeof child === 'string' ? child : textOfElement(child))).join('');

/** The words of an element on one line. */
export const wordsOf = (element: XmlElement | undefined): string =>
  element === undefined ? '' : textOfElement(element).replace(/\s+/g, ' ').trim();

/** The characters of a document of the TEI, without white space, in NFC as the edition's own text is. */
export const charactersOf = (element: XmlElement) => textOfElement(element).replace(/\s+/g, '').normalize('NFC');
