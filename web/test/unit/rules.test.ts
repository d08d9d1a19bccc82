import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { FIGURES } from '../../public-page/figures.ts';
import { GROUPS } from '../../public-page/groups.ts';
import { DEFAULTS, RULES_EN, RULES_ES, rulesOf } from '../../public-page/rules.ts';

const SHORT = {
  version: 3, agency: 'Springfield Police Department', profile: 'default', nonHitRetention: '21d', hitRetentionDays: 365, recognizerOrder: 'container-only',
  bounds: { searchesPerHour: 60, searchWindowDays: 30, unapprovedEntryHours: 72 },
};
const LONG = {
  ...SHORT, profile: 'NH', nonHitRetention: 'flush', imageRetention: '3d', capture: 'off', searches: { warrantAfterHours: 72 }, recognizerOrder: 'container-first',
  alerting: { outsideLists: 'refused', fileCodes: 'V', escalateAfterMinutes: 0 },
  excludedZones: { features: ['school', 'court', 'school'].map((kind) => ({ properties: { kind } })) },
};

function said(policy: object, about: string): string {
  return new Map(rulesOf(JSON.stringify(policy), RULES_EN).rules).get(about) ?? '';
}

test('each rule says what the document says, and what holds where it says nothing', () => {
  assert.equal(said(SHORT, 'A car that nobody looks for'), 'Forgotten after 21 days');
  assert.equal(said(SHORT, 'Pictures'), 'Shown as long as what was read on them is kept');
  assert.equal(said(SHORT, 'Places where nothing is captured'), 'None');
  assert.match(said(SHORT, 'A search'), /At most 60 an hour for each officer, each over at most 30 days/);
  assert.match(said(SHORT, 'A hit that nobody looks at'), /after 5 minutes/);
  assert.equal(said(LONG, 'A car that nobody looks for'), 'Nothing is ever written down about it');
  assert.equal(said(LONG, 'Cameras'), 'Capture is switched off: no picture is looked at');
  assert.equal(said(SHORT, 'A search of older reads'), '');
  assert.match(said(LONG, 'A search of older reads'), /warrant.* from 72 hours on/);
  assert.equal(said(LONG, 'Pictures'), 'Shown for 3 days at most');
  assert.equal(said(LONG, 'Lists of other agencies'), 'None is taken');
  assert.equal(said(LONG, 'A hit that nobody looks at'), 'Is sent to nobody else');
  assert.equal(said(LONG, 'Places where nothing is captured'), '1 × court, 2 × school');
  assert.match(said(LONG, 'Who reads the pictures'), /Amazon Rekognition/);
});

test('both languages say every rule, with the same numbers', () => {
  for (const policy of [SHORT, LONG]) {
    const [english, spanish] = [RULES_EN, RULES_ES].map((words) => rulesOf(JSON.stringify(policy), words).rules.map(([, says]) => says.match(/\d+/g) ?? []));
    assert.deepEqual(spanish, english);
  }
});

/** Of the record's own constant, such as `new ReaderRules(20, 5, 50)`. */
function constant(file: string, name: string): string {
  const source = readFileSync(`../functions/core/src/main/java/passby/core/${file}/${name}.java`, 'utf8');
  return new RegExp(`DEFAULT = new ${name}\\((.*)\\);`).exec(source)?.[1] ?? '';
}

test('what holds by default is what the programs take by default', () => {
  const { alerting, records, readers, searches } = DEFAULTS;
  assert.equal(constant('policy', 'SearchRules'), `${searches.warrantAfterHours}`);
  assert.equal(constant('policy', 'ReaderRules'), `${readers.sampleShareThousandths}, ${readers.misreadLimitPercent}, ${readers.floor}`);
  assert.equal(constant('retention', 'RecordClocks'), `${records.hotListEntryDays}, ${records.searchRecordDays}, ${records.ledgerDays}`);
  assert.equal(constant('policy', 'AlertingRules'), `${alerting.outsideLists === 'taken'}, "${alerting.fileCodes}", Duration.ofMinutes(${alerting.escalateAfterMinutes})`);
});

test('every figure stands in one group', () => {
  assert.deepEqual(Object.values(GROUPS).flat().sort(), Object.keys(FIGURES).sort());
});
