import type { Checked } from './verify.ts';
import url from './verify.ts?worker&url';

interface Rules {
  createScriptURL: (url: string) => string;
}

/** Under Trusted Types a script's address is taken from a policy alone; this one knows one address. */
function address(): string {
  const rules: Rules = { createScriptURL: () => url };
  const { trustedTypes } = window as unknown as { trustedTypes?: { createPolicy: (name: string, rules: Rules) => Rules } };
  return (trustedTypes === undefined ? rules : trustedTypes.createPolicy('passby-worker', rules)).createScriptURL('');
}

/** Verifies beside the page. Returns how to ask for every figure to be counted again, however long that takes. */
export function startVerifier(checked: (result: Checked) => void): () => void {
  const worker = new Worker(address());
  worker.addEventListener('message', ({ data }: MessageEvent<Checked>) => checked(data));
  worker.addEventListener('error', () => checked('unreachable'));
  const ask = (again: boolean) => worker.postMessage({ base: document.baseURI, again });
  ask(false);
  return () => ask(true);
}
