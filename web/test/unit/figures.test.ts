import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { byDay, count, csv } from '../../public-page/figures.ts';
import { EN, ES } from '../../public-page/words.ts';

const entries = [
  { type: 'search', outcome: 'done', hour: '2026-11-26T23Z' },
  { type: 'search', outcome: 'refused', hour: '2026-11-28T00Z' },
  { type: 'search', outcome: 'refused', hour: '2026-11-28T01Z' },
  { type: 'hit-raised', outcome: 'done', hour: '2026-11-28T01Z' },
];

test('a refused search is counted as refused and not as answered', () => {
  assert.equal(count(entries, 'searches'), 1);
  assert.equal(count(entries, 'searchesRefused'), 2);
  assert.equal(count(entries, 'refusals'), 2);
});

test('a day without any stands in its place', () => {
  assert.deepEqual(byDay(entries, 'searchesRefused'), [['2026-11-26', 0], ['2026-11-27', 0], ['2026-11-28', 2]]);
  assert.deepEqual(byDay([], 'hits'), []);
});

test('the file has a row for each day and a column for each figure', () => {
  const lines = csv(entries).split('\r\n');
  assert.equal(lines.length, 5);
  assert.ok(lines[0]?.startsWith('day,searches,searchesRefused,'));
  assert.ok(lines[3]?.startsWith('2026-11-28,0,2,'));
});

test('both languages say the same things', () => {
  assert.deepEqual(Object.keys(ES.figures), Object.keys(EN.figures));
  assert.equal(ES.never.length, EN.never.length);
});
