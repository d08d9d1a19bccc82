import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { zonesIn, zonesOf } from '../../app/zones.ts';

const SQUARE = { type: 'Polygon', coordinates: [[[-89.652, 39.781], [-89.648, 39.781], [-89.648, 39.784], [-89.652, 39.784], [-89.652, 39.781]]] };

test('each polygon of a file is a zone with its id and kind', () => {
  const file = { type: 'FeatureCollection', features: [{ type: 'Feature', id: 'school-12', properties: { kind: 'school', note: 'west wing' }, geometry: SQUARE }] };

  assert.deepEqual(zonesIn(JSON.stringify(file)), [{ zoneId: 'school-12', kind: 'school', geometry: SQUARE }]);
});

test('what is no collection of features is no file of zones', () => {
  for (const text of ['', 'no JSON', '[]', '{}', '{"features":3}']) assert.equal(zonesIn(text), undefined, text);
});

test('a policy without zones names none', () => {
  assert.deepEqual(zonesOf('{"v":2}'), []);
  assert.deepEqual(zonesOf('{"excludedZones":{"type":"FeatureCollection","features":[{"type":"Feature","id":"school-12","properties":{"kind":"school"}}]}}'), [{ zoneId: 'school-12', kind: 'school' }]);
});
