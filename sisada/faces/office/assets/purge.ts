// On a shared office computer the back button must not bring a person back to the screen: a page that the browser keeps
// is emptied as it leaves, and asked for anew, with a look of its own, when somebody returns to it.
export function purgeWhenLeft(): void {
  window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  if (!("personal" in document.body.dataset)) return;
  window.addEventListener("pagehide", () => document.querySelector("main")?.replaceChildren());
}
