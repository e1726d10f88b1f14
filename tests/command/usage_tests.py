"""How the command is called: options, help, languages, `--`."""
import json

from harness import CommandTest, article

COMMANDS = ['index', 'clean', 'search', 'suggest', 'bursts', 'related', 'similar', 'show', 'delete',
            'compact', 'info', 'export', 'batch', 'explain', 'analyze']


class Usage(CommandTest):
    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            result = self.expect(0, command, '--help')
            self.assertIn(f'Usage: kiosque {command}', result.stdout)
            self.assertIn('Example:', result.stdout)
            french = self.expect(0, command, '--help', LC_ALL='fr_FR.UTF-8')
            self.assertIn('Exemple :', french.stdout)
        self.assertTrue(all(c in self.expect(0, '--help').stdout for c in COMMANDS))

    def test_version(self):
        self.assertRegex(self.expect(0, '--version').stdout, r'^kiosque \d+\.\d+\.\d+\n$')

    def test_bad_usage_is_2_with_a_message_and_no_output(self):
        for arguments in ([], ['nonsense'], ['search'], ['show', self.archive], ['index', 'a'],
                          ['search', self.archive, 'x', '--nonsense'],
                          ['search', self.archive, 'x', '--limit', 'ten'],
                          ['search', self.archive, 'x', '--limit', '-1'],
                          ['search', self.archive, 'x', '--limit'],
                          ['search', self.archive, 'x', '--sort', 'best'],
                          ['search', self.archive, 'x', '--match', 'some'],
                          ['search', self.archive, 'x', '--histogram', 'century'],
                          ['search', self.archive, 'x', '--filter', 'section'],
                          ['search', self.archive, 'x', '--filter', 'nonsense=1'],
                          ['search', self.archive, 'x', '--facet', 'nonsense'],
                          ['search', self.archive, 'x', '--facet', 'year:0'],
                          ['search', self.archive, 'x', '--from', 'someday'],
                          ['search', self.archive, 'x', '--to', '2021-02-30'],
                          ['search', self.archive, 'x', '--today', '2021-13-01'],
                          ['search', self.archive, 'x', '--tz', 'Europe/Nowhere'],
                          ['search', self.archive, 'x', '--deadline', 'soon'],
                          ['index', self.folder / 'a', '-', '--jobs', '0'],
                          ['index', self.folder / 'a', '-', '--format', 'doc'],
                          ['index', self.folder / 'a', '-', '--keep', '--replace'],
                          ['index', self.folder / 'a', '-', '--rejected', self.folder / 'no/file']):
            result = self.expect(2, *arguments)
            self.assertEqual(result.stdout, '', arguments)
            self.assertTrue(result.stderr.startswith('kiosque: '), (arguments, result.stderr))
        self.assertFalse((self.folder / 'a').exists())

    def test_messages_follow_the_locale(self):
        self.assertIn('is missing', self.expect(2, 'search', LC_ALL='', LANG='en_GB.UTF-8').stderr)
        for env in ({'LC_ALL': 'fr_FR.UTF-8'}, {'LC_ALL': '', 'LC_MESSAGES': 'fr_BE'},
                    {'LC_ALL': '', 'LANG': 'fr'}, {'LC_ALL': 'fr', 'LANG': 'de'}):
            self.assertIn('il manque', self.expect(2, 'search', **env).stderr)
        self.assertIn('is missing', self.expect(2, 'search', LC_ALL='de', LANG='fr').stderr)
        french = self.expect(0, 'search', self.archive, LC_ALL='fr_FR.UTF-8').stdout
        self.assertRegex(french, r'^\d+ articles \(\d+,\d ms\)\n')

    def test_two_dashes_end_the_options(self):
        answer = self.search(self.archive, '--', '-canicule', '--json')
        self.assertEqual(answer['query'], '-canicule --json')
        self.assertEqual(self.search(self.archive, 'a', '--', '-b', '--')['query'], 'a -b --')
        archive = self.small_archive(article(1, id='-1'), article(2, id='--all'))
        self.assertEqual(json.loads(self.expect(0, 'show', archive, '--', '-1').stdout)['id'], '-1')
        self.expect(0, 'delete', '--', archive, '-1', '--all')

    def test_a_query_reaches_the_library_as_typed(self):
        for query in ('[a,b]', '[canicule]', '{}', '++', '%%', 'search', 'a  b', "l'été « x", '=',
                      '\x1f', '\x1f[x]'):
            self.assertEqual(self.search(self.archive, query, status=None)['query'], query)
        self.assertEqual(self.search(self.archive, 'un', 'deux trois', status=None)['query'],
                         'un deux trois')
