/** `content/edition.yaml`: the edition as a whole. */
import { z } from 'zod';

import { address, matching, optional, wholeNumber, words, type Immutable } from './scalars.ts';

const licence = z.strictObject({
  name: words().describe('Its name: `CC BY 4.0`.'),
  url: address().describe('Its address.'),
});

const volume = z.strictObject({
  series: words().describe('The series: `Foreign Relations of the United States`.'),
  subseries: optional(words(), 'The part of the series: `Diplomatic Papers`.', 'none'),
  years: optional(words(), 'The year or years in its title: `1936`.', 'none'),
  title: words().describe('Its title: `The Far East`.'),
  number: optional(wholeNumber(4), 'The number of the volume in figures: `4`.', 'none'),
  part: optional(wholeNumber(1), 'The number of the part.', 'none'),
  place: words().describe('Where it was published: `Washington, DC`.'),
  publisher: words().describe('Who published it: `Government Printing Office`.'),
  published: matching(/^\d{4}$/, 'a year in four figures, such as 1954').describe('The year of publication: `1954`.'),
  imprintInferred: optional(
    words(),
    'Why place and publisher are the edition’s inference, if they are.',
    'they were seen',
  ),
  url: address().describe('The address of the volume.'),
});

const site = matching(
  /^https?:\/\/[^\s<>"]*[^\s<>"/]$/,
  'a web address without / at its end, such as https://example.org/edition',
);

/** All fields of the edition's settings. */
export const editionSettings = z.strictObject({
  title: words().describe('The title of the edition.'),
  subtitle: words().describe('Its subtitle.'),
  description: words().describe('What it is, in one or two sentences, for search engines.'),
  editor: words().describe('Who edits it.'),
  copyright: words().describe('The copyright line.'),
  version: matching(/^\d+\.\d+\.\d+$/, 'three numbers with full stops, such as 1.0.0').describe(
    'The version of the edition: `1.0.0`.',
  ),
  licences: z
    .strictObject({
      text: licence.describe('The licence of the documents’ text.'),
      prose: licence.describe('The licence of the edition’s own prose.'),
      code: licence.describe('The licence of the code.'),
    })
    .describe('Under what terms it may be used.'),
  site: optional(site, 'Where it is published, without / at the end: `https://example.org/edition`.', 'not yet'),
  identifier: optional(
    address(),
    'The base of an outside identifier (DOI, ARK, w3id) that becomes the cited address: `https://w3id.org/x/`.',
    'none',
  ),
  contact: optional(
    matching(
      /^(?:https?:\/\/[^\s<>"]+|[^\s@<>":/]+@[^\s@<>":/]+)$/,
      'an e-mail address, or a web address that begins with https://',
    ),
    'Where errors are reported: an e-mail or web address.',
    'none, and what needs it is hidden',
  ),
  volumes: z
    .record(z.string(), volume)
    .describe('The volumes that documents are taken from, each under a key: `frus1936v04`.'),
});

/** The edition as a whole, said once for every page and file. */
export type EditionSettings = Immutable<z.output<typeof editionSettings>>;
/** A volume that documents are taken from. */
export type Volume = EditionSettings['volumes'][string];
export type Licence = EditionSettings['licences']['text'];
