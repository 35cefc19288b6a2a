// The page for review: a figure is clicked, and its source opens beside it. All text reaches the page as text.
"use strict";

const data = JSON.parse(document.getElementById("review:data").textContent);
const byId = (id) => document.getElementById(id);
const own = (id) => byId(`review:${id}`); // no key of the report holds a colon
const report = own("report");
const panel = own("panel");
const figures = new Map(Object.entries(data.figures));
const facts = (name) => ({ rows: [], others: [], arithmetic: [], problems: [], ...figures.get(name) });
let chosen = null;

// ---- elements -------------------------------------------------------------------------------------------------

/** Return an element with attributes and children; a text child stays text, and empty children are left out. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") element.addEventListener("click", value);
    else if (value !== false && value !== "") element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== "" && child !== null && child !== undefined));
  return element;
}

const heading = (text) => make("h3", {}, text);
const list = (name, items) => (items.length ? make("ul", { class: name }, items.map((one) => make("li", {}, one))) : "");

/** Return a list of labels and values, without those that are empty. */
function definitions(pairs) {
  const known = pairs.filter(([, value]) => value);
  return known.length ? make("dl", { class: "facts" }, known.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])) : "";
}

/** Return a table with heads; a row is an array of cells, with `now` where it is the one that was asked for. */
function table(label, heads, rows) {
  const head = make("tr", {}, heads.map((one) => make("th", { scope: "col" }, one)));
  const body = rows.map(({ cells, now, marks }) =>
    make("tr", { class: now ? "now" : "" }, cells.map((cell, at) =>
      make(at ? "td" : "th", at ? { class: at === 1 ? "count" : "" } : { scope: "row" }, cell, at === 1 && marks ? make("span", { class: "code" }, ` ${marks}`) : ""))));
  const whole = make("table", {}, make("thead", {}, head), make("tbody", {}, body));
  return make("div", { class: "wide", role: "group", "aria-label": label, tabindex: "0" }, whole);
}

// ---- the source of a figure -------------------------------------------------------------------------------------

const place = (figure) => (figure.paragraph ? `paragraph ${figure.paragraph}` : "before paragraph 1");
const link = (name) => make("a", { href: `#${encodeURIComponent(name)}` }, `“${figures.get(name).text}”, ${place(figures.get(name))}`);
const rowWords = (row) => [row.part, row.period].filter(Boolean).join(", ");

function problemItem(index) {
  const problem = data.problems[index];
  const kind = { error: "error", remark: "remark" }[problem.kind] || "warning";
  return make("div", { class: `finding ${kind}` },
    make("p", {}, `${problem.message}. `, make("span", { class: "code" }, `${problem.kind}: ${problem.code}`)),
    (problem.notes || []).map((note) => make("p", { class: "evidence" }, note)),
    problem.hint ? make("p", { class: "evidence" }, `To do: ${problem.hint}.`) : "");
}

/** Return lines of arithmetic, each with a tick where it is right and a cross where it is not. */
function arithmetic(lines) {
  return lines.length
    ? make("ul", { class: "checked" }, lines.map((line) => make("li", {}, make("span", { class: line.right === false ? "no" : "yes" }, line.right === false ? "✗ wrong: " : "✓ right: "), line.words)))
    : "";
}

/** Return the arithmetic that concerns a figure: its own, that of its rows, and what its paragraph claims with it. */
function checkedOf(figure, rows) {
  const made = [...figure.arithmetic, ...rows.flatMap((row) => row.arithmetic || [])];
  const claims = data.claims[figure.paragraph] || [];
  const number = figure.text.replace(/[^\d.,]/g, "").replace(/[.,]+$/, "");
  const said = figure.issue ? claims.filter((claim) => number && claim.words.includes(number)) : [];
  const lines = [...made, ...said];
  return lines.length ? [heading("Worked out again"), arithmetic(lines)] : [];
}

function issueFacts(figure) {
  const issue = data.issues.find((one) => one.number === figure.issue);
  if (!issue) return [];
  const changes = issue.changes || [];
  return [
    heading(`The reply to issue ${issue.number}`),
    definitions([["State", issue.state], ["Cleared by", issue.cleared], ["Changed since", changes.length ? list("plain", changes) : ""]]),
  ];
}

