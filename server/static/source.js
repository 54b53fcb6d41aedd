// The source beside the answer: opening a citation in it, stepping through the quotes, and finding words.

import { $, complain, fetchPage, say, t } from "./page.js";

const AROUND = 3_000; // characters on each side of what was found, as the server has on each side of a quote
const narrow = matchMedia("(max-width: 51.99rem)");

let opener = null; // the citation whose source is open
let reading = null; // controls the source that is being fetched

export async function openSource(citation) {
  const shown = await show(citation.dataset.source);
  if (shown === false) location.assign(citation.href); // the page of the document says what is wrong
  if (!shown) return;
  markOpened(citation);
  $("source").hidden = false;
  if (narrow.matches && !isOver()) {
    $("source").dataset.open = "";
    setBackground(true);
    history.pushState({ ...history.state, source: true }, "");
    $("source").focus({ preventScroll: true });
  }
  scrollToQuote();
  say(t("source.opened", { title: citation.textContent }));
}

// Puts the document that an address shows into the panel. False when the server has it not; null when it is not wanted any
// more, or the server is away, which is said here: the browser's own page for that would take the conversation's place.
async function show(address) {
  reading?.abort();
  const controller = new AbortController();
  reading = controller;
  const found = await fetchPage(address, {}, controller).catch(() => null);
  if (reading !== controller) return null;
  reading = null;
  if (!found) {
    complain();
    return null;
  }
  const article = found.ok && found.page.querySelector("article.source");
  if (!article) return false;
  $("source").querySelector("article")?.remove();
  $("source").append(article);
  return true;
}

export function stopReading() {
  reading?.abort();
  reading = null;
}

export function markOpened(citation) {
  for (const other of document.querySelectorAll("#turns a[aria-current]")) other.removeAttribute("aria-current");
  citation?.setAttribute("aria-current", "true");
  opener = citation;
  showStep();
}

export function openedCitation() {
  return opener?.isConnected && !$("source").hidden ? opener : null;
}

// The citations of the turn whose source is open, and which of them it is.
function steps() {
  const turn = (opener?.isConnected && opener.closest(".turn")) || $("latest");
  const all = turn ? [...turn.querySelectorAll(":scope .quotes > li > .cite a")] : [];
  return { all, at: all.indexOf(opener) };
}

export function step(by) {
  const { all, at } = steps();
  if (all.length) openSource(all[at < 0 ? 0 : (at + by + all.length) % all.length]);
}

function showStep() {
  if (!$("source-bar")) return;
  const { all, at } = steps();
  const several = all.length > 1 && at >= 0;
  $("which").textContent = several ? t("source.step", { number: at + 1, n: all.length }) : "";
  for (const id of ["previous-quote", "next-quote"]) $(id).hidden = !several;
}

// backwards: to the one before, where the same words are looked for again; forwards the server goes by itself.
export async function find(form, backwards = false) {
  const { find, was } = form.elements;
  const before = form.querySelector("[rel=prev]");
  if (backwards && before && find.value === was?.value) return showFound(before.getAttribute("href"));
  const fields = new URLSearchParams(new FormData(form));
  await showFound(`${form.getAttribute("action").split("#")[0]}?${fields}`);
}

export async function showFound(address) {
  const [path, fragment = ""] = address.split("#");
  const shown = await show(`${path}&around=${AROUND}`);
  if (shown === false) location.assign(`${path}#${fragment}`);
  if (!shown) return;
  scrollToQuote();
  const form = $("source").querySelector("form.find");
  form.elements.find.focus({ preventScroll: true });
  say(form.querySelector(".found")?.textContent ?? "");
}

// Shows a page of the file as a picture, or the text again.
export async function turnTo(address, page) {
  const shown = await show(`${address}&around=${AROUND}`);
  if (shown === false) location.assign(page);
  if (!shown) return;
  scrollToQuote();
  say($("source").querySelector(".where")?.textContent ?? "");
}

export function isOver() {
  return Boolean($("source")) && "open" in $("source").dataset;
}

export function closeSource() {
  const source = $("source");
  if (!source || source.hidden) return;
  if (isOver() && history.state?.source) history.back(); // its popstate hides it
  else hideSource();
}

export function hideSource() {
  const focused = $("source").contains(document.activeElement);
  $("source").hidden = true;
  leaveOverlay();
  opener?.removeAttribute("aria-current");
  if (focused) opener?.focus({ preventScroll: true });
}

function leaveOverlay() {
  delete $("source").dataset.open;
  setBackground(false);
}

function setBackground(inert) {
  for (const part of document.querySelectorAll("header.site, main, footer.site")) part.inert = inert;
}

export function scrollToQuote() {
  const source = $("source");
  const quote = $("quote");
  if (!quote || source.hidden) return;
  const covered = [...source.querySelectorAll("#source-bar, header")].filter((part) => getComputedStyle(part).position === "sticky");
  const header = covered.reduce((sum, part) => sum + part.offsetHeight, 0);
  const room = source.clientHeight - header;
  const { top, height } = quote.getBoundingClientRect(); // of a mark, or of a box on a page whose height is known
  source.scrollTop += top - source.getBoundingClientRect().top - header - Math.max(room / 8, (room - height) / 2);
}

export function prepareSource() {
  if (!$("source-bar")) return;
  showStep();
  scrollToQuote();
}

narrow.addEventListener("change", () => {
  if (isOver()) leaveOverlay();
});
