import { createHash, createPrivateKey, randomBytes, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A camera of the local city, with its own key: what docs/api.md tells about uploads. */

const SAMPLES = '../localstack/local/src/main/resources/passby/local/springfield/samples';
const PATH = '/v1/uploads';

/** Drives one of the sample pictures past the camera at the bridge, as a pass of its own. */
export async function photograph(picture: string): Promise<void> {
  const jpeg = readFileSync(join(SAMPLES, picture));
  const body = JSON.stringify({
    uploads: [{
      contentType: 'image/jpeg',
      contentLength: jpeg.length,
      sha256: createHash('sha256').update(jpeg).digest('hex'),
      capturedAt: new Date().toISOString(),
      latitude: 39.995,
      longitude: -89.01,
      heading: 180,
    }],
  });
  const answer = await fetch(process.env['PASSBY_API'] + PATH, {
    method: 'POST',
    headers: { authorization: `Bearer ${token(body)}`, 'content-type': 'application/json' },
    body,
  });
  if (answer.status !== 201) throw new Error(`the upload was refused: ${answer.status} ${await answer.text()}`);
  const { uploads } = (await answer.json()) as { uploads: [{ url: string; headers: Record<string, string> }] };
  const stored = await fetch(uploads[0].url, { method: 'PUT', headers: uploads[0].headers, body: jpeg });
  if (!stored.ok) throw new Error(`the picture was not stored: ${stored.status}`);
}

function token(body: string): string {
  const [camera, kid, pkcs8 = ''] = readFileSync(join(process.env['PASSBY_DATA'] ?? '', 'cameras/cam-bridge.key'), 'utf8').split('\n');
  const key = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
  const now = Math.floor(Date.now() / 1_000);
  const signed = [
    { typ: 'passby-camera+jwt', alg: 'EdDSA', kid },
    {
      iss: camera, aud: 'springfield', iat: now, exp: now + 60, jti: randomBytes(16).toString('base64url'),
      htm: 'POST', htu: PATH, bh: createHash('sha256').update(body).digest('base64url'),
    },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
}
