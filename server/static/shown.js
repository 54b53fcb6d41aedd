// Which conversation the page shows: what is said of an answer, copied or listed belongs to it.

let conversation = history.state?.conversation ?? null; // null until something was asked here

export function shownConversation() {
  return conversation;
}

export function setShownConversation(id) {
  conversation = id;
}
