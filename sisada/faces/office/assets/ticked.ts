// A folded group of boxes says how many are ticked inside it.
export function countTicked(): void {
  document.addEventListener("change", (event) => {
    const group = (event.target as Element).closest("details");
    const place = group?.querySelector<HTMLElement>("summary [data-ticked]");
    if (!group || !place) return;
    const number = group.querySelectorAll("input:checked").length;
    place.textContent = number ? (place.dataset.ticked ?? "").replace("{number}", String(number)) : "";
  });
}
