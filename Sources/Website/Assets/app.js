'use strict';
// Helps only: every page works without this file. Parts are found by data attributes.

// A password can be shown: <button type="button" data-show-password="FIELD-ID" data-show data-hide>.
for (const button of document.querySelectorAll('[data-show-password]')) {
  const field = document.getElementById(button.dataset.showPassword);
  if (!field) continue;
  button.hidden = false;
  const turn = (shown) => {
    field.type = shown ? 'text' : 'password';
    button.textContent = shown ? button.dataset.hide : button.dataset.show;
  };
  button.addEventListener('click', () => turn(field.type === 'password'));
  // It is sent as a password, so that a browser never remembers it as text.
  if (field.form) field.form.addEventListener('submit', () => turn(false));
}

// Ctrl and "/" go to the search box. A key alone would do so for who speaks to the device, too, or slips (WCAG 2.1.4).
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || !event.ctrlKey || event.target.closest('dialog')) return;
  const box = [...document.querySelectorAll('[data-search]')].find((one) => one.getClientRects().length);
  if (!box) return;
  event.preventDefault();
  box.focus();
});

// The connection chip says what the browser knows.
const showConnection = () => {
  for (const chip of document.querySelectorAll('[data-connection]')) {
    chip.querySelector('[data-online]').hidden = !navigator.onLine;
    chip.querySelector('[data-offline]').hidden = navigator.onLine;
  }
};
addEventListener('online', showConnection);
addEventListener('offline', showConnection);
showConnection();

