"""The same dispatch in several papers."""
from harness import CommandTest, article, lines

DISPATCH = ('Un violent orage a frappé le port de Kervel dans la nuit de samedi à dimanche. '
            'Les pompiers sont sortis quarante fois, trois bateaux ont coulé et la criée restera '
            'fermée jusqu’à mardi. Personne n’a été blessé, selon la préfecture.')


def papers():
    return (article(1, title='Orage à Kervel', body=DISPATCH, published='2021-06-06T09:00:00Z',
                    source='Le Littoral', section='Faits divers'),
            article(2, title='Nuit d’orage sur le port', body=DISPATCH,
                    published='2021-06-06T07:00:00Z', source='La Dépêche du Port',
                    section='Région'),
            article(3, title='Orage : trois bateaux coulés', published='2021-06-07T07:00:00Z',
                    body=DISPATCH + ' La mairie demande l’état de catastrophe naturelle.',
                    source='L’Écho', section='Région'),
            article(4, title='Orage et assurance', body='Que faire après un orage ?',
                    published='2021-06-08', section='Conseils'))


class Families(CommandTest):
    def test_a_dispatch_comes_once_with_its_copies(self):
        archive = self.small_archive(*papers())
        answer = self.search(archive, 'orage', '--collapse')
        self.assertEqual((answer['total'], answer['families']), (4, 2))
        hit = next(h for h in answer['hits'] if h['id'] == 'n2')
        self.assertEqual(hit['copies'], 2)
        self.assertEqual([(c['id'], c['source']) for c in hit['copied_by']],
                         [('n1', 'Le Littoral'), ('n3', 'L’Écho')])
        self.assertEqual(hit['copied_by'][0]['difference'], 0)
        self.assertTrue(0 < hit['copied_by'][1]['difference'] < .2)
        self.assertIsNone(self.search(archive, 'orage')['families'])

    def test_facets_and_timelines_count_families(self):
        archive = self.small_archive(*papers())
        answer = self.search(archive, 'orage', '--count', 'families', '--facet', 'section',
                             '--histogram', 'day')
        self.assertEqual([(v['value'], v['count']) for v in answer['facets']['section']['values']],
                         [('Conseils', 1), ('Faits divers', 1), ('Région', 1)])
        self.assertEqual([b['count'] for b in answer['histogram']['buckets']], [1, 1, 1])
        self.assertEqual((answer['total'], answer['families'], len(answer['hits'])), (4, 2, 4))

    def test_who_printed_it_is_told(self):
        archive = self.small_archive(*papers())
        shown = self.expect(0, 'search', archive, 'orage', '--collapse', LC_ALL='fr').stdout
        self.assertIn('4 articles en 2 familles', shown)
        self.assertIn('repris par 2 titres', shown)
        self.assertIn('Le Littoral', shown)
        self.assertIn('(mêmes', shown)
        self.assertIn('\u00a0% de différence)', shown)

    def test_an_export_names_the_first_of_each_family(self):
        archive = self.small_archive(*papers())
        for arguments in ((), ('orage',)):
            family = {a['id']: a.get('family')
                      for a in lines(self.expect(0, 'export', archive, *arguments).stdout)}
            self.assertEqual(family, {'n1': 'n2', 'n2': 'n2', 'n3': 'n2', 'n4': None})
        once = lines(self.expect(0, 'export', archive, 'orage', '--collapse').stdout)
        self.assertEqual({a['id'] for a in once}, {'n2', 'n4'})

    def test_copies_are_not_similar_articles(self):
        others = [article(5, title='Après l’orage, les pompiers de Kervel pompent le port',
                          body='Trois bateaux coulés, la criée fermée : Kervel compte.'),
                  *(article(n, title='Le budget', body='Le conseil vote.') for n in range(6, 30))]
        archive = self.small_archive(*papers(), *others)
        shown = self.expect(0, 'similar', archive, 'n2').stdout
        self.assertIn('n5', shown)
        self.assertNotIn('n1', shown)
