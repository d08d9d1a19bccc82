/** What the city sends to a browser, and what is made of it: docs/alerts.md has the form. Nothing of it is believed but its form. */
export interface Shown {
  title: string;
  body: string;
  /** A second copy takes the place of the first. */
  tag: string;
  /** Where in the app it leads. */
  hash: string;
}

const HIT = /^[a-z2-7]{52}$/;
const SUBSCRIPTION = /^[0-9A-Z]{26}$/;
const CODE = /^[0-9]{8}$/;
const LONGEST = 300;

/** A browser must show something for every push, so also for one of a later version, or of none. */
const UNKNOWN: Shown = { title: 'Passby', body: 'The city sent something that this version does not know. Open the app.', tag: 'unknown', hash: '#/' };

export function read(text: string): Shown {
  try {
    const message = JSON.parse(text) as Record<string, unknown>;
    if (message['v'] !== 1) return UNKNOWN;
    const said = (name: string) => (typeof message[name] === 'string' ? (message[name] as string).slice(0, LONGEST) : '');
    if (said('title') === '') return UNKNOWN;
    return { title: said('title'), body: said('body'), tag: said('tag'), hash: hashOf(said) };
  } catch {
    return UNKNOWN;
  }
}

function hashOf(said: (name: string) => string): string {
  switch (said('type')) {
    case 'alert':
      return HIT.test(said('hitId')) ? `#/hits/${said('hitId')}` : '#/hits';
    case 'confirmation':
      return SUBSCRIPTION.test(said('subscriptionId')) && CODE.test(said('code')) ? `#/alerts/${said('subscriptionId')}.${said('code')}` : '#/alerts';
    case 'entry-ends':
      return '#/entries';
    default:
      return '#/';
  }
}
