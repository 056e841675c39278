// The proof of work of a form: a worker searches while its owner writes, and what it found travels in a hidden field. Without it the form
// works as well, and waits its turn.

interface Solution {
  counter: number;
  derivedKey: string;
}

/** Begin to work for every field that asks for it and has no answer yet. */
export function prove(): void {
  if (!("Worker" in window) || !window.isSecureContext) return; // such browsers have no crypto.subtle: the form goes without
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-challenge]")) {
    if (!field.value) workFor(field);
  }
}

function workFor(field: HTMLInputElement): void {
  const challenge: unknown = JSON.parse(field.dataset.challenge ?? "null");
  const worker = new Worker(field.dataset.worker ?? "");
  const done = new Promise<void>((resolve) => {
    const finish = (solution: Solution | null): void => {
      if (solution?.derivedKey) field.value = btoa(JSON.stringify({ challenge, solution }));
      worker.terminate();
      resolve();
    };
    worker.onmessage = (message: MessageEvent<Solution | null>) => finish(message.data);
    worker.onerror = () => finish(null);
  });
  worker.postMessage({ type: "work", challenge, counterMode: "uint32", counterStart: 0, counterStep: 1, timeout: 300_000 });
  holdUntil(done, field);
}

/** Keep the form back when a button that needs the proof was pressed before it was found, and say so. */
function holdUntil(done: Promise<void>, field: HTMLInputElement): void {
  let open = false;
  let pressed: HTMLElement | null = null;
  const words = document.getElementById(field.dataset.waiting ?? "");
  document.addEventListener("submit", (event) => {
    if (open || event.target !== field.form || !event.submitter?.hasAttribute("data-needs-proof")) return;
    event.preventDefault();
    event.stopPropagation();
    pressed = event.submitter;
    if (words) words.hidden = false;
  }, { capture: true }); // before whatever sends the form without loading a page; the form may be another one by then
  void done.then(() => {
    open = true;
    if (words) words.hidden = true;
    if (pressed?.isConnected) field.form?.requestSubmit(pressed);
  });
}
