// Asking: a question is sent with the answers before it, and the turn that comes back is put under them. Further questions
// wait; what is asked and what waits is listed above the box, where each can be cancelled.

import { chooseAll, dropGone } from "./choice.js";
import { $, focusBox, make, postJson, say, t } from "./page.js";
import { markOpened, stopReading } from "./source.js";
import { follow, forgetDraft, keepDraft, keepLatest, replaceAll, replaceSource } from "./session.js";
import { historyOf, recordOf, setRecord, shownRecords } from "./turns.js";

const SLOW = 300; // milliseconds until a reader sees that an answer is awaited
const PATIENCE = 120_000; // milliseconds until a server that says nothing is given up
const MOST_WAITING = 10;

let queue = []; // { question, documents, literal, more, again, partial, controller }: the first is being asked
let running = false;
let slow = 0; // the timer after which the wait is shown
let seen = false; // it is shown

// again: the latest turn, when its question is asked in another way. partial: without servers that do not answer.
export function ask(question, { literal = false, more = false, again = null, partial = false } = {}) {
  const most = Number($("question").dataset.most);
  const length = [...question].length;
  if (length > most) return showError(t("ask.too_long", { n: length, most }));
  if (again && queue.length) return;
  if (queue.length === MOST_WAITING) return showError(t("ask.full", { n: queue.length }));
  const documents = new FormData($("ask")).getAll("documents");
  queue.push({ question, documents, literal, more, again, partial, controller: new AbortController() });
  if (!again && $("question").value === question) $("question").value = ""; // the draft is kept until there is an answer
  showError("");
  if (running) showQueue();
  else run();
}

// Asks the questions in their order, until one fails.
async function run() {
  running = true;
  slow = setTimeout(showQueue, SLOW);
  say(t("ask.asking"));
  while (queue.length && (await askFirst(queue[0])));
  running = false;
  clearTimeout(slow);
  if (queue.length || seen) showQueue();
}

async function askFirst(one) {
  const { question, documents, literal, more, again, partial, controller } = one;
  const shown = shownRecords().slice(0, again ? -1 : undefined);
  const history = historyOf(shown);
  const before = Number($("turns")?.dataset.before ?? 0) + shown.length - history.length;
  const body = { question, history, documents, literal, more, partial, before };
  const answer = await postJson("/next", body, controller, PATIENCE).catch(() => null);
  if (queue[0] !== one) return true; // it was cancelled
  queue.shift();
  if (!answer) return fail(one, t("ask.no_answer"));
  if (!answer.page.getElementById("ask")) {
    fail(one, answer.page.getElementById("detail")?.textContent ?? t("ask.failed", { status: answer.status }));
    const without = answer.page.querySelector("#without button");
    if (without) offer(without.textContent, () => askWithout(one));
    return false;
  }
  const problem = answer.page.getElementById("error").textContent;
  if (problem) return fail(one, problem);
  showAnswer(answer.page, question, documents, again);
  return true;
}

// Gives the question back: into the box where that is empty, else it stays in the list.
function fail(one, why) {
  showError(why);
  if (!one.again && (queue.length || $("question").value)) queue.unshift({ ...one, controller: new AbortController() });
  else if (!one.again) giveBack(one);
  $("question").focus();
  return false;
}

function giveBack({ question }) {
  if (!$("question").value) $("question").value = question;
  keepDraft();
}

function askWithout(one) {
  queue = queue.filter(({ question }) => question !== one.question);
  if ($("question").value === one.question) $("question").value = "";
  queue.unshift({ ...one, partial: true, controller: new AbortController() });
  showError("");
  run();
}

function cancel(one) {
  queue = queue.filter((each) => each !== one);
  one.controller.abort();
  giveBack(one);
  say(t("ask.cancelled"));
  showQueue();
  $("question").focus();
}

// Shows what is asked and what waits. It stands in the form, which is in view however long the conversation is.
function showQueue() {
  seen = queue.length > 0;
  $("waiting")?.remove();
  if (!seen || !$("ask")) return;
  const rows = queue.map((one, place) => {
    const state = running ? t(place ? "ask.waits" : "ask.searching") : t("ask.stopped");
    const stop = make("button", { type: "button", className: "quiet", textContent: t("ask.cancel"), onclick: () => cancel(one) });
    stop.setAttribute("aria-label", t("ask.cancel_one", { question: one.question }));
    return make("li", {}, make("span", { textContent: state }), make("bdi", { textContent: one.question }), stop);
  });
  const list = make("ol", { id: "waiting" }, ...rows);
  if (!running) list.append(make("li", {}, make("button", { type: "button", className: "quiet", textContent: t("ask.again"), onclick: retry })));
  $("ask").prepend(list);
}

function retry() {
  showError("");
  if (!running) run();
  showQueue();
}

document.addEventListener("replaced", () => (seen || queue.length > 1) && showQueue()); // the form is another one

// Asks the question of a turn as it stands, for more quotes, or as it may be meant: the latest in its place, an earlier
// one by its link.
export function askAgain(link) {
  const turn = link.closest(".turn");
  if (turn !== $("latest")) return follow(link.href);
  const { question, literal, more, answer } = recordOf(turn);
  const { again } = link.dataset;
  if (again === "all") chooseAll();
  ask(again === "suggestion" ? answer.suggestion : question, { literal: literal !== (again === "literal"), more: more || again === "more", again: turn });
}

// asked: the documents that were chosen when the question was sent
function showAnswer(page, question, asked, again) {
  stopReading();
  dropGone(asked, page.getElementById("ask"));
  const turn = page.getElementById("latest");
  const nBefore = shownRecords().length;
  if (!again) forgetDraft();
  if ($("turns")) {
    const latest = again ?? $("latest");
    latest?.querySelector("#link")?.removeAttribute("id");
    latest?.removeAttribute("id");
    if (again) {
      setRecord(turn, { id: recordOf(again).id });
      again.replaceWith(turn);
    } else {
      $("turns").append(turn);
    }
    document.title = page.title;
    replaceSource(page);
  } else {
    replaceAll(page);
  }
  const shown = $("latest");
  markOpened(shown.querySelector("a[aria-current]"));
  keepLatest($("link")?.getAttribute("href"), nBefore, Boolean(again));
  keepDraft();
  if (again) shown.querySelector("h2").focus({ preventScroll: true }); // the link that asked was in the old one
  else focusBox();
  shown.scrollIntoView();
  const quote = shown.querySelector(".quotes > .best > blockquote")?.textContent.trim() ?? "";
  say(`${shown.querySelector(".verdict").textContent.trim()}. ${quote}`);
}

// Puts a button behind the error.
function offer(label, act) {
  const button = make("button", { type: "button", className: "quiet", textContent: label });
  button.addEventListener("click", act);
  $("error").append(" ", button);
}

function showError(text) {
  $("error").textContent = text;
  $("question").setAttribute("aria-invalid", String(Boolean(text)));
  if (text) say("");
}

// Says at once that a question is too long; what is left after an error is said no longer once it is right.
export function checkLength() {
  const box = $("question");
  const most = Number(box.dataset.most);
  const length = box.value.length > most ? [...box.value].length : 0;
  if (length > most) showError(t("ask.too_long", { n: length, most }));
  else if (box.getAttribute("aria-invalid") === "true") showError("");
}
