// Copy, print and share, where the browser can.
import { say } from "../../office/assets/say";

export function wireReceipt(root: HTMLElement): void {
  const code = root.querySelector<HTMLElement>("[data-code]")?.dataset.code;
  if (code) {
    offer(root.querySelector("[data-copy]"), Boolean(navigator.clipboard), (button) => copy(code, button));
    offer(root.querySelector("[data-share]"), "share" in navigator, () => void navigator.share({ text: code }).catch(() => {}));
  }
  offer(root.querySelector("[data-print]"), true, () => print());
  root.querySelectorAll<HTMLButtonElement>("[data-copy-text]").forEach((button) => {
    offer(button, Boolean(navigator.clipboard), () => copy(button.dataset.copyText ?? "", button));
  });
}

function offer(button: HTMLButtonElement | null, can: boolean, act: (button: HTMLButtonElement) => void): void {
  if (!button || !can) return;
  button.hidden = false;
  button.onclick = () => act(button);
}

function copy(text: string, button: HTMLButtonElement): void {
  void navigator.clipboard.writeText(text).then(() => {
    const word = button.querySelector("span") ?? button;
    word.textContent = document.body.dataset.copied ?? "";
    say(document.body.dataset.copied);
  });
}
