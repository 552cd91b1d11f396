// Completes what is typed in the search boxes: a combobox with a list (WAI-ARIA 1.2, list autocomplete).
// Without this script, or where a form has no data-suggest, the box is a plain one and nothing typed is sent before the form.
(function () {
  "use strict";
  const pause = 120; // Milliseconds without a key before anything is asked.
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  document.querySelectorAll("form[data-suggest] input[name=q]").forEach(function (input) {
    const form = input.form;
    const list = document.createElement("ul");
    list.id = input.id + "-list";
    list.className = "find-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.suggestLabel);
    list.hidden = true;
    form.append(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    let timer = 0;
    let asking = null;
    let choices = [];
    let chosen = -1;

    function close() {
      clearTimeout(timer);
      if (asking) asking.abort();
      choices = [];
      mark(-1);
      list.replaceChildren();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
    }

    function mark(index) {
      chosen = index;
      Array.from(list.children).forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
      }
    }

    function part(name, text) {
      const node = document.createElement(name);
      node.textContent = text;
      return node;
    }

    function item(choice, place) {
      const node = document.createElement("li");
      node.id = list.id + "-" + place;
      node.setAttribute("role", "option");
      node.setAttribute("aria-selected", "false");
      node.append(part("span", choice.text));
      if (choice.meaning) node.append(part("small", choice.meaning));
      if (choice.count) {
        const samples = choice.count.samples > 0 ? " +" + numbers.format(choice.count.samples) : "";
        node.append(part("small", numbers.format(choice.count.records) + samples));
      }
      // The box keeps the focus.
      node.addEventListener("mousedown", (event) => event.preventDefault());
      node.addEventListener("click", () => take(place));
      return node;
    }

    function show(found) {
      choices = found;
      list.replaceChildren(...found.map(item));
      list.hidden = found.length === 0;
      input.setAttribute("aria-expanded", String(found.length > 0));
      mark(-1);
    }

    // What was chosen stands in the box and can be gone on with; the next Enter searches.
    function take(place) {
      const choice = choices[place];
      input.value = choice.query;
      close();
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
      input.scrollLeft = input.scrollWidth;
    }

    async function ask() {
      if (asking) asking.abort();
      const text = input.value;
      // Only the end of a text is completed.
      if (text === "" || input.selectionEnd !== text.length) return close();
      const control = new AbortController();
      asking = control;
      const address = new URL(form.dataset.suggest, location.href);
      address.searchParams.set("q", text);
      try {
        const answer = await fetch(address, { signal: control.signal, headers: { Accept: "application/json" } });
        if (!answer.ok) return close();
        const found = await answer.json();
        if (asking === control && input.value === text && document.activeElement === input) {
          show(found.suggestions);
        }
      } catch (error) {
        // An answer that was given up or lost leaves the box as it was.
        if (error.name !== "AbortError") close();
      }
    }

    function later() {
      clearTimeout(timer);
      timer = setTimeout(ask, pause);
    }

    // While an input method composes, what stands in the box is not yet what is meant.
    input.addEventListener("input", (event) => { if (!event.isComposing) later(); });
    input.addEventListener("compositionend", later);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", function (event) {
      if (event.isComposing || event.keyCode === 229) return;
      const count = choices.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (count === 0) {
          if (event.key === "ArrowDown" && input.value !== "") ask();
          return;
        }
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        // Between the last and the first stands the box itself.
        mark((chosen + 1 + step + count + 1) % (count + 1) - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        take(chosen);
      } else if (event.key === "Escape" && count > 0) {
        event.preventDefault();
        close();
      } else if (event.key === "Tab") {
        close();
      }
    });
  });
})();
