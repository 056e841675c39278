// Laporan masuk by keyboard, and what a renewed queue must not take away: the marks and the focus.
// Every key is a faster way to something that stands on the page.
import htmx from "./quiet_htmx";

type Key = (event: KeyboardEvent) => void;

export function workOnCases(): void {
  wirePrint();
  wireDrop();
  if (!document.querySelector(".desk")) return;
  wireShortcuts();
  keepMarks();
  document.addEventListener("keydown", press);
}

const KEYS: Record<string, Key> = {
  j: () => step(1),
  k: () => step(-1),
  a: () => claim(),
  d: () => toDecision(),
  g: () => toSimilar(),
  "?": () => dialog()?.showModal(),
};

function press(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  const typing = target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog[open]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = KEYS[event.key];
  if (!key) return;
  event.preventDefault();
  key(event);
}

/** The row in focus; else the one that is open beside the queue. */
function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>(".report-link")];
  const now = rows.findIndex((row) => row === document.activeElement);
  const open = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const next = now >= 0 ? now + by : open >= 0 ? open + by : 0;
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
}

function claim(): void {
  const form = document.querySelector<HTMLFormElement>("[data-claim-form]");
  const focused = document.activeElement?.closest<HTMLElement>("[data-claim]") ?? document.querySelector<HTMLElement>(".desk-case [data-claim]");
  if (!form || !focused) return;
  form.action = focused.dataset.claim as string;
  form.submit();
}

function toDecision(): void {
  const place = document.getElementById("putusan") ?? document.querySelector(".second-answer");
  place?.scrollIntoView({ block: "start" });
  place?.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
}

/** Once: to the most similar one. Again, on its button: merge. */
function toSimilar(): void {
  const first = document.querySelector<HTMLButtonElement>("#mirip form .button");
  if (first && document.activeElement === first) first.form?.requestSubmit(first);
  else first?.focus();
}

const dialog = (): HTMLDialogElement | null => document.querySelector("[data-shortcuts]");

function wireShortcuts(): void {
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-shortcuts-open]")) dialog()?.showModal();
  });
}

/** The queue is asked for again whenever a case changed: somebody may be marking rows in it. */
function keepMarks(): void {
  let marked: string[] = [];
  let focused = "";
  htmx.on("htmx:beforeSwap", (event) => {
    const queue = event.target as HTMLElement;
    if (queue.id !== "antrean") return;
    marked = [...queue.querySelectorAll<HTMLInputElement>("[name=laporan]:checked")].map((box) => box.value.split(":")[0]);
    focused = queue.contains(document.activeElement) ? (document.activeElement as HTMLElement).id : "";
  });
  htmx.on("htmx:afterSettle", (event) => {
    const queue = event.target as HTMLElement;
    if (queue.id !== "antrean") return;
    queue.querySelectorAll<HTMLInputElement>("[name=laporan]").forEach((box) => { box.checked ||= marked.includes(box.value.split(":")[0]); });
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  });
}

function wirePrint(): void {
  document.querySelector("[data-print]")?.addEventListener("click", () => print());
}

/** Photos dropped anywhere on the form go into its field. */
function wireDrop(): void {
  const form = document.querySelector<HTMLFormElement>("[data-drop]");
  const field = form?.querySelector<HTMLInputElement>("input[type=file]");
  if (!form || !field) return;
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.dataset.dropping = ""; });
  form.addEventListener("dragleave", () => delete form.dataset.dropping);
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    delete form.dataset.dropping;
    field.files = event.dataTransfer.files;
  });
  form.addEventListener("paste", (event) => { if (event.clipboardData?.files.length) field.files = event.clipboardData.files; });
}
