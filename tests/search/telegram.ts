/** Telegram 39 as the edition publishes it, for search. */
import { readFileSync } from 'node:fs';
import { assignAnchors } from '../../src/edition/anchors.ts';
import { readDocumentFile } from '../../src/loader/read-document-file.ts';
import { publicationOf } from '../fixtures/publications/telegram-39.ts';

const file = new URL('../../content/documents/moscow-1936-39.mdx', import.meta.url);
const { document } = readDocumentFile('moscow-1936-39', readFileSync(file, 'utf8'));
if (document === undefined) throw new Error('Telegram 39 has problems.');

const publication = publicationOf(assignAnchors(document));
const moscow = publication.register.get('moscow');
if (moscow === undefined) throw new Error('The register has no Moscow.');
const london = { ...moscow, id: 'london', name: 'London' };

export const telegram39 = { ...publication, register: new Map([...publication.register, ['london', london]]) };
