/**
 * A small verifier of a city's public log, for the visitor's own browser: a signed checkpoint, every entry under it, and the
 * root that they must have together. It believes nothing that the page's server says beside the key. (C2SP signed-note,
 * tlog-checkpoint, tlog-tiles; RFC 6962, 2.1)
 */

export interface Entry {
  id: string;
  type: string;
  outcome: string;
  /** Such as 2026-11-23T13Z. */
  hour: string;
  /** Hash of the policy that it was made under; empty where there was none yet. */
  policy: string;
  /** Commitments by field, in hexadecimal digits. */
  committed: Record<string, string>;
}

export interface VerifiedLog {
  origin: string;
  size: number;
  /** Everything that the city accepted before this is in it. */
  time: string;
  entries: Entry[];
  /** The root that the first so many entries have together, in base64. */
  rootAt: (size: number) => Promise<string>;
}

/** The log is not what its checkpoint says, or cannot be read; the message names what failed. */
export class NotVerified extends Error {}

export type Read = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

const BUNDLE = 256;
/** As many as a browser has connections to one server. */
const AT_ONCE = 6;
const ED25519_NOTE = 1;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 4;

export async function verifyLog(key: string, read: Read): Promise<VerifiedLog> {
  const [origin = '', size = '', root = '', time = ''] = await verifyNote(key, await read('checkpoint'));
  if (origin !== nameOf(key)) throw new NotVerified('the key is not one of this log');
  const count = Number(size);
  if (!/^(0|[1-9][0-9]{0,14})$/.test(size) || !time.startsWith('time ')) throw new NotVerified('the checkpoint has another form');
  const entries = await readEntries(count, read);
  if (base64(await treeHash(entries)) !== root) {
    throw new NotVerified('the entries are not those that the city signed: their root is another');
  }
  return {
    origin,
    size: count,
    time: time.slice('time '.length),
    entries: entries.map((bytes) => JSON.parse(text(bytes)) as Entry),
    rootAt: async (some) => base64(await treeHash(entries.slice(0, some))),
  };
}

/** The lines of a signed note, once its signature holds (C2SP signed-note). */
export async function verifyNote(key: string, bytes: Uint8Array): Promise<string[]> {
  const note = text(bytes);
  const split = note.lastIndexOf('\n\n');
  const body = note.slice(0, split + 1);
  await checkSignature(key.trim(), body, note.slice(split + 2));
  return body.split('\n');
}

/** How many others signed a note of this key's. Whose signatures they are, only who knows their keys can tell. */
export function witnesses(key: string, bytes: Uint8Array): number {
  const note = text(bytes);
  const lines = note.slice(note.lastIndexOf('\n\n') + 2).split('\n');
  return new Set(lines.map((line) => line.split(' ')).filter(([dash, name]) => dash === '\u2014' && name !== nameOf(key)).map(([, name]) => name)).size;
}

function nameOf(key: string): string {
  return key.slice(0, key.indexOf('+'));
}

async function checkSignature(key: string, body: string, signatures: string): Promise<void> {
  const [, name = '', id = '', encoded = ''] = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(key) ?? [];
  const material = bytes(encoded);
  if (material[0] !== ED25519_NOTE || material.length !== KEY_BYTES + 1) {
    throw new NotVerified('the key is not one of this log');
  }
  const mine = signatures.split('\n').find((line) => line.startsWith(`\u2014 ${name} `) && hex(bytes(line.split(' ')[2] ?? '').slice(0, KEY_ID_BYTES)) === id);
  const signature = bytes(mine?.split(' ')[2] ?? '').slice(KEY_ID_BYTES);
  const imported = await crypto.subtle.importKey('raw', material.slice(1), 'Ed25519', false, ['verify']);
  if (!(await crypto.subtle.verify('Ed25519', imported, signature, new TextEncoder().encode(body)))) {
    throw new NotVerified('the checkpoint is not signed by this key');
  }
}

/** Asks for many files, a few of them at a time; in their order. */
export async function together<T>(names: readonly string[], ask: (name: string) => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let first = 0; first < names.length; first += AT_ONCE) {
    found.push(...(await Promise.all(names.slice(first, first + AT_ONCE).map(ask))));
  }
  return found;
}

async function readEntries(count: number, read: Read): Promise<Uint8Array<ArrayBuffer>[]> {
  const paths = Array.from({ length: Math.ceil(count / BUNDLE) }, (_, index) => pathOf(index, count));
  const bundles = await together(paths, read);
  return bundles.flatMap((bundle, index) => entriesIn(bundle, widthOf(index, count), paths[index] ?? ''));
}

/**
 * The entry at a place, as the log's files have it: only where to find it. Whoever wants to be sure asks for its proof.
 *
 * @throws NotVerified when the log ends before it
 */
export async function entryAt(place: number, read: Read): Promise<Entry> {
  const count = Number(text(await read('checkpoint')).split('\n')[1]);
  if (!(place < count)) throw new NotVerified('the log ends before the entry');
  const index = Math.floor(place / BUNDLE);
  const path = pathOf(index, count);
  const entries = entriesIn(await read(path), widthOf(index, count), path);
  return JSON.parse(text(entries[place % BUNDLE] as Uint8Array)) as Entry;
}

function widthOf(index: number, count: number): number {
  return Math.min(BUNDLE, count - index * BUNDLE);
}

function pathOf(index: number, count: number): string {
  const width = widthOf(index, count);
  return `tile/entries/${number(index)}${width < BUNDLE ? `.p/${width}` : ''}`;
}

function entriesIn(bundle: Uint8Array<ArrayBuffer>, width: number, path: string): Uint8Array<ArrayBuffer>[] {
  const entries: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (let place = 0; place < width; place++) {
    const end = at + 2 + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0));
    if (end > bundle.length) throw new NotVerified(`${path} ends inside an entry`);
    entries.push(bundle.slice(at + 2, end));
    at = end;
  }
  if (at !== bundle.length) throw new NotVerified(`${path} holds more than its entries`);
  return entries;
}

/** Three digits, and x before every group but the last: x001/x234/067. */
function number(index: number): string {
  const last = String(index % 1_000).padStart(3, '0');
  const groups: string[] = [];
  for (let rest = Math.floor(index / 1_000); rest > 0; rest = Math.floor(rest / 1_000)) {
    groups.unshift(`x${String(rest % 1_000).padStart(3, '0')}/`);
  }
  return groups.join('') + last;
}

/** Full subtrees are joined as soon as there are two of one size; what is left is joined from the right. */
async function treeHash(leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  const stack: { hash: Uint8Array; size: number }[] = [];
  for (const leaf of leaves) {
    let node = { hash: await sha256(new Uint8Array([0]), leaf), size: 1 };
    while (stack.at(-1)?.size === node.size) {
      const left = stack.pop() as { hash: Uint8Array; size: number };
      node = { hash: await sha256(new Uint8Array([1]), left.hash, node.hash), size: left.size * 2 };
    }
    stack.push(node);
  }
  let hash = stack.pop()?.hash ?? (await sha256());
  while (stack.length > 0) hash = await sha256(new Uint8Array([1]), (stack.pop() as { hash: Uint8Array }).hash, hash);
  return hash;
}

export async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

export function text(encoded: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(encoded);
}

function bytes(encoded: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
  } catch {
    throw new NotVerified('something that should be base64 is not');
  }
}

function base64(raw: Uint8Array): string {
  return btoa(String.fromCharCode(...raw));
}

export function hex(raw: Uint8Array): string {
  return [...raw].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
