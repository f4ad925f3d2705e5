/** What an import adds to the files of a content folder besides documents: text in, text out. */
import { isMap, isNode, parseDocument, stringify, type ParsedNode } from 'yaml';
import type { Register } from '../schema/register.ts';
import type { Volume as VolumeSettings } from '../schema/settings.ts';
import { romanValue, slug } from '../edition/letters.ts';
import { fileStart } from '../edition/problems.ts';
import { saysMoreThanNumber } from '../edition/volumes.ts';
import { readPartText } from '../markdown/read-document.ts';
import { writeText } from '../markdown/write-document.ts';
import type { VolumeContents } from '../schema/volume-contents.ts';
import { faultIn, type Refusal } from './fidelity.ts';
import { RefusedVolume, type Volume, type VolumePart } from './read-volume.ts';
import { toText } from './to-tree.ts';

/** Data as an import writes it: every value words, since the schema says what is a number; no list that is empty. */
export const asYaml = (data: unknown): string =>
  stringify(data, (_, value) => (Array.isArray(value) && value.length === 0 ? undefined : value), {
    schema: 'failsafe',
    lineWidth: 120,
    blockQuote: 'literal',
    singleQuote: true,
  });

/** `Volume XIV` → 14, `Volume 3` → 3. */
function volumeNumber(words: string): number | undefined {
  const [, figures, roman] = /\bVol(?:ume|\.)? (?:(\d+)|([IVXLC]+)\b)/.exec(words) ?? [];
  return figures === undefined ? romanValue(roman ?? '') || undefined : Number(figures);
}

/** Words without the years they end with, and these: `1936`, `1955–1957`; those of a day stay: `December 5, 1870`. */
function withoutYears(words: string): [before: string, years: string] {
  const [, before = '', years = ''] = /^(.*?)[, ]*(\d{4}(?:[-–]\d{2,4})?)?$/.exec(words) ?? [];
  return /\d$/.test(before) ? [words, ''] : [before, years];
}

/** What edition.yaml says of a volume, by its header. Throws RefusedVolume where that lacks what a citation needs. */
export function volumeSettings({ key, titles, publisher, place, year }: Volume): VolumeSettings {
  const said = (name: string): string => titles[name] ?? '';
  const [ownSeries, seriesYears] = withoutYears(said('series'));
  const [, series = '', subseries = ''] =
    /^(.*?\bForeign Relations of the United States)?[:,]? ?(.*)$/i.exec(ownSeries) ?? [];
  const [before, years] = withoutYears(said('subseries'));
  // A volume without a title of its own is known by the whole, of which its series is the beginning.
  const complete = said('complete') || said('series');
  const beginning = [said('series'), ownSeries].find((one) => complete.startsWith(one));
  const number = said('volumenumber');
  const isPlain = /^(?:(?:Volume|Part) [IVXLC\d]+(?:, |$))+$/.test(number);
  const end = isPlain && complete.endsWith(number) ? -number.length : undefined;
  const rest = beginning === undefined ? '' : complete.slice(beginning.length, end).replace(/^[,:]? |[,:]? $/g, '');
  const allYears = years || seriesYears;
  // What no figures say of its number the whole says in words: Volume E–14, Microfiche Supplement.
  const inWords = number === '' || isPlain ? '' : rest.replace(/^(?:[\d–-]+, )?(?:(?:Volume|Part) [IVXLC\d]+, )*/, '');
  const own = saysMoreThanNumber(said('volume')) ? said('volume') : '';
  const whole = (own && inWords) || own || (saysMoreThanNumber(rest) ? rest : complete);
  // Years stand once: Japan, 1931–1941, in a series of those years.
  const [named, ownYears] = withoutYears(whole);
  const title = named !== '' && whole !== complete && ownYears === allYears ? named : whole;
  const [, part = ''] = (!title.includes(number) && /\bPart (\d+|[IVX]+)\b/i.exec(number)) || [];
  const [published = ''] = /\d{4}/.exec(year) ?? [];
  const needed = {
    title: said('series') || said('complete'),
    publisher,
    'place of publication': place,
    'year of publication': published,
  };
  const lacking = Object.entries(needed).flatMap(([what, words]) => (words ? [] : [what]));
  if (lacking.length > 0)
    throw new RefusedVolume(
      1,
      `The header gives no ${lacking.join(', no ')}; citations need it. Write the volume into edition.yaml, as ${key}.`,
    );
  return {
    series: series || subseries || said('series') || said('complete'),
    subseries: (series && [subseries, before].filter((one) => one && !title.includes(one)).join(', ')) || undefined,
    years: allYears || undefined,
    title,
    number: volumeNumber(number),
    part: volumeNumber(`Volume ${part.toUpperCase()}`),
    place: place === 'Washington' ? 'Washington, DC' : place,
    publisher: publisher.replace(/^(?:United States|U\. ?S\.) (?=Government Printing Office$)/, ''),
    published,
    url: `https://history.state.gov/historicaldocuments/${key}`,
  };
}

