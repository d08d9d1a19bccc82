/** A place on the plain map: what stands in its circle, and where it is. */
export interface Place {
  key: string;
  label: string;
  latitude: number;
  longitude: number;
  /** Degrees clockwise from north, where it looks. */
  heading?: number;
}

const SIDE = 320;
const EDGE = 24;
/** Of a map whose places lie side by side. */
const LOWEST = 96;
/** A map of one place, or of places this near to each other, is about eleven metres wide. */
const NARROWEST_DEGREES = 1e-4;

/** Places in the middle of a plain field, no higher than they need it: no map of a stranger is asked for. North is up. */
export function PlainMap({ places, words }: { places: readonly Place[]; words: string }) {
  const scale = Math.cos(((places[0]?.latitude ?? 0) * Math.PI) / 180);
  const points = places.map((place) => ({ ...place, x: place.longitude * scale, y: -place.latitude }));
  const left = Math.min(...points.map(({ x }) => x));
  const top = Math.min(...points.map(({ y }) => y));
  const [across, down] = [Math.max(...points.map(({ x }) => x - left)), Math.max(...points.map(({ y }) => y - top))];
  const unit = (SIDE - 2 * EDGE) / Math.max(across, down, NARROWEST_DEGREES);
  const height = Math.max(LOWEST, down * unit + 2 * EDGE);
  return (
    <svg class="map" viewBox={`0 0 ${SIDE} ${height}`} role="img" aria-label={words}>
      {points.map(({ key, label, x, y, heading }) => (
        <g key={key} transform={`translate(${(SIDE - across * unit) / 2 + (x - left) * unit} ${(height - down * unit) / 2 + (y - top) * unit})`}>
          {heading === undefined ? null : <path d="M-5 -11 L0 -20 L5 -11 Z" transform={`rotate(${heading})`} />}
          <circle r="12" />
          <text dy="5" text-anchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
