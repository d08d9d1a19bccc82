/** An auditor's own number for a week's sample: committed to before the week is over, told when the sample is drawn. */

const DAY_MILLIS = 86_400_000;

/** The week of ISO 8601 in UTC, such as 2026-W48: that of its Thursday. */
export function weekOf(millis: number): string {
  const date = new Date(millis);
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()) + (3 - ((date.getUTCDay() + 6) % 7)) * DAY_MILLIS);
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY_MILLIS));
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}

function framed(part: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4 + part.length);
  new DataView(bytes.buffer).setUint32(0, part.length);
  bytes.set(part, 4);
  return bytes;
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 over name, week and number, each behind its length in four bytes, as the city checks it at the draw. */
export async function commitment(week: string, number: Uint8Array): Promise<string> {
  const text = new TextEncoder();
  const parts = [text.encode('passby/review-number1'), text.encode(week), number].map(framed);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts as BlobPart[]).arrayBuffer())));
}
