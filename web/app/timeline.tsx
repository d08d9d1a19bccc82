/** When something was seen, on a line from the beginning of a window to its end. */

const WIDTH = 320;
const EDGE = 8;

/** @param of who saw it; all times as the API tells them */
export function Timeline({ from, to, of, at }: { from: string; to: string; of: string; at: readonly string[] }) {
  const start = Date.parse(from);
  const length = Math.max(Date.parse(to) - start, 1);
  const place = (time: string) => EDGE + (Math.min(Math.max(Date.parse(time) - start, 0), length) / length) * (WIDTH - 2 * EDGE);
  return (
    <svg class="timeline" viewBox={`0 0 ${WIDTH} 24`} role="img" aria-label={`${of}: ${at.length} ${at.length === 1 ? 'read' : 'reads'} in the window`}>
      <path class="axis" d={`M${EDGE} 12 H${WIDTH - EDGE}`} />
      {at.map((time, index) => (
        <path key={index} d={`M${place(time)} 3 V21`} />
      ))}
    </svg>
  );
}
