// Part of embed.js: the element itself.

const FILTERS = `brand model collaborator collaboration colorway style-code color line kind audience region channel status
  stage group strongest-rumor source from to match min-confidence as-of recorded-by updated-since price-min price-max
  currency limit tz`.split(/\s+/);

const PATIENCE = 10_000;

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(CSS_TEXT);

const parameterOf = (attribute) => attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Asks the API, without cookies; fails with an error that carries the problem, if it told one. */
const ask = async (address, language, signal) => {
  const answer = await fetch(address, {
    credentials: 'omit',
    headers: { Accept: 'application/json', 'Accept-Language': language },
    signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(signal ? [signal] : [])]),
  });
  const body = await answer.json().catch(() => null);
  if (!answer.ok || !body) throw Object.assign(new Error(`HTTP ${answer.status}`), { problem: answer.ok ? null : body });
  return { body, language: answer.headers.get('Content-Language')?.split(',')[0].trim() || 'en' };
};

/**
 * What drops next, in a list that keeps to itself: `<solecast-drops brand="new-balance" limit="5">`. Every filter of
 * /v1/releases is an attribute; `release` shows one by its slug instead. All there is to set: /docs/embed.
 */
class SolecastDrops extends HTMLElement {
  static observedAttributes = [...FILTERS, 'release', 'api', 'lang', 'more'];

  /** For a page of ours that shows releases in another form too. */
  static filters = FILTERS;
  static tools = { ask, el, sayDate, wordsIn, isKnownDay, webAddress, dated };

  #root = this.attachShadow({ mode: 'open' });
  #spoken = el('p', { role: 'status', class: 'spoken' });
  #list = el('div', { part: 'list', class: 'list' });
  #state = el('div', { class: 'state' });
  #foot = el('p', { class: 'foot', part: 'foot' });
  #watch = null;
  #asked = null;
  #ready = false;
  #changed = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [STYLE];
    this.#root.append(this.#spoken, this.#list, this.#state, this.#foot);
  }

  connectedCallback() {
    this.#wait();
    this.#watch = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.#watch.disconnect();
        this.#ready = true;
        this.reload();
      }
    }, { rootMargin: '300px' });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.#ready = false;
    this.#asked?.abort();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#ready || this.#changed) return;
    this.#changed = true;
    queueMicrotask(() => {
      this.#changed = false;
      this.reload();
    });
  }

  /** Asks anew and shows what there is now. */
  reload() {
    this.#wait();
    return this.#show(this.#address(), true);
  }

  get #api() {
    return webAddress(this.getAttribute('api') || '/', import.meta.url) ?? new URL('/', import.meta.url).href;
  }

  get #language() {
    return this.getAttribute('lang') || this.closest('[lang]')?.lang || 'en';
  }

  get #query() {
    const given = FILTERS.filter((name) => this.getAttribute(name));
    return new URLSearchParams(given.map((name) => [parameterOf(name), this.getAttribute(name)]));
  }

  #address() {
    const slug = this.getAttribute('release');
    if (slug) return new URL(`/v1/releases/${encodeURIComponent(slug)}`, this.#api);
    const query = this.#query;
    const over = /released|cancelled/.test(query.get('status') ?? '');
    return new URL(`/v1/releases${over ? '' : '/upcoming'}?${query}`, this.#api);
  }

  async #show(address, anew) {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    try {
      const { body, language } = await ask(address, this.#language, asked.signal);
      if (asked.signal.aborted) return;
      const one = !Array.isArray(body.items);
      const today = body.today ?? body.forecast?.asOf ?? new Date().toISOString().slice(0, 10);
      this.#add(one ? [body] : body.items, { one, anew, today, language, next: body.next });
      this.#tell('solecast-load', { count: this.#list.querySelectorAll('.card').length, more: Boolean(body.next) });
    } catch (failure) {
      if (!asked.signal.aborted) this.#fail(failure, () => this.#show(address, anew));
    }
  }

  #add(releases, { one, anew, today, language, next }) {
    const words = wordsIn(language);
    const level = Number(this.getAttribute('heading-level')) || 3;
    if (anew) this.#list.replaceChildren();
    this.#list.lang = this.#state.lang = this.#foot.lang = WORDS[language.split('-')[0]] ? language : 'en';
    const cards = releases.map((release) => {
      const item = card(release, { today, language, api: this.#api, level: one ? level : level + 1 });
      this.#section(one ? '' : release.group ?? '', words, level).append(item);
      return item;
    });
    const count = this.#list.querySelectorAll('.card').length;
    this.#state.replaceChildren(...(count ? [] : [el('p', { part: 'empty' }, words.empty)]));
    if (next && this.hasAttribute('more')) {
      const more = el('button', { type: 'button', part: 'more' }, words.more);
      more.addEventListener('click', () => this.#show(new URL(next, this.#api), false));
      this.#state.append(more);
    }
    this.#spoken.textContent = counted(words.count, count, language);
    this.#foot.replaceChildren(words.by, ' ', this.#source);
    this.removeAttribute('aria-busy');
    if (!anew) cards[0]?.querySelector('a').focus();
  }

  /** The list of a group: the last one, or a new one under its heading. */
  #section(group, words, level) {
    const last = this.#list.lastElementChild;
    if (last?.dataset.group === group) return last.lastElementChild;
    const first = !last && group === 'dated';
    const heading = group && el('h2', { part: 'group', class: first ? 'spoken' : '', 'aria-level': level }, words[group]);
    const items = el('ol', { role: 'list' });
    this.#list.append(el('section', { 'data-group': group, part: 'section' }, heading, items));
    return items;
  }

  get #source() {
    const slug = this.getAttribute('release');
    const address = webAddress(slug ? `/releases/${encodeURIComponent(slug)}` : `/?${this.#query}`, this.#api);
    return el('a', { href: address, part: 'home' }, 'Solecast');
  }

  /** While there is nothing to show: what the page put inside the element, else the outlines of cards. */
  #wait() {
    this.setAttribute('aria-busy', 'true');
    const words = wordsIn(this.#language);
    const some = this.hasAttribute('release') ? 1 : Math.min(Number(this.getAttribute('limit')) || 5, 5);
    const outlines = Array.from({ length: some }, () => el('span', { class: 'outline' }));
    const given = [...this.childNodes].some((node) =>
      node.nodeType === Node.ELEMENT_NODE
        ? !node.matches('noscript, script, template') : node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
    this.#spoken.textContent = words.loading;
    this.#state.replaceChildren(given ? el('slot') : el('span', { class: 'outlines', part: 'loading' }, ...outlines));
    this.#list.replaceChildren();
    this.#foot.replaceChildren();
  }

  /** What the page put inside the element stays; a mistake in the attributes is told to who made it. */
  #fail({ problem }, again) {
    const words = wordsIn(this.#language);
    const retry = el('button', { type: 'button', part: 'retry' }, words.retry);
    retry.addEventListener('click', () => (this.#list.childElementCount ? again() : this.reload()));
    const detail = problem?.status < 500 ? problem.detail : '';
    this.#state.replaceChildren(
      el('slot'),
      el('p', { part: 'error', class: 'error' }, words.failed, ' ', detail ? el('bdi', {}, detail) : null),
      retry,
    );
    this.#spoken.textContent = words.failed;
    this.removeAttribute('aria-busy');
    this.#tell('solecast-error', { problem });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

// A page may hold the script twice, in two versions even: the first serves.
if (!customElements.get('solecast-drops')) customElements.define('solecast-drops', SolecastDrops);
