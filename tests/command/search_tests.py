"""search, explain, analyze."""
import json
import re

import harness
from harness import CommandTest, article

SEARCH_KEYS = ['schema', 'query', 'understood', 'warnings', 'interpretations', 'total',
               'total_exact', 'families', 'partial', 'took_ms', 'suggestion', 'archives', 'hits',
               'facets', 'histogram', 'variants', 'corrections']
HIT_KEYS = ['rank', 'score', 'id', 'title', 'snippet', 'published', 'section', 'tags', 'authors',
            'source', 'url', 'copies', 'copied_by', 'fields']


class Searching(CommandTest):
    def test_the_json_has_every_key_in_order(self):
        answer = self.search(self.archive, 'canicule "vigilance rouge', '--facet', 'section',
                             '--facet', 'year:2', '--histogram', 'month')
        self.assertEqual(list(answer), SEARCH_KEYS)
        self.assertEqual(answer['schema'], 1)
        self.assertGreater(answer['total'], 0)
        self.assertIs(answer['total_exact'], True)
        self.assertIs(answer['partial'], False)
        self.assertEqual((answer['interpretations'], answer['families'], answer['suggestion']),
                         ([], None, None))
        self.assertGreater(answer['took_ms'], 0)
        self.assertEqual([list(a) for a in answer['archives']],
                         [['path', 'revision', 'analyzer', 'error']])
        self.assertEqual(list(answer['warnings'][0]), ['code', 'text', 'begin', 'end'])
        for rank, hit in enumerate(answer['hits'], 1):
            self.assertEqual(list(hit), HIT_KEYS)
            self.assertEqual((hit['rank'], hit['copies']), (rank, 0))
        self.assertIn('<mark>', answer['hits'][0]['snippet'])
        self.assertEqual(list(answer['facets']), ['section', 'year'])
        section = answer['facets']['section']
        self.assertEqual(list(section), ['values', 'distinct', 'missing'])
        self.assertEqual(list(section['values'][0]), ['value', 'count', 'selected'])
        self.assertLessEqual(len(answer['facets']['year']['values']), 2)
        histogram = answer['histogram']
        self.assertEqual(list(histogram), ['unit', 'buckets', 'missing'])
        self.assertEqual(histogram['unit'], 'month')
        self.assertEqual(list(histogram['buckets'][0]), ['from', 'count', 'all', 'share'])
        self.assertEqual(sum(b['count'] for b in histogram['buckets']) + histogram['missing'],
                         answer['total'])

    def test_what_is_absent_is_null_or_empty(self):
        archive = self.small_archive({'id': 'bare', 'title': 'Seul un titre'})
        answer = self.search(archive, 'titre')
        hit = answer['hits'][0]
        for name in ('published', 'section', 'source', 'url'):
            self.assertIsNone(hit[name], name)
        self.assertEqual((hit['tags'], hit['authors']), ([], []))
        self.assertEqual((answer['facets'], answer['histogram']), ({}, None))

    def test_no_query_is_every_article(self):
        for arguments in ([], [''], ['   ']):
            self.assertEqual(self.search(self.archive, *arguments)['total'], len(self.corpus))

    def test_nothing_found_is_1(self):
        self.assertEqual(self.search(self.archive, 'zzyzx', status=1)['hits'], [])
        for language, words in (('C', 'No article'), ('fr', 'Aucun article')):
            result = self.expect(1, 'search', self.archive, 'zzyzx', LC_ALL=language)
            self.assertTrue(result.stdout.startswith(words), result.stdout)

    def test_misspelt_words(self):
        archive = self.small_archive({'id': 'a', 'title': 'Le gouvernement à Linas'})
        answer = self.search(archive, 'gouvernemant', status=1)
        self.assertEqual((answer['total'], answer['suggestion']), (0, 'gouvernement'))
        self.assertEqual(answer['corrections'],
                         [{'word': 'gouvernemant', 'correction': 'gouvernement', 'begin': 0,
                           'end': 12, 'applied': False}])
        answer = self.search(archive, 'gouvernemant', '--correct')
        self.assertEqual((answer['total'], answer['corrections'][0]['applied']), (1, True))
        self.assertEqual(self.search(archive, 'Linas', '--correct')['corrections'], [])
        for language, words, note in (
                ('C', 'Try: gouvernement\n', 'looked for: gouvernement'),
                ('fr', 'Essayez avec : gouvernement\n', 'cherché : gouvernement')):
            result = self.expect(1, 'search', archive, 'gouvernemant', LC_ALL=language)
            self.assertIn(words, result.stdout)
            result = self.expect(0, 'search', archive, 'gouvernemant', '--correct',
                                 LC_ALL=language)
            self.assertNotIn(words, result.stdout)
            self.assertIn(note, result.stderr)
        run = self.expect(0, 'batch', archive, '--correct', stdin=b'q\tgouvernemant\n').stdout
        self.assertTrue(run.startswith('q Q0 a 1 '), run)

    def test_filters_dates_sort_and_pages(self):
        everything = self.search(self.archive, '--sort', 'newest', '--limit', 1000)
        ids = [hit['id'] for hit in everything['hits']]
        self.assertEqual(len(ids), len(self.corpus))
        page = self.search(self.archive, '--sort', 'newest', '--limit', 5, '--offset', 10)
        self.assertEqual([hit['id'] for hit in page['hits']], ids[10:15])
        self.assertEqual(page['hits'][0]['rank'], 11)
        self.assertEqual(self.search(self.archive, '--limit', 0)['hits'], [])

        year = self.search(self.archive, '--from', '2023-01-01', '--to', '2023-12-31',
                           '--limit', 99)
        self.assertTrue(all(hit['published'].startswith('2023') for hit in year['hits']))
        self.assertEqual(self.search(self.archive, '--from', '2023', '--to', '2023')['total'],
                         year['total'])

        section = everything['hits'][0]['section']
        some = self.search(self.archive, '--filter', f'section={section}', '--facet', 'section',
                           '--limit', 99)
        self.assertEqual({hit['section'] for hit in some['hits']}, {section})
        values = some['facets']['section']['values']
        self.assertEqual([v['value'] for v in values if v['selected']], [section])
        self.assertGreater(len(values), 1)

    def test_words_as_typed_other_spellings_age_and_feedback(self):
        archive = self.small_archive(
            article(1, title='Zelensky à Paris', body='Le péché et la grâce.', published='2020-01-01'),
            article(2, title='Zelenskyy à Rome', body='La pêche en mer.', published='2024-01-01'),
            article(3, title='Une visite', body='Une visite à Rome en mer.', published='2022-01-01'))
        self.assertEqual(self.search(archive, 'pêche')['total'], 2)
        self.assertEqual(self.search(archive, 'pêche', '--strict')['total'], 1)
        both = self.search(archive, 'Zelensky')
        self.assertEqual(both['total'], 2)
        self.assertIn({'word': 'zelensky', 'variant': 'zelenskyy'}, both['variants'])
        one = self.search(archive, 'Zelensky', '--no-variants')
        self.assertEqual((one['total'], one['variants']), (1, []))
        self.assertIn('zelenskyy', self.expect(0, 'search', archive, 'Zelensky').stderr)
        recent = self.search(archive, 'Zelensky', '--half-life', 30, '--today', '2024-01-02')
        self.assertEqual([hit['title'] for hit in recent['hits']], ['Zelenskyy à Rome', 'Zelensky à Paris'])
        self.assertGreater(self.search(archive, 'zelenskyy', '--no-variants', '--expand')['total'], 1)

    def test_all_words_find_no_more_than_any(self):
        any_word = self.search(self.archive, 'canicule élections', '--match', 'any')['total']
        all_words = self.search(self.archive, 'canicule élections', '--match', 'all', status=None)
        self.assertLess(all_words['total'], any_word)

    def test_text_output_keeps_the_width_and_carries_no_escape(self):
        archive = self.small_archive(
            article(1, title='Un titre \x1b[31mrouge\x07 ' + 'très long ' * 20,
                    body='Une réforme \x1b]0;titre\x07 ' + 'sans cesse remise sur le métier ' * 30))
        for name, query in ((archive, 'réforme'), (self.archive, 'canicule')):
            result = self.expect(0, 'search', name, query, '--facet', 'tag', '--facet', 'section',
                                 '--facet', 'year', '--histogram', 'day', COLUMNS='60')
            self.assertNotIn('\x1b', result.stdout)
            self.assertLessEqual(max(map(len, result.stdout.splitlines())), 60)

    def test_warnings_and_what_was_understood_go_to_standard_error(self):
        result = self.expect(0, 'search', self.archive, 'canicule "vigilance rouge')
        self.assertIn('note: ', result.stderr)
        self.assertNotIn('note: ', result.stdout)


    def test_a_date_among_the_words_is_offered_and_not_applied(self):
        words = 'canicule juin 2022'
        answer = self.search(self.archive, words, '--today', '2024-12-01')
        self.assertEqual(answer['interpretations'],
                         [{'text': 'juin 2022', 'from': '2022-06-01', 'to': '2022-06-30',
                           'begin': 9, 'end': 18}])
        self.assertEqual(answer['understood'], words)
        for language, told in (('C', '“juin 2022” may be a date: date:2022-06-01..2022-06-30'),
                               ('fr', '« juin 2022 » est peut-être une date : date:2022-06-01..')):
            result = self.expect(0, 'search', self.archive, words, LC_ALL=language)
            self.assertIn(told, result.stderr)
            self.assertNotIn(told, result.stdout)


