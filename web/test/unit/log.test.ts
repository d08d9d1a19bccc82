import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { test } from '@playwright/test';
import { NotVerified, verifyLog } from '../../public-page/log.ts';

/** A log of our own making, by RFC 6962's recursive definition and not by the verifier's way. */
function log(count: number): { key: string; files: Map<string, Buffer> } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.concat([Buffer.from([1]), publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)]);
  const name = 'city.example/log';
  const id = createHash('sha256').update(`${name}\n`).update(raw).digest().subarray(0, 4);
  const entries = Array.from({ length: count }, (_, index) => Buffer.from(`{"type":"search","outcome":"done","hour":"2026-11-28T00Z","n":${index}}`));
  const body = `${name}\n${count}\n${root(entries).toString('base64')}\ntime 2026-11-28T01:00:00Z\n`;
  const signature = Buffer.concat([id, sign(null, Buffer.from(body), privateKey)]).toString('base64');
  const files = new Map([['checkpoint', Buffer.from(`${body}\n\u2014 ${name} ${signature}\n`)]]);
  for (let first = 0; first < count; first += 256) {
    const some = entries.slice(first, first + 256);
    const path = `tile/entries/${String(first / 256).padStart(3, '0')}${some.length < 256 ? `.p/${some.length}` : ''}`;
    files.set(path, Buffer.concat(some.flatMap((entry) => [Buffer.from([entry.length >> 8, entry.length & 0xff]), entry])));
  }
  return { key: `${name}+${id.toString('hex')}+${raw.toString('base64')}`, files };
}

function root(entries: Buffer[]): Buffer {
  const hash = createHash('sha256');
  if (entries.length === 0) return hash.digest();
  if (entries.length === 1) return hash.update(Buffer.from([0])).update(entries[0] as Buffer).digest();
  const left = 2 ** Math.floor(Math.log2(entries.length - 1));
  return hash.update(Buffer.from([1])).update(root(entries.slice(0, left))).update(root(entries.slice(left))).digest();
}

function verify({ key, files }: ReturnType<typeof log>) {
  return verifyLog(key, async (path) => {
    const file = files.get(path);
    if (file === undefined) throw new Error(`no ${path}`);
    return new Uint8Array(file);
  });
}

test('a log of any size is verified', async () => {
  for (const count of [0, 1, 2, 3, 7, 8, 255, 256, 257, 700]) {
    assert.equal((await verify(log(count))).entries.length, count);
  }
});

test('each changed byte of an entry is found', async () => {
  const whole = log(3);
  const [path, bundle] = [...whole.files][1] as [string, Buffer];
  for (let at = 0; at < bundle.length; at++) {
    const changed = Buffer.from(bundle);
    changed[at] = (changed[at] as number) ^ 1;
    await assert.rejects(verify({ key: whole.key, files: new Map([...whole.files, [path, changed]]) }), NotVerified);
  }
});

test('a checkpoint of another key, and one that promises fewer entries, are refused', async () => {
  const whole = log(3);
  await assert.rejects(verify({ key: log(3).key, files: whole.files }), NotVerified);
  const checkpoint = Buffer.from((whole.files.get('checkpoint') as Buffer).toString().replace('\n3\n', '\n2\n'));
  await assert.rejects(verify({ key: whole.key, files: new Map([...whole.files, ['checkpoint', checkpoint]]) }), NotVerified);
});
