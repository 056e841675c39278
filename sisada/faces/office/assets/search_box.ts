// The search box asks while one types (htmx sends it, 200 ms after the last key, newest wins). What is left for here:
// the clear sign, the way back from a chip to its piece of the text, and the words when it could not be sent.
import { say } from "./say";

const FAILURES = ["htmx:sendError", "htmx:responseError", "htmx:timeout", "htmx:swapError"];

export function wireSearch(): void {
  document.querySelectorAll<HTMLFormElement>("form[data-search]").forEach(wire);
  document.addEventListener("click", (event) => selectPiece(event.target as Element, event));
}

function wire(form: HTMLFormElement): void {
  const box = form.querySelector<HTMLInputElement>("input[type=search]")!;
  const clear = form.querySelector<HTMLButtonElement>("[data-clear]")!;
  const failed = form.querySelector<HTMLElement>("[data-failed]")!;
  const results = document.querySelector(form.getAttribute("hx-target") ?? "main");
  const tidy = () => { clear.hidden = box.value === ""; };
  box.addEventListener("input", tidy);
  clear.addEventListener("click", () => {
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  });
  form.addEventListener("htmx:beforeRequest", () => results?.setAttribute("aria-busy", "true"));
  form.addEventListener("htmx:afterRequest", (event) => {
    results?.removeAttribute("aria-busy");
    if ((event as CustomEvent<{ successful?: boolean }>).detail.successful) {
      failed.hidden = true;
      say(results?.querySelector("h2, .plain-fact")?.textContent ?? undefined); // the answer's first line, not the whole list
    }
  });
  FAILURES.forEach((name) => form.addEventListener(name, () => { failed.hidden = false; }));
  tidy();
}

/** A tap on "Lahir 1974" selects 1974 in the box, ready to be typed over. */
function selectPiece(target: Element, event: Event): void {
  const chip = target.closest<HTMLAnchorElement>("a[data-piece]");
  const box = chip && document.querySelector<HTMLInputElement>(chip.hash);
  if (!chip || !box) return;
  event.preventDefault();
  box.focus();
  const at = box.value.toLowerCase().indexOf((chip.dataset.piece ?? "").toLowerCase());
  if (at >= 0) box.setSelectionRange(at, at + (chip.dataset.piece ?? "").length);
}
