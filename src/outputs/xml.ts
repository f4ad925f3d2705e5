/** Writing XML, and HTML in the same way: the only place where characters are escaped for them. */

declare const written: unique symbol;
/** Characters that are XML already. */
export type Xml = string & { readonly [written]: true };

/** Attributes in the order in which they are written; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const nothing = '' as Xml;
/** One piece after the other. */
export const joined = (pieces: readonly Xml[]): Xml => pieces.join('') as Xml;

/** Text as XML: a line feed as a reference, since lines are indented; what XML 1.0 cannot hold becomes U+FFFD. */
export const text = (characters: string): Xml => escaped(characters).replaceAll('>', '&gt;') as Xml;

/** An element in running text: nothing is added between its children. */
export function element(name: string, attributes: Attributes, ...children: readonly Xml[]): Xml {
  const start = name + attributesOf(attributes);
  return (children.length === 0 ? `<${start}/>` : `<${start}>${joined(children)}</${name}>`) as Xml;
}

/** An element that holds only elements: each child on lines of its own. Without children it is left out. */
export function block(name: string, attributes: Attributes, children: readonly (Xml | undefined)[]): Xml {
  const lines = children.filter((child) => child !== undefined && child !== '');
  if (lines.length === 0) return nothing;
  const indented = lines.map((child) => `  ${child?.replaceAll('\n', '\n  ')}`).join('\n');
  return `<${name}${attributesOf(attributes)}>\n${indented}\n</${name}>` as Xml;
}

/** An element of words alone; nothing where there are none. */
export const words = (name: string, characters: string | undefined, attributes: Attributes = {}): Xml =>
  characters === undefined ? nothing : element(name, attributes, text(characters));

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`))
    .join('');

/** What the signs of XML, and spaces that it would change, are written as; what it cannot hold becomes U+FFFD. */
const references: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '\t': '#9', '\n': '#10', '\r': '#13' };

const escaped = (characters: string): string =>
  characters.replace(/[&<]|[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, (sign) =>
    references[sign] ? `&${references[sign]};` : '\uFFFD',
  );
