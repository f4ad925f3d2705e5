/** How a command or a build says what stopped it: in sentences, without a stack. */

/** A failure whose message is written for the person at the keyboard. */
export class PlainFailure extends Error {
  override name = 'PlainFailure';
}

/** What the system's errors mean for somebody at the keyboard. */
const systemReasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'reading or writing there is not allowed',
  EPERM: 'reading or writing there is not allowed',
  EROFS: 'that disk can only be read',
  ENOENT: 'it is not there',
  EEXIST: 'a file stands where a folder is expected',
  ENOTDIR: 'a file stands where a folder is expected',
  EBUSY: 'another program is using it',
  EFBIG: 'a file would be larger than this system allows',
};

/** Anything thrown, as a plain sentence. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof PlainFailure) return error.message;
  const { code, message, dest, path } = error as NodeJS.ErrnoException & { dest?: string };
  const reason = code === undefined ? undefined : systemReasons[code];
  const place = dest ?? path;
  if (reason === undefined) return message.split('\n', 1)[0] ?? message;
  return `This could not be done${place === undefined ? '' : ` at ${place}`}: ${reason}.`;
}