class Explaining(CommandTest):
    def test_a_date_clause_gives_its_days(self):
        answer = json.loads(self.expect(0, 'explain', '--json', '--', 'date:"2021"').stdout)
        self.assertEqual(list(answer)[:5], ['understood', 'warnings', 'from', 'to', 'applied'])
        self.assertEqual((answer['from'], answer['to'], answer['applied']),
                         ('2021-01-01', '2021-12-31', True))

    def test_a_date_in_plain_words_gives_its_days_and_is_not_applied(self):
        for query, first, last in (('la semaine dernière', '2020-06-08', '2020-06-14'),
                                   ('mars', '2020-03-01', '2020-03-31'),
                                   ('avant 2015', None, '2014-12-31')):
            answer = json.loads(self.expect(0, 'explain', '--json', '--today', '2020-06-15', '--',
                                            query).stdout)
            self.assertEqual((answer['from'], answer['to'], answer['applied']),
                             (first, last, False), query)

    def test_other_queries_give_no_days(self):
        for query in ('réforme', 'réforme date:2021', ''):
            answer = json.loads(self.expect(0, 'explain', '--json', '--', query).stdout)
            self.assertEqual((answer['from'], answer['to'], answer['applied']), (None, None, False))

    def test_with_an_archive_every_clause_has_its_total(self):
        result = self.expect(0, 'explain', '--json', self.archive, 'canicule zzyzx')
        answer = json.loads(result.stdout)
        totals = [clause['total'] for clause in answer['clauses']]
        self.assertEqual(totals, [self.search(self.archive, 'canicule')['total'], 0])
        self.assertIn('canicule', self.expect(0, 'explain', self.archive, 'canicule').stdout)
        self.expect(3, 'explain', self.folder / 'none', 'canicule')

    def test_every_warning_has_its_french(self):
        page = (harness.SOURCE / 'docs' / 'query-syntax.md').read_text(encoding='utf-8')
        codes = {code for line in page[page.index('| code |'):].splitlines() if line.startswith('| `')
                 for code in re.findall(r'`([a-z_]+)`', line.split(' | ')[0])}
        queries = ['"a', '(a', 'a)', 'titre:!! date:x', 'titre:()', 'a PRES/2 tag:b', 'a PRES/80 b', '3 DE (a b)',
                   '2 DE (a b -c)', 'a*', 'AUX ARMES ET CAETERA MON AMI', '!!',
                   ' '.join('a PRES/%d' % (1 + n % 2) for n in range(80)) + ' b']
        seen = set()
        for query in queries:
            english = json.loads(self.expect(0, 'explain', '--json', '--', query).stdout)['warnings']
            french = json.loads(self.expect(0, 'explain', '--json', '--', query,
                                            LC_ALL='fr_FR.UTF-8').stdout)['warnings']
            told = self.expect(0, 'explain', '--', query, LC_ALL='fr_FR.UTF-8').stderr
            self.assertEqual([w['code'] for w in english], [w['code'] for w in french])
            for warning in english:
                seen.add(warning['code'])
                self.assertNotIn(warning['text'], told, warning['code'])
        self.assertEqual(codes - seen, {'bad_number'})  # of own fields: fields_tests.py

    def test_of_an_article_it_tells_why_it_is_where_it_is(self):
        hits = self.search(self.archive, 'canicule')['hits']
        answer = json.loads(self.expect(0, 'explain', '--json', self.archive, 'canicule -zzyzx', hits[0]['id']).stdout)
        article = answer['article']
        self.assertEqual((article['id'], article['found'], article['rank']), (hits[0]['id'], True, 1))
        self.assertEqual([word['word'] for word in article['words']], ['canicule'])
        self.assertEqual([c['text'] for c in answer['conditions']], ['canicule', 'zzyzx'])
        self.assertEqual([c['holds'] for c in answer['conditions']], [True, True])
        shown = self.expect(0, 'explain', self.archive, '+zzyzx canicule', hits[0]['id']).stdout
        self.assertIn('it lacks zzyzx', shown)
        french = self.expect(0, 'explain', self.archive, '+zzyzx canicule', hits[0]['id'], LC_ALL='fr_FR.UTF-8').stdout
        self.assertIn('il lui manque zzyzx', french)
        # What is no id is more of the query.
        words = json.loads(self.expect(0, 'explain', '--json', self.archive, 'canicule', 'zzyzx').stdout)
        self.assertIsNone(words['article'])
        self.assertEqual(len(words['clauses']), 2)

    def test_analyze_gives_offsets_of_the_original(self):
        text = 'L’élection présidentielle, à l\'Élysée'
        answer = json.loads(self.expect(0, 'analyze', text, '--json').stdout)
        self.assertEqual(answer['analyzer'], 'fr-1')
        for token in answer['tokens']:
            self.assertEqual(list(token), ['position', 'surface', 'stem', 'begin', 'end', 'text', 'exact',
                                           'alternative'])
            self.assertEqual(text.encode()[token['begin']:token['end']].decode(), token['text'])
        self.assertEqual(self.expect(0, 'analyze', '-', '--json', stdin=text.encode()).stdout,
                         self.expect(0, 'analyze', text, '--json').stdout)
        self.assertIn('élection', self.expect(0, 'analyze', text).stdout)
        self.expect(0, 'analyze', '-', stdin=b'\xff\xfe\x00 caf\xe9')
