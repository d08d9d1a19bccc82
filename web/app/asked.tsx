import { Said } from './parts.tsx';
import { LEGAL_BASIS, OFFENCE } from './words.ts';

/** What the ledger holds of a request, in the words of those who decide it, and in the order in which they ask. */
const FIELDS: Record<string, string> = {
  query: 'What for',
  plate: 'Plates',
  cameras: 'Cameras',
  offence: 'Offence',
  'case-number': 'Case',
  purpose: 'Legal basis',
  narrative: 'Why',
  'on-behalf-of': 'For whom',
  agency: 'Filed at',
};

/** Who filed it stands among its steps; the others repeat what is there, or tell nothing to a person. */
const LEFT_OUT = new Set(['actor', 'after', 'device', 'grant']);
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const WORDS: Record<string, Record<string, string>> = { offence: OFFENCE, purpose: LEGAL_BASIS, basis: LEGAL_BASIS };

export function AskedFields({ asked }: { asked: Record<string, string> }) {
  const names = [...Object.keys(FIELDS).filter((name) => name in asked), ...Object.keys(asked).filter((name) => !(name in FIELDS) && !LEFT_OUT.has(name))];
  return (
    <dl class="fields">
      {names.map((name) => (
        <div key={name}>
          <dt>{FIELDS[name] ?? name.replaceAll('-', ' ')}</dt>
          <dd><Said text={said(name, parsed(asked[name] ?? ''))} /></dd>
        </div>
      ))}
    </dl>
  );
}

/** Some fields of the ledger are structures of their own. */
function parsed(text: string): unknown {
  try {
    return /^[[{]/.test(text) ? JSON.parse(text) : text;
  } catch {
    return text;
  }
}

/** Part by part; codes in words, moments in this place's time. */
export function said(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => said(name, one)).join('; ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).filter(([, part]) => !Array.isArray(part) || part.length > 0)
      .map(([part, of]) => `${part.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)} ${said(part, of)}`).join(', ');
  }
  const text = String(value);
  return INSTANT.test(text) ? new Date(text).toLocaleString() : (WORDS[name]?.[text] ?? text);
}
