import type { Schemas } from './api.ts';
import { hex } from './own-number.ts';

/** A hot-list file on its way to the city, as the page knows it before anything is sent. */
export interface ListFile {
  name: string;
  bytes: number;
  /** 64 hexadecimal digits. */
  sha256: string;
}

/** Hashed here: the city agrees to bytes, not to a name. */
export async function hashed(file: Blob & { name: string }): Promise<ListFile> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return { name: file.name, bytes: file.size, sha256: hex(digest) };
}

/** In a shell of POSIX one word, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** What sends the file: this page speaks to its own origin alone, and the store is another. */
export function command(file: ListFile, { url, headers }: Schemas['ListUploadUrl']): string {
  const sent = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${String(value)}`)}`);
  return ['curl --fail-with-body', `-T ${quoted(file.name)}`, ...sent, quoted(url)].join(' \\\n  ');
}
