// Part of embed.js: renders one release as a card. Text is inserted as text nodes only; no markup is ever parsed.

/** Creates an element; attributes and children that are null, undefined or '' are left out. */
const el = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value != null && value !== '' && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child != null && child !== ''));
  return element;
};

/** Resolves an address to follow or load; null unless its scheme is http or https. */
const webAddress = (address, base) => {
  const url = URL.canParse(address, base) ? new URL(address, base) : null;
  return url && ['https:', 'http:'].includes(url.protocol) ? url.href : null;
};

/** Draws twelve months as cells; those that the window touches are filled. */
const monthStrip = (date) => {
  const month = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
  const first = date?.earliest ? month(date.earliest) : null;
  const last = date?.latest ? month(date.latest) : null;
  const known = first ?? last;
  const sameYear = first != null && last != null && Math.floor(first / 12) === Math.floor(last / 12);
  const begin = known == null ? 0 : sameYear ? known - (known % 12) : first ?? last - 11;
  const cells = Array.from({ length: 12 }, (_, i) => {
    const inside = known != null && (first == null || begin + i >= first) && (last == null || begin + i <= last);
    return el('i', { class: inside ? 'in' : null });
  });
  return el('span', { class: 'months', part: 'months', 'aria-hidden': 'true' }, ...cells);
};

const dateBlock = (release, today, language) => {
  const { date, releasedOn, launch } = release;
  const said = sayDate(release, language);
  const known = releasedOn ?? (isKnownDay(date) ? date.earliest : null);
  const block = el('p', {
    class: 'date', part: `date ${said.tone}`, 'data-tone': said.tone, 'data-precision': known ? 'day' : date?.precision,
  });
  const spoken = el('span', { class: 'spoken' }, said.sentence, said.chance ? ` (${said.chance})` : '');
  const shown = el('span', { class: 'shown', 'aria-hidden': 'true' });
  if (said.word) shown.append(el('span', { class: 'word', part: 'word' }, said.word));
  if (known) {
    shown.append(
      el('span', { class: 'number', part: 'number' }, dated(known, language, { day: 'numeric' })),
      el('span', { class: 'month' }, dated(known, language, { month: 'long', year: 'numeric' })),
    );
    const away = Math.round((day(known) - day(today)) / 86_400_000);
    const weekday = dated(known, language, { weekday: 'long' });
    const near = Math.abs(away) <= 31 && !releasedOn
      ? new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(away, 'day') : '';
    const hour = launch && !releasedOn ? launch.local.slice(11, 16) : '';
    shown.append(el('span', { class: 'near' }, [weekday, hour, near].filter(Boolean).join(', ')));
  } else {
    shown.append(el('span', { class: 'label', part: 'label' }, said.date), monthStrip(date));
  }
  if (said.chance) shown.append(el('span', { class: 'chance', part: 'chance' }, said.chance));
  block.append(spoken, shown);
  return block;
};

const pictureBox = (picture, api) => {
  const address = picture && webAddress(picture.url, api);
  if (!address) return null;
  const image = el('img', {
    src: address, width: picture.width, height: picture.height, loading: 'lazy', decoding: 'async',
    referrerpolicy: 'no-referrer',
  });
  image.alt = picture.alternativeText ?? '';
  // The box remains, so that the layout does not shift.
  image.addEventListener('error', () => image.remove());
  const credit = picture.credit ? el('figcaption', { part: 'credit' }, el('bdi', {}, picture.credit)) : null;
  return el('figure', { part: 'picture' }, el('span', { class: 'box' }, image), credit);
};

const facts = ({ region, retailPrice, colorway, rumors }, address, language) => {
  const words = wordsIn(language);
  const place = region === 'WW' ? '' : fill(words.only, 'r', placeName(region, language));
  const price = retailPrice
    ? Number(retailPrice.amount).toLocaleString(language, { style: 'currency', currency: retailPrice.currency }) : '';
  const known = [place, price, colorway?.styleCode].filter(Boolean);
  const line = el('p', { class: 'facts', part: 'facts' });
  known.forEach((fact) => line.append(el('bdi', {}, fact)));
  if (rumors?.count) {
    const kind = words.kinds[KINDS.indexOf(rumors.strongest)];
    line.append(el('a', { href: `${address}#rumors`, part: 'source' },
      `${counted(words.rumors, rumors.count, language)}${kind ? `, ${fill(words.strongest, 'k', kind)}` : ''}`));
  }
  return line.childNodes.length ? line : null;
};

const placeName = (region, language) => {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(region);
  } catch {
    return region;
  }
};

const card = (release, { today, language, api, level }) => {
  const address = webAddress(`/releases/${encodeURIComponent(release.slug)}`, api);
  const title = el('a', { href: address, part: 'title' }, el('bdi', {}, release.title));
  return el('li', { part: 'card', class: 'card', 'data-slug': release.slug },
    dateBlock(release, today, language),
    el('div', { class: 'body' },
      el('div', { class: 'title', role: 'heading', 'aria-level': level }, title),
      facts(release, address, language)),
    pictureBox(release.colorway?.picture, api));
};
