/** Fingerprints: what lets a reader verify a text with any SHA-256 program. */
import { hash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text's UTF-8 bytes, in the 64 figures and small letters that `sha256sum` prints. */
export const fingerprint = (content: string | Uint8Array): string => hash('sha256', content);
