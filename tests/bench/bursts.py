#!/usr/bin/env python3
"""The strongest bursts of some queries, as a table: bursts.py KIOSQUE ARCHIVE [PERIODS] < QUERIES

A query a line. Of each the first PERIODS (3): from, to, articles found of those expected at the
usual rate, and the terms that explain them; then how many periods there are in all.
"""
import json
import subprocess
import sys


def shown(burst):
    days = burst['from'] if burst['from'] == burst['to'] else f"{burst['from']} – {burst['to']}"
    terms = ', '.join(term['text'] for term in burst['terms'])
    return f"{days} ({burst['count']} / {burst['expected']:.0f}): {terms}"


def main(kiosque, archive, periods='3'):
    print('| query | articles | periods | strongest (found / expected): terms |\n|---|---|---|---|')
    for query in filter(None, map(str.strip, sys.stdin)):
        found = subprocess.run([kiosque, 'bursts', archive, '--json', '--limit', '1000', '--', query],
                               capture_output=True, text=True, check=False)
        if found.returncode > 1:
            sys.exit(found.stderr)
        answer = json.loads(found.stdout)
        bursts = answer['bursts']
        print(f"| {query} | {answer['total']} | {len(bursts)} | "
              + '<br>'.join(map(shown, bursts[:int(periods)])) + ' |')


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
