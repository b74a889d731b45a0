// The only script every page carries. Each thing it does is also there without it: the mode is a link, printing is the
// browser's own command, a station is found by its name. Buttons that need it are hidden until it runs.
export {};

const html = document.documentElement;

function buttons(act: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>(`[data-act=${act}]`);
}

// Large text mode: flips without a reload; the server reads the cookie next time.
for (const link of buttons('elder')) {
  link.addEventListener('click', (event) => {
    const elder = html.dataset.mode !== 'elder';
    if (!navigator.cookieEnabled) {
      return;
    }
    event.preventDefault();
    html.dataset.mode = elder ? 'elder' : 'normal';
    document.cookie = `jmk_mode=${html.dataset.mode};path=/;max-age=31536000;samesite=lax`;
    const other = link.dataset.other;
    if (other !== undefined) {
      link.dataset.other = link.textContent ?? '';
      link.textContent = other;
    }
  });
}

// Read aloud: only where the browser has a voice for the language of the page.
function offerReading(): void {
  const language = html.lang.slice(0, 2);
  const voices = window.speechSynthesis.getVoices();
  if (voices.some((voice) => voice.lang.slice(0, 2) === language)) {
    for (const button of buttons('read')) {
      button.hidden = false;
    }
  }
}

function read(button: HTMLElement): void {
  const reading = button.getAttribute('aria-pressed') === 'true';
  window.speechSynthesis.cancel();
  button.setAttribute('aria-pressed', String(!reading));
  if (!reading) {
    const text = document.querySelector('main')?.innerText ?? '';
    const words = new SpeechSynthesisUtterance(text);
    words.lang = html.lang;
    words.rate = 0.85;
    words.onend = () => button.setAttribute('aria-pressed', 'false');
    window.speechSynthesis.speak(words);
  }
}

if ('speechSynthesis' in window) {
  offerReading();
  window.speechSynthesis.addEventListener?.('voiceschanged', offerReading);
  for (const button of buttons('read')) {
    button.addEventListener('click', () => read(button));
  }
}

for (const button of buttons('print')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// The nearest station: the position goes into the address once and is kept nowhere.
if ('geolocation' in navigator && window.isSecureContext) {
  for (const button of buttons('near')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      button.setAttribute('aria-busy', 'true');
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          location.href = `/?near=${coords.latitude.toFixed(4)},${coords.longitude.toFixed(4)}`;
        },
        () => {
          button.removeAttribute('aria-busy');
          location.href = '/stations';
        },
        { timeout: 8000, maximumAge: 600000 },
      );
    });
  }
}

// An error summary gets the focus when the page was sent back.
document.querySelector<HTMLElement>('.err-sum')?.focus();
