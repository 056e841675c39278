// A toast goes after ten seconds, but never while somebody is on it.
const SHOWN_MS = 10_000;

export function dismissToasts(): void {
  document.querySelectorAll<HTMLElement>(".toasts [data-toast]").forEach(schedule);
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest("[data-dismiss]");
    button?.closest("[data-toast]")?.remove();
  });
}

function schedule(toast: HTMLElement): void {
  setTimeout(() => (toast.matches(":hover, :focus-within") ? schedule(toast) : toast.remove()), SHOWN_MS);
}
