/** Writing a zip file (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT): words are compressed, bytes are stored. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A file in a zip file: its path with forward slashes, and its characters, or its bytes. */
export type ZippedFile = readonly [path: string, content: string | Uint8Array];

/** The earliest noon that a zip file can give, January 1, 1980: the clock has no part in a book. */
const [noon, day] = [12 << 11, (1 << 5) | 1];

/** Writes a zip file: the same bytes for the same files in the same order. */
export function zip(files: Iterable<ZippedFile>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const isWords = typeof content === 'string';
    const bytes = Buffer.from(content);
    const packed = isWords ? deflateRawSync(bytes) : bytes;
    const name = Buffer.from(path);
    const sizes = four(crc32(bytes), packed.length, bytes.length);
    const facts = Buffer.concat([two(20, 0, isWords ? 8 : 0, noon, day), sizes, two(name.length, 0)]);
    parts.push(Buffer.from('PK\x03\x04'), facts, name, packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, two(0, 0, 0), four(0, offset), name);
    offset += 4 + facts.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = directory.length / 5;
  const end = [Buffer.from('PK\x05\x06'), two(0, 0, count, count), four(listed.length, offset), two(0)];
  return Buffer.concat([...parts, listed, ...end]);
}

/** Numbers of two bytes each, of four bytes each: the lowest byte first, as in the whole of a zip file. */
const two = (...numbers: readonly number[]): Uint8Array => new Uint8Array(Uint16Array.from(numbers).buffer);
const four = (...numbers: readonly number[]): Uint8Array => new Uint8Array(Uint32Array.from(numbers).buffer);
