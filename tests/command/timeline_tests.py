"""Timelines in any zone, bursts, related, similar."""
import json

from harness import CommandTest, article


def strikes():
    """Ten quiet weeks of a paper with a strike of three days in the sixth."""
    articles = []
    for day in range(70):
        date = f'2021-{3 + day // 28:02}-{1 + day % 28:02}'
        for hour in range(6):
            articles.append(article(len(articles), title='Le marché couvert', published=date))
        if 40 <= day < 43:
            for hour in range(5):
                articles.append(article(
                    len(articles), title='Grève des éboueurs', published=f'{date}T0{hour}:30:00Z',
                    body='Les éboueurs de Kervel arrêtent le travail.', tags=['Propreté']))
    return articles


class Timelines(CommandTest):
    def ask(self, command, *arguments, status=0):
        return json.loads(self.expect(status, command, '--json', *arguments).stdout)

    def test_hours_of_both_changes_of_summer_time(self):
        archive = self.small_archive(
            *(article(i, published=p) for i, p in enumerate(
                ('2020-10-25T02:10:00+02:00', '2020-10-25T02:20:00+01:00', '2020-10-25'))))
        histogram = self.search(archive, 'réforme', '--histogram', 'hour')['histogram']
        self.assertEqual(histogram, {
            'unit': 'hour', 'missing': 1, 'buckets': [
                {'from': '2020-10-25T02:00+02:00', 'count': 1, 'all': 1, 'share': 1.0},
                {'from': '2020-10-25T02:00+01:00', 'count': 1, 'all': 1, 'share': 1.0}]})
        tokyo = self.search(archive, 'réforme', '--histogram', 'hour', '--tz', 'Asia/Tokyo')
        self.assertEqual([b['from'] for b in tokyo['histogram']['buckets']],
                         ['2020-10-25T09:00+09:00', '2020-10-25T10:00+09:00'])
        self.expect(0, 'search', archive, 'réforme', '--histogram', 'hour')
        self.expect(2, 'search', archive, 'réforme', '--tz', 'Mars/Olympus')

    def test_a_share_is_drawn_where_it_tells(self):
        archive = self.small_archive(*strikes())
        for language, words in (('C', 'share of all articles, at most 45.5% (2021-04-13)'),
                                ('fr', 'part de tous les articles, au plus 45,5 % (2021-04-13)')):
            result = self.expect(0, 'search', archive, 'grève', '--histogram', 'day',
                                 LC_ALL=language)
            self.assertIn(words, result.stdout)
        self.assertNotIn('share', self.expect(0, 'search', archive, '--histogram', 'day').stdout)

    def test_too_many_periods_are_told(self):
        archive = self.small_archive(article(1, published='2000-01-01T10:00:00Z'),
                                     article(2, published='2020-01-01T10:00:00Z'))
        answer = self.search(archive, 'réforme', '--histogram', 'hour')
        self.assertEqual(answer['histogram']['unit'], 'day')
        self.assertEqual([w['code'] for w in answer['warnings']], ['coarse_histogram'])
        result = self.expect(0, 'search', archive, 'réforme', '--histogram', 'hour', LC_ALL='fr')
        self.assertIn('trop de périodes', result.stderr)

    def test_bursts(self):
        archive = self.small_archive(*strikes())
        answer = self.ask('bursts', archive, 'grève')
        self.assertEqual(list(answer),
                         ['query', 'understood', 'total', 'unit', 'partial', 'took_ms', 'bursts'])
        self.assertEqual((answer['total'], answer['unit'], len(answer['bursts'])), (15, 'day', 1))
        burst = answer['bursts'][0]
        self.assertEqual(list(burst), ['from', 'to', 'count', 'all', 'expected', 'strength',
                                       'terms', 'headlines'])
        self.assertEqual((burst['from'], burst['to'], burst['count'], burst['all']),
                         ('2021-04-13', '2021-04-15', 15, 33))
        self.assertEqual(list(burst['terms'][0]), ['text', 'count', 'all', 'score'])
        self.assertIn('éboueurs', ' '.join(term['text'] for term in burst['terms']))
        self.assertEqual(burst['headlines'][0]['title'], 'Grève des éboueurs')
        weeks = self.ask('bursts', archive, 'grève', '--unit', 'week')['bursts']
        self.assertEqual((weeks[0]['from'], weeks[0]['to']), ('2021-04-12', '2021-04-18'))
        for language, words in (('C', '15 of 33 articles'), ('fr', '15 articles sur 33')):
            result = self.expect(0, 'bursts', archive, 'grève', LC_ALL=language)
            self.assertIn(words, result.stdout)
            self.assertIn('éboueurs', result.stdout)
        for language, words in (('C', 'No period'), ('fr', 'Aucune période')):
            self.assertIn(words, self.expect(1, 'bursts', archive, 'zzyzx', LC_ALL=language).stderr)
        self.expect(2, 'bursts', archive, 'grève', '--unit', 'hour')
        self.expect(2, 'bursts', archive)
        self.expect(3, 'bursts', self.folder / 'none.kiosque', 'grève')

    def test_related(self):
        archive = self.small_archive(*strikes())
        answer = self.ask('related', archive, 'grève')
        self.assertEqual(list(answer), ['query', 'understood', 'total', 'articles', 'partial',
                                        'took_ms', 'terms', 'tags', 'authors'])
        self.assertEqual((answer['total'], answer['articles']), (15, 15))
        term = answer['terms'][0]
        self.assertIn('Kervel', term['text'])
        self.assertEqual((term['count'], term['all']), (15, 15))
        self.assertNotIn('grève', ' '.join(term['text'].lower() for term in answer['terms']))
        self.assertEqual([tag['text'] for tag in answer['tags']], ['Propreté'])
        self.assertEqual(self.ask('related', archive, 'grève', '--articles', '4')['articles'], 4)
        for language, words in (('C', 'the best 15 of 15'), ('fr', 'les 15 meilleurs sur 15')):
            result = self.expect(0, 'related', archive, 'grève', LC_ALL=language)
            self.assertIn(words, result.stdout)
            self.assertIn('Kervel', result.stdout)
        self.expect(1, 'related', archive, 'zzyzx')

    def test_similar(self):
        archive = self.small_archive(*strikes())
        strike = self.search(archive, 'éboueurs', '--limit', '1')['hits'][0]['id']
        answer = self.ask('similar', archive, strike, '--limit', '20')
        self.assertEqual(list(answer), ['id', 'partial', 'took_ms', 'similar'])
        self.assertEqual(len(answer['similar']), 14)
        found = answer['similar'][0]
        self.assertEqual(found['rank'], 1)
        self.assertIn('Kervel', found['words'])
        self.assertNotIn(strike, [one['id'] for one in answer['similar']])
        result = self.expect(0, 'similar', archive, strike)
        self.assertIn('Kervel', result.stdout)
        for language, words in (('C', 'no article “zz”'), ('fr', 'pas d’article « zz »')):
            self.assertIn(words, self.expect(1, 'similar', archive, 'zz', LC_ALL=language).stderr)

    def test_on_the_sample_corpus(self):
        self.expect(0, 'related', self.archive, 'canicule')
        self.expect(None, 'bursts', self.archive, 'canicule', '--unit', 'month')
        self.expect(None, 'similar', self.archive, self.corpus[0]['id'])
