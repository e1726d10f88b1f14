#!/usr/bin/env python3
"""rare_words.py KIOSQUE SHARED [--queries N] [--keep FOLDER] [--list]

What --correct does to right words that are rare or absent: names, towns, new and foreign words. The queries are
headlines of the corpus below SHARED (corpora/orange.jsonl.zst), asked in an index without headlines. Two sets, of N (600) headlines each:

rare    a word of the headline stands in this article and at most two others
absent  a word of the headline stands in at most two articles, and was taken out of their texts: the archive lacks it,
        and still has the article to find

A query is harmed where its article is farther down with --correct than without (of a hundred). Needs python3 and
zstdcat. --list prints the queries that changed.
"""
import argparse, collections, json, os, random, re, subprocess, sys, tempfile, unicodedata

WORD = re.compile(r"[^\W\d_]+")


def folded(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in text if not unicodedata.combining(c))


def words(text):
    return {word for word in WORD.findall(folded(text)) if len(word) >= 4 and word.isascii()}


def without(text, lost):
    """The text without the words in `lost`."""
    return WORD.sub(lambda found: "" if folded(found.group()) in lost else found.group(), unicodedata.normalize("NFC", text))


def sets(articles, number):
    """The numbers of the articles of each set, and the words that go from all texts."""
    texts = [words(f"{a['summary']} {a['body']}") for a in articles]
    titles = [words(a["title"]) for a in articles]
    frequency = collections.Counter(word for text in texts for word in text)
    order = list(range(len(articles)))
    random.Random(11).shuffle(order)
    absent = [i for i in order if any(frequency[word] <= 1 for word in titles[i])]
    absent += [i for i in order if any(frequency[word] == 2 for word in titles[i]) and i not in set(absent)]
    absent = absent[:number]
    lost = {word for i in absent for word in titles[i] if frequency[word] <= 2}
    rare = [i for i in order if any(frequency[word] <= 3 and word in texts[i] for word in titles[i] - lost)]
    return rare[:number], absent, lost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kiosque"), parser.add_argument("shared")
    parser.add_argument("--queries", type=int, default=600)
    parser.add_argument("--keep", help="keep the archive in this folder, and use the one already there")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    lines = subprocess.run(["zstdcat", f"{options.shared}/corpora/orange.jsonl.zst"], stdout=subprocess.PIPE, check=True).stdout
    articles = [json.loads(line) for line in lines.decode().splitlines()]
    rare, absent, lost = sets(articles, options.queries)

    def index(archive):
        if os.path.exists(archive):
            return
        command = subprocess.Popen([options.kiosque, "index", archive, "-"], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        for article in articles:
            changed = {"title": ""}
            changed |= {name: without(article[name], lost) for name in ("summary", "body")}
            command.stdin.write((json.dumps(article | changed) + "\n").encode())
        command.stdin.close()
        if command.wait() not in (0, 1):
            sys.exit("kiosque index failed")

    def ranks(archive, chosen, *more):
        topics = "".join(f"{articles[i]['id']}\t{' '.join(articles[i]['title'].split())}\n" for i in chosen)
        run = subprocess.run([options.kiosque, "batch", archive, "--limit", "100", *more], input=topics.encode(), stdout=subprocess.PIPE).stdout
        found, answers = {}, {}
        for line in run.decode().splitlines():
            query, _, article, rank = line.split()[:4]
            answers.setdefault(query, []).append(article)
            if query == article:
                found[query] = int(rank)
        return found, answers

    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or temporary
        os.makedirs(folder, exist_ok=True)
        archive = f"{folder}/rare-words.kiosque"
        index(archive)
        print("| set | queries | other hits | article higher | article lower (harmed) |")
        print("|---|---|---|---|---|")
        for name, chosen in (("rare", rare), ("absent", absent)):
            before, answers = ranks(archive, chosen)
            after, others = ranks(archive, chosen, "--correct")
            rank = lambda found, i: found.get(articles[i]["id"], 101)
            lower = [i for i in chosen if rank(after, i) > rank(before, i)]
            higher = [i for i in chosen if rank(after, i) < rank(before, i)]
            changed = [i for i in chosen if answers.get(articles[i]["id"]) != others.get(articles[i]["id"])]
            print(f"| {name} | {len(chosen)} | {len(changed)} | {len(higher)} | {len(lower)} ({100 * len(lower) / len(chosen):.2f} %) |")
            if options.list:
                for i in changed:
                    print(f"  {rank(before, i)} > {rank(after, i)}  {articles[i]['title']}")


if __name__ == "__main__":
    main()
