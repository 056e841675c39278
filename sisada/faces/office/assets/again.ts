// An answer replaces the region that asked for it. What the region is told meanwhile would go with it: htmx lets the old one ask once more, and
// it is no longer on the page. So what takes its place is told again.
import htmx from "./quiet_htmx";

const TOLD = ["changed", "waiting"];
const AWAKE_MS = 50; // htmx wakes what it has swapped in after 20
const asking = new Set<string>(); // the ids of regions whose answer is under way
const missed = new Map<string, string>(); // by such an id: what it was told meanwhile

export function tellAgain(): void {
  // Caught on the way down: the region itself begins to ask only when the event reaches it.
  for (const name of TOLD) document.addEventListener(name, (event) => note(event.target as Element, name), true);
  document.addEventListener("htmx:beforeRequest", (event) => asking.add(regionOf(event)));
  document.addEventListener("htmx:afterRequest", (event) => setTimeout(answered, AWAKE_MS, regionOf(event)));
}

function note(region: Element, name: string): void {
  if (region.id && asking.has(region.id)) missed.set(region.id, name);
}

// Not the event's own target: when the answer has taken the region away, that is whatever stood around it.
function regionOf(event: Event): string {
  return (event as CustomEvent<{ requestConfig: { elt: Element } }>).detail.requestConfig.elt.id;
}

function answered(id: string): void {
  asking.delete(id);
  const name = missed.get(id);
  const region = document.getElementById(id);
  if (!missed.delete(id) || !name || !region) return;
  htmx.trigger(region, name, {});
}
