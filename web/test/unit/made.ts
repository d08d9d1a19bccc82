import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A log of our own making, by RFC 6962's recursive definition and not by the verifier's way. */
export interface MadeLog {
  key: string;
  files: Map<string, Buffer>;
  root: string;
  /** A note that this log's key signed. */
  signed: (body: string) => Buffer;
}

export const NAME = 'city.example/log';

export function made(texts: readonly string[]): MadeLog {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.concat([Buffer.from([1]), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)]);
  const id = createHash('sha256').update(`${NAME}\n`).update(raw).digest().subarray(0, 4);
  const entries = texts.map((text) => Buffer.from(text));
  const top = root(entries).toString('base64');
  const signed = (body: string) => note(body, id, privateKey);
  const files = new Map([['checkpoint', signed(`${NAME}\n${entries.length}\n${top}\ntime 2026-11-28T01:00:00Z\n`)]]);
  for (let first = 0; first < entries.length; first += 256) {
    const some = entries.slice(first, first + 256);
    const path = `tile/entries/${String(first / 256).padStart(3, '0')}${some.length < 256 ? `.p/${some.length}` : ''}`;
    files.set(path, Buffer.concat(some.flatMap((entry) => [Buffer.from([entry.length >> 8, entry.length & 0xff]), entry])));
  }
  return { key: `${NAME}+${id.toString('hex')}+${raw.toString('base64')}`, files, root: top, signed };
}

function note(body: string, id: Buffer, key: KeyObject): Buffer {
  const signature = Buffer.concat([id, sign(null, Buffer.from(body), key)]).toString('base64');
  return Buffer.from(`${body}\n\u2014 ${NAME} ${signature}\n`);
}

function root(entries: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  if (entries.length === 0) return hash.digest();
  if (entries.length === 1) return hash.update(Buffer.from([0])).update(entries[0] as Buffer).digest();
  const left = 2 ** Math.floor(Math.log2(entries.length - 1));
  return hash.update(Buffer.from([1])).update(root(entries.slice(0, left))).update(root(entries.slice(left))).digest();
}

/** Reads from a map as the page reads from its server. */
export function from(files: ReadonlyMap<string, Buffer>): (path: string) => Promise<Uint8Array<ArrayBuffer>> {
  return async (path) => {
    const file = files.get(path);
    if (file === undefined) throw new Error(`no ${path}`);
    return new Uint8Array(file);
  };
}
