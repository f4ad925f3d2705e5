/** What a volume says in markup and the edition cannot say → words for an editor. */

/** What an editor is told of, and the elements that say it. */
const kinds: Readonly<Record<string, string>> = {
  'parts that stand in another file, and are wanting here': 'xi:include xi:fallback',
  'places where words or signs are missing': 'gap space',
  'pictures, with their captions where they have words': 'figure figDesc graphic',
  'words that are hard to read': 'unclear',
  'words and their corrections, one beside the other': 'choice sic corr abbr expan orig reg supplied',
  'references that lead nowhere from here': 'ref ptr Ref',
  'words that are struck out, written in or foreign, around nothing or in such words': 'Deleted Added Foreign',
  'ways of setting words apart, or paragraphs': 'hi p emph',
  'tables among words, whose cells stand in a line; cells over several rows; headings in the midst': 'table row cell',
  'page breaks that give no page of the print': 'pb',
  'other breaks, rules and marked places': 'milestone anchor cb',
  'words that stand in the margin, and are a line of their own here': 'seg',
  'verse and quotations that are set as lines and blocks': 'lg quote cit q said',
  'titles, names and terms that stand in no register':
    'title bibl term name orgName affiliation measure num idno publisher pubPlace editor frus:classification foreign mentioned soCalled',
  'lines whose place in a document is not said otherwise': 'byline docDate head sp speaker floatingText body div',
  'parts in another language': 'xml:lang',
  'notes without words': 'note',
  'what the Office of the Historian notes of the files of a facsimile':
    'frus:page-count-according-to-citation frus:file frus:pdf frus:problem',
  formulas: 'formula m:math m:mi',
};
const kindOf = new Map(
  Object.entries(kinds).flatMap(([words, names]) => names.split(' ').map((name) => [name, words] as const)),
);

/** The sum of each kind in words, with the markup itself for who knows TEI, the most frequent first. */
export function notCarriedInWords(counts: ReadonlyMap<string, number>): [words: string, number: number][] {
  const groups = Map.groupBy(counts, ([what]) => {
    const [name = ''] = what.split(' ');
    if (name.startsWith('U+')) return 'characters that print nothing';
    if (name.startsWith('other:')) return 'parts of a page of the web, such as a film';
    return kindOf.get(name) ?? 'other markup';
  });
  return [...groups]
    .map(([words, members]): [string, number] => [
      `${words} (${members.map(([what]) => what).join(', ')})`,
      members.reduce((sum, [, number]) => sum + number, 0),
    ])
    .toSorted(([, a], [, b]) => b - a);
}
