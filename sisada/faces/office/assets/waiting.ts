// What waits for the reader: the strip is asked for again, the tab's title counts it, and a short tone says that one more came.
import { tellAgain } from "./again";
import htmx from "./quiet_htmx";

let told = -1;

export function renewWaiting(): void {
  document.querySelectorAll('[hx-trigger^="waiting"]').forEach((region) => htmx.trigger(region, "waiting", {}));
}

export function followWaiting(): void {
  tellAgain();
  count();
  document.addEventListener("htmx:afterSettle", count);
}

/** How many things wait, also what leads to this very page and so stands in no line of the strip. */
export function waitingShown(): number {
  return Number(document.getElementById("menunggu")?.dataset.waiting ?? 0);
}

function count(): void {
  const waiting = waitingShown();
  const title = document.title.replace(/^\(\d+\) /, ""); // a page that was drawn anew may have brought a title of its own
  document.title = waiting ? `(${waiting}) ${title}` : title;
  if (told >= 0 && waiting > told) tone();
  told = waiting;
}

/** Browsers refuse sound before the first touch of a page; then there is none, and the strip must do. */
function tone(): void {
  if (!navigator.userActivation?.hasBeenActive) return;
  const audio = new AudioContext();
  const sound = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.15;
  sound.frequency.value = 880;
  sound.connect(volume).connect(audio.destination);
  sound.start();
  sound.stop(audio.currentTime + 0.25);
  sound.onended = () => void audio.close();
}
