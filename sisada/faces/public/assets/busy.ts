// A button that works says so, keeps its width and takes no second press. The answer is a function that makes it as it was.
export function busy(button: HTMLButtonElement): () => void {
  const before = [...button.childNodes];
  const ring = Object.assign(document.createElement("span"), { className: "busy-ring", ariaHidden: "true" });
  button.style.minWidth = `min(${button.offsetWidth}px, 100%)`; // no wider than the page when a phone is turned
  button.setAttribute("data-busy", "");
  button.setAttribute("aria-disabled", "true");
  button.replaceChildren(ring, button.dataset.busyWord ?? document.body.dataset.busyWord ?? "");
  return () => {
    button.removeAttribute("data-busy");
    button.removeAttribute("aria-disabled");
    button.style.minWidth = "";
    button.replaceChildren(...before);
  };
}
