// What the public face adds to pages that work without it. Each piece does one thing to the elements that ask for it.
import { takeFontLater } from "./font";
import { wireMap } from "./map";
import { shrinkChosen } from "./photos";
import { wireReceipt } from "./receipt";
import { askWithoutLoading } from "./wizard";
import { prove } from "../../../outside/letterbox/work/browser/prove";

document.documentElement.classList.add("scripted");
takeFontLater();
askWithoutLoading();
prove();
shrinkChosen();
wireReceipt(document.body);
wireMap(document.body);
document.querySelector<HTMLElement>("[data-focus]")?.focus();
