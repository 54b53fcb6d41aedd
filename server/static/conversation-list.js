// The list of the conversations that this browser keeps: to open, name, search and take away.

import { forget, list, rename } from "./conversations.js";
import { $, closeDialog, day, make, makePanel, openDialog, say, t } from "./page.js";
import { newConversation, openConversation } from "./session.js";
import { shownConversation } from "./shown.js";

let heads = [];

export async function openList() {
  const dialog = $("conversations") ?? makeList();
  await reload();
  if (!dialog.open) openDialog(dialog);
  $("conversation-search").focus();
}

function makeList() {
  const dialog = makePanel({ id: "conversations", className: "panel first" });
  dialog.setAttribute("aria-labelledby", "conversations-title");
  const search = make("input", { type: "search", id: "conversation-search", autocomplete: "off", maxLength: 200, dir: "auto" });
  search.addEventListener("input", showList);
  const label = make("label", { textContent: t("conversations.search"), htmlFor: search.id });
  dialog.append(
    make("h2", { id: "conversations-title", textContent: t("conversations.title") }),
    make("p", {}, make("button", { type: "button", textContent: t("conversations.new"), onclick: () => leave(newConversation) })),
    make("div", { id: "conversation-filter" }, label, make("div", { className: "box" }, search)),
    make("ul", { id: "conversation-list", className: "conversations" }),
    make("p", { id: "conversation-note", className: "hint" }),
  );
  return dialog;
}

async function reload() {
  const kept = await list().catch(() => null);
  heads = kept ?? [];
  showList();
  if (!kept) $("conversation-note").textContent = t("conversations.kept_nowhere");
}

function showList() {
  const wanted = $("conversation-search").value.trim().toLowerCase();
  const found = heads.filter(({ name, text }) => !wanted || name.toLowerCase().includes(wanted) || text.includes(wanted));
  $("conversation-filter").hidden = !heads.length;
  $("conversation-list").replaceChildren(...found.map(row));
  $("conversation-note").textContent = heads.length ? (found.length ? t("conversations.where") : t("conversations.none_found")) : t("conversations.none");
  if (wanted) say(t("conversations.found", { n: found.length }));
}

function row(head) {
  const open = make("button", { type: "button", className: "quiet name", dir: "auto", textContent: head.name, onclick: () => leave(() => openConversation(head.id)) });
  if (head.id === shownConversation()) open.setAttribute("aria-current", "true");
  const about = make("span", { className: "hint", textContent: `${t("conversations.questions", { n: head.n })} · ${day(head.changed)}` });
  const item = make("li", {}, open, about);
  item.dataset.id = head.id;
  const act = (key, action) => {
    const button = make("button", { type: "button", className: "quiet", textContent: t(`conversations.${key}`), onclick: action });
    button.setAttribute("aria-label", t(`conversations.${key}_one`, { name: head.name }));
    return button;
  };
  item.append(make("span", { className: "acts" }, act("rename", () => editName(head, item)), act("delete", () => remove(head, item))));
  return item;
}

function editName(head, item) {
  const box = make("input", { value: head.name, maxLength: 80, required: true, dir: "auto" });
  box.setAttribute("aria-label", t("conversations.name"));
  const form = make("form", { className: "box" }, box, make("button", { textContent: t("conversations.keep") }));
  const finish = async (name) => {
    if (name) await rename(head.id, name);
    await reload();
    [...$("conversation-list").children].find((each) => each.dataset.id === head.id)?.querySelector("button").focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    finish(box.value);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // it would close the list
    finish();
  });
  item.replaceChildren(form);
  box.select();
}

// Takes it away at once; the row that stays offers to put it back.
async function remove(head, item) {
  const putBack = await forget(head.id);
  heads = heads.filter(({ id }) => id !== head.id);
  const undo = make("button", { type: "button", className: "quiet", textContent: t("conversations.undo"), onclick: async () => {
    await putBack();
    await reload();
  } });
  item.replaceChildren(make("bdi", { textContent: t("conversations.deleted", { name: head.name }) }), " ", undo);
  undo.focus();
  say(t("conversations.deleted", { name: head.name }));
}

async function leave(go) {
  await closeDialog($("conversations"));
  go();
}
