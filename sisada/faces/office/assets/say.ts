// Tells a screen reader one sentence, once.
export function say(sentence: string | undefined): void {
  const place = document.querySelector("[data-say]");
  if (!place || !sentence) return;
  place.textContent = "";
  setTimeout(() => { place.textContent = sentence; }, 50); // an unchanged text would not be read again
}
