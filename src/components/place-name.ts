/** The places in a document as a reader calls them. */

/** `p2` is `¶ 2`, `n56` is `note 56`, `heading` is `heading`. */
export function placeName(anchor: string): string {
  if (/^p\d/.test(anchor)) return `¶ ${anchor.slice(1)}`;
  if (/^n[\da-z]/.test(anchor)) return `note ${anchor.slice(1)}`;
  return anchor;
}
