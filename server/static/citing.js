// A quote with its citation, and a conversation, as text to be used elsewhere. Pure functions on the answer's JSON.

const FORMATS = { plain, markdown, html, bibtex };

// quote: a quote of an answer. origin: of this server, so that the link works for whoever can reach it.
export function cited(quote, format, origin = location.origin) {
  return FORMATS[format](quote, link(quote, origin));
}

function link(quote, origin) {
  return `${origin}${quote.citation.url}&sha256=${quote.citation.sha256.slice(0, 16)}#quote`;
}

// Where it stands, from the outside in: title, heading, page, line, source.
function where({ title, heading, page, line, source }) {
  const parts = [title, heading, page && `p. ${page}`, `l. ${line}`, source !== title && source];
  return parts.filter(Boolean).join(", ");
}

function plain(quote, url) {
  return `“${quote.text}” (${where(quote.citation)}, ${url})`;
}

function markdown(quote, url) {
  const lines = escaped(quote.text).split(/\r\n|[\r\n]/).map((line) => `> ${line}`);
  return `${lines.join("\n")}\n>\n> — [${escaped(where(quote.citation)).replace(/\s+/g, " ")}](<${url}>)`;
}

// Everything that Markdown could take for its own, and every tag, is text.
function escaped(text) {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>&~"$:@]/g, "\\$&");
}

function html(quote, url) {
  const place = `<a href="${written(url)}">${written(where(quote.citation))}</a>`;
  return `<blockquote cite="${written(url)}"><p>${written(quote.text)}</p><footer>${place}</footer></blockquote>`;
}

function written(text) {
  return text.replace(/\0/g, "\ufffd").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function bibtex(quote, url) {
  const { title, source, sha256, page, line, heading } = quote.citation;
  const fields = {
    title,
    howpublished: source || title,
    ...(page && { pages: String(page) }),
    note: [heading, `line ${line}`, `“${quote.text}”`].filter(Boolean).join(", "),
    url,
    annote: `SHA-256 of the text: ${sha256}, characters ${quote.start} to ${quote.end}`,
  };
  const rows = Object.entries(fields).map(([name, value]) => `  ${name} = {${name === "url" ? value.replace(/[{}\\]/g, encodeURIComponent) : tex(value)}}`);
  return `@misc{quoth-${sha256.slice(0, 8)}-${quote.start},\n${rows.join(",\n")}\n}`;
}

const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };

function tex(text) {
  return text.replace(/\s+/g, " ").replace(/[\\{}~^%&$#_]/g, (character) => TEX[character] ?? `\\${character}`);
}

// turns: as they are kept. words: the interface's, for what is not quoted.
export function conversationMarkdown(name, turns, words, origin = location.origin) {
  const parts = turns.map(({ question, answer }) => {
    const asked = answer.standalone === question ? "" : `\n\n*${words.understood}* ${escaped(answer.standalone)}`;
    const missing = answer.left_out.length ? `\n\n*${words.partial}* ${escaped(answer.left_out.join(", "))}` : "";
    const best = answer.quotes.length > 1 ? `\n\n*${words.best}* [${bestOf(answer.quotes).number}]` : "";
    const inOrder = answer.reading_order.map((number) => answer.quotes.find((quote) => quote.number === number)).filter(Boolean);
    const quotes = inOrder.map((quote) => `[${quote.number}]\n\n${markdown(quote, link(quote, origin))}`).join("\n\n");
    return `## ${escaped(question).replace(/\s+/g, " ")}${asked}${missing}${best}\n\n${quotes || words[silence(answer)]}`;
  });
  return `# ${escaped(name).replace(/\s+/g, " ")}\n\n${parts.join("\n\n")}\n`;
}

// The quote that confidence speaks of; an answer of an earlier version marks none, and has it first.
function bestOf(quotes) {
  return quotes.find((quote) => quote.best) ?? quotes[0];
}

// Why nothing is quoted, as `server.silence` says it: that the documents have it not only where nothing came near.
function silence({ reason, nearest, languages = [], left_out }) {
  const cameNear = nearest.length || languages.length || left_out.length;
  return reason === "no_match" && cameNear ? "low_confidence" : reason ?? "no_match";
}

// What `quoth verify` checks again.
export function conversationJson(name, turns) {
  const answered = turns.map(({ question, answer }) => ({ question, answer }));
  return JSON.stringify({ format: "quoth-conversation", version: 1, name, turns: answered }, null, 1);
}
