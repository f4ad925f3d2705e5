/**
 * `/cmif.xml`: the correspondence of the whole edition in the Correspondence
 * Metadata Interchange Format, for correspSearch and its like
 * (https://github.com/TEI-Correspondence-SIG/CMIF).
 */
import { latestRevision } from '../edition/revisions.ts';

import { correspDesc } from './tei-header.ts';
import { block, declaration, element, text, words } from './xml.ts';
import type { EditionSettings } from '../schema/settings.ts';
import type { Publication } from '../edition/publish.ts';

/** Id, in the file, of the edition that the documents are published in. */
const editionId = 'edition';

/**
 * The file. Its date is that of the newest revision of any document.
 *
 * @param home Absolute address of the site's front page, with a final slash.
 * @param publications Every document, in the order in which they are listed.
 */
export function cmif(settings: EditionSettings, home: string, publications: readonly Publication[]): string {
  const dates = publications.flatMap(({ document }) => latestRevision(document.record)?.date ?? []);
  const newest = dates.toSorted().at(-1);
  const header = block(
    'teiHeader',
    {},
    block(
      'fileDesc',
      {},
      block(
        'titleStmt',
        {},
        words('title', `${settings.title}: correspondence metadata`),
        words('editor', settings.editor),
      ),
      block(
        'publicationStmt',
        {},
        element('publisher', {}, words('ref', settings.title, { target: home })),
        words('idno', `${home}cmif.xml`, { type: 'url' }),
        newest === undefined ? undefined : element('date', { when: newest }),
        block(
          'availability',
          {},
          words('licence', settings.licences.prose.name, { target: settings.licences.prose.url }),
        ),
      ),
      block(
        'sourceDesc',
        {},
        element(
          'bibl',
          { type: 'online', 'xml:id': editionId },
          text(`${settings.title}: ${settings.subtitle}. `),
          words('ref', home, { target: home }),
        ),
      ),
    ),
    block(
      'profileDesc',
      {},
      ...publications.map((publication) =>
        correspDesc(publication, {
          attributes: {
            ref: publication.permalink,
            source: `#${editionId}`,
            key: keyOf(publication),
          },
          reasons: false,
        }),
      ),
    ),
  );
  const root = block(
    'TEI',
    { xmlns: 'http://www.tei-c.org/ns/1.0' },
    header,
    block('text', {}, block('body', {}, element('p', {}))),
  );
  return `${declaration}${root}\n`;
}

/** The number of the message in its own series, where it has one. */
function keyOf({ document }: Publication): string | undefined {
  const { telegramNumber, despatchNumber } = document.record;
  return (telegramNumber ?? despatchNumber)?.toString();
}
