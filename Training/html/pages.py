#!/usr/bin/env python3
"""Unpacks the pages to train by.

Usage: pages.py BENCHMARK WCXB OUT, the first two being checkouts of scrapinghub/article-extraction-benchmark and of
Murrough-Foley/web-content-extraction-benchmark. Writes OUT/{news,wcxb}/*.html and OUT/{news,wcxb}.json (name → articleBody).
"""
import gzip
import hashlib
import json
import pathlib
import sys


def is_development(name):
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def write(out, name, pages):
    (out / name).mkdir(parents=True, exist_ok=True)
    for page, (html, _) in pages.items():
        (out / name / (page + ".html")).write_bytes(gzip.decompress(html.read_bytes()))
    truth = {page: {"articleBody": body} for page, (_, body) in pages.items()}
    (out / (name + ".json")).write_text(json.dumps(truth))
    print(name, len(pages), "pages")


def main():
    news, wcxb, out = map(pathlib.Path, sys.argv[1:4])
    truth = json.loads((news / "ground-truth.json").read_text())
    write(out, "news", {
        name: (news / "html" / (name + ".html.gz"), page["articleBody"])
        for name, page in truth.items() if is_development(name)})
    pages = {}
    for file in sorted((wcxb / "dev" / "ground-truth").glob("*.json")):
        page = json.loads(file.read_text())
        body = page["ground_truth"].get("main_content")
        html = wcxb / "dev" / "html" / (file.stem + ".html.gz")
        if page["_internal"]["page_type"]["primary"] == "article" and body and html.exists():
            pages[file.stem] = (html, body)
    write(out, "wcxb", pages)


if __name__ == "__main__":
    main()
