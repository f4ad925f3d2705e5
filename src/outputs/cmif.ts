/**
 * `/cmif.xml`: the correspondence of the whole edition in the Correspondence Metadata Interchange Format, for
 * correspSearch and its like (https://github.com/TEI-Correspondence-SIG/CMIF).
 */
import { uuid } from '../edition/fingerprint.ts';
import type { Publication } from '../edition/publish.ts';
import { newestRevision } from '../edition/document.ts';
import type { EditionSettings, Licence } from '../schema/settings.ts';
import { citationRecord } from './citation-record.ts';
import { correspDesc, isCorrespondence } from './tei-header.ts';
import { block, declaration, element, text, words } from './xml.ts';

/** The file, in the order of the documents, of the day of their newest revision; `home` is that of a publication. */
export function cmif(settings: EditionSettings, home: string, publications: readonly Publication[]): string {
  const { title, subtitle, editor, licences } = settings;
  const newest = newestRevision(publications.map(({ document }) => document));
  const licence = words('licence', licenceSentence(licences.prose), { target: licences.prose.url });
  // It has to stay the same, and to begin with a letter, wherever the edition is published.
  const editionId = `edition-${uuid(title)}`;
  const online = { type: 'online', 'xml:id': editionId };
  const letters = publications.filter(({ document }) => isCorrespondence(document.record));
  const described = letters.map((publication) => {
    const key = citationRecord(publication).number?.toString();
    return correspDesc(publication, { ref: publication.permalink, source: `#${editionId}`, key }, false);
  });
  const root = block('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, [
    block('teiHeader', {}, [
      block('fileDesc', {}, [
        block('titleStmt', {}, [words('title', `${title}: correspondence metadata`), words('editor', editor)]),
        block('publicationStmt', {}, [
          element('publisher', {}, words('ref', title, { target: home })),
          words('idno', `${home}cmif.xml`, { type: 'url' }),
          newest === undefined ? undefined : element('date', { when: newest }),
          block('availability', {}, [licence]),
        ]),
        block('sourceDesc', {}, [
          element('bibl', online, text(`${title}: ${subtitle}. `), words('ref', home, { target: home })),
        ]),
      ]),
      block('profileDesc', {}, described),
    ]),
    block('text', {}, [block('body', {}, [element('p', {})])]),
  ]);
  return `${declaration}${root}\n`;
}

/** The sentence that CMIF prescribes with its licence; another licence is named. */
function licenceSentence({ name, url }: Licence): string {
  const isPrescribed = url === 'https://creativecommons.org/licenses/by/4.0/';
  return `This file is licensed under the terms of the ${isPrescribed ? 'Creative Commons License CC-BY 4.0' : name}`;
}
