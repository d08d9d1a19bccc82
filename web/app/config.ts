/** What the deployment tells the app of its city; it stands beside the app as config.json. */
export interface Config {
  city: string;
  /** The issuer's endpoints for the authorization code flow. */
  authorize: string;
  token: string;
  clientId: string;
  scope: string;
}

export async function loadConfig(): Promise<Config> {
  const answer = await fetch('./config.json', { cache: 'no-store' });
  if (!answer.ok) throw new Error(`config.json was answered ${answer.status}`);
  return (await answer.json()) as Config;
}
