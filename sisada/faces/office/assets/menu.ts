// Menus open and close by themselves (<details>); this closes one on Escape or on a press elsewhere.
export function keepMenusTidy(): void {
  document.addEventListener("click", (event) => closeAll((event.target as Element).closest("details[data-menu]")));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = document.querySelector<HTMLDetailsElement>("details[data-menu][open]");
    closeAll(null);
    open?.querySelector("summary")?.focus();
  });
}

function closeAll(except: Element | null): void {
  document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]").forEach((menu) => { if (menu !== except) menu.open = false; });
}
