import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { csvOf, type NamedRow } from '../../app/download.ts';

const row = {
  readId: 'r1',
  capturedAt: '2026-11-28T01:02:03Z',
  plate: '7TST123',
  state: null,
  match: 'exact',
  confidence: 0.97,
  cameraId: 'cam-elm',
  latitude: 38.5,
  longitude: -121.25,
  skewed: false,
  colour: null,
  namedBy: 'mzxw6ytboi2gk3tumvzxi33oma',
  leafHash: 'ab',
} as unknown as NamedRow;

test('each row of a search names the entry that answered it', () => {
  const [header, first, end] = csvOf([row]).split('\r\n');
  assert.equal(header, 'read,captured_at,plate,state,match,confidence,camera,latitude,longitude,clock_doubtful,entry,leaf_hash');
  assert.equal(first, 'r1,2026-11-28T01:02:03Z,7TST123,,exact,0.97,cam-elm,38.5,-121.25,false,mzxw6ytboi2gk3tumvzxi33oma,ab');
  assert.equal(end, '');
});

test('a text that a spreadsheet would run is shown and not run', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    const line = csvOf([{ ...row, cameraId: text }]).slice(csvOf([]).length);
    assert.ok(line.includes(`'${text}`), JSON.stringify(text));
  }
  assert.ok(csvOf([row]).includes(',-121.25,'));
});

test('a comma, a quotation mark and a line end stay in their cell', () => {
  assert.ok(csvOf([{ ...row, cameraId: 'a,"b"\r\nc' }]).includes('"a,""b""\r\nc"'));
});
