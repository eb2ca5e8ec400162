// Sends a form (data-sends) and waits for the answer: where none comes, the page stays, says so, keeps
// the words, and sends them again when asked. Without it a form is sent as browsers do.

const PATIENCE = 45_000;
const ANSWERLESS = new Set([502, 504]);
let present = null;

const words = () => document.querySelector("[data-sending-words]")?.dataset;

// Screen readers hear what is put into a line that was there before.
function lineOf(form) {
  let line = form.querySelector(":scope > .sending-line");
  if (!line) {
    line = document.createElement("div");
    line.className = "sending-line";
    line.setAttribute("role", "status");
    form.append(line);
  }
  return line;
}

// The pressed button counts at its place among the fields, as browsers send it: before a hidden
// field of the same name it wins. Browsers that know no submitter get it in front of all.
function fieldsOf(form, button) {
  const fields = [...new FormData(form, button ?? null)];
  const told = ([name, value]) => name === button.name && value === button.value;
  if (button?.name && !fields.some(told)) fields.unshift([button.name, button.value]);
  return new URLSearchParams(fields);
}

function failed(form, button) {
  const { lost, offline, kept, again, twice } = words();
  const line = lineOf(form);
  const title = document.createElement("p");
  title.className = "notice-title";
  title.textContent = navigator.onLine ? lost : offline;
  const rest = document.createElement("p");
  rest.textContent = `${kept} ${twice}`;
  const retry = document.createElement("button");
  Object.assign(retry, { type: "button", className: "button main", textContent: again });
  retry.addEventListener("click", () => send(form, button));
  line.className = "sending-line notice warning";
  line.replaceChildren(title, rest, retry);
  line.scrollIntoView({ block: "nearest" });
}

// Puts an answered page in the place of this one, as the browser would: same place. Its address is
// one at which it can be had again, so that Back finds it with the words.
function show(page, action, address) {
  const { pathname, hash } = new URL(action, location);
  if (address) history.replaceState(null, "", new URL(address + hash, location));
  else if (pathname === location.pathname) history.replaceState(null, "", action);
  document.title = page.title;
  document.body.replaceWith(page.body);
  document.dispatchEvent(new Event("drafting:page"));
  const goal = (hash && document.getElementById(hash.slice(1))) || document.querySelector("main");
  goal.scrollIntoView();
  goal.focus({ preventScroll: true });
  if (document.activeElement !== goal) document.querySelector("main").focus({ preventScroll: true });
}

function go(address) {
  const goal = new URL(address, location);
  if (goal.origin !== location.origin) return;
  const same = goal.pathname === location.pathname && goal.search === location.search;
  if (!same) {
    location.assign(goal);
    return;
  }
  history.scrollRestoration = "manual";
  history.replaceState(null, "", goal);
  location.reload();
}

async function answerTo(form, button, controller) {
  const action = button?.hasAttribute("formaction") ? button.formAction : form.action;
  const timer = setTimeout(() => controller.abort(), Number(form.dataset.patience) || PATIENCE);
  try {
    const answer = await fetch(action, {
      method: "POST",
      body: fieldsOf(form, button),
      headers: { "X-Sent-By": "script" },
      signal: controller.signal,
    });
    const body = ANSWERLESS.has(answer.status) ? null : await answer.text();
    return { action, answer, body };
  } catch {
    return { body: null };
  } finally {
    clearTimeout(timer);
  }
}

// The same button pressed again waits with the first; another one takes its place, as in any browser.
async function send(form, button) {
  if (present?.button === button && button) return;
  present?.controller.abort();
  const mine = { button, controller: new AbortController() };
  present = mine;
  const line = lineOf(form);
  line.className = "sending-line";
  line.textContent = words().busy;
  const { action, answer, body } = await answerTo(form, button, mine.controller);
  if (present !== mine) return;
  present = null;
  if (body === null) {
    failed(form, button);
    return;
  }
  line.textContent = "";
  const goal = answer.headers.get("X-Go-To");
  if (goal) go(goal);
  else show(new DOMParser().parseFromString(body, "text/html"), action, answer.headers.get("X-Shown-At"));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sends === undefined || !words() || event.defaultPrevented) return;
  event.preventDefault();
  send(form, event.submitter);
});
