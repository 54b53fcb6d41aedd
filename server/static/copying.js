// Copying a quote with its citation or a link, and saving a conversation as a file.

import { cited, conversationJson, conversationMarkdown } from "./citing.js";
import { load } from "./conversations.js";
import { make, percent, say, t } from "./page.js";
import { shownConversation } from "./shown.js";
import { recordOf, shownRecords } from "./turns.js";

export async function copyFrom(button) {
  tell(button, await copyQuote(button.closest("li").querySelector(":scope > .cite a"), button.dataset.copy));
}

// All quotes of an answer, in the order of reading.
export async function copyAnswer(button) {
  const { answer } = recordOf(button.closest(".turn"));
  const quotes = answer.reading_order.map((number) => answer.quotes.find((quote) => quote.number === number)).filter(Boolean);
  tell(button, await copy(quotes.map((quote) => cited(quote, "plain")).join("\n\n")));
}

export async function copyLink(button) {
  const copied = await copy(button.closest(".uses").querySelector("a").href);
  tell(button, copied);
}

// citation: link of the quote on the page. True when it was copied.
export async function copyQuote(citation, format) {
  const quote = citation && quoteOf(citation);
  return Boolean(quote) && copy(cited(quote, format), format);
}

// The quote, as the answer's JSON has it, that a citation on the page belongs to.
function quoteOf(citation) {
  const { answer } = recordOf(citation.closest(".turn"));
  const number = citation.closest(".quotes > li").value;
  return answer.quotes.find((quote) => quote.number === number);
}

// HTML is copied as such too, for programs that take it.
async function copy(text, format = "plain") {
  const copied = await write(text, format).then(() => true, () => copyOldWay(text));
  say(t(copied ? "copy.done" : "copy.failed"));
  return copied;
}

// A page that is not from this computer and not encrypted has no clipboard; then this fails.
async function write(text, format) {
  if (format !== "html") return navigator.clipboard.writeText(text);
  const kinds = ["text/html", "text/plain"].map((type) => [type, new Blob([text], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(kinds))]);
}

function copyOldWay(text) {
  const box = make("textarea", { value: text, readOnly: true, className: "unseen" });
  document.body.append(box);
  box.select();
  const copied = document.execCommand("copy");
  box.remove();
  return copied;
}

function tell(button, copied) {
  const label = button.textContent;
  button.textContent = t(copied ? "copy.done" : "copy.failed");
  setTimeout(() => (button.textContent = label), 1_500);
}

// What a saved conversation says besides what is quoted.
const WORDS = {
  understood: () => t("save.understood"),
  among: ({ n, chosen }) => t("save.among", { n, chosen }),
  partial: () => t("save.partial"),
  sure: ({ verdict, figure }) => t("save.sure", { verdict, figure }),
  for_quote: ({ number }) => t("save.for_quote", { number }),
  very_likely: () => t("save.very_likely"),
  likely: () => t("save.likely"),
  more_likely: () => t("save.more_likely"),
  doubtful: () => t("save.doubtful"),
  disagrees: ({ n, numbers }) => t("save.disagrees", { n, numbers }),
  also: () => t("save.also"),
  missing: ({ n }) => t("save.missing", { n }),
  nearest: () => t("save.nearest"),
  no_match: () => t("save.no_match"),
  low_confidence: () => t("save.low_confidence"),
  not_a_question: () => t("save.not_a_question"),
  empty_library: () => t("save.empty_library"),
  empty_question: () => t("save.empty_question"),
  why_no_match: () => t("save.why_no_match"),
  why_no_sentence: () => t("save.why_no_sentence"),
  why_low_confidence: ({ figure }) => t("save.why_low_confidence", { figure }),
  why_not_a_question: () => t("save.why_not_a_question"),
};

export async function save(format) {
  const id = shownConversation();
  const kept = id && (await load(id).catch(() => null));
  const turns = kept?.turns ?? shownRecords();
  const name = kept?.name ?? turns[0].question;
  const words = Object.assign((key, values = {}) => WORDS[key](values), { percent });
  if (format === "json") download(conversationJson(name, turns), "application/json", `${fileName(name)}.json`);
  else download(conversationMarkdown(name, turns, words), "text/markdown", `${fileName(name)}.md`);
}

function download(text, type, name) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function fileName(name) {
  return name.normalize().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "conversation";
}
