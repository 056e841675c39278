// A form is sent once: its button says that it works, keeps its width and takes no second press.
export function showBusy(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (form.matches("[data-search], [data-theme-switch]") || !button?.matches(".button")) return;
    if (button.hasAttribute("data-busy")) return event.preventDefault();
    setTimeout(() => work(button), 0); // after the form has read which button it was
  });
}

function work(button: HTMLButtonElement): void {
  const word = button.dataset.busyWord ?? document.body.dataset.busyWord ?? "";
  button.setAttribute("data-busy", "");
  button.setAttribute("aria-disabled", "true");
  button.style.minWidth = `min(${button.offsetWidth}px, 100%)`; // no wider than the page when a phone is turned
  const ring = document.createElement("span");
  ring.className = "busy-ring";
  ring.ariaHidden = "true";
  button.replaceChildren(ring, word);
}
