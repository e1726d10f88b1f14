"""An application's own fields, and what facets can be asked."""
import json

from harness import CommandTest, article, jsonl, lines


class Fields(CommandTest):
    def own_archive(self):
        path = self.folder / 'own.kiosque'
        self.expect(0, 'index', path, '-', '--field', 'desk:keyword', '--field', 'words:number',
                    '--field', 'embargo:date', stdin=jsonl(
                        article(1, desk='Monde > Afrique', words=300, embargo='2022-04-24'),
                        article(2, fields={'desk': ['monde', 'Sport'], 'words': '1 500'}),
                        article(3, desk='Société', words=12.5, embargo='2021-01-01')))
        return path

    def test_own_fields_are_filters_facets_sort_keys_and_typed(self):
        archive = self.own_archive()
        answer = self.search(archive, 'desk:monde', 'words:300..800', '--facet', 'desk')
        self.assertEqual([hit['id'] for hit in answer['hits']], ['n1'])
        self.assertEqual(answer['hits'][0]['fields'],
                         {'desk': ['Monde > Afrique'], 'words': ['300'], 'embargo': ['2022-04-24']})
        self.assertEqual([(v['value'], v['count']) for v in answer['facets']['desk']['values']],
                         [('Monde', 1), ('Monde > Afrique', 1)])
        self.assertEqual(self.search(archive, '--filter', 'words=12..300')['total'], 2)
        self.assertEqual(self.search(archive, '--filter', 'embargo=2022')['total'], 1)
        for order, ids in (('words', ['n3', 'n1', 'n2']), ('words:desc', ['n2', 'n1', 'n3']),
                           ('embargo:desc', ['n1', 'n3', 'n2'])):
            hits = self.search(archive, '--sort', order)['hits']
            self.assertEqual([hit['id'] for hit in hits], ids, order)
        answer = self.search(archive, '--facet', 'words:..300,300..800', '--facet', 'embargo:year')
        self.assertEqual([(v['value'], v['count']) for v in answer['facets']['words']['values']],
                         [('..300', 2), ('300..800', 1)])
        self.assertEqual([v['value'] for v in answer['facets']['embargo']['values']],
                         ['2021', '2022'])
        run = self.expect(0, 'batch', archive, stdin=b'q\tdesk:sport\n').stdout
        self.assertTrue(run.startswith('q Q0 n2 1 '), run)
        explained = self.expect(0, 'explain', archive, 'desk:monde words:300').stdout
        self.assertIn('desk:"monde"', explained)

    def test_an_archive_keeps_its_fields(self):
        archive = self.own_archive()
        self.expect(0, 'index', archive, '-', stdin=jsonl(article(4, desk='Sport')))
        self.expect(0, 'compact', archive)
        self.assertEqual(self.search(archive, 'desk:sport')['total'], 2)
        info = json.loads(self.expect(0, 'info', archive, '--json').stdout)
        self.assertEqual(info['fields'],
                         {'desk': 'keyword', 'words': 'number', 'embargo': 'date'})
        self.assertIn('desk (keyword)', self.expect(0, 'info', archive).stdout)
        result = self.expect(2, 'index', archive, '-', '--field', 'desk:number', stdin=b'')
        self.assertIn('desk (keyword)', result.stderr)
        exported = lines(self.expect(0, 'export', archive).stdout)
        self.assertEqual(exported[0]['fields']['desk'], ['Monde > Afrique'])

    def test_values_that_are_none_are_told_and_kept(self):
        archive = self.own_archive()
        result = self.expect(1, 'index', archive, '-',
                             stdin=jsonl(article(5, words='beaucoup', autre='x')))
        self.assertIn('"beaucoup" is no number in "words"', result.stderr)
        shown = json.loads(self.expect(0, 'show', archive, 'n5').stdout)
        self.assertEqual(shown['fields'], {'words': ['beaucoup']})

    def test_bad_forms_are_usage_errors(self):
        archive = self.own_archive()
        for arguments in (['index', archive, '-', '--field', 'x'],
                          ['index', self.folder / 'new', '-', '--field', 'x:text'],
                          ['index', self.folder / 'new', '-', '--field', 'tag:keyword'],
                          ['search', archive, '--sort', 'words:up'],
                          ['search', archive, '--sort', 'desk'],
                          ['search', archive, '--facet', 'words:x'],
                          ['search', archive, '--facet', 'words:a..b'],
                          ['search', archive, '--filter', 'words=x']):
            self.expect(2, *arguments, stdin=b'')
        self.assertFalse((self.folder / 'new').exists())
        for language, words in (('C', 'is no number'), ('fr', 'n’est pas un nombre')):
            result = self.expect(None, 'search', archive, 'words:beaucoup', LC_ALL=language)
            self.assertIn(words, result.stderr)

    def test_levels_beginnings_orders_and_weekdays(self):
        archive = self.small_archive(
            article(1, section='Monde > Afrique', tags=['Élection', 'Mer du Nord'],
                    published='2021-03-28'),
            article(2, section='Monde', tags=['nord'], published='2021-03-29'),
            article(3, section='Sport', tags=['abri'], published='2021-03-28T23:30:00Z'))

        def values(*arguments):
            answer = self.search(archive, '--facet', *arguments)
            [facet] = answer['facets'].values()
            return [(v['value'], v['count']) for v in facet['values']]

        self.assertEqual(values('section'), [('Monde', 2), ('Monde > Afrique', 1), ('Sport', 1)])
        self.assertEqual(values('section', '--facet-parent', ''), [('Monde', 2), ('Sport', 1)])
        self.assertEqual(values('section', '--facet-parent', 'Monde'), [('Monde > Afrique', 1)])
        self.assertEqual(values('tag', '--facet-prefix', 'NOR'), [('Mer du Nord', 1), ('nord', 1)])
        answer = self.search(archive, '--facet', 'tag', '--facet', 'section', '--facet-prefix',
                             'tag=nor', '--facet-parent', 'section=', '--facet-prefix', 'section=m')
        self.assertEqual([[v['value'] for v in answer['facets'][field]['values']]
                          for field in ('tag', 'section')], [['Mer du Nord', 'nord'], ['Monde']])
        self.assertEqual([v for v, _ in values('tag', '--facet-order', 'value')],
                         ['abri', 'Élection', 'Mer du Nord', 'nord'])
        self.assertEqual(self.search(archive, '--filter', 'section=monde')['total'], 2)
        self.assertEqual(values('weekday'), [('1', 2), ('7', 1)])
        self.assertEqual(self.search(archive, '--filter', 'weekday=lundi')['total'], 2)
        for language, name in (('C', 'Monday'), ('fr', 'lundi')):
            shown = self.expect(0, 'search', archive, '--facet', 'weekday', LC_ALL=language)
            self.assertIn(name, shown.stdout)
