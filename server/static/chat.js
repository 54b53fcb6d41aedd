// Makes the chat quicker, and the keyboard useful. Every page works without it. It fetches what the server renders and
// puts parts of that into this page; text is never cut here, because the server counts characters otherwise.
// Here: what a click, a key or a form does. asking.js asks, session.js keeps and shows conversations, source.js shows
// what stands beside an answer; what is seldom needed is fetched when it is.

import { ask, askAgain, checkLength } from "./asking.js";
import { prepareChoice } from "./choice.js";
import "./drop.js";
import "./keys.js";
import { $, complain, isPlain, openDialog, t, topDialog } from "./page.js";
import * as session from "./session.js";
import { shownConversation } from "./shown.js";
import { closeSource, find, hideSource, isOver, markOpened, openedCitation, openSource, prepareSource, showFound, step, turnTo } from "./source.js";

const CLICKED = {
  "a[data-source]": openSource,
  "a[data-sheet]": (link) => turnTo(link.dataset.sheet, link.getAttribute("href")),
  "a[data-found]": (link) => showFound(link.getAttribute("href")),
  "a[data-again]": askAgain,
  ".examples a, .topics a.heading": (link) => ask(link.textContent), // its address asks all documents; here those chosen are asked
  ".open-library": () => import("./library.js").then(({ openPanel }) => openPanel(), () => complain()),
  "#open-conversations": () => import("./conversation-list.js").then(({ openList }) => openList()),
  "#new": session.newConversation,
  "#close-source": closeSource,
  "#previous-quote": () => step(-1),
  "#next-quote": () => step(1),
  "#open-keys": () => openDialog($("keys")),
  "[data-copy]": (button) => import("./copying.js").then(({ copyFrom }) => copyFrom(button)),
  "[data-copy-answer]": (button) => import("./copying.js").then(({ copyAnswer }) => copyAnswer(button)),
  "[data-take]": (button) => import("./feedback.js").then(({ take }) => take(button)),
  "[data-copy-link]": (button) => import("./copying.js").then(({ copyLink }) => copyLink(button)),
  "[data-save]": (button) => import("./copying.js").then(({ save }) => save(button.dataset.save)),
  "[data-print]": () => print(),
  "[data-pick]": (button) => import("./feedback.js").then(({ pick }) => pick(button.form)),
};

document.addEventListener("click", (event) => {
  if (!isPlain(event)) return;
  const selector = Object.keys(CLICKED).find((each) => event.target.closest(each));
  if (!selector || !($("ask") || selector === "#open-keys")) return; // other pages have links that lead there
  event.preventDefault();
  CLICKED[selector](event.target.closest(selector));
});

let backwards = false; // the last Enter was one with Shift

document.addEventListener("keydown", (event) => {
  backwards = event.shiftKey;
  if (event.key === "Enter" && event.shiftKey && $("ask") && event.target.closest("form.find")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!$("ask")) return;
  if (form.id === "ask") ask($("question").value);
  else if (form.matches(".find")) find(form, backwards);
  else if (form.matches(".feedback")) import("./feedback.js").then(({ give }) => give(form, event.submitter?.value));
  else return;
  event.preventDefault();
});

document.addEventListener("input", (event) => {
  if (event.target.id !== "question") return;
  session.keepDraft();
  checkLength();
});

// A box that takes so many characters says so when more are pasted; the browser would cut them without a word.
document.addEventListener("paste", (event) => {
  const { maxLength, value, selectionStart, selectionEnd } = event.target;
  const room = maxLength - (value?.length ?? 0) + (selectionEnd - selectionStart);
  const length = event.clipboardData?.getData("text/plain").length ?? 0;
  if (maxLength > 0 && length > room) complain(t("page.cut", { most: maxLength }));
});

document.addEventListener("change", (event) => {
  if (event.target.closest("#display")) import("./display.js").then(({ chooseDisplay }) => chooseDisplay(), () => complain());
});

document.addEventListener("copy-quote", async () => {
  const { copyQuote } = await import("./copying.js");
  copyQuote(openedCitation() ?? $("latest")?.querySelector(".quotes > .best > .cite a"), "plain");
});

// Documents were added or removed; the first page tells of them. event.detail: what became of files, to be kept.
addEventListener("library", async (event) => {
  await session.refreshFront();
  if (event.detail && !$("turns")) $("ask").after(event.detail);
});

addEventListener("popstate", () => {
  const dialog = topDialog();
  if (dialog && history.state?.dialog !== dialog.id) dialog.close(); // a step back from what was over the page
  else if (isOver() && !history.state?.source) hideSource();
  else session.revisit();
});

// At the start

prepareSource();
markOpened($("latest")?.querySelector("a[aria-current]") ?? null);
prepareChoice();
session.prepareLibrary();
session.takeDraft();
if (shownConversation()) session.showKept(shownConversation(), history.state.last);
