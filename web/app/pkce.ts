/** Proof Key for Code Exchange (RFC 7636): a secret that never leaves this page before the code comes back. */
export interface Attempt {
  state: string;
  verifier: string;
}

const BYTES = 32;

export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function random(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(BYTES)));
}

/** @param prefix says in the state how the code is awaited */
export function newAttempt(prefix: string): Attempt {
  return { state: prefix + random(), verifier: random() };
}

export async function challenge(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}
