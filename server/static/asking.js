// Asking: one question is sent with the answers before it, and the turn that comes back is put under them.

import { dropGone } from "./choice.js";
import { $, focusBox, make, postJson, say, t } from "./page.js";
import { markOpened, stopReading } from "./source.js";
import { keepDraft, keepLatest, replaceAll, replaceSource } from "./session.js";
import { historyOf, recordOf, setRecord, shownRecords } from "./turns.js";

let asking = false;

// again: the latest turn, when its question is asked in another way. partial: without servers that do not answer.
export async function ask(question, { literal = false, more = false, again = null, partial = false } = {}) {
  if (asking) return;
  asking = true;
  const button = $("ask").querySelector("button");
  button.setAttribute("aria-disabled", "true");
  showError("");
  say(t("ask.asking"));
  const documents = new FormData($("ask")).getAll("documents");
  const before = shownRecords().slice(0, again ? -1 : undefined);
  const answer = await postJson("/next", { question, history: historyOf(before), documents, literal, more, partial }).catch(() => null);
  asking = false;
  button.removeAttribute("aria-disabled");
  if (!answer) return showError(t("ask.no_answer"));
  if (!answer.page.getElementById("ask")) {
    showError(answer.page.getElementById("detail")?.textContent ?? t("ask.failed", { status: answer.status }));
    const without = answer.page.querySelector("#without button");
    if (without) offer(without.textContent, () => ask(question, { literal, more, again, partial: true }));
    return;
  }
  const problem = answer.page.getElementById("error").textContent;
  if (!problem) return showAnswer(answer.page, question, documents, again);
  showError(problem);
  $("question").focus();
}

// Asks the question of a turn as it stands, for more quotes, or as it may be meant: the latest in its place, an earlier
// one by its link.
export function askAgain(link) {
  const turn = link.closest(".turn");
  if (turn !== $("latest")) return location.assign(link.href);
  const { question, literal, more, answer } = recordOf(turn);
  const { again } = link.dataset;
  ask(again === "suggestion" ? answer.suggestion : question, { literal: literal !== (again === "literal"), more: more || again === "more", again: turn });
}

// asked: the documents that were chosen when the question was sent
function showAnswer(page, question, asked, again) {
  stopReading();
  dropGone(asked, page.getElementById("ask"));
  const turn = page.getElementById("latest");
  const nBefore = shownRecords().length;
  if (!again && $("question").value === question) {
    $("question").value = "";
    keepDraft();
  }
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
