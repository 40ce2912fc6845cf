// Part of embed.js: the custom element.

const FILTERS = `brand model collaborator collaboration colorway release style-code color line kind audience region
  channel status stage group strongest-rumor source from to match min-confidence as-of recorded-by updated-since
  price-min price-max currency limit tz`.split(/\s+/);

/** In milliseconds. */
const REQUEST_TIMEOUT = 10_000;

const STYLE = new CSSStyleSheet();
STYLE.replaceSync(CSS_TEXT);

const parameterOf = (attribute) => attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Sends a request to the API, without cookies. Errors have the property `problem` if the API sent one. */
const ask = async (address, language, signal) => {
  const response = await fetch(address, {
    credentials: 'omit',
    headers: { Accept: 'application/json', 'Accept-Language': language },
    signal: AbortSignal.any([AbortSignal.timeout(REQUEST_TIMEOUT), ...(signal ? [signal] : [])]),
  });
  const body = await response.json().catch(() => null);
  if (!response.ok || !body) {
    throw Object.assign(new Error(`HTTP ${response.status}`), { problem: response.ok ? null : body });
  }
  return { body, language: response.headers.get('Content-Language')?.split(',')[0].trim() || 'en' };
};

/**
 * A list of upcoming releases, isolated in a shadow root: `<solecast-drops brand="new-balance" limit="5">`. Every filter
 * of /v1/releases is an attribute; `release` shows a single one by its slug. /docs/embed documents all attributes.
 */
class SolecastDrops extends HTMLElement {
  static observedAttributes = [...FILTERS, 'release', 'api', 'lang', 'more'];

  /** Used by calendar.js, which shows releases as a month too. */
  static filters = FILTERS;
  static tools = { ask, el, sayDate, wordsIn, isKnownDay, webAddress, dated };

  #root = this.attachShadow({ mode: 'open' });
  #status = el('p', { role: 'status', class: 'spoken' });
  #list = el('div', { part: 'list', class: 'list' });
  #state = el('div', { class: 'state' });
  #foot = el('p', { class: 'foot', part: 'foot' });
  #observer = null;
  #request = null;
  #started = false;
  #reloadQueued = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [STYLE];
    this.#root.append(this.#status, this.#list, this.#state, this.#foot);
  }

  connectedCallback() {
    this.#showLoading();
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.#observer.disconnect();
        this.#started = true;
        this.reload();
      }
    }, { rootMargin: '300px' });
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.#started = false;
    this.#request?.abort();
  }

  attributeChangedCallback(name, before, after) {
    if (before === after || !this.#started || this.#reloadQueued) return;
    this.#reloadQueued = true;
    queueMicrotask(() => {
      this.#reloadQueued = false;
      this.reload();
    });
  }

  /** Loads the releases again and replaces the list. */
  reload() {
    this.#showLoading();
    return this.#show(this.#requestUrl(), true);
  }

  get #api() {
    return webAddress(this.getAttribute('api') || '/', import.meta.url) ?? new URL('/', import.meta.url).href;
  }

  get #language() {
    return this.getAttribute('lang') || this.closest('[lang]')?.lang || 'en';
  }

  get #query() {
    const present = FILTERS.filter((name) => this.getAttribute(name));
    return new URLSearchParams(present.map((name) => [parameterOf(name), this.getAttribute(name)]));
  }

  #requestUrl() {
    const slug = this.getAttribute('release');
    if (slug) return new URL(`/v1/releases/${encodeURIComponent(slug)}`, this.#api);
    const query = this.#query;
    const includesPast = /released|cancelled/.test(query.get('status') ?? '');
    return new URL(`/v1/releases${includesPast ? '' : '/upcoming'}?${query}`, this.#api);
  }

  async #show(address, replace) {
    this.#request?.abort();
    const request = (this.#request = new AbortController());
    try {
      const { body, language } = await ask(address, this.#language, request.signal);
      if (request.signal.aborted) return;
      const one = !Array.isArray(body.items);
      const today = body.today ?? body.forecast?.asOf ?? new Date().toISOString().slice(0, 10);
      this.#render(one ? [body] : body.items, { one, replace, today, language, next: body.next });
      this.#emit('solecast-load', { count: this.#list.querySelectorAll('.card').length, more: Boolean(body.next) });
    } catch (failure) {
      if (!request.signal.aborted) this.#showError(failure, () => this.#show(address, replace));
    }
  }

  #render(releases, { one, replace, today, language, next }) {
    const words = wordsIn(language);
    const level = Number(this.getAttribute('heading-level')) || 3;
    if (replace) this.#list.replaceChildren();
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
    this.#status.textContent = counted(words.count, count, language);
    this.#foot.replaceChildren(words.by, ' ', this.#source);
    this.removeAttribute('aria-busy');
    if (!replace) cards[0]?.querySelector('a').focus();
  }

  /** Returns the list of a group: the last section if it is of this group, otherwise a new one with a heading. */
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

  /** Shows the content that the page put inside the element, or outlines of cards, while the list loads. */
  #showLoading() {
    this.setAttribute('aria-busy', 'true');
    const words = wordsIn(this.#language);
    const count = this.hasAttribute('release') ? 1 : Math.min(Number(this.getAttribute('limit')) || 5, 5);
    const outlines = Array.from({ length: count }, () => el('span', { class: 'outline' }));
    const hasContent = [...this.childNodes].some((node) =>
      node.nodeType === Node.ELEMENT_NODE
        ? !node.matches('noscript, script, template') : node.nodeType === Node.TEXT_NODE && node.nodeValue.trim());
    this.#status.textContent = words.loading;
    const loading = el('span', { class: 'outlines', part: 'loading' }, ...outlines);
    this.#state.replaceChildren(hasContent ? el('slot') : loading);
    this.#list.replaceChildren();
    this.#foot.replaceChildren();
  }

  /** Shows the content that the page put inside the element, and the detail of an error in its attributes. */
  #showError({ problem }, again) {
    const words = wordsIn(this.#language);
    const retry = el('button', { type: 'button', part: 'retry' }, words.retry);
    retry.addEventListener('click', () => (this.#list.childElementCount ? again() : this.reload()));
    const detail = problem?.status < 500 ? problem.detail : '';
    this.#state.replaceChildren(
      el('slot'),
      el('p', { part: 'error', class: 'error' }, words.failed, ' ', detail ? el('bdi', {}, detail) : null),
      retry,
    );
    this.#status.textContent = words.failed;
    this.removeAttribute('aria-busy');
    this.#emit('solecast-error', { problem });
  }

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}

// A page may load the script twice, even in two versions: the first one wins.
if (!customElements.get('solecast-drops')) customElements.define('solecast-drops', SolecastDrops);
