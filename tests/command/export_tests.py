"""export: whole archives and reading lists, as other programs read them."""
import csv
import io
import json

from harness import CommandTest, article, jsonl, lines

QUERY = ['conseil', 'municipal', 'trains']


def references(text):
    """RIS as a list of lists of (tag, value)."""
    found = []
    for line in text.split('\r\n'):
        if not line:
            continue
        tag, value = line[:2], line[6:]
        assert line[2:6] == '  - ', line
        assert '\n' not in line and '\r' not in line
        if tag == 'TY':
            found.append([])
        found[-1].append((tag, value))
    for reference in found:
        assert reference[0] == ('TY', 'NEWS') and reference[-1] == ('ER', ''), reference
    return found


def values(reference, tag):
    return [value for name, value in reference if name == tag]


class ReadingLists(CommandTest):
    def export(self, *arguments, status=0):
        return self.expect(status, 'export', self.archive, *arguments)

    def hits(self, *arguments):
        return [hit['id'] for hit in self.search(self.archive, *arguments, '--limit', 1000)['hits']]

    def test_a_list_has_every_hit_in_its_order(self):
        for options in ([], ['--sort', 'newest'], ['--filter', 'tag=transports'],
                        ['--from', '2022']):
            ids = self.hits(*QUERY, *options)
            listed = self.export(*QUERY, *options)
            self.assertEqual([a['id'] for a in lines(listed.stdout)], ids, options)
            ris = references(self.export(*QUERY, *options, '--format', 'ris').stdout)
            self.assertEqual([values(r, 'ID')[0] for r in ris], ids)
            csl = json.loads(self.export(*QUERY, *options, '--format', 'csl').stdout)
            self.assertEqual([item['id'] for item in csl], ids)
            table = csv.DictReader(io.StringIO(
                self.export(*QUERY, *options, '--format', 'csv').stdout, newline=''))
            self.assertEqual([row['id'] for row in table], ids)
        self.assertGreater(len(self.hits(*QUERY)), 10)
        cut = lines(self.export(*QUERY, '--limit', 3, '--offset', 2).stdout)
        self.assertEqual([a['id'] for a in cut], self.hits(*QUERY)[2:5])

    def test_articles_of_a_list_are_whole(self):
        by_id = {a['id']: a for a in lines(self.export().stdout)}
        for listed in lines(self.export(*QUERY).stdout):
            self.assertEqual(listed, by_id[listed['id']])
        self.assertEqual(len(by_id), len(self.corpus))

    def test_references_say_what_the_articles_say(self):
        by_id = {a['id']: a for a in lines(self.export().stdout)}
        ris = references(self.export('--format', 'ris').stdout)
        csl = json.loads(self.export('--format', 'csl').stdout)
        self.assertEqual((len(ris), len(csl)), (len(self.corpus), len(self.corpus)))
        for reference, item in zip(ris, csl):
            expected = by_id[item['id']]
            self.assertEqual(item['type'], 'article-newspaper')
            self.assertEqual(values(reference, 'ID'), [item['id']])
            self.assertEqual((values(reference, 'TI') or [None])[0], item.get('title'))
            self.assertEqual(values(reference, 'KW'), expected.get('tags', []))
            self.assertEqual((values(reference, 'T2') or [None])[0], expected.get('source'))
            self.assertEqual(item.get('container-title'), expected.get('source'))
            self.assertEqual((values(reference, 'UR') or [None])[0], expected.get('url'))
            self.assertEqual(len(item.get('author', [])), len(values(reference, 'AU')))
            self.assertNotIn('note', item)
            if 'issued' in item:
                day = '/'.join(f'{part:02}' for part in item['issued']['date-parts'][0])
                self.assertEqual(values(reference, 'DA'), [day])
        authors = [author for r in ris for author in values(r, 'AU')]
        self.assertIn('Malvaux, Isidore', authors)
        self.assertIn('AGM', authors)

    def test_a_table_is_read_again(self):
        table = self.export('--format', 'csv', '--body').stdout
        again = self.folder / 'again.kiosque'
        self.expect(0, 'index', again, '-', stdin=table.encode())
        self.assertEqual({a['id']: a for a in lines(self.expect(0, 'export', again).stdout)},
                         {a['id']: a for a in lines(self.export().stdout)})
        rows = list(csv.reader(io.StringIO(self.export('--format', 'csv').stdout, newline='')))
        self.assertEqual({len(row) for row in rows}, {11})

    def test_the_revision_and_the_question_come_with_a_list(self):
        revision = json.loads(self.expect(0, 'info', self.archive, '--json').stdout)['revision']
        question = 'canicule +trains tag:"transports" --from 2020-01-01 --sort newest'
        asked = ['canicule', '+trains', 'mots-clés:transports', '--sort', 'newest', '--from', '2020']
        listed = self.export(*asked, '--format', 'ris')
        for reference in references(listed.stdout):
            self.assertEqual(values(reference, 'N1'), [f'Kiosque {revision}: {question}'])
        [told] = listed.stderr.splitlines()
        self.assertTrue(told.endswith(f' · revision {revision} · {question}'), told)
        csl = json.loads(self.export(*asked, '--format', 'csl').stdout)
        self.assertEqual({item['note'] for item in csl}, {f'Kiosque {revision}: {question}'})
        # The question typed again is the same question.
        words, options = question.split(' --', 1)
        again = self.export(words, *('--' + options).split(' '), '--format', 'ris')
        self.assertEqual((again.stdout, again.stderr), (listed.stdout, listed.stderr))
        french = self.expect(0, 'export', self.archive, 'canicule', LC_ALL='fr_FR.UTF-8')
        self.assertIn(f'articles · révision {revision} · canicule', french.stderr)

    def test_two_processes_and_any_jobs_give_the_same_bytes(self):
        several = self.folder / 'several.kiosque'
        self.expect(0, 'index', several, self.articles, '--jobs', 3)
        for form in ('jsonl', 'csv', 'ris', 'csl'):
            ask = [*QUERY, '--format', form]
            first = self.export(*ask)
            second = self.export(*ask)
            self.assertEqual((first.stdout, first.stderr), (second.stdout, second.stderr))
            self.assertGreater(len(first.stdout), 1000)
            # Another archive has another revision, and says the same for the rest.
            other = self.expect(0, 'export', several, *ask)
            one, two = (json.loads(self.expect(0, 'info', path, '--json').stdout)['revision']
                        for path in (self.archive, several))
            self.assertNotEqual(one, two)
            self.assertEqual(first.stdout.replace(one, two), other.stdout)

    def test_nothing_found_is_an_empty_list(self):
        for form, empty in (('jsonl', ''), ('ris', ''), ('csl', '[\n]\n'),
                            ('csv', 'id,title,lead,published,modified,section,tags,authors,'
                                    'source,url,language\r\n')):
            self.assertEqual(self.export('zzyzx', '--format', form, status=1).stdout, empty)
        missing = self.expect(3, 'export', self.folder / 'none.kiosque', '--format', 'csl')
        self.assertEqual(missing.stdout, '')
        self.expect(2, 'export', self.archive, '--format', 'pdf')

    def test_hostile_articles_break_no_form(self):
        archive = self.small_archive(
            article(1, title='=HYPERLINK("http://x.example")', lead='a\r\nER  - \r\nTY  - JOUR',
                    tags=['a;b', '+1', 'c, d'], authors=['@anne', 'Anne Dupré']),
            article(2, title='Un\u2028titre\u0085coupé', body='"\r\n,;', source='\u0000\u0007X'))
        ris = references(self.expect(0, 'export', archive, '--format', 'ris').stdout)
        self.assertEqual([values(r, 'TI') for r in ris],
                         [['=HYPERLINK("http://x.example")'], ['Un titre coupé']])
        self.assertEqual(values(ris[0], 'KW'), ['a,b', '+1', 'c, d'])
        self.assertEqual(values(ris[0], 'AU'), ['@anne', 'Dupré, Anne'])
        table = self.expect(0, 'export', archive, '--format', 'csv', '--body').stdout
        rows = list(csv.reader(io.StringIO(table, newline='')))
        self.assertEqual(len(rows), 3)
        for cell in (cell for row in rows for cell in row):
            self.assertNotIn(cell.strip()[:1], list('=+-@'), cell)
        again = self.folder / 'again.kiosque'
        self.expect(0, 'index', again, '-', stdin=table.encode())
        self.assertEqual(json.loads(self.expect(0, 'show', again, 'n1').stdout)['title'],
                         '=HYPERLINK("http://x.example")')
        csl = json.loads(self.expect(0, 'export', archive, '--format', 'csl').stdout)
        self.assertEqual(len(csl), 2)
