/** Where the city's cameras stand, as everybody may read it: an officer asks for no registry. */
export interface PublicCamera {
  cameraId: string;
  name: string;
  zone: string;
  /** Absent of one that moves. */
  place?: { latitude: number; longitude: number };
  heading?: number;
}

interface Feature {
  id: string;
  geometry: { coordinates: [longitude: number, latitude: number] } | null;
  properties: { name?: string; zone?: string; state?: string; direction?: number };
}

/** Those that are not retired, by name; undefined when the file does not come, or is none. */
export async function publicCameras(): Promise<readonly PublicCamera[] | undefined> {
  try {
    const answer = await fetch('/public/v1/cameras.geojson', { credentials: 'omit' });
    if (!answer.ok) return undefined;
    const { features } = (await answer.json()) as { features: readonly Feature[] };
    return camerasOf(features);
  } catch {
    return undefined;
  }
}

export function camerasOf(features: readonly Feature[]): readonly PublicCamera[] {
  return features
    .filter(({ properties }) => properties.state !== 'retired')
    .map(({ id, geometry, properties: { name = id, zone = '', direction } }) => ({
      cameraId: id,
      name,
      zone,
      ...(geometry === null ? {} : { place: { longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] } }),
      ...(direction === undefined ? {} : { heading: direction }),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
