// What is being filled in, kept in this browser until it is sent: never anywhere else, a week at most, and not at all when its reader
// says that others use this computer.
const KEPT_MS = 7 * 86400_000;
const NOT_HERE = "sisada-tanpa-draf"; // lives as long as the tab

interface Draft {
  at: number;
  step: string;
  fields: [string, string][];
}

function placeOf(form: HTMLFormElement): string {
  return `sisada-draf-${form.dataset.wizard}`;
}

// Files are not kept, nor a proof, which is good for minutes, nor the code, which opens the report once it is sent.
const NOT_KEPT = ["kode", "ke", "bukti"];

export function draftOf(data: FormData): [string, string][] {
  const fields: [string, string][] = [];
  data.forEach((value, name) => { if (typeof value === "string" && !NOT_KEPT.includes(name)) fields.push([name, value]); });
  return fields;
}

export function keepDraft(form: HTMLFormElement, fields: [string, string][]): void {
  if (sessionStorage.getItem(NOT_HERE) || !fields.some(([name, value]) => value && name !== "id" && name !== "langkah")) return;
  const draft: Draft = { at: Date.now(), step: form.dataset.step ?? "", fields };
  try {
    localStorage.setItem(placeOf(form), JSON.stringify(draft));
  } catch {
    const light = { ...draft, fields: fields.filter(([name]) => name !== "foto") }; // the browser has no room for photos
    try { localStorage.setItem(placeOf(form), JSON.stringify(light)); } catch { /* nor for words: then nothing is kept */ }
  }
}

export function dropDraft(): void {
  Object.keys(localStorage).filter((key) => key.startsWith("sisada-draf-")).forEach((key) => localStorage.removeItem(key));
}

// Shows that something unsent is here, and gives it to `resume` when its reader wants it.
export function offerDraft(form: HTMLFormElement, resume: (data: FormData) => void): void {
  const offer = document.querySelector<HTMLElement>("[data-draft-offer]");
  const draft = read(form);
  if (!offer || !draft) return;
  offer.hidden = false;
  const when = offer.querySelector("[data-draft-when]");
  if (when) when.textContent = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  offer.querySelector("[data-draft-resume]")?.addEventListener("click", () => resume(asForm(draft)));
  offer.querySelector("[data-draft-drop]")?.addEventListener("click", () => { dropDraft(); offer.hidden = true; });
}

function read(form: HTMLFormElement): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(placeOf(form)) ?? "null") as Draft | null;
    if (draft && Date.now() - draft.at < KEPT_MS) return draft;
  } catch { /* not ours */ }
  localStorage.removeItem(placeOf(form));
  return null;
}

function asForm(draft: Draft): FormData {
  const data = new FormData();
  data.set("bukti", document.querySelector<HTMLInputElement>("input[name=bukti]")?.value ?? "");
  draft.fields.forEach(([name, value]) => data.append(name, value));
  data.set("ke", "tetap");
  return data;
}

// The line that says where the draft is, with the button that stops keeping it.
export function wireDraftLine(form: HTMLFormElement, remember: () => void): void {
  const kept = form.querySelector<HTMLElement>("[data-draft-kept]");
  const off = form.querySelector<HTMLElement>("[data-draft-off]");
  if (!kept || !off) return;
  const say = () => {
    const not = sessionStorage.getItem(NOT_HERE) !== null;
    kept.hidden = not;
    off.hidden = !not;
  };
  kept.querySelector("button")?.addEventListener("click", () => { sessionStorage.setItem(NOT_HERE, "1"); dropDraft(); say(); });
  off.querySelector("button")?.addEventListener("click", () => { sessionStorage.removeItem(NOT_HERE); remember(); say(); });
  say();
}
