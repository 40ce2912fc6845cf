// Part of embed.js: texts about a date and its certainty, in the language of the API response. DateConfidence.java has
// the same rules.

const WORDS = {
  en: {
    drops: 'Sneaker releases', loading: 'Loading releases', empty: 'No release fits this.',
    failed: 'Release dates cannot be shown just now.', retry: 'Try again', more: 'Show more', by: 'Dates by',
    dated: 'What drops next', overdue: 'Overdue', undated: 'No date yet',
    likely: ['{d}, likely', 'likely'], veryLikely: ['{d}, very likely', 'very likely'],
    rumored: ['rumored: {d}', 'rumored'], doubtful: ['{d}, doubtful', 'doubtful'],
    confirmed: ['{d}, confirmed', 'confirmed'], delayed: ['delayed to {d}', 'delayed to'],
    late: ['{d}, overdue', 'overdue'], released: ['released {d}', 'released'], cancelled: ['cancelled', 'cancelled'],
    chance: '{n} chance', only: '{r} only', rumors: { one: '{n} rumor', other: '{n} rumors' },
    strongest: 'strongest: {k}', count: { one: '{n} release', other: '{n} releases' },
    kinds: ['official', 'retailer listing', 'teaser', 'sighting', 'report', 'speculation'],
  },
  de: {
    drops: 'Sneaker-Releases', loading: 'Releases werden geladen', empty: 'Dazu passt kein Release.',
    failed: 'Die Termine können gerade nicht angezeigt werden.', retry: 'Noch einmal', more: 'Mehr zeigen',
    by: 'Termine von', dated: 'Was als Nächstes kommt', overdue: 'Überfällig', undated: 'Noch ohne Termin',
    likely: ['{d}, wahrscheinlich', 'wahrscheinlich'], veryLikely: ['{d}, sehr wahrscheinlich', 'sehr wahrscheinlich'],
    rumored: ['Gerücht: {d}', 'Gerücht'], doubtful: ['{d}, zweifelhaft', 'zweifelhaft'],
    confirmed: ['{d}, bestätigt', 'bestätigt'], delayed: ['verschoben auf {d}', 'verschoben auf'],
    late: ['{d}, überfällig', 'überfällig'], released: ['erschienen: {d}', 'erschienen'],
    cancelled: ['abgesagt', 'abgesagt'], chance: '{n} Chance', only: 'nur {r}',
    rumors: { one: '{n} Gerücht', other: '{n} Gerüchte' }, strongest: 'stärkstes: {k}',
    count: { one: '{n} Release', other: '{n} Releases' },
    kinds: ['offiziell', 'Händlerangebot', 'Teaser', 'Sichtung', 'Bericht', 'Spekulation'],
  },
  fr: {
    drops: 'Sorties de sneakers', loading: 'Chargement des sorties', empty: 'Aucune sortie ne correspond.',
    failed: 'Les dates ne peuvent pas être affichées pour le moment.', retry: 'Réessayer', more: 'Afficher plus',
    by: 'Dates :', dated: 'Prochaines sorties', overdue: 'En retard', undated: 'Pas encore de date',
    likely: ['{d}, probable', 'probable'], veryLikely: ['{d}, très probable', 'très probable'],
    rumored: ['rumeur : {d}', 'rumeur'], doubtful: ['{d}, douteux', 'douteux'],
    confirmed: ['{d}, confirmé', 'confirmé'], delayed: ['reporté : {d}', 'reporté'],
    late: ['{d}, en retard', 'en retard'], released: ['sorti : {d}', 'sorti'], cancelled: ['annulé', 'annulé'],
    chance: '{n} de chances', only: '{r} uniquement', rumors: { one: '{n} rumeur', other: '{n} rumeurs' },
    strongest: 'la plus forte : {k}', count: { one: '{n} sortie', other: '{n} sorties' },
    kinds: ['officiel', 'fiche revendeur', 'teaser', 'aperçu', 'article', 'spéculation'],
  },
  es: {
    drops: 'Lanzamientos de zapatillas', loading: 'Cargando lanzamientos', empty: 'Ningún lanzamiento coincide.',
    failed: 'Ahora no se pueden mostrar las fechas.', retry: 'Reintentar', more: 'Mostrar más', by: 'Fechas de',
    dated: 'Próximos lanzamientos', overdue: 'Con retraso', undated: 'Aún sin fecha',
    likely: ['{d}, probable', 'probable'], veryLikely: ['{d}, muy probable', 'muy probable'],
    rumored: ['rumor: {d}', 'rumor'], doubtful: ['{d}, dudoso', 'dudoso'],
    confirmed: ['{d}, confirmado', 'confirmado'], delayed: ['aplazado a {d}', 'aplazado a'],
    late: ['{d}, con retraso', 'con retraso'], released: ['lanzado: {d}', 'lanzado'],
    cancelled: ['cancelado', 'cancelado'], chance: '{n} de probabilidad', only: 'solo {r}',
    rumors: { one: '{n} rumor', other: '{n} rumores' }, strongest: 'el más fuerte: {k}',
    count: { one: '{n} lanzamiento', other: '{n} lanzamientos' },
    kinds: ['oficial', 'ficha de tienda', 'adelanto', 'avistamiento', 'noticia', 'especulación'],
  },
  ja: {
    drops: 'スニーカー発売情報', loading: '読み込み中', empty: '該当する発売はありません。',
    failed: '発売日を表示できません。', retry: '再試行', more: 'もっと見る', by: '提供:',
    dated: '今後の発売', overdue: '予定超過', undated: '発売日未定',
    likely: ['{d}、有力', '有力'], veryLikely: ['{d}、非常に有力', '非常に有力'], rumored: ['噂:{d}', '噂'],
    doubtful: ['{d}、不確か', '不確か'], confirmed: ['{d}、確定', '確定'], delayed: ['延期:{d}', '延期'],
    late: ['{d}、予定超過', '予定超過'], released: ['発売済み:{d}', '発売済み'], cancelled: ['中止', '中止'],
    chance: '確率 {n}', only: '{r}限定', rumors: { other: '噂 {n} 件' }, strongest: '最有力:{k}',
    count: { other: '{n} 件' }, kinds: ['公式', '販売店掲載', 'ティーザー', '目撃', '報道', '推測'],
  },
};