function seriesTable(series, current) {
  const rows = series.rows || [];
  const cells = (row) => {
    const where = [row.file, row.where].filter(Boolean).join(", ");
    const said = [row.status, row.note, row.previous ? `last report: ${row.previous}` : ""].filter(Boolean).join("; ");
    return [rowWords(row), row.value, said, ...(data.is_public ? [] : [where])];
  };
  const heads = ["Period", "Figure", "Status and notes", ...(data.is_public ? [] : ["Where it stands"])];
  const marks = (row) => (row.problems ? "?" : "");
  return table(`All figures of ${series.label}`, heads, rows.map((row, at) => ({ cells: cells(row), now: current.has(at), marks: marks(row) })));
}

function chartOf(key) {
  const template = byId(`chart:${key}`);
  return template ? template.content.cloneNode(true) : "";
}

/** Return where the observations of a figure stood, and who sent them. */
function origins(rows) {
  const where = (row) => [row.file, row.where].filter(Boolean).join(", ");
  const said = (row) => [row.status, row.sent ? `sent ${row.sent}` : "", row.agency, where(row)].filter(Boolean).join("; ");
  if (rows.length > 1) return [heading("Made from"), table("Made from", ["Period", "Figure", "Where it stood"], rows.map((row) => ({ cells: [rowWords(row), row.value, said(row)] })))];
  return rows.map((row) => definitions([
    ["Period", rowWords(row)], ["In the data", row.value], ["Status", row.status || "final"], ["Note", row.note],
    ["Last report", row.previous], ["File", row.file], ["Place in it", row.where], ["Sent", row.sent],
  ]));
}

/** Return the other figures that print the same observations, and those that are made from one of them as well. */
function placesOf(name, figure) {
  const key = (one) => JSON.stringify([one.series, one.rows || [], one.others || []]);
  const asked = key(figure);
  const others = [...figures].filter(([other, one]) => other !== name && one.series && one.series === figure.series);
  const same = others.filter(([, one]) => key({ rows: [], others: [], ...one }) === asked);
  const near = others.filter(([other, one]) => !same.some(([known]) => known === other) && (one.rows || []).some((row) => figure.rows.includes(row)));
  const part = (title, found) => (found.length ? [heading(title), list("plain", found.map(([other]) => link(other)))] : []);
  return [...part("The same figure also stands in", same), ...part("Made from the same data", near)];
}

function dataSource(name, figure) {
  const series = data.series[figure.series];
  if (!series) return [make("p", {}, data.is_public ? "It was worked out from figures that the report does not print." : "The data behind this figure could not be read.")];
  const rows = figure.rows.map((at) => series.rows[at]);
  const others = figure.others.map(([key, at]) => {
    const { label, agency, rows: all } = data.series[key];
    return { ...all[at], part: label, agency: all[at].agency || (agency === series.agency ? "" : agency) };
  });
  const kind = [series.unit, series.measure].filter(Boolean).join(", ");
  const sender = rows.length === 1 && rows[0].agency ? rows[0] : series;
  return [
    make("p", { class: "lead-in" }, make("strong", {}, series.label), kind ? ` (${kind})` : ""),
    ...origins([...rows, ...others]),
    definitions([
      ["In the last report", figure.former], ["Agency", sender.agency], ["Whom to ask", sender.contact], ["Source", series.source], ["Published before", series.published],
      ["Reference", figure.reference ? make("code", {}, figure.reference) : data.is_public ? "" : "none: written from data alone"],
      ["It stands in", figure.place],
    ]),
    ...checkedOf(figure, rows),
    heading("The series"), chartOf(figure.series), seriesTable(series, new Set(figure.rows)),
    (series.problems || []).map(problemItem),
    (series.breaks || []).map((one) => make("p", { class: "evidence" }, `Break in the series: ${one}`)),
    ...placesOf(name, figure),
  ];
}

function typedSource(figure) {
  return [
    make("p", { class: "lead-in" }, make("strong", {}, "Typed by hand."), " No data stand behind this number; whoever wrote it must vouch for it."),
    definitions([["Agency", figure.agency], ["Kind", figure.typed], ["It stands in", figure.place], ["Sentence", figure.sentence], ["Data that hold it", figure.advice ? make("code", {}, figure.advice) : ""]]),
    ...checkedOf(figure, []),
  ];
}

