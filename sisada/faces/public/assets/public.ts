// What the public face adds to pages that work without it. Each piece does one thing to the elements that ask for it.
import { takeFontLater } from "./font";

document.documentElement.classList.add("scripted");
takeFontLater();