/** A file with entries more in a map, which stands under a field or is all of it; every other line is as it was. */
function withEntries(text: string, added: object, gap: string, field?: string): string {
  const { contents } = parseDocument(text, { schema: 'failsafe' });
  const map = isMap(contents) && field !== undefined ? contents.get(field) : contents;
  const [from, to] = (isNode(map) && map.range) || [text.length, text.length];
  const first = isMap<ParsedNode>(map) && !map.flow ? map.items[0]?.key.range[0] : undefined;
  // A comment that is not set in is of the next field.
  const end = text.slice(0, to).search(/(?:\n(?:#.*|[ \t\r]*))*$/);
  const [before, after, indent] =
    first === undefined
      ? [text.slice(0, from).trimEnd(), text.slice(to), field === undefined ? '' : '  ']
      : [text.slice(0, end), text.slice(end), text.slice(text.lastIndexOf('\n', first) + 1, first)];
  // Between braces none has lines of its own: all are written anew.
  const kept = isMap(map) && map.flow ? (map.toJSON() as object) : {};
  const entries = Object.entries({ ...kept, ...added }).map(([key, value]) => asYaml({ [key]: value }).trimEnd());
  const lines = entries.join(gap).replace(/^(?=.)/gm, indent);
  return `${before}${before && gap}${lines}\n${after.replace(/^\n/, '')}`;
}

/** edition.yaml with a volume more. */
export function withVolume(text: string, key: string, settings: VolumeSettings): string {
  const fields = Object.entries(settings).flatMap(([name, value]) => (value ? [[name, String(value)] as const] : []));
  return withEntries(text, { [key]: Object.fromEntries(fields) }, '\n', 'volumes');
}

/** Finds or makes the ids of places that datelines print; `added` are those that the register lacks. */
export function placesOf(register: Register) {
  const places = [...register.values()].filter(({ kind }) => kind === 'places');
  const known = new Map(places.flatMap(({ id, name }) => [slug(name), id].map((key) => [key, id] as const)));
  const added = new Map<string, string>();
  /** The id of a place; undefined where the words are none. */
  const idOf = (printed = ''): string | undefined => {
    if (!/^(?!(?:On b|Ab)oard |En route|At sea|No\.|M(?:rs?\.|iss) )\p{Lu}[\p{L}.’' -]{1,40}$/u.test(printed))
      return undefined;
    const key = slug(printed);
    const id = known.get(key) ?? (register.has(key) ? `${key}-place` : key);
    if (!known.has(key)) added.set(id, printed);
    known.set(key, id);
    return id;
  };
  return { added, idOf };
}

/** register/places.yaml with some entries more. */
export function withPlaces(text: string, added: ReadonlyMap<string, string>): string {
  const places = [...added].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, name]) => [id, { name }] as const);
  return places.length === 0 ? text : withEntries(text, Object.fromEntries(places), '\n\n');
}

/** What is told of what is printed under the headings of parts. */
interface ToldOfParts {
  /** That it would not come back whole. */
  readonly refuse: (part: VolumePart, refusal: Refusal) => void;
  /** What of its markup is not carried. */
  readonly leaveOut: (notCarried: ReadonlyMap<string, number>) => void;
}

/** What is printed above the documents of a part, as it is written; undefined where no more than a heading is. */
function textAbove(part: VolumePart, volume: string, told: ToldOfParts): string | undefined {
  const { heading, body, notes, notCarried } = toText(part.above, volume);
  const [first, ...others] = heading;
  const lines = others.map((children) => ({ type: 'paragraph', role: 'subheading', children, at: fileStart }) as const);
  const text = { heading: first ? [first] : [], body: [...lines, ...body], notes };
  if (text.body.length + notes.length === 0) return undefined;
  const written = writeText(text).trimEnd();
  const { text: read, messages } = readPartText(written);
  const above = { name: 'div', attributes: {}, children: part.above, line: 0 };
  const refusal = faultIn(`\n\n${written}`, messages, above, read);
  if (refusal) told.refuse(part, refusal);
  else told.leaveOut(notCarried);
  return refusal ? undefined : written;
}

/** The file of a volume's contents; `here` are the ids of documents that are or were here, by their ids in the TEI. */
export function contentsFile({ key, parts }: Volume, here: ReadonlyMap<string, string>, told: ToldOfParts): string {
  const list = (some: Volume['parts']): VolumeContents['contents'] =>
    some.map((one) => {
      if (one.type === 'part') {
        const { kind, id, heading, children } = one;
        const text = textAbove(one, key, told);
        return { kind: kind || 'part', id, heading: heading || undefined, text, contents: list(children) };
      }
      const { id, number, firstPage: page, lastPage } = one;
      const heading = one.heading || `Document ${number}`;
      return { number, id: here.get(id), heading, page, lastPage: lastPage === page ? undefined : lastPage };
    });
  const contents: VolumeContents = { volume: key, contents: list(parts) };
  return `# The contents of the volume, in its own order. Written by \`npm run import\` alone.\n${asYaml(contents)}`;
}
