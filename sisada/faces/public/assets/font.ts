// The office's font from the second page on: the first screen is paid for by whoever has a small allowance.
export function takeFontLater(): void {
  const address = document.body.dataset.font;
  const sparing = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  if (!address || sparing || !document.referrer.startsWith(location.origin)) return;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address }));
}
