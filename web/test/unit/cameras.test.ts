import assert from 'node:assert/strict';
import { test } from '@playwright/test';
import { camerasOf } from '../../app/cameras.ts';

test('retired cameras are left out, mobile ones have no place, and the rest stand by name', () => {
  const found = camerasOf([
    { id: 'cam-z', geometry: { coordinates: [-89.5, 40.25] }, properties: { name: 'Zoo', zone: 'north', state: 'in-service', direction: 90 } },
    { id: 'cam-car', geometry: null, properties: { name: 'Car 7', zone: 'south', state: 'suspended' } },
    { id: 'cam-old', geometry: null, properties: { name: 'Mill', state: 'retired' } },
  ]);

  assert.deepEqual(found, [
    { cameraId: 'cam-car', name: 'Car 7', zone: 'south' },
    { cameraId: 'cam-z', name: 'Zoo', zone: 'north', place: { longitude: -89.5, latitude: 40.25 }, heading: 90 },
  ]);
});
