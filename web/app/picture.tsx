import { useEffect, useState } from 'preact/hooks';
import { picture, type Schemas, type Trouble } from './api.ts';
import { TroubleNotice } from './parts.tsx';

interface Props {
  path: string;
  words: string;
  /** The purpose, where the picture is one that a search found. */
  request?: Schemas['ReadPictureRequest'];
  /** Told once the browser has drawn it. */
  onSeen?: () => void;
  class?: string;
}

/** A picture that is streamed to this person alone. One that does not come, or is none, says so and can be asked for again. */
export function Picture({ path, words, request, onSeen, class: kind }: Props) {
  const [url, setUrl] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [broken, setBroken] = useState(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    let made: string | undefined;
    // The picture before is revoked: shown again, it would count as broken.
    setUrl(undefined);
    setTrouble(undefined);
    setBroken(false);
    void picture(path, request).then((outcome) => {
      if (!current) return;
      if (!outcome.ok) setTrouble(outcome.trouble);
      else setUrl((made = URL.createObjectURL(outcome.data)));
    });
    return () => {
      current = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [path, round]);
  if (trouble !== undefined || broken) {
    return (
      <div class="picture missing">
        {trouble === undefined ? null : <TroubleNotice of={trouble} />}
        <p role="alert">The {words} could not be shown. Without it nothing can be compared.</p>
        <button type="button" onClick={() => setRound(round + 1)}>
          Load the {words} again
        </button>
      </div>
    );
  }
  if (url === undefined) return <div class="picture waiting" role="status">Loading the {words} …</div>;
  return <img class={`picture ${kind ?? ''}`} src={url} alt={`The ${words}`} onLoad={onSeen} onError={() => setBroken(true)} />;
}