// A menu closes with Escape and when someone presses elsewhere.
for (const menu of document.querySelectorAll('details[data-menu]')) {
  document.addEventListener('click', (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

// The session's end is announced. Time is read from the clock, so sleep of the device counts too. Tabs of one session
// tell each other of their answers, or one would end under another's hands; what they tell is stored nowhere.
const idle = document.querySelector('dialog[data-idle]');
const tabs = idle && 'BroadcastChannel' in window ? new BroadcastChannel('answered') : undefined;
let lastAnswer;
const answered = () => {
  lastAnswer = Date.now();
  if (tabs) tabs.postMessage({ session: idle.dataset.csrf, at: lastAnswer });
};
answered();
if (idle && idle.showModal) {
  const keep = async () => {
    try {
      const body = new URLSearchParams({ csrf: idle.dataset.csrf });
      const answer = await fetch(idle.dataset.keep, { method: 'POST', body, redirect: 'manual' });
      if (!answer.ok) return location.assign(location.pathname);
      answered();
      if (idle.open) idle.close();
    } catch { /* No connection: the dialog stays, and the button can be pressed again. */ }
  };
  idle.querySelector('[data-idle-stay]').addEventListener('click', keep);
  idle.addEventListener('cancel', (event) => { event.preventDefault(); keep(); });
  if (tabs) {
    // Who locks the screen, or signs out, hands the device on: no other tab goes on showing a file.
    document.addEventListener('submit', ({ target }) => {
      if (target.matches('[data-ends]')) tabs.postMessage({ session: idle.dataset.csrf, isEnded: true });
    });
    tabs.addEventListener('message', ({ data }) => {
      if (data.session !== idle.dataset.csrf) return;
      if (data.isEnded) return location.replace(idle.dataset.ended);
      lastAnswer = Math.max(lastAnswer, data.at);
      if (idle.open) idle.close();
    });
  }
  setInterval(() => {
    const seconds = (Date.now() - lastAnswer) / 1000;
    // To ask the session for anything would keep it alive, with a file on the screen that nobody looks at.
    if (seconds >= Number(idle.dataset.idleEnd)) location.replace(idle.dataset.ended);
    else if (seconds >= Number(idle.dataset.idleWarn) && !idle.open) idle.showModal();
  }, 5000);
}

// A form is kept, sealed for who types it, two seconds after the last key: <form data-draft="ADDRESS">.
for (const form of document.querySelectorAll('form[data-draft]')) {
  const show = (name, isShown) => {
    const said = document.querySelector(`[data-${name}]`);
    if (said) said.hidden = !isShown;
  };
  // Who is about to be signed out is told so too, and only of what was kept for certain: nothing typed since.
  const showKept = (isKept) => {
    show('saved', isKept);
    show('kept', isKept);
  };
  // Counted, so that what is typed while something is being kept is not taken for kept. Settled is what is kept and
  // what is not to be tried again: it was sent or discarded with the form, or the answer would be the same.
  let typed = 0;
  let settled = 0;
  let timer;
  let attempt;
  const body = () => {
    const body = new URLSearchParams(new FormData(form));
    body.set('form', form.getAttribute('action'));
    return body;
  };
  const stop = () => {
    clearTimeout(timer);
    if (attempt) attempt.abort();
    attempt = undefined;
  };
  const keep = async () => {
    clearTimeout(timer);
    // One that is on its way is left to arrive, however slow the network is.
    if (attempt || settled === typed) return;
    const own = attempt = new AbortController();
    const sent = typed;
    // A connection that is neither there nor gone answers nothing.
    const limit = setTimeout(() => own.abort(), 30000);
    let answer;
    try {
      answer = await fetch(form.dataset.draft, {
        method: 'POST', body: body(), redirect: 'manual', signal: own.signal,
      });
    } catch { /* No connection: it is tried again. */ }
    clearTimeout(limit);
    // What was sent or discarded meanwhile needs none.
    if (own !== attempt) return;
    attempt = undefined;
    const isTriedAgain = !answer || answer.status >= 500 || answer.status === 429;
    show('unsaved', isTriedAgain);
    if (!isTriedAgain) settled = sent;
    if (answer && answer.ok) {
      answered();
      showKept(settled === typed);
    }
    if (settled === typed) return;
    clearTimeout(timer);
    timer = setTimeout(keep, isTriedAgain ? 15000 : 2000);
  };
  // What must be ticked first stands above the form and is a part of it.
  document.addEventListener('input', ({ target }) => {
    if (target.form !== form) return;
    typed += 1;
    showKept(false);
    clearTimeout(timer);
    timer = setTimeout(keep, 2000);
  });
  // What is sent, or discarded, is kept no more.
  document.addEventListener('submit', ({ target }) => {
    if (target !== form && !target.matches('[data-discard]')) return;
    stop();
    settled = typed;
  });
  addEventListener('online', keep);
  // Who leaves sooner, or turns to another app on a phone, leaves nothing behind.
  document.addEventListener('visibilitychange', () => {
    if (settled === typed) return;
    // A beacon is refused where it is long. Whether it arrives is told to nobody: what it takes along is tried again.
    const isSent = document.visibilityState === 'hidden' && navigator.sendBeacon(form.dataset.draft, body());
    if (!isSent) keep();
  });
}

// Going back to a form that was recorded leads on to where it came from: the same answers again would be a second record.
// The server says which form was recorded by its random key; every entry of the history that shows a form holds its key.
const done = document.querySelector('[data-done]');
if (done) sessionStorage.recorded = `${sessionStorage.recorded || ''} ${done.dataset.done}`;
for (const form of document.querySelectorAll('form[data-draft]')) {
  const up = document.querySelector('a.up');
  if (!up || form.getAttribute('action') !== location.pathname) continue;
  const mark = () => {
    const shown = history.state && history.state.form;
    if (shown && (sessionStorage.recorded || '').includes(shown)) location.replace(up.href);
    else history.replaceState({ form: form.elements.key.value }, '');
  };
  addEventListener('pageshow', mark);
  addEventListener('hashchange', mark);
}

// Whose file it is stays in sight: the bar after the page's own one shows once that has gone.
for (const bar of document.querySelectorAll('[data-stuck]')) {
  // What is jumped to stands below it, also where only the jump brings it.
  const measure = () => {
    const { hidden } = bar;
    bar.hidden = false;
    document.documentElement.style.setProperty('--stuck', `${bar.offsetHeight}px`);
    bar.hidden = hidden;
  };
  measure();
  addEventListener('resize', measure);
  new IntersectionObserver(([own]) => { bar.hidden = own.isIntersecting; }).observe(bar.previousElementSibling);
}
