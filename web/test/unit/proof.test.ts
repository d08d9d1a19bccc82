import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from '@playwright/test';
import { verifyInclusion } from '../../app/proof.ts';
import { made, NAME } from './made.ts';

const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leaf = (text: string) => hash(Buffer.from([0]), Buffer.from(text));

function tree(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0] as Buffer;
  const left = 2 ** Math.floor(Math.log2(hashes.length - 1));
  return hash(Buffer.from([1]), tree(hashes.slice(0, left)), tree(hashes.slice(left)));
}

/** RFC 6962, 2.1.1, word for word. */
function path(index: number, hashes: readonly Buffer[]): Buffer[] {
  if (hashes.length === 1) return [];
  const left = 2 ** Math.floor(Math.log2(hashes.length - 1));
  return index < left
    ? [...path(index, hashes.slice(0, left)), tree(hashes.slice(left))]
    : [...path(index - left, hashes.slice(left)), tree(hashes.slice(0, left))];
}

function proofs(size: number) {
  const texts = Array.from({ length: size }, (_, index) => `entry ${index}`);
  const log = made(texts);
  const hashes = texts.map(leaf);
  const note = log.signed(`${NAME}\n${size}\n${tree(hashes).toString('base64')}\ntime 2026-11-28T01:00:00Z\n`).toString();
  const proof = (index: number) =>
    `c2sp.org/tlog-proof@v1\nindex ${index}\n${path(index, hashes).map((one) => `${one.toString('base64')}\n`).join('')}\n${note}`;
  return { key: log.key, hashes, proof };
}

test('every entry of logs of every small size is proved, and no entry by the proof of another', async () => {
  for (const size of [1, 2, 3, 4, 5, 7, 8, 11]) {
    const { key, hashes, proof } = proofs(size);
    for (const [index, one] of hashes.entries()) {
      await verifyInclusion(key, one.toString('hex'), proof(index));
      const other = hashes[(index + 1) % size] as Buffer;
      if (size > 1) await assert.rejects(verifyInclusion(key, other.toString('hex'), proof(index)), /not in the log/);
    }
  }
});

test('a proof that was changed anywhere is refused', async () => {
  const { key, hashes, proof } = proofs(5);
  const good = proof(2);
  const mine = (hashes[2] as Buffer).toString('hex');
  const changed = [
    good.replace('index 2', 'index 1'),
    good.replace('index 2', 'index 9'),
    good.replace('index 2', 'index -2'),
    good.replace('@v1', '@v2'),
    good.replace(/\n[^\n]+\n\n/, '\n\n'),
    good.replace('\n5\n', '\n4\n'),
    good.replace('2026', '2027'),
    '',
  ];
  for (const one of changed) await assert.rejects(verifyInclusion(key, mine, one));
  await assert.rejects(verifyInclusion(proofs(5).key, mine, good), /not signed by this key/);
});
