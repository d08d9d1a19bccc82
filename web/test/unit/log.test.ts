import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { entryAt, NotVerified, verifyLog, witnesses } from '../../public-page/log.ts';
import { from, made } from './made.ts';

const log = (count: number) => made(Array.from({ length: count }, (_, index) => `{"type":"search","outcome":"done","hour":"2026-11-28T00Z","n":${index}}`));

const verify = ({ key, files }: { key: string; files: Map<string, Buffer> }) => verifyLog(key, from(files));

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

test('an entry is found by its place in any bundle, and none behind the end', async () => {
  const { files } = log(700);
  for (const place of [0, 255, 256, 699]) assert.equal(((await entryAt(place, from(files))) as unknown as { n: number }).n, place);
  await assert.rejects(entryAt(700, from(files)), new NotVerified('the log ends before the entry'));
});

test('others who signed are counted once each, and the city is none of them', () => {
  const { key, files } = log(3);
  const checkpoint = (files.get('checkpoint') as Buffer).toString();
  const signedBy = (...names: string[]) => new Uint8Array(Buffer.from(checkpoint + names.map((name) => `\u2014 ${name} AAAAAAAA\n`).join('')));
  assert.equal(witnesses(key, signedBy()), 0);
  assert.equal(witnesses(key, signedBy('newspaper.example/witness')), 1);
  assert.equal(witnesses(key, signedBy('newspaper.example/witness', 'newspaper.example/witness', 'court.example/witness')), 2);
});
