/** Fingerprints: what lets a reader verify a text with any SHA-256 program. */
import { hash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text's UTF-8 bytes, in the 64 figures and small letters that `sha256sum` prints. */
export const fingerprint = (content: string | Uint8Array): string => hash('sha256', content);

/** The namespace of the edition’s UUIDs: a random UUID (version 4), fixed for good. */
const namespace = 'ad16702c-4264-43d1-96e9-55d70d851cc1';

/** The UUID of a name (RFC 9562, version 5): the same for the same name, everywhere and always. */
export function uuid(name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const bytes = hash('sha1', Buffer.concat([space, Buffer.from(name)]), 'buffer');
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
