/** Names as history spelled them: a register entry is found by any of its spellings. */
import { piecesOf, type Named, type Node, type Term } from './query.ts';
import { foldedOf, foldedWords } from './words.ts';

/**
 * Puts in the place of each name that was typed all its spellings. Words side by side may form one name (`Port
 * Arthur`), and a field asks for each spelling in its own place. Of `names`, each has all the spellings of an entry.
 */
export function withSpellings(tree: Node, names: readonly (readonly string[])[]): Node {
  const byWords = new Map(
    names.flatMap((all) => all.map((name) => [foldedWords(name).join(' '), { name, all }] as const)),
  );
  /** All spellings in the place of some terms that form one; undefined where they do not. */
  const named = (terms: readonly Node[]): Node | undefined => {
    if (!terms.every((term): term is Term => term.type === 'term')) return undefined;
    const [first] = terms;
    const pieces = terms.flatMap((term) => term.pieces);
    const isPlain = terms.every((term) => term.field === first?.field && term.within === undefined && !term.days);
    const words = foldedOf(pieces).join(' ');
    const spelled = isPlain ? byWords.get(words) : undefined;
    if (first === undefined || spelled === undefined) return undefined;
    const asTyped: Node = terms.length === 1 ? first : { type: 'and', of: terms };
    // What has the typed words in it is found by these already.
    const others = spelled.all.filter((name) => !` ${foldedWords(name).join(' ')} `.includes(` ${words} `));
    if (others.length === 0) return undefined;
    const also = others.map((name): Term => ({ ...first, pieces: piecesOf(name), quoted: true }));
    return { type: 'or', of: [asTyped, ...also], implied: true, named: { typed: spelled.name, others } };
  };
  const expand = (node: Node): Node => {
    if (node.type === 'term') return named([node]) ?? node;
    if (node.type === 'not') return { ...node, of: expand(node.of) };
    if (node.type === 'or') return { ...node, of: node.of.map(expand) };
    return { ...node, of: expandRow(node.of) };
  };
  /** Words side by side, the longest names first. */
  const expandRow = (row: readonly Node[]): Node[] => {
    const [first, ...rest] = row;
    for (let length = row.length; length > 0; length -= 1) {
      const name = named(row.slice(0, length));
      if (name) return [name, ...expandRow(row.slice(length))];
    }
    return first ? [expand(first), ...expandRow(rest)] : [];
  };
  return expand(tree);
}

/** The names in a query that stand for others too. */
export function namesIn(node: Node): Named[] {
  if (node.type === 'term') return [];
  if (node.type === 'not') return namesIn(node.of);
  return [...(node.named ? [node.named] : []), ...node.of.flatMap(namesIn)];
}
