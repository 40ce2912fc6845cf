// The calendar page: stores the filters in the address and draws the month. The list is a <solecast-drops>.

await customElements.whenDefined('solecast-drops');
const Drops = customElements.get('solecast-drops');
const { ask, el, sayDate, isKnownDay, dated } = Drops.tools;

const MAX_PAGES = 5;
const MAX_PERHAPS = 12;
const byId = (id) => document.getElementById(id);
const form = byId('filters');
const list = byId('list');
const month = byId('month');
let pendingRequest = null;

const attributeOf = (parameter) => parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const currentQuery = () => new URLSearchParams([...new URLSearchParams(location.search)].filter(([, value]) => value));
const pathWith = (query) => (query.size ? `/?${query.toString().replaceAll('%2C', ',')}` : '/');

/** The parameters that filter the list; an address may contain others. */
const NAMES = Drops.filters.filter((name) => !['limit', 'tz'].includes(name));
const filters = (query) => new URLSearchParams([...query].filter(([name]) => NAMES.includes(attributeOf(name))));

const withChanges = (changes, base = currentQuery()) => {
  const query = new URLSearchParams(base);
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name);
  return query;
};

const navigate = (query) => {
  history.pushState(null, '', pathWith(query));
  show();
};

const show = () => {
  const query = currentQuery();
  const activeFilters = filters(query);
  const monthly = query.get('view') === 'month';
  for (const name of NAMES) {
    const value = [...activeFilters].find(([parameter]) => attributeOf(parameter) === name)?.[1];
    if (value) list.setAttribute(name, value);
    else list.removeAttribute(name);
  }
  list.hidden = monthly;
  month.hidden = !monthly;
  for (const field of form.querySelectorAll('select')) field.value = query.get(field.name) ?? '';
  for (const chip of document.querySelectorAll('[data-without]')) {
    chip.href = pathWith(withChanges({ [chip.dataset.without]: '' }));
  }
  for (const link of document.querySelectorAll('[data-view]')) {
    const view = link.dataset.view;
    link.href = pathWith(withChanges(view === 'month' ? { view } : { view: '', month: '' }));
    link.toggleAttribute('aria-current', (view === 'month') === monthly);
    if (link.hasAttribute('aria-current')) link.setAttribute('aria-current', 'true');
  }
  const queryString = activeFilters.size ? `?${activeFilters}` : '';
  byId('calendar').href = `/v1/calendar.ics${queryString}`;
  byId('feed').href = `/v1/feed.atom${queryString}`;
  if (monthly) showMonth(monthOf(query.get('month')), activeFilters);
};

const monthOf = (text) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '') ? text : new Date().toISOString().slice(0, 7));

const addMonths = (name, by) => {
  const [year, number] = name.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};