/** Return the address of a figure, to be sent. */
function address(name) {
  const input = make("input", { id: "review:address", readonly: "", value: `${location.href.split("#")[0]}#${encodeURIComponent(name)}` });
  const said = make("span", { role: "status" });
  const copy = async () => {
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      said.textContent = " Copied.";
    } catch {
      said.textContent = document.execCommand("copy") ? " Copied." : " Press Ctrl+C.";
    }
  };
  return make("div", { class: "address" }, make("label", { for: "review:address" }, "Link to this figure"), input, make("button", { type: "button", on: copy }, "Copy"), said);
}

function show(name, isMoved) {
  const button = byId(name);
  const figure = facts(name);
  if (chosen) byId(chosen).removeAttribute("aria-current");
  chosen = name;
  button.setAttribute("aria-current", "true");
  const problems = figure.problems.filter((index) => data.problems[index].kind !== "remark");
  const title = make("p", { class: "chosen" }, make("strong", {}, figure.text), ` in ${place(figure)}`);
  panel.replaceChildren(
    title, ...problems.map(problemItem), ...(figure.typed ? typedSource(figure) : dataSource(name, figure)), ...issueFacts(figure), address(name),
    make("p", {}, make("button", { type: "button", on: close }, "Back to the report (Esc)")));
  own("source").classList.add("open");
  own("source").scrollTop = 0;
  button.scrollIntoView({ block: "nearest" }); // on a phone, the source lies over the lower part of the report
  if (isMoved) own("source").focus({ preventScroll: true });
}

function close() {
  own("source").classList.remove("open");
  if (chosen) byId(chosen).focus();
}

/** Open what the address asks for. */
function follow() {
  const name = decodeURIComponent(location.hash.slice(1));
  if (!figures.has(name)) return;
  const button = byId(name);
  if (button.closest("[hidden]")) clearFilters();
  button.scrollIntoView({ block: "center" });
  show(name, false);
  button.focus({ preventScroll: true });
}

// ---- filters ----------------------------------------------------------------------------------------------------

const sections = new Map();

/** Put what stands under the heading of each reply into an element of its own. */
function divide() {
  for (const head of [...report.querySelectorAll(".reply[id]")]) {
    const issue = Number(head.id.replace("reply-", ""));
    const section = make("div", { class: "reply-part" });
    head.before(section);
    let next = head;
    do {
      const following = next.nextElementSibling;
      section.append(next);
      next = following;
    } while (next && !/^H[1-6]$/.test(next.tagName) && !next.matches(".end") && !next.querySelector("h1, h2, h3, h4"));
    sections.set(issue, section);
  }
}

const CHOICES = {
  "only-typed": (figure) => Boolean(figure.typed),
  "only-problems": (figure) => figure.problems.length > 0,
  "only-changed": (figure) => Boolean(figure.changed),
  "only-uncleared": (figure) => Boolean(figure.uncleared),
};
const isChecked = (id) => Boolean(own(id) && own(id).checked);
const agency = () => (own("agency") ? own("agency").value : "");

function clearFilters() {
  for (const id of Object.keys(CHOICES)) if (own(id)) own(id).checked = false;
  if (own("agency")) own("agency").value = "";
  filter();
}

/** Show the issues of an agency, and the blocks with figures that are asked for. */
function filter() {
  const asked = Object.keys(CHOICES).filter(isChecked);
  const fits = (name) => asked.every((id) => CHOICES[id](facts(name)));
  const isOf = (issue) => !agency() || (data.issues.find((one) => one.number === issue).agencies || []).includes(agency());
  const hidden = (element) => { element.hidden = true; };
  report.querySelectorAll("[hidden]").forEach((element) => { element.hidden = false; });
  report.querySelectorAll(".match").forEach((element) => element.classList.remove("match"));
  let count = 0;
  for (const [name, figure] of figures) {
    const isFitting = fits(name) && (!agency() || (figure.issue && isOf(figure.issue)));
    count += isFitting;
    if (asked.length && isFitting) byId(name).classList.add("match");
  }
  if (asked.length || agency()) hideOthers(asked.length > 0, isOf, hidden);
  document.querySelectorAll(".issues [data-issue]").forEach((item) => {
    const section = sections.get(Number(item.dataset.issue));
    item.hidden = !isOf(Number(item.dataset.issue)) || (asked.length > 0 && (!section || !section.querySelector(".match")));
  });
  document.querySelectorAll(".problem-list li").forEach((item) => { item.hidden = Boolean(agency()) && item.dataset.agency !== agency(); });
  own("found").textContent = `${count.toLocaleString("en")} of ${figures.size.toLocaleString("en")} figures`;
}

