let audio: AudioContext | null = null;

function tone(frequency: number, seconds: number): void {
  audio ??= new AudioContext();
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0.15, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + seconds);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start();
  oscillator.stop(audio.currentTime + seconds);
}

/** High and short for a mark, low and long for someone who is not on the list. */
export function playScan(known: boolean): void {
  if (known) tone(1320, 0.15);
  else tone(220, 0.5);
}
