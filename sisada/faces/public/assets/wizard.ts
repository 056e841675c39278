// One question a screen without loading a page: the form is sent as it would be without script, and the answer takes its place.
// If the network is cut, everything stays as it is, and the very same form is sent again.
import { busy } from "./busy";
import { draftOf, dropDraft, keepDraft, offerDraft, wireDraftLine } from "./draft";
import { wireMap } from "./map";
import { shrinkAll } from "./photos";
import { wireReceipt } from "./receipt";
import { prove } from "../../../outside/letterbox/work/browser/prove";

const PHOTO = "foto"; // sealed ones: they travel with the last screen only
let sealed: string[] = [];
const previews = new Map<string, string>(); // a sealed photo, and the sender's own file as an address of this page alone
let sending = false;

export function askWithoutLoading(): void {
  const form = theForm();
  if (!form) return;
  history.replaceState({ step: form.dataset.step }, "");
  document.addEventListener("submit", intercept);
  document.addEventListener("change", sendChosenPhotos);
  document.addEventListener("input", () => remember());
  addEventListener("popstate", (event) => void goBackTo((event.state as { step?: string } | null)?.step));
  addEventListener("online", () => document.querySelector<HTMLButtonElement>("[data-unsent]:not([hidden]) [data-again]")?.click());
  ready(form);
  offerDraft(form, (draft) => {
    sealed = draft.getAll(PHOTO) as string[];
    void send(draft, null);
  });
}

function theForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("form[data-wizard]");
}

function intercept(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (event.defaultPrevented || !form.matches("[data-wizard]")) return;
  giveBackPhotos(form); // whatever sends the form itself sends all of it
  if (button?.hasAttribute("formaction")) return; // another language is another page
  event.preventDefault();
  const data = new FormData(form, button);
  if (button?.name === "buang") removePhoto(data, Number(button.value));
  void send(data, button);
}

function sendChosenPhotos(event: Event): void {
  const input = event.target as HTMLInputElement;
  if (input.type !== "file" || !input.files?.length || !input.form?.matches("[data-wizard]")) return;
  input.form.requestSubmit(input.form.querySelector<HTMLButtonElement>("[data-upload]"));
}

function removePhoto(data: FormData, place: number): void {
  sealed.splice(place, 1);
  data.delete("buang");
  data.delete(PHOTO);
  data.set("ke", "tetap");
}

function goBackTo(step: string | undefined): Promise<void> | void {
  const form = theForm();
  if (!form || !step) return location.reload();
  const data = new FormData(form);
  data.set("ke", step);
  return send(data, null, "back");
}

async function send(data: FormData, button: HTMLButtonElement | null, way: "on" | "back" = "on"): Promise<void> {
  if (sending) return;
  sending = true;
  const rest = button ? busy(button) : () => {};
  try {
    await shrinkAll(data);
    const files = data.getAll("berkas") as File[];
    withPhotosWhenNeeded(data);
    const answer = await fetch(location.pathname, { method: "POST", body: data, redirect: "error" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    preview(page, files);
    show(page, answer.ok, data, way);
  } catch {
    unsent(data, null);
  } finally {
    sending = false;
    rest();
  }
}

function withPhotosWhenNeeded(data: FormData): void {
  const last = data.get("ke") === "kirim";
  data.delete(PHOTO);
  data.delete("foto_ada");
  if (last) sealed.forEach((one) => data.append(PHOTO, one));
  else data.set("foto_ada", String(sealed.length));
}

function show(page: Document, ok: boolean, sent: FormData, way: "on" | "back"): void {
  const next = page.querySelector("main");
  if (!next || (!ok && !next.querySelector("[data-wizard]"))) return unsent(sent, page.querySelector("main p")?.textContent ?? null);
  document.title = page.title;
  const languages = page.querySelector(".languages");
  if (languages) document.querySelector(".languages")?.replaceWith(document.adoptNode(languages));
  document.querySelector("main")?.replaceWith(document.adoptNode(next));
  keepWorking(page);
  const form = theForm();
  if (form) ready(form);
  else finished();
  if (way === "on" && (history.state as { step?: string } | null)?.step !== form?.dataset.step) history.pushState({ step: form?.dataset.step }, "");
  scrollTo(0, 0);
  focusOn(document.querySelector<HTMLElement>("[data-focus]") ?? document.querySelector<HTMLElement>("main h1"));
}

// Only when all were taken is it plain which is which.
function preview(page: Document, files: File[]): void {
  const taken = page.querySelectorAll<HTMLInputElement>(`input[name="${PHOTO}"]`);
  if (taken.length === files.length) taken.forEach((input, place) => previews.set(input.value, URL.createObjectURL(files[place])));
}

// The proof of work goes on from screen to screen, unless the one that was given did not serve.
function keepWorking(page: Document): void {
  const here = document.querySelector<HTMLInputElement>("input[name=bukti]");
  const next = page.querySelector<HTMLInputElement>("input[name=bukti]");
  if (!next) here?.remove();
  else if (here?.value && !next.value) {
    here.replaceWith(document.adoptNode(next));
    prove();
  }
}

// The screen has just come: its new photos are taken out and kept, so that the next screens do not send them.
function ready(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLInputElement>(`input[name="${PHOTO}"]`).forEach((input) => {
    if (!sealed.includes(input.value)) sealed.push(input.value);
    input.remove();
  });
  form.querySelectorAll<HTMLElement>(".photos li").forEach((line, place) => {
    const src = previews.get(sealed[place] ?? "");
    if (src) line.prepend(Object.assign(document.createElement("img"), { src, alt: "" }));
  });
  wireMap(form);
  wireDraftLine(form, remember);
  remember();
}

function giveBackPhotos(form: HTMLFormElement): void {
  form.querySelectorAll(`input[name="${PHOTO}"]`).forEach((input) => input.remove());
  for (const value of sealed) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: PHOTO, value }));
}

function remember(): void {
  const form = theForm();
  if (!form) return;
  const data = new FormData(form);
  data.delete(PHOTO);
  sealed.forEach((one) => data.append(PHOTO, one));
  keepDraft(form, draftOf(data));
}

function finished(): void {
  dropDraft();
  sealed = [];
  wireReceipt(document.body);
}

// `why`: what the server said. null: nothing came back at all.
function unsent(data: FormData, why: string | null): void {
  const note = document.querySelector<HTMLElement>("[data-unsent]");
  if (!note) return;
  note.hidden = false;
  const said = note.querySelector<HTMLElement>("[data-unsent-why]");
  if (said) said.textContent = why ?? said.dataset.unsentWhy ?? "";
  const again = note.querySelector<HTMLButtonElement>("[data-again]");
  if (again) again.onclick = () => void send(data, again);
  note.scrollIntoView({ block: "nearest" });
}

function focusOn(element: HTMLElement | null): void {
  if (!element) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
