/** Fingerprints: what lets a reader verify a text with any SHA-256 program. */
import { hash } from 'node:crypto';

/**
 * The SHA-256 of bytes, or of a text's UTF-8 bytes, in 64 lowercase hexadecimal digits: what `sha256sum` prints
 * for a file that holds exactly these.
 */
export function fingerprint(content: string | Uint8Array): string {
  return hash('sha256', content);
}
