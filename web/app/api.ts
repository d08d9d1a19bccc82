import type { components, paths } from '../target/openapi.d.ts';
import { heard } from './clock.ts';
import { keep } from './receipts.ts';
import { lock, session } from './session.ts';

/** The city's API, typed by its own OpenAPI document. Nothing is tried twice: what did not arrive is said. */

export type Schemas = components['schemas'];
export type Hit = Schemas['Hit'];
export type FieldProblem = Schemas['FieldProblem'];
export type Problem = Schemas['Problem'];

/** Why there is no answer that one could use. */
export type Trouble =
  | { kind: 'problem'; problem: Problem }
  /** Nothing came back: it may or may not have arrived. */
  | { kind: 'unreachable' }
  /** The city answered that it cannot, now. */
  | { kind: 'unavailable' }
  | { kind: 'signed-out' };

/** What a page itself misses, in the form in which the API would say it. */
export function missing(field: string): Trouble {
  const problem = { type: '', title: '', status: 422, detail: '', problems: [{ field, code: 'missing', message: '' }] };
  return { kind: 'problem', problem: problem as unknown as Problem };
}

export type Outcome<T> = { ok: true; data: T } | { ok: false; trouble: Trouble };

type Method = 'get' | 'post' | 'put' | 'delete';
type PathsOf<M extends Method> = { [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never }[keyof paths];
type Content<R> = R extends { content: { 'application/json': infer T } } ? T : never;
type Answer<O> = O extends { responses: infer R }
  ? Content<R extends { 200: infer T } ? T : never> | Content<R extends { 201: infer T } ? T : never>
  : never;
type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined;
type Params<O> = O extends { parameters: { path: infer P } } ? P : Record<string, never>;

const PATIENCE_MILLIS = 25_000;

function fill(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

async function send(method: string, path: string, body?: unknown): Promise<Outcome<Response>> {
  const current = session.value;
  if (current.kind !== 'signed-in') return { ok: false, trouble: { kind: 'signed-out' } };
  let answer: Response;
  try {
    answer = await fetch(path, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
      headers: {
        authorization: `Bearer ${current.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, trouble: { kind: 'unreachable' } };
  }
  heard(answer.headers.get('date'));
  return answer.ok ? { ok: true, data: answer } : { ok: false, trouble: await trouble(answer) };
}

async function trouble(answer: Response): Promise<Trouble> {
  if (answer.status === 401) {
    lock('ended');
    return { kind: 'signed-out' };
  }
  const problem = await problemOf(answer);
  if (problem === undefined) return { kind: 'unavailable' };
  keep(problem);
  if (problem.type.endsWith('/second-factor-not-fresh')) lock('second-factor');
  return { kind: 'problem', problem };
}

/** Gateways and proxies answer in their own words, which help nobody. */
async function problemOf(answer: Response): Promise<Problem | undefined> {
  const isProblem = (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
  try {
    return isProblem && answer.status !== 503 ? ((await answer.json()) as Problem) : undefined;
  } catch {
    return undefined;
  }
}

async function json<T>(outcome: Outcome<Response>): Promise<Outcome<T>> {
  if (!outcome.ok) return outcome;
  try {
    const data = (await outcome.data.json()) as T;
    keep(data);
    return { ok: true, data };
  } catch {
    return { ok: false, trouble: { kind: 'unreachable' } };
  }
}

export async function get<P extends PathsOf<'get'>>(
  path: P,
  ...[params]: Record<string, never> extends Params<paths[P]['get']> ? [] : [Params<paths[P]['get']>]
): Promise<Outcome<Answer<paths[P]['get']>>> {
  return json(await send('GET', fill(path, { ...params } as Record<string, string>)));
}

export async function post<P extends PathsOf<'post'>>(
  path: P,
  params: Params<paths[P]['post']>,
  body: Body<paths[P]['post']>,
): Promise<Outcome<Answer<paths[P]['post']>>> {
  return json(await send('POST', fill(path, params as Record<string, string>), body));
}

export async function put<P extends PathsOf<'put'>>(
  path: P,
  params: Params<paths[P]['put']>,
  body: Body<paths[P]['put']>,
): Promise<Outcome<Answer<paths[P]['put']>>> {
  return json(await send('PUT', fill(path, params as Record<string, string>), body));
}

export async function remove<P extends PathsOf<'delete'>>(
  path: P,
  params: Params<paths[P]['delete']>,
): Promise<Outcome<Answer<paths[P]['delete']>>> {
  return json(await send('DELETE', fill(path, params as Record<string, string>)));
}

/** A picture, marked with this reader: each call is a view of its own, with an entry in the ledger. */
export function picture(path: string, body?: Schemas['ReadPictureRequest']): Promise<Outcome<Blob>> {
  return file(body === undefined ? 'GET' : 'POST', path, body);
}

/** What is no JSON, as it came. */
export async function file(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Outcome<Blob>> {
  const outcome = await send(method, path, body);
  if (!outcome.ok) return outcome;
  try {
    return { ok: true, data: await outcome.data.blob() };
  } catch {
    return { ok: false, trouble: { kind: 'unreachable' } };
  }
}