const KINDS = ['official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation'];

const fill = (text, name, value) => text.replace(`{${name}}`, () => value);

/** Returns the texts of a language, or the English ones if there are none. */
const wordsIn = (language) => WORDS[language.split('-')[0]] ?? WORDS.en;

const counted = (forms, n, language) =>
  fill(forms[new Intl.PluralRules(language).select(n)] ?? forms.other, 'n', n.toLocaleString(language));

/** Parses a calendar day. It is read and formatted in UTC, so that time zones never shift it. */
const day = (iso) => new Date(`${iso}T00:00:00Z`);

/** Formats a calendar day; English like the API: 6 March 2027. */
const dated = (iso, language, form) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', ...form }).format(day(iso));

/** Whether the date is an exact day without qualifiers. */
const isKnownDay = (date) => date?.precision === 'day' && !date.uncertain && !date.approximate;

/** Returns the tone of a release, which selects the texts and the style of its date. */
const toneOf = ({ status, group, forecast }) => {
  const confidence = forecast?.confidence ?? 0;
  if (['released', 'cancelled'].includes(status)) return status;
  if (group === 'undated') return 'undated';
  if (group === 'overdue') return 'late';
  if (['confirmed', 'delayed'].includes(status)) return status;
  if (!forecast || confidence < 0.2) return forecast ? 'doubtful' : 'rumored';
  return confidence < 0.5 ? 'rumored' : confidence < 0.8 ? 'likely' : 'veryLikely';
};

/**
 * Describes the date of a release: the date itself, one word for its certainty, both in one phrase ("March 2027,
 * likely", "rumored: 2027"), the chance if it is shown, and the tone.
 */
const sayDate = (release, language) => {
  const words = wordsIn(language);
  const tone = toneOf(release);
  if (tone === 'undated') return { tone, date: words.undated, word: '', sentence: words.undated };
  const { date, releasedOn, forecast } = release;
  const label = releasedOn ? dated(releasedOn, language, { dateStyle: 'long' }) : date?.label ?? '';
  const [sentence, word] = words[tone];
  const chance = ['rumored', 'likely', 'veryLikely', 'doubtful'].includes(tone) ? forecast?.confidence : null;
  return {
    tone,
    date: label || word,
    word: label ? word : '',
    sentence: fill(sentence, 'd', label || '?'),
    chance: chance == null ? '' : fill(words.chance, 'n', percent(chance, language)),
  };
};

/** Formats a chance as 1 to 99 %, because no forecast is certain. */
const percent = (chance, language) =>
  Math.min(0.99, Math.max(0.01, chance)).toLocaleString(language, { style: 'percent' });
