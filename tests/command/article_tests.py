"""index, clean, show, delete, info, export and batch: what goes in comes out."""
import json
import struct

import harness
from harness import CommandTest, article, jsonl, kiosque, lines

ARTICLE_KEYS = ['id', 'title', 'lead', 'body', 'published', 'modified', 'section', 'tags',
                'authors', 'source', 'url', 'language']


class Articles(CommandTest):
    def test_show_prints_the_article(self):
        for expected in self.corpus[:3]:
            shown = json.loads(self.expect(0, 'show', self.archive, expected['id']).stdout)
            self.assertEqual(list(shown), [name for name in ARTICLE_KEYS if name in shown])
            self.assertEqual(shown['title'], expected['title'])
        self.assertIn('nobody', self.expect(1, 'show', self.archive, 'nobody').stderr)

    def test_delete_says_what_it_did_not_know(self):
        archive = self.small_archive(article(1), article(2), article(3))
        result = self.expect(1, 'delete', archive, 'n1', 'nobody', 'n2')
        self.assertIn('nobody', result.stderr)
        self.assertIn('2 deleted', result.stderr)
        self.assertEqual([a['id'] for a in lines(self.expect(0, 'export', archive).stdout)], ['n3'])
        self.expect(1, 'show', archive, 'n1')
        self.expect(0, 'delete', archive, 'n3')
        info = json.loads(self.expect(0, 'info', archive, '--json').stdout)
        self.assertEqual(info['articles'], 0)

    def test_info_counts(self):
        info = json.loads(self.expect(0, 'info', self.archive, '--json').stdout)
        self.assertEqual(list(info), ['path', 'articles', 'schema', 'analyzer', 'fingerprint',
                                      'revision', 'first_day', 'last_day', 'bytes', 'readable', 'languages',
                                      'segments', 'deleted', 'memory', 'fields'])
        self.assertEqual((info['articles'], info['analyzer'], info['readable']),
                         (len(self.corpus), 'fr-1', True))
        self.assertLess(info['first_day'], info['last_day'])
        self.assertIn('fr-1', self.expect(0, 'info', self.archive).stdout)

    def test_clean_names_the_file_and_the_entry(self):
        path = self.file('two.jsonl', jsonl(article(1), article(2)))
        cleaned = lines(self.expect(0, 'clean', path).stdout)
        self.assertEqual([(a['file'], a['entry'], a['id']) for a in cleaned],
                         [(str(path), 1, 'n1'), (str(path), 2, 'n2')])
        self.assertEqual(list(cleaned[0])[:2], ['file', 'entry'])
        page = next((harness.SOURCE / 'data' / 'pages').glob('*.txt'))
        [cleaned] = lines(self.expect(0, 'clean', page).stdout)
        self.assertEqual(list(cleaned)[0], 'file')
        self.assertNotIn('entry', cleaned)
        self.assertTrue(cleaned['title'] and cleaned['body'])
        [cleaned] = lines(self.expect(0, 'clean', '-', stdin=page.read_bytes()).stdout)
        self.assertEqual(cleaned['file'], '-')

    def test_export_and_clean_go_round(self):
        exported = self.expect(0, 'export', self.archive).stdout
        self.assertEqual(len(lines(exported)), len(self.corpus))
        by_id = {a['id']: a for a in lines(exported)}
        for name, source in (('export', exported),
                             ('clean', self.expect(0, 'clean', self.articles).stdout)):
            again = self.folder / f'{name}.kiosque'
            self.expect(0, 'index', again, '-', stdin=source.encode())
            self.assertEqual({a['id']: a for a in lines(self.expect(0, 'export', again).stdout)},
                             by_id, name)
        some = exported.splitlines()[7]
        shown = self.expect(0, 'show', self.archive, json.loads(some)['id']).stdout
        article = json.loads(some)
        article.pop('family', None)  # of the archive, not of the article
        self.assertEqual(json.loads(shown), article)

    def test_the_same_articles_again_are_unchanged(self):
        archive = self.small_archive()
        again = jsonl(article(1), article(2))
        self.assertIn('2 unchanged', self.expect(0, 'index', archive, '-', stdin=again).stderr)
        later = jsonl(article(1, title='Un autre titre', modified='2021-03-05'))
        kept = self.expect(0, 'index', archive, '-', '--keep', '--json', stdin=later)
        self.assertEqual(json.loads(kept.stdout)['unchanged'], 1)
        self.assertIn('1 updated', self.expect(0, 'index', archive, '-', stdin=later).stderr)
        short = jsonl({'id': 'n1', 'title': 'Bref'})
        replaced = self.expect(0, 'index', archive, '-', '--replace', stdin=short)
        self.assertIn('1 updated', replaced.stderr)
        self.assertEqual(json.loads(self.expect(0, 'show', archive, 'n1').stdout),
                         {'id': 'n1', 'title': 'Bref'})

    def test_source_is_given_to_those_without(self):
        archive = self.folder / 'a.kiosque'
        self.expect(0, 'index', archive, '-', '--source', 'Le Fanal',
                    stdin=jsonl(article(1), article(2, source='AGM')))
        self.assertEqual([a['source'] for a in lines(self.expect(0, 'export', archive).stdout)],
                         ['Le Fanal', 'AGM'])

    def test_two_runs_give_the_same_bytes(self):
        topics = b'1\tcanicule\n2\t\xc3\xa9lections r\xc3\xa9gionales\n'
        answers = []
        for name in ('one', 'two'):
            archive = self.folder / f'{name}.kiosque'
            self.expect(0, 'index', archive, self.articles, harness.SOURCE / 'data' / 'pages')
            found = self.search(archive, 'canicule gare', '--facet', 'tag', '--histogram', 'week')
            del found['took_ms'], found['archives']
            answers.append((self.expect(0, 'export', archive).stdout, json.dumps(found),
                            self.expect(0, 'batch', archive, stdin=topics).stdout,
                            self.expect(0, 'clean', harness.SOURCE / 'data').stdout))
        self.assertEqual(*answers)


