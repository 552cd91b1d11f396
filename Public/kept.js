// Keeps records, searches and sets in this browser, under one name of its storage, and sends nothing anywhere but where
// somebody presses the button that puts it into an account. Texts come from the page, in its language.
(function () {
  "use strict";
  const NAME = "huizhi.kept";
  const FORMAT = "huizhi-kept";
  const VERSION = 1;
  const MOST_COMPARED = 6;
  const say = document.getElementById("kept-say");
  const page = document.getElementById("kept");
  if (!say) return;
  const words = say.dataset;
  const language = document.documentElement.lang;
  let undo = null;

  // What went wrong, as the name of a text of the page.
  class Fault extends Error {
    constructor(name, values) {
      super(name);
      this.text = fill(words[name], values || {});
    }
  }

  function fill(text, values) {
    return text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? values[name] : place));
  }

  function number(value, options) {
    return value.toLocaleString("en-US", options);
  }

  function day(iso) {
    const form = { day: "numeric", month: "short", year: "numeric" };
    return language === "en" ? new Date(iso).toLocaleDateString("en-GB", form) : new Date(iso).toLocaleDateString("sv-SE");
  }

  // MARK: What is kept

  const isText = (value) => typeof value === "string";
  const isCount = (value) => Number.isSafeInteger(value) && value >= 0;
  const isTime = (value) => isText(value) && !Number.isNaN(Date.parse(value));
  const isTags = (value) => Array.isArray(value) && value.every(isText);
  // The id of an entry: register, slash, country and number.
  const isRecord = (value) => isText(value) && /^(patent|design|trademark|gi|layout)\/[A-Za-z0-9-]+$/.test(value);
  const SHAPES = {
    records: { id: isRecord, title: isText, kept: isTime, picked: (value) => value === true || value === false, tags: isTags, note: isText },
    searches: { parameters: isText, title: isText, total: isCount, samples: isCount, sequence: isCount, kept: isTime },
    sets: { text: isText, kept: isTime },
  };
  const KEYS = { records: "id", searches: "parameters", sets: "text" };

  function nothing() {
    return { format: FORMAT, version: VERSION, records: [], searches: [], sets: [] };
  }

  // What a text says, every member of every entry looked at; a fault names the place.
  function checked(text) {
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      throw new Fault("foreign");
    }
    if (data === null || typeof data !== "object" || data.format !== FORMAT) throw new Fault("foreign");
    if (data.version !== VERSION) throw new Fault("version", { version: String(data.version), known: VERSION });
    const kept = nothing();
    for (const [kind, shape] of Object.entries(SHAPES)) {
      if (!Array.isArray(data[kind])) throw new Fault("wrong", { place: kind });
      data[kind].forEach(function (entry, index) {
        const copy = {};
        for (const [name, fits] of Object.entries(shape)) {
          const value = entry === null || typeof entry !== "object" ? undefined : entry[name];
          if (!fits(value)) throw new Fault("wrong", { place: kind + "[" + index + "]." + name });
          copy[name] = value;
        }
        kept[kind].push(copy);
      });
    }
    return kept;
  }

  // The storage of this browser, which may be forbidden.
  function storage() {
    let found = null;
    try {
      found = window.localStorage;
    } catch {
      throw new Fault("denied");
    }
    if (!found) throw new Fault("denied");
    return found;
  }

  function read() {
    const text = storage().getItem(NAME);
    return text === null ? nothing() : checked(text);
  }

  function find(kept, kind, key) {
    return kept[kind].find((entry) => entry[KEYS[kind]] === key);
  }

  // Adds what is not there; of a record that is, the tags and the note come together and nothing is overwritten.
  function merge(kept, more) {
    const count = { added: 0, known: 0 };
    for (const kind of Object.keys(KEYS)) {
      for (const entry of more[kind]) {
        const mine = find(kept, kind, entry[KEYS[kind]]);
        if (!mine) {
          kept[kind].push(entry);
          count.added += 1;
          continue;
        }
        count.known += 1;
        if (kind !== "records") continue;
        mine.tags = [...new Set([...mine.tags, ...entry.tags])];
        if (!mine.note.includes(entry.note)) mine.note = [mine.note, entry.note].filter((note) => note !== "").join("\n");
      }
    }
    return count;
  }

  // Reads, changes and writes in one go, because another tab may have written since. What cannot be written is said, and
  // what was kept stays as it was.
  function change(step) {
    try {
      const kept = read();
      step(kept);
      storage().setItem(NAME, JSON.stringify(kept));
      show(kept);
      return true;
    } catch (error) {
      tellFault(error);
      return false;
    }
  }

  // Reads without a change.
  function look(step) {
    try {
      step(read());
    } catch (error) {
      tellFault(error);
    }
  }

  function remove(kind, keys) {
    const gone = nothing();
    const isDone = change(function (kept) {
      gone[kind] = kept[kind].filter((entry) => keys.includes(entry[KEYS[kind]]));
      kept[kind] = kept[kind].filter((entry) => !keys.includes(entry[KEYS[kind]]));
    });
    if (isDone) tell(fill(words.removed, { count: number(gone[kind].length) }), () => change((kept) => merge(kept, gone)));
  }

  // MARK: What is said

  function tell(text, back) {
    const line = say.querySelector("p");
    line.querySelector("span").textContent = text;
    line.querySelector("[data-undo]").hidden = !back;
    line.hidden = false;
    undo = back || null;
  }

  function tellFault(error) {
    if (error instanceof Fault) return tell(error.text);
    if (error.name === "QuotaExceededError") return tell(words.full);
    throw error;
  }

  say.querySelector("[data-undo]").addEventListener("click", function () {
    const back = undo;
    say.querySelector("p").hidden = true;
    if (back) back();
  });
  say.querySelector("[data-close]").addEventListener("click", () => (say.querySelector("p").hidden = true));

  // MARK: On pages of hits, records and histories

  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const stars = all("[data-star]");
  const searches = all("[data-search]");
  const sets = all("[data-sets]");

  function tagsOf(text) {
    return [...new Set(text.split(/[,，、;；\n]/).map((tag) => tag.trim()).filter((tag) => tag !== ""))];
  }

  for (const button of stars) {
    button.addEventListener("click", function () {
      const { star: id, title } = button.dataset;
      if (button.getAttribute("aria-pressed") === "true") return remove("records", [id]);
      // What was just found is what one goes on with: it is picked.
      change((kept) => find(kept, "records", id) || kept.records.push({ id, title, kept: new Date().toISOString(), picked: true, tags: [], note: "" }));
    });
  }

  function searchOf(button) {
    const { search: parameters, title, total, samples, sequence } = button.dataset;
    return { parameters, title, total: Number(total), samples: Number(samples), sequence: Number(sequence), kept: new Date().toISOString() };
  }

  for (const button of searches) {
    button.addEventListener("click", function () {
      if (button.getAttribute("aria-pressed") === "true") return remove("searches", [button.dataset.search]);
      change((kept) => merge(kept, { ...nothing(), searches: [searchOf(button)] }));
    });
    button.closest(".keep").querySelector("[data-renew]").addEventListener("click", () =>
      change((kept) => Object.assign(find(kept, "searches", button.dataset.search) || {}, searchOf(button))));
  }

  function queriesOf(button) {
    return document.getElementById(button.dataset.sets).defaultValue;
  }

  for (const button of sets) {
    button.addEventListener("click", function () {
      const text = queriesOf(button);
      if (button.getAttribute("aria-pressed") === "true") return remove("sets", [text]);
      change((kept) => merge(kept, { ...nothing(), sets: [{ text, kept: new Date().toISOString() }] }));
    });
  }

  // Tags and note of a record: written where somebody is not writing, saved when they stop.
  function bindNote(editor, id) {
    const fields = editor.querySelectorAll("input, textarea");
    for (const field of fields) {
      field.addEventListener("change", function () {
        change(function (kept) {
          const record = find(kept, "records", id);
          if (!record) return;
          if (field.matches("input")) record.tags = tagsOf(field.value);
          else record.note = field.value;
        });
      });
    }
  }

  function showNote(editor, record) {
    const [tags, note] = [editor.querySelector("input"), editor.querySelector("textarea")];
    const comma = language === "en" ? ", " : "、";
    if (tags !== document.activeElement) tags.value = record.tags.join(comma);
    if (note !== document.activeElement) note.value = record.note;
  }

  const notes = all("[data-note-of]");
  for (const editor of notes) bindNote(editor, editor.dataset.noteOf);

  function press(button, isPressed) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(isPressed));
  }

  // How a kept search differs from when it was kept, and which hits changed since.
  function showSince(button, search) {
    const line = button.closest(".keep");
    const text = line.querySelector("[data-since]");
    line.querySelector("[data-renew]").hidden = !search;
    text.hidden = !search;
    all("[data-changed]").forEach(function (mark) {
      mark.hidden = !search || Number(mark.dataset.changed) <= Date.parse(search.kept);
    });
    if (!search) return;
    const now = searchOf(button);
    const [more, moreSamples] = [now.total - search.total, now.samples - search.samples];
    const signed = { signDisplay: "exceptZero" };
    text.textContent = fill(more === 0 && moreSamples === 0 ? text.dataset.same : text.dataset.differs, {
      date: day(search.kept), sequence: number(search.sequence), total: number(search.total), samples: number(search.samples),
      more: number(more, signed), moresamples: number(moreSamples, signed),
    });
  }

  function show(kept) {
    for (const button of stars) press(button, Boolean(find(kept, "records", button.dataset.star)));
    for (const button of sets) press(button, Boolean(find(kept, "sets", queriesOf(button))));
    for (const button of searches) {
      const search = find(kept, "searches", button.dataset.search);
      press(button, Boolean(search));
      showSince(button, search);
    }
    for (const editor of notes) {
      const record = find(kept, "records", editor.dataset.noteOf);
      editor.hidden = !record;
      if (record) showNote(editor, record);
    }
    if (page) showPage(kept);
  }

  // MARK: The page of all that is kept

  const rows = { records: new Map(), searches: new Map(), sets: new Map() };

  // The row of an entry, made once, so that what somebody is writing in it stays.
  function rowOf(kind, entry) {
    const key = entry[KEYS[kind]];
    if (rows[kind].has(key)) return rows[kind].get(key);
    const row = document.getElementById("kept-" + kind).content.firstElementChild.cloneNode(true);
    const title = entry.title || key;
    for (const named of all("[data-label]", row)) named.setAttribute("aria-label", fill(named.dataset.label, { title }));
    row.querySelector("[data-remove]").addEventListener("click", () => remove(kind, [key]));
    if (kind === "records") {
      row.querySelector("[data-pick]").addEventListener("change", (event) =>
        change((kept) => Object.assign(find(kept, kind, key) || {}, { picked: event.target.checked })));
      bindNote(row, key);
    }
    rows[kind].set(key, row);
    return row;
  }

  function showRows(kind, entries) {
    const list = page.querySelector("[data-rows=" + kind + "]");
    const wanted = entries.map((entry) => rowOf(kind, entry));
    for (const row of Array.from(list.children)) if (!wanted.includes(row)) row.remove();
    wanted.forEach((row, place) => list.children[place] === row || list.insertBefore(row, list.children[place] || null));
    for (const shown of all("[data-none=" + kind + "]", page)) shown.hidden = entries.length > 0;
  }

  function addressOf(record) {
    const [register, ...rest] = record.id.split("/");
    return "/" + register + "/" + encodeURIComponent(rest.join("/")) + (language === "en" ? "?lang=en" : "");
  }

  // Puts values into a form as hidden fields, after those that it has.
  function fillForm(form, pairs) {
    for (const field of all("[data-filled]", form)) field.remove();
    for (const [name, value] of pairs) {
      const field = document.createElement(value.includes("\n") ? "textarea" : "input");
      if (field.type !== "textarea") field.type = "hidden";
      field.hidden = true;
      field.name = name;
      field.value = value;
      field.dataset.filled = "";
      form.append(field);
    }
  }

  function ordered(records) {
    const order = page.querySelector("[data-order]").value;
    const compare = (first, second) => first.localeCompare(second, language);
    if (order === "title") return records.sort((one, other) => compare(one.title, other.title));
    if (order === "id") return records.sort((one, other) => compare(one.id, other.id));
    return records.sort((one, other) => compare(other.kept, one.kept));
  }

  function showTags(records) {
    const choice = page.querySelector("[data-filter]");
    const counts = new Map();
    for (const tag of records.flatMap((record) => record.tags)) counts.set(tag, (counts.get(tag) || 0) + 1);
    const chosen = counts.has(choice.value) ? choice.value : "";
    for (const option of all("option", choice).slice(1)) option.remove();
    for (const [tag, count] of Array.from(counts).sort((one, other) => one[0].localeCompare(other[0], language))) {
      choice.append(new Option(tag + " " + number(count), tag));
    }
    choice.value = chosen;
  }

  // Whether a record has the tag that is chosen.
  function isShown(record) {
    const tag = page.querySelector("[data-filter]").value;
    return tag === "" || record.tags.includes(tag);
  }

  function showPage(kept) {
    showTags(kept.records);
    const shown = ordered(kept.records.filter(isShown));
    showRows("records", shown);
    for (const record of shown) {
      const row = rowOf("records", record);
      const link = row.querySelector("[data-link]");
      link.textContent = record.title || record.id;
      link.href = addressOf(record);
      row.querySelector("[data-id]").textContent = record.id.slice(record.id.indexOf("/") + 1);
      row.querySelector("[data-kept]").textContent = day(record.kept);
      row.querySelector("[data-pick]").checked = record.picked;
      row.querySelector("[data-summary]").textContent = [record.tags.map((name) => "#" + name).join(" "), record.note].filter((part) => part !== "").join(" · ");
      showNote(row, record);
    }
    showPicked(kept);
    showRows("searches", kept.searches.slice().reverse());
    for (const search of kept.searches) {
      const row = rowOf("searches", search);
      row.querySelector("[data-title]").textContent = search.title;
      const state = row.querySelector("[data-state]");
      state.textContent = fill(state.dataset.state, { date: day(search.kept), total: number(search.total), samples: number(search.samples), sequence: number(search.sequence) });
      // A view of a register is kept by its address, a search by its parameters.
      const view = search.parameters.startsWith("/registers/") ? new URL(search.parameters, location.origin) : null;
      const form = row.querySelector("form");
      if (view) form.action = view.pathname;
      form.querySelector("[name=sort]").hidden = Boolean(view);
      fillForm(form, view ? view.searchParams : new URLSearchParams(search.parameters));
    }
    showRows("sets", kept.sets.slice().reverse());
    for (const set of kept.sets) {
      const row = rowOf("sets", set);
      row.querySelector("[data-text]").textContent = set.text;
      row.querySelector("[data-kept]").textContent = day(set.kept);
      fillForm(row.querySelector("form"), [["h", set.text]]);
    }
  }

  function showPicked(kept) {
    const picked = kept.records.filter((record) => record.picked);
    const count = page.querySelector("[data-picked]");
    count.textContent = fill(count.dataset.picked, { count: number(picked.length) });
    const [compare, numbers] = [page.querySelector("[data-compare]"), page.querySelector("[data-numbers]")];
    fillForm(compare, picked.map((record) => ["record", record.id]));
    compare.querySelector("button").disabled = picked.length < 2 || picked.length > MOST_COMPARED;
    // A line more makes one number a text of several lines too.
    fillForm(numbers, [["n", picked.map((record) => record.id.slice(record.id.indexOf("/") + 1)).join("\n") + "\n"]]);
    numbers.querySelector("button").disabled = picked.length === 0;
    page.querySelector("[data-remove-picked]").disabled = !picked.some(isShown);
  }

  // A file that the browser saves; it goes nowhere else.
  function save(text, type, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    // The browser reads the file after the click.
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // RFC 4180; what a spreadsheet could take for a formula, also behind blanks or in another width, begins with an
  // apostrophe, as in the tables of the server.
  function table(rows) {
    const cell = (text) => '"' + (/^(?:[\t\r\n]|\p{White_Space}*[=+\-@＝＋－＠])/u.test(text) ? "'" + text : text).replace(/"/g, '""') + '"';
    return "\uFEFF" + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
  }

  function bindPage() {
    const today = () => new Date().toLocaleDateString("sv-SE");
    const on = (selector, kind, action) => page.querySelector(selector).addEventListener(kind, action);
    on("[data-filter]", "change", start);
    on("[data-order]", "change", start);
    const pick = (isPicked) => change(function (kept) {
      for (const record of kept.records.filter(isShown)) record.picked = isPicked;
    });
    on("[data-pick-all]", "click", () => pick(true));
    on("[data-pick-none]", "click", () => pick(false));
    on("[data-remove-picked]", "click", () => look((kept) => remove("records", kept.records.filter((record) => record.picked && isShown(record)).map((record) => record.id))));
    on("[data-csv]", "click", (event) => look(function (kept) {
      const rows = kept.records.map((record) => [record.id, record.title, record.tags.join("; "), record.note, record.kept, new URL(addressOf(record), window.location.href).href]);
      save(table([event.target.dataset.csv.split(";"), ...rows]), "text/csv", "huizhi-kept-" + today() + ".csv");
    }));
    on("[data-export]", "click", () => look((kept) =>
      save(JSON.stringify(kept, null, 2) + "\n", "application/json", "huizhi-kept-" + today() + ".json")));
    on("[data-import]", "change", async function (event) {
      const [file] = event.target.files;
      if (!file) return;
      const text = await file.text();
      event.target.value = "";
      let count;
      const isDone = change((kept) => (count = merge(kept, checked(text))));
      if (isDone) tell(fill(words.imported, { added: number(count.added), known: number(count.known) }));
    });
  }

  // MARK: Between this browser and an account

  const MOST_SENT = 200;

  // What is kept in portions that a form may bring.
  function portions(kept) {
    const parts = [];
    for (const kind of Object.keys(KEYS)) {
      for (let start = 0; start < kept[kind].length; start += MOST_SENT) {
        parts.push({ ...nothing(), [kind]: kept[kind].slice(start, start + MOST_SENT) });
      }
    }
    return parts;
  }

  // Sends the form of the page with each portion; where one is not taken that is said, and the browser still has all.
  async function put(form, kept) {
    for (const part of portions(kept)) {
      const body = new URLSearchParams(new FormData(form));
      body.set("do", "keep");
      body.set("kept", JSON.stringify(part));
      const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
      if (answer.type !== "opaqueredirect") return tell(form.dataset.unmoved);
    }
    window.location.assign(form.dataset.saved);
  }

  async function bring(form) {
    const answer = await fetch(form.dataset.twin);
    if (!answer.ok) return tell(form.dataset.unmoved);
    const text = await answer.text();
    let count;
    const isDone = change((kept) => (count = merge(kept, checked(text))));
    if (isDone) tell(fill(words.imported, { added: number(count.added), known: number(count.known) }));
  }

  function bindAccount(form) {
    // A network that is gone says nothing of itself.
    const failed = () => tell(form.dataset.unmoved);
    form.querySelector("[data-browser]").hidden = false;
    form.querySelector("[data-move]").addEventListener("click", () => look((kept) => put(form, kept).catch(failed)));
    form.querySelector("[data-back]").addEventListener("click", () => bring(form).catch(failed));
  }

  const account = document.querySelector("[data-account]");
  if (account) bindAccount(account);
  if (page) bindPage();
  window.addEventListener("storage", function (event) {
    if (event.key === NAME || event.key === null) start();
  });

  // Where the storage cannot be read, that is said on the page of all that is kept, elsewhere when somebody wants to keep.
  function start() {
    for (const button of [...stars, ...searches, ...sets]) press(button, false);
    if (page) {
      page.hidden = false;
      document.getElementById("kept-without").hidden = true;
    }
    try {
      show(read());
    } catch (error) {
      if (page) tellFault(error);
    }
  }
  start();
})();
