/** A push must be heard: three rising tones, made here, so that no sound file has to load first. */

let context: AudioContext | undefined;

/** Browsers give sound only to a page that somebody has touched. */
export function unlock(): void {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
}

/** Answers whether a sound could be made. */
export function ring(): boolean {
  if (context === undefined || context.state !== 'running') return false;
  for (const [index, frequency] of [660, 880, 1_100].entries()) {
    const tone = new OscillatorNode(context, { frequency, type: 'square' });
    const volume = new GainNode(context, { gain: 0.2 });
    tone.connect(volume).connect(context.destination);
    tone.start(context.currentTime + index * 0.22);
    tone.stop(context.currentTime + index * 0.22 + 0.18);
  }
  return true;
}
