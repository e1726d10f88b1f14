#!/usr/bin/env python3
"""quality.py KIOSQUE SHARED [--perturb] [--expand] [--correct] [--keep FOLDER]

Retrieval quality of the command KIOSQUE on the evaluation sets below SHARED (eval/retrieval and
corpora/orange.jsonl.zst): known items by headline and by chapô, editors' tags as topics, and with --perturb what
each way of typing loses. Needs python3 and zstdcat. Prints a Markdown table, the queries of odd and even rank apart,
so that a gain that is noise shows.
"""
import argparse, json, os, subprocess, sys, tempfile

PERTURBATIONS = ["noaccent", "upper", "lower", "apos-typographic", "apos-space", "elision-removed", "hyphen-space",
                 "ligature", "inflect-gender", "inflect-verb", "inflect-number", "question", "keywords", "typo"]


def variants(shared, folder):
    """The corpus without titles, without chapôs, and the topics' collection without tags."""
    collection = set(open(f"{shared}/eval/retrieval/topical/collection.ids", encoding="utf-8").read().split())
    names = ("no-title", "no-summary", "no-tags")
    files = {name: open(f"{folder}/{name}.jsonl", "w", encoding="utf-8") for name in names}
    corpus = subprocess.Popen(["zstdcat", f"{shared}/corpora/orange.jsonl.zst"], stdout=subprocess.PIPE)
    for line in corpus.stdout:
        article = json.loads(line)
        for name, emptied in (("no-title", {"title": ""}), ("no-summary", {"summary": ""}), ("no-tags", {"tags": []})):
            if name != "no-tags" or article["id"] in collection:
                print(json.dumps(article | emptied, ensure_ascii=False), file=files[name])
    for file in files.values():
        file.close()
    if corpus.wait() != 0:
        sys.exit("zstdcat failed")
    return {name: f"{folder}/{name}.jsonl" for name in names}


class Bench:
    def __init__(self, kiosque, shared, folder, more):
        self.kiosque, self.folder, self.more = kiosque, folder, more
        self.sets = f"{shared}/eval/retrieval"
        sys.path.insert(0, self.sets)
        import eval_run
        self.eval = eval_run

    def index(self, name, articles):
        archive = f"{self.folder}/{name}.kiosque"
        if not os.path.exists(archive):
            status = subprocess.run([self.kiosque, "index", archive, articles], stderr=subprocess.DEVNULL).returncode
            if status not in (0, 1):
                sys.exit(f"kiosque index ended with {status}")
        return archive

    def measure(self, archive, topics, judgements):
        run = f"{self.folder}/run.trec"
        with open(topics, "rb") as questions, open(run, "wb") as answers:
            subprocess.run([self.kiosque, "batch", archive, "--limit", "100", *self.more], stdin=questions, stdout=answers, check=False)
        judged = self.eval.read_judgements(judgements)
        answers = self.eval.read_run(run)
        def mean(keys):
            return self.eval.evaluate(answers, {key: judged[key] for key in keys})[0]
        keys = list(judged)
        return mean(keys), mean(keys[0::2]), mean(keys[1::2])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kiosque"), parser.add_argument("shared")
    parser.add_argument("--perturb", action="store_true")
    parser.add_argument("--expand", action="store_true", help="with the command's own option of that name")
    parser.add_argument("--correct", action="store_true", help="with the command's own option of that name")
    parser.add_argument("--keep", help="keep the archives in this folder, and use those already there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or temporary
        os.makedirs(folder, exist_ok=True)
        bench = Bench(os.path.abspath(options.kiosque), options.shared, folder, [f"--{name}" for name in ("expand", "correct") if getattr(options, name)])
        articles = variants(options.shared, folder)
        archives = {name: bench.index(name, file) for name, file in articles.items()}
        sets = bench.sets
        print("| set | MRR@10 | nDCG@10 | R@100 | MRR@10 odd / even |")
        print("|---|---|---|---|---|")
        for title, name, topics, judgements in (
                ("known-title", "no-title", f"{sets}/known-title.dev.tsv", f"{sets}/known-title.dev.tsv"),
                ("known-summary", "no-summary", f"{sets}/known-summary.dev.tsv", f"{sets}/known-summary.dev.tsv"),
                ("topical", "no-tags", f"{sets}/topical/topics.dev.tsv", f"{sets}/topical/qrels.dev.txt")):
            whole, odd, even = bench.measure(archives[name], topics, judgements)
            print(f"| {title} | {whole['MRR@10']:.4f} | {whole['nDCG@10']:.4f} | {whole['Recall@100']:.4f} "
                  f"| {odd['MRR@10']:.4f} / {even['MRR@10']:.4f} |", flush=True)
        if not options.perturb:
            return
        print("\n| perturbation | MRR@10 as printed | changed | loss | loss odd / even |")
        print("|---|---|---|---|---|")
        for name in PERTURBATIONS:
            before = [m["MRR@10"] for m in bench.measure(archives["no-title"], *[f"{sets}/perturb/{name}.dev.base.tsv"] * 2)]
            after = [m["MRR@10"] for m in bench.measure(archives["no-title"], *[f"{sets}/perturb/{name}.dev.tsv"] * 2)]
            loss = [a - b for a, b in zip(before, after)]
            print(f"| {name} | {before[0]:.4f} | {after[0]:.4f} | {loss[0]:.4f} | {loss[1]:.4f} / {loss[2]:.4f} |", flush=True)


if __name__ == "__main__":
    main()
