import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from '@playwright/test';
import { recount, verifyData } from '../../public-page/data.ts';
import { FIGURES } from '../../public-page/figures.ts';
import { NotVerified, verifyLog } from '../../public-page/log.ts';
import { from, made, NAME } from './made.ts';

const LISTS = 'source,agency,state\r\nstate,"State Police, North",armed\r\n';
const CAMERAS = '{"type":"FeatureCollection","as_of":"","features":[\n{"type":"Feature","id":"cam-elm","geometry":null,"properties":{"kind":"mobile"}}\n]}\n';
const AUDITS = '{"weekly_reviews":[],"conduct_reviews":[],"findings":{},"hot_list_audits":[],"hot_list_audit_overdue":true,"hot_list_entry_reviews_missed":1}';
const POLICY = '{"agency":"Springfield Police","nonHitRetention":"7d"}';
const SALT = '11'.repeat(32);
const COUNTS = '{"frame-with-plates":2,"read":3}';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** As docs/ledger.md says it: every part behind its length in four bytes. */
function commitment(id: string, field: string, value: string): string {
  const parts = [Buffer.from('passby/c1'), Buffer.from(id), Buffer.from(field), Buffer.from(SALT, 'hex'), Buffer.from(value)];
  return sha256(Buffer.concat(parts.flatMap((part) => [Buffer.from([0, 0, part.length >> 8, part.length & 0xff]), part])));
}

const entry = (id: string, type: string, outcome: string, committed: Record<string, string>, policy = '') =>
  JSON.stringify({ id, type, outcome, hour: '2026-11-28T00Z', committed, policy });

/** One day: a search, a refused one, and a minute's counts, which the city opens. */
function city(changed: { figures?: Record<string, number>; counts?: string; policy?: string } = {}) {
  const log = made([
    entry('a', 'search', 'done', {}),
    entry('b', 'search', 'refused', {}),
    entry('c', 'counted', 'done', { counts: commitment('c', 'counts', COUNTS) }, sha256(POLICY)),
  ]);
  const figures: Record<string, number> = {
    entries: 3, searches: 1, searches_refused: 1, requests_refused: 1, reads: 3, frames_read: 2, ...changed.figures,
  };
  const names = Object.keys(FIGURES);
  const files = new Map<string, Buffer>([
    ['daily.csv', Buffer.from(`day,${names.join(',')},last_entry\r\n2026-11-28,${names.map((name) => figures[name] ?? 0).join(',')},2\r\n`)],
    ['openings/2026-11-28.csv', Buffer.from(`entry,id,field,salt,value\r\n2,c,counts,${SALT},"${(changed.counts ?? COUNTS).replaceAll('"', '""')}"\r\n`)],
  ]);
  files.set('hotlists.csv', Buffer.from(LISTS)).set('cameras.geojson', Buffer.from(CAMERAS)).set('audit-findings.json', Buffer.from(AUDITS));
  files.set('districts.csv', Buffer.from('entry,day,zone,zone_cameras,hits,rejected\r\n1,2026-10-25,north,2,60,6\r\n2,2026-11-22,harbour,1,,\r\n2,2026-11-22,north,2,70,9\r\n'));
  files.set('policy.json', Buffer.from(changed.policy ?? POLICY));
  const list = `file,bytes,sha256\r\n${[...files].map(([name, bytes]) => `${name},${bytes.length},${sha256(bytes)}\r\n`).join('')}`;
  files.set('files.csv', Buffer.from(list));
  files.set('signed.txt', log.signed(`passby-data-set/1\n${NAME}\n3\n${log.root}\n${sha256(list)}\n`));
  return { log, files };
}

async function check({ log, files }: ReturnType<typeof city>): Promise<void> {
  await recount(await verifyData(log.key, from(files)), await verifyLog(log.key, from(log.files)));
}

test('a data set that follows from the log is taken', async () => {
  await check(city());
});

test('a policy that the city signed and its ledger does not name is found', async () => {
  await assert.rejects(check(city({ policy: POLICY.replace('7d', '3d') })), /policy.json is not the policy that the newest entry names/);
});

test('of districts the newest telling is shown', async () => {
  const { log, files } = city();
  const { districts } = await verifyData(log.key, from(files));
  assert.deepEqual(districts.map(({ zone, hits }) => [zone, hits]), [['harbour', ''], ['north', '70']]);
});

test('lists, cameras and audits are those of the signed files', async () => {
  const { log, files } = city();
  const data = await verifyData(log.key, from(files));
  assert.deepEqual(data.lists, [{ source: 'state', agency: 'State Police, North', state: 'armed' }]);
  assert.equal(data.cameras[0]?.id, 'cam-elm');
  assert.equal(data.audits?.hot_list_audit_overdue, true);
  files.set('hotlists.csv', Buffer.from(LISTS.replace('armed', 'proposed')));
  await assert.rejects(verifyData(log.key, from(files)), new NotVerified('hotlists.csv is not the file that was signed'));
});

test('a figure that the city signed and the log does not have is named', async () => {
  await assert.rejects(check(city({ figures: { searches: 9 } })), new NotVerified('searches of 2026-11-28 is 9 in daily.csv and 1 in the ledger'));
});

test('an opening that was never committed is refused, even where the figures agree with it', async () => {
  const lie = city({ counts: '{"frame-with-plates":2,"read":4}', figures: { reads: 4 } });
  await assert.rejects(check(lie), /opens entry 2 with something else than was committed/);
});

test('a file that was changed after the signature, a list that was, and a signature of another key are refused', async () => {
  const file = city();
  file.files.set('daily.csv', Buffer.from((file.files.get('daily.csv') as Buffer).toString().replace(',1,', ',2,')));
  await assert.rejects(check(file), /daily.csv is not the file that was signed/);
  const list = city();
  list.files.set('files.csv', Buffer.from('file,bytes,sha256\r\n'));
  await assert.rejects(check(list), /the list of files is not the one that was signed/);
  await assert.rejects(check({ log: made([]), files: city().files }), NotVerified);
});

test('a data set of another log of the same key is refused', async () => {
  const { log, files } = city();
  const other = { ...log, files: made(['{"type":"sign-in"}', '{}', '{}']).files };
  other.files.set('checkpoint', log.files.get('checkpoint') as Buffer);
  await assert.rejects(check({ log: other, files }), NotVerified);
});
