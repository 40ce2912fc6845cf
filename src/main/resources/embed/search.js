// <solecast-search>: searches while the user types. The attribute `words` holds the initial query.

/** Time without typing before a request is sent, in milliseconds. */
const DEBOUNCE = 120;
let instances = 0;

const element = (name, attributes, ...children) => {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
};

class SolecastSearch extends HTMLElement {
  #id = `search-${++instances}`;
  #input = element('input', {
    type: 'search', role: 'combobox', id: this.#id, placeholder: 'Shoe, brand, collaborator', maxlength: '200',
    autocomplete: 'off', spellcheck: 'false', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
    'aria-controls': `${this.#id}-hits`, enterkeyhint: 'go',
  });
  #hits = element('ul', { role: 'listbox', id: `${this.#id}-hits`, 'aria-label': 'Found' });
  #status = element('p', { role: 'status', class: 'spoken' });
  #active = -1;
  #timer = 0;
  #request = null;

  connectedCallback() {
    if (this.childElementCount) return;
    this.#hits.hidden = true;
    this.append(
      element('label', { for: this.#id, class: 'spoken' }, 'Search releases, brands and collaborators'),
      this.#input, this.#hits, this.#status,
    );
    this.#input.addEventListener('input', () => this.#searchSoon());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('focusout', (event) => {
      if (!this.hasAttribute('words') && !this.contains(event.relatedTarget)) this.#close();
    });
    this.#hits.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#hits.addEventListener('click', (event) => this.#open(event.target.closest('[role=option]')));
    if (this.getAttribute('words')) {
      this.#input.value = this.getAttribute('words');
      this.#search();
    }
  }

  #searchSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#search(), DEBOUNCE);
  }

  async #search() {
    this.#request?.abort();
    const words = this.#input.value.trim();
    if (!words) return this.#close();
    const request = (this.#request = new AbortController());
    try {
      const response = await fetch(`/v1/search?limit=8&q=${encodeURIComponent(words)}`, { signal: request.signal });
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      this.#show(await response.json());
    } catch {
      if (!request.signal.aborted) this.#showMessage('The search does not answer just now.');
    }
  }

  #show({ items, complete }) {
    if (!items.length) return this.#showMessage('Nothing found.');
    this.#hits.replaceChildren(...items.map((item, i) => {
      const when = item.type === 'release' ? `release, ${item.date?.label ?? 'no date yet'}` : item.type;
      const about = [when, item.region === 'WW' ? '' : item.region].filter(Boolean);
      const option = element('li', { role: 'option', id: `${this.#id}-${i}`, 'aria-selected': 'false' },
        element('bdi', {}, item.title), ' ', element('small', {}, about.join(', ')));
      const slug = encodeURIComponent(item.slug);
      option.dataset.page = item.type === 'release' ? `/releases/${slug}` : `/?${item.type}=${slug}`;
      return option;
    }));
    if (!complete) this.#hits.prepend(this.#message('Nothing has all of these words. With most of them:'));
    this.#status.textContent = complete ? `${items.length} found` : `${items.length} found with most of the words`;
    this.#expand();
  }

  #message(text) {
    return element('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, text);
  }

  #showMessage(text) {
    this.#hits.replaceChildren(this.#message(text));
    this.#status.textContent = text;
    this.#expand();
  }

  #expand() {
    this.#active = -1;
    this.#hits.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#hits.hidden = true;
    this.#status.textContent = '';
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }

  #onKey(event) {
    const options = [...this.#hits.querySelectorAll('[data-page]')];
    if (event.key === 'Escape' && !this.#hits.hidden) {
      event.preventDefault();
      this.#close();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      this.#open(options[Math.max(this.#active, 0)]);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#active = (this.#active + step + options.length + (this.#active < 0 && step < 0 ? 1 : 0)) % options.length;
      options.forEach((option, i) => option.setAttribute('aria-selected', String(i === this.#active)));
      options[this.#active].scrollIntoView({ block: 'nearest' });
      this.#input.setAttribute('aria-activedescendant', options[this.#active].id);
    }
  }

  #open(option) {
    if (option?.dataset.page && !this.#hits.hidden) location.assign(option.dataset.page);
  }
}

customElements.define('solecast-search', SolecastSearch);
