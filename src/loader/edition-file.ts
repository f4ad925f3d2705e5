/**
 * The edition as the checker hands it on to the rest of a build: one file of JSON, the records in its
 * first line and a document in each that follows, so that no single string holds them all.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

import type { EditionDocument } from '../edition/document.ts';
import type { Ledger } from '../edition/ledger.ts';
import type { Register, RegisterEntry } from '../schema/register.ts';
import type { EditionSettings } from '../schema/settings.ts';

/** Everything that pages and files are made from. */
export interface Edition {
  /** In the order of their ids, their anchors assigned. */
  readonly documents: readonly EditionDocument[];
  readonly register: Register;
  readonly settings: EditionSettings;
  /** What has been promised; empty where nothing was sealed yet. */
  readonly ledger: Ledger;
}

interface FirstLine extends Pick<Edition, 'settings' | 'ledger'> {
  readonly register: readonly RegisterEntry[];
}

/** Where a build has the edition handed on to it; undefined outside of one. */
export const handedEdition = process.env['EDITION_FILE'] || undefined;

/** Writes an edition to a file in a folder that is there. */
export function writeEdition(file: string, edition: Edition): void {
  const { documents, register, settings, ledger } = edition;
  const first: FirstLine = { settings, ledger, register: [...register.values()] };
  const handle = openSync(file, 'w');
  try {
    for (const line of [first, ...documents]) writeSync(handle, `${JSON.stringify(line)}\n`);
  } finally {
    closeSync(handle);
  }
}

/** Reads an edition back. */
export function readEdition(file: string): Edition {
  const [first, ...documents] = linesOf(readFileSync(file));
  const { register, ...records } = first as FirstLine;
  return {
    ...records,
    register: new Map(register.map((entry) => [entry.id, entry])),
    documents: documents as EditionDocument[],
  };
}

function linesOf(bytes: Buffer): unknown[] {
  const lines: unknown[] = [];
  let start = 0;
  for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
    lines.push(JSON.parse(bytes.toString('utf8', start, end)));
    start = end + 1;
  }
  return lines;
}
