import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { records } from '../../public-page/csv.ts';
import { count, type Day, difference, published, total } from '../../public-page/figures.ts';
import { EN, ES } from '../../public-page/words.ts';

const entry = (type: string, outcome: string, hour: string) => ({ id: '', policy: '', committed: {}, type, outcome, hour });
const entries = [
  entry('search', 'done', '2026-11-26T23Z'),
  entry('search', 'refused', '2026-11-28T00Z'),
  entry('search', 'refused', '2026-11-28T01Z'),
  entry('hit-step', 'done', '2026-11-28T01Z'),
  entry('counted', 'done', '2026-11-28T01Z'),
  entry('rows-purged', 'done', '2026-11-28T01Z'),
];
const opened = new Map([
  [3, { action: 'disposition', reason: 'arrest, stop' }],
  [4, { counts: '{"frame-no-plate":1,"frame-with-plates":2,"read":3,"reason-judged":8,"reason-vague":2}' }],
  [5, { counts: '{"at":"2026-11-28T01:00:31Z","earliest":"2026-11-28T01:00:01Z","rows":{"Frames":4,"Reads":7}}' }],
]);
const days = count(entries, opened);

test('a refused search is counted as refused and not as answered', () => {
  assert.equal(total(days, 'searches'), 1);
  assert.equal(total(days, 'searches_refused'), 2);
  assert.equal(total(days, 'requests_refused'), 2);
});

test('a day without any stands in its place', () => {
  assert.deepEqual(days.map((day) => [day.day, day.searches_refused]), [['2026-11-26', 0], ['2026-11-27', 0], ['2026-11-28', 2]]);
  assert.deepEqual(count([], new Map()), []);
});

test('what the city opened of an entry is counted', () => {
  assert.deepEqual([total(days, 'arrests'), total(days, 'stops'), total(days, 'recoveries')], [1, 1, 0]);
  assert.deepEqual([total(days, 'frames_read'), total(days, 'reads'), total(days, 'rows_purged'), total(days, 'purge_lag_max')], [3, 3, 11, 30]);
});

test('the share of vague reasons follows from what was counted', () => {
  assert.deepEqual([total(days, 'reasons_vague'), total(days, 'reasons_judged')], [2, 8]);
});

test('one figure that differs is named with its day', () => {
  const changed = days.map((day) => ({ ...day, hits: day.day === '2026-11-27' ? 1 : day.hits })) as Day[];
  assert.equal(difference(days, days), '');
  assert.equal(difference(changed, days), 'hits of 2026-11-27 is 1 in daily.csv and 0 in the ledger');
  assert.match(difference(days.slice(1), days), /2 days/);
});

test('a table is read with its quotes, commas and the ends of its lines', () => {
  assert.deepEqual(records('a,b\r\n1,"x ""y"", z"\r\n,\r\n'), [{ a: '1', b: 'x "y", z' }, { a: '', b: '' }]);
  assert.equal(published(records('day,hits\r\n2026-11-28,4\r\n'))[0]?.hits, 4);
});

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(ES.figures), Object.keys(EN.figures));
  assert.deepEqual(Object.keys(ES.changes), Object.keys(EN.changes));
  assert.equal(ES.never.length, EN.never.length);
});
