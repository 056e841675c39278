// The open page follows the mirror: "changed" renews what is live, "age" says how old the copy is.
// Nobody looks at a hidden page, so its stream is closed; when it shows again it asks for what came since.
import htmx from "./quiet_htmx";
import { tellAge } from "./age_stamp";
import { say } from "./say";
import { renewWaiting, waitingShown } from "./waiting";

let stream: EventSource | null = null;
let since = "";

export function followStream(): void {
  if (!document.body.dataset.stream) return;
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  window.addEventListener("pagehide", close);
  document.addEventListener("htmx:afterSettle", (event) => settled(event.target as HTMLElement));
  if (!document.hidden) open();
}

function open(): void {
  if (stream) return;
  const address = new URL(document.body.dataset.stream as string, location.href);
  if (since) address.searchParams.set("since", since);
  address.searchParams.set("menunggu", String(waitingShown()));
  stream = new EventSource(address);
  stream.addEventListener("changed", (event) => {
    since = event.lastEventId || since;
    document.querySelectorAll("[data-live]").forEach((region) => htmx.trigger(region, "changed", {}));
  });
  stream.addEventListener("queue", () => document.querySelectorAll("[data-queue]").forEach((region) => htmx.trigger(region, "queue", {})));
  stream.addEventListener("waiting", renewWaiting);
  stream.addEventListener("age", (event) => {
    since = event.lastEventId || since;
    tellAge(JSON.parse(event.data));
  });
}

function close(): void {
  stream?.close();
  stream = null;
}

/** A live region was renewed: one second of outline for the eye, one sentence for the ear. */
function settled(element: HTMLElement): void {
  const region = element.closest<HTMLElement>("[data-live]");
  if (!region) return;
  region.classList.add("changed");
  setTimeout(() => region.classList.remove("changed"), 1000);
  say(document.body.dataset.sayChanged);
}
