// Keeps what moves on a page of the queue up to date, and the keys of the console. Without it every page still works: it is
// reloaded by hand, and buttons are pressed.
export {};

const EVERY_MS = 1000;
const LONGEST_MS = 10000;

const line = document.getElementById('line');
let wait = EVERY_MS;

function say(ok: boolean): void {
  if (line !== null) {
    const words = (ok ? line.dataset.ok : line.dataset.lost) ?? '';
    if (line.textContent !== words) {
      line.textContent = words;
    }
    line.classList.add('live');
    line.classList.toggle('bad', !ok);
  }
}

// A piece is swapped as a whole; whatever had the focus inside it gets it back by its id.
function swap(old: HTMLElement, html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(old.id);
  if (fresh === null || fresh.innerHTML === old.innerHTML) {
    return;
  }
  const focused = old.contains(document.activeElement) ? document.activeElement?.id : undefined;
  old.replaceWith(fresh);
  if (focused) {
    document.getElementById(focused)?.focus();
  }
}

async function refresh(): Promise<void> {
  const piece = document.querySelector<HTMLElement>('[data-live]');
  const address = piece?.dataset.live;
  if (piece !== null && address !== undefined && !document.hidden) {
    try {
      const answer = await fetch(address, { credentials: 'same-origin', redirect: 'error' });
      if (answer.ok) {
        swap(piece, await answer.text());
      }
      say(answer.ok);
      wait = answer.ok ? EVERY_MS : Math.min(LONGEST_MS, wait * 2);
    } catch {
      say(false);
      wait = Math.min(LONGEST_MS, wait * 2);
    }
  }
  window.setTimeout(refresh, wait);
}

document.addEventListener('keydown', (event) => {
  const button = document.querySelector<HTMLButtonElement>(`button[data-kbd="${event.key}"]`);
  if (button !== null && !event.repeat) {
    event.preventDefault();
    button.click();
  }
});

document.documentElement.dataset.keys = 'ready';

// A second press of a button that is on its way does nothing.
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset.sent === 'true') {
    event.preventDefault();
  }
  form.dataset.sent = 'true';
});

window.setTimeout(refresh, EVERY_MS);
