/** The register of problems, third part: what the ledger of permalinks promises and the content breaks. */
type Wording = { readonly expected: string; readonly actual: string; readonly mend: string };

const sentence = '"One sentence that says why."';

export const ledgerWordings = {
  'ledger-broken': (reason: string): Wording => ({
    expected: 'permalinks.json as `npm run seal` wrote it',
    actual: reason,
    mend: 'Restore it with `git checkout -- content/permalinks.json`, then run `npm run seal` for what you meant to record.',
  }),
  'ledger-document-gone': (id: string, twin: string | undefined): Wording => ({
    expected: `the document ${id}, which is sealed: its address was published`,
    actual: twin === undefined ? `no file documents/${id}.mdx` : `the same text as ${twin}`,
    mend:
      twin === undefined
        ? `Put the file back under its name. If you renamed it, run \`npm run seal -- --renamed ${id} new-id\`, and the old address will lead to the new one.`
        : `Rename the file back, or run \`npm run seal -- --renamed ${id} ${twin}\`, and the old address will lead to the new one.`,
  }),
  'ledger-id-reused': (id: string, now: string): Wording => ({
    expected: `no document with the id ${id}: that address leads to ${now}, as the document was renamed`,
    actual: `documents/${id}.mdx`,
    mend: 'Give the new document another id; an address is never used for a second document.',
  }),
  'ledger-version-lowered': (sealed: number, found: number): Wording => ({
    expected: `version ${sealed} among the revisions: it is sealed`,
    actual: found === 0 ? 'no revision' : `version ${found} as the newest`,
    mend: 'Put the revision back; what was published stays on record.',
  }),
  'ledger-text-changed': (version: number, changes: string): Wording => ({
    expected: `the text that was sealed as version ${version}, or a new entry in \`revisions\``,
    actual: `${changes}, and no revision after version ${version}`,
    mend: `If the change is meant, add a revision with version: ${version + 1}, its date and one sentence on what changed, then run \`npm run seal\`. If not, undo it.`,
  }),
  'ledger-part-gone': (id: string, anchor: string): Wording => ({
    expected: `#${anchor}, which is sealed: readers have links to it`,
    actual: 'fewer paragraphs or notes than were sealed, and none to stand there',
    mend: `Put it back. If it is meant to go, add a revision and run \`npm run seal -- --removed ${id}#${anchor} ${sentence}\`; if another one is gone, name that one’s anchor instead.`,
  }),
  'ledger-part-moved': (id: string, anchor: string, place: string): Wording => ({
    expected: `#${anchor} in the order in which it was sealed`,
    actual: `the same words at #${place}`,
    mend: `Put it back in its place. If it is meant to stand there, add a revision and run \`npm run seal -- --removed ${id}#${anchor} ${sentence}\`; it will have a new address.`,
  }),
  'ledger-anchor-reused': (anchor: string, date: string): Wording => ({
    expected: `nothing at #${anchor}: what stood there was removed on ${date}`,
    actual: 'a note with the same label',
    mend: 'Give the note another label; an address is never used twice.',
  }),
  'seal-unversioned': (): Wording => ({
    expected: 'a first entry in `revisions`: version, date and one sentence',
    actual: 'none',
    mend: 'Add `revisions` with version: 1, its date, and `First published.`; then run `npm run seal` again.',
  }),
  'seal-removed-unknown': (address: string): Wording => ({
    expected: 'after --removed the address of a sealed paragraph or note, as moscow-1936-39#p2',
    actual: address,
    mend: 'Look the anchor up in content/permalinks.json; give the present id of a renamed document.',
  }),
  'seal-removed-present': (address: string): Wording => ({
    expected: `${address} to be removed from the document`,
    actual: 'the same paragraph or note, still there',
    mend: 'Remove it from the file first, or leave out --removed.',
  }),
  'seal-sentence-missing': (address: string): Wording => ({
    expected: `after --removed ${address} one sentence for readers who follow the old link`,
    actual: 'no words',
    mend: `Write \`npm run seal -- --removed ${address} ${sentence}\`.`,
  }),
  'seal-renamed-wrong': (from: string, to: string, reason: string): Wording => ({
    expected: `${from} sealed and its file gone, ${to} there and not yet sealed`,
    actual: reason,
    mend: 'Write --renamed with the sealed id first and the present id after it, and rename the file itself.',
  }),
} as const;
