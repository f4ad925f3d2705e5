import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignAnchors } from '../../src/edition/anchors.ts';
import { documentHtml } from '../../src/markdown/to-html.ts';
import { textPassages } from '../../src/search/shared/passages.ts';
import { anyDocument } from '../fixtures/publications/arbitrary.ts';
import { passagesOfPage } from './page-passages.ts';

const links = { document: (id: string) => `/documents/${id}/` };

test('the passages of the index are those of the page, character for character', () => {
  fc.assert(
    fc.property(anyDocument, (made) => {
      const document = assignAnchors(made);
      expect(textPassages(document)).toEqual(passagesOfPage(documentHtml(document, links)));
    }),
    { numRuns: 300 },
  );
});
