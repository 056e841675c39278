// The age of the data grows while one looks at it. The server said how old it was; only time elapsed here is added,
// so a wrong clock on this device changes nothing.
export function countAges(): void {
  refresh();
  setInterval(refresh, 1000);
  document.addEventListener("visibilitychange", refresh);
}

/** The stream said how old the copy is now, and its time as the page writes it. */
export function tellAge(age: { age_s: number; clock: string }): void {
  stamps().forEach((stamp) => {
    stamp.dataset.ageS = String(age.age_s);
    stamp.dataset.seenAt = String(performance.now());
    write(stamp, "[data-clock]", age.clock);
  });
  refresh();
}

function stamps(): NodeListOf<HTMLElement> {
  return document.querySelectorAll(".age-stamp[data-age-s]");
}

function refresh(): void {
  if (!document.hidden) stamps().forEach(count);
}

function count(stamp: HTMLElement): void {
  stamp.dataset.seenAt ??= String(performance.now());
  const seconds = Number(stamp.dataset.ageS) + (performance.now() - Number(stamp.dataset.seenAt)) / 1000;
  write(stamp, "[data-said]", words(stamp, Math.floor(seconds)));
  stamp.dataset.level = level(stamp, seconds);
}

function level(stamp: HTMLElement, seconds: number): string {
  if (seconds > Number(stamp.dataset.oldS)) return "usang";
  return seconds > Number(stamp.dataset.lateS) ? "tertinggal" : "segar";
}

/** "2 detik lalu", in the units the server handed over: "86400 hari hari,3600 jam jam,…". */
function words(stamp: HTMLElement, seconds: number): string {
  for (const unit of (stamp.dataset.units ?? "").split(",")) {
    const [length, one, many] = unit.split(" ");
    const number = Math.floor(seconds / Number(length));
    if (number > 0 || length === "1") return (stamp.dataset.ago ?? "{}").replace("{}", `${number}\u00a0${number === 1 ? one : many}`);
  }
  return "";
}

function write(stamp: HTMLElement, selector: string, text: string): void {
  const place = stamp.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
}
