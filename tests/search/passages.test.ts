import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignAnchors } from '../../src/edition/anchors.ts';
import { documentHtml } from '../../src/outputs/html.ts';
import { textPassages } from '../../src/search/shared/passages.ts';
import { anyDocument } from '../fixtures/publications/arbitrary.ts';
import { passagesOfPage } from './page-passages.ts';

test('the passages of the index are those of the page, character for character', () => {
  fc.assert(
    fc.property(anyDocument, (made) => {
      const document = assignAnchors(made);
      const { heading, text } = documentHtml(document, (id) => `/documents/${id}/`);
      expect(textPassages(document)).toEqual(passagesOfPage(heading + text));
    }),
    { numRuns: 300 },
  );
});
