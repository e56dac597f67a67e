// Saved searches, stars, tags and notes. They stay in this browser and are never sent anywhere.

const KEY = "trawl-saved";
const EMPTY = { version: 1, searches: [], tweets: {} };

// The columns of a sheet of tweets.
const COLUMNS = ["tweetid", "account", "time", "text", "star", "tags", "note"];

/** All that is saved: searches `{href, title, at, count}` and tweets by id `{account, text, time, star, tags, note}`. */
export function read() {
  try {
    return { ...EMPTY, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return { ...EMPTY };
  }
}

/** Changes what is saved by a function, and tells everyone. */
export function change(edit) {
  const saved = read();
  edit(saved);
  for (const [id, tweet] of Object.entries(saved.tweets)) {
    if (!tweet.star && !tweet.tags?.length && !tweet.note) delete saved.tweets[id];
  }
  localStorage.setItem(KEY, JSON.stringify(saved));
  document.dispatchEvent(new Event("trawl:saved"));
}

/** Everything as a file's text. */
export const exported = () => JSON.stringify(read(), null, 2);

/** The saved tweets as rows of text, under their columns' names. */
export const rows = () => [
  COLUMNS,
  ...Object.entries(read().tweets).map(([id, { account, time, text, star, tags = [], note = "" }]) =>
    [id, account, time, text, star ? "yes" : "", tags.join(", "), note],
  ),
];

/** Adds such rows to what is saved; throws if they are none, or an id was rounded. */
export function addRows([names = [], ...lines]) {
  const at = COLUMNS.map((column) => names.indexOf(column));
  if (at[0] < 0) throw new Error("This sheet has no column tweetid.");
  const found = lines.map((line) => Object.fromEntries(COLUMNS.map((column, i) => [column, line[at[i]] ?? ""])));
  const bad = found.find(({ tweetid }) => !/^[0-9]{1,19}$/.test(tweetid));
  if (bad) throw new Error(`“${bad.tweetid}” is no tweet’s id: perhaps a spreadsheet rounded it. Nothing was added.`);
  change((saved) => {
    for (const { tweetid, account, time, text, star, tags, note } of found) {
      const list = tags.split(",").map((tag) => tag.trim()).filter(Boolean);
      saved.tweets[tweetid] = { account, text, time, star: star !== "", tags: list, note };
    }
  });
}

/** Adds a file's content to what is saved; throws if it is no such file. */
export function imported(text) {
  const file = JSON.parse(text);
  if (file.version !== 1 || !Array.isArray(file.searches) || typeof file.tweets !== "object") {
    throw new Error("This is no file of saved searches and tweets from Trawl.");
  }
  change((saved) => {
    const known = new Set(saved.searches.map((search) => search.href));
    for (const { href, title, at, count } of file.searches) {
      if (/^\/(\?|((lists|queries)\/[\w-]+\/)+search)/.test(String(href)) && !known.has(href)) {
        saved.searches.push({ href, title: String(title), at: String(at), count: String(count ?? "") });
      }
    }
    for (const [id, tweet] of Object.entries(file.tweets)) {
      if (!/^[0-9]+$/.test(id)) continue;
      const { account, text: words, time, star, tags, note } = tweet;
      saved.tweets[id] = {
        account: String(account),
        text: String(words),
        time: String(time),
        star: !!star,
        tags: Array.isArray(tags) ? tags.map(String) : [],
        note: String(note ?? ""),
      };
    }
  });
}
