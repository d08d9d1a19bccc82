import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MILLIS = 300_000;

/** Starts the local city as anybody would, and stops it afterwards. Where it is stands in the environment of the tests. */
export default async function startCity(): Promise<() => void> {
  const data = mkdtempSync(join(tmpdir(), 'passby-web-'));
  const command = process.env['PASSBY_CITY_COMMAND'] ?? '../scripts/run';
  const city = spawn(command, ['--port', '0', '--data', data, '--public-delay', 'PT0S'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const text = await serving(city);
  process.env['PASSBY_APP'] = found(text, /web app +(http:\S+)/);
  process.env['PASSBY_API'] = found(text, /API +(http:\S+)/);
  process.env['PASSBY_DESK'] = found(text, /curl -s (http:\S+)\/officer-rivera/);
  process.env['PASSBY_DATA'] = data;
  return () => {
    city.kill('SIGTERM');
    city.once('exit', () => rmSync(data, { recursive: true, force: true }));
  };
}

function serving(city: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    const timer = setTimeout(() => fail(new Error(`the city did not start:\n${text}`)), PATIENCE_MILLIS);
    city.on('exit', (code) => fail(new Error(`the city ended with ${code}:\n${text}`)));
    city.stdout?.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      if (/web app +\S+/.test(text)) {
        clearTimeout(timer);
        done(text);
      }
    });
  });
}

function found(text: string, pattern: RegExp): string {
  const match = pattern.exec(text)?.[1];
  if (match === undefined) throw new Error(`the city does not say where ${pattern} is:\n${text}`);
  return match;
}
