// Light or dark at once, without a new page; the server keeps the choice.
const DRAWN: Record<string, string> = { terang: "light", gelap: "dark" };

export function switchTheme(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!form.matches("[data-theme-switch]") || !button) return;
    event.preventDefault();
    void fetch(form.action, { method: "POST", body: new FormData(form, button), redirect: "manual" });
    draw(button.value);
    form.querySelectorAll("button").forEach((one) => one.toggleAttribute("aria-current", false));
    button.setAttribute("aria-current", "true");
  });
}

function draw(chosen: string): void {
  const theme = DRAWN[chosen];
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}
