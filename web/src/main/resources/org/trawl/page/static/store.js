// Saved searches, stars, tags and notes. They stay in this browser and are never sent anywhere.

const KEY = "trawl-saved";
const EMPTY = { version: 1, searches: [], tweets: {} };

/** All that is saved: searches `{href, title, at}` and tweets by id `{account, text, time, star, tags, note}`. */
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

/** Adds a file's content to what is saved; throws if it is no such file. */
export function imported(text) {
  const file = JSON.parse(text);
  if (file.version !== 1 || !Array.isArray(file.searches) || typeof file.tweets !== "object") {
    throw new Error("This is no file of saved searches and tweets from Trawl.");
  }
  change((saved) => {
    const known = new Set(saved.searches.map((search) => search.href));
    for (const { href, title, at } of file.searches) {
      if (/^\/(\?|((lists|queries)\/[\w-]+\/)+search)/.test(String(href)) && !known.has(href)) {
        saved.searches.push({ href, title: String(title), at: String(at) });
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
