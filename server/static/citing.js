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
  return `${quoted(quote.text)}\n>\n> — [${inLine(where(quote.citation))}](<${url}>)`;
}

function quoted(text) {
  return escaped(text).split(/\r\n|[\r\n]/).map((line) => `> ${line}`).join("\n");
}

// What Markdown would take for its own is text, and so is every tag. Nothing else is touched, so that it can be read as it is.
function escaped(text) {
  return text
    .replace(/[\\`*[\]<~]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#|\w+;)|\$(?!\d)|:(?=[\w+-]+:)/g, "\\$&") // entities, formulas, pictures by name
    .replace(/^[ \t]{4,}|^\t+/gm, "   ") // else a line is code
    .replace(/^([ \t]*)([#>+\-=|]|:(?=-))/gm, "$1\\$2")
    .replace(/^([ \t]*\d{1,9})([.)])/gm, "$1\\$2")
    .replace(/(?<=\s)#(?=#*[ \t]*$)/gm, "\\#"); // which would end a heading
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

// turns: as they are kept. words: the interface's, by key and values. All that gives an answer its meaning is there.
export function conversationMarkdown(name, turns, words, origin = location.origin) {
  const parts = turns.map((turn) => [`## ${inLine(turn.question)}`, ...about(turn, words), ...said(turn, words, origin)].join("\n\n"));
  return `# ${inLine(name)}\n\n${parts.join("\n\n")}\n`;
}

function inLine(text) {
  return escaped(text.replace(/\s+/g, " ").trim());
}

// How the question was understood, and of how much it was asked.
function about({ question, answer, documents = [], total = 0 }, words) {
  return [
    answer.standalone !== question && `*${words("understood")}* ${inLine(answer.standalone)}`,
    documents.length > 0 && words("among", { n: total, chosen: documents.length }),
    answer.left_out.length > 0 && `*${words("partial")}* ${inLine(answer.left_out.join(", "))}`,
  ].filter(Boolean);
}

function said({ answer }, words, origin) {
  if (!answer.quotes.length) return silent(answer, words, origin);
  const best = bestOf(answer.quotes);
  const inOrder = answer.reading_order.map((number) => answer.quotes.find((quote) => quote.number === number)).filter(Boolean);
  const sure = words("sure", { verdict: words(verdict(answer.confidence)), figure: words.percent(answer.confidence) });
  return [
    `**${sure}**${inOrder[0] !== best ? words("for_quote", { number: best.number }) : ""}`,
    ...inOrder.map((quote) => {
      const against = quote.disagrees_with;
      const lines = [`[${quote.number}]`, markdown(quote, link(quote, origin))];
      if (against.length) lines.push(`*${words("disagrees", { n: against.length, numbers: against.join(", ") })}*`);
      for (const place of quote.also ?? []) lines.push(`${words("also")} [${inLine(where(place.citation))}](<${link(place, origin)}>)`);
      return lines.join("\n\n");
    }),
  ];
}

// Why nothing is quoted, and the passages that came nearest.
function silent(answer, words, origin) {
  const reason = answer.reason === "no_match" && answer.nearest.length ? "no_sentence" : answer.reason;
  const why = ["no_match", "no_sentence", "low_confidence", "not_a_question"].includes(reason);
  const { missing_terms: missing = [] } = answer;
  return [
    `**${words(silence(answer))}**`,
    why && words(`why_${reason}`, { figure: words.percent(answer.confidence) }),
    missing.length > 0 && !answer.left_out.length && `${words("missing", { n: missing.length })} ${inLine(missing.join(", "))}`,
    answer.nearest.length > 0 && `### ${words("nearest")}`,
    ...answer.nearest.map((passage) => `${quoted(cut(passage))}\n>\n> — [${inLine(where({ ...passage, source: passage.title }))}](<${origin}${passage.url}#quote>)`),
  ].filter(Boolean);
}

const LONGEST_NEAR = 320; // characters of a passage, as the page shows it

// A passage up to the last sentence that fits; its offsets count code points.
function cut({ text, start, sentences = [] }) {
  const ends = sentences.map(([, end]) => end - start).filter((end) => end <= LONGEST_NEAR);
  const characters = [...text];
  const end = ends.at(-1) ?? LONGEST_NEAR;
  return characters.length > end ? `${characters.slice(0, end).join("").trim()} […]` : text;
}

function verdict(confidence) {
  return [[0.9, "very_likely"], [0.7, "likely"], [0.5, "more_likely"]].find(([least]) => confidence >= least)?.[1] ?? "doubtful";
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
