"""Bad inputs: each is named with its line, and the rest goes on."""
import json
import os
import unittest

from harness import CommandTest, article, jsonl, kiosque, lines


class BadInput(CommandTest):
    def test_bad_lines_are_named_and_the_rest_is_indexed(self):
        bad = self.file('bad.jsonl', b''.join([
            jsonl(article(1)), b'{"id": "cut", "title": "Coup\n', b'{"title": "caf\xe9"}\n',
            jsonl({'id': 'empty', 'lead': 'ni titre ni corps'}),
            jsonl(article(2, published='le 35 mars')), b'[1, 2]\n', jsonl(article(3))]))
        archive = self.folder / 'a.kiosque'
        result = self.expect(1, 'index', archive, bad)
        for number in (2, 3, 4, 5, 6):
            self.assertIn(f'{bad}:{number}: ', result.stderr)
        self.assertIn('3 added', result.stderr)
        ids = [a['id'] for a in lines(self.expect(0, 'export', archive).stdout)]
        self.assertEqual(ids, ['n1', 'n2', 'n3'])

        rejected = self.folder / 'rejected.jsonl'
        result = self.expect(1, 'index', archive, bad, '--rejected', rejected)
        self.assertNotIn(f'{bad}:2', result.stderr)
        report = lines(rejected.read_text(encoding='utf-8'))
        for line in report:
            self.assertEqual(list(line), ['file', 'line', 'code', 'reason', 'remedy', 'kept'])
            self.assertEqual(line['file'], str(bad))
            self.assertTrue(line['code'] and line['reason'])
        self.assertEqual([line['line'] for line in report], [2, 3, 4, 5, 6])
        self.assertEqual([line['kept'] for line in report], [False, False, False, True, False])

        cleaned = self.expect(1, 'clean', bad)
        self.assertEqual(len(lines(cleaned.stdout)), 3)
        self.assertIn(f'{bad}:2: ', cleaned.stderr)

    def test_a_missing_file_is_named(self):
        good = self.file('good.jsonl', jsonl(article(1)))
        missing = self.folder / 'missing.jsonl'
        result = self.expect(1, 'index', self.folder / 'a.kiosque', missing, good)
        self.assertIn(str(missing), result.stderr)
        self.assertIn('1 added', result.stderr)
        self.expect(5, 'index', self.folder / 'b.kiosque', missing)
        self.expect(1, 'clean', missing)

    @unittest.skipIf(os.geteuid() == 0, 'root may read everything')
    def test_what_may_not_be_read_is_named(self):
        closed = self.file('closed.jsonl', jsonl(article(1)))
        closed.chmod(0)
        folder = self.folder / 'closed'
        folder.mkdir(mode=0)
        self.addCleanup(folder.chmod, 0o700)
        good = self.file('good.jsonl', jsonl(article(2)))
        result = self.expect(1, 'index', self.folder / 'a.kiosque', closed, folder, good)
        self.assertIn(str(closed), result.stderr)
        self.assertIn(str(folder), result.stderr)

    def test_nothing_to_index_is_5(self):
        (self.folder / 'empty').mkdir()
        self.expect(5, 'index', self.folder / 'a.kiosque', self.folder / 'empty')
        self.expect(5, 'index', self.folder / 'b.kiosque', self.file('empty.jsonl', b''))
        self.expect(5, 'index', self.folder / 'c.kiosque', '-', stdin=b'{"title": \n')

    def test_a_missing_archive_is_3_and_is_not_made(self):
        missing = self.folder / 'none.kiosque'
        for arguments in (['search', missing, 'x'], ['show', missing, 'x'], ['info', missing],
                          ['delete', missing, 'x'], ['export', missing], ['batch', missing]):
            result = self.expect(3, *arguments, stdin=b'q1\tx\n')
            self.assertIn(str(missing), result.stderr)
            self.assertEqual(result.stdout, '')
        self.assertFalse(missing.exists())

    def test_what_is_no_archive_is_3_and_stays_as_it_is(self):
        plain = self.file('plain.kiosque', b'hello')
        folder = self.folder / 'folder'
        folder.mkdir()
        (folder / 'letter.txt').write_text('hello')
        for path in (plain, folder):
            self.expect(3, 'search', path, 'x')
            self.expect(3, 'info', path)
            result = self.expect(3, 'index', path, '-', stdin=jsonl(article(1)))
            self.assertIn(str(path), result.stderr)
        self.assertEqual(plain.read_bytes(), b'hello')
        self.assertEqual([p.name for p in folder.iterdir()], ['letter.txt'])

    def test_any_bytes_in_a_query(self):
        for query in (b'\xff\xfe', b'caf\xe9', b'"((" OU -', b'\xf0\x9f\x8e\x89', b'a' * 5000):
            result = kiosque('search', self.archive, '--json', '--', os.fsdecode(query))
            self.assertIn(result.returncode, (0, 1), query)
            self.assertEqual(json.loads(result.stdout)['schema'], 1)

    def test_any_bytes_to_read(self):
        for content in (b'\x00\x01\x02' * 1000, b'\xff' * 70000, b'{' * 5000, b'%PDF-1.4\n',
                        b'\n\n'):
            path = self.file('any', content)
            self.assertIn(kiosque('clean', path).returncode, (0, 1))
            self.assertIn(kiosque('index', self.folder / 'a.kiosque', path).returncode, (0, 1, 5))