class Batch(CommandTest):
    def test_scores_fall_strictly_in_rank_order(self):
        same = [article(n, id=f'same {n}') for n in range(20)]
        archive = self.small_archive(*same, article(99, body='La réforme, la réforme, la réforme.'))
        topics = 'a\tréforme\nb\tvoté\n'.encode()
        for options in ([], ['--sort', 'newest'], ['--sort', 'oldest']):
            run = self.expect(0, 'batch', archive, *options, stdin=topics).stdout
            rows = [line.split(' ') for line in run.splitlines()]
            self.assertEqual({(len(row), row[1], row[5]) for row in rows}, {(6, 'Q0', 'kiosque')})
            for qid, total in (('a', 21), ('b', 20)):
                mine = [row for row in rows if row[0] == qid]
                self.assertEqual([row[3] for row in mine], [str(n + 1) for n in range(total)])
                scores = [struct.unpack('f', struct.pack('f', float(row[4])))[0] for row in mine]
                self.assertTrue(all(a > b for a, b in zip(scores, scores[1:])), scores)

    def test_it_answers_as_search_does(self):
        run = self.expect(0, 'batch', self.archive, '--limit', 5, stdin=b'q\tcanicule\n').stdout
        found = self.search(self.archive, 'canicule', '--limit', 5)
        self.assertEqual([line.split(' ')[2] for line in run.splitlines()],
                         [hit['id'] for hit in found['hits']])
        self.assertEqual(float(run.split(' ')[4]), found['hits'][0]['score'])

    def test_malformed_lines_are_named_and_the_rest_is_answered(self):
        topics = (b'\xef\xbb\xbfq1\tcanicule\r\n\r\nno tab\nq 2\tx\n\tx\nq3\t \n'
                  b'q4\tzzyzx\nq5\tcanicule')
        result = self.expect(1, 'batch', self.archive, stdin=topics)
        for number in (3, 4, 5, 6):
            self.assertIn(f'standard input:{number}: ', result.stderr)
        self.assertEqual(len(result.stderr.splitlines()), 4)
        self.assertEqual({line.split(' ')[0] for line in result.stdout.splitlines()}, {'q1', 'q5'})
