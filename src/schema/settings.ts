/** `content/edition.yaml`: the edition as a whole. */
import { z } from 'zod';

import { address, matching, wholeNumber, words, type Immutable } from './scalars.ts';

const licence = z.strictObject({
  name: words().describe('Its name: `CC BY 4.0`. Required.'),
  url: address().describe('Its address. Required.'),
});

const volume = z.strictObject({
  series: words().describe('The series: `Foreign Relations of the United States`. Required.'),
  subseries: words().optional().describe('The part of the series: `Diplomatic Papers`. Default: none.'),
  years: words().optional().describe('The year or years in its title: `1936`. Default: none.'),
  title: words().describe('Its title: `The Far East`. Required.'),
  number: wholeNumber(4).optional().describe('The number of the volume in figures: `4`. Default: none.'),
  part: wholeNumber(1).optional().describe('The number of the part. Default: none.'),
  place: words().describe('Where it was published: `Washington, DC`. Required.'),
  publisher: words().describe('Who published it: `Government Printing Office`. Required.'),
  published: matching(/^\d{4}$/, 'a year in four figures, such as 1954').describe(
    'The year of publication: `1954`. Required.',
  ),
  imprintInferred: words()
    .optional()
    .describe('Why place and publisher are the edition’s inference, if they are. Default: they were seen.'),
  url: address().describe('The address of the volume. Required.'),
});

const site = matching(
  /^https?:\/\/[^\s<>"]*[^\s<>"/]$/,
  'a web address without / at its end, such as https://example.org/edition',
);

/** All fields of the edition's settings. */
export const editionSettings = z.strictObject({
  title: words().describe('The title of the edition. Required.'),
  subtitle: words().describe('Its subtitle. Required.'),
  description: words().describe('What it is, in one or two sentences, for search engines. Required.'),
  editor: words().describe('Who edits it. Required.'),
  copyright: words().describe('The copyright line. Required.'),
  version: matching(/^\d+\.\d+\.\d+$/, 'three numbers with full stops, such as 1.0.0').describe(
    'The version of the edition: `1.0.0`. Required.',
  ),
  licences: z
    .strictObject({
      text: licence.describe('The licence of the documents’ text. Required.'),
      prose: licence.describe('The licence of the edition’s own prose. Required.'),
      code: licence.describe('The licence of the code. Required.'),
    })
    .describe('Under what terms it may be used. Required.'),
  site: site
    .optional()
    .describe('Where it is published, without / at the end: `https://example.org/edition`. Default: not yet.'),
  identifier: address()
    .optional()
    .describe(
      'The base of an outside identifier (DOI, ARK, w3id) that becomes the cited address: `https://w3id.org/x/`. Default: none.',
    ),
  contact: matching(
    /^(?:https?:\/\/[^\s<>"]+|[^\s@<>":/]+@[^\s@<>":/]+)$/,
    'an e-mail address, or a web address that begins with https://',
  )
    .optional()
    .describe('Where errors are reported: an e-mail or web address. Default: none, and what needs it is hidden.'),
  volumes: z
    .record(z.string(), volume)
    .describe('The volumes that documents are taken from, each under a key: `frus1936v04`. Required.'),
});

/** The edition as a whole, said once for every page and file. */
export type EditionSettings = Immutable<z.output<typeof editionSettings>>;
/** A volume that documents are taken from. */
export type Volume = EditionSettings['volumes'][string];
export type Licence = EditionSettings['licences']['text'];
