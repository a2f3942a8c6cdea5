import { isUtf8 } from 'node:buffer';
import * as fs from 'node:fs';
import { SNIFF_BYTES, type Content } from '../core';

/** Told of a path that could not be read, and why. */
export type OnUnreadable = (path: string, error: Error) => void;

/** Opening does not wait: at a pipe it would, until something is written to it. Windows has no such flag, and needs none. */
const READ = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** A definition has a few thousand bytes: it is read in one go, into the same place as all others. */
const BUFFER = Buffer.alloc(64 * 1024);

/**
 * The content of a file of at most `limit` bytes; of a larger one, and of one that is not UTF-8, the beginning. `undefined`: it is
 * gone, or no regular file. A byte order mark stays: it is part of what may not change. Never reads more than `limit` bytes and one:
 * a file can be longer than its size says, or without end.
 */
export function readContent(file: string, limit: number, onUnreadable: OnUnreadable): Content | undefined {
  try {
    return withRegularFile(file, (descriptor, size) => {
      if (size > limit) return oversized(readBytes(descriptor, SNIFF_BYTES), size, limit);
      const count = size < BUFFER.length ? fs.readSync(descriptor, BUFFER, 0, Math.min(BUFFER.length, limit + 1), 0) : 0;
      // One that is large, has changed meanwhile, or is given in parts is read to its end.
      if (count !== size) {
        const bytes = readBytes(descriptor, limit + 1);
        return bytes.length > limit ? oversized(bytes, bytes.length, limit) : contentOf(bytes);
      }
      const text = BUFFER.toString('utf8', 0, count);
      return isSuspicious(text) ? contentOf(BUFFER.subarray(0, count)) : { text };
    });
  } catch (error) {
    if (!isAbsent(error)) onUnreadable(file, error as Error);
    return undefined;
  }
}

/** The first bytes of a file, up to `limit`. `undefined`: it is no regular file. Throws where it cannot be read. */
export const readAtMost = (file: string, limit: number): Buffer | undefined =>
  withRegularFile(file, descriptor => readBytes(descriptor, limit));

function withRegularFile<T>(file: string, read: (descriptor: number, size: number) => T): T | undefined {
  const descriptor = fs.openSync(file, READ);
  try {
    const stat = fs.fstatSync(descriptor);
    return stat.isFile() ? read(descriptor, stat.size) : undefined;
  } finally {
    fs.closeSync(descriptor);
  }
}

function readBytes(descriptor: number, limit: number): Buffer {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < limit) {
    const part = Buffer.alloc(Math.min(BUFFER.length, limit - length));
    const count = fs.readSync(descriptor, part, 0, part.length, length);
    if (count === 0) break;
    parts.push(part.subarray(0, count));
    length += count;
  }
  return Buffer.concat(parts);
}

/** There is nothing of that name, or something that is no file: a folder, a socket. */
export const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '');

const oversized = (bytes: Buffer, size: number, limit: number): Content => ({
  text: decoded(bytes.subarray(0, SNIFF_BYTES)),
  skipped: { kind: 'size', size, limit },
});

/** What is decoded as UTF-8 and is not has a replacement character in it; in UTF-16 every other byte of ASCII is a NUL. */
const isSuspicious = (text: string): boolean => text.includes('\ufffd') || text.charCodeAt(0) === 0 || text.charCodeAt(1) === 0;

/** What bytes say. A replacement character in a text may have been written by somebody: only the bytes tell. */
function contentOf(bytes: Buffer): Content {
  const text = bytes.toString();
  if (utf16Of(bytes)) return { text: decoded(bytes.subarray(0, SNIFF_BYTES)), skipped: { kind: 'encoding', encoding: 'UTF-16' } };
  return isUtf8(bytes) ? { text } : { text, skipped: { kind: 'encoding', encoding: 'not UTF-8' } };
}

/** Told by its byte order mark, or by the NUL beside the bracket with which JSON begins. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : undefined;
}

const decoded = (bytes: Buffer): string => new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes);
