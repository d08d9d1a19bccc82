import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { EN, ES } from '../../public-page/words.ts';

const html = readFileSync('public-page/index.html', 'utf8');

test('what stands in the page before a script has come is what the script says in English', () => {
  const said = [...html.matchAll(/data-words="([a-zA-Z]+)(?:\.(\d))?"[^>]*>([^<]*)</g)];
  assert.ok(said.length >= 6);
  for (const [, name = '', index, text] of said) {
    const words = EN[name as 'title' | 'never'];
    assert.equal(text, typeof words === 'string' ? words : words[Number(index)]);
  }
  assert.ok(html.includes(`<title>${EN.title}</title>`));
  assert.ok(html.includes(EN.checking));
});

test('both languages say the same things', () => {
  for (const name of ['figures', 'changes', 'findings', 'states'] as const) {
    assert.deepEqual(Object.keys(ES[name]).sort(), Object.keys(EN[name]).sort());
  }
  assert.equal(ES.never.length, EN.never.length);
  assert.equal(ES.listColumns.length, EN.listColumns.length);
  assert.equal(ES.grantColumns.length, EN.grantColumns.length);
  assert.equal(ES.qualityColumns.length, EN.qualityColumns.length);
  assert.equal(ES.districtColumns.length, EN.districtColumns.length);
});

test('a ledger that nobody else signed is called so', () => {
  assert.match(EN.witnessed(0), /^UNWITNESSED/);
  assert.doesNotMatch(EN.witnessed(1), /UNWITNESSED/);
});

test('whoever follows changes finds their feed', () => {
  assert.ok(html.includes('<link rel="alternate" href="./v1/changes.atom" type="application/atom+xml"'));
});
