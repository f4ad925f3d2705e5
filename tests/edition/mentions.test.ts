import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { EditionDocument } from '../../src/edition/document.ts';
import { mentionsIn } from '../../src/edition/mentions.ts';
import { readDocument } from '../../src/markdown/read-document.ts';
import { documentRecord } from '../../src/schema/frontmatter.ts';
import { readYaml } from '../../src/loader/read-yaml.ts';

const base = new URL('../fixtures/problems/base/documents/harbin-1936-7.mdx', import.meta.url);
const { heading, body, notes, frontmatter } = readDocument(readFileSync(base, 'utf8'));
const record = readYaml(frontmatter?.text ?? '', documentRecord).value;
if (!record) throw new Error('The fixture has problems.');
const telegram: EditionDocument = { id: 'harbin-1936-7', record, heading, body, notes };

test('an entry knows every document that names it, with its title', () => {
  const again = { ...telegram, id: 'harbin-1936-8' };
  const title = 'The Consul General at Harbin (Brown) to the Under Secretary of State';
  expect(mentionsIn([telegram, again]).get('harbin')).toEqual([
    { id: 'harbin-1936-7', title, places: ['p1'] },
    { id: 'harbin-1936-8', title, places: ['p1'] },
  ]);
});
