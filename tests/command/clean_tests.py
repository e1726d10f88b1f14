"""kiosque clean and index on pages, feeds, tables and web archives."""
import gzip
import json
import re

from harness import CommandTest, article, jsonl, lines
import harness

FIRST = ('Le pont suspendu de Valbrune a rouvert lundi matin, après quatorze mois de travaux et deux '
         'hivers de retard, devant une foule venue à vélo.')
SECOND = ('La mairesse, Odile Castagnac, a coupé le ruban avec un sécateur : les ciseaux d’apparat '
          'étaient restés dans un tiroir de la préfecture.')
ENGLISH = ('The suspension bridge of the valley reopened on Monday morning after fourteen months of '
           'works, and people came by bicycle to cross it.')


def page(title='Le pont rouvre', extra='', url='https://gazette.example/pont'):
    return (f'<!DOCTYPE html><html lang="fr"><head><title>{title} | La Gazette</title>'
            f'<link rel="canonical" href="{url}"></head><body><nav><a href="/">Accueil</a></nav>'
            f'<article><h1>{title}</h1><p>Publié le 14 mars 2024 à 18h05 | Par Anne Legrand</p>'
            f'<p>{FIRST}</p>{extra}<p>{SECOND}</p></article></body></html>').encode()


class Pages(CommandTest):
    def test_a_page_is_an_article(self):
        path = self.file('page', page())
        cleaned = lines(self.expect(0, 'clean', path).stdout)[0]
        self.assertEqual(cleaned, {
            'file': str(path), 'title': 'Le pont rouvre', 'body': f'{FIRST}\n\n{SECOND}',
            'published': '2024-03-14T18:05:00+01:00', 'authors': ['Anne Legrand'],
            'url': 'https://gazette.example/pont', 'language': 'fr'})
        self.assertEqual(lines(self.expect(0, 'clean', '-', stdin=page()).stdout)[0]['file'], '-')

    def test_as_text(self):
        shown = self.expect(0, 'clean', '--text', self.file('page', page())).stdout
        self.assertIn('Le pont rouvre\n', shown)
        self.assertIn('Anne Legrand · 2024-03-14', shown)
        self.assertIn('Le pont suspendu de Valbrune', shown)
        self.assertNotIn('{', shown)

    def test_explained(self):
        path = self.file('page', page())
        shown = self.expect(0, 'clean', '--explain', path).stdout
        self.assertRegex(shown, r'(?m)^title +Le pont rouvre$')
        self.assertRegex(shown, r'(?m)^- outside the article +\S.*Accueil')
        self.assertRegex(shown, r'(?m)^\+ .*article > p +Le pont suspendu')
        blocks = lines(self.expect(0, 'clean', '--explain', '--json', path).stdout)
        self.assertEqual(list(blocks[0]), ['file', 'kept', 'reason', 'element', 'text'])
        self.assertEqual([b['text'] for b in blocks if b['kept']], [FIRST, SECOND])
        self.expect(2, 'clean', '--explain', self.folder / 'absent')
        french = self.expect(0, 'clean', '--explain', path, LC_ALL='fr_FR.UTF-8').stdout
        self.assertRegex(french, r'(?m)^titre +Le pont rouvre$')
        self.assertRegex(french, r'(?m)^- hors de l’article')

    def test_every_reason_has_its_french(self):
        messages = (harness.SOURCE / 'examples' / 'kiosque' / 'messages.hpp').read_text(encoding='utf-8')
        known = set(re.findall(r'\{"([^"]+)", "', messages.split('block_reasons[]')[1].split('};')[0]))
        seen = set()
        for path in sorted((harness.SOURCE / 'data' / 'pages').iterdir()):
            seen |= {b['reason'] for b in lines(self.expect(0, 'clean', '--explain', '--json', path).stdout)}
        self.assertGreater(len(seen), 15)
        self.assertEqual(seen - known - {''}, set())

    def test_rules(self):
        path = self.file('page', page(extra='<div class="encart"><p>' + 'Un encart du journal. ' * 9
                                      + '</p></div>'))
        rules = self.file('rules', b'gazette.example\n  drop div.encart\n')
        self.assertIn('encart', self.expect(0, 'clean', path).stdout)
        self.assertNotIn('encart', self.expect(0, 'clean', '--rules', rules, path).stdout)
        bad = self.expect(2, 'clean', '--rules', self.file('bad', b'drop p\n'), path)
        self.assertIn('line 1', bad.stderr)
        self.expect(2, 'clean', '--rules', self.folder / 'absent', path)

    def test_yesterday(self):
        path = self.file('page', page().replace(b'le 14 mars 2024', b'hier'))
        day = lines(self.expect(0, 'clean', '--today', '2024-03-15', path).stdout)[0]['published']
        self.assertEqual(day, '2024-03-14T18:05:00+01:00')
        self.assertNotIn('published', lines(self.expect(0, 'clean', path).stdout)[0])
        self.expect(2, 'clean', '--today', 'hier', path)

    def test_two_copies_of_a_page_are_one_article(self):
        pages = self.folder / 'pages'
        (pages / 'Le pont_files').mkdir(parents=True)
        (pages / 'Le pont.html').write_bytes(page())
        (pages / 'Le pont_files' / 'menu.html').write_bytes(page('Le menu', url='https://x.example/m'))
        (pages / 'copie.html').write_bytes(page(url='http://www.gazette.example/pont?utm_source=x'))
        archive = self.folder / 'a.kiosque'
        result = self.expect(0, 'index', archive, pages)
        self.assertIn('1 added, 0 updated, 1 unchanged', result.stderr)

    def test_the_summary_counts_what_was_rejected_by_reason(self):
        folder = self.folder / 'mixed'
        folder.mkdir()
        (folder / 'a.html').write_bytes(page())
        (folder / 'b.html').write_bytes(b'<html><body></body></html>')
        (folder / 'c.html').write_bytes(b'<div>' * 5000)
        (folder / 'd.png').write_bytes(b'\x89PNG\0')
        (folder / 'e.pdf').write_bytes(b'%PDF-1.4')
        rejected = self.folder / 'rejected.jsonl'
        result = self.expect(1, 'index', self.folder / 'a.kiosque', folder, '--rejected', rejected)
        self.assertIn('4 rejected (2 binary, 1 empty, 1 too_complex)', result.stderr)
        self.assertEqual([line['code'] for line in lines(rejected.read_text(encoding='utf-8'))],
                         ['empty', 'too_complex', 'binary', 'binary'])

    def test_languages(self):
        file = self.file('two.jsonl', jsonl(article(1, body=FIRST), article(2, title='The bridge',
                                                                              body=ENGLISH)))
        archive = self.folder / 'a.kiosque'
        self.expect(0, 'index', archive, file)
        info = json.loads(self.expect(0, 'info', archive, '--json').stdout)
        self.assertEqual(info['languages'], {'en': 1, 'fr': 1})
        self.assertRegex(self.expect(0, 'info', archive).stdout, r'languages +(en 1, fr 1|fr 1, en 1)')
        # Not stemmed as French, and found as it is written.
        for query in ('months', 'mont*', '+months', '"fourteen months"', 'langue:en months'):
            if '*' not in query:
                self.assertEqual([h['id'] for h in self.search(archive, query)['hits']], ['n2'], query)
        self.search(archive, 'month', status=1)
        self.assertEqual([h['id'] for h in self.search(archive, 'retards')['hits']], ['n1'])
        french = self.folder / 'f.kiosque'
        result = self.expect(1, 'index', french, file, '--language', 'fr')
        self.assertIn('1 rejected (1 language)', result.stderr)

    def test_every_form_of_the_sample_data_is_read(self):
        data = harness.SOURCE / 'data'
        for form, folder, count in (('feed', 'feeds', 7), ('auto', 'tables', 9), ('auto', 'pages', 19)):
            result = self.expect(0, 'clean', data / folder)
            self.assertEqual(len(lines(result.stdout)), count, folder)
            if form != 'auto':
                with_name = self.folder / f'{folder}.kiosque'
                self.expect(0, 'index', with_name, '--format', form, data / folder)
        packed = self.file('p.gz', gzip.compress((data / 'tables' / 'depeches.csv').read_bytes()))
        self.assertEqual(len(lines(self.expect(0, 'clean', packed).stdout)), 5)
