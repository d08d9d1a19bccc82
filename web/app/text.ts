/** What other people typed, and plates as they are typed here: neither may look like something else. */

/** Direction marks, controls and invisible characters: with them a text can be shown in another order than it is written. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;

/** The text with each hidden character shown as its code point. */
export function shown(text: string): string {
  return text.replace(HIDDEN, (mark) => `[U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

/** Separators are forgiven, as the API forgives them. */
const FORGIVEN = /[ .-]/g;

/** Says which characters of a plate are none of A to Z and 0 to 9; empty when all are. */
export function plateTrouble(text: string, wildcards = false): string {
  const allowed = wildcards ? /[A-Z0-9?*]/ : /[A-Z0-9]/;
  const strange = [...text.toUpperCase().replace(FORGIVEN, '')].filter((character) => !allowed.test(character));
  if (strange.length === 0) return '';
  const named = [...new Set(strange)]
    .map((character) => `${shown(character)} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`)
    .join(', ');
  return `A plate has letters A to Z and digits only. Not one of them, though it may look so: ${named}`;
}
