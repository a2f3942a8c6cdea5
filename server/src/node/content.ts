import { isUtf8 } from 'node:buffer';
import * as fs from 'node:fs';
import { BEGINNING, type Content } from '../core';
import type { OnUnreadable } from './files';

/** Opening waits for nobody: at a pipe it would, until something is written to it. Windows has no such flag, and needs none. */
const READ = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** A definition has a few thousand bytes: it is read in one go, into the same place as all others. */
const BUFFER = Buffer.alloc(64 * 1024);

/**
 * The content of a file of at most `limit` bytes; of a larger one, and of one that is not UTF-8, the beginning. `undefined`: it is
 * gone, or no file. A byte order mark stays: it is part of what may not change.
 */
export function readContent(file: string, limit: number, onUnreadable: OnUnreadable): Content | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(file, READ);
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) return undefined;
    if (stat.size > limit) return { text: decoded(firstBytes(descriptor, BEGINNING)), unread: { why: 'size', size: stat.size, limit } };
    const count = stat.size < BUFFER.length ? fs.readSync(descriptor, BUFFER, 0, BUFFER.length, 0) : 0;
    // One that is large, has changed meanwhile, or is given in parts is read to its end.
    if (count !== stat.size) return contentOf(fs.readFileSync(descriptor));
    const text = BUFFER.toString('utf8', 0, count);
    return isSuspicious(text) ? contentOf(BUFFER.subarray(0, count)) : { text };
  } catch (error) {
    if (!isGone(error)) onUnreadable(file, error as Error);
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** There is nothing of that name, or something that is no file: a folder, a socket. */
const isGone = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO'].includes((error as NodeJS.ErrnoException).code ?? '');

/** What is decoded as UTF-8 and is not has a replacement character in it; in UTF-16 every other byte of ASCII is a NUL. */
const isSuspicious = (text: string): boolean => text.includes('\ufffd') || text.charCodeAt(0) === 0 || text.charCodeAt(1) === 0;

/** What bytes say. A replacement character in a text may have been written by somebody: only the bytes tell. */
function contentOf(bytes: Buffer): Content {
  const text = bytes.toString();
  if (utf16Of(bytes)) return { text: decoded(bytes.subarray(0, BEGINNING)), unread: { why: 'encoding', encoding: 'UTF-16' } };
  return isUtf8(bytes) ? { text } : { text, unread: { why: 'encoding', encoding: 'not UTF-8' } };
}

/** Told by its byte order mark, or by the NUL beside the bracket with which JSON begins. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : undefined;
}

const decoded = (bytes: Buffer): string => new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes);

function firstBytes(descriptor: number, count: number): Buffer {
  const bytes = Buffer.alloc(count);
  return bytes.subarray(0, fs.readSync(descriptor, bytes, 0, count, 0));
}
