/** `content/volumes/<volume>.yaml`: the contents of a volume in its own order, written by `npm run import` alone. */
import { z } from 'zod';
import { matching, optional, several, type Immutable } from './scalars.ts';

/** Words that no editor writes: a heading is as it is printed, even where it looks like a mark. */
const anyWords = () => matching(/\S/, 'words');

const listedDocument = z.strictObject({
  number: anyWords().describe('The number under which the Office of the Historian counts it: `340`.'),
  id: optional(
    anyWords(),
    'Its id in this edition; one that is listed and not there was deleted.',
    'it was never here',
  ),
  heading: anyWords().describe('Its heading, in one line.'),
  page: optional(anyWords(), 'The printed page on which it begins.', 'not marked'),
  lastPage: optional(anyWords(), 'The printed page on which it ends, where that is another.', 'the same'),
});

const part = z.strictObject({
  kind: anyWords().describe('`compilation`, `chapter` and the like, as the TEI says.'),
  id: optional(anyWords(), 'Its `xml:id` in the TEI.', 'none'),
  heading: optional(anyWords(), 'Its heading, in one line.', 'none is printed'),
  text: optional(
    anyWords(),
    'Its heading, what is printed between that and its documents, and their notes, written as a document is.',
    'no more than a heading',
  ),
  get contents() {
    return several(z.union([part, listedDocument]), 'Its parts and documents, in the order of the volume.', 'nothing');
  },
});

/** All fields of a volume's contents. */
export const volumeContents = z.strictObject({
  volume: anyWords().describe('The key of the volume in edition.yaml.'),
  contents: several(z.union([part, listedDocument]), 'Its parts and documents, in the order of the volume.', 'nothing'),
});

export type VolumeContents = Immutable<z.output<typeof volumeContents>>;
export type VolumePart = Immutable<z.output<typeof part>>;
export type ListedDocument = Immutable<z.output<typeof listedDocument>>;