const lastDay = (name) =>
  new Date(Date.parse(`${addMonths(name, 1)}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Loads the releases whose window touches the month, at most MAX_PAGES pages of 100. */
const releasesOf = async (name, activeFilters, signal) => {
  const query = withChanges({ from: `${name}-01`, to: lastDay(name), match: 'possible', limit: '100' }, activeFilters);
  const releases = [];
  let next = `/v1/releases?${query}`;
  let today = '';
  for (let page = 0; next && page < MAX_PAGES; page++) {
    const { body } = await ask(next, 'en', signal);
    releases.push(...body.items);
    ({ next, today } = body);
  }
  return { releases, today, more: Boolean(next) };
};

const showMonth = async (name, activeFilters) => {
  pendingRequest?.abort();
  const request = (pendingRequest = new AbortController());
  const heading = el('h2', { id: 'month-name' }, dated(`${name}-01`, 'en', { month: 'long', year: 'numeric' }));
  const step = (by, text, className) => {
    const to = addMonths(name, by);
    const label = `${text}, ${dated(`${to}-01`, 'en', { month: 'long', year: 'numeric' })}`;
    const href = pathWith(withChanges({ view: 'month', month: to }));
    return el('a', { href, 'data-month': to, class: className, 'aria-label': label });
  };
  const head = el('div', { class: 'month-head' },
    step(-1, 'Month before', 'before'), heading, step(1, 'Month after', 'after'));
  const status = el('p', { role: 'status', class: 'spoken' }, 'Loading');
  const focused = document.activeElement?.closest?.('.month-head a')?.className;
  month.replaceChildren(head, status);
  if (focused) month.querySelector(`.${focused}`).focus();
  month.setAttribute('aria-busy', 'true');
  try {
    const found = await releasesOf(name, activeFilters, request.signal);
    if (request.signal.aborted) return;
    month.append(...drawMonth(name, found));
    status.textContent = `${found.releases.length} releases`;
  } catch (failure) {
    if (request.signal.aborted) return;
    const again = el('button', { type: 'button' }, 'Try again');
    again.addEventListener('click', () => showMonth(name, activeFilters));
    month.append(el('p', { class: 'failed', role: 'alert' },
      failure.problem?.status < 500 ? failure.problem.detail : 'Release dates cannot be shown just now.'), again);
    status.textContent = '';
  }
  month.removeAttribute('aria-busy');
};

const row = (release) => {
  const said = sayDate(release, 'en');
  return el('li', { 'data-tone': said.tone },
    el('a', { href: `/releases/${encodeURIComponent(release.slug)}` }, el('bdi', {}, release.title)), ' ',
    el('span', {}, said.sentence, said.chance ? `, ${said.chance}` : ''));
};

const drawMonth = (name, { releases, today, more }) => {
  const inMonth = (iso) => iso?.startsWith(name);
  const dayOf = (release) => release.releasedOn ?? (isKnownDay(release.date) ? release.date.earliest : null);
  const onDays = Map.groupBy(releases.filter((release) => inMonth(dayOf(release))), dayOf);
  const rest = releases.filter((release) => !dayOf(release));
  const inside = rest.filter(({ date }) => inMonth(date.earliest) && inMonth(date.latest));
  const perhaps = rest.filter((release) => !inside.includes(release) && release.group);
  const words = dated(`${name}-01`, 'en', { month: 'long' });
  return [
    grid(name, onDays, today),
    rows(`Some time in ${words}`, inside, `some-time`),
    rows(`Perhaps in ${words}`, perhaps.slice(0, MAX_PERHAPS), 'perhaps', perhaps.length - MAX_PERHAPS, more, name),
    releases.length ? null : el('p', { class: 'none' }, `Nothing is known of ${words}.`),
  ].filter(Boolean);
};

const rows = (title, releases, id, left = 0, more = false, name = '') => {
  if (!releases.length) return null;
  const all = withChanges({ view: '', month: '', from: `${name}-01`, to: name && lastDay(name) });
  return el('section', { class: 'rows', 'aria-labelledby': id },
    el('h3', { id }, title), el('ul', { class: 'plain' }, ...releases.map(row)),
    left > 0 || more ? el('p', {}, el('a', { href: pathWith(all) }, more ? 'All of them' : `${left} more`)) : null);
};

const grid = (name, onDays, today) => {
  const days = Number(lastDay(name).slice(8));
  const offset = (new Date(`${name}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const weekdays = Array.from({ length: 7 }, (_, i) =>
    el('span', {}, dated(`2027-03-0${i + 1}`, 'en', { weekday: 'short' })));
  const cells = Array.from({ length: days }, (_, i) => {
    const iso = `${name}-${String(i + 1).padStart(2, '0')}`;
    const releases = onDays.get(iso) ?? [];
    const cell = el('li', { class: `${releases.length ? 'some' : 'none'}${iso === today ? ' today' : ''}` },
      el('time', { datetime: iso },
        el('span', { class: 'spoken' }, dated(iso, 'en', { weekday: 'long', day: 'numeric', month: 'long' })),
        el('span', { 'aria-hidden': 'true', class: 'weekday' }, dated(iso, 'en', { weekday: 'short' })),
        el('span', { 'aria-hidden': 'true' }, String(i + 1))));
    if (releases.length) cell.append(el('ul', {}, ...releases.map(entry)));
    return cell;
  });
  if (offset) cells[0].style.gridColumnStart = offset + 1;
  return el('div', { class: 'month-grid' },
    el('p', { class: 'weekdays', 'aria-hidden': 'true' }, ...weekdays), el('ol', { class: 'days' }, ...cells));
};

const entry = (release) => {
  const said = sayDate(release, 'en');
  return el('li', { 'data-tone': said.tone },
    el('a', { href: `/releases/${encodeURIComponent(release.slug)}` }, el('bdi', {}, release.title)),
    el('span', {}, said.word));
};

form.addEventListener('change', (event) => navigate(withChanges({ [event.target.name]: event.target.value })));
form.addEventListener('submit', (event) => event.preventDefault());
addEventListener('popstate', show);
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-view], a[data-month]');
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  navigate(new URL(link.href).searchParams);
});
show();
