"""suggest."""
import json

from harness import CommandTest, article

KINDS = ['word', 'phrase', 'tag', 'author', 'section', 'source', 'title']


class Suggesting(CommandTest):
    def suggest(self, *arguments, status=0):
        result = self.expect(status, 'suggest', '--json', *arguments)
        answer = json.loads(result.stdout)
        self.assertEqual(list(answer), ['completions'])
        return answer['completions']

    def test_the_json_has_every_key(self):
        for prefix in ('ré', 'canicule', 'la v', 'élections rég'):
            completions = self.suggest(self.archive, prefix)
            self.assertTrue(0 < len(completions) <= 10)
            for completion in completions:
                self.assertEqual(list(completion),
                                 ['text', 'kind', 'count', 'spans', 'corrected', 'id'])
                self.assertIn(completion['kind'], KINDS)
                self.assertGreater(completion['count'], 0)
                self.assertEqual(completion['id'] is not None, completion['kind'] == 'title')
                for span in completion['spans']:
                    self.assertEqual(list(span), ['begin', 'end'])

    def test_words_may_be_several_arguments(self):
        self.assertEqual(self.suggest(self.archive, 'vigilance', 'rou'),
                         self.suggest(self.archive, 'vigilance rou'))

    def test_kinds_and_limit(self):
        for kind in KINDS:
            result = self.expect(None, 'suggest', self.archive, 'é', '--kind', kind, '--json')
            for completion in json.loads(result.stdout)['completions']:
                self.assertEqual(completion['kind'], kind)
        both = self.suggest(self.archive, 'p', '--kind', 'section', '--kind', 'tag')
        self.assertEqual({completion['kind'] for completion in both}, {'section', 'tag'})
        self.assertEqual(len(self.suggest(self.archive, 'é', '--limit', '3')), 3)

    def test_typing_errors(self):
        archive = self.small_archive(article(1, title='La présidente'))
        found = self.suggest(archive, 'presidnt', '--kind', 'word')
        self.assertEqual([(c['text'], c['corrected']) for c in found], [('présidente', True)])
        self.assertEqual(self.suggest(archive, 'presidnt', '--no-typos', status=1), [])

    def test_text_in_two_languages(self):
        archive = self.small_archive(article(1, tags=['Économie']))
        for language, name in (('C', 'tag'), ('fr', 'mot-clé')):
            result = self.expect(0, 'suggest', archive, 'eco', LC_ALL=language)
            self.assertIn('Économie', result.stdout)
            self.assertIn(name, result.stdout)
        for language, words in (('C', 'No completion'), ('fr', 'Aucune proposition')):
            self.assertIn(words, self.expect(1, 'suggest', archive, 'zzyzx', LC_ALL=language).stderr)

    def test_bad_usage(self):
        for arguments in (['suggest'], ['suggest', self.archive],
                          ['suggest', self.archive, 'x', '--kind', 'nonsense'],
                          ['suggest', self.archive, 'x', '--limit', '0']):
            self.expect(2, *arguments)
        self.expect(3, 'suggest', self.folder / 'none.kiosque', 'x')
