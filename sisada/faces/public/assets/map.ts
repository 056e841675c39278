// A small map under a pin that stands still: moving the map moves the pin over the ground. The list beside it says the same in words.
import { say } from "../../office/assets/say";

const WHOLE = 2000, NEAR = 240; // units of the drawing that the width shows: the whole city, some streets
const LABELS_FROM = 1000;

interface Ground { west: number; north: number; across: number; down: number }

export function wireMap(root: HTMLElement): void {
  const box = root.querySelector<HTMLElement>("[data-map]");
  if (!box || box.dataset.wired) return;
  box.dataset.wired = "";
  fetch(box.dataset.map ?? "")
    .then(async (answer) => { if (answer.ok) new PinMap(box, await answer.text()); })
    .catch(() => {}); // no map: the list stands alone, as it does without script
}

class PinMap {
  private readonly svg: SVGSVGElement;
  private readonly ground: Ground;
  private readonly form: HTMLFormElement;
  private readonly view: HTMLElement;
  private x = 0;
  private y = 0;
  private width = WHOLE;

  constructor(private readonly box: HTMLElement, drawn: string) {
    this.svg = document.importNode(new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement, true) as unknown as SVGSVGElement;
    const { west, north, across, down } = this.svg.dataset;
    this.ground = { west: Number(west), north: Number(north), across: Number(across), down: Number(down) };
    this.view = box.querySelector(".map") as HTMLElement;
    this.form = box.closest("form") as HTMLFormElement;
    this.svg.setAttribute("aria-hidden", "true");
    this.view.prepend(this.svg);
    box.hidden = false;
    this.begin();
    this.listen();
  }

  private field(name: string): HTMLInputElement & HTMLSelectElement {
    return this.form.elements.namedItem(name) as HTMLInputElement & HTMLSelectElement;
  }

  // The pin as it was left, else the kelurahan that was chosen, else the whole city.
  private begin(): void {
    const [, , sheetWidth, sheetHeight] = (this.svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
    [this.x, this.y] = [sheetWidth / 2, sheetHeight / 2];
    if (this.field("pin_from").value) this.goTo(Number(this.field("lat").value), Number(this.field("lon").value), 500);
    else this.showChosen();
    this.draw();
    if (this.field("pin_from").value) this.nameIt();
  }

  private goTo(lat: number, lon: number, width: number): void {
    this.x = (lon - this.ground.west) * this.ground.across;
    this.y = (this.ground.north - lat) * this.ground.down;
    this.width = width;
  }

  private showChosen(): void {
    const chosen = this.svg.querySelector<SVGPathElement>(`path[data-code="${this.field("kelurahan").value}"]`);
    if (!chosen) return;
    const at = chosen.getBBox();
    [this.x, this.y, this.width] = [at.x + at.width / 2, at.y + at.height / 2, Math.max(at.width, at.height) * 1.6];
  }

  private draw(): void {
    const height = this.width * this.view.clientHeight / Math.max(1, this.view.clientWidth);
    this.svg.setAttribute("viewBox", `${this.x - this.width / 2} ${this.y - height / 2} ${this.width} ${height}`);
    this.svg.style.fontSize = `${13 * this.width / Math.max(1, this.view.clientWidth)}px`;
    this.svg.classList.toggle("labelled", this.width <= LABELS_FROM);
  }

  private listen(): void {
    this.view.addEventListener("pointerdown", (event) => this.drag(event));
    this.view.addEventListener("keydown", (event) => this.key(event));
    this.box.querySelectorAll<HTMLElement>("[data-zoom]").forEach((button) => {
      button.addEventListener("click", () => this.zoom(button.dataset.zoom === "in" ? 0.6 : 1 / 0.6));
    });
    this.box.querySelector("[data-here]")?.addEventListener("click", () => this.askWhere());
    this.box.querySelector("[data-drop]")?.addEventListener("click", () => this.drop());
    this.field("kelurahan").addEventListener("change", () => {
      if (!this.field("pin_from").value) { this.showChosen(); this.draw(); }
    });
    new ResizeObserver(() => this.draw()).observe(this.view);
  }

  private drag(start: PointerEvent): void {
    this.view.setPointerCapture(start.pointerId);
    const unit = this.width / this.view.clientWidth;
    let [lastX, lastY] = [start.clientX, start.clientY];
    const move = (event: PointerEvent) => {
      this.shift((lastX - event.clientX) * unit, (lastY - event.clientY) * unit);
      [lastX, lastY] = [event.clientX, event.clientY];
    };
    const end = () => {
      this.view.removeEventListener("pointermove", move);
      this.put("map");
    };
    this.view.addEventListener("pointermove", move);
    this.view.addEventListener("pointerup", end, { once: true });
    this.view.addEventListener("pointercancel", () => this.view.removeEventListener("pointermove", move), { once: true });
  }

  private key(event: KeyboardEvent): void {
    const step = this.width / 10;
    const moves: Record<string, [number, number]> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const move = moves[event.key];
    if (move) { this.shift(...move); this.put("map"); }
    else if (event.key === "+" || event.key === "=") this.zoom(0.6);
    else if (event.key === "-") this.zoom(1 / 0.6);
    else return;
    event.preventDefault();
  }

  private shift(right: number, down: number): void {
    this.x += right;
    this.y += down;
    this.draw();
  }

  private zoom(by: number): void {
    this.width = Math.min(WHOLE * 1.2, Math.max(NEAR, this.width * by));
    this.draw();
  }

  private askWhere(): void {
    navigator.geolocation?.getCurrentPosition(
      (found) => { this.goTo(found.coords.latitude, found.coords.longitude, 500); this.draw(); this.put("device"); },
      () => this.tell(this.words.noPosition),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  }

  // The place under the pin is the answer now.
  private put(from: "map" | "device"): void {
    this.field("lat").value = (this.ground.north - this.y / this.ground.down).toFixed(6);
    this.field("lon").value = (this.ground.west + this.x / this.ground.across).toFixed(6);
    this.field("pin_from").value = from;
    const under = this.nameIt();
    if (under) this.field("kelurahan").value = under;
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  private drop(): void {
    for (const name of ["lat", "lon", "pin_from"]) this.field(name).value = "";
    this.pinned(false);
    this.tell(this.words.none);
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Says in which kelurahan the pin is, and gives its code; "" outside of all.
  private nameIt(): string {
    const point = new DOMPoint(this.x, this.y);
    const under = [...this.svg.querySelectorAll<SVGPathElement>("path[data-code]")].find((path) => path.isPointInFill(point));
    this.svg.querySelector(".under-pin")?.classList.remove("under-pin");
    under?.classList.add("under-pin");
    this.pinned(true);
    this.tell(under?.dataset.name ?? this.words.outside);
    return under?.dataset.code ?? "";
  }

  private pinned(is: boolean): void {
    this.box.classList.toggle("pinned", is);
    const drop = this.box.querySelector<HTMLElement>("[data-drop]");
    if (drop) drop.hidden = !is;
  }

  private get words(): Record<"outside" | "none" | "noPosition", string> {
    return (this.box.querySelector<HTMLElement>("[data-map-name]")?.dataset ?? {}) as Record<"outside" | "none" | "noPosition", string>;
  }

  private tell(words: string): void {
    const line = this.box.querySelector("[data-map-name]");
    if (line) line.textContent = words;
    say(words);
  }
}