function hideOthers(isByFigure, isOf, hidden) {
  const parts = new Set(sections.values());
  for (const [issue, section] of sections) if (!isOf(issue)) hidden(section);
  for (const element of report.children) {
    if (!parts.has(element) && (agency() || (isByFigure && !element.querySelector(".match") && !/^H[1-6]$/.test(element.tagName)))) hidden(element);
  }
  if (!isByFigure) return;
  for (const section of parts) {
    for (const element of section.children) if (!element.classList.contains("reply") && !element.querySelector(".match")) hidden(element);
    if (!section.querySelector(".match")) hidden(section);
  }
}

// ---- the last cycle, and what changed ---------------------------------------------------------------------------

function lastCycle() {
  report.querySelectorAll(".last-cycle").forEach((element) => element.remove());
  const isShown = isChecked("last-cycle");
  report.classList.toggle("beside-last", isShown);
  for (const issue of isShown ? data.issues : []) {
    const section = sections.get(issue.number);
    const said = (issue.last || []).flatMap((reply) => [make("p", { class: "code" }, reply.agency), ...reply.paragraphs.map((text) => make("p", {}, text))]);
    if (section && said.length) section.prepend(make("div", { class: "last-cycle", role: "note", "aria-label": `Issue ${issue.number} in the last cycle` }, make("p", {}, make("strong", {}, "In the last cycle")), ...said));
  }
}

function redline() {
  report.querySelectorAll(".redline").forEach((element) => element.remove());
  const tags = { "=": "span", "-": "del", "+": "ins" };
  let last = report.firstElementChild;
  for (const change of isChecked("redline") ? data.changes : []) {
    const block = change.block ? byId(change.block) : null;
    if (block && report.contains(block)) last = block.closest(".table") || block;
    while (last.nextElementSibling && last.nextElementSibling.matches(".redline")) last = last.nextElementSibling;
    last.after(make("p", { class: "redline" }, change.pieces.map(([sign, words]) => make(tags[sign], {}, `${words} `))));
  }
}

// ---- begin ------------------------------------------------------------------------------------------------------

function problemLinks() {
  const named = new Map();
  for (const [name, figure] of figures) for (const index of figure.problems || []) if (!named.has(index)) named.set(index, name);
  for (const item of document.querySelectorAll("[data-problem]")) {
    const name = named.get(Number(item.dataset.problem));
    const issue = (data.problems[Number(item.dataset.problem)].issues || [])[0];
    if (name) item.append(make("p", { class: "evidence" }, "In the report: ", link(name)));
    else if (byId(`reply-${issue}`)) item.append(make("p", { class: "evidence" }, "In the report: ", make("a", { href: `#reply-${issue}` }, `issue ${issue}`)));
  }
}

function begin() {
  divide();
  problemLinks();
  report.addEventListener("click", (event) => {
    const button = event.target.closest("button.figure");
    if (!button) return;
    history.replaceState(null, "", `#${encodeURIComponent(button.id)}`);
    show(button.id, true);
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && chosen) close(); });
  document.addEventListener("change", (event) => {
    if (event.target.id === "review:last-cycle") lastCycle();
    else if (event.target.id === "review:redline") redline();
    else if (event.target.closest(".tools")) filter();
  });
  window.addEventListener("hashchange", follow);
  filter();
  follow();
}

if (report) begin();

// ---- while the project is watched -------------------------------------------------------------------------------

/** Load the page again once the picture beside it has another size; where the picture is gone, nobody watches any more. */
function watch({ file, size }) {
  const picture = new Image();
  picture.addEventListener("load", () => {
    if (`${picture.naturalWidth}x${picture.naturalHeight}` === size) setTimeout(watch, 500, { file, size });
    else location.reload();
  });
  picture.src = `${encodeURIComponent(file)}?${Date.now()}`;
}

if (own("stamp")) watch(own("stamp").dataset);
