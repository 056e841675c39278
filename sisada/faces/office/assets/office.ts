// What the office face adds to pages that already work without it. Each piece does one thing to the elements that ask for it.
import "./quiet_htmx";
import { countAges } from "./age_stamp";
import { workOnCases } from "./cases";
import { keepMenusTidy } from "./menu";
import { wirePasskeys } from "./passkey";
import { purgeWhenLeft } from "./purge";
import { wireSearch } from "./search_box";
import { followStream } from "./stream";
import { showBusy } from "./submit";
import { switchTheme } from "./theme";
import { countTicked } from "./ticked";
import { dismissToasts } from "./toast";
import { followWaiting } from "./waiting";

document.documentElement.classList.add("scripted");
countAges();
keepMenusTidy();
purgeWhenLeft();
wirePasskeys();
wireSearch();
followWaiting();
followStream();
showBusy();
countTicked();
switchTheme();
dismissToasts();
workOnCases();
document.querySelector<HTMLElement>("[data-focus]:not(.gaya *)")?.focus();
