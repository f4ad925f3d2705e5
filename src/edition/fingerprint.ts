/** Fingerprints: what lets a reader verify a text with any SHA-256 program. */

/**
 * The SHA-256 of a text's UTF-8 bytes, in 64 lowercase hexadecimal digits: what
 * `sha256sum` prints for a file that holds exactly this text. Web Crypto, so that
 * it gives the same in Node and in a browser.
 */
export async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
