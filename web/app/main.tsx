import { render } from 'preact';
import { unlock } from './alarm.ts';
import { loadConfig } from './config.ts';
import { install } from './installed.ts';
import { begin } from './session.ts';
import { Shell } from './shell.tsx';

const root = document.getElementById('app') as HTMLElement;

async function start(): Promise<void> {
  const config = await loadConfig();
  if (await begin(config)) {
    render(<p class="alone">You are signed in. Close this window.</p>, root);
    return;
  }
  // A finger counts as a touch of the page only when it leaves it; keys and mice count at once.
  for (const kind of ['pointerup', 'click', 'keydown']) addEventListener(kind, unlock);
  render(<Shell city={config.city} />, root);
  install().catch(() => undefined);
}

start().catch(() => render(<p class="alone" role="alert">The city does not answer. Load the page again in a moment.</p>, root));
