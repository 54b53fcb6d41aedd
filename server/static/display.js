// Language and colours: the server keeps the choice in a cookie, and the page goes on with all that it shows.

import { showGiven } from "./feedback.js";
import { $, complain, fetchPage, readWording } from "./page.js";
import { keepDraft, showAgain } from "./session.js";
import { openedCitation, openSource } from "./source.js";
import { turnNodes } from "./turns.js";

export async function chooseDisplay() {
  const fields = new URLSearchParams();
  for (const name of ["language", "theme"]) fields.set(name, chooser(name).value);
  const kept = await fetch("/display", { method: "POST", body: fields, redirect: "manual" }).catch(() => null);
  if (!kept) return complain();
  document.documentElement.dataset.theme = fields.get("theme");
  if (fields.get("language") === chooser("language").querySelector("[selected]")?.value) return;
  if (!$("ask")) return location.reload();
  await changeLanguage();
}

function chooser(name) {
  return document.querySelector(`#display [name=${name}]`);
}

async function changeLanguage() {
  const { scrollY } = window;
  const links = () => [...document.querySelectorAll("#turns a[data-source]")];
  const opened = links().indexOf(openedCitation());
  const hidden = $("source").hidden;
  const page = (await fetchPage("/").catch(() => null))?.page;
  const open = document.activeElement?.name;
  if (!page || !(await showAgain())) {
    keepDraft();
    return complain();
  }
  const root = page.documentElement;
  for (const name of ["lang", "dir"]) document.documentElement.setAttribute(name, root.getAttribute(name));
  $("wording").textContent = page.getElementById("wording").textContent;
  readWording();
  for (const part of ["header.site", "footer.site", "#keys", ".skip"]) document.querySelector(part).replaceWith(page.querySelector(part));
  for (const panel of ["panel", "conversations"]) $(panel)?.remove(); // they are made again when they are opened
  turnNodes().forEach(showGiven);
  document.dispatchEvent(new Event("worded"));
  if (hidden) $("source").hidden = true;
  else if (links()[opened] && links()[opened] !== openedCitation()) await openSource(links()[opened]);
  scrollTo(0, scrollY);
  if (open) chooser(open)?.focus({ preventScroll: true });
}
