/** What `/edition.json` holds: published beside it as a JSON Schema, so that other programs can rely on it. */
import { z } from 'zod';
import { dateParts, documentKinds } from './frontmatter.ts';
import type { Immutable } from './scalars.ts';

const correspondent = z.strictObject({
  person: z.string().optional().describe('Id of the person in the register.'),
  name: z.string().optional().describe('Name by the register, else as printed, else the office.'),
  office: z.string().optional().describe('Office as the heading prints it.'),
  place: z.string().optional().describe('Id of the place in the register.'),
});

const parts = z.array(z.enum(dateParts));

const date = z.strictObject({
  date: z.string().describe('ISO 8601 to the known precision; a span has a solidus between its ends.'),
  hour: z.string().optional().describe('Of 24, by the clock of the place.'),
  offset: z.string().optional().describe('Of that clock from UTC.'),
  printed: z.string().optional().describe('The line as printed.'),
  supplied: parts.describe('Parts that the copy-text does not print but its volume fixes.'),
  inferred: parts.describe('Parts that the edition infers.'),
  reason: z.string().optional().describe('Why they are supplied or inferred.'),
});

const licence = z.strictObject({ name: z.string(), url: z.url() });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const version = z.strictObject({
  version: z.int(),
  date: z.iso.date(),
  change: z.string().describe('What changed.'),
  sha256: sha256.optional().describe('Of the bytes of the text; missing where the version is not sealed.'),
  url: z.url().optional().describe('Where the text of a version is kept that a newer one has replaced.'),
});

const document = z.strictObject({
  id: z.string(),
  permalink: z.url().describe('The address to cite.'),
  url: z.url().describe('The page on this site.'),
  title: z.string().describe('The heading as printed.'),
  kind: z.enum(documentKinds),
  number: z.string().optional().describe('Number of the telegram, despatch, instruction or note.'),
  fileNumber: z.string().optional(),
  sender: z.array(correspondent),
  recipient: z.array(correspondent),
  participants: z.array(correspondent).optional(),
  dateSent: date.optional(),
  undated: z.string().optional().describe('Why no date can be given.'),
  dateReceived: date.optional(),
  summary: z.string(),
  summaryFrom: z.string().optional().describe('Whose words the summary is, where they are not the edition’s.'),
  source: z
    .looseObject({
      volume: z.looseObject({ key: z.string().describe('As in the address of the volume on this site.') }),
    })
    .describe('The copy-text as the record of the document describes it, with its volume.'),
  place: z
    .strictObject({
      parts: z.array(z.strictObject({ kind: z.string(), id: z.string().optional(), heading: z.string() })),
      position: z.int().optional(),
      previous: z.string().optional(),
      next: z.string().optional(),
    })
    .optional()
    .describe('Its place in the volume: the compilation and chapters above it, its rank, the ids before and after it.'),
  version: z.int().optional(),
  date: z.iso.date().optional().describe('The day of the newest version.'),
  versions: z.array(version).describe('Every version, newest first.'),
  sealed: z.boolean().describe('Whether the newest version is promised to stay as it is.'),
  sha256: sha256.describe('Of the bytes of the plain text as it is now.'),
  files: z.array(z.strictObject({ url: z.url(), mediaType: z.string() })),
});

/** The file as a whole. */
export const editionFile = z.strictObject({
  $schema: z.url(),
  title: z.string(),
  subtitle: z.string(),
  description: z.string(),
  editor: z.string(),
  version: z.string(),
  url: z.url(),
  licences: z.strictObject({ text: licence, prose: licence, code: licence }),
  documents: z.array(document).describe('Every document once, in the order of the ids.'),
});
export type EditionFile = Immutable<z.output<typeof editionFile>>;

/** `/edition.schema.json`: the JSON Schema of the file; `home` is the absolute address of the front page, with a /. */
export function editionSchema(home: string): string {
  const schema = { $id: `${home}edition.schema.json`, title: 'edition.json', ...z.toJSONSchema(editionFile) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
