import type { Schemas } from './api.ts';

export type Zone = Schemas['NewExcludedZones']['zones'][number];

interface Feature {
  id?: unknown;
  geometry?: unknown;
  properties?: { kind?: unknown; zoneId?: unknown } | null;
}

/** The zones of a policy's document. */
export function zonesOf(document: string): readonly { zoneId: string; kind: string }[] {
  const { excludedZones } = JSON.parse(document) as { excludedZones?: { features: readonly Feature[] } };
  return (excludedZones?.features ?? []).map(({ id, properties }) => ({ zoneId: String(id), kind: String(properties?.kind ?? '') }));
}

/** A file of GeoJSON as the API takes it; undefined when it is none. What is wrong with a zone is the API's to say. */
export function zonesIn(geoJson: string): readonly Zone[] | undefined {
  try {
    const { features } = JSON.parse(geoJson) as { features?: unknown };
    if (!Array.isArray(features)) return undefined;
    return (features as Feature[]).map(({ id, geometry, properties }) => ({ zoneId: properties?.zoneId ?? id, kind: properties?.kind, geometry }) as Zone);
  } catch {
    return undefined;
  }
}
